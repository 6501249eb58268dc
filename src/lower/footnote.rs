//! Footnotes: `[1]` in the text and a list of what it stands for at the end.
//!
//! WeChat lets no article link to the web, so publishers turn each link into such a note. Each note comes to stand at
//! its place in the text; where it is a link and the words that it was taken from are known, these are linked again.
//! The list is taken out only if its numbers and those in the text are the same, and if the notes are not too much to say
//! as often as they are referred to; if not, all stays as it is.

use std::ops::Range;

use super::MOST_REPEATED;
use super::note_list::{bracketed, lines, lists};
use crate::block::{Block, Inline, Run, plain_text};
use crate::draft::Draft;
use crate::measure;

/// Stands for the address of a link of which only the words are known yet. No link of a page reads so.
pub(super) const NOTED: &str = "#noted";

/// What stands over a list of notes.
const TITLES: [&str; 15] = [
    "参考资料",
    "引用链接",
    "参考链接",
    "参考文献",
    "参考",
    "引用",
    "脚注",
    "注释",
    "注",
    "资料来源",
    "链接",
    "reference",
    "references",
    "footnotes",
    "notes",
];

/// How many lists are tried, from the last one on: a numbered list that is none may follow.
const TRIED: usize = 3;

/// What a number in the text stands for.
struct Note {
    content: Vec<Inline>,
    /// The words before the address, if the note is a link.
    title: String,
    url: Option<String>,
}

impl Note {
    /// How many bytes it takes to say it once more.
    fn size(&self) -> usize {
        let texts = self.content.iter().map(|inline| match inline {
            Inline::Text(run) => run.text.len() + run.link.as_ref().map_or(0, String::len),
            Inline::Image(image) => image.url.len(),
            Inline::Formula { latex } => latex.len(),
            _ => 0,
        });
        texts.sum::<usize>() + size_of_val(&self.content[..])
    }
}

/// Brings the notes of an article back to their places.
pub(super) fn resolve(mut drafts: Vec<Draft>) -> Vec<Draft> {
    let found = lists(&drafts)
        .into_iter()
        .rev()
        .take(TRIED)
        .find_map(|list| {
            let notes = notes(drafts.get(list.clone())?);
            let room = is_referred_to(&mut drafts, &list, &notes)?;
            Some((list, notes, room))
        });
    let (list, notes, mut room) = found.unwrap_or_default();
    let title = list
        .start
        .checked_sub(1)
        .filter(|_| !notes.is_empty())
        .and_then(|at| drafts.get_mut(at))
        .filter(|draft| is_title(draft));
    if let Some(title) = title {
        title.look.heads_notes = true;
    }
    drafts
        .into_iter()
        .enumerate()
        .filter(|(at, draft)| draft.look.hidden || !list.contains(at))
        .map(|(_, mut draft)| {
            place(std::slice::from_mut(&mut draft.block), &notes, &mut room);
            draft
        })
        .collect()
}

/// The numbers that a raised text consists of: `[1]`, `[2][3]`.
fn reference(run: &Run) -> Option<Vec<u32>> {
    let mut numbers = Vec::new();
    let mut rest = run.text.trim();
    if !run.marks.sup || rest.is_empty() {
        return None;
    }
    while !rest.is_empty() {
        let (number, after) = bracketed(rest)?;
        numbers.push(number);
        rest = after.trim_start();
    }
    Some(numbers)
}

/// How much more may be repeated, if the text refers to each note of a list, which are numbered from 1 on, to no other,
/// and not so often that the notes would fill the memory.
fn is_referred_to(drafts: &mut [Draft], list: &Range<usize>, notes: &[Note]) -> Option<usize> {
    let sizes: Vec<usize> = notes.iter().map(Note::size).collect();
    let mut is_found = vec![false; sizes.len()];
    let mut room = Some(MOST_REPEATED);
    for (at, draft) in drafts.iter_mut().enumerate() {
        if !list.contains(&at) {
            for_each_content(std::slice::from_mut(&mut draft.block), &mut |content| {
                for inline in content.iter() {
                    if let Inline::Text(run) = inline {
                        for number in reference(run).into_iter().flatten() {
                            let at = (number as usize).wrapping_sub(1);
                            room = room
                                .zip(sizes.get(at))
                                .and_then(|(room, size)| room.checked_sub(*size));
                            if let Some(is_found) = is_found.get_mut(at) {
                                *is_found = true;
                            }
                        }
                    }
                }
            });
        }
    }
    room.filter(|_| !is_found.contains(&false))
}

/// Does something with all inline content of some blocks. Recursion is bounded by [`MAX_NESTING`](crate::MAX_NESTING).
fn for_each_content(blocks: &mut [Block], act: &mut dyn FnMut(&mut Vec<Inline>)) {
    for block in blocks {
        match block {
            Block::Paragraph { content }
            | Block::Heading { content, .. }
            | Block::Image {
                caption: content, ..
            } => act(content),
            Block::Table { rows } => rows
                .iter_mut()
                .flatten()
                .for_each(|cell| act(&mut cell.content)),
            Block::List { items, .. } => items
                .iter_mut()
                .for_each(|item| for_each_content(item, act)),
            Block::Quote { blocks } => for_each_content(blocks, act),
            _ => {}
        }
    }
}

fn is_title(draft: &Draft) -> bool {
    let (Block::Paragraph { content } | Block::Heading { content, .. }) = &draft.block else {
        return false;
    };
    let text = plain_text(content);
    let text = measure::bare(&text);
    TITLES.iter().any(|title| text.eq_ignore_ascii_case(title))
}

/// The notes of a list, in the order of their numbers; one without a word stays empty.
fn notes(list: &[Draft]) -> Vec<Note> {
    let mut notes: Vec<Note> = Vec::new();
    for draft in list.iter().filter(|draft| !draft.look.hidden) {
        for line in lines(&draft.block) {
            let note = note(line.note());
            match notes.last_mut() {
                // A line without a number is the note to the number alone on the line before.
                Some(last) if line.number.is_none() => *last = note,
                _ => notes.push(note),
            }
        }
    }
    notes
}

fn note(mut content: Vec<Inline>) -> Note {
    forget_noted(&mut content);
    let text = plain_text(&content);
    let start = ["https://", "http://"]
        .iter()
        .filter_map(|scheme| text.match_indices(scheme).last())
        .map(|(start, _)| start)
        .max();
    let (title, url) = match start {
        Some(start) if !text[start..].trim_end().contains(char::is_whitespace) => {
            text.split_at(start)
        }
        _ => (text.as_str(), ""),
    };
    let title = title
        .trim()
        .trim_end_matches([':', '：'])
        .trim_end()
        .to_owned();
    let linked = content.iter().find_map(|inline| match inline {
        Inline::Text(run) => run.link.clone(),
        _ => None,
    });
    let url = super::link(url.trim()).or(linked);
    Note {
        content,
        title,
        url,
    }
}

/// Puts notes at the numbers that refer to them, and links as far as there is room. Without notes, only forgets which words
/// were noted.
fn place(blocks: &mut [Block], notes: &[Note], room: &mut usize) {
    for_each_content(blocks, &mut |content| {
        let mut placed: Vec<Inline> = Vec::with_capacity(content.len());
        for inline in content.drain(..) {
            let numbers = match &inline {
                Inline::Text(run) if !notes.is_empty() => reference(run),
                _ => None,
            };
            match numbers {
                None => placed.push(inline),
                Some(numbers) => numbers
                    .iter()
                    .filter_map(|number| {
                        Some((*number, notes.get((*number as usize).wrapping_sub(1))?))
                    })
                    .filter(|(_, note)| !note.content.is_empty())
                    .for_each(|(number, note)| put(number, note, &mut placed, room)),
            }
        }
        forget_noted(&mut placed);
        *content = placed;
    });
}

/// Forgets which words were noted.
fn forget_noted(content: &mut [Inline]) {
    for inline in content {
        if let Inline::Text(run) = inline {
            run.link.take_if(|link| link == NOTED);
        }
    }
}

/// Puts a note after the text before it, and makes that text the link that the note was.
fn put(number: u32, note: &Note, placed: &mut Vec<Inline>, room: &mut usize) {
    if let Some(url) = &note.url
        && !link_noted(url, placed, room)
    {
        link_named(&note.title, url, placed);
    }
    let mut content: Vec<Inline> = Vec::with_capacity(note.content.len());
    for inline in &note.content {
        for part in linked(inline, note) {
            // Editors eat the blank between the title and the address.
            if let Some(Inline::Text(title)) = content.last_mut()
                && title.text.ends_with(':')
                && matches!(&part, Inline::Text(run) if run.link.is_some())
            {
                title.text.push(' ');
            }
            content.push(part);
        }
    }
    placed.push(Inline::Footnote {
        number: Some(number),
        content,
    });
}

/// Links the words before, if they are marked as those that the note is about.
fn link_noted(url: &str, placed: &mut [Inline], room: &mut usize) -> bool {
    let mut is_linked = false;
    for inline in placed.iter_mut().rev() {
        match inline {
            Inline::Text(run)
                if run
                    .link
                    .as_deref()
                    .is_some_and(|link| link == NOTED || link == url) =>
            {
                let Some(left) = room.checked_sub(url.len()) else {
                    break;
                };
                *room = left;
                run.link = Some(url.to_owned());
                is_linked = true;
            }
            _ => break,
        }
    }
    is_linked
}

/// Links the words before, if they are the title of the note.
fn link_named(title: &str, url: &str, placed: &mut Vec<Inline>) {
    let Some(Inline::Text(run)) = placed.last_mut() else {
        return;
    };
    let trimmed = run.text.trim_end();
    if title.is_empty() || run.link.is_some() || !trimmed.ends_with(title) {
        return;
    }
    let words = run.text.split_off(trimmed.len() - title.len());
    let link = Run {
        text: words,
        link: Some(url.to_owned()),
        ..run.clone()
    };
    if run.text.is_empty() {
        placed.pop();
    }
    placed.push(Inline::Text(link));
}

/// A part of a note, with its address as a link.
fn linked(inline: &Inline, note: &Note) -> Vec<Inline> {
    let Inline::Text(run) = inline else {
        return vec![inline.clone()];
    };
    let Some((words, address)) = run
        .text
        .match_indices("http")
        .last()
        .and_then(|(start, _)| run.text.split_at_checked(start))
        .filter(|(_, address)| note.url.is_some() && super::link(address.trim()) == note.url)
    else {
        return vec![inline.clone()];
    };
    let words = Run {
        text: words.to_owned(),
        ..run.clone()
    };
    // Themes set addresses in italics, which says nothing.
    let address = Run {
        text: address.trim_end().to_owned(),
        link: note.url.clone(),
        ..Run::default()
    };
    let mut parts = vec![Inline::Text(words), Inline::Text(address)];
    parts.retain(|part| !matches!(part, Inline::Text(run) if run.text.is_empty()));
    parts
}
