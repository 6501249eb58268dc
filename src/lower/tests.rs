//! Markup in, blocks out.

mod code;
mod embed;
mod footnote;
mod formula;
mod hidden;
mod image;
mod structure;
mod table;
mod text;

use super::*;
use crate::block::{Block, Cell, Embed, Inline, MAX_NESTING, Marks, plain_text};
use crate::dom;

fn blocks(html: &str) -> Vec<Block> {
    let html = dom::parse(html);
    blocks_of(lower(html.tree.root()))
}

fn blocks_of(lowered: Lowered) -> Vec<Block> {
    let drafts = lowered.recovered().into_iter();
    drafts.map(|draft| draft.block).collect()
}

/// Blocks as one line each: `p text`, `h2 text`, `img url`, `ul [p a][p b]` …
fn outline(blocks: &[Block]) -> String {
    let lines: Vec<String> = blocks.iter().map(line).collect();
    lines.join("\n")
}

fn line(block: &Block) -> String {
    match block {
        Block::Paragraph { content } => format!("p {}", inline(content)),
        Block::Heading { level, content } => format!("h{level} {}", inline(content)),
        Block::List { start, items } => {
            let items: Vec<String> = items
                .iter()
                .map(|item| format!("[{}]", outline(item)))
                .collect();
            let name = start.map_or("ul".to_owned(), |start| format!("ol{start}"));
            format!("{name} {}", items.concat())
        }
        Block::Quote { blocks } => format!("quote [{}]", outline(blocks)),
        Block::Code { language, text } => {
            format!("code {} {text:?}", language.as_deref().unwrap_or("-"))
        }
        Block::Table { rows } => {
            let row = |cells: &Vec<Cell>| cells.iter().map(cell).collect::<Vec<_>>().join("|");
            format!(
                "table {}",
                rows.iter().map(row).collect::<Vec<_>>().join(" / ")
            )
        }
        Block::Formula { latex } => format!("formula {latex}"),
        Block::Image {
            image,
            link,
            caption,
        } => {
            let link = link.as_ref().map(|to| format!(" -> {to}"));
            let caption = (!caption.is_empty()).then(|| format!(" [{}]", inline(caption)));
            format!(
                "img {}{}{}",
                image.url,
                link.unwrap_or_default(),
                caption.unwrap_or_default()
            )
        }
        Block::Embed(embed) => {
            let Embed {
                kind, title, url, ..
            } = &**embed;
            format!(
                "{kind:?} {} {}",
                title.as_deref().unwrap_or("-"),
                url.as_deref().unwrap_or("-")
            )
        }
        Block::Divider => "hr".to_owned(),
    }
}

/// A cell: its text, and before it the columns and rows it takes up, if more than one: `2x1:text`.
fn cell(cell: &Cell) -> String {
    let text = inline(&cell.content);
    match (cell.columns, cell.rows) {
        (1, 1) => text,
        (columns, rows) => format!("{columns}x{rows}:{text}"),
    }
}

/// Inline content with its marks as letters before each run: `b{bold}`, `bi{both}`, `a{link}`; `⏎` is a break.
fn inline(content: &[Inline]) -> String {
    content
        .iter()
        .map(|inline| match inline {
            Inline::Break => "⏎".to_owned(),
            Inline::Image(image) => format!("<{}>", image.url),
            Inline::Formula { latex } => format!("${latex}$"),
            Inline::Footnote { content, .. } => format!("[^{}]", self::inline(content)),
            Inline::Text(run) => {
                let Marks {
                    strong,
                    emphasis,
                    strike,
                    code,
                    sup,
                    sub,
                    underline,
                    highlight,
                } = run.marks;
                let marks = [
                    (strong, "b"),
                    (emphasis, "i"),
                    (strike, "s"),
                    (code, "c"),
                    (sup, "^"),
                    (sub, "_"),
                    (underline, "u"),
                    (highlight, "h"),
                    (run.link.is_some(), "a"),
                ];
                let marks: String = marks
                    .iter()
                    .filter(|(set, _)| *set)
                    .map(|(_, letter)| *letter)
                    .collect();
                if marks.is_empty() {
                    run.text.clone()
                } else {
                    format!("{marks}{{{}}}", run.text)
                }
            }
        })
        .collect()
}

#[test]
fn markup_becomes_blocks() {
    for (html, expected) in [
        // Paragraphs, however they are built.
        (
            "<p>一</p><section><section>二</section></section><div>三<p>四</p>五</div>",
            "p 一\np 二\np 三\np 四\np 五",
        ),
        (
            "<p><br></p><p>&nbsp;</p><section>\u{200b}</section><p>一</p>",
            "p 一",
        ),
        ("<p>一<br>二<br><br>三</p>", "p 一⏎二\np 三"),
        (
            "<span style='display:block'>一</span><span style='display: block'>二</span>",
            "p 一\np 二",
        ),
        // Blanks: as a browser shows them, but none where an editor broke a line between two Chinese characters.
        (
            "<p>  一 \n 二&nbsp;\u{3000}three\nfour  </p>",
            "p 一二 three four",
        ),
        (
            "<p>\u{feff}一\u{200b}二\u{200d}三👨\u{200d}👩</p>",
            "p 一二三👨\u{200d}👩",
        ),
        // Marks by element and by style; a style can undo a mark; a heading is not bold besides.
        (
            "<p><b>粗</b><i>斜</i><span style='font-weight:700'>体</span><strong>重<span style='font-weight:400'>轻</span></strong></p>",
            "p b{粗}i{斜}b{体重}轻",
        ),
        (
            "<p>H<sub>2</sub>O 5<sup>2</sup> <s>错</s> <code>x = 1</code></p>",
            "p H_{2}O 5^{2} s{错} c{x = 1}",
        ),
        ("<h2><strong>一</strong><span>二</span></h2>", "h2 一二"),
        ("<h3>一<br>二</h3>", "h3 一 二"),
        // Links: to articles without tracking, to the web as they are, to scripts not at all.
        (
            "<p><a href='http://mp.weixin.qq.com/s/abc?scene=21#wechat_redirect'>一</a><a href='javascript:;'>二</a></p>",
            "p a{一}二",
        ),
        // Pictures end a paragraph; emoji do not, unless they are all there is.
        (
            "<p>一<img data-src='https://mmbiz.qpic.cn/a/1/640'>二</p>",
            "p 一\nimg https://mmbiz.qpic.cn/a/1/640\np 二",
        ),
        (
            "<p>好<img src='https://res.wx.qq.com/emoji/1.png'>！</p>",
            "p 好<https://res.wx.qq.com/emoji/1.png>！",
        ),
        (
            "<p><img class='wx_emoji' src='https://res.wx.qq.com/emoji/1.png'></p>",
            "img https://res.wx.qq.com/emoji/1.png",
        ),
        (
            "<a href='https://mp.weixin.qq.com/s/abc'><img data-src='https://mmbiz.qpic.cn/a/1/640'></a>",
            "img https://mmbiz.qpic.cn/a/1/640 -> https://mp.weixin.qq.com/s/abc",
        ),
        (
            "<svg><image xlink:href='https://mmbiz.qpic.cn/a/2/640'></image><foreignObject><p>字</p></foreignObject></svg>",
            "img https://mmbiz.qpic.cn/a/2/640\np 字",
        ),
        // Lists and quotes nest.
        (
            "<ul><li>一</li><li><p>二</p><ol start=4><li>三</li></ol></li></ul>",
            "ul [p 一][p 二\nol4 [p 三]]",
        ),
        ("<ul><p>一</p><li></li></ul>", "ul [p 一]"),
        // A list directly within a list belongs to the item before it.
        (
            "<ul><li>一</li><ul><li>二</li></ul><li>三</li></ul>",
            "ul [p 一\nul [p 二]][p 三]",
        ),
        ("<ul></ul><blockquote> </blockquote>", ""),
        (
            "<blockquote><p>一</p><blockquote>二</blockquote></blockquote>",
            "quote [p 一\nquote [p 二]]",
        ),
        ("<li>一</li>", "p 一"),
        // Players and cards.
        (
            "<mpvoice name='雨声&amp;nbsp;第一夜' voice_encode_fileid='x'></mpvoice>",
            "Audio 雨声 第一夜 https://res.wx.qq.com/voice/getvoice?mediaid=x",
        ),
        (
            "<iframe class='video_iframe' data-src='https://v.qq.com/iframe/preview.html?width=5&amp;vid=a1b2'></iframe>",
            "Video - https://v.qq.com/x/page/a1b2.html",
        ),
        (
            "<mp-common-profile data-nickname='某号'></mp-common-profile>",
            "Account 某号 -",
        ),
        ("<iframe></iframe><canvas></canvas>", ""),
        (
            "<mp-common-sticker data-emoji_url='https://mmbiz.qpic.cn/g/1/0'></mp-common-sticker>",
            "img https://mmbiz.qpic.cn/g/1/0",
        ),
    ] {
        assert_eq!(outline(&blocks(html)), expected, "{html}");
    }
}

/// The addresses of all runs of some paragraphs.
fn addresses(blocks: &[Block]) -> Vec<String> {
    let mut addresses = Vec::new();
    for block in blocks {
        let Block::Paragraph { content } = block else {
            continue;
        };
        for inline in content {
            if let Inline::Text(run) = inline {
                addresses.extend(run.link.clone());
            }
        }
    }
    addresses
}

#[test]
fn addresses_without_end_are_no_links() {
    for (length, is_link) in [(LONGEST_ADDRESS, true), (LONGEST_ADDRESS + 1, false)] {
        let url = format!("{:a<length$}", "https://a.cn/");
        let blocks = blocks(&format!("<p><a href='{url}'>字</a></p>"));
        assert_eq!(addresses(&blocks).len(), usize::from(is_link), "{length}");
        assert_eq!(outline(&blocks), if is_link { "p a{字}" } else { "p 字" });
    }
}

/// Each run of a link's text holds its address: what is short in the page would fill the memory.
#[test]
fn addresses_are_repeated_as_far_as_there_is_room() {
    let url = format!("https://a.cn/{}", "a".repeat(2000));
    for part in ["字<b>体</b>", "<p>字体</p>"] {
        let html = format!("<a href='{url}'>{}</a>", part.repeat(10_000));
        let blocks = blocks(&html);
        let repeated: usize = addresses(&blocks).iter().map(String::len).sum();
        assert!((1 << 23..=MOST_REPEATED).contains(&repeated), "{repeated}");
        let text = outline(&blocks);
        assert_eq!(text.matches('体').count(), 10_000);
    }
}

#[test]
fn unknown_elements_give_a_warning_and_keep_their_text() {
    let html = dom::parse("<mp-new>一</mp-new><mp-newer>二</mp-newer>");
    let lowered = lower(html.tree.root());
    assert_eq!(lowered.warnings.len(), 1);
    assert!(lowered.warnings[0].message.contains("<mp-new>"));
    assert_eq!(outline(&blocks_of(lowered)), "p 一二");
}

#[test]
fn containers_deeper_than_the_limit_join_the_innermost() {
    let depth = 3 * MAX_NESTING;
    let html = format!(
        "{}字{}",
        "<blockquote>".repeat(depth),
        "</blockquote>".repeat(depth)
    );
    let mut at = &blocks(&html)[0];
    let mut levels = 0;
    while let Block::Quote { blocks } = at {
        at = &blocks[0];
        levels += 1;
    }
    assert_eq!(levels, MAX_NESTING);
    assert_eq!(line(at), "p 字");
}

/// Every letter is in some block, in order, and nothing else is.
#[test]
fn no_letter_is_lost_or_invented() {
    const TAGS: [&str; 27] = [
        "p",
        "section",
        "div",
        "span",
        "strong",
        "em",
        "a",
        "ul",
        "ol",
        "li",
        "blockquote",
        "h2",
        "pre",
        "code",
        "table",
        "tbody",
        "tr",
        "td",
        "figure",
        "sup",
        "svg",
        "mp-new",
        "center",
        "font",
        "th rowspan=2",
        "caption",
        "s style=display:none",
    ];
    let mut random = Random(7);
    for case in 0..3000 {
        let mut html = String::new();
        let mut open = Vec::new();
        for word in 0..random.below(40) {
            match random.below(5) {
                0 | 1 => {
                    let tag = TAGS[random.below(TAGS.len())];
                    html.push_str(&format!("<{tag}>"));
                    open.push(tag);
                }
                2 => {
                    if let Some(tag) = open.pop() {
                        let name = tag.split(' ').next().unwrap_or(tag);
                        html.push_str(&format!("</{name}>"));
                    }
                }
                3 => html.push_str(["<br>", "<hr>", " ", "\n"][random.below(4)]),
                _ => html.push_str(&format!("字{word}a")),
            }
        }
        let tree = dom::parse(&html);
        let letters = |text: &str| {
            let mut letters: Vec<char> = text.chars().filter(|c| c.is_alphanumeric()).collect();
            if html.contains("display:none") {
                // What is hidden follows what it stands in.
                letters.sort_unstable();
            }
            letters
        };
        let mut seen = String::new();
        gather(&blocks_of(lower(tree.tree.root())), &mut seen);
        assert_eq!(
            letters(&seen),
            letters(&dom::text(tree.tree.root())),
            "case {case}: {html}"
        );
    }
}

/// Asserts what each markup becomes; a line that no reader sees begins with `-`.
fn assert_becomes(cases: &[(&str, &str)]) {
    for (html, expected) in cases {
        let tree = dom::parse(html);
        let lines: Vec<String> = lower(tree.tree.root())
            .recovered()
            .iter()
            .map(|draft| {
                format!(
                    "{}{}",
                    if draft.look.hidden { "-" } else { "" },
                    line(&draft.block)
                )
            })
            .collect();
        assert_eq!(lines.join("\n"), *expected, "{html}");
    }
}

fn gather(blocks: &[Block], text: &mut String) {
    for block in blocks {
        match block {
            Block::Paragraph { content } | Block::Heading { content, .. } => {
                text.push_str(&plain_text(content))
            }
            Block::List { items, .. } => items.iter().for_each(|item| gather(item, text)),
            Block::Quote { blocks } => gather(blocks, text),
            Block::Code { text: code, .. } => text.push_str(code),
            Block::Table { rows } => rows
                .iter()
                .flatten()
                .for_each(|cell| text.push_str(&plain_text(&cell.content))),
            Block::Formula { latex } => text.push_str(latex),
            Block::Image { caption, .. } => text.push_str(&plain_text(caption)),
            Block::Embed(_) | Block::Divider => {}
        }
    }
}

/// Xorshift: numbers that look random and are the same on each run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }
}
