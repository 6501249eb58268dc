//! From items that carry their marks to marks that open and close around each other.

use super::{Item, Leaf, MARKS, Mark, MarkSet, Span};

/// A stretch of items that marks cover as a whole: a link, or one item outside of links.
struct Unit {
    len: usize,
    marks: MarkSet,
    link: Option<String>,
}

/// Makes spans of items: links around all that is linked, marks around each other.
pub(super) fn nest(items: Vec<Item<'_>>) -> Vec<Span<'_>> {
    let units = units(&items);
    let sets: Vec<MarkSet> = units.iter().map(|unit| unit.marks).collect();
    let mut units = units.into_iter();
    let mut items = items.into_iter();
    let mut out = Vec::new();
    nest_marks(&sets, &mut out, |outer, out| {
        let Some(unit) = units.next() else { return };
        let Some(url) = unit.link else {
            return push_leaf(items.next(), out);
        };
        out.push(Span::OpenLink(url.clone()));
        let linked: Vec<Item<'_>> = items.by_ref().take(unit.len).collect();
        let sets: Vec<MarkSet> = linked
            .iter()
            .map(|item| item.marks.without(outer))
            .collect();
        let mut linked = linked.into_iter();
        nest_marks(&sets, out, |_, out| {
            push_leaf(linked.next(), out);
        });
        out.push(Span::CloseLink(url));
    });
    out
}

fn units(items: &[Item<'_>]) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::with_capacity(items.len());
    for item in items {
        match units.last_mut() {
            Some(unit) if item.link.is_some() && unit.link == item.link => {
                unit.len += 1;
                unit.marks = unit.marks.and(item.marks);
            }
            _ => units.push(Unit {
                len: 1,
                marks: item.marks,
                link: item.link.clone(),
            }),
        }
    }
    // A mark of one link alone goes inside: next to the brackets, Markdown's delimiters always work.
    let sets: Vec<MarkSet> = units.iter().map(|unit| unit.marks).collect();
    for (at, unit) in units.iter_mut().enumerate() {
        if unit.link.is_some() {
            let before = at.checked_sub(1).map_or(MarkSet::default(), |at| sets[at]);
            let after = sets.get(at + 1).copied().unwrap_or_default();
            unit.marks = unit.marks.and(before.or(after));
        }
    }
    units
}

/// Walks over `sets`, opening and closing marks so that they nest, and calls `each` for what lies within.
fn nest_marks<'a>(
    sets: &[MarkSet],
    out: &mut Vec<Span<'a>>,
    mut each: impl FnMut(MarkSet, &mut Vec<Span<'a>>),
) {
    let ends = ends(sets);
    let mut open: Vec<Mark> = Vec::new();
    for (set, ends) in sets.iter().zip(ends) {
        let keep = open
            .iter()
            .position(|mark| !set.has(*mark))
            .unwrap_or(open.len());
        out.extend(open.drain(keep..).rev().map(Span::Close));
        // What reaches further stands outside.
        let mut new: Vec<Mark> = Vec::new();
        for mark in MARKS {
            if set.has(mark) && !open.contains(&mark) {
                let reach = |mark: Mark| ends[mark as usize];
                let place = new.iter().position(|other| reach(*other) < reach(mark));
                new.insert(place.unwrap_or(new.len()), mark);
            }
        }
        out.extend(new.iter().copied().map(Span::Open));
        open.extend(new);
        each(*set, out);
    }
    out.extend(open.into_iter().rev().map(Span::Close));
}

/// For each set and mark, where the stretch of sets with this mark ends.
fn ends(sets: &[MarkSet]) -> Vec<[usize; MARKS.len()]> {
    let mut ends = vec![[0; MARKS.len()]; sets.len()];
    let mut next = [sets.len(); MARKS.len()];
    for (at, set) in sets.iter().enumerate().rev() {
        for mark in MARKS {
            if !set.has(mark) {
                next[mark as usize] = at;
            }
        }
        ends[at] = next;
    }
    ends
}

fn push_leaf<'a>(item: Option<Item<'a>>, out: &mut Vec<Span<'a>>) {
    let Some(item) = item else { return };
    match item.leaf {
        Leaf::Text(text) | Leaf::Space(text) => match out.last_mut() {
            Some(Span::Text(longer)) => longer.push_str(&text),
            _ => out.push(Span::Text(text.into_owned())),
        },
        Leaf::Code(text) => out.push(Span::Code(text.into_owned())),
        Leaf::Image(image, url) => out.push(Span::Image(image, url)),
        Leaf::Formula(latex) => out.push(Span::Formula(latex)),
        Leaf::Note(number, note) => out.push(Span::Note(number, note)),
        Leaf::Break => out.push(Span::Break),
    }
}
