//! Writes the article in each format.
//!
//! All formats come from the same blocks, so they cannot disagree. What is safe to link to and to load is decided in
//! one place ([`address`](crate::address)), how marks nest in another ([`spans`]), what the caller chose in a third
//! ([`prepare`]).

mod file_name;
mod html;
mod json;
mod markdown;
mod numbered;
mod prepare;
mod spans;
mod table;
#[cfg(test)]
mod tests;
mod text;

use std::borrow::Cow;

use crate::article::Article;
use crate::block::{Block, Image, Inline};
use crate::page::Page;

pub use html::ALLOWED_HTML;

impl Article {
    /// The article as Markdown: YAML front matter unless the options leave it out, the title, the kept blocks.
    ///
    /// It is CommonMark with GitHub's tables, strike, footnotes and formulas. Emphasis that CommonMark's delimiters
    /// cannot express next to Chinese punctuation stands as HTML elements, and nothing else does but marked, raised and
    /// lowered text, the line ends within a table, and tables whose cells span rows or columns. Captions stand in
    /// emphasis below their pictures; underlines are left out.
    pub fn to_markdown(&self) -> String {
        markdown::markdown(self)
    }

    /// The article as an HTML fragment, `<article>…</article>`, that is safe to put into a page as it stands.
    ///
    /// It has no scripts, no styles and no classes but `language-…` on code and `math …` on formulas; links lead to web
    /// and mail addresses only, and pictures load without telling where they are shown, as WeChat's picture host
    /// demands. Nothing comes out but what [`ALLOWED_HTML`] lists.
    pub fn to_html(&self) -> String {
        html::fragment(self)
    }

    /// The article as an HTML document of its own: [`to_html`](Article::to_html) with a head.
    pub fn to_html_document(&self) -> String {
        html::document(self, &self.to_html())
    }

    /// [`to_html`](Article::to_html) and [`to_html_document`](Article::to_html_document), for who wants both.
    #[cfg(all(feature = "js", target_family = "wasm"))]
    pub(crate) fn to_html_and_document(&self) -> (String, String) {
        let fragment = self.to_html();
        let document = html::document(self, &fragment);
        (fragment, document)
    }

    /// The article as plain text: the title and the kept blocks, blank lines between them.
    pub fn to_text(&self) -> String {
        text::text(self)
    }

    /// Gives pictures other addresses, such as those of copies: each the one that `rewrite` returns for it, if any.
    ///
    /// An address may be a path then, `images/1.jpg`, in HTML too. What is neither a path nor a web address is not
    /// written, as ever.
    pub fn rewrite_images(&mut self, mut rewrite: impl FnMut(&Image) -> Option<String>) {
        self.has_own_images = true;
        for piece in &mut self.pieces {
            each_image(&mut piece.block, &mut |image| {
                if let Some(url) = rewrite(image) {
                    image.url = url;
                }
            });
        }
    }

    /// A name for a file that holds the article, from its date and title, without an extension.
    ///
    /// Every file system takes it: at most 120 bytes, no slashes, no control characters, no name that Windows keeps
    /// for itself. `article` where nothing is known.
    pub fn file_name(&self) -> String {
        file_name::file_name(date(&self.page), &self.page.title)
    }

    /// The article as JSON: metadata, kept blocks, pictures and links, and what was removed, with reasons.
    pub fn to_json(&self) -> String {
        json::json(self)
    }

    /// As [`Article::to_json`], for what parses it at once.
    #[cfg(all(feature = "js", target_family = "wasm"))]
    pub(crate) fn to_compact_json(&self) -> String {
        json::compact(self)
    }
}

/// How levels of headings are shown. The title is the only heading of the first level.
#[derive(Clone, Copy)]
struct Levels {
    shift: u8,
}

impl Levels {
    fn of(blocks: &[Block]) -> Levels {
        let shift = u8::from(has_first_level(blocks));
        Levels { shift }
    }

    fn shown(self, level: u8) -> u8 {
        level.saturating_add(self.shift).clamp(2, 6)
    }
}

fn has_first_level(blocks: &[Block]) -> bool {
    blocks.iter().any(|block| match block {
        Block::Heading { level, .. } => *level <= 1,
        Block::Quote { blocks } => has_first_level(blocks),
        Block::List { items, .. } => items.iter().any(|item| has_first_level(item)),
        _ => false,
    })
}

/// The name of a language as far as it is one that both fences and class names can hold.
fn language(name: &str) -> &str {
    let name = name.trim();
    let end = name
        .find(|c: char| !c.is_ascii_alphanumeric() && !"_+#.-".contains(c))
        .unwrap_or(name.len());
    &name[..end]
}

/// Code with `\n` as its only line end, without control characters but tabs, without line ends at its end.
fn code_text(text: &str) -> Cow<'_, str> {
    let text = text.trim_end_matches(['\n', '\r']);
    if !text.contains(|c: char| c.is_control() && c != '\n' && c != '\t') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut after_return = false;
    for character in text.chars() {
        match character {
            '\n' if after_return => {}
            '\r' => out.push('\n'),
            '\n' | '\t' => out.push(character),
            c if c.is_control() => {}
            c => out.push(c),
        }
        after_return = character == '\r';
    }
    // A control character may have stood between them and the end.
    out.truncate(out.trim_end_matches('\n').len());
    Cow::Owned(out)
}

/// Calls `change` with each picture of a block.
fn each_image(block: &mut Block, change: &mut dyn FnMut(&mut Image)) {
    fn in_content(content: &mut [Inline], change: &mut dyn FnMut(&mut Image)) {
        for inline in content {
            match inline {
                Inline::Image(image) => change(image),
                Inline::Footnote { content, .. } => in_content(content, change),
                _ => {}
            }
        }
    }
    match block {
        Block::Image { image, caption, .. } => {
            change(image);
            in_content(caption, change);
        }
        Block::Paragraph { content } | Block::Heading { content, .. } => {
            in_content(content, change);
        }
        Block::Table { rows } => {
            for cell in rows.iter_mut().flatten() {
                in_content(&mut cell.content, change);
            }
        }
        Block::List { items, .. } => {
            for block in items.iter_mut().flatten() {
                each_image(block, change);
            }
        }
        Block::Quote { blocks } => {
            for block in blocks {
                each_image(block, change);
            }
        }
        Block::Code { .. } | Block::Formula { .. } | Block::Embed(_) | Block::Divider => {}
    }
}

/// The day of publication, `YYYY-MM-DD`.
fn date(page: &Page) -> Option<&str> {
    let date = page.published_at.as_deref()?.get(..10)?;
    let is_date = date.bytes().enumerate().all(|(at, byte)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    is_date.then_some(date)
}
