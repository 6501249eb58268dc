//! The result: an article as pieces, each with its verdict.

use std::borrow::Cow;
use std::ops::Range;

use serde::Serialize;

use crate::block::{Block, Inline};
use crate::credits::{self, Credit};
use crate::draft::Draft;
use crate::judge::Rule;
use crate::measure::Measure;
use crate::options::Render;
use crate::page::Page;

/// A cleaned article: everything a reader could see in its body, in order, each piece kept or removed.
///
/// It can be changed and written again, with other choices too:
///
/// ```
/// use wechat_article_cleaner::{Block, Links, Options, Piece, clean};
///
/// let page = r#"<div id="js_content"><p>地图在<a href="https://tea.example/">茶山的网站</a>上。</p></div>"#;
/// let mut article = clean(page, &Options::default())?;
/// assert_eq!(article.to_markdown(), "地图在[茶山的网站](https://tea.example/)上。\n");
///
/// article.render.links = Links::Drop;
/// article.pieces.push(Piece::from(Block::Divider));
/// assert_eq!(article.to_markdown(), "地图在茶山的网站上。\n\n---\n");
/// # Ok::<(), wechat_article_cleaner::Error>(())
/// ```
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Article {
    /// What page it stands on, and what the page says about it.
    pub page: Page,
    /// The body in reading order. Kept and removed pieces together are all of it.
    pub pieces: Vec<Piece>,
    /// Oddness met on the way that did not prevent a result.
    pub warnings: Vec<Warning>,
    /// How it is written: change it to write the same article again, otherwise.
    pub render: Render,
    /// Whether the addresses of pictures are the caller's own, which may be paths.
    pub(crate) has_own_images: bool,
}

/// An article as it was found, not judged yet.
pub(crate) struct Found {
    pub page: Page,
    pub drafts: Vec<Draft>,
    /// Which of the drafts are the article. What stands before and after is the page around it.
    pub article: Range<usize>,
    pub warnings: Vec<Warning>,
}

/// A block of the body with its verdict. Its place in [`Article::pieces`] is its id.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Piece {
    /// The block. A paragraph of several lines is as many pieces, so that one line can be removed alone.
    pub block: Block,
    /// Whether this is a further line of the paragraph that the piece before it belongs to.
    pub continues: bool,
    /// Kept or removed.
    pub verdict: Verdict,
    /// Whether a rule's removal of it rests on little, its words alone or its neighbours alone: of all that was removed,
    /// look at this first.
    pub uncertain: bool,
}

/// Whether a piece belongs to the article.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Verdict {
    /// It does.
    Keep,
    /// A rule removed it.
    Remove(&'static Rule),
    /// A rule would have removed it, but the options kept it.
    Restored(&'static Rule),
}

/// Oddness that did not prevent a result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Warning {
    /// Stable between versions, lower case, words parted by `-`.
    pub code: &'static str,
    /// One sentence in English.
    pub message: String,
}

impl Warning {
    pub(crate) fn new(code: &'static str, message: impl Into<String>) -> Self {
        Warning {
            code,
            message: message.into(),
        }
    }
}

/// A piece that is kept.
impl From<Block> for Piece {
    fn from(block: Block) -> Piece {
        Piece {
            block,
            continues: false,
            verdict: Verdict::Keep,
            uncertain: false,
        }
    }
}

impl Piece {
    /// Whether the piece is part of the article as it will be shown.
    pub fn is_kept(&self) -> bool {
        !matches!(self.verdict, Verdict::Remove(_))
    }
}

impl Article {
    /// The article alone: the kept blocks, lines of one paragraph put together again.
    pub fn blocks(&self) -> Vec<Block> {
        let (blocks, _) = self.placed_blocks();
        blocks.into_iter().map(Cow::into_owned).collect()
    }

    /// Who made the article, from the lines that say so, kept or not: author, editor, source …
    pub fn credits(&self) -> Vec<Credit> {
        credits::credits(&self.pieces)
    }

    /// How much there is to read: Chinese characters, kana and hangul each count one, and so does each word of other
    /// scripts. The title does not count, nor do names of pictures and cards.
    pub fn word_count(&self) -> usize {
        self.measure().n_words()
    }

    /// The minutes it takes to read at 400 of these a minute, rounded up.
    pub fn reading_minutes(&self) -> usize {
        self.measure().minutes()
    }

    /// The language as a tag (`zh-CN`, `ja`, `ko`), where the script of the title and the text tells it.
    pub fn language(&self) -> Option<&'static str> {
        self.measure().and(&self.page.title).language()
    }

    /// How much the kept blocks hold. Whether the lines of a paragraph are put together makes no difference to it.
    pub(crate) fn measure(&self) -> Measure {
        let kept = self.pieces.iter().filter(|piece| piece.is_kept());
        Measure::of(kept.map(|piece| &piece.block))
    }

    /// The kept blocks, and for each piece the index of the first kept block that stands after its beginning. Only
    /// paragraphs of several lines are made anew.
    pub(crate) fn placed_blocks(&self) -> (Vec<Cow<'_, Block>>, Vec<usize>) {
        let mut blocks: Vec<Cow<'_, Block>> = Vec::new();
        let mut places = Vec::with_capacity(self.pieces.len());
        let mut paragraph_open = false;
        for piece in &self.pieces {
            places.push(blocks.len());
            paragraph_open &= piece.continues;
            if !piece.is_kept() {
                continue;
            }
            if paragraph_open
                && let Block::Paragraph { content: line } = &piece.block
                && let Some(block) = blocks.last_mut()
                && let Block::Paragraph { .. } = **block
                && let Block::Paragraph { content } = block.to_mut()
            {
                content.push(Inline::Break);
                content.extend(line.iter().cloned());
            } else {
                blocks.push(Cow::Borrowed(&piece.block));
                paragraph_open = true;
            }
        }
        (blocks, places)
    }
}
