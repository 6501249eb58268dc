//! Whole articles in each format.

mod constructs;
mod hostile;

use crate::article::{Article, Piece, Verdict};
use crate::block::{Block, Block as B, Cell, Embed, EmbedKind, Image, Inline, Run};
use crate::judge::rules;
use crate::options::Render;
use crate::page::{Cover, Page};

fn article(blocks: Vec<Block>) -> Article {
    let pieces = blocks.into_iter().map(|block| Piece {
        block,
        continues: false,
        verdict: Verdict::Keep,
        uncertain: false,
    });
    let mut page = Page::titled("山间来信 | 第1期");
    page.account.name = Some("小镇读书会".to_owned());
    page.author = Some("林 #1".to_owned());
    page.published_at = Some("2024-03-05T08:30:00+08:00".to_owned());
    page.url = Some("https://mp.weixin.qq.com/s/abc".to_owned());
    page.cover = Some(Cover {
        url: "http://mmbiz.qpic.cn/c/0?wx_fmt=jpeg".to_owned(),
        ..Cover::default()
    });
    Article {
        page,
        pieces: pieces.collect(),
        warnings: Vec::new(),
        render: Render::default(),
        has_own_images: false,
    }
}

/// Without title and front matter.
fn bare(blocks: Vec<Block>) -> Article {
    let mut article = article(blocks);
    article.page.title.clear();
    article.render.front_matter.clear();
    article
}

fn heading(level: u8, text: &str) -> Block {
    Block::Heading {
        level,
        content: vec![Inline::text(text)],
    }
}

fn list(start: Option<u32>, items: Vec<Vec<Block>>) -> Block {
    Block::List { start, items }
}

fn quote(blocks: Vec<Block>) -> Block {
    Block::Quote { blocks }
}

fn code(language: &str, text: &str) -> Block {
    Block::Code {
        language: Some(language.to_owned()),
        text: text.to_owned(),
    }
}

fn table(rows: &[&[&str]]) -> Block {
    let cell = |text: &&str| match *text {
        "" => Vec::new(),
        text => vec![Inline::text(text)],
    };
    Block::Table {
        rows: rows
            .iter()
            .map(|row| row.iter().map(|text| Cell::new(cell(text))).collect())
            .collect(),
    }
}

fn image(alt: &str, url: &str, link: Option<&str>) -> Block {
    Block::image(
        Image {
            url: url.to_owned(),
            alt: alt.to_owned(),
            width: Some(800),
            height: None,
        },
        link.map(str::to_owned),
    )
}

fn embed(kind: EmbedKind, title: Option<&str>, url: Option<&str>) -> Block {
    Block::embed(Embed::new(
        kind,
        title.map(str::to_owned),
        url.map(str::to_owned),
    ))
}

fn link(text: &str, url: &str) -> Inline {
    Inline::Text(Run {
        text: text.to_owned(),
        link: Some(url.to_owned()),
        ..Run::default()
    })
}

/// Blocks, and how they are written as Markdown and as text.
#[test]
fn blocks() {
    let line = B::paragraph;
    for (blocks, markdown, text) in [
        (vec![line("山"), line("水")], "山\n\n水\n", "山\n\n水\n"),
        (
            vec![heading(2, "山 #"), B::Divider, heading(3, "")],
            "## 山 \\#\n\n---\n",
            "山 #\n",
        ),
        // At the head, three dashes would begin front matter.
        (
            vec![B::Divider, line("a: b"), B::Divider],
            "***\n\na: b\n\n---\n",
            "a: b\n",
        ),
        // The title is the only heading of the first level.
        (
            vec![
                heading(1, "山"),
                quote(vec![heading(2, "水")]),
                heading(6, "石"),
            ],
            "## 山\n\n> ### 水\n\n###### 石\n",
            "山\n\n水\n\n石\n",
        ),
        (
            vec![list(None, vec![vec![line("山")], vec![], vec![line("水")]])],
            "- 山\n- 水\n",
            "- 山\n- 水\n",
        ),
        (
            vec![list(
                Some(9),
                vec![vec![line("山")], vec![line("水"), line("石")]],
            )],
            "9. 山\n10. 水\n\n    石\n",
            "9. 山\n10. 水\n    石\n",
        ),
        (
            vec![list(
                None,
                vec![vec![line("山"), list(Some(1), vec![vec![line("水")]])]],
            )],
            "- 山\n  1. 水\n",
            "- 山\n  1. 水\n",
        ),
        // Lists that follow each other stay apart.
        (
            vec![
                list(None, vec![vec![line("山")]]),
                list(None, vec![vec![line("水")]]),
                list(Some(1), vec![vec![line("石")]]),
                list(Some(1), vec![vec![B::Divider]]),
            ],
            "- 山\n\n* 水\n\n1. 石\n\n1) ___\n",
            "- 山\n\n- 水\n\n1. 石\n",
        ),
        (
            vec![quote(vec![
                line("山"),
                quote(vec![line("水")]),
                code("", "a\n\nb"),
            ])],
            "> 山\n>\n> > 水\n>\n> ```\n> a\n>\n> b\n> ```\n",
            "山\n\n水\n\na\n\nb\n",
        ),
        (
            vec![code("Rust,ignore", "```\r\n\ta\n"), code("c++", " \n")],
            "````Rust\n```\n\ta\n````\n",
            "```\n\ta\n",
        ),
        (
            vec![table(&[&["山", "水"], &["a|b", ""], &["*一*"]])],
            "| 山 | 水 |\n| --- | --- |\n| a\\|b | |\n| \\*一\\* |\n",
            "山\t水\na|b\t\n*一*\n",
        ),
        (
            vec![
                image("山", "https://a.cn/b", None),
                image("", "//a.cn/b", Some("https://a.cn")),
                image("水", "data:image/gif;base64,AA", None),
            ],
            "![山](https://a.cn/b)\n\n[![](https://a.cn/b)](https://a.cn)\n\n水\n",
            "[图片：山]\n\n[图片：水]\n",
        ),
        (
            vec![
                embed(EmbedKind::Video, Some("山间"), Some("https://a.cn")),
                embed(EmbedKind::MiniProgram, None, None),
            ],
            "[视频：山间](https://a.cn)\n\n[小程序]\n",
            "[视频：山间]\n\n[小程序]\n",
        ),
    ] {
        let article = bare(blocks);
        assert_eq!(article.to_markdown(), markdown);
        assert_eq!(article.to_text(), text);
    }
}

#[test]
fn markdown_of_an_article() {
    let mut article = article(vec![B::paragraph("春天到了。")]);
    assert_eq!(
        article.to_markdown(),
        "---\n\
         title: 山间来信 | 第1期\n\
         author: \"林 #1\"\n\
         source: 小镇读书会\n\
         url: https://mp.weixin.qq.com/s/abc\n\
         date: 2024-03-05\n\
         cover: http://mmbiz.qpic.cn/c/0?wx_fmt=jpeg\n\
         ---\n\n\
         # 山间来信 | 第1期\n\n\
         春天到了。\n"
    );
    article.render.front_matter.clear();
    assert_eq!(article.to_markdown(), "# 山间来信 | 第1期\n\n春天到了。\n");
}

#[test]
fn text_of_an_article() {
    let article = article(vec![B::Paragraph {
        content: vec![
            Inline::text("见"),
            link("山", "https://a.cn"),
            Inline::Break,
            Inline::text("水"),
        ],
    }]);
    assert_eq!(article.to_text(), "山间来信 | 第1期\n\n见山\n水\n");
}

#[test]
fn html_of_an_article() {
    let article = article(vec![
        heading(1, "一 & 二"),
        B::Paragraph {
            content: vec![
                Inline::text("见 "),
                link("山", "https://a.cn/?a=b&c=\"d\""),
                Inline::Break,
                link("水", "#x"),
            ],
        },
        list(
            Some(3),
            vec![vec![
                B::paragraph("山"),
                list(None, vec![vec![B::paragraph("水")]]),
            ]],
        ),
        list(Some(1), vec![vec![B::paragraph("山"), B::paragraph("水")]]),
        quote(vec![B::paragraph("山")]),
        code("c++\" onload", "a < b\n"),
        table(&[&["山", "水"], &["a", ""]]),
        image("“山”\"", "//a.cn/b", Some("javascript:alert(1)")),
        image("山", "https://a.cn/b", Some("https://a.cn")),
        embed(EmbedKind::Audio, Some("山"), None),
        B::Divider,
    ]);
    assert_eq!(
        article.to_html(),
        r#"<article lang="zh-CN">
<header>
<h1>山间来信 | 第1期</h1>
<p>小镇读书会 · 林 #1 · <time datetime="2024-03-05T08:30:00+08:00">2024-03-05</time></p>
</header>
<h2>一 &amp; 二</h2>
<p>见 <a href="https://a.cn/?a=b&amp;c=%22d%22" rel="noopener noreferrer">山</a><br>
水</p>
<ol start="3">
<li>山
<ul>
<li>水</li>
</ul>
</li>
</ol>
<ol>
<li>
<p>山</p>
<p>水</p>
</li>
</ol>
<blockquote>
<p>山</p>
</blockquote>
<pre><code class="language-c++">a &lt; b</code></pre>
<table>
<thead>
<tr><th>山</th><th>水</th></tr>
</thead>
<tbody>
<tr><td>a</td><td></td></tr>
</tbody>
</table>
<figure><img src="https://a.cn/b" alt="“山”&quot;" width="800" loading="lazy" referrerpolicy="no-referrer"></figure>
<figure><a href="https://a.cn" rel="noopener noreferrer"><img src="https://a.cn/b" alt="山" width="800" loading="lazy" referrerpolicy="no-referrer"></a></figure>
<p>[音频：山]</p>
<hr>
</article>
"#
    );
}

#[test]
fn html_without_chinese_has_no_language() {
    let mut article = bare(vec![B::paragraph("<script>alert(1)</script>\0")]);
    article.page.account.name = None;
    article.page.author = None;
    article.page.published_at = None;
    assert_eq!(
        article.to_html(),
        "<article>\n<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n</article>\n"
    );
}

#[test]
fn html_document() {
    let article = article(vec![B::paragraph("春天到了。")]);
    let document = article.to_html_document();
    for part in [
        "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n",
        "<meta name=\"referrer\" content=\"no-referrer\">\n",
        "<title>山间来信 | 第1期</title>\n",
        "<meta name=\"author\" content=\"林 #1\">\n",
        "<link rel=\"canonical\" href=\"https://mp.weixin.qq.com/s/abc\">\n",
        "</head>\n<body>\n<article lang=\"zh-CN\">\n",
        "</article>\n</body>\n</html>\n",
    ] {
        assert!(document.contains(part), "{part:?} in {document}");
    }
}

#[test]
fn json_of_an_article() {
    let Some(rule) = rules().next() else { return };
    let mut article = article(vec![
        B::paragraph("点击上方蓝字关注我们"),
        image("", "//a.cn/b", None),
        image("", "https://a.cn/b", Some("https://a.cn")),
        B::Paragraph {
            content: vec![
                link("山", "https://a.cn"),
                link("水", "https://a.cn"),
                link("石", "#x"),
            ],
        },
        B::paragraph("转载请联系授权"),
    ]);
    article.pieces[0].verdict = Verdict::Remove(rule);
    article.pieces[1].verdict = Verdict::Remove(rule);
    article.pieces[1].uncertain = true;
    article.pieces[4].verdict = Verdict::Restored(rule);
    let json = article.to_json();
    let value: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert!(
        json.starts_with("{\n  \"source\": \"page\",\n  \"kind\": \"article\",\n  \"title\": "),
        "{json}"
    );
    assert!(json.ends_with("\n  \"warnings\": []\n}\n"), "{json}");
    let keys = [
        "source",
        "kind",
        "title",
        "account",
        "author",
        "publishedAt",
        "url",
        "cover",
        "digest",
        "blocks",
        "images",
        "links",
        "removed",
        "restored",
        "warnings",
    ];
    let mut last = 0;
    for key in keys {
        let at = json.find(&format!("\n  \"{key}\":")).expect(key);
        assert!(at > last, "{key} in its place");
        last = at;
    }
    assert_eq!(
        value["images"],
        serde_json::json!([{"url": "https://a.cn/b", "alt": "", "width": 800, "height": null}])
    );
    assert_eq!(
        value["links"],
        serde_json::json!([{"url": "https://a.cn", "text": ""}, {"url": "https://a.cn", "text": "山水"}])
    );
    assert_eq!(
        value["removed"][1],
        serde_json::json!({
            "id": 1, "category": rule.category.name(), "rule": rule.id, "reason": rule.reason,
            "uncertain": true, "text": "", "images": ["https://a.cn/b"], "position": 0,
        })
    );
    assert_eq!(value["removed"][0]["text"], "点击上方蓝字关注我们");
    assert_eq!(value["restored"][0]["position"], 2);
    assert_eq!(value["digest"], serde_json::Value::Null);
}
