//! Markdown: CommonMark, with GitHub's tables, strike, footnotes and formulas.
//!
//! What is written reads as the blocks it came from, under any reader that follows CommonMark; `tests/markdown`
//! holds it to that with a parser. What Markdown has no signs for:
//!
//! - A caption stands below its picture, in the same paragraph, in emphasis.
//! - Tables whose cells span rows or columns are HTML. A note in such a cell stands there in parentheses, as readers
//!   find no numbers within HTML.
//! - Marked text is `<mark>`. Underlines are left out: readers take what is underlined for a link.

mod autolink;
mod character;
mod emphasis;
mod escape;
mod front_matter;
mod inline;
mod math;
mod signs;

use crate::address;
use crate::article::Article;
use crate::block::{Block, Cell, Image, Inline};
use crate::options::Links;

use super::numbered::Numbered;
use super::prepare::{Keep, Pictures, prepared};
use super::spans::{Span, spans};
use super::{Levels, html, table};
use inline::{Place, inline};

/// Writes an article.
pub(super) fn markdown(article: &Article) -> String {
    let keep = Keep {
        underline: false,
        ..Keep::of(article).with(Pictures::InFilesToo)
    };
    let blocks = prepared(article, keep);
    let mut writer = Writer {
        levels: Levels::of(&blocks),
        endings: Endings {
            links: (article.render.links == Links::Reference).then(Numbered::default),
            ..Endings::default()
        },
    };
    let front = front_matter::front_matter(&article.page, &article.render.front_matter);
    let title = writer.heading(1, &[Inline::text(&article.page.title)]);
    let mut body = writer.sequence(&blocks, Setting::Body);
    // Without any of ours, what the text begins with would be front matter: YAML, TOML or JSON.
    if front.is_empty() && title.is_empty() {
        if body == "---" || body.starts_with("---\n") {
            body.replace_range(..3, "***");
        } else if body.starts_with("+++") || body.starts_with('{') {
            body.insert(0, '\\');
        }
    }
    let mut parts = vec![front, title, body];
    parts.extend(writer.endings.written());
    parts.retain(|part| !part.is_empty());
    let mut out = parts.join("\n\n");
    out.push('\n');
    out
}

/// What the text refers to by number, written at its end.
#[derive(Default)]
struct Endings {
    notes: Numbered,
    /// The addresses of links; `None` where they stand in the text.
    links: Option<Numbered>,
}

impl Endings {
    /// Writes where the link leads whose words were just written.
    fn link(&mut self, url: &str, out: &mut String) {
        match &mut self.links {
            Some(links) => {
                let (number, _) = links.number(url.to_owned(), None);
                out.push_str(&format!("[{number}]"));
            }
            None => inline::destination(url, out),
        }
    }

    fn written(self) -> [String; 2] {
        let notes = self.notes.texts();
        let notes: Vec<_> = notes.map(|(n, text)| format!("[^{n}]: {text}")).collect();
        let links: Vec<_> = self
            .links
            .iter()
            .flat_map(Numbered::texts)
            .map(|(number, url)| {
                let mut out = format!("[{number}]: ");
                inline::address(url, &mut out);
                out
            })
            .collect();
        [notes.join("\n"), links.join("\n")]
    }
}

/// What a sequence of blocks stands in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Setting {
    /// The article itself, or a quote.
    Body,
    /// An item of a list.
    Item,
}

/// Writes blocks. Nothing written here ends with a line end.
struct Writer {
    levels: Levels,
    endings: Endings,
}

impl Writer {
    /// Writes blocks below each other.
    fn sequence(&mut self, blocks: &[Block], setting: Setting) -> String {
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
            let text = self.block(block, setting, bullet);
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

    fn block(&mut self, block: &Block, setting: Setting, bullet: Bullet) -> String {
        match block {
            Block::Paragraph { content } => self.paragraph(content),
            Block::Heading { level, content } => self.heading(self.levels.shown(*level), content),
            Block::List { start, items } => self.list(*start, items, bullet),
            Block::Quote { blocks } => prefixed(&self.sequence(blocks, Setting::Body), "> ", "> "),
            Block::Code { language, text } => code(language.as_deref(), text),
            Block::Table { rows } if table::has_spans(rows) => {
                html::table_alone(rows).trim_end().to_owned()
            }
            Block::Table { rows } => self.table(rows),
            Block::Image {
                image,
                link,
                caption,
            } => self.figure(image, link.as_deref(), caption),
            Block::Formula { latex } => math::block(latex),
            // Put into words before.
            Block::Embed(_) => String::new(),
            // In an item, `- ---` would be a line by itself.
            Block::Divider if setting == Setting::Item => "___".to_owned(),
            Block::Divider => "---".to_owned(),
        }
    }

    fn paragraph(&mut self, content: &[Inline]) -> String {
        inline(content, Place::Paragraph, &mut self.endings)
    }

    fn heading(&mut self, level: u8, content: &[Inline]) -> String {
        let mut text = inline(content, Place::Heading, &mut self.endings);
        if text.is_empty() {
            return text;
        }
        // Number signs at the end of a heading do not count as text.
        if text.ends_with('#') {
            text.insert(text.len() - 1, '\\');
        }
        format!("{} {text}", "#".repeat(usize::from(level)))
    }

    fn list(&mut self, start: Option<u32>, items: &[Vec<Block>], bullet: Bullet) -> String {
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
            .map(|item| self.sequence(item, Setting::Item))
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

    /// Writes a table in which each cell has one place.
    fn table(&mut self, rows: &[Vec<Cell>]) -> String {
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
            // Readers fill up what is shorter than the head.
            let n_cells = if at == 0 { columns } else { row.len().max(1) };
            for column in 0..n_cells {
                let cell = row.get(column).map_or(String::new(), |cell| {
                    inline(&cell.content, Place::Cell, &mut self.endings)
                });
                out.extend([" ", &cell, if cell.is_empty() { "|" } else { " |" }]);
            }
            if at == 0 {
                out.push_str("\n|");
                out.push_str(&" --- |".repeat(columns));
            }
        }
        out
    }

    /// Writes a picture and, in the line below it, its caption.
    fn figure(&mut self, image: &Image, link: Option<&str>, caption: &[Inline]) -> String {
        let caption: Vec<Inline> = caption.iter().cloned().map(emphasised).collect();
        let link = link.and_then(address::link);
        let picture = address::image_or_copy(&image.url).map(|url| Span::Image(image, url));
        let mut all: Vec<Span<'_>> = Vec::new();
        if picture.is_some() {
            all.extend(link.clone().map(Span::OpenLink));
            all.extend(picture);
            all.extend(link.map(Span::CloseLink));
        }
        let mut caption = spans(&caption);
        if !all.is_empty() && !caption.is_empty() {
            all.push(Span::Break);
        }
        all.append(&mut caption);
        inline::write(all, Place::Paragraph, &mut self.endings)
    }
}

fn emphasised(mut inline: Inline) -> Inline {
    if let Inline::Text(run) = &mut inline {
        run.marks.emphasis = true;
    }
    inline
}

/// Whether an item's list can follow its text without a blank line, which would set all items apart.
fn is_tight(before: &Block, block: &Block) -> bool {
    // Only a list from 1 may break into a paragraph; and not every reader sees one at the head of such a list's item.
    matches!(before, Block::Paragraph { .. })
        && matches!(block, Block::List { start: None | Some(1), items }
            if matches!(items.first().map(Vec::as_slice), Some([Block::Paragraph { .. }, ..])))
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
