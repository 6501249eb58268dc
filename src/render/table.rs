//! Tables whose cells span rows and columns.

use crate::block::Cell;

/// What browsers take at most for the columns of a cell.
pub(super) const MAX_COLUMNS: u32 = 1000;
/// What browsers take at most for the rows of a cell.
pub(super) const MAX_ROWS: u32 = 65534;

/// Whether some cell takes up more than one place.
pub(super) fn has_spans(rows: &[Vec<Cell>]) -> bool {
    let is_wide = |cell: &Cell| cell.columns > 1 || cell.rows > 1;
    rows.iter().flatten().any(is_wide)
}

/// The rows with a place for every column: the cell that begins there, or nothing where another cell covers it.
///
/// No row becomes longer than the longest, so that a cell which claims a million columns costs nothing; nor is one filled
/// up past the columns that a cell may have.
pub(super) fn places(rows: &[Vec<Cell>]) -> Vec<Vec<Option<&Cell>>> {
    let width = |row: &Vec<Cell>| -> usize {
        let columns = row.iter().map(|cell| cell.columns.clamp(1, MAX_COLUMNS));
        columns.map(|columns| columns as usize).sum()
    };
    // The first row, the head, has all columns: nothing reaches into it from above.
    let n_columns = rows.first().map_or(0, width);
    let n_columns = rows
        .iter()
        .map(Vec::len)
        .max()
        .map_or(0, |n| n.max(n_columns))
        .min(MAX_COLUMNS as usize);
    // For each column, how many more rows the cell above covers.
    let mut covered = vec![0_u32; n_columns];
    let mut out = Vec::with_capacity(rows.len());
    for row in rows {
        let mut places: Vec<Option<&Cell>> = Vec::new();
        let mut cells = row.iter();
        let mut column = 0;
        while column < n_columns {
            if covered[column] > 0 {
                covered[column] -= 1;
                places.push(None);
                column += 1;
                continue;
            }
            let Some(cell) = cells.next() else { break };
            let end = (column + cell.columns.max(1) as usize).min(n_columns);
            for covered in &mut covered[column..end] {
                *covered = cell.rows.clamp(1, MAX_ROWS) - 1;
            }
            places.push(Some(cell));
            places.resize(end, None);
            column = end;
        }
        // Cells for which there is no place: the spans do not add up.
        places.extend(cells.map(Some));
        out.push(places);
    }
    out
}

#[cfg(test)]
mod tests {
    use crate::block::{Cell, Inline};

    use super::places;

    fn cell(text: &str, columns: u32, rows: u32) -> Cell {
        Cell {
            content: vec![Inline::text(text)],
            columns,
            rows,
        }
    }

    fn drawn(rows: &[Vec<Cell>]) -> Vec<String> {
        let text = |cell: Option<&Cell>| match cell.map(|cell| cell.content.as_slice()) {
            Some([Inline::Text(run)]) => run.text.clone(),
            _ => "_".to_owned(),
        };
        let rows = places(rows).into_iter();
        rows.map(|row| row.into_iter().map(text).collect())
            .collect()
    }

    #[test]
    fn each_place_belongs_to_one_cell() {
        let one = |text| cell(text, 1, 1);
        let rows = [
            vec![cell("a", 2, 1), one("b")],
            vec![one("c"), cell("d", 1, 2), one("e")],
            vec![one("f"), one("g")],
        ];
        assert_eq!(drawn(&rows), ["a_b", "cde", "f_g"]);
    }

    #[test]
    fn spans_that_do_not_add_up_lose_nothing() {
        let one = |text| cell(text, 1, 1);
        let rows = [
            vec![cell("a", u32::MAX, u32::MAX), one("b")],
            vec![one("c"), one("d")],
        ];
        let drawn = drawn(&rows);
        for text in ["a", "b", "c", "d"] {
            assert!(drawn.iter().any(|row| row.contains(text)), "{drawn:?}");
        }
        assert!(super::places(&[]).is_empty());
    }
}
