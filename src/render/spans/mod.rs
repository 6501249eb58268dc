//! Inline content as spans that nest well.
//!
//! Runs are flat and carry their marks; Markdown and HTML need marks that open and close around each other. Here
//! that is decided once for both: a link holds all its runs, marks that reach further stand outside, a space between
//! words keeps only the marks that both words have, and no mark reaches over the end of a line. Addresses that are
//! not safe are gone, and so are control characters.

mod nest;

use std::borrow::Cow;

use crate::block::{Image, Inline, Marks};

use crate::address;
use crate::rewrite::{may_be_control, rewrite};

/// One step through inline content.
#[derive(Debug, PartialEq)]
pub(super) enum Span<'a> {
    /// Plain characters.
    Text(String),
    /// Code within a line.
    Code(String),
    /// A picture and its safe address.
    Image(&'a Image, String),
    /// A formula in LaTeX, on one line.
    Formula(String),
    /// A note to what stands before it, and the number it is to have.
    Note(Option<u32>, Vec<Span<'a>>),
    /// The end of a line. Never first, never last, never two in a row.
    Break,
    /// A mark begins.
    Open(Mark),
    /// The mark that began last ends.
    Close(Mark),
    /// A link to a safe address begins.
    OpenLink(String),
    /// The link ends.
    CloseLink(String),
}

/// A mark that text lies in. Where two cover the same text, the one named first here stands outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Highlight,
    Underline,
    Strike,
    Emphasis,
    Strong,
    Sup,
    Sub,
}

impl Mark {
    /// The name of HTML's element for it.
    pub fn tag(self) -> &'static str {
        match self {
            Mark::Highlight => "mark",
            Mark::Underline => "u",
            Mark::Strike => "del",
            Mark::Emphasis => "em",
            Mark::Strong => "strong",
            Mark::Sup => "sup",
            Mark::Sub => "sub",
        }
    }
}

const MARKS: [Mark; 7] = [
    Mark::Highlight,
    Mark::Underline,
    Mark::Strike,
    Mark::Emphasis,
    Mark::Strong,
    Mark::Sup,
    Mark::Sub,
];

/// Turns inline content into spans.
pub(super) fn spans(content: &[Inline]) -> Vec<Span<'_>> {
    let notes = content.iter().map(|inline| match inline {
        Inline::Footnote { content, .. } => nested(content, Vec::new()),
        _ => Vec::new(),
    });
    nested(content, notes.collect())
}

/// Turns inline content into spans, given those of the notes in it: none for a note within a note, of which there are
/// none.
fn nested<'a>(content: &'a [Inline], notes: Vec<Vec<Span<'a>>>) -> Vec<Span<'a>> {
    let mut items = items(content, notes);
    join_spaces(&mut items);
    nest::nest(items)
}

/// A piece of content with what applies to it.
struct Item<'a> {
    leaf: Leaf<'a>,
    marks: MarkSet,
    link: Option<String>,
}

enum Leaf<'a> {
    Text(Cow<'a, str>),
    Space(Cow<'a, str>),
    Code(Cow<'a, str>),
    Image(&'a Image, String),
    Formula(String),
    Note(Option<u32>, Vec<Span<'a>>),
    Break,
}

/// Which marks apply, one bit each.
#[derive(Clone, Copy, PartialEq, Default)]
struct MarkSet(u8);

impl MarkSet {
    fn of(marks: Marks) -> MarkSet {
        MARKS
            .into_iter()
            .filter(|mark| match mark {
                Mark::Highlight => marks.highlight,
                Mark::Underline => marks.underline,
                Mark::Strike => marks.strike,
                Mark::Emphasis => marks.emphasis,
                Mark::Strong => marks.strong,
                Mark::Sup => marks.sup,
                Mark::Sub => marks.sub,
            })
            .fold(MarkSet::default(), |set, mark| {
                MarkSet(set.0 | 1 << mark as u8)
            })
    }

    fn has(self, mark: Mark) -> bool {
        self.0 & 1 << mark as u8 != 0
    }

    fn and(self, other: MarkSet) -> MarkSet {
        MarkSet(self.0 & other.0)
    }

    fn or(self, other: MarkSet) -> MarkSet {
        MarkSet(self.0 | other.0)
    }

    fn without(self, other: MarkSet) -> MarkSet {
        MarkSet(self.0 & !other.0)
    }
}

impl<'a> Item<'a> {
    fn unmarked(leaf: Leaf<'a>) -> Item<'a> {
        Item {
            leaf,
            marks: MarkSet::default(),
            link: None,
        }
    }
}

/// Parts content into items: spaces by themselves, line ends only between lines.
fn items<'a>(content: &'a [Inline], notes: Vec<Vec<Span<'a>>>) -> Vec<Item<'a>> {
    let mut items: Vec<Item<'_>> = Vec::with_capacity(content.len());
    let mut notes = notes.into_iter();
    for inline in content {
        let note = notes.next().unwrap_or_default();
        match inline {
            Inline::Text(run) => {
                let marks = MarkSet::of(run.marks);
                let link = run.link.as_deref().and_then(address::link);
                let text = printable(&run.text);
                if run.marks.code && !text.trim().is_empty() {
                    let leaf = Leaf::Code(text);
                    push(&mut items, Item { leaf, marks, link });
                } else {
                    push_text(&mut items, text, marks, link);
                }
            }
            Inline::Image(image) => match address::image_or_copy(&image.url) {
                Some(url) => items.push(Item::unmarked(Leaf::Image(image, url))),
                None => push_text(&mut items, printable(&image.alt), MarkSet::default(), None),
            },
            Inline::Formula { latex } => {
                let latex = printable(latex);
                if !latex.trim().is_empty() {
                    let latex = latex.trim().to_owned();
                    items.push(Item::unmarked(Leaf::Formula(latex)));
                }
            }
            Inline::Footnote { .. } if note.is_empty() => {}
            Inline::Footnote { number, .. } => {
                items.push(Item::unmarked(Leaf::Note(*number, note)));
            }
            Inline::Break => {
                end_line(&mut items);
                if !at_line_start(&items) {
                    items.push(Item::unmarked(Leaf::Break));
                }
            }
        }
    }
    end_line(&mut items);
    items.pop_if(|item| matches!(item.leaf, Leaf::Break));
    items
}

fn push_text<'a>(
    items: &mut Vec<Item<'a>>,
    text: Cow<'a, str>,
    marks: MarkSet,
    link: Option<String>,
) {
    let item = |leaf| Item {
        leaf,
        marks,
        link: link.clone(),
    };
    let core = text.trim();
    if core.len() == text.len() {
        return push(items, item(Leaf::Text(text)));
    }
    let (before, rest) = text.split_at(text.len() - text.trim_start().len());
    let (core, after) = rest.split_at(core.len());
    push(items, item(Leaf::Space(before.to_owned().into())));
    push(items, item(Leaf::Text(core.to_owned().into())));
    push(items, item(Leaf::Space(after.to_owned().into())));
}

/// Adds an item, or makes the last one longer if the same applies to both.
fn push<'a>(items: &mut Vec<Item<'a>>, mut item: Item<'a>) {
    if let Leaf::Space(space) = &mut item.leaf
        && at_line_start(items)
    {
        // Spaces before a line mean nothing, or code in Markdown; an ideographic one is the author's.
        *space = Cow::Owned(space.trim_start_matches(' ').to_owned());
    }
    let (Leaf::Text(text) | Leaf::Space(text) | Leaf::Code(text)) = &item.leaf else {
        return items.push(item);
    };
    if text.is_empty() {
        return;
    }
    if let Some(last) = items.last_mut() {
        let same_link = last.link == item.link;
        let same = same_link && last.marks == item.marks;
        match (&mut last.leaf, &item.leaf) {
            (Leaf::Space(longer), Leaf::Space(text)) => {
                longer.to_mut().push_str(text);
                last.marks = last.marks.and(item.marks);
                last.link.take_if(|_| !same_link);
                return;
            }
            (Leaf::Text(longer), Leaf::Text(text)) | (Leaf::Code(longer), Leaf::Code(text))
                if same =>
            {
                return longer.to_mut().push_str(text);
            }
            _ => {}
        }
    }
    items.push(item);
}

fn at_line_start(items: &[Item<'_>]) -> bool {
    items
        .last()
        .is_none_or(|item| matches!(item.leaf, Leaf::Break))
}

fn end_line(items: &mut Vec<Item<'_>>) {
    items.pop_if(|item| matches!(item.leaf, Leaf::Space(_)));
}

/// Leaves each space only the marks and the link that both its neighbours have too.
fn join_spaces(items: &mut [Item<'_>]) {
    for at in 0..items.len() {
        if !matches!(items[at].leaf, Leaf::Space(_)) {
            continue;
        }
        for neighbour in [at.wrapping_sub(1), at + 1] {
            let neighbour = items.get(neighbour);
            let marks = neighbour.map_or(MarkSet::default(), |item| item.marks);
            let same_link = neighbour.is_some_and(|item| item.link == items[at].link);
            items[at].marks = items[at].marks.and(marks);
            items[at].link.take_if(|_| !same_link);
        }
    }
}

/// The text without control characters; those that part words become spaces.
pub(super) fn printable(text: &str) -> Cow<'_, str> {
    if !text.bytes().any(may_be_control) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    rewrite(text, &mut out, may_be_control, |c, out| match c {
        '\t' | '\n' | '\r' => out.push(' '),
        c if c.is_control() => {}
        c => out.push(c),
    });
    Cow::Owned(out)
}
