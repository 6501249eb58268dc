//! Asks to open the “read original” link.

use super::{Category, Phase, Rule, because};
use crate::judge::place::Place;

/// Whether a line asks to open the link under the article: `阅读原文` with a word for how.
pub(super) fn is_more(place: &Place<'_>) -> bool {
    const LINKS: &str = "阅读原文 查看原文 阅读全文 原文链接 左下角原文 👇原文";
    const HOW: &str = "点 戳 ↓ 👇 扫 长按 文末 左下角 前往 访问 获取 下载 报名 体验";
    place.is_short(60)
        && (place.at_edge() || place.fraction() > 0.8)
        && place.has(LINKS)
        && place.has(HOW)
        && !place.has("图片")
        // 开源地址：https://… (“the source is at”) is to be known, however one gets there.
        && !(place.has("http") && place.has("地址： 地址:"))
        && !super::is_credit(place)
}

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "more/ask",
        category: Category::More,
        reason: because("asks to open the link under the article"),
        phase: Phase::Alone,
        fires: |place| is_more(place) && !place.is_unlikely(),
    },
    Rule {
        id: "more/label",
        category: Category::More,
        reason: because("is the label of the link under the article"),
        phase: Phase::Alone,
        fires: |place| place.is_last() && place.has_prose() && place.bare() == "阅读原文",
    },
];
