//! Levels of headings that make an outline.
//!
//! Editors choose `<h1>` to `<h6>` by size of letters, and what fell to a rule leaves gaps; so the levels in use among
//! what is kept are numbered anew.

use crate::article::Piece;
use crate::block::Block;

/// The highest level given: that of the title stands above.
const TOP: usize = 2;

/// Numbers the levels in use from the top on without gaps, and lets none stand more than one below the one before it.
pub(crate) fn level(pieces: &mut [Piece]) {
    let mut levels: Vec<&mut u8> = pieces
        .iter_mut()
        .filter(|piece| piece.is_kept())
        .filter_map(|piece| match &mut piece.block {
            Block::Heading { level, .. } => Some(level),
            _ => None,
        })
        .collect();
    let mut is_used = [false; 7];
    for level in &levels {
        is_used[usize::from(**level).min(6)] = true;
    }
    // The headings within which the next one stands, as ranks and the levels given.
    let mut open: Vec<(usize, usize)> = Vec::new();
    for level in &mut levels {
        let above = &is_used[..usize::from(**level).min(6)];
        let rank = above.iter().filter(|used| **used).count();
        while open.last().is_some_and(|(above, _)| *above >= rank) {
            open.pop();
        }
        let given = match open.last() {
            None => TOP,
            Some((_, above)) => above + 1,
        };
        open.push((rank, given));
        **level = u8::try_from(given.min(6)).unwrap_or(6);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Verdict;

    fn levels(given: &[u8]) -> Vec<u8> {
        let mut pieces: Vec<Piece> = given
            .iter()
            .map(|level| Piece {
                block: Block::Heading {
                    level: *level,
                    content: Vec::new(),
                },
                continues: false,
                verdict: Verdict::Keep,
                uncertain: false,
            })
            .collect();
        level(&mut pieces);
        let level = |piece: Piece| match piece.block {
            Block::Heading { level, .. } => level,
            _ => 0,
        };
        pieces.into_iter().map(level).collect()
    }

    #[test]
    fn levels_have_no_gaps() {
        for (given, expected) in [
            (&[][..], &[][..]),
            (&[1, 2, 1], &[2, 3, 2]),
            (&[4, 4], &[2, 2]),
            (&[2, 5, 2, 5, 6], &[2, 3, 2, 3, 4]),
            // A level left out on the way down, and a lower one that comes first.
            (&[1, 3, 3, 2, 3], &[2, 3, 3, 3, 4]),
            // What stands before the first of the highest is within none.
            (&[2, 2, 1, 2], &[2, 2, 2, 3]),
            (&[3, 2, 3, 1, 2], &[2, 2, 3, 2, 3]),
            (&[0, 1, 2, 3, 4, 5, 6, 9], &[2, 3, 4, 5, 6, 6, 6, 6]),
        ] {
            assert_eq!(levels(given), expected, "{given:?}");
        }
    }
}
