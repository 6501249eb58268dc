//! Recovers structure from how blocks look: what a reader sees as a heading, a list, a quotation or a caption becomes
//! one, whatever it was built from.
//!
//! Each construct has its file and is one pass over the drafts. In doubt a paragraph stays a paragraph: a heading that
//! is not seen as one costs a reader little, a sentence blown up into a heading much.

mod believe;
mod caption;
mod class;
mod credit;
mod heading;
mod lines;
mod list;
mod marker;
mod ornament;
mod quote;
mod series;
mod shadow;
mod within;

pub(crate) use list::gather_all as lists;

use crate::block::{Block, Inline, MAX_NESTING, plain_text};
use crate::draft::{Draft, Panel};
use crate::measure::letters;

/// Turns drafts into better drafts.
pub(super) fn recover(drafts: Vec<Draft>, panels: &[Panel]) -> Vec<Draft> {
    let mut drafts = shadow::drop_copies(drafts);
    let panels = Panels::new(panels, &drafts);
    let body = Body::of(&drafts);
    for draft in &mut drafts {
        within::recover(&mut draft.block, MAX_NESTING);
    }
    let drafts = lines::part_leads(lines::join_boxes(drafts, &panels));
    let drafts = heading::find(lines::join_titles(drafts, &body, &panels), &body, &panels);
    let drafts = caption::attach(drafts, &body);
    let quotes = quote::Quotes::new(&panels, &drafts);
    let drafts = list::gather(drafts, &|draft| (quotes.around(draft), draft.look.hidden));
    ornament::hoist(quotes.wrap(drafts))
}

/// The panels of a page, with what stands in each.
struct Panels<'a> {
    panels: &'a [Panel],
    held: Vec<Held>,
}

/// What stands in a panel, that is in those within it too.
#[derive(Debug, Clone, Copy, Default)]
struct Held {
    n_drafts: usize,
    n_letters: usize,
}

impl<'a> Panels<'a> {
    fn new(panels: &'a [Panel], drafts: &[Draft]) -> Panels<'a> {
        let mut held = vec![Held::default(); panels.len()];
        for draft in drafts.iter().filter(|draft| !draft.look.hidden) {
            if let Some(held) = draft.look.panel.and_then(|at| held.get_mut(at as usize)) {
                held.n_drafts += 1;
                held.n_letters += letters(&text(&draft.block));
            }
        }
        // A panel stands before those within it.
        for at in (0..panels.len()).rev() {
            let Held {
                n_drafts,
                n_letters,
            } = held[at];
            if let Some(around) = panels[at].around.and_then(|at| held.get_mut(at as usize)) {
                around.n_drafts += n_drafts;
                around.n_letters += n_letters;
            }
        }
        Panels { panels, held }
    }

    /// The panel in which a draft stands, and what else does.
    fn of(&self, draft: &Draft) -> Option<(Panel, Held)> {
        let at = draft.look.panel? as usize;
        Some((*self.panels.get(at)?, *self.held.get(at)?))
    }

    /// Whether a panel is drawn around two drafts alone, the first perhaps in one of its own within.
    fn hold_pair(&self, first: &Draft, second: &Draft) -> bool {
        let around = self.of(first).and_then(|(panel, _)| panel.around);
        self.of(second).is_some_and(|(_, held)| held.n_drafts == 2)
            && (second.look.panel == first.look.panel || second.look.panel == around)
    }
}

/// How the page sets its prose, from which headings and captions stand out.
#[derive(Debug)]
struct Body {
    /// Size of most letters, in pixels.
    size: f32,
    is_bold: bool,
    is_grey: bool,
    is_coloured: bool,
    is_centred: bool,
}

/// From how many letters on a paragraph counts as prose here.
const PROSE: usize = 30;

impl Body {
    fn of(drafts: &[Draft]) -> Body {
        /// A paragraph counts for no more letters: a list of sources is long, and set smaller.
        const MOST: usize = 200;
        /// No letters of prose are higher.
        const LARGEST: usize = 64;
        let mut by_size = [0.0; LARGEST];
        let mut shares = [0.0; 4];
        let mut total = 0.0;
        let is_prose = |least: usize| {
            move |draft: &&Draft| {
                !draft.look.hidden
                    && matches!(draft.block, Block::Paragraph { .. })
                    && letters(&text(&draft.block)) >= least
            }
        };
        // A page of nothing but short lines has these for its prose.
        let least = match drafts.iter().any(|draft| is_prose(PROSE)(&draft)) {
            true => PROSE,
            false => 1,
        };
        for draft in drafts.iter().filter(is_prose(least)) {
            let look = draft.look;
            let n = letters(&text(&draft.block)).min(MOST) as f32;
            by_size[(look.size.round() as usize).min(LARGEST - 1)] += n;
            let centred = if look.centred { 1.0 } else { 0.0 };
            for (share, of) in shares
                .iter_mut()
                .zip([look.bold, look.grey, look.coloured, centred])
            {
                *share += of * n;
            }
            total += n;
        }
        let mut size = 0;
        for at in 0..LARGEST {
            if by_size[at] > by_size[size] {
                size = at;
            }
        }
        let [is_bold, is_grey, is_coloured, is_centred] =
            shares.map(|share| share * 2.0 > total && total > 0.0);
        Body {
            size: size as f32,
            is_bold,
            is_grey,
            is_coloured,
            is_centred,
        }
    }
}

/// The text of a paragraph or a heading; empty for other blocks.
fn text(block: &Block) -> String {
    match block {
        Block::Paragraph { content } | Block::Heading { content, .. } => plain_text(content),
        _ => String::new(),
    }
}

/// Whether a row of boxes holds the draft and the one after it, and nothing else.
fn begins_pair(drafts: &[Draft], at: usize) -> bool {
    let row = |at: usize| drafts.get(at)?.look.row;
    row(at).is_some()
        && row(at) == row(at + 1)
        && row(at) != row(at + 2)
        && at
            .checked_sub(1)
            .is_none_or(|before| row(before) != row(at))
}

/// Takes so many characters from the beginning of a line, and the blanks after them.
fn strip(content: &mut Vec<Inline>, n_chars: usize) {
    let mut left = n_chars;
    while let Some(Inline::Text(run)) = content.first_mut() {
        let taken = run.text.chars().take(left).map(char::len_utf8).sum();
        left -= run.text[..taken].chars().count();
        let rest = &run.text[taken..];
        run.text = if left == 0 { rest.trim_start() } else { rest }.to_owned();
        if !run.text.is_empty() {
            break;
        }
        content.remove(0);
    }
}
