//! Asks to open the “read original” link.

use super::{Category, Phase, Rule};
use crate::judge::place::Place;

/// Whether a line asks to open the link under the article: `阅读原文` with a word for how.
pub(super) fn is_more(place: &Place<'_>) -> bool {
    place.is_short(40)
        && place.at_edge()
        && place.has(&["阅读原文", "查看原文", "阅读全文"])
        && place.has(&["点", "戳", "↓", "👇", "扫", "长按", "文末"])
        && !place.has(&["图片"])
}

pub(super) const RULES: &[Rule] = &[Rule {
    id: "more/ask",
    category: Category::More,
    reason: "asks to open the link under the article",
    phase: Phase::Alone,
    fires: is_more,
}];
