//! Markdown: CommonMark, with GitHub's tables and strike.
//!
//! What is written reads as the blocks it came from, under any reader that follows CommonMark; `tests/markdown`
//! holds it to that with a parser.

mod autolink;
mod character;
mod emphasis;
mod escape;
mod front_matter;
mod inline;
mod signs;

use crate::address;
use crate::article::Article;
use crate::block::{Block, Cell, Image, Inline, Run};

use super::{Levels, embed_label};
use inline::{Place, inline};

/// Writes an article.
pub(super) fn markdown(article: &Article) -> String {
    let blocks = article.blocks();
    let front_matter = if article.front_matter {
        front_matter::front_matter(&article.page)
    } else {
        String::new()
    };
    let mut parts = vec![
        front_matter,
        heading(1, &[Inline::text(&article.page.title)]),
        sequence(&blocks, Levels::of(&blocks), Setting::Body),
    ];
    parts.retain(|part| !part.is_empty());
    let mut out = parts.join("\n\n");
    out.push('\n');
    out
}

/// What a sequence of blocks stands in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Setting {
    /// The article itself, or a quote.
    Body,
    /// An item of a list.
    Item,
}

/// Writes blocks below each other. Nothing written here ends with a line end.
fn sequence(blocks: &[Block], levels: Levels, setting: Setting) -> String {
    let mut out = String::new();
    let mut previous: Option<(&Block, Bullet)> = None;
    for block in blocks {
        let bullet = match (previous, block) {
            (Some((Block::List { start: before, .. }, bullet)), Block::List { start, .. })
                if before.is_some() == start.is_some() =>
            {
                bullet.other()
            }
            _ => Bullet::First,
        };
        let text = match block {
            Block::Paragraph { content } => inline(content, Place::Paragraph),
            Block::Heading { level, content } => heading(levels.shown(*level), content),
            Block::List { start, items } => list(*start, items, levels, bullet),
            Block::Quote { blocks } => {
                prefixed(&sequence(blocks, levels, Setting::Body), "> ", "> ")
            }
            Block::Code { language, text } => code(language.as_deref(), text),
            Block::Table { rows } => table(rows),
            Block::Image {
                image,
                link,
                caption,
            } => {
                let parts = [
                    picture(image, link.as_deref()),
                    inline(caption, Place::Paragraph),
                ];
                joined(parts)
            }
            Block::Formula { latex } => inline(&[Inline::text(latex)], Place::Paragraph),
            Block::Embed(embed) => linked(&embed_label(embed), embed.url.as_deref()),
            // In an item, `- ---` would be a line by itself.
            Block::Divider if setting == Setting::Item => "___".to_owned(),
            Block::Divider => "---".to_owned(),
        };
        if text.is_empty() {
            continue;
        }
        if let Some((previous, _)) = previous {
            out.push_str(if setting == Setting::Item && is_tight(previous, block) {
                "\n"
            } else {
                "\n\n"
            });
        }
        out.push_str(&text);
        previous = Some((block, bullet));
    }
    out
}

/// Whether an item's list can follow its text without a blank line, which would set all items apart.
fn is_tight(before: &Block, block: &Block) -> bool {
    // Only a list from 1 may break into a paragraph; and not every reader sees one at the head of such a list's item.
    matches!(before, Block::Paragraph { .. })
        && matches!(block, Block::List { start: None | Some(1), items }
            if matches!(items.first().map(Vec::as_slice), Some([Block::Paragraph { .. }, ..])))
}

fn heading(level: u8, content: &[Inline]) -> String {
    let mut text = inline(content, Place::Heading);
    if text.is_empty() {
        return text;
    }
    // Number signs at the end of a heading do not count as text.
    if text.ends_with('#') {
        text.insert(text.len() - 1, '\\');
    }
    format!("{} {text}", "#".repeat(usize::from(level)))
}

/// The sign before the items: lists of the same kind that follow each other need different ones to stay apart.
#[derive(Clone, Copy)]
enum Bullet {
    First,
    Second,
}

impl Bullet {
    fn other(self) -> Bullet {
        match self {
            Bullet::First => Bullet::Second,
            Bullet::Second => Bullet::First,
        }
    }

    fn before(self, number: Option<u64>) -> String {
        match (self, number) {
            (Bullet::First, None) => "- ".to_owned(),
            (Bullet::Second, None) => "* ".to_owned(),
            (Bullet::First, Some(number)) => format!("{number}. "),
            (Bullet::Second, Some(number)) => format!("{number}) "),
        }
    }
}

fn list(start: Option<u32>, items: &[Vec<Block>], levels: Levels, bullet: Bullet) -> String {
    // Readers take numbers of nine digits at most.
    let last = 999_999_999_u64.saturating_sub(items.len() as u64);
    let start = start.map(|start| {
        if u64::from(start) > last {
            1
        } else {
            u64::from(start)
        }
    });
    let texts = items
        .iter()
        .map(|item| sequence(item, levels, Setting::Item))
        .filter(|text| !text.is_empty());
    let items: Vec<String> = (0..)
        .zip(texts)
        .map(|(at, text)| {
            let sign = bullet.before(start.map(|start| start + at));
            prefixed(&text, &sign, &" ".repeat(sign.len()))
        })
        .collect();
    items.join("\n")
}

/// Sets `first` before the first line and `rest` before the others, without spaces at the end of empty lines.
fn prefixed(text: &str, first: &str, rest: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    if text.is_empty() {
        return out;
    }
    for (at, line) in text.split('\n').enumerate() {
        let prefix = if at == 0 { first } else { rest };
        if at > 0 {
            out.push('\n');
        }
        out.push_str(if line.is_empty() {
            prefix.trim_end()
        } else {
            prefix
        });
        out.push_str(line);
    }
    out
}

fn code(language: Option<&str>, text: &str) -> String {
    let text = super::code_text(text);
    if text.trim().is_empty() {
        return String::new();
    }
    let fence = "`".repeat(inline::longest_fence(&text).max(2) + 1);
    let language = language.map_or("", super::language);
    format!("{fence}{language}\n{text}\n{fence}")
}

fn table(rows: &[Vec<Cell>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    if columns == 0 {
        return String::new();
    }
    let mut out = String::new();
    for (at, row) in rows.iter().enumerate() {
        if at > 0 {
            out.push('\n');
        }
        out.push('|');
        for column in 0..columns {
            let cell = row
                .get(column)
                .map_or(String::new(), |cell| inline(&cell.content, Place::Cell));
            out.extend([" ", &cell, if cell.is_empty() { "|" } else { " |" }]);
        }
        if at == 0 {
            out.push_str("\n|");
            out.push_str(&" --- |".repeat(columns));
        }
    }
    out
}

fn picture(image: &Image, link: Option<&str>) -> String {
    let Some(url) = address::image_or_copy(&image.url) else {
        return linked(&image.alt, link);
    };
    let mut out = String::new();
    inline::picture(&image.alt, &url, Place::Paragraph, &mut out);
    if let Some(link) = link.and_then(address::link) {
        out.insert(0, '[');
        out.push(']');
        inline::destination(&link, &mut out);
    }
    out
}

/// What there is of some parts, below each other.
fn joined(parts: [String; 2]) -> String {
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join("\n\n")
}

/// Text as a paragraph of its own, as a link if there is somewhere to go.
fn linked(text: &str, link: Option<&str>) -> String {
    let run = Run {
        text: text.to_owned(),
        link: link.map(str::to_owned),
        ..Run::default()
    };
    inline(&[Inline::Text(run)], Place::Paragraph)
}
