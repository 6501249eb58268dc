//! Tables.

use super::Walk;
use crate::block::{Block, Cell, Embed, Inline};
use crate::dom::{self, NodeRef};

/// Reads a table of at least two rows and two columns. Anything less is layout: its cells are ordinary content.
pub(super) fn lower(table: NodeRef<'_>) -> Option<Block> {
    let rows: Vec<Vec<NodeRef<'_>>> = rows(table);
    let n_columns = columns(rows.iter().map(Vec::len))?;
    let rows: Vec<Vec<Cell>> = rows
        .into_iter()
        .map(|cells| {
            let mut cells: Vec<_> = cells
                .into_iter()
                .map(|node| Cell::new(cell(node)))
                .collect();
            cells.resize(n_columns, Cell::new(Vec::new()));
            cells
        })
        .collect();
    let has_content = rows.iter().flatten().any(|cell| !cell.content.is_empty());
    has_content.then_some(Block::Table { rows })
}

/// The number of columns of a table with rows of these lengths, if it is more than layout.
pub(crate) fn columns(lengths: impl Iterator<Item = usize>) -> Option<usize> {
    let (mut n_rows, mut n_columns, mut n_cells) = (0, 0, 0);
    for length in lengths {
        n_rows += 1;
        n_columns = n_columns.max(length);
        n_cells += length;
    }
    // A row far wider than the others would be filled up with more empty cells than the page has characters.
    let is_even = n_rows * n_columns <= 4 * n_cells + 64;
    (n_rows >= 2 && n_columns >= 2 && is_even).then_some(n_columns)
}

/// The cells of each row. Tables within cells are not looked into.
fn rows(table: NodeRef<'_>) -> Vec<Vec<NodeRef<'_>>> {
    let mut rows = Vec::new();
    for child in table.children() {
        match dom::name(child) {
            "tr" => rows.push(cells(child)),
            "thead" | "tbody" | "tfoot" => {
                rows.extend(
                    child
                        .children()
                        .filter(|row| dom::name(*row) == "tr")
                        .map(cells),
                );
            }
            _ => {}
        }
    }
    rows.retain(|cells| !cells.is_empty());
    rows
}

fn cells(row: NodeRef<'_>) -> Vec<NodeRef<'_>> {
    row.children()
        .filter(|cell| matches!(dom::name(*cell), "td" | "th"))
        .collect()
}

/// The content of a table's cell as lines of inline content.
fn cell(node: NodeRef<'_>) -> Vec<Inline> {
    let mut walk = Walk {
        in_cell: true,
        ..Walk::default()
    };
    walk.content(node);
    let mut lines = Vec::new();
    let blocks = walk.frames.finish().into_iter().map(|draft| draft.block);
    flatten(blocks.collect(), &mut lines);
    lines
}

/// Blocks as lines. Recursion is bounded by [`MAX_NESTING`](crate::MAX_NESTING).
fn flatten(blocks: Vec<Block>, lines: &mut Vec<Inline>) {
    for block in blocks {
        let line = match block {
            Block::Paragraph { content } | Block::Heading { content, .. } => content,
            Block::Image { image, .. } => vec![Inline::Image(image)],
            Block::Code { text, .. } => vec![Inline::text(text.replace('\n', " "))],
            Block::Embed(Embed { title, url, .. }) => {
                title.or(url).map(Inline::text).into_iter().collect()
            }
            Block::Quote { blocks } => {
                flatten(blocks, lines);
                continue;
            }
            Block::List { items, .. } => {
                for item in items {
                    flatten(item, lines);
                }
                continue;
            }
            Block::Table { rows } => rows
                .into_iter()
                .flatten()
                .flat_map(|cell| cell.content)
                .collect(),
            Block::Formula { latex } => vec![Inline::Formula { latex }],
            Block::Divider => continue,
        };
        if !lines.is_empty() && !line.is_empty() {
            lines.push(Inline::Break);
        }
        lines.extend(line);
    }
}
