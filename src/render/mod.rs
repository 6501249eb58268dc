//! Writes the article in each format.
//!
//! All formats come from the same blocks, so they cannot disagree. What is safe to link to and to load is decided in
//! one place ([`address`]), how marks nest in another ([`spans`]).

mod html;
pub(crate) mod json;
mod markdown;
mod spans;
#[cfg(test)]
mod tests;
mod text;

use std::borrow::Cow;

use crate::address;
use crate::article::Article;
use crate::block::{Block, Embed, EmbedKind};
use crate::page::Page;

impl Article {
    /// The article as Markdown: YAML front matter unless the options leave it out, the title, the kept blocks.
    ///
    /// It is CommonMark with GitHub's tables and strike. Emphasis that CommonMark's delimiters cannot express next to
    /// Chinese punctuation stands as HTML elements, and nothing else does but raised and lowered text and the line
    /// ends within a table.
    pub fn to_markdown(&self) -> String {
        markdown::markdown(self)
    }

    /// The article as an HTML fragment, `<article>…</article>`, that is safe to put into a page as it stands.
    ///
    /// It has no scripts, no styles and no classes but `language-…` on code; links lead to web and mail addresses
    /// only, and pictures load without telling where they are shown, as WeChat's picture host demands.
    pub fn to_html(&self) -> String {
        html::fragment(self)
    }

    /// The article as an HTML document of its own: [`to_html`](Article::to_html) with a head.
    pub fn to_html_document(&self) -> String {
        html::document(self)
    }

    /// The article as plain text: the title and the kept blocks, blank lines between them.
    pub fn to_text(&self) -> String {
        text::text(self)
    }

    /// The article as JSON: metadata, kept blocks, pictures and links, and what was removed, with reasons.
    pub fn to_json(&self) -> String {
        json::json(self)
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

/// What stands for an embed where it cannot be shown: `视频：title` (“video: title”) as the words of a link, in
/// brackets if it leads nowhere.
fn embed_label(embed: &Embed) -> String {
    let name = match embed.kind {
        EmbedKind::Video => "视频",
        EmbedKind::Audio => "音频",
        EmbedKind::Music => "音乐",
        EmbedKind::Vote => "投票",
        EmbedKind::MiniProgram => "小程序",
        EmbedKind::Product => "商品",
        EmbedKind::Account => "公众号",
        EmbedKind::Location => "位置",
        EmbedKind::Other => "嵌入内容",
    };
    let title = embed.title.as_deref();
    let label = match title.map(str::trim).filter(|title| !title.is_empty()) {
        Some(title) => format!("{name}：{title}"),
        None => name.to_owned(),
    };
    if embed.url.as_deref().and_then(address::link).is_some() {
        label
    } else {
        format!("[{label}]")
    }
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
    Cow::Owned(out)
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
