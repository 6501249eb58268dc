//! What an article is made of: typed blocks, and the inline content within them.
//!
//! Inline content is a flat run of [`Inline`]s that carry their marks, not a tree: runs merge by comparing
//! marks, and no depth of nesting in a page can become a depth of recursion here. Quotes and lists do nest,
//! no deeper than [`MAX_NESTING`].

use serde::Serialize;

/// How deep quotes and lists may stand within each other; what lies deeper joins the innermost one.
pub const MAX_NESTING: usize = 8;

/// One block of an article, in reading order.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase"
)]
#[non_exhaustive]
pub enum Block {
    /// A paragraph of text; [`Inline::Break`] parts its lines.
    Paragraph {
        /// The text.
        content: Vec<Inline>,
    },
    /// A heading.
    Heading {
        /// 1 (highest) to 6. The article's title stands above all of them and is not among the blocks.
        level: u8,
        /// The text.
        content: Vec<Inline>,
    },
    /// A list. Contains other blocks.
    List {
        /// The number of the first item, or `None` for a bulleted list.
        start: Option<u32>,
        /// The items, each one or more blocks.
        items: Vec<Vec<Block>>,
    },
    /// A quotation. Contains other blocks.
    Quote {
        /// What is quoted.
        blocks: Vec<Block>,
    },
    /// A code block.
    Code {
        /// The language as the page names it, in lower case.
        language: Option<String>,
        /// The code, lines parted by `\n`, without a trailing one.
        text: String,
    },
    /// A table of at least two rows and two columns. Every place in it belongs to one cell.
    Table {
        /// The rows, the first of which is the head, each with the cells that begin in it.
        rows: Vec<Vec<Cell>>,
    },
    /// A formula that stands by itself.
    Formula {
        /// The formula in LaTeX, without dollar signs.
        latex: String,
    },
    /// A picture that stands by itself.
    Image {
        /// The picture.
        #[serde(flatten)]
        image: Box<Image>,
        /// Where a click on the picture leads.
        link: Option<String>,
        /// The words set below it; empty where there are none.
        caption: Vec<Inline>,
    },
    /// Something WeChat shows as a player or a card: video, audio, vote, mini-program, account card …
    Embed(Box<Embed>),
    /// A line between two parts of the text.
    Divider,
}

/// A piece of inline content.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "camelCase")]
#[non_exhaustive]
pub enum Inline {
    /// A run of text with the same marks throughout.
    Text(Run),
    /// A small picture within the text.
    Image(Image),
    /// A formula within the text.
    Formula {
        /// The formula in LaTeX, without dollar signs.
        latex: String,
    },
    /// A note to the text before it.
    Footnote {
        /// The number that the page gives it, if it gives one.
        number: Option<u32>,
        /// The note, without its number; no further notes stand in it.
        content: Vec<Inline>,
    },
    /// The end of a line within a paragraph.
    Break,
}

/// A run of text with the same marks throughout.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Run {
    /// The text: plain characters, no markup, no line breaks.
    pub text: String,
    /// How it is set.
    #[serde(flatten)]
    pub marks: Marks,
    /// The address it links to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
}

/// How a run of text is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Marks {
    /// Bold, by element or by style.
    #[serde(skip_serializing_if = "is_false")]
    pub strong: bool,
    /// Italic, by element or by style.
    #[serde(skip_serializing_if = "is_false")]
    pub emphasis: bool,
    /// Struck through.
    #[serde(skip_serializing_if = "is_false")]
    pub strike: bool,
    /// Code within a line.
    #[serde(skip_serializing_if = "is_false")]
    pub code: bool,
    /// Raised, such as a note's number.
    #[serde(skip_serializing_if = "is_false")]
    pub sup: bool,
    /// Lowered, such as in a chemical formula.
    #[serde(skip_serializing_if = "is_false")]
    pub sub: bool,
    /// Underlined, where it is no link.
    #[serde(skip_serializing_if = "is_false")]
    pub underline: bool,
    /// Set on a coloured ground, as with a marker pen.
    #[serde(skip_serializing_if = "is_false")]
    pub highlight: bool,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Cell {
    /// The text.
    pub content: Vec<Inline>,
    /// How many columns it takes up, at least 1.
    pub columns: u32,
    /// How many rows it takes up, at least 1.
    pub rows: u32,
}

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Image {
    /// Its address. WeChat's picture host serves it only without a foreign `Referer`.
    pub url: String,
    /// What it shows, in words; empty where the page says only 图片 (“picture”).
    pub alt: String,
    /// Width in pixels of the stored picture, or as it is shown where that is no larger than a sign; where the page tells.
    pub width: Option<u32>,
    /// Height in pixels, likewise.
    pub height: Option<u32>,
}

/// Something that WeChat shows as a player or a card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Embed {
    /// What it is.
    pub kind: EmbedKind,
    /// The name shown, where the page gives one.
    pub title: Option<String>,
    /// Where it leads, where the page says it.
    pub url: Option<String>,
    /// Whose it is: the singer, the channel, the account that sells.
    pub author: Option<String>,
    /// What the card says about it.
    pub description: Option<String>,
    /// How long it plays, in seconds.
    pub duration: Option<u32>,
    /// The address of the picture shown before it plays, or of an account's portrait.
    pub cover: Option<String>,
    /// What can be chosen in a vote.
    pub choices: Vec<String>,
}

/// What an [`Embed`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum EmbedKind {
    /// A film, from WeChat, Tencent Video or a channel (视频号).
    Video,
    /// A recording.
    Audio,
    /// A piece of music.
    Music,
    /// A vote (投票).
    Vote,
    /// A mini-program (小程序).
    MiniProgram,
    /// A thing for sale.
    Product,
    /// The card of an Official Account.
    Account,
    /// A place on the map.
    Location,
    /// Anything else that a frame or a WeChat element holds.
    Other,
}

impl Block {
    /// A picture without a caption.
    pub fn image(image: Image, link: Option<String>) -> Block {
        Block::Image {
            image: Box::new(image),
            link,
            caption: Vec::new(),
        }
    }

    /// A player or a card.
    pub fn embed(embed: Embed) -> Block {
        Block::Embed(Box::new(embed))
    }

    /// A paragraph of one unmarked run.
    #[cfg(test)]
    pub(crate) fn paragraph(text: &str) -> Block {
        Block::Paragraph {
            content: vec![Inline::text(text)],
        }
    }
}

impl Embed {
    /// An embed of which nothing else is known.
    pub fn new(kind: EmbedKind, title: Option<String>, url: Option<String>) -> Embed {
        Embed {
            kind,
            title,
            url,
            author: None,
            description: None,
            duration: None,
            cover: None,
            choices: Vec::new(),
        }
    }
}

impl Cell {
    /// A cell of one column and one row.
    pub fn new(content: Vec<Inline>) -> Cell {
        Cell {
            content,
            columns: 1,
            rows: 1,
        }
    }
}

impl Inline {
    /// An unmarked run of text.
    pub fn text(text: impl Into<String>) -> Inline {
        Inline::Text(Run {
            text: text.into(),
            ..Run::default()
        })
    }
}

fn is_false(value: &bool) -> bool {
    !*value
}

/// The characters of inline content without their marks; breaks become `\n`.
pub(crate) fn plain_text(content: &[Inline]) -> String {
    let mut text = String::new();
    for inline in content {
        match inline {
            Inline::Text(run) => text.push_str(&run.text),
            Inline::Break => text.push('\n'),
            Inline::Image(image) => text.push_str(&image.alt),
            Inline::Formula { latex } => text.push_str(latex),
            Inline::Footnote { .. } => {}
        }
    }
    text
}
