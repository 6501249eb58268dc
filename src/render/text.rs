//! Plain text: what a reader reads, without markup.
//!
//! Notes, and addresses if they are asked for, are numbered in the text, `[1]`, and listed at its end. The cells of a
//! table are parted by tabs; a cell that spans leaves the places empty that it covers.

use crate::address;
use crate::article::Article;
use crate::block::{Block, Cell, Inline};
use crate::options::Links;

use super::numbered::Numbered;
use super::prepare::{Keep, Pictures, prepare, prepared};
use super::{code_text, spans::printable, table};

/// Writes an article.
pub(super) fn text(article: &Article) -> String {
    let keep = Keep {
        links: article.render.links == Links::Reference,
        ..Keep::of(article).with(Pictures::Any)
    };
    let body = written(&prepared(article, keep));
    let title = printable(article.page.title.trim());
    match (title.is_empty(), body.is_empty()) {
        (false, false) => format!("{title}\n\n{body}\n"),
        _ => format!("{title}{body}\n"),
    }
}

/// Writes one block by itself.
pub(super) fn block(block: &Block) -> String {
    if matches!(block, Block::Divider) {
        return "---".to_owned();
    }
    let mut blocks = vec![block.clone()];
    prepare(&mut blocks, Keep::words());
    written(&blocks)
}

/// Writes prepared blocks and what they refer to.
fn written(blocks: &[Block]) -> String {
    let mut endings = Numbered::default();
    let mut text = sequence(blocks, "\n\n", &mut endings);
    if !endings.is_empty() {
        text.push('\n');
    }
    for (number, ending) in endings.texts() {
        let sign = format!("[{number}] ");
        let indent = format!("\n{}", " ".repeat(sign.len()));
        text.extend(["\n", &sign, &ending.replace('\n', &indent)]);
    }
    text
}

/// Writes blocks, with `between` between them. A line between two parts needs both.
fn sequence(blocks: &[Block], between: &str, endings: &mut Numbered) -> String {
    let mut texts: Vec<String> = Vec::with_capacity(blocks.len());
    let mut divider = false;
    for block in blocks {
        if matches!(block, Block::Divider) {
            divider = !texts.is_empty();
            continue;
        }
        let text = written_block(block, endings);
        if text.trim().is_empty() {
            continue;
        }
        if std::mem::take(&mut divider) {
            texts.push("---".to_owned());
        }
        texts.push(text);
    }
    texts.join(between)
}

fn written_block(block: &Block, endings: &mut Numbered) -> String {
    match block {
        Block::Paragraph { content } => inline(content, "\n", endings),
        Block::Heading { content, .. } => inline(content, " ", endings),
        Block::List { start, items } => list(*start, items, endings),
        Block::Quote { blocks } => sequence(blocks, "\n\n", endings),
        Block::Code { text, .. } => code_text(text).into_owned(),
        Block::Table { rows } => grid(rows, endings),
        Block::Image {
            image,
            link,
            caption,
        } => {
            let caption = inline(caption, "\n", endings);
            let mut words = if caption.is_empty() {
                picture(&image.alt)
            } else {
                caption
            };
            if !words.is_empty() {
                refer(link.as_deref(), &mut words, endings);
            }
            words
        }
        Block::Formula { latex } => code_text(latex).trim().to_owned(),
        // The one is put into words before; the other stands between two blocks.
        Block::Embed(_) | Block::Divider => String::new(),
    }
}

fn list(start: Option<u32>, items: &[Vec<Block>], endings: &mut Numbered) -> String {
    let texts = items
        .iter()
        .map(|item| sequence(item, "\n", endings))
        .filter(|text| !text.trim().is_empty());
    let mut out = String::new();
    for (at, text) in (0_u64..).zip(texts) {
        if at > 0 {
            out.push('\n');
        }
        let sign = match start {
            Some(start) => format!("{}. ", u64::from(start) + at),
            None => "- ".to_owned(),
        };
        let indent = " ".repeat(sign.len());
        out.push_str(&sign);
        out.push_str(&text.replace('\n', &format!("\n{indent}")));
    }
    out
}

fn grid(rows: &[Vec<Cell>], endings: &mut Numbered) -> String {
    let mut lines = Vec::with_capacity(rows.len());
    for row in table::places(rows) {
        let cells: Vec<String> = row
            .into_iter()
            .map(|cell| cell.map_or(String::new(), |cell| inline(&cell.content, " ", endings)))
            .collect();
        lines.push(cells.join("\t"));
    }
    lines.join("\n")
}

fn inline(content: &[Inline], line_end: &str, endings: &mut Numbered) -> String {
    let mut out = String::new();
    let mut content = content.iter().peekable();
    while let Some(inline) = content.next() {
        match inline {
            Inline::Text(run) => {
                out.push_str(&printable(&run.text));
                let goes_on =
                    matches!(content.peek(), Some(Inline::Text(next)) if next.link == run.link);
                if !goes_on && !run.text.trim().is_empty() {
                    refer(run.link.as_deref(), &mut out, endings);
                }
            }
            Inline::Image(image) => out.push_str(&picture(&image.alt)),
            Inline::Formula { latex } => out.push_str(printable(latex).trim()),
            Inline::Footnote { number, content } => {
                let note = self::inline(content, "\n", endings);
                if !note.is_empty() {
                    let (number, _) = endings.number(note, *number);
                    out.push_str(&format!("[{number}]"));
                }
            }
            Inline::Break => out.push_str(line_end),
        }
    }
    out.trim().to_owned()
}

/// Writes the number of the address to which what was just written leads.
fn refer(link: Option<&str>, out: &mut String, endings: &mut Numbered) {
    if let Some(url) = link.and_then(address::link)
        && !out.ends_with(&url)
    {
        let (number, _) = endings.number(url, None);
        out.push_str(&format!("[{number}]"));
    }
}

/// A picture as text; nothing if it has no words.
fn picture(alt: &str) -> String {
    let alt = printable(alt);
    let alt = alt.trim();
    if alt.is_empty() {
        String::new()
    } else {
        format!("[图片：{alt}]")
    }
}
