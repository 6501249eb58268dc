//! Formulas, notes, captions, spans and cards in each format, and what a caller can choose.

use super::{B, article, bare, heading, image, link, list};
use crate::article::Article;
use crate::block::{Block, Cell, Embed, EmbedKind, Image, Inline, Marks, Run};
use crate::options::{Images, Links};

fn paragraph(content: Vec<Inline>) -> Block {
    B::Paragraph { content }
}

fn formula(latex: &str) -> Inline {
    let latex = latex.to_owned();
    Inline::Formula { latex }
}

fn note(content: Vec<Inline>) -> Inline {
    Inline::Footnote {
        number: None,
        content,
    }
}

fn captioned(alt: &str, caption: Vec<Inline>) -> Block {
    B::Image {
        image: Box::new(Image {
            url: "https://a.cn/b".to_owned(),
            alt: alt.to_owned(),
            ..Image::default()
        }),
        link: None,
        caption,
    }
}

/// The HTML of the blocks alone.
fn html(article: &Article) -> String {
    let html = article.to_html();
    let (_, rest) = html.split_once("</header>\n").expect("a header");
    rest.strip_suffix("</article>\n")
        .expect("an end")
        .to_owned()
}

/// A terminal would do as it is told.
#[test]
fn text_without_controls() {
    let mut article = bare(vec![captioned("山\u{1b}]8;;x\u{7}", Vec::new())]);
    article.page.title = "水\u{1b}[2J\u{9b}".to_owned();
    assert_eq!(article.to_text(), "水[2J\n\n[图片：山]8;;x]\n");
}

/// `[^1]: javascript:x` defines an address for readers that know no notes.
#[test]
fn notes_for_readers_that_know_none() {
    for (note, markdown) in [
        ("javascript:x", "&#32;<!-- -->javascript:x"),
        ("javascript:x \"山\"", "&#32;<!-- -->javascript:x \"山\""),
        (
            "javascript:x\u{3000}y",
            "&#32;<!-- -->javascript:x\u{3000}y",
        ),
        ("javascript&colon;x", "&#32;<!-- -->javascript&amp;colon;x"),
        ("&#106avascript:x", "&#32;<!-- -->&amp;#106avascript:x"),
        ("//a.cn/x", "&#32;<!-- -->//a.cn/x"),
        ("<山>", "&#32;<!-- --><山>"),
        ("javascript: x", "javascript: x"),
        ("Lin (2020). Tea", "Lin (2020). Tea"),
        ("https://a.cn/x", "https://a.cn/x"),
        ("mailto:a@b.cn", "mailto:a@b.cn"),
        ("山：x", "山：x"),
        // To the same readers all notes are one paragraph, where a tick and one of the next note would be a pair.
        ("山`水", r"山\`水"),
    ] {
        let article = bare(vec![paragraph(vec![
            Inline::text("山"),
            Inline::Footnote {
                number: None,
                content: vec![Inline::text(note)],
            },
        ])]);
        assert_eq!(
            article.to_markdown(),
            format!("山[^1]\n\n[^1]: {markdown}\n")
        );
    }
}

#[test]
fn formulas() {
    let block = |latex: &str| {
        let latex = latex.to_owned();
        B::Formula { latex }
    };
    for (block, markdown) in [
        (
            paragraph(vec![
                Inline::text("设"),
                formula(" x_1 "),
                Inline::text("为"),
            ]),
            "设$x_1$为\n",
        ),
        (
            paragraph(vec![formula("x"), Inline::text("1 个")]),
            "$`x`$1 个\n",
        ),
        (paragraph(vec![formula("a{b")]), "`a{b`\n"),
        (paragraph(vec![formula("a$b")]), "`a$b`\n"),
        (
            paragraph(vec![Inline::text("$5，"), formula("x")]),
            "\\$5，$x$\n",
        ),
        (block("\na\n\n  + b\n"), "```math\na\n+ b\n```\n"),
        // Readers that know no formulas find no tag and no link there.
        (paragraph(vec![formula("a<b>c, a<1")]), "$a< b>c, a<1$\n"),
        (
            block("y</p><script>[x](javascript:x)"),
            "$$\ny< /p>< script>[x] (javascript:x)\n$$\n",
        ),
        (block("\\frac{a}{b}"), "$$\n\\frac{a}{b}\n$$\n"),
        (block(" \n"), "\n"),
        (
            B::Table {
                rows: vec![vec![Cell::new(vec![formula("|a|\\|b\\|")])]],
            },
            "| $\\|a\\|\\Vert b\\Vert$ |\n| --- |\n",
        ),
    ] {
        assert_eq!(bare(vec![block]).to_markdown(), markdown);
    }
    let article = bare(vec![
        paragraph(vec![Inline::text("设"), formula("a<b")]),
        block("x\n= y"),
    ]);
    assert_eq!(article.to_text(), "设a<b\n\nx\n= y\n");
    assert_eq!(
        html(&article),
        "<p>设<span class=\"math inline\">\\(a&lt;b\\)</span></p>\n\
         <p><span class=\"math display\">\\[x\n= y\\]</span></p>\n"
    );
}

#[test]
fn notes_are_numbered_by_first_use_and_stand_at_the_end() {
    let site = || note(vec![link("官网", "https://a.cn")]);
    let article = bare(vec![
        heading(2, "题"),
        paragraph(vec![
            Inline::text("一"),
            note(vec![
                Inline::text("- 先"),
                Inline::Break,
                Inline::text("后"),
            ]),
            site(),
            Inline::text(": 二"),
        ]),
        list(
            None,
            vec![vec![paragraph(vec![Inline::text("三"), site()])]],
        ),
        paragraph(vec![Inline::text("四"), note(vec![Inline::text(" ")])]),
    ]);
    assert_eq!(
        article.to_markdown(),
        "## 题\n\n一[^1][^2]\\: 二\n\n- 三[^2]\n\n四\n\n\
         [^1]: \\- 先\\\n    后\n[^2]: [官网](https://a.cn)\n"
    );
    assert_eq!(
        article.to_text(),
        "题\n\n一[1][2]: 二\n\n- 三[2]\n\n四\n\n[1] - 先\n    后\n[2] 官网\n"
    );
    let html = html(&article);
    let (_, key) = html.split_once("#fn-").expect("a note");
    let key = &key[..8];
    assert_eq!(
        html.replace(key, "k"),
        "<h2>题</h2>\n\
         <p>一<sup><a href=\"#fn-k-1\" id=\"fnref-k-1\" role=\"doc-noteref\">[1]</a></sup>\
         <sup><a href=\"#fn-k-2\" id=\"fnref-k-2\" role=\"doc-noteref\">[2]</a></sup>: 二</p>\n\
         <ul>\n<li>三<sup><a href=\"#fn-k-2\" role=\"doc-noteref\">[2]</a></sup></li>\n</ul>\n\
         <p>四</p>\n\
         <section role=\"doc-endnotes\">\n<ol>\n\
         <li id=\"fn-k-1\">- 先<br>\n后 <a href=\"#fnref-k-1\" role=\"doc-backlink\">↩</a></li>\n\
         <li id=\"fn-k-2\"><a href=\"https://a.cn\" rel=\"noopener noreferrer\">官网</a> \
         <a href=\"#fnref-k-2\" role=\"doc-backlink\">↩</a></li>\n\
         </ol>\n</section>\n"
    );
}

#[test]
fn a_note_beside_a_link_is_no_part_of_it() {
    let article = bare(vec![paragraph(vec![
        note(vec![Inline::text("注")]),
        link("山", "https://a.cn"),
    ])]);
    let markdown = article.to_markdown();
    assert_eq!(markdown, "[^1]<!-- -->[山](https://a.cn)\n\n[^1]: 注\n");
}

#[test]
fn captions_stand_below_their_pictures() {
    let strong = Inline::Text(Run {
        text: "图1".to_owned(),
        marks: Marks {
            strong: true,
            ..Marks::default()
        },
        link: None,
    });
    let article = bare(vec![
        captioned("山", vec![strong, Inline::text(" 茶山")]),
        captioned("水", vec![]),
    ]);
    assert_eq!(
        article.to_markdown(),
        "![山](https://a.cn/b)\\\n<em>**图1** 茶山</em>\n\n![水](https://a.cn/b)\n"
    );
    assert_eq!(article.to_text(), "图1 茶山\n\n[图片：水]\n");
    let html = html(&article);
    assert!(
        html.contains("\n<figcaption><strong>图1</strong> 茶山</figcaption>\n</figure>\n"),
        "{html}"
    );
}

#[test]
fn cells_that_span_make_an_html_table() {
    let wide = Cell {
        content: vec![Inline::text("<春|夏>"), note(vec![Inline::text("注")])],
        columns: 2,
        rows: u32::MAX,
    };
    let cell = |text| Cell::new(vec![Inline::text(text)]);
    let article = bare(vec![B::Table {
        rows: vec![vec![wide, cell("a")], vec![cell("b")]],
    }]);
    assert_eq!(
        article.to_markdown(),
        "<table>\n<thead>\n<tr><th colspan=\"2\" rowspan=\"65534\">&lt;春|夏&gt;（注）</th><th>a</th></tr>\n</thead>\n\
         <tbody>\n<tr><td>b</td></tr>\n</tbody>\n</table>\n"
    );
    assert_eq!(article.to_text(), "<春|夏>[1]\t\ta\n\t\tb\n\n[1] 注\n");
}

#[test]
fn cards_are_a_line_of_words() {
    let mut song = Embed::new(
        EmbedKind::Music,
        Some("山间".to_owned()),
        Some("https://a.cn".to_owned()),
    );
    song.author = Some("某人".to_owned());
    song.duration = Some(205);
    let mut vote = Embed::new(EmbedKind::Vote, Some("去哪里？".to_owned()), None);
    vote.description = Some("三日内".to_owned());
    vote.duration = Some(3723);
    vote.choices = vec!["山".to_owned(), " ".to_owned(), "水".to_owned()];
    let article = bare(vec![B::embed(song), B::embed(vote)]);
    assert_eq!(
        article.to_markdown(),
        "[音乐：山间](https://a.cn) · 某人 · 3:25\n\n[投票：去哪里？] · 1:02:03 · 三日内\n\n- 山\n- 水\n"
    );
    assert_eq!(
        article.to_text(),
        "[音乐：山间] · 某人 · 3:25\n\n[投票：去哪里？] · 1:02:03 · 三日内\n\n- 山\n- 水\n"
    );
}

#[test]
fn underlines_are_left_to_html() {
    let marked = |underline, highlight| {
        Inline::Text(Run {
            text: "山".to_owned(),
            marks: Marks {
                underline,
                highlight,
                ..Marks::default()
            },
            link: None,
        })
    };
    let article = bare(vec![paragraph(vec![
        marked(true, false),
        marked(true, true),
    ])]);
    assert_eq!(article.to_markdown(), "山<mark>山</mark>\n");
    assert_eq!(html(&article), "<p><u>山<mark>山</mark></u></p>\n");
}

#[test]
fn dividers_of_the_text_stand_between_two_blocks() {
    let article = bare(vec![
        B::Divider,
        B::paragraph("山"),
        B::Divider,
        image("", "https://a.cn/b", None),
        B::Divider,
        B::paragraph("水"),
        B::Divider,
        image("", "https://a.cn/b", None),
    ]);
    assert_eq!(article.to_text(), "山\n\n---\n\n水\n");
}

#[test]
fn links_can_be_numbered_or_dropped() {
    let mut article = bare(vec![
        paragraph(vec![
            link("山", "https://a.cn/(b)"),
            Inline::text("与[1]"),
            note(vec![link("水", "https://b.cn")]),
        ]),
        image("石", "https://a.cn/b", Some("https://a.cn/(b)")),
    ]);
    article.render.links = Links::Reference;
    assert_eq!(
        article.to_markdown(),
        "[山][1]与&#91;1&#93;[^1]\n\n[![石](https://a.cn/b)][1]\n\n[^1]: [水][2]\n\n[1]: <https://a.cn/(b)>\n[2]: https://b.cn\n"
    );
    assert_eq!(
        article.to_text(),
        "山[1]与[1][3]\n\n[图片：石][1]\n\n[1] https://a.cn/(b)\n[2] https://b.cn\n[3] 水[2]\n"
    );
    article.render.links = Links::Drop;
    assert_eq!(
        article.to_markdown(),
        "山与[1&#93;[^1]\n\n![石](https://a.cn/b)\n\n[^1]: 水\n"
    );
    assert!(!html(&article).contains("https://a.cn/("));
}

#[test]
fn pictures_can_be_dropped_or_led_elsewhere() {
    let mut article = bare(vec![
        captioned("山", vec![Inline::text("图1")]),
        paragraph(vec![
            Inline::text("见"),
            Inline::Image(Image {
                url: "https://a.cn/c".to_owned(),
                ..Image::default()
            }),
        ]),
    ]);
    article.render.images = Images::Drop;
    assert_eq!(article.to_markdown(), "图1\n\n见\n");
    assert_eq!(html(&article), "<p>图1</p>\n<p>见</p>\n");
    article.render.images = Images::Link;
    article.rewrite_images(|image| (image.alt == "山").then(|| "images/1.jpg".to_owned()));
    assert_eq!(
        article.to_markdown(),
        "![山](images/1.jpg)\\\n*图1*\n\n见![](https://a.cn/c)\n"
    );
    assert!(html(&article).contains("<img src=\"images/1.jpg\""));
    article.rewrite_images(|_| Some("javascript:alert(1)".to_owned()));
    assert_eq!(article.to_markdown(), "山\\\n图1\n\n见\n");
}

#[test]
fn fields_of_the_front_matter_can_be_chosen() {
    use crate::options::Field;

    let mut article = article(vec![]);
    article.page.title.clear();
    article.render.front_matter = vec![Field::Date, Field::Title, Field::Source];
    assert_eq!(
        article.to_markdown(),
        "---\nsource: 小镇读书会\ndate: 2024-03-05\n---\n"
    );
    assert_eq!(article.file_name(), "2024-03-05");
}
