//! The rules, one category a file.

mod about;
mod ad;
mod chrome;
mod decor;
mod follow;
mod hidden;
mod legal;
mod likely;
mod more;
mod qr;
mod related;
mod share;

use super::place::Place;
use super::{Category, Phase, Rule};
use crate::roles::is_role;

pub(super) use ad::OFFERS;
pub(super) use decor::is_end_mark;
pub(super) use likely::is_likely;

/// All rules. Where two fire, the one that stands first decides.
pub(super) const ALL: [&[Rule]; 12] = [
    hidden::RULES,
    chrome::RULES,
    follow::RULES,
    qr::RULES,
    share::RULES,
    related::RULES,
    more::RULES,
    about::RULES,
    legal::RULES,
    ad::RULES,
    decor::RULES,
    likely::RULES,
];

/// A line that names who made the article, or where it comes from: kept, whatever else it says.
pub(super) fn is_credit(place: &Place<'_>) -> bool {
    // The card before a reprint, on one line or two.
    if place.text().starts_with("以下文章来源于") || place.text().starts_with("，作者") {
        return true;
    }
    if place.is_short(40)
        && place.has("出品 整理编辑 供稿 编译自 翻译自 摘自")
        && !place.has("关注")
    {
        return true;
    }
    let Some((role, name)) = place.text().split_once(['：', ':', '|', '｜', '丨', '/']) else {
        return false;
    };
    let role = role.trim_start_matches(|c: char| !c.is_alphanumeric());
    place.n_letters() <= 60
        && !name.is_empty()
        && (is_role(role) || name.contains("作者：") || name.contains("来源："))
}
