//! What the lines of a leaf make: paragraphs and headings with their pictures, code, a table.

use super::definitions::Definitions;
use super::lines::cells;
use super::{SHOWN_PICTURES, inline};
use crate::block::{Block, Cell, Inline};
use crate::dom;
use crate::lower::{self, code, table};
use crate::words::has_any;

/// The block that has no other within it, and is not ended yet.
#[derive(Default)]
pub(super) enum Leaf {
    #[default]
    None,
    /// Lines of text.
    Paragraph(String),
    Fenced {
        sign: char,
        n: usize,
        /// How far the fence is indented.
        indent: usize,
        language: Option<String>,
        text: String,
    },
    Indented(String),
    /// A table of HTML, which says more than one of Markdown can.
    Html(String),
    /// The rows so far, as they stand.
    Table(Vec<String>),
}

impl Leaf {
    /// Its blocks, after those that are there.
    pub fn end(self, blocks: &mut Vec<Block>, definitions: &Definitions<'_>) {
        match self {
            Leaf::None => {}
            Leaf::Paragraph(lines) => {
                blocks.extend(captioned(text(&lines, None, definitions), &lines))
            }
            // Chinese authors indent paragraphs, and adorn them with tildes.
            Leaf::Indented(lines)
            | Leaf::Fenced {
                sign: '~',
                language: None,
                text: lines,
                ..
            } => {
                let (mut n_sentences, mut n_lines) = (0, 0);
                for line in lines.lines().filter(|line| !line.trim().is_empty()) {
                    n_lines += 1;
                    n_sentences += usize::from(code::is_sentence(line));
                }
                if 2 * n_sentences > n_lines {
                    end_paragraphs(&lines, blocks, definitions);
                } else {
                    end_code(None, &lines, blocks, definitions);
                }
            }
            Leaf::Fenced { language, text, .. } => end_code(language, &text, blocks, definitions),
            Leaf::Html(markup) => {
                let tree = dom::parse(&markup);
                let drafts = lower::lower(tree.tree.root()).recovered();
                let seen = drafts.into_iter().filter(|draft| !draft.look.hidden);
                blocks.extend(seen.map(|draft| draft.block));
            }
            Leaf::Table(rows) => end_table(&rows, blocks, definitions),
        }
    }
}

/// The blocks of a paragraph or a heading.
pub(super) fn text(text: &str, heading: Option<u8>, definitions: &Definitions<'_>) -> Vec<Block> {
    // Pandoc's attributes are for programs: `一 {#id .name}`.
    let is_attributes = |rest: &str| rest.starts_with(['#', '.']) && rest.ends_with('}');
    let words = match text.split_once(" {") {
        Some((words, rest)) if heading.is_some() && is_attributes(rest) => words,
        _ => text,
    };
    inline::blocks(words, heading, definitions)
}

/// A picture with its caption, where emphasis stands right below it, parted from it by a backslash.
fn captioned(mut blocks: Vec<Block>, lines: &str) -> Vec<Block> {
    if let [Block::Image { caption, .. }, Block::Paragraph { content }] = &mut blocks[..]
        && lines.contains(")\\\n*")
    {
        let is_emphasised = |inline: &Inline| match inline {
            Inline::Text(run) => run.marks.emphasis || run.text == " ",
            _ => true,
        };
        if content.iter().all(is_emphasised) {
            *caption = std::mem::take(content);
            for inline in caption {
                if let Inline::Text(run) = inline {
                    run.marks.emphasis = false;
                }
            }
            blocks.pop();
        }
    }
    blocks
}

/// Paragraphs with blank lines between them.
fn end_paragraphs(lines: &str, blocks: &mut Vec<Block>, definitions: &Definitions<'_>) {
    for lines in lines.split("\n\n") {
        blocks.extend(text(lines, None, definitions));
    }
}

/// A block of code, unless it is a sentence, or a box with pictures of the page in it.
fn end_code(
    language: Option<String>,
    text: &str,
    blocks: &mut Vec<Block>,
    definitions: &Definitions<'_>,
) {
    let text = text.trim_end().trim_start_matches('\n');
    if language.as_deref() == Some("math") && !text.is_empty() {
        let latex = text.to_owned();
        blocks.push(Block::Formula { latex });
    } else if has_any(text, SHOWN_PICTURES) {
        end_paragraphs(text, blocks, definitions);
    } else if code::is_sentence(text) {
        blocks.push(Block::Paragraph {
            content: vec![Inline::text(text.trim())],
        });
    } else if !text.trim().is_empty() {
        blocks.push(Block::Code {
            language,
            text: text.to_owned(),
        });
    }
}

/// A table of its rows, or its cells one after the other if there are no columns in them.
fn end_table(rows: &[String], blocks: &mut Vec<Block>, definitions: &Definitions<'_>) {
    let mut rows: Vec<Vec<&str>> = rows.iter().map(|row| cells(row)).collect();
    // The line below the head, and the empty head that converters write where the page's table has none.
    if rows.len() > 1 {
        rows.remove(1);
    }
    let is_empty = |row: &Vec<&str>| row.iter().all(|cell| cell.is_empty());
    if rows.first().is_some_and(is_empty) {
        rows.remove(0);
    }
    let Some(n_columns) = table::columns(rows.iter().map(Vec::len)) else {
        for cell in rows.into_iter().flatten() {
            blocks.extend(text(cell, None, definitions));
        }
        return;
    };
    let rows = rows
        .into_iter()
        .map(|cells| {
            let mut cells: Vec<Cell> = cells
                .into_iter()
                // A table's own escape goes before those of code and formulas.
                .map(|cell| Cell::new(inline::cell(&cell.replace("\\|", "|"), definitions)))
                .collect();
            cells.resize(n_columns, Cell::new(Vec::new()));
            cells
        })
        .collect();
    blocks.push(Block::Table { rows });
}
