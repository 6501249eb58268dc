//! What a scrape has after the article: the furniture of WeChat's page, up to the end of the file.
//!
//! Single lines of it are ordinary words; their order and their company tell. Files cut off in the middle of it are
//! common.

use super::head::{likeness, text_of};
use crate::block::Block;
use crate::furniture::{FIRST_AFTER, LABELS, Likeness, squeeze};
use crate::measure::{self, letters};

/// How many blocks of other text may stand between two labels: an author's words to those who reward, a title.
const LONGEST_GAP: usize = 3;

/// So many lines of furniture are no quotation.
const FEWEST_LINES: usize = 3;

/// The index of the first block after the article of an account, as far as its name is known.
pub(super) fn start(blocks: &[Block], account: Option<&str>) -> usize {
    let sorts: Vec<Likeness> = blocks.iter().map(likeness).collect();
    let mut start = blocks.len();
    if let Some(last) = blocks.last().and_then(text_of)
        && is_cut_label(&last)
    {
        start -= 1;
    }
    // The line that always comes first, unless an article quotes it.
    let first_after = blocks
        .iter()
        .rposition(|block| text_of(block).is_some_and(|text| squeeze(&text) == FIRST_AFTER))
        .filter(|at| is_followed(&blocks[at + 1..], &sorts[at + 1..]));
    start = first_after.unwrap_or(start).min(start);
    // Before it, or where it is missing, labels follow each other from the end backwards.
    let mut gap = 0;
    for at in (0..start).rev() {
        match sorts[at] {
            Likeness::Label => {
                start = at;
                gap = 0;
            }
            Likeness::Button => {}
            Likeness::LabelBefore => break,
            Likeness::Other if is_prose(&blocks[at]) || gap == LONGEST_GAP => break,
            Likeness::Other => gap += 1,
        }
    }
    // With labels after them, buttons are buttons, and the account's name and picture are its card.
    if start < blocks.len() && first_after != Some(start) {
        let is_button = |at: &usize| sorts[*at] == Likeness::Button;
        start -= (0..start).rev().take_while(is_button).count();
        let before = |start: usize| start.checked_sub(1).and_then(|at| blocks.get(at));
        let is_name = |block: &Block| {
            account.is_some_and(|name| {
                text_of(block).is_some_and(|text| squeeze(&text) == squeeze(name))
            })
        };
        if before(start).is_some_and(is_name) {
            start -= 1;
            let is_picture = |block: &Block| matches!(block, Block::Image { .. });
            start -= usize::from(before(start).is_some_and(is_picture));
        }
    }
    start
}

/// Whether furniture follows: some of its lines before any prose, which is a notice then, or nothing else at all.
fn is_followed(blocks: &[Block], sorts: &[Likeness]) -> bool {
    let prose = (0..blocks.len())
        .find(|at| sorts[*at] == Likeness::Other && is_prose(&blocks[*at]))
        .map(|at| sorts[..at].iter().filter(|sort| **sort != Likeness::Other));
    prose.is_none_or(|before| before.count() >= FEWEST_LINES)
}

/// The name of the account, which stands beside 向上滑动看下一个 (“swipe up for the next”).
pub(super) fn account(furniture: &[Block]) -> Option<String> {
    let beside =
        |block: &Block| text_of(block).is_some_and(|text| squeeze(&text) == "向上滑动看下一个");
    let at = furniture.iter().position(beside)?;
    let name = text_of(furniture.get(at.checked_sub(1)?)?)?;
    let is_name = !name.is_empty()
        && name.chars().count() <= 30
        && !name.contains('\n')
        && likeness(&furniture[at - 1]) == Likeness::Other;
    is_name.then_some(name)
}

/// Whether a line is the beginning of a label, where an archiver cut it: `微信扫一...`.
fn is_cut_label(text: &str) -> bool {
    let last = text.lines().last().unwrap_or_default();
    squeeze(last).strip_suffix("...").is_some_and(|cut| {
        cut.chars().count() >= 3 && LABELS.iter().any(|label| label.starts_with(cut))
    })
}

fn is_prose(block: &Block) -> bool {
    match block {
        Block::Paragraph { content } => {
            let text = crate::block::plain_text(content);
            measure::is_prose(&text, letters(&text))
        }
        Block::Image { .. } | Block::Divider | Block::Heading { .. } => false,
        _ => true,
    }
}
