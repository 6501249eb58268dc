//! Headings told by how they look.
//!
//! A heading is short, stands out from the prose, and does so in the same way as other headings of the article. So the
//! lines that could be headings are put into classes by their look, and a class is believed or not as a whole; a line
//! that looks like no other must stand out the more.

use super::believe::believed;
use super::class::{Class, class_of, rank};
use super::credit::is_credit;
use super::marker::{self, Form, Marker};
use super::{Body, Panels, caption, letters, series, text};
use crate::block::{Block, Inline, plain_text};
use crate::draft::{Border, Draft};

/// No heading is longer, in the width of Chinese characters.
const LONGEST: f32 = 36.0;

/// What ends a line that goes on below.
pub(super) const OPEN: [char; 3] = ['，', '：', ':'];

/// A line that could be a heading.
#[derive(Debug, Clone, Copy)]
pub(super) struct Candidate {
    pub class: Class,
    /// How much it stands out; see [`stands_out`].
    pub weight: u32,
    /// Whether a number stands before it as a paragraph of its own.
    pub has_badge: bool,
    /// Whether it ends as what goes on below: half a title, or a label. It is a heading only beside others.
    pub is_open: bool,
}

/// Finds the headings, and ranks them and those of the markup by their looks.
pub(super) fn find(mut drafts: Vec<Draft>, body: &Body, panels: &Panels<'_>) -> Vec<Draft> {
    drafts.iter_mut().for_each(demote);
    let mut candidates: Vec<Option<Candidate>> = drafts
        .iter()
        .map(|draft| candidate(draft, body, panels))
        .collect();
    let mut badges = vec![None; drafts.len()];
    // What the markup marks, or numbers head, needs no guesses at bold lines.
    let mut n_sure = 0;
    for (members, class) in series::find(&drafts, body, panels) {
        let title_of = |at: &usize| candidates.get(at + 1)?.filter(|title| title.weight >= 2);
        let n_titles = members.iter().filter_map(title_of).count();
        for (nth, at) in members.iter().enumerate() {
            badges[*at] = Some(class);
            n_sure += 1;
            // Where most numbers stand above prose, a bold line below one of them is prose too.
            if n_titles * 3 >= members.len() * 2
                && let Some(Some(title)) = candidates.get_mut(at + 1)
                && title.weight >= 2
            {
                title.has_badge = true;
            }
            // A frame around both tells a title, however small or long it is, if there is text below.
            if let Some(title) = drafts.get(at + 1)
                && panels.hold_pair(&drafts[*at], title)
                && matches!(title.block, Block::Paragraph { .. })
                && width(&text(&title.block)) <= LONGEST
                && members.get(nth + 1) != Some(&(at + 2))
            {
                candidates[at + 1] = Some(Candidate {
                    class,
                    weight: 0,
                    has_badge: true,
                    is_open: true,
                });
            }
        }
    }
    align_series(&mut candidates);
    let is_marked = |found: &&Candidate| found.class.level.is_some();
    n_sure += candidates.iter().flatten().filter(is_marked).count();
    let believed = believed(&drafts, &mut candidates, n_sure > 1);
    let mut out: Vec<Draft> = Vec::with_capacity(drafts.len());
    let mut classes: Vec<(usize, Class)> = Vec::new();
    let mut badge: Option<(Draft, Class)> = None;
    for (at, mut draft) in drafts.into_iter().enumerate() {
        let found = candidates[at]
            .filter(|found| found.class.level.is_some() || found.has_badge || believed[at]);
        if let Some(class) = badges[at] {
            // Two numbers on end: the first heads nothing but the second.
            out.extend(badge.replace((draft, class)).map(|(number, _)| number));
            continue;
        }
        let mut class = found.map(|found| found.class);
        if let Some((mut number, of_number)) = badge.take() {
            if found.is_some() {
                join(&number.block, &mut draft.block);
                class = class.map(|own| if own.level.is_some() { own } else { of_number });
            } else {
                into_heading(&mut number.block);
                classes.push((out.len(), of_number));
                out.push(number);
            }
        }
        if let Some(class) = class {
            into_heading(&mut draft.block);
            classes.push((out.len(), class));
        }
        out.push(draft);
    }
    out.extend(badge.map(|(number, _)| number));
    rank(&mut out, &classes);
    out
}

/// Makes a paragraph of a heading in the markup that is none: editors set whole paragraphs and credits so.
fn demote(draft: &mut Draft) {
    let line = text(&draft.block);
    if let Block::Heading { content, .. } = &mut draft.block
        && (width(&line) > 64.0
            || line.starts_with("http")
            || line.ends_with(['。', '；'])
                && letters(&line) > 16
                && marker::before(&line).is_none()
            || is_credit(&line)
            || draft.look.is_caption)
    {
        let content = std::mem::take(content);
        draft.block = Block::Paragraph { content };
    }
}

/// Puts the numbered candidates of one form and weight into one class, that of the first: numbers hold a series
/// together, even where sizes and colours vary by carelessness.
fn align_series(candidates: &mut [Option<Candidate>]) {
    let mut known: Vec<Class> = Vec::new();
    for Candidate { class, .. } in candidates.iter_mut().flatten() {
        if class.form.is_none() {
            continue;
        }
        let same = |known: &&Class| (known.form, known.is_bold) == (class.form, class.is_bold);
        match known.iter().find(same) {
            Some(first) => *class = *first,
            None => known.push(*class),
        }
    }
}

/// Looks at a draft as a heading.
pub(super) fn candidate(draft: &Draft, body: &Body, panels: &Panels<'_>) -> Option<Candidate> {
    if draft.look.hidden {
        return None;
    }
    let line = text(&draft.block);
    let line = line.trim_end();
    let form = match marker::before(line) {
        Some((Marker::Number { form, .. }, _)) => Some(form),
        _ => None,
    };
    if let Block::Heading { level, .. } = draft.block {
        let class = Class {
            level: Some(level),
            ..class_of(draft, draft.look, None, panels)
        };
        return Some(Candidate {
            class,
            weight: 9,
            has_badge: false,
            is_open: false,
        });
    }
    let Block::Paragraph { content } = &draft.block else {
        return None;
    };
    let weight = stands_out(draft, body, panels);
    let n_lines = content
        .iter()
        .filter(|inline| **inline == Inline::Break)
        .count();
    // One thing is enough to set off a series of 一、 (“first”) or 第一章 (“chapter one”): these head parts of a text.
    let least = if heads_part(form) { 1 } else { 2 };
    let closed = line.trim_end_matches(OPEN);
    let is_title = weight >= least
        && n_lines <= usize::from(weight >= 4)
        && reads_as_title(closed)
        && !is_mostly_linked(content)
        && !is_credit(line)
        && !caption::looks_so(draft);
    is_title.then(|| Candidate {
        class: class_of(draft, draft.look, form, panels),
        weight,
        has_badge: false,
        is_open: line.ends_with('，') || closed != line && !heads_part(form),
    })
}

/// Whether such a number heads a part of a text, not an item of a list.
pub(super) fn heads_part(form: Option<Form>) -> bool {
    matches!(form, Some(Form::Part | Form::Chinese))
}

/// How much a line stands out from the prose: 2 for each of weight, size and frame, less for what prose has too.
pub(super) fn stands_out(draft: &Draft, body: &Body, panels: &Panels<'_>) -> u32 {
    let look = draft.look;
    let larger = look.size - body.size;
    let is_loud = look.bold >= 0.9 && look.centred && look.coloured >= 0.9;
    if larger <= if is_loud { -3.0 } else { -0.5 } || look.grey >= 0.9 && larger < 3.0 {
        return 0;
    }
    // A little larger and nothing else is a page that sets its text carelessly.
    let is_plain = look.bold < 0.9 && !look.centred;
    let mut weight = match larger {
        larger if larger >= 4.0 => 3,
        larger if larger < 2.0 && is_plain => 0,
        _ if is_plain => 1,
        larger if larger >= 1.0 => 2,
        _ => 0,
    };
    weight += if look.bold >= 0.9 && !body.is_bold {
        2
    } else {
        0
    };
    weight += u32::from(look.centred && !body.is_centred);
    weight += u32::from(look.coloured >= 0.9 && !body.is_coloured);
    if let Some((panel, held)) = panels.of(draft)
        && held.n_drafts <= 2
        && (panel.border != Border::None || panel.ground)
    {
        weight += 2;
    }
    weight
}

/// Whether a line reads as a title: short, and no sentence.
pub(super) fn reads_as_title(line: &str) -> bool {
    let line = line.trim();
    let is_quoted =
        line.starts_with(['“', '「', '"', '—']) && line.ends_with(['”', '」', '"', '—']);
    letters(line) > 0
        && width(line) <= LONGEST
        && !line.ends_with([
            '。', '；', ';', '，', ',', '、', '：', ':', '…', '～', '~', '↓', '.',
        ])
        && !line.contains(['。', '；', '↓', '☟', '👇'])
        && !line.starts_with(['（', '(']) | marker::before(line).is_some()
        && !is_quoted
}

/// The width of a line in Chinese characters.
fn width(line: &str) -> f32 {
    let widths = line.chars().map(|c| if c.is_ascii() { 0.5 } else { 1.0 });
    widths.sum()
}

fn is_mostly_linked(content: &[Inline]) -> bool {
    let (mut n_linked, mut n_all) = (0, 0);
    for inline in content {
        if let Inline::Text(run) = inline {
            let n = letters(&run.text);
            n_all += n;
            n_linked += if run.link.is_some() { n } else { 0 };
        }
    }
    n_linked * 2 > n_all
}

/// Makes a heading of a paragraph; it is not bold besides. Its level is given later.
fn into_heading(block: &mut Block) {
    let Block::Paragraph { content } = block else {
        return;
    };
    let mut content = std::mem::take(content);
    for inline in &mut content {
        match inline {
            Inline::Text(run) => run.marks.strong = false,
            Inline::Break => *inline = Inline::text(" "),
            _ => {}
        }
    }
    *block = Block::Heading { level: 6, content };
}

/// Puts a number before the title that follows it.
fn join(number: &Block, title: &mut Block) {
    let (
        Block::Paragraph { content: number },
        Block::Paragraph { content } | Block::Heading { content, .. },
    ) = (number, title)
    else {
        return;
    };
    content.insert(0, Inline::text(format!("{} ", plain_text(number))));
}
