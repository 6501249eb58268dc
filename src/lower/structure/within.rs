//! What is typed within the lists and quotations of the markup: bullets and numbers before items that have their own,
//! and lists typed as paragraphs.

use super::marker::{self, Marker};
use super::{list, strip};
use crate::block::{Block, Inline, plain_text};
use crate::draft::Draft;

/// Recovers the lists within a block, which has room for so many levels more. Recursion is bounded by
/// [`MAX_NESTING`](crate::MAX_NESTING).
pub(super) fn recover(block: &mut Block, room: usize) {
    let room = room.saturating_sub(1);
    match block {
        Block::Quote { blocks } => recover_all(blocks, room),
        Block::List { start, items } => {
            items.iter_mut().for_each(|item| recover_all(item, room));
            undo(start, items);
        }
        _ => {}
    }
}

fn recover_all(blocks: &mut Vec<Block>, room: usize) {
    blocks.iter_mut().for_each(|block| recover(block, room));
    if room >= list::DEEPEST && blocks.len() > 1 {
        let drafts = std::mem::take(blocks).into_iter().map(Draft::from);
        let drafts = list::gather_all(drafts.collect());
        blocks.extend(drafts.into_iter().map(|draft| draft.block));
    }
}

/// Takes out what is typed before the items of a list.
fn undo(start: &mut Option<u32>, items: &mut [Vec<Block>]) {
    let typed: Option<Vec<(Marker, usize)>> = items
        .iter()
        .map(|item| marker::before(&plain_text(first_line(item)?)))
        .collect();
    let Some(typed) = typed.filter(|typed| !typed.is_empty()) else {
        return;
    };
    let (first, _) = typed[0];
    let follows = |at: usize, marker: Marker| match (first, marker) {
        (Marker::Bullet(_), Marker::Bullet(_)) => true,
        (
            Marker::Number { form, value },
            Marker::Number {
                form: own_form,
                value: own,
            },
        ) => form == own_form && form.counts_items() && own as usize == value as usize + at,
        _ => false,
    };
    let is_run = typed
        .iter()
        .enumerate()
        .all(|(at, (marker, _))| follows(at, *marker));
    // One item with a number proves nothing, unless the list gives it the same.
    let is_sure = typed.len() > 1
        || match first {
            Marker::Bullet(_) => start.is_none(),
            Marker::Number { value, .. } => *start == Some(value),
        };
    if !is_run || !is_sure {
        return;
    }
    *start = match first {
        Marker::Bullet(_) => *start,
        Marker::Number { value, .. } => Some(value),
    };
    for (item, (_, length)) in items.iter_mut().zip(typed) {
        if let Some(Block::Paragraph { content }) = item.first_mut() {
            strip(content, length);
        }
    }
}

/// The first paragraph of an item.
fn first_line(item: &[Block]) -> Option<&[Inline]> {
    match item.first()? {
        Block::Paragraph { content } => Some(content),
        _ => None,
    }
}
