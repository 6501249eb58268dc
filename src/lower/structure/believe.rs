//! Which of the lines that could be headings are: classes are believed or not as a whole.

use std::collections::HashMap;

use super::class::Class;
use super::heading::{Candidate, heads_part};
use super::marker::{self, Marker};
use super::{PROSE, letters, text};
use crate::block::Block;
use crate::draft::Draft;

/// For each draft whether it is a candidate that is a heading, judged by the classes they belong to.
pub(super) fn believed(
    drafts: &[Draft],
    candidates: &mut [Option<Candidate>],
    has_others: bool,
) -> Vec<bool> {
    let mut classes: HashMap<Class, Vec<usize>> = HashMap::new();
    for (at, candidate) in candidates.iter().enumerate() {
        if let Some(candidate) = candidate
            && !candidate.is_open
        {
            classes.entry(candidate.class).or_default().push(at);
        }
    }
    let mut believed = vec![false; drafts.len()];
    // Those believed, by their looks alone.
    let mut models: HashMap<Class, Vec<usize>> = HashMap::new();
    for (class, members) in classes {
        let weight = members
            .iter()
            .filter_map(|at| Some(candidates[*at]?.weight))
            .min()
            .unwrap_or_default();
        let n_heading = members
            .iter()
            .filter(|at| heads_something(drafts, candidates, **at, class))
            .count();
        let n_shouting = members
            .iter()
            .filter(|at| is_shouting(&text(&drafts[**at].block), class, weight))
            .count();
        let is_series = class.form.is_some()
            && members.len() >= 2
            && (weight >= 2 || members.is_sorted_by_key(|at| number(&drafts[*at])));
        let least = match weight {
            _ if is_series => 2,
            0..=1 => continue,
            0..=3 if has_others => continue,
            2 => 3,
            3 => 2,
            _ => 1,
        };
        let is_believed = members.len() >= least
            && n_heading >= least
            && n_heading * 2 > members.len()
            && (is_series && n_heading == members.len() || n_shouting * 2 < members.len());
        if is_believed {
            for at in &members {
                believed[*at] = heads_something(drafts, candidates, *at, class);
            }
            let known = models.entry(look_of(class)).or_default();
            // The outermost of the numbered.
            if known.first().is_none_or(|first| {
                let known = candidates[*first].and_then(|known| known.class.form);
                class.form.is_some() && (known.is_none() || class.form < known)
            }) {
                *known = members;
            }
        }
    }
    adopt(drafts, candidates, &mut believed, &models);
    believed
}

/// Lets classes that are believed have the lines that look exactly like theirs: 结语 (“last words”) after 一、二、三、, a
/// title that ends in a colon.
fn adopt(
    drafts: &[Draft],
    candidates: &mut [Option<Candidate>],
    believed: &mut [bool],
    models: &HashMap<Class, Vec<usize>>,
) {
    for at in 0..drafts.len() {
        if let Some(mut own) = candidates[at]
            && !believed[at]
            && let Some(members) = models.get(&look_of(own.class))
            && let Some(model) = candidates[members[0]]
            // Bold alone are words within a part too, but not before the first and after the last.
            && (own.weight >= 3
                || !own.is_open
                    && heads_part(model.class.form)
                    && (at < members[0] || at > members[members.len() - 1]))
            && !is_shouting(&text(&drafts[at].block), own.class, own.weight)
            && heads_something(drafts, candidates, at, own.class)
            && heads_something(drafts, candidates, at, model.class)
        {
            if own.class.form.is_none() {
                own.class = model.class;
            }
            candidates[at] = Some(own);
            believed[at] = true;
        }
    }
}

/// A class without its numbers.
fn look_of(class: Class) -> Class {
    Class {
        form: None,
        ..class
    }
}

/// Whether a line says something to the reader rather than what stands below: what is exclaimed, or asked in the midst
/// of a page, or goes on below; what ends with a bracket is as likely a remark.
fn is_shouting(line: &str, class: Class, weight: u32) -> bool {
    line.ends_with(['！', '!', '）', ')', '，'])
        || line.ends_with(['？', '?']) && class.is_centred && class.form.is_none()
        || line.contains('，') && weight < 4
}

/// The number before a line.
fn number(draft: &Draft) -> Option<u32> {
    match marker::before(&text(&draft.block)) {
        Some((Marker::Number { value, .. }, _)) => Some(value),
        _ => None,
    }
}

/// Whether something stands below a line that it can head: not another line of its class, not the end.
fn heads_something(
    drafts: &[Draft],
    candidates: &[Option<Candidate>],
    at: usize,
    class: Class,
) -> bool {
    /// Prose comes soon after a heading; pictures, other headings and short lines may stand between.
    const NEAR: usize = 6;
    let is_same = |at: usize| {
        candidates
            .get(at)
            .copied()
            .flatten()
            .is_some_and(|candidate| candidate.class == class && !candidate.is_open)
    };
    if is_same(at + 1) || at > 0 && is_same(at - 1) {
        return false;
    }
    let mut n_letters = 0;
    for draft in drafts.iter().skip(at + 1).take(NEAR) {
        match &draft.block {
            Block::Paragraph { .. } => n_letters += letters(&text(&draft.block)),
            Block::Heading { .. } | Block::Image { .. } | Block::Embed(_) | Block::Divider => {}
            _ => return true,
        }
    }
    n_letters >= PROSE
}
