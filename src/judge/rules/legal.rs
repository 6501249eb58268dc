//! Disclaimers, copyright and reprint notices.

use super::{Category, Phase, Rule, is_credit};

const OPENINGS: [&str; 7] = [
    "免责声明",
    "版权声明",
    "特别声明",
    "重要声明",
    "声明：",
    "声明:",
    "法律声明",
];

const NOTICES: [&str; 15] = [
    "转载请联系",
    "转载请注明",
    "如需转载",
    "未经授权",
    "未经许可",
    "版权归原作者",
    "版权归作者",
    "版权归属",
    "侵权请",
    "如有侵权",
    "侵删",
    "联系删除",
    "不代表本",
    "不构成投资建议",
    "仅供学习交流",
];

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "legal/disclaimer",
        category: Category::Legal,
        reason: "is a disclaimer or a copyright notice",
        phase: Phase::Alone,
        fires: |place| {
            place.is_short(240)
                && place.at_edge()
                && OPENINGS.iter().any(|opening| {
                    place.bare().starts_with(opening) || place.text().starts_with(opening)
                })
                && !is_credit(place)
        },
    },
    Rule {
        id: "legal/reprint",
        category: Category::Legal,
        reason: "says who may reprint the article",
        phase: Phase::Alone,
        fires: |place| {
            place.is_short(120) && place.in_tail() && place.has(&NOTICES) && !is_credit(place)
        },
    },
];
