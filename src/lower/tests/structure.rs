//! What looks like a heading, a list, a quotation or a caption, and what only resembles one.

mod lines;
mod looks;

use super::*;
use crate::draft::Look;

/// A paragraph of prose, from which the rest stands out.
const PROSE: &str = "<p style='font-size:15px'>春天到了，山上的茶树发了新芽，采茶人天不亮就出门，背着竹篓，沿着石阶往上走，走到云里。</p>";

/// The outline of a page in which `P` stands for prose.
fn page(html: &str) -> String {
    let html = format!(
        "<section style='font-size:15px'>{}</section>",
        html.replace("<P>", PROSE)
    );
    let outline = outline(&blocks(&html));
    outline.replace(&outline_of_prose(), "P")
}

fn outline_of_prose() -> String {
    outline(&blocks(PROSE))
}

/// Each of the cases, told by its first part.
fn check(cases: &[(&str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter(|(html, expected)| page(html) != *expected)
        .map(|(html, expected)| {
            format!("{html}\n--- expected\n{expected}\n--- got\n{}", page(html))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn headings_are_told_by_their_looks() {
    check(&[
        // Larger and bold: one is enough.
        (
            "<P><p style='text-align:center'><span style='font-size:20px;font-weight:bold'>采茶</span></p><P>",
            "P\nh1 采茶\nP",
        ),
        // Sizes by em, by per cent and by points, down the tree.
        (
            "<P><section style='font-size:15px'><p style='font-size:150%;font-weight:700'>采茶</p></section><P>",
            "P\nh1 采茶\nP",
        ),
        // On a ground of its own, over a line, behind a bar.
        (
            "<P><section style='background-color:rgb(60,120,60)'><p style='font-size:15px;color:#fff'><strong>采茶</strong></p></section><P>",
            "P\nh1 采茶\nP",
        ),
        (
            "<P><section style='border-left:4px solid green;padding-left:8px'><p style='font-size:16px'><b>采茶</b></p></section><P>",
            "P\nh1 采茶\nP",
        ),
        // Brackets at the end, like a remark's, where others of the kind have none.
        (
            "<P><p><b>采茶</b></p><P><p><b>制茶（手工）</b></p><P><p><b>喝茶</b></p><P>",
            "P\nh1 采茶\nP\nh1 制茶（手工）\nP\nh1 喝茶\nP",
        ),
        (
            "<P><p><b>采茶</b></p><P><p><b>茶园（林小山摄）</b></p><P><p><b>茶山（林小山摄）</b></p><P>",
            "P\np b{采茶}\nP\np b{茶园（林小山摄）}\nP\np b{茶山（林小山摄）}\nP",
        ),
        // Bold lines alone: only where there are several.
        (
            "<P><p style='font-size:15px'><b>采茶</b></p><P><p style='font-size:15px'><b>制茶</b></p><P><p style='font-size:15px'><b>喝茶？</b></p><P>",
            "P\nh1 采茶\nP\nh1 制茶\nP\nh1 喝茶？\nP",
        ),
        (
            "<P><p style='font-size:15px'><b>采茶</b></p><P><p style='font-size:15px'><b>制茶</b></p><P>",
            "P\np b{采茶}\nP\np b{制茶}\nP",
        ),
        // A series of numbers, one kind within another.
        (
            "<p style='font-size:15px'><b>一、采茶</b></p><P><p style='font-size:15px'><b>（一）时节</b></p><P><p style='font-size:15px'><b>（二）手法</b></p><P><p style='font-size:15px'><b>二、制茶</b></p><P>",
            "h1 一、采茶\nP\nh2 （一）时节\nP\nh2 （二）手法\nP\nh1 二、制茶\nP",
        ),
        // The larger heads the smaller; what looks like a heading of the markup is of its level.
        (
            "<p style='font-size:22px;font-weight:bold'>上篇</p><P><p style='font-size:18px;font-weight:bold'>采茶</p><P>",
            "h1 上篇\nP\nh2 采茶\nP",
        ),
        (
            "<h2 style='font-size:20px'>采茶</h2><P><p style='font-size:20px;font-weight:bold'>制茶</p><P><h3 style='font-size:16px'>火候</h3><P>",
            "h1 采茶\nP\nh1 制茶\nP\nh2 火候\nP",
        ),
    ]);
}

#[test]
fn numbers_join_the_titles_below_them() {
    let badge = |number: &str| {
        format!(
            "<section style='text-align:center'><section style='display:inline-block;background:#285;color:white;font-size:24px'>{number}</section></section>"
        )
    };
    let title = |text: &str| {
        format!(
            "<section style='text-align:center;font-size:16px'><strong>{text}</strong></section>"
        )
    };
    let with_titles = format!(
        "<P>{}{}<P>{}{}<P>",
        badge("01"),
        title("采茶"),
        badge("02"),
        title("制茶")
    );
    let alone = format!("<P>{}<P>{}<P>", badge("PART 1"), badge("PART 2"));
    // In a frame with its number a title is a title whatever it looks like; not in a row of cards, nor a picture.
    let framed = |number: &str, title: &str| {
        format!(
            "<section style='border-bottom:1px solid #222'>{}{title}</section>",
            badge(number)
        )
    };
    let sentence = "<p style='font-size:14px;color:#888'>先要有山。</p>";
    let picture = "<img data-src='https://mmbiz.qpic.cn/a/1/640'>";
    let in_frames = format!("{}<P>{}<P>", framed("1", sentence), framed("2", sentence));
    let in_cards = format!("{}{}<P>", framed("1", sentence), framed("2", sentence));
    let pictures = format!("{}<P>{}<P>", framed("1", picture), framed("2", picture));
    check(&[
        (&in_frames, "h1 1 先要有山。\nP\nh1 2 先要有山。\nP"),
        (&in_cards, "h1 1\np 先要有山。\nh1 2 先要有山。\nP"),
        (
            &pictures,
            "h1 1\nimg https://mmbiz.qpic.cn/a/1/640\nP\nh1 2\nimg https://mmbiz.qpic.cn/a/1/640\nP",
        ),
        (&with_titles, "P\nh1 01 采茶\nP\nh1 02 制茶\nP"),
        (&alone, "P\nh1 PART 1\nP\nh1 PART 2\nP"),
        // Plain numbers, three of them; two may be anything.
        (
            "<p>1</p><P><p>2</p><P><p>3</p><P>",
            "h1 1\nP\nh1 2\nP\nh1 3\nP",
        ),
        ("<p>1</p><P><p>2</p><P>", "p 1\nP\np 2\nP"),
        // One that its author forgot to centre.
        (
            "<p style='text-align:center'>1</p><P><p>2</p><P><p style='text-align:center'>3</p><P>",
            "h1 1\nP\nh1 2\nP\nh1 3\nP",
        ),
        (
            "<p>7</p><P><p>3</p><P><p>9</p><P>",
            "p 7\nP\np 3\nP\np 9\nP",
        ),
    ]);
}

#[test]
fn shadows_of_titles_are_left_out() {
    check(&[
        (
            "<P><section style='font-size:20px;font-weight:bold'><p>采茶</p><section style='margin-top:-24px;color:#ddd'><p>采茶</p></section></section><P>",
            "P\nh1 采茶\nP",
        ),
        (
            "<P><section style='font-size:20px;font-weight:bold'><section style='position:absolute'>采茶</section><section>采茶</section></section><P>",
            "P\nh1 采茶\nP",
        ),
        // Said twice, on purpose.
        ("<P><p>好</p><p>好</p><P>", "P\np 好\np 好\nP"),
    ]);
}

#[test]
fn what_only_looks_like_a_heading_stays_a_paragraph() {
    let loud = |text: &str| {
        format!("<P><p style='text-align:center;font-size:20px;font-weight:bold'>{text}</p><P>")
    };
    for text in [
        "我真的做不到。",
        "来源：山间来信",
        "文 | 林小山",
        "“山中无甲子，寒尽不知年”",
        "▲ 采茶人",
        "还有一个好消息！",
        "说明：",
        "很长很长的一句话虽然没有句号但是谁也不会把它当作标题因为它实在是太长了长得一行都写不下",
    ] {
        assert_eq!(page(&loud(text)), format!("P\np b{{{text}}}\nP"), "{text}");
    }
    check(&[
        // A poem: lines that look the same on end.
        (
            "<P><p style='font-size:18px;font-weight:bold'>松下问童子</p><p style='font-size:18px;font-weight:bold'>言师采药去</p><P>",
            "P\np b{松下问童子}\np b{言师采药去}\nP",
        ),
        // Nothing to head.
        (
            "<P><p style='font-size:20px;font-weight:bold'>第二干事</p>",
            "P\np b{第二干事}",
        ),
        // All is large and bold.
        (
            "<div style='font-size:20px;font-weight:bold'><p>采茶</p><p>春天到了，山上的茶树发了新芽，采茶人天不亮就出门，背着竹篓，沿着石阶往上走。</p></div>",
            "p b{采茶}\np b{春天到了，山上的茶树发了新芽，采茶人天不亮就出门，背着竹篓，沿着石阶往上走。}",
        ),
        // A link to another article.
        (
            "<P><p style='font-size:20px;font-weight:bold'><a href='https://mp.weixin.qq.com/s/abc'>采茶</a></p><P>",
            "P\np ba{采茶}\nP",
        ),
        // Headings of the markup that are none.
        ("<P><h1>来源：山间来信</h1><P>", "P\np 来源：山间来信\nP"),
        (
            "<h2>春天到了，山上的茶树发了新芽，采茶人出门。</h2><P>",
            "p 春天到了，山上的茶树发了新芽，采茶人出门。\nP",
        ),
        // A numbered one may end as a sentence.
        (
            "<h2>31. 春天到了，山上的茶树发了新芽，采茶人出门。</h2><P>",
            "h2 31. 春天到了，山上的茶树发了新芽，采茶人出门。\nP",
        ),
        // Where the markup has headings, bold lines are emphasis.
        (
            "<h2>采茶</h2><P><p style='font-size:15px'><b>其一</b></p><P><p style='font-size:15px'><b>其二</b></p><P><p style='font-size:15px'><b>其三</b></p><P><h2>制茶</h2><P>",
            "h2 采茶\nP\np b{其一}\nP\np b{其二}\nP\np b{其三}\nP\nh2 制茶\nP",
        ),
    ]);
}

#[test]
fn typed_lists_become_lists() {
    check(&[
        ("<p>• 采茶</p><p>• 制茶</p>", "ul [p 采茶][p 制茶]"),
        (
            "<section><span>1.</span> 采<b>茶</b></section><section><span>2.</span> 制茶</section>",
            "ol1 [p 采b{茶}][p 制茶]",
        ),
        // The value of the number stays.
        ("<p>3、采茶</p><p>4、制茶</p>", "ol3 [p 采茶][p 制茶]"),
        ("<p>①采茶</p><p>②制茶</p>", "ol1 [p 采茶][p 制茶]"),
        // Lines of one paragraph, among others.
        (
            "<p>工序：<br>（1）采茶<br>（2）制茶<br>就这些<br>没了</p>",
            "p 工序：\nol1 [p 采茶][p 制茶]\np 就这些⏎没了",
        ),
        // Nested by padding, and bullets within numbers.
        (
            "<p>• 采茶</p><p style='padding-left:2em'>◦ 春</p><p style='padding-left:2em'>◦ 秋</p><p>• 制茶</p>",
            "ul [p 采茶\nul [p 春][p 秋]][p 制茶]",
        ),
        (
            "<p>1. 采茶</p><p>- 春</p><p>- 秋</p><p>2. 制茶</p>",
            "ol1 [p 采茶\nul [p 春][p 秋]][p 制茶]",
        ),
        // An icon and a text side by side.
        (
            "<section style='display:flex'><section>1</section><section>采茶</section></section><section style='display:flex'><section>2</section><section>制茶</section></section>",
            "ol1 [p 采茶][p 制茶]",
        ),
        // Lists of the markup: cut in two, counted on, with bullets typed in besides.
        (
            "<ul><li>采茶</li></ul><ul><li>制茶</li></ul>",
            "ul [p 采茶][p 制茶]",
        ),
        (
            "<ol><li>采茶</li></ol><ol start=2><li>制茶</li></ol>",
            "ol1 [p 采茶][p 制茶]",
        ),
        (
            "<ol><li>采茶</li></ol><ol><li>采茶</li></ol>",
            "ol1 [p 采茶]\nol1 [p 采茶]",
        ),
        // Within quotations and items.
        (
            "<blockquote><p>工序：</p><p>1、采茶</p><p>2、制茶</p></blockquote>",
            "quote [p 工序：\nol1 [p 采茶][p 制茶]]",
        ),
        (
            "<ul><li>采茶<p>- 春</p><p>- 秋</p></li></ul>",
            "ul [p 采茶\nul [p 春][p 秋]]",
        ),
        ("<ul><li>• 采茶</li></ul>", "ul [p 采茶]"),
        (
            "<ul style='list-style-type:none'><li>2. 采茶</li><li>3. 制茶</li></ul>",
            "ol2 [p 采茶][p 制茶]",
        ),
    ]);
}

#[test]
fn what_only_looks_like_a_list_stays_as_it_is() {
    check(&[
        ("<p>• 采茶</p>", "p • 采茶"),
        ("<p>1. 采茶</p><p>3. 制茶</p>", "p 1. 采茶\np 3. 制茶"),
        ("<p>1.5 亿</p><p>2.5 亿</p>", "p 1.5 亿\np 2.5 亿"),
        ("<p>——采茶</p><p>——制茶</p>", "p ——采茶\np ——制茶"),
        ("<p>- 采茶吗？</p><p>- 采！</p>", "p - 采茶吗？\np - 采！"),
        ("<p>一、采茶</p><p>二、制茶</p>", "p 一、采茶\np 二、制茶"),
        (
            "<p>1、采茶</p><P><p>2、制茶</p><P>",
            "p 1、采茶\nP\np 2、制茶\nP",
        ),
        ("<p>···</p><p>···</p>", "p ···\np ···"),
        ("<ul><li>2. 采茶</li></ul>", "ul [p 2. 采茶]"),
        ("<ol><li>2019. 采茶</li></ol>", "ol1 [p 2019. 采茶]"),
    ]);
}

#[test]
fn bars_at_the_left_quote() {
    const BAR: &str =
        "<section style='border-left:3px solid rgb(200,200,200);background:#f7f7f7;padding:8px'>";
    let within = |text: &str| format!("<P><P>{BAR}{text}</section><P><P>");
    let long = format!("{BAR}<P><P><P></section><P>");
    let deep = format!(
        "{}<p>字</p>{}{}",
        BAR.repeat(20),
        "</section>".repeat(20),
        PROSE.repeat(2)
    );
    check(&[
        (
            &within("<p>山中无甲子，</p><p>寒尽不知年。</p>"),
            "P\nP\nquote [p 山中无甲子，\np 寒尽不知年。]\nP\nP",
        ),
        (
            &within(
                "<section style='border-left-style:solid;border-left-width:2px'>一</section><p>• 二</p><p>• 三</p>",
            ),
            "P\nP\nquote [quote [p 一]\nul [p 二][p 三]]\nP\nP",
        ),
        // Around most of an article it is a layout; borders of all sides make a card.
        (&long, "P\nP\nP\nP"),
        (
            "<P><section style='border:1px solid #ccc'><p>一张卡片。</p></section><P>",
            "P\np 一张卡片。\nP",
        ),
        (
            "<P><section style='border-left:3px none red;border-width:0 0 0 0'><p>没有边框。</p></section><P>",
            "P\np 没有边框。\nP",
        ),
    ]);
    let mut at = &blocks(&deep)[0];
    let mut levels = 0;
    while let Block::Quote { blocks } = at {
        at = &blocks[0];
        levels += 1;
    }
    assert!((2..=MAX_NESTING).contains(&levels), "{levels}");
    assert_eq!(line(at), "p 字");
    // With quotations and lists of the markup within they are no deeper.
    let deep = format!(
        "{}{}<p>• 一</p><p>• 二</p>{}{}{}",
        BAR.repeat(6),
        "<blockquote>".repeat(6),
        "</blockquote>".repeat(6),
        "</section>".repeat(6),
        PROSE.repeat(2)
    );
    assert!(nesting(&blocks(&deep)) <= MAX_NESTING);
}

fn nesting(blocks: &[Block]) -> usize {
    let of = |block: &Block| match block {
        Block::Quote { blocks } => 1 + nesting(blocks),
        Block::List { items, .. } => {
            1 + items
                .iter()
                .map(|item| nesting(item))
                .max()
                .unwrap_or_default()
        }
        _ => 0,
    };
    blocks.iter().map(of).max().unwrap_or_default()
}

#[test]
fn pictures_take_their_captions() {
    let picture = "<p><img data-src='https://mmbiz.qpic.cn/a/1/640' data-w='600'></p>";
    let below = |style: &str, text: &str| format!("<P>{picture}<p style='{style}'>{text}</p><P>");
    const QUIET: &str = "text-align:center;font-size:12px;color:rgb(136,136,136)";
    let captioned = |text: &str| format!("P\nimg https://mmbiz.qpic.cn/a/1/640 [{text}]\nP");
    let apart = |text: &str| format!("P\nimg https://mmbiz.qpic.cn/a/1/640\np {text}\nP");
    for (html, expected) in [
        (below(QUIET, "清晨的茶山"), captioned("清晨的茶山")),
        (
            below("font-size:12px", "▲ 清晨的茶山"),
            captioned("▲ 清晨的茶山"),
        ),
        (below("color:#999", "图源：小镇"), captioned("图源：小镇")),
        (
            format!("<P><figure>{picture}<figcaption>茶山</figcaption></figure><P>"),
            captioned("茶山"),
        ),
        // Prompts are judged for themselves, credits are the article's.
        (below(QUIET, "长按识别二维码"), apart("长按识别二维码")),
        (below(QUIET, "文 林小山"), apart("文 林小山")),
        (below("font-size:15px", "清晨的茶山"), apart("清晨的茶山")),
        // The last picture's, if it is marked as one; else it may be a slogan.
        (
            format!("<P><figure>{picture}<figcaption>茶山</figcaption></figure>"),
            "P\nimg https://mmbiz.qpic.cn/a/1/640 [茶山]".to_owned(),
        ),
        (
            format!("<P>{picture}<p style='text-align:center;font-weight:bold'>▲清晨的茶山</p>"),
            "P\nimg https://mmbiz.qpic.cn/a/1/640 [b{▲清晨的茶山}]".to_owned(),
        ),
        // What goes on below the picture is text.
        (below(QUIET, "但…"), apart("但…")),
        (
            format!("<P>{picture}<p style='{QUIET}'>山间来信</p>"),
            "P\nimg https://mmbiz.qpic.cn/a/1/640\np 山间来信".to_owned(),
        ),
    ] {
        assert_eq!(page(&html), expected, "{html}");
    }
}

#[test]
fn what_no_reader_sees_is_part_of_nothing() {
    let draft = |text: &str, size: f32, hidden: bool| Draft {
        block: Block::paragraph(text),
        look: Look {
            hidden,
            size,
            bold: 1.0,
            centred: true,
            ..Look::default()
        },
    };
    let drafts = vec![
        draft("• 一", 15.0, false),
        draft("• 二", 15.0, true),
        draft("采茶", 24.0, true),
        Draft {
            block: Block::paragraph(&"春天到了，山上的茶树发了新芽。".repeat(4)),
            look: Look {
                size: 15.0,
                ..Look::default()
            },
        },
    ];
    let recovered = crate::lower::structure::recover(drafts.clone(), &[]);
    assert_eq!(recovered, drafts);
}

/// Markers and looks at random lose nothing: numbers and bullets aside, every letter is there, in order.
#[test]
fn no_letter_is_lost_whatever_it_looks_like() {
    const STYLES: [&str; 9] = [
        "font-size:20px;font-weight:bold",
        "text-align:center;color:#888;font-size:12px",
        "border-left:3px solid red",
        "background:#eee",
        "padding-left:30px",
        "display:flex",
        "font-size:.5em",
        "border-bottom:1px solid red",
        "",
    ];
    const MARKERS: [&str; 8] = ["• ", "1. ", "2. ", "3、", "（一）", "01 ", "一、", ""];
    let mut random = Random(11);
    for case in 0..2000 {
        let mut html = String::new();
        let mut letters = String::new();
        let mut n_open = 0;
        for word in 0..random.below(30) {
            match random.below(6) {
                0 => {
                    let style = STYLES[random.below(STYLES.len())];
                    html.push_str(&format!("<section style='{style}'>"));
                    n_open += 1;
                }
                1 if n_open > 0 => {
                    html.push_str("</section>");
                    n_open -= 1;
                }
                2 => html.push_str("<br>"),
                3 => html.push_str("<img data-src='https://mmbiz.qpic.cn/a/1/640'>"),
                _ => {
                    let style = STYLES[random.below(STYLES.len())];
                    let marker = MARKERS[random.below(MARKERS.len())];
                    html.push_str(&format!("<p style='{style}'>{marker}字{word}甲</p>"));
                    letters.push_str(&format!("字{word}甲"));
                }
            }
        }
        let mut seen = String::new();
        gather(&blocks(&html), &mut seen);
        // The numbers of items are no text of theirs any more.
        for (marker, _) in [
            ("1.", 0),
            ("2.", 0),
            ("3、", 0),
            ("（一）", 0),
            ("01", 0),
            ("一、", 0),
        ] {
            seen = seen
                .replace(&format!("{marker} 字"), "字")
                .replace(&format!("{marker}字"), "字");
        }
        let seen: String = seen.chars().filter(|c| c.is_alphanumeric()).collect();
        assert_eq!(seen, letters, "case {case}: {html}");
    }
}

/// Many panels, numbers, items and pictures cost what they are long.
#[test]
fn structure_is_recovered_in_linear_time() {
    let time = |n: usize| {
        let html = [
            "<section style='border-left:3px solid red'>",
            "<section style='background:red'><p>1</p></section><p style='font-size:20px'><b>一、采茶</b></p><p>• 一</p><p>1. 二</p>",
            "</section>",
        ];
        let html = format!(
            "{}{}{}",
            html[0].repeat(100),
            html[1].repeat(n),
            html[2].repeat(100)
        );
        let tree = dom::parse(&html);
        let start = std::time::Instant::now();
        assert!(!lower(tree.tree.root()).recovered().is_empty());
        start.elapsed()
    };
    time(200);
    let (short, long) = (time(500), time(4000));
    assert!(
        long < short * 8 * 6,
        "{short:?}, eight times as much: {long:?}"
    );
}
