//! What other articles of the account have too: see [`Recurring`](crate::Recurring).
//!
//! What stands around the text of several articles belongs to none of them, whatever it says. Within the text it may: the
//! headings of bulletins, the sentences of notices.

use super::{Category, Phase, Rule, because, is_credit};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "about/recurring",
        category: Category::About,
        reason: because("stands around other articles of the account too"),
        phase: Phase::Alone,
        fires: |place| {
            place.recurs() && place.is_text() && place.is_outside_prose() && !is_credit(place)
        },
    },
    Rule {
        id: "decor/recurring",
        category: Category::Decor,
        reason: because("is a picture that other articles of the account show too"),
        phase: Phase::Alone,
        fires: |place| place.recurs() && place.picture().is_some(),
    },
];
