//! Text that no reader can see.

use super::{Category, Phase, Rule, because};

pub(super) const RULES: &[Rule] = &[Rule {
    id: "hidden/unseen",
    category: Category::Hidden,
    reason: because("cannot be seen on the page"),
    phase: Phase::Alone,
    fires: |place| place.is_hidden(),
}];
