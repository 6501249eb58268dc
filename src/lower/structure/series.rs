//! Numbers that stand alone above the parts of a text.

use std::collections::HashMap;

use super::class::{Class, class_of};
use super::heading::stands_out;
use super::{Body, Panels, begins_pair, marker, text};
use crate::block::Block;
use crate::draft::{Draft, Look};

/// Finds numbers that stand alone and count the parts of the text: the drafts of each series, and its class.
pub(super) fn find(drafts: &[Draft], body: &Body, panels: &Panels<'_>) -> Vec<(Vec<usize>, Class)> {
    // Those begun, with the numbers in each.
    let mut begun: HashMap<Class, Vec<usize>> = HashMap::new();
    let mut found: Vec<(Vec<usize>, Class)> = Vec::new();
    for (at, draft) in drafts.iter().enumerate() {
        if draft.look.hidden || !matches!(draft.block, Block::Paragraph { .. }) {
            continue;
        }
        let Some(value) = value(draft) else {
            continue;
        };
        // A row of a list, not a part of the text.
        let heads_row = begins_pair(drafts, at)
            && drafts
                .get(at + 1)
                .is_some_and(|text| stands_out(text, body, panels) < 2);
        if heads_row {
            continue;
        }
        // Pages are careless about how they set their numbers.
        let look = match stands_out(draft, body, panels) {
            0 => Look {
                size: body.size,
                ..Look::default()
            },
            _ => Look {
                centred: false,
                bold: 0.0,
                ..draft.look
            },
        };
        let class = class_of(draft, look, None, panels);
        let members = begun.entry(class).or_default();
        let before = members.last().and_then(|last| self::value(&drafts[*last]));
        if before.is_some_and(|before| value == before + 1) {
            members.push(at);
        } else if value <= 1 {
            found.push((std::mem::replace(members, vec![at]), class));
        }
    }
    found.extend(begun.into_iter().map(|(class, members)| (members, class)));
    found.retain(|(members, _)| {
        let stands_out = |at: &usize| stands_out(&drafts[*at], body, panels) > 0;
        let least = if members.iter().all(stands_out) { 2 } else { 3 };
        // Between the parts of a text there is text.
        let is_apart = members.windows(2).all(|pair| pair[1] > pair[0] + 1);
        members.len() >= least && is_apart
    });
    found
}

/// The number that stands alone in a draft.
fn value(draft: &Draft) -> Option<u32> {
    marker::lone_number(&text(&draft.block))
}
