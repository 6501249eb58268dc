//! Signs that templates set over a quotation: a large quotation mark, an emoji.
//!
//! They are no part of what is quoted. Each is put beside its quotation, where it is judged for itself.

use super::text;
use crate::block::Block;
use crate::draft::{Draft, Look};

/// No such sign has more characters: two marks, or an emoji with what modifies it.
const LONGEST: usize = 4;

/// Puts the signs at the edges of quotations beside these, and tells of each that it only adorns.
pub(super) fn hoist(drafts: Vec<Draft>) -> Vec<Draft> {
    let mut out: Vec<Draft> = Vec::with_capacity(drafts.len());
    for mut draft in drafts {
        let (mut before, mut after) = (Vec::new(), Vec::new());
        take(&mut draft.block, &mut before, &mut after);
        let adorns = Look {
            adorns: true,
            ..draft.look
        };
        draft.look.adorns = is_mark(&draft.block);
        let beside = |block| Draft {
            block,
            look: adorns,
        };
        out.extend(before.into_iter().map(beside));
        out.push(draft);
        out.extend(after.into_iter().map(beside));
    }
    out
}

/// Takes the signs from a quotation and from those in it. Recursion is bounded by
/// [`MAX_NESTING`](crate::MAX_NESTING).
fn take(block: &mut Block, before: &mut Vec<Block>, after: &mut Vec<Block>) {
    let Block::Quote { blocks } = block else {
        return;
    };
    if blocks.len() > 1
        && blocks
            .first()
            .is_some_and(|first| is_mark(first) || is_emoji(first))
    {
        before.push(blocks.remove(0));
    }
    if blocks.len() > 1 && blocks.last().is_some_and(is_mark) {
        after.extend(blocks.pop());
    }
    for block in blocks {
        take(block, before, after);
    }
}

/// Whether a paragraph holds quotation marks alone.
fn is_mark(block: &Block) -> bool {
    is_made_of(block, |c| "“”‘’\"「」『』❝❞".contains(c))
}

fn is_emoji(block: &Block) -> bool {
    is_made_of(
        block,
        |c| matches!(c, '\u{200d}' | '\u{fe0f}' | '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}'),
    )
}

fn is_made_of(block: &Block, is_sign: impl Fn(char) -> bool) -> bool {
    let text = text(block);
    let n_signs = text.chars().take(LONGEST + 1).count();
    (1..=LONGEST).contains(&n_signs) && text.chars().all(is_sign)
}
