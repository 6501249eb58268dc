//! Headings that look the same are of one class, and classes are ranked by their looks.

use std::cmp::Reverse;

use super::Panels;
use super::marker::Form;
use crate::block::Block;
use crate::draft::{Draft, Look};

/// What lines that look the same have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Class {
    /// Of a heading in the markup, its level.
    pub level: Option<u8>,
    pub size: u32,
    pub is_bold: bool,
    pub is_coloured: bool,
    pub is_centred: bool,
    pub is_framed: bool,
    pub form: Option<Form>,
}

impl Class {
    /// Whether letters of one size and weight are set in both.
    fn is_beside(&self, other: &Class) -> bool {
        (self.size, self.is_bold) == (other.size, other.is_bold)
    }
}

/// The class of a draft, if it were set as `look` says.
pub(super) fn class_of(
    draft: &Draft,
    look: Look,
    form: Option<Form>,
    panels: &Panels<'_>,
) -> Class {
    Class {
        level: None,
        size: look.size.round() as u32,
        is_bold: look.bold >= 0.9,
        is_coloured: look.coloured >= 0.9,
        is_centred: look.centred,
        is_framed: look.panel.is_some() && is_framed(draft, panels),
        form,
    }
}

/// Whether a panel is drawn around this draft alone.
fn is_framed(draft: &Draft, panels: &Panels<'_>) -> bool {
    panels.of(draft).is_some_and(|(_, held)| held.n_drafts == 1)
}

/// Gives each heading a level by the rank of its class.
pub(super) fn rank(drafts: &mut [Draft], classes: &[(usize, Class)]) {
    if classes.iter().all(|(_, class)| class.level.is_some()) {
        // The markup's own levels are as good.
        return;
    }
    let sizes = sizes_of_levels(classes);
    let outermost = outermost_forms(classes);
    let rank_of = |class: &Class| Rank::of(*class, &sizes, &outermost);
    // No more than there are levels.
    let mut ranks: Vec<Rank> = Vec::new();
    while ranks.len() < 6
        && let Some(next) = classes
            .iter()
            .map(|(_, class)| rank_of(class))
            .filter(|rank| ranks.last().is_none_or(|last| rank > last))
            .min()
    {
        ranks.push(next);
    }
    for (at, class) in classes {
        if let Some(Draft {
            block: Block::Heading { level, .. },
            ..
        }) = drafts.get_mut(*at)
        {
            let above = ranks.partition_point(|rank| *rank < rank_of(class));
            *level = u8::try_from(above + 1).map_or(6, |level| level.min(6));
        }
    }
}

/// Of the numbered classes of each size and weight the one with the outermost kind of number. There are few sizes.
fn outermost_forms(classes: &[(usize, Class)]) -> Vec<Class> {
    let mut outermost: Vec<Class> = Vec::new();
    for (_, class) in classes {
        if class.level.is_none() && class.form.is_some() {
            match outermost.iter_mut().find(|known| known.is_beside(class)) {
                Some(known) if known.form <= class.form => {}
                Some(known) => *known = *class,
                None => outermost.push(*class),
            }
        }
    }
    outermost
}

/// The sizes of the levels of headings in the markup, none above that of a higher level; 0 where a level is not used.
fn sizes_of_levels(classes: &[(usize, Class)]) -> [u32; 7] {
    let mut sizes = [0; 7];
    for (_, class) in classes {
        if let Some(size) = class
            .level
            .and_then(|level| sizes.get_mut(usize::from(level)))
        {
            *size = class.size.max(*size);
        }
    }
    let mut least = u32::MAX;
    for size in sizes.iter_mut().filter(|size| **size > 0) {
        least = least.min(*size);
        *size = least;
    }
    sizes
}

/// What puts one class of headings above another: the larger letters, the level in the markup, the louder look, the
/// kind of number. What sorts first is higher.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Rank(Reverse<u32>, u8, Reverse<u8>, Option<Form>);

impl Rank {
    fn of(class: Class, sizes: &[u32; 7], outermost: &[Class]) -> Rank {
        let of_size = |size: u32| sizes.iter().position(|own| *own == size);
        // A line that looks like the headings of the markup is one that its author forgot to mark.
        let level = class.level.map(usize::from).or_else(|| of_size(class.size));
        if let Some(level) = level {
            let size = sizes.get(level).copied().unwrap_or_default();
            let level = u8::try_from(level).unwrap_or(6);
            return Rank(Reverse(size), level, Reverse(0), None);
        }
        let outermost = outermost.iter().find(|known| known.is_beside(&class));
        // Numbers within numbers are told by their kind, whatever else sets them apart.
        let look = outermost.filter(|_| class.form.is_some()).unwrap_or(&class);
        let loudness = [
            look.is_bold,
            look.is_framed,
            look.is_coloured,
            look.is_centred,
        ]
        .iter()
        .fold(0, |loudness, set| loudness * 2 + u8::from(*set));
        // Without a number beside others with one, such as 结语 (“last words”): of the outermost kind.
        Rank(
            // Centred lines head more than those at the left, if these are not much larger.
            Reverse(class.size + if look.is_centred { 2 } else { 0 }),
            0,
            Reverse(loudness),
            class.form.or_else(|| outermost?.form),
        )
    }
}
