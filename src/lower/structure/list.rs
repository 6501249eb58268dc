//! Lists typed as paragraphs or lines that begin with bullets or numbers, and lists cut in two.

use super::marker::{self, Marker};
use super::{begins_pair, letters, strip};
use crate::block::{Block, Inline, plain_text};
use crate::draft::{Draft, Look};

/// Longer than this in letters, on average, paragraphs with numbers are the text itself.
const LONGEST: usize = 200;

/// How deep lists typed as paragraphs may nest.
pub(super) const DEEPEST: usize = 3;

/// From how many pixels on an item that stands further to the right belongs to the one before it.
const STEP: f32 = 8.0;

/// The quotation that a draft stands in, and whether it is hidden.
type Place = (Option<usize>, bool);

/// Puts items of the same place, as `place` tells it, into lists.
pub(super) fn gather(drafts: Vec<Draft>, place: &dyn Fn(&Draft) -> Place) -> Vec<Draft> {
    let mut out: Vec<Draft> = Vec::with_capacity(drafts.len());
    let mut run: Vec<Line> = Vec::new();
    let mut at: Option<Place> = None;
    for draft in join_rows(drafts).into_iter().flat_map(into_items) {
        let marker = draft.marker;
        let own = place(&draft.draft);
        if marker.is_none() || at.as_ref() != Some(&own) {
            flush(&mut run, &mut out);
        }
        at = Some(own);
        match marker {
            Some(_) => run.push(draft),
            None => push(draft.draft, &mut out),
        }
    }
    flush(&mut run, &mut out);
    out
}

/// Puts items into lists, wherever they stand.
pub(crate) fn gather_all(drafts: Vec<Draft>) -> Vec<Draft> {
    gather(drafts, &|_| (None, false))
}

/// Puts a bullet or a number that stands in a box of its own before the text beside it.
fn join_rows(drafts: Vec<Draft>) -> Vec<Draft> {
    let is_marker: Vec<bool> = (0..drafts.len())
        .map(|at| begins_pair(&drafts, at))
        .collect();
    let mut out: Vec<Draft> = Vec::with_capacity(drafts.len());
    let mut is_second = false;
    for (mut draft, is_first) in drafts.into_iter().zip(is_marker) {
        if is_second
            && let Block::Paragraph { content } = &mut draft.block
            && let Some(before) = out.last_mut()
            && let Block::Paragraph { content: marker } = &before.block
            && let Some(marker) = lone_marker(&plain_text(marker))
        {
            content.insert(0, Inline::text(marker));
            *before = draft;
        } else {
            out.push(draft);
        }
        is_second = is_first;
    }
    out
}

/// The text of a marker that stands alone, as it is written before an item.
fn lone_marker(text: &str) -> Option<String> {
    let with_dot = marker::lone_number(text).map(|value| format!("{value}. "));
    with_dot.or_else(|| match marker::read(text)? {
        (Marker::Bullet(_), length) if length == text.chars().count() => Some(format!("{text} ")),
        _ => None,
    })
}

/// A paragraph, and the marker that it begins with if it may be an item.
struct Line {
    draft: Draft,
    marker: Option<(Marker, usize)>,
}

/// Parts a paragraph into lines where two or more that follow on one another begin with markers.
fn into_items(draft: Draft) -> Vec<Line> {
    let Block::Paragraph { content } = &draft.block else {
        return vec![Line {
            draft,
            marker: None,
        }];
    };
    let lines: Vec<&[Inline]> = content.split(|inline| *inline == Inline::Break).collect();
    let markers: Vec<Option<(Marker, usize)>> = lines
        .iter()
        .map(|line| item_marker(&plain_text(line)))
        .collect();
    if lines.len() == 1 {
        let marker = markers[0];
        return vec![Line { draft, marker }];
    }
    if !markers.windows(2).any(|pair| follows(pair[0], pair[1])) {
        return vec![Line {
            draft,
            marker: None,
        }];
    }
    let look = draft.look;
    let mut out: Vec<Line> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| markers[before]);
        let after = markers.get(at + 1).copied().flatten();
        let marker =
            markers[at].filter(|_| follows(before, markers[at]) || follows(markers[at], after));
        match out.last_mut() {
            // Lines between lists stay lines of one paragraph.
            Some(Line {
                draft:
                    Draft {
                        block: Block::Paragraph { content },
                        ..
                    },
                marker: None,
            }) if marker.is_none() => {
                content.push(Inline::Break);
                content.extend_from_slice(line);
            }
            _ => {
                let block = Block::Paragraph {
                    content: line.to_vec(),
                };
                let draft = Draft { block, look };
                out.push(Line { draft, marker });
            }
        }
    }
    out
}

/// The marker of a line that may be an item of a list.
fn item_marker(line: &str) -> Option<(Marker, usize)> {
    marker::before(line).filter(|(marker, _)| match marker {
        // What people say begins with a dash too.
        Marker::Bullet('-' | '–') => !line.ends_with(['？', '?', '！', '!', '…', '”']),
        Marker::Bullet(_) => true,
        Marker::Number { form, .. } => form.counts_items(),
    })
}

/// Whether a line is the item after the one before.
fn follows(before: Option<(Marker, usize)>, line: Option<(Marker, usize)>) -> bool {
    match (before, line) {
        (Some((before, _)), Some((line, _))) => line_follows(before, line),
        _ => false,
    }
}

fn line_follows(before: Marker, line: Marker) -> bool {
    match (before, line) {
        (Marker::Bullet(before), Marker::Bullet(line)) => before == line,
        (
            Marker::Number { form, value },
            Marker::Number {
                form: own_form,
                value: own,
            },
        ) => form == own_form && own == value + 1,
        _ => false,
    }
}

/// A list that is being built.
struct Open {
    indent: f32,
    last: Marker,
    start: Option<u32>,
    items: Vec<Vec<Block>>,
    /// The paragraphs of the items, markers and all, in case there is only one.
    lines: Vec<Block>,
    look: Look,
}

impl Open {
    fn new(line: &Line, marker: Marker) -> Open {
        Open {
            indent: line.draft.look.indent,
            last: marker,
            start: match marker {
                Marker::Bullet(_) => None,
                Marker::Number { value, .. } => Some(value),
            },
            items: Vec::new(),
            lines: Vec::new(),
            look: line.draft.look,
        }
    }

    fn add(&mut self, line: Line, marker: Marker, length: usize) {
        self.last = marker;
        self.lines.push(line.draft.block.clone());
        let mut block = line.draft.block;
        if let Block::Paragraph { content } = &mut block {
            strip(content, length);
        }
        self.items.push(vec![block]);
    }
}

/// Makes lists of a run of lines that all begin with markers.
fn flush(run: &mut Vec<Line>, out: &mut Vec<Draft>) {
    let lines = std::mem::take(run);
    let total: usize = lines
        .iter()
        .map(|line| letters(&super::text(&line.draft.block)))
        .sum();
    if lines.len() < 2 || total > LONGEST * lines.len() {
        lines.into_iter().for_each(|line| push(line.draft, out));
        return;
    }
    let markers: Vec<Option<(Marker, usize)>> = lines.iter().map(|line| line.marker).collect();
    let mut open: Vec<Open> = Vec::new();
    for (at, line) in lines.into_iter().enumerate() {
        let Some((marker, length)) = line.marker else {
            continue;
        };
        let indent = line.draft.look.indent;
        let fits =
            |list: &Open| line_follows(list.last, marker) && (list.indent - indent).abs() <= STEP;
        if let Some(level) = open.iter().rposition(fits) {
            while open.len() > level + 1 {
                close(&mut open, out);
            }
        } else {
            // A bullet below a number, which goes on after the bullets, belongs to it; so does what stands further in.
            let is_within = open.last().is_some_and(|list| {
                indent > list.indent + STEP
                    || matches!(marker, Marker::Bullet(_))
                        && matches!(list.last, Marker::Number { .. })
                        && goes_on(list.last, &markers[at..])
            });
            if !is_within || open.len() >= DEEPEST {
                while !open.is_empty() {
                    close(&mut open, out);
                }
            }
            open.push(Open::new(&line, marker));
        }
        if let Some(list) = open.last_mut() {
            list.add(line, marker, length);
        }
    }
    while !open.is_empty() {
        close(&mut open, out);
    }
}

/// Whether a number is followed by the next one after some bullets.
fn goes_on(number: Marker, then: &[Option<(Marker, usize)>]) -> bool {
    /// Longer lists of bullets are not looked through, so that this stays linear.
    const FAR: usize = 20;
    then.iter()
        .take(FAR)
        .flatten()
        .find(|(marker, _)| matches!(marker, Marker::Number { .. }))
        .is_some_and(|(marker, _)| line_follows(number, *marker))
}

/// Ends the innermost list.
fn close(open: &mut Vec<Open>, out: &mut Vec<Draft>) {
    let Some(list) = open.pop() else {
        return;
    };
    let block = Block::List {
        start: list.start,
        items: list.items,
    };
    match open.last_mut() {
        Some(around) => {
            if let Some(item) = around.items.last_mut() {
                item.push(block);
            }
        }
        None if list.lines.len() > 1 => push(
            Draft {
                block,
                look: list.look,
            },
            out,
        ),
        // One item is no list: the line as it was, then what was taken to belong to it.
        None => {
            let Block::List { items, .. } = block else {
                return;
            };
            let within = items.into_iter().flatten().skip(1);
            for block in list.lines.into_iter().chain(within) {
                let look = list.look;
                push(Draft { block, look }, out);
            }
        }
    }
}

/// Adds a block, a list to the one before it if that goes on in it: WeChat's editor cuts lists in two.
fn push(draft: Draft, out: &mut Vec<Draft>) {
    if let Block::List { start, items } = &draft.block
        && let Some(Draft {
            block:
                Block::List {
                    start: start_before,
                    items: before,
                },
            look,
        }) = out.last_mut()
        && look.panel == draft.look.panel
        && look.hidden == draft.look.hidden
        && continues(*start_before, before.len(), *start)
    {
        before.extend(items.iter().cloned());
        return;
    }
    out.push(draft);
}

fn continues(start: Option<u32>, n_items: usize, next: Option<u32>) -> bool {
    match (start, next) {
        (None, None) => true,
        (Some(start), Some(next)) => {
            u32::try_from(n_items).is_ok_and(|n_items| start.checked_add(n_items) == Some(next))
        }
        _ => false,
    }
}
