//! Titles set twice, one copy over the other, for the sake of a shadow.

use super::{letters, text};
use crate::draft::Draft;

/// No such title is longer, in letters.
const LONGEST: usize = 36;

/// Leaves one copy of each: a reader sees no second.
pub(super) fn drop_copies(drafts: Vec<Draft>) -> Vec<Draft> {
    let mut out: Vec<Draft> = Vec::with_capacity(drafts.len());
    for draft in drafts {
        match out.last_mut() {
            Some(before) if is_copy(before, &draft) => {
                if before.look.is_layered {
                    *before = draft;
                }
            }
            _ => out.push(draft),
        }
    }
    out
}

fn is_copy(before: &Draft, draft: &Draft) -> bool {
    // One lies on the other; two that lie elsewhere, or both where they stand, are said twice.
    if before.look.is_layered == draft.look.is_layered || before.look.hidden != draft.look.hidden {
        return false;
    }
    let line = text(&draft.block);
    (1..=LONGEST).contains(&letters(&line)) && text(&before.block) == line
}
