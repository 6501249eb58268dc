//! Bullets and numbers typed into the items of a list, which then has two.

use super::marker::{self, Marker};
use super::strip;
use crate::block::{Block, Inline, plain_text};

/// Takes out what is typed before the items of a list. Recursion is bounded by [`MAX_NESTING`](crate::MAX_NESTING).
pub(super) fn undo(block: &mut Block) {
    match block {
        Block::Quote { blocks } => blocks.iter_mut().for_each(undo),
        Block::List { start, items } => {
            items.iter_mut().flatten().for_each(undo);
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
        _ => {}
    }
}

/// The first paragraph of an item.
fn first_line(item: &[Block]) -> Option<&[Inline]> {
    match item.first()? {
        Block::Paragraph { content } => Some(content),
        _ => None,
    }
}
