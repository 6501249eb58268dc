//! Lists of notes at the end of an article: lines that are numbered from 1 on.

use std::ops::Range;

use crate::block::{Block, Inline};
use crate::draft::Draft;

/// The runs of drafts that hold nothing but lines numbered from 1 on.
pub(super) fn lists(drafts: &[Draft]) -> Vec<Range<usize>> {
    let mut lists: Vec<Range<usize>> = Vec::new();
    let mut count = Count::default();
    for (at, draft) in drafts.iter().enumerate() {
        if draft.look.hidden {
            continue;
        }
        let lines = lines(&draft.block);
        if let Some(counted) = count.and(&lines)
            && let Some(list) = lists.last_mut()
            && count != Count::default()
        {
            (count, list.end) = (counted, at + 1);
        } else if let Some(counted) = Count::default().and(&lines) {
            count = counted;
            lists.push(at..at + 1);
        } else {
            count = Count::default();
        }
    }
    lists
}

/// How far the lines of a list are counted.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
struct Count {
    last: u32,
    /// Whether the last number stood alone on its line, with the note to follow.
    awaits_note: bool,
}

impl Count {
    /// The count with these lines; `None` if they do not go on with it.
    fn and(mut self, lines: &[Line<'_>]) -> Option<Count> {
        if lines.is_empty() {
            return None;
        }
        for line in lines {
            match line.number {
                Some(number) if number == self.last + 1 && !self.awaits_note => {
                    self.last = number;
                    self.awaits_note = line.is_bare();
                }
                None if self.awaits_note => self.awaits_note = false,
                _ => return None,
            }
        }
        Some(self)
    }
}

/// A line of what may be a list of notes.
pub(super) struct Line<'a> {
    /// The number before it.
    pub number: Option<u32>,
    content: &'a [Inline],
    /// How many bytes of the first text are the number.
    start: usize,
}

impl Line<'_> {
    /// Whether nothing stands after the number.
    pub fn is_bare(&self) -> bool {
        self.content
            .iter()
            .enumerate()
            .all(|(at, inline)| match inline {
                Inline::Text(run) => {
                    let start = if at == 0 { self.start } else { 0 };
                    run.text
                        .get(start..)
                        .is_none_or(|rest| rest.trim().is_empty())
                }
                _ => false,
            })
    }

    /// What stands after the number.
    pub fn note(&self) -> Vec<Inline> {
        let mut content = self.content.to_vec();
        if let Some(Inline::Text(run)) = content.first_mut() {
            run.text = run.text.get(self.start..).unwrap_or_default().to_owned();
        }
        // The number may have been a run of its own, with a blank after it.
        while let Some(Inline::Text(run)) = content.first_mut() {
            run.text = run.text.trim_start().to_owned();
            if !run.text.is_empty() {
                break;
            }
            content.remove(0);
        }
        content
    }
}

/// The lines of a block, with their numbers; none if it is no text.
pub(super) fn lines(block: &Block) -> Vec<Line<'_>> {
    match block {
        Block::Paragraph { content } => {
            let lines = content.split(|inline| *inline == Inline::Break);
            lines.map(|line| self::line(line, None)).collect()
        }
        Block::List { start, items } => {
            let lines = items.iter().zip(0..).map(|(item, at)| match &item[..] {
                [Block::Paragraph { content }] => {
                    Some(line(content, start.map(|start| start.saturating_add(at))))
                }
                _ => None,
            });
            lines.collect::<Option<Vec<_>>>().unwrap_or_default()
        }
        _ => Vec::new(),
    }
}

fn line(content: &[Inline], number: Option<u32>) -> Line<'_> {
    let written = match content.first() {
        Some(Inline::Text(run)) => bracketed(&run.text).map(|(number, rest)| {
            let rest = rest.trim_start_matches([':', '：', ' ']);
            (number, run.text.len() - rest.len())
        }),
        _ => None,
    };
    let (number, start) = written.map_or((number, 0), |(number, start)| (Some(number), start));
    Line {
        number,
        content,
        start,
    }
}

/// The number in brackets that a text begins with, and what follows.
pub(super) fn bracketed(text: &str) -> Option<(u32, &str)> {
    let (number, rest) = text.trim_start().strip_prefix('[')?.split_once(']')?;
    (number.len() < 5).then_some(())?;
    Some((number.parse().ok()?, rest))
}
