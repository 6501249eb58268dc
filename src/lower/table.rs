//! Tables.

use super::hidden::{Scene, Sight};
use super::walk::Walk;
use crate::block::{Block, Cell, Inline};
use crate::dom::{self, NodeRef};
use crate::draft::Draft;

/// What a `<table>` turned out to be.
pub(super) enum Found {
    /// A table, after its caption, and before what is hidden in it.
    Table(Vec<Draft>),
    /// A frame that sets pictures, players and texts side by side: what its cells hold, in order.
    Layout(Vec<Draft>),
    /// Cells in a single row or column, or none: ordinary content, not looked into yet.
    No,
}

/// A cell in its place.
struct Placed {
    row: usize,
    column: usize,
    columns: usize,
    rows: usize,
    drafts: Vec<Draft>,
}

/// Reads a table of at least two rows and two columns. Anything less is layout.
pub(super) fn lower(table: NodeRef<'_>, around: Sight, scene: &Scene<'_>) -> Found {
    let rows = rows(table);
    let n_rows = rows.len();
    let mut cells = place(rows);
    let n_columns = tighten(&mut cells);
    // A row far wider than the others would be filled up with more empty cells than the page has characters.
    if n_rows < 2 || n_columns < 2 || n_rows.saturating_mul(n_columns) > room(cells.len()) {
        return Found::No;
    }
    let mut before = Vec::new();
    for caption in table
        .children()
        .filter(|child| dom::name(*child) == "caption")
    {
        before.extend(content(caption, around, scene));
    }
    let cells: Vec<(Placed, Vec<Draft>)> = cells
        .into_iter()
        .map(|(node, placed)| {
            let (unseen, drafts) = content(node, around, scene)
                .into_iter()
                .partition(|draft| draft.look.hidden);
            (Placed { drafts, ..placed }, unseen)
        })
        .collect();
    if cells.iter().any(|(cell, _)| is_layout(&cell.drafts)) {
        let all = cells
            .into_iter()
            .flat_map(|(cell, unseen)| cell.drafts.into_iter().chain(unseen));
        before.extend(all);
        return Found::Layout(before);
    }
    let mut unseen = Vec::new();
    let mut filled = vec![vec![None; n_columns]; n_rows];
    let mut taken = vec![vec![false; n_columns]; n_rows];
    for (cell, hidden) in cells {
        for row in taken.iter_mut().skip(cell.row).take(cell.rows) {
            for place in row.iter_mut().skip(cell.column).take(cell.columns) {
                *place = true;
            }
        }
        let mut content = Vec::new();
        flatten(
            cell.drafts.into_iter().map(|draft| draft.block).collect(),
            &mut content,
        );
        if let Some(place) = filled
            .get_mut(cell.row)
            .and_then(|row| row.get_mut(cell.column))
        {
            *place = Some(Cell {
                content,
                columns: u32::try_from(cell.columns).unwrap_or(1),
                rows: u32::try_from(cell.rows).unwrap_or(1),
            });
        }
        unseen.extend(hidden);
    }
    let mut rows: Vec<Vec<Cell>> = filled
        .into_iter()
        .zip(taken)
        .map(|(row, taken)| {
            row.into_iter()
                .zip(taken)
                .filter_map(|(cell, taken)| {
                    cell.or_else(|| (!taken).then(|| Cell::new(Vec::new())))
                })
                .collect()
        })
        .collect();
    if let Some(head) = rows.first_mut() {
        lighten(head);
    }
    if rows.iter().flatten().any(|cell| !cell.content.is_empty()) {
        before.push(Block::Table { rows }.into());
    }
    before.extend(unseen);
    Found::Table(before)
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

/// How many places a table of so many cells may have.
fn room(n_cells: usize) -> usize {
    8 * n_cells + 256
}

/// Finds each cell its place, as a browser does; where cells would lie over each other the later one is cut.
fn place(rows: Vec<Vec<NodeRef<'_>>>) -> Vec<(NodeRef<'_>, Placed)> {
    let n_rows = rows.len();
    let n_cells: usize = rows.iter().map(Vec::len).sum();
    let span = |cell, name| {
        let span = dom::attr(cell, name).and_then(|span| span.parse::<usize>().ok());
        span.unwrap_or(1).clamp(1, 1000)
    };
    let mut left = room(n_cells);
    let mut placed = Vec::with_capacity(n_cells);
    // For each column, the first row that no cell above reaches into.
    let mut free_from: Vec<usize> = Vec::new();
    for (row, cells) in rows.into_iter().enumerate() {
        let mut column = 0;
        for cell in cells {
            let is_free = |column: usize| free_from.get(column).is_none_or(|free| *free <= row);
            while !is_free(column) {
                column += 1;
            }
            let mut rows = span(cell, "rowspan").min(n_rows - row);
            let mut columns = (1..span(cell, "colspan"))
                .take_while(|further| is_free(column + further))
                .count()
                + 1;
            if rows.saturating_mul(columns) > left {
                (rows, columns) = (1, 1);
            }
            left = left.saturating_sub(rows * columns);
            free_from.resize(free_from.len().max(column + columns), 0);
            for free in free_from.iter_mut().skip(column).take(columns) {
                *free = row + rows;
            }
            placed.push((
                cell,
                Placed {
                    row,
                    column,
                    columns,
                    rows,
                    drafts: Vec::new(),
                },
            ));
            column += columns;
        }
    }
    placed
}

/// Takes out the columns in which no cell begins, and gives the number of those that are left.
fn tighten(cells: &mut [(NodeRef<'_>, Placed)]) -> usize {
    let width = cells
        .iter()
        .map(|(_, cell)| cell.column + cell.columns)
        .max()
        .unwrap_or_default();
    let mut begins = vec![false; width + 1];
    for (_, cell) in cells.iter() {
        begins[cell.column] = true;
    }
    // How many columns are left before each.
    let mut before = vec![0; width + 1];
    for column in 0..width {
        before[column + 1] = before[column] + usize::from(begins[column]);
    }
    for (_, cell) in cells.iter_mut() {
        let end = before[cell.column + cell.columns];
        cell.column = before[cell.column];
        cell.columns = end - cell.column;
    }
    before[width]
}

/// The content of a cell or a caption, in a table that stands in what is seen as `around`.
fn content(node: NodeRef<'_>, around: Sight, scene: &Scene<'_>) -> Vec<Draft> {
    let rows: Vec<NodeRef<'_>> = node
        .ancestors()
        .take_while(|outer| dom::name(*outer) != "table")
        .collect();
    let sight = rows
        .into_iter()
        .rev()
        .chain([node])
        .fold(around, |sight, node| sight.within(node, scene.style(node)));
    let mut walk = Walk::in_cell(sight, scene);
    walk.content(node);
    walk.lowered().drafts
}

/// Whether a cell holds more than a cell of data: a player, code, or a picture with a text of some length.
fn is_layout(cell: &[Draft]) -> bool {
    /// A name or a caption is shorter.
    const TEXT: usize = 60;
    let (mut has_image, mut n_letters) = (false, 0);
    for draft in cell {
        match &draft.block {
            Block::Embed(_) | Block::Heading { .. } => return true,
            Block::Code { text, .. } if text.contains('\n') => return true,
            Block::Image { .. } => has_image = true,
            Block::Paragraph { content } => {
                n_letters += crate::block::plain_text(content).chars().count();
            }
            _ => {}
        }
    }
    has_image && n_letters > TEXT
}

/// Takes the boldness from a head that is bold throughout: a head is bold anyway.
fn lighten(head: &mut [Cell]) {
    let runs = || {
        head.iter()
            .flat_map(|cell| &cell.content)
            .filter_map(|inline| match inline {
                Inline::Text(run) => Some(run),
                _ => None,
            })
    };
    if runs().all(|run| run.marks.strong || run.text.trim().is_empty()) {
        for inline in head.iter_mut().flat_map(|cell| &mut cell.content) {
            if let Inline::Text(run) = inline {
                run.marks.strong = false;
            }
        }
    }
}

/// Blocks as lines. Recursion is bounded by [`MAX_NESTING`](crate::MAX_NESTING).
fn flatten(blocks: Vec<Block>, lines: &mut Vec<Inline>) {
    for block in blocks {
        let line = match block {
            Block::Paragraph { content } | Block::Heading { content, .. } => content,
            Block::Image { image, .. } => vec![Inline::Image(*image)],
            Block::Code { text, .. } => vec![Inline::text(text.replace('\n', " "))],
            Block::Embed(embed) => {
                let words = embed.title.or(embed.url);
                words.map(Inline::text).into_iter().collect()
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
