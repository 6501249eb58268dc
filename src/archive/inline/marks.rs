//! Bold, italics and the like, from signs and from tags, each in pairs.

use std::ops::Range;

use super::line::{Item, Kind};
use super::tags::TAGS;
use crate::block::Marks;
use crate::words::words;

/// How many tags there are.
const N_TAGS: usize = 12;

/// The mark that a tag sets, by its place.
fn mark(marks: &mut Marks, place: usize) -> &mut bool {
    match place % 8 {
        0 => &mut marks.strong,
        1 => &mut marks.emphasis,
        2 => &mut marks.strike,
        3 => &mut marks.underline,
        4 => &mut marks.highlight,
        5 => &mut marks.sup,
        6 => &mut marks.sub,
        _ => &mut marks.code,
    }
}

/// How each item is set. Signs switch bold and italics on and off in pairs; those without a partner become text, but
/// for double stars, which converters leave where bold goes on over the end of a paragraph.
pub(super) fn marks(items: &mut [Item]) -> Vec<Marks> {
    let mut marks = vec![Marks::default(); items.len()];
    for (sign, width, place) in [
        ('*', 2, 0),
        ('*', 1, 1),
        ('_', 2, 0),
        ('_', 1, 1),
        ('~', 2, 2),
    ] {
        for pair in pairs(items, sign, width) {
            set(&mut marks[pair], place);
        }
    }
    tagged(items, &mut marks);
    for item in items {
        if let Kind::Tag { place, is_end } = item.kind {
            let slash = if is_end { "/" } else { "" };
            let name = words(TAGS).nth(place).unwrap_or_default();
            item.kind = Kind::Literal(["<", slash, name, ">"].concat());
        }
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

/// Sets what stands between the tags of each name, which are nothing to see any more. Those without a partner stay.
fn tagged(items: &mut [Item], marks: &mut [Marks]) {
    let mut open = [None; N_TAGS];
    for at in 0..items.len() {
        let Kind::Tag { place, is_end } = items[at].kind else {
            continue;
        };
        if !is_end {
            open[place] = open[place].or(Some(at));
        } else if let Some(from) = open[place].take() {
            set(&mut marks[from..at], place);
            for end in [from, at] {
                items[end].kind = Kind::Literal(String::new());
            }
        }
    }
}

fn set(marks: &mut [Marks], place: usize) {
    for marks in marks {
        *mark(marks, place) = true;
    }
}

/// What stands between the signs that switch something on and off again: `width` is 2 for bold, 1 for italics.
fn pairs(items: &mut [Item], sign: char, width: usize) -> Vec<Range<usize>> {
    let mut pairs = Vec::new();
    let mut open = None;
    for at in 0..items.len() {
        // Two waves at the ends of two lines strike nothing out.
        if sign == '~' && matches!(items[at].kind, Kind::Break) {
            open = None;
        }
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
        let switches = found == sign
            && n / width % 2 == 1
            && match sign {
                '*' => true,
                '_' => n <= 3,
                _ => n == 2,
            };
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
