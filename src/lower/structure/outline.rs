//! Levels of headings that make an outline.

use crate::block::Block;
use crate::draft::Draft;

/// The highest level given: that of the title stands above.
const TOP: usize = 2;

/// Numbers the levels in use from the top on without gaps, and lets none stand more than one below the one before it.
pub(super) fn level(drafts: &mut [Draft]) {
    let mut is_used = [false; 7];
    for draft in drafts.iter() {
        if let Block::Heading { level, .. } = draft.block {
            is_used[usize::from(level.min(6))] = true;
        }
    }
    let rank = |level: u8| {
        let above = &is_used[..usize::from(level.min(6))];
        above.iter().filter(|used| **used).count()
    };
    // The headings within which the next one stands, as ranks and the levels given.
    let mut open: Vec<(usize, usize)> = Vec::new();
    for draft in drafts {
        if let Block::Heading { level, .. } = &mut draft.block {
            let rank = rank(*level);
            while open.last().is_some_and(|(above, _)| *above >= rank) {
                open.pop();
            }
            let given = match open.last() {
                None => rank + TOP,
                Some((_, above)) => above + 1,
            };
            open.push((rank, given));
            *level = u8::try_from(given.min(6)).unwrap_or(6);
        }
    }
}
