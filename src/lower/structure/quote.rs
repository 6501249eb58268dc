//! Quotations drawn as a bar at the left of a text.

use super::{Panels, letters, list, text};
use crate::block::{Block, MAX_NESTING};
use crate::draft::{Border, Draft, Look, Panel};

/// Which panels are quotations.
pub(super) struct Quotes<'a> {
    panels: &'a [Panel],
    /// For each panel the innermost quotation that it is or stands in.
    innermost: Vec<Option<usize>>,
    /// For each panel that is a quotation, how many stand around it.
    depth: Vec<usize>,
}

impl<'a> Quotes<'a> {
    /// Looks at the panels once the headings among the drafts are known.
    pub fn new(panels: &Panels<'a>, drafts: &[Draft]) -> Quotes<'a> {
        let mut n_letters = 0;
        let mut is_plain = vec![true; panels.panels.len()];
        // How deep the blocks in each panel nest.
        let mut nesting = vec![0; panels.panels.len()];
        for draft in drafts {
            n_letters += letters(&text(&draft.block));
            let is_quotable = matches!(
                draft.block,
                Block::Paragraph { .. }
                    | Block::List { .. }
                    | Block::Quote { .. }
                    | Block::Image { .. }
            );
            let at = draft.look.panel.map(|at| at as usize);
            if let Some(at) = at.filter(|at| *at < is_plain.len()) {
                is_plain[at] &= is_quotable;
                nesting[at] = nesting_of(&draft.block).max(nesting[at]);
            }
        }
        let panels_of = panels.panels;
        // A panel stands before those within it.
        for at in (0..panels_of.len()).rev() {
            if let Some(around) = panels_of[at].around.map(|around| around as usize) {
                is_plain[around] &= is_plain[at];
                nesting[around] = nesting[at].max(nesting[around]);
            }
        }
        let mut innermost: Vec<Option<usize>> = Vec::with_capacity(panels_of.len());
        let mut depth = vec![0; panels_of.len()];
        for (at, panel) in panels_of.iter().enumerate() {
            let outer = panel
                .around
                .and_then(|around| *innermost.get(around as usize)?);
            let outer_depth = outer.map_or(0, |outer| depth[outer]);
            let held = panels.held[at];
            // What holds most of the article is a layout, what holds no text a frame.
            let is_quote = panel.border == Border::Left
                && is_plain[at]
                && held.n_letters > 0
                && held.n_letters * 2 <= n_letters.max(1)
                && outer_depth + 1 + nesting[at] <= MAX_NESTING;
            depth[at] = outer_depth + usize::from(is_quote);
            innermost.push(if is_quote { Some(at) } else { outer });
        }
        Quotes {
            panels: panels_of,
            innermost,
            depth,
        }
    }

    /// The innermost quotation around a draft.
    pub fn around(&self, draft: &Draft) -> Option<usize> {
        // What no reader sees is judged for itself.
        let panel = draft.look.panel.filter(|_| !draft.look.hidden)?;
        *self.innermost.get(panel as usize)?
    }

    /// The quotation around a quotation.
    fn outer(&self, quote: usize) -> Option<usize> {
        *self.innermost.get(self.panels[quote].around? as usize)?
    }

    /// Puts the drafts of each quotation into one.
    pub fn wrap(&self, drafts: Vec<Draft>) -> Vec<Draft> {
        let mut out: Vec<Draft> = Vec::with_capacity(drafts.len());
        // The quotations begun, the innermost last; each stands in the one before.
        let mut open: Vec<(usize, Vec<Block>)> = Vec::new();
        let mut look = Look::default();
        for draft in drafts {
            let quote = self.around(&draft);
            let depth = quote.map_or(0, |quote| self.depth[quote]);
            let mut wanted = Vec::with_capacity(depth);
            let mut at = quote;
            while let Some(quote) = at {
                wanted.push(quote);
                at = self.outer(quote);
            }
            wanted.reverse();
            let n_same = open
                .iter()
                .zip(&wanted)
                .take_while(|((begun, _), wanted)| begun == *wanted)
                .count();
            end(&mut open, n_same, look, &mut out);
            open.extend(wanted[n_same..].iter().map(|quote| (*quote, Vec::new())));
            match open.last_mut() {
                Some((_, blocks)) => {
                    look = draft.look;
                    blocks.push(draft.block);
                }
                None => out.push(draft),
            }
        }
        end(&mut open, 0, look, &mut out);
        out
    }
}

/// How deep lists and quotations stand in a block, or would, were its lines a list. Recursion is bounded by
/// [`MAX_NESTING`].
fn nesting_of(block: &Block) -> usize {
    let deepest = |blocks: &[Block]| blocks.iter().map(nesting_of).max().unwrap_or_default();
    match block {
        Block::Quote { blocks } => 1 + deepest(blocks),
        Block::List { items, .. } => {
            1 + items
                .iter()
                .map(|item| deepest(item))
                .max()
                .unwrap_or_default()
        }
        Block::Paragraph { .. } => list::DEEPEST,
        _ => 0,
    }
}

/// Ends all quotations but the first `n_left`.
fn end(open: &mut Vec<(usize, Vec<Block>)>, n_left: usize, look: Look, out: &mut Vec<Draft>) {
    while open.len() > n_left {
        let Some((_, blocks)) = open.pop() else {
            return;
        };
        let block = Block::Quote { blocks };
        match open.last_mut() {
            Some((_, around)) => around.push(block),
            None => out.push(Draft { block, look }),
        }
    }
}
