//! Plain text: what a reader reads, without markup.

use crate::article::Article;
use crate::block::{Block, Cell, Embed, Inline};

use super::{code_text, embed_label, spans::printable};

/// Writes an article.
pub(super) fn text(article: &Article) -> String {
    let title = article.page.title.trim();
    let body = blocks(&article.blocks(), "\n\n");
    match (title.is_empty(), body.is_empty()) {
        (false, false) => format!("{title}\n\n{body}\n"),
        _ => format!("{title}{body}\n"),
    }
}

/// Writes blocks, with `between` between them.
fn blocks(blocks: &[Block], between: &str) -> String {
    let mut texts: Vec<String> = blocks.iter().map(block).collect();
    texts.retain(|text| !text.trim().is_empty());
    texts.join(between)
}

/// Writes one block.
pub(super) fn block(block: &Block) -> String {
    match block {
        Block::Paragraph { content } => inline(content, "\n"),
        Block::Heading { content, .. } => inline(content, " "),
        Block::List { start, items } => list(*start, items),
        Block::Quote { blocks } => self::blocks(blocks, "\n\n"),
        Block::Code { text, .. } => code_text(text).into_owned(),
        Block::Table { rows } => {
            let rows: Vec<String> = rows.iter().map(|row| self::row(row)).collect();
            rows.join("\n")
        }
        Block::Image { image, caption, .. } => match inline(caption, "\n") {
            caption if caption.is_empty() => picture(&image.alt),
            caption => caption,
        },
        Block::Formula { latex } => latex.clone(),
        Block::Embed(embed) => embed_label(&Embed {
            url: None,
            ..embed.clone()
        }),
        Block::Divider => "---".to_owned(),
    }
}

fn list(start: Option<u32>, items: &[Vec<Block>]) -> String {
    let texts = items
        .iter()
        .map(|item| blocks(item, "\n"))
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

fn row(cells: &[Cell]) -> String {
    let cells: Vec<String> = cells
        .iter()
        .map(|cell| inline(&cell.content, " "))
        .collect();
    cells.join("\t")
}

fn inline(content: &[Inline], line_end: &str) -> String {
    let mut out = String::new();
    for inline in content {
        match inline {
            Inline::Text(run) => out.push_str(&printable(&run.text)),
            Inline::Image(image) => out.push_str(&picture(&image.alt)),
            Inline::Formula { latex } => out.push_str(&printable(latex)),
            Inline::Footnote { content } => {
                out.extend(["（", &self::inline(content, line_end), "）"]);
            }
            Inline::Break => out.push_str(line_end),
        }
    }
    out.trim().to_owned()
}

/// A picture as text; nothing if it has no words.
fn picture(alt: &str) -> String {
    let alt = alt.trim();
    if alt.is_empty() {
        String::new()
    } else {
        format!("[图片：{alt}]")
    }
}
