//! What each rule removes, and what looks alike and is spared.
//!
//! A case is a small article written one piece a line; the piece under test is the line that begins with `>`.
//!
//! - `…` stands for eight paragraphs of prose, `# ` begins a heading, `---` is a divider.
//! - `[img 300x300 name]` is a picture, `-` one of unknown size.
//! - `[link] text` is a link to another article, `[links] text / text` a list of them, `[list] text / text` one of texts,
//!   `[code] line / line` a code block.
//! - `[card 名]` is the card of an account, `[hidden] text` what no reader sees, `[notes] text` what heads notes.
//! - `[archive]` says that all of it comes from an archive in Markdown.
//! - `===` parts the article from the page around it.

mod fires;
mod spares;

pub(super) use fires::FIRES;
pub(super) use spares::SPARES;
