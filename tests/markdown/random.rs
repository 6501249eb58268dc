//! Made-up articles.

use wechat_article_cleaner::{Block, Cell, Embed, EmbedKind, Image, Inline, Marks, Run};

/// What texts are made of: ordinary characters, and all that means something to some reader of Markdown.
const WORDS: &[&str] = &[
    "春",
    "山",
    "茶",
    "字",
    "a",
    "x1",
    "Wörter",
    "한",
    "２",
    "①",
    "々",
    "，",
    "。",
    "：",
    "“",
    "”",
    "（",
    "）",
    "《",
    "》",
    "、",
    "…",
    "—",
    "·",
    "！",
    "★",
    "→",
    "▼",
    "😀",
    "￥",
    "～",
    "®",
    "\u{200b}",
    "\u{fe0f}",
    "Ⓐ",
    " ",
    " ",
    "  ",
    "    ",
    "\u{3000}",
    "\u{a0}",
    "\u{7}",
    "*",
    "**",
    "***",
    "_",
    "__",
    "~",
    "~~",
    "~~~",
    "`",
    "``",
    "```",
    "* ",
    " *",
    "_ ",
    " _",
    "snake_case",
    "2*3*4",
    "10~20",
    "__init__",
    "\\",
    "\\\\",
    "\\*",
    "C:\\Users",
    "#",
    "# ",
    "## ",
    "-",
    "- ",
    "--",
    "---",
    "- - -",
    "+",
    "+ ",
    "=",
    "===",
    ">",
    "> ",
    ">>",
    "1. ",
    "2) ",
    "1.",
    "3)",
    "1234567890. ",
    ".",
    "|",
    "| - |",
    ":-:",
    "---|---",
    "[",
    "]",
    "](",
    "(",
    ")",
    "]:",
    "![",
    "!",
    "[1]",
    "[^1]",
    "[^1]:",
    "[x] ",
    "[ ] ",
    "[!NOTE]",
    "<",
    "<b>",
    "</i>",
    "&amp;",
    "&#35;",
    "http://a.cn/b_c_d?e=f&g=h",
    "https://a.cn/s?__b=c,",
    "https://c.cn/b",
    "$x_1$",
    "$",
    "$5",
    "5$",
    "$$",
    "$ ",
    ":",
    "^",
];

const MORE: &[&str] = &[
    "<!--",
    "<a@b.cn>",
    "<https://a.cn>",
    "&copy",
    "&nbsp;",
    "&",
    "<div>",
    "www.a.cn/?__x=y_",
    "a@b.cn",
    "{",
    "www.",
    "WWW.i",
    "HTTP://a.cn",
    "xhttp://a.cn/",
    "![1]",
    "![^1]",
    "](x:y)",
    "]: x:y",
    "x:y",
    "x&colon;y",
    "<x:y>",
    "<evil>",
    "`<evil>`",
    "~`<evil>",
    "//a.cn",
    "<3",
    "\"'",
];

/// What formulas are made of.
const LATEX: &[&str] = &[
    "x^2",
    "a_1 + b_{12}",
    "\\frac{a}{b}",
    "\\alpha",
    "\\|x\\| ",
    "|y|",
    "\\\\",
    "\\\\|",
    "\\$5",
    "\\{1\\}",
    "\\text{元}",
    "a<b>c",
    "<div>",
    "*a* ~~b~~",
    "[d](e)",
    "]: x:y",
    "![1]",
    "http://a",
    "&amp;",
    "\n",
    "\n= x\n",
    "\n===\n",
    "\n- y",
    "\n# z",
    "\n\n",
    "\n> w",
    "\n1. v",
    "\n    u",
    "\u{1}",
    "\r\n\u{7}",
    "\n```\n",
    " ",
    "\\begin{aligned}\na &= b \\\\\nc &= d\n\\end{aligned}",
    "{",
    "}",
    "$",
    "`",
    "\\",
];

/// Addresses, and how they are written where they are safe.
const ADDRESSES: [(&str, Option<&str>); 13] = [
    ("https://a.cn/$b$/$", Some("https://a.cn/$b$/$")),
    (
        "https://mp.weixin.qq.com/s/a_b_c",
        Some("https://mp.weixin.qq.com/s/a_b_c"),
    ),
    ("https://a.cn/b", Some("https://a.cn/b")),
    ("https://a.cn/b", Some("https://a.cn/b")),
    ("//a.cn/(b)", Some("https://a.cn/(b)")),
    (
        "https://a.cn/b)c*d*&amp;e",
        Some("https://a.cn/b)c*d*&amp;e"),
    ),
    (
        "https://a.cn/a b|c<d>",
        Some("https://a.cn/a%20b%7Cc%3Cd%3E"),
    ),
    ("https://a.cn/[山](水)", Some("https://a.cn/[山](水)")),
    (
        "https://a.cn/?a=`b`&c=\\*",
        Some("https://a.cn/?a=%60b%60&c=/*"),
    ),
    (
        "https://a.cn/a&copy=~~b~~",
        Some("https://a.cn/a&copy=~~b~~"),
    ),
    ("javascript:alert(1)", None),
    ("#top", None),
    ("", None),
];

/// How an address should read, if it is to be written at all. Those of real pages were made safe when they were read.
pub fn address(given: &str) -> Option<String> {
    match ADDRESSES.iter().find(|(address, _)| *address == given) {
        Some((_, written)) => written.map(str::to_owned),
        None => Some(given.to_owned()),
    }
}

/// Where choices come from.
pub enum Random<'a> {
    /// A sequence of numbers (xorshift64*).
    Sequence(u64),
    /// What a fuzzer chose, which may be characters of its own too. After its end, the first of everything.
    Given(&'a [u8]),
}

impl Random<'_> {
    pub fn new(seed: u64) -> Random<'static> {
        Random::Sequence(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    pub fn below(&mut self, end: usize) -> usize {
        match self {
            Random::Sequence(state) => {
                *state ^= *state >> 12;
                *state ^= *state << 25;
                *state ^= *state >> 27;
                (state.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % end
            }
            Random::Given(bytes) => usize::from(take(bytes)) % end,
        }
    }

    fn one_in(&mut self, chance: usize) -> bool {
        self.below(chance) == 0
    }

    pub fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    /// Some of what `make` makes: fewer than `end`, but never none.
    fn some<T>(&mut self, end: usize, mut make: impl FnMut(&mut Self) -> T) -> Vec<T> {
        let n = 1 + self.below(end - 1);
        (0..n).map(|_| make(self)).collect()
    }

    /// Characters from all over Unicode, most of them from its first half a thousand.
    pub fn characters(&mut self) -> Vec<u8> {
        let characters = (0..400).map(|_| {
            let end = self.one_of(&[0x80, 0x80, 0x200, 0x3100, 0x1_0000, 0x11_0000]);
            char::from_u32(self.below(end) as u32).unwrap_or('字')
        });
        characters.collect::<String>().into_bytes()
    }

    pub fn blocks(&mut self) -> Vec<Block> {
        self.some(6, |random| random.block(0))
    }

    pub fn paragraph(&mut self) -> Block {
        Block::Paragraph {
            content: self.content(),
        }
    }

    fn block(&mut self, depth: usize) -> Block {
        let kinds = if depth < 4 { 15 } else { 11 };
        match self.below(kinds) {
            0..4 => self.paragraph(),
            4 => Block::Heading {
                level: 1 + self.below(6) as u8,
                content: self.content(),
            },
            5 => Block::Code {
                language: self.one_in(2).then(|| {
                    self.one_of(&["rust", "c++", "objective-c", "c#"])
                        .to_owned()
                }),
                text: self.code(),
            },
            6 => self.table(),
            7 => {
                let image = self.image();
                let link = self.one_in(2).then(|| self.address());
                let mut block = Block::image(image, link);
                if let Block::Image { caption, .. } = &mut block
                    && self.one_in(2)
                {
                    *caption = self.content();
                }
                block
            }
            8 => Block::embed(self.embed()),
            9 => Block::Divider,
            10 => Block::Formula {
                latex: self.some(4, |random| random.one_of(LATEX)).concat(),
            },
            11 => Block::Quote {
                blocks: self.some(4, |random| random.block(depth + 1)),
            },
            _ => Block::List {
                start: self.one_in(2).then(|| self.one_of(&[0, 1, 1, 1, 9, 2024])),
                items: self.some(4, |random| random.some(3, |random| random.block(depth + 1))),
            },
        }
    }

    fn table(&mut self) -> Block {
        let columns = 1 + self.below(4);
        let has_spans = self.one_in(3);
        let cell = |random: &mut Self| {
            let content = if random.one_in(6) {
                Vec::new()
            } else {
                random.content()
            };
            let mut cell = Cell::new(content);
            if has_spans {
                cell.columns = random.one_of(&[1, 1, 2, 9]);
                cell.rows = random.one_of(&[1, 1, 2, 9]);
            }
            cell
        };
        Block::Table {
            rows: self.some(4, |random| (0..columns).map(|_| cell(random)).collect()),
        }
    }

    fn embed(&mut self) -> Embed {
        let kind = self.one_of(&[
            EmbedKind::Video,
            EmbedKind::Music,
            EmbedKind::Vote,
            EmbedKind::MiniProgram,
        ]);
        let title = self.one_in(2).then(|| self.text());
        let url = self.one_in(2).then(|| self.address());
        let mut embed = Embed::new(kind, title, url);
        embed.author = self.one_in(4).then(|| self.text());
        embed.description = self.one_in(4).then(|| self.text());
        embed.duration = self
            .one_in(4)
            .then(|| self.one_of(&[0, 7, 205, 3599, 3600, 100_000]));
        if self.one_in(4) {
            embed.choices = self.some(4, Random::text);
        }
        embed
    }

    fn content(&mut self) -> Vec<Inline> {
        let mut content = self.plain_content();
        if self.one_in(4) {
            let note = Inline::Footnote {
                number: self.one_in(2).then(|| self.one_of(&[0, 1, 1, 6, 7, 77])),
                content: self.plain_content(),
            };
            let at = self.below(content.len() + 1);
            content.insert(at, note);
        }
        content
    }

    /// Content without notes.
    fn plain_content(&mut self) -> Vec<Inline> {
        let n_words = self.one_of(&[2, 2, 3, 6]);
        // Some content is full of marks that meet, some has few.
        let rarity = self.one_of(&[1, 1, 2, 4]);
        self.some(8, |random| match random.below(12) {
            0 => Inline::Break,
            1 => Inline::Image(random.image()),
            2 => Inline::Formula {
                latex: random.some(3, |random| random.one_of(LATEX)).concat(),
            },
            _ => Inline::Text(random.run(n_words, rarity)),
        })
    }

    fn run(&mut self, n_words: usize, rarity: usize) -> Run {
        Run {
            text: self.some(n_words, |random| random.word()).concat(),
            marks: Marks {
                strong: self.one_in(2 * rarity),
                emphasis: self.one_in(4 * rarity),
                strike: self.one_in(6 * rarity),
                code: self.one_in(8 * rarity),
                sup: self.one_in(12 * rarity),
                sub: self.one_in(12 * rarity),
                underline: self.one_in(8 * rarity),
                highlight: self.one_in(12 * rarity),
            },
            link: self.one_in(4 * rarity).then(|| self.address()),
        }
    }

    fn word(&mut self) -> String {
        let word = match self.below(4) {
            0 => self.one_of(&WORDS[..24]),
            1 => self.one_of(MORE),
            2 => match self {
                Random::Given(bytes) => return own_word(bytes),
                Random::Sequence(_) => self.one_of(WORDS),
            },
            _ => self.one_of(WORDS),
        };
        word.to_owned()
    }

    fn text(&mut self) -> String {
        self.some(6, |random| random.word()).concat()
    }

    fn code(&mut self) -> String {
        let lines = self.some(5, |random| match random.below(4) {
            0 => String::new(),
            // Lines that end other code.
            1 => random
                .one_of(&["```", "````", "~~~", "    ", "\tx", "\u{5}"])
                .to_owned(),
            _ => random.text().replace('\u{7}', "\t"),
        });
        lines.join("\n").trim_end_matches('\n').to_owned()
    }

    fn address(&mut self) -> String {
        let (given, _) = self.one_of(&ADDRESSES);
        given.to_owned()
    }

    fn image(&mut self) -> Image {
        Image {
            url: self.address(),
            alt: self.text(),
            ..Image::default()
        }
    }
}

/// The next byte.
fn take(bytes: &mut &[u8]) -> u8 {
    let Some((first, rest)) = bytes.split_first() else {
        return 0;
    };
    *bytes = rest;
    *first
}

/// A few characters as they stand there.
fn own_word(bytes: &mut &[u8]) -> String {
    let length = usize::from(take(bytes) % 8).min(bytes.len());
    let (word, rest) = bytes.split_at(length);
    *bytes = rest;
    String::from_utf8_lossy(word).into_owned()
}
