//! Bold and italics, from stars and underlines.

use std::ops::Range;

use super::line::{Item, Kind};
use crate::block::Marks;

/// How each item is set. Signs switch bold and italics on and off in pairs; those without a partner become text, but
/// for double stars, which converters leave where bold goes on over the end of a paragraph.
pub(super) fn marks(items: &mut [Item]) -> Vec<Marks> {
    let mut marks = vec![Marks::default(); items.len()];
    for sign in ['*', '_'] {
        for pair in pairs(items, sign, 2) {
            marks[pair].iter_mut().for_each(|marks| marks.strong = true);
        }
        for pair in pairs(items, sign, 1) {
            marks[pair]
                .iter_mut()
                .for_each(|marks| marks.emphasis = true);
        }
    }
    for item in items {
        if let Kind::Signs { sign, n, left, .. } = item.kind {
            let n_text = match sign {
                '*' if n > 1 => left % 2,
                _ => left,
            };
            item.kind = Kind::Literal(String::from(sign).repeat(n_text));
        }
    }
    marks
}

/// What stands between the signs that switch something on and off again: `width` is 2 for bold, 1 for italics.
fn pairs(items: &mut [Item], sign: char, width: usize) -> Vec<Range<usize>> {
    let mut pairs = Vec::new();
    let mut open = None;
    for at in 0..items.len() {
        let Kind::Signs {
            sign: found,
            n,
            may_open,
            may_close,
            ..
        } = items[at].kind
        else {
            continue;
        };
        // Four stars switch bold off and on again, or on and off: nothing changes.
        let switches = found == sign && n / width % 2 == 1 && (sign == '*' || n <= 3);
        let is_sure = sign == '*' && width == 2;
        match open {
            _ if !switches => {}
            None if may_open || is_sure => open = Some(at),
            Some(from) if may_close || is_sure => {
                for end in [from, at] {
                    if let Kind::Signs { left, .. } = &mut items[end].kind {
                        *left -= width;
                    }
                }
                pairs.push(from..at);
                open = None;
            }
            _ => {}
        }
    }
    pairs
}
