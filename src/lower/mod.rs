//! Turns the element that holds an article into typed blocks.
//!
//! WeChat's editors build everything from nested `<section>`s, styles and pictures; what a reader sees as one
//! paragraph is one here, however it was built. `walk` goes through the elements, `structure` then recovers what they
//! only look like.

mod border;
pub(crate) mod code;
mod colour;
mod embed;
mod footnote;
mod formula;
mod frames;
mod hidden;
pub(crate) mod image;
mod latex;
mod names;
mod note_list;
mod paragraph;
mod setting;
mod structure;
mod style;
mod symbols;
pub(crate) mod table;
#[cfg(test)]
mod tests;
mod typed;
mod walk;

use crate::address;
use crate::article::Warning;
use crate::dom::NodeRef;
use crate::draft::{Draft, Panel};
use crate::page::url;

pub(crate) use frames::{Frame, Frames};
use hidden::{Scene, Sight};
pub(crate) use paragraph::Paragraph;
pub(crate) use structure::lists;
use walk::Walk;

/// An article as blocks, not judged yet, as its markup has them.
pub(crate) struct Lowered {
    drafts: Vec<Draft>,
    panels: Vec<Panel>,
    pub warnings: Vec<Warning>,
}

impl Lowered {
    /// The blocks as a reader sees them, whatever they were built from. The tree is not needed for it any more.
    pub fn recovered(self) -> Vec<Draft> {
        structure::recover(footnote::resolve(self.drafts), &self.panels)
    }
}

/// Turns the content of `root` into blocks.
pub(crate) fn lower(root: NodeRef<'_>) -> Lowered {
    let scene = Scene::of(root);
    let sight = Sight::default().within(root, scene.style(root));
    let mut walk = Walk::new(sight, &scene);
    walk.content(root);
    let mut lowered = walk.lowered();
    let lost = root.descendants().filter(|node| image::is_lost(*node));
    let n_lost = lost.count();
    if n_lost > 0 {
        lowered.warnings.push(Warning::new(
            "lost-pictures",
            format!("pictures without an address, left out: {n_lost}"),
        ));
    }
    lowered
}

/// The longest address that a link has, since each run of its text holds a copy. Those of real articles have up to 300
/// bytes, and servers take no longer ones.
const LONGEST_ADDRESS: usize = 2048;

/// How many bytes an article may repeat: addresses for each run of a link's text, notes for each number that refers to
/// them. What is short in the page would else fill the memory, said again and again.
const MOST_REPEATED: usize = 1 << 24;

/// The address a link leads to, without tracking; none for `javascript:` and the like, and none for one without end.
pub(crate) fn link(href: &str) -> Option<String> {
    let link = url::canonical(href).or_else(|| address::link(href).map(url::without_tracking));
    link.filter(|link| link.len() <= LONGEST_ADDRESS)
}
