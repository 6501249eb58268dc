//! What other articles of the account have too: see [`Recurring`](crate::Recurring).
//!
//! What stands around the text of several articles belongs to none of them, whatever it says. Within the text it may: the
//! headings of bulletins, the sentences of notices, the portrait that a series comes back to.

use super::{Category, Phase, Rule, because, is_credit};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "about/recurring",
        category: Category::About,
        reason: because("stands around other articles of the account too"),
        phase: Phase::Recurring,
        fires: |place| {
            place.recurs() && place.is_text() && place.is_around_own() && !is_credit(place)
        },
    },
    Rule {
        id: "decor/recurring",
        category: Category::Decor,
        reason: because("is a picture around other articles of the account too"),
        phase: Phase::Recurring,
        // Of a banner before the text pages tell the size.
        fires: |place| {
            place.recurs()
                && place.picture().is_some()
                && place.is_outside_prose()
                && (place.after_prose() || place.is_of_archive())
        },
    },
];
