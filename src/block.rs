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
    /// A table of at least two rows and two columns. Every row has the same number of cells.
    Table {
        /// The rows, the first of which is the head.
        rows: Vec<Vec<Vec<Inline>>>,
    },
    /// A picture that stands by itself.
    Image {
        /// The picture.
        #[serde(flatten)]
        image: Image,
        /// Where a click on the picture leads.
        link: Option<String>,
    },
    /// Something WeChat shows as a player or a card: video, audio, vote, mini-program, account card …
    Embed {
        /// What it is.
        kind: EmbedKind,
        /// The name shown, where the page gives one.
        title: Option<String>,
        /// Where it leads, where the page says it.
        url: Option<String>,
    },
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
}

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Image {
    /// Its address. WeChat's picture host serves it only without a foreign `Referer`.
    pub url: String,
    /// What it shows, in words; empty where the page says only 图片 (“picture”).
    pub alt: String,
    /// Width in pixels of the stored picture, where the page tells.
    pub width: Option<u32>,
    /// Height in pixels of the stored picture, where the page tells.
    pub height: Option<u32>,
}

/// What an [`Block::Embed`] is.
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
    /// A paragraph of one unmarked run.
    #[cfg(test)]
    pub(crate) fn paragraph(text: &str) -> Block {
        Block::Paragraph {
            content: vec![Inline::text(text)],
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
        }
    }
    text
}
