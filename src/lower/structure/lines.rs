//! Where the lines of titles end: what templates set apart is put together, what stands above its text in one
//! paragraph is set apart.

use super::heading::{Candidate, candidate, reads_as_title};
use super::{Body, PROSE, Panels, letters, text};
use crate::block::{Block, Inline, plain_text};
use crate::draft::{Draft, Look};

/// Puts the characters of a title together that stand in a box each.
pub(super) fn join_boxes(drafts: Vec<Draft>, panels: &Panels<'_>) -> Vec<Draft> {
    let mut out: Vec<Draft> = Vec::with_capacity(drafts.len());
    let mut is_open = false;
    for mut draft in drafts {
        let is_box = is_box(&draft, panels);
        match (
            &mut draft.block,
            out.last_mut().map(|before| &mut before.block),
        ) {
            (Block::Paragraph { content }, Some(Block::Paragraph { content: title }))
                if is_open && is_box =>
            {
                title.append(content);
            }
            _ => out.push(draft),
        }
        is_open = is_box;
    }
    out
}

/// Whether a single Chinese character has a box to itself.
fn is_box(draft: &Draft, panels: &Panels<'_>) -> bool {
    let text = text(&draft.block);
    let mut characters = text.chars();
    let is_character = |c: Option<char>| c.is_some_and(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    !draft.look.hidden
        && is_character(characters.next())
        && characters.next().is_none()
        && panels.of(draft).is_some_and(|(_, held)| held.n_drafts == 1)
}

/// Parts bold first lines that read as titles from the text below them, if there are several.
pub(super) fn part_leads(drafts: Vec<Draft>) -> Vec<Draft> {
    /// As many as there must be bold lines to be taken for headings.
    const LEAST: usize = 3;
    let leads: Vec<Option<usize>> = drafts.iter().map(lead).collect();
    if leads.iter().flatten().count() < LEAST {
        return drafts;
    }
    let mut out: Vec<Draft> = Vec::with_capacity(drafts.len());
    for (mut draft, lead) in drafts.into_iter().zip(leads) {
        if let Block::Paragraph { content } = &mut draft.block
            && let Some(end) = lead
        {
            let rest = content.split_off(end);
            let look = |bold| Look { bold, ..draft.look };
            let (title, below) = (look(1.0), look(0.0));
            out.push(Draft {
                look: title,
                ..draft
            });
            let content = rest.into_iter().skip(1).collect();
            draft = Draft {
                block: Block::Paragraph { content },
                look: below,
            };
        }
        out.push(draft);
    }
    out
}

/// Where the bold first line of a paragraph ends.
fn lead(draft: &Draft) -> Option<usize> {
    let Block::Paragraph { content } = &draft.block else {
        return None;
    };
    let end = content.iter().position(|inline| *inline == Inline::Break)?;
    let (title, below) = content.split_at(end);
    let is_bold = |inline: &Inline| match inline {
        Inline::Text(run) => run.marks.strong || letters(&run.text) == 0,
        _ => false,
    };
    let is_plain = |inline: &&Inline| matches!(inline, Inline::Text(run) if !run.marks.strong);
    let below: Vec<Inline> = below.iter().filter(is_plain).cloned().collect();
    (!draft.look.hidden
        && title.iter().all(is_bold)
        && reads_as_title(&plain_text(title))
        && letters(&plain_text(&below)) >= PROSE)
        .then_some(end)
}

/// Puts the two halves of a title together that stands on two lines, each a paragraph.
pub(super) fn join_titles(drafts: Vec<Draft>, body: &Body, panels: &Panels<'_>) -> Vec<Draft> {
    /// By so many pixels a title is larger, if nothing else tells that its first line goes on.
    const LARGER: f32 = 3.0;
    let halves: Vec<_> = drafts
        .iter()
        .map(|draft| half_title(draft, body, panels))
        .collect();
    let lengths: Vec<usize> = drafts
        .iter()
        .map(|draft| letters(&text(&draft.block)))
        .collect();
    let half = |at: Option<usize>| at.and_then(|at| *halves.get(at)?);
    let mut out: Vec<Draft> = Vec::with_capacity(drafts.len());
    for (at, mut draft) in drafts.into_iter().enumerate() {
        let class = halves[at].map(|own| own.class);
        let is_half = |at| class.is_some() && half(at).map(|own| own.class) == class;
        let ends_pair = is_half(at.checked_sub(1))
            && !is_half(at.checked_sub(2))
            && !is_half(Some(at + 1))
            // Lines of one length are verses.
            && lengths[at - 1] != lengths[at]
            // What ends in a comma says itself that it goes on.
            && (draft.look.size >= body.size + LARGER
                || half(at.checked_sub(1)).is_some_and(|first| first.is_open));
        match (
            &mut draft.block,
            out.last_mut().map(|before| &mut before.block),
        ) {
            (Block::Paragraph { content }, Some(Block::Paragraph { content: title }))
                if ends_pair =>
            {
                title.push(Inline::Break);
                title.append(content);
            }
            _ => out.push(draft),
        }
    }
    out
}

/// A line that stands out as a title does, and may be half of one.
fn half_title(draft: &Draft, body: &Body, panels: &Panels<'_>) -> Option<Candidate> {
    let candidate = candidate(draft, body, panels)?;
    let is_one_line = !text(&draft.block).contains('\n');
    (is_one_line
        && matches!(draft.block, Block::Paragraph { .. })
        && candidate.weight >= 4
        && candidate.class.form.is_none())
    .then_some(candidate)
}
