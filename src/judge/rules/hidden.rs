//! Text that no reader can see.

use super::{Category, Phase, Rule};

pub(super) const RULES: &[Rule] = &[Rule {
    id: "hidden/unseen",
    category: Category::Hidden,
    reason: "cannot be seen on the page",
    phase: Phase::Alone,
    fires: |place| place.is_hidden(),
}];
