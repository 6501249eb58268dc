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
mod recurring;
mod related;
mod share;

use super::place::Place;
use super::{Category, Phase, Rule};
use crate::measure;
use crate::roles::{ROLES, SEPARATORS, is_role};
use crate::words::words;

pub(super) use ad::OFFERS;
pub(super) use decor::{is_end_mark, says_end};
pub(super) use likely::is_likely;

/// All rules. Where two fire, the one that stands first decides.
pub(super) const ALL: [&[Rule]; 13] = [
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
    recurring::RULES,
    likely::RULES,
];

/// Why a rule removes. The WebAssembly does without these sentences: JavaScript has them beside it, in `facts.js`.
const fn because(reason: &'static str) -> &'static str {
    if cfg!(all(feature = "js", target_family = "wasm")) {
        ""
    } else {
        reason
    }
}

/// A line that names who made the article, or where it comes from: kept, whatever else it says. Many rules ask.
pub(super) fn is_credit(place: &Place<'_>) -> bool {
    let is_credit = &place.seen().is_credit;
    *is_credit.get_or_init(|| reads_like_credit(place))
}

fn reads_like_credit(place: &Place<'_>) -> bool {
    // The card before a reprint, on one line or two.
    if place.text().starts_with("以下文章来源于") || place.text().starts_with("，作者") {
        return true;
    }
    if place.is_short(40)
        && place.has("出品 整理编辑 供稿 编译自 翻译自 改编自 摘自 发自 源自 文章来自 原文来自 转载自 授权转自")
        && !place.has("关注")
    {
        return true;
    }
    if place.is_short(40) && lists_names(place.bare()) {
        return true;
    }
    let Some((role, name)) = place.text().split_once(SEPARATORS) else {
        return false;
    };
    let mut roles = measure::from_letter(role).split(['&', '＆', '、', '+']);
    place.n_letters() <= 60
        && !name.is_empty()
        && (roles.all(is_role) || name.contains("作者：") || name.contains("来源："))
}

/// Whether a line names people by their roles, with nothing between: 文字小满图片阿茶 (“text Xiaoman pictures Acha”),
/// 记者阿茶 (“reporter Acha”).
fn lists_names(line: &str) -> bool {
    const PEOPLE: &str = "记者 通讯员 实习生 撰文 采写";
    let begins_with =
        |list| words(list).any(|role| line.len() > role.len() && line.starts_with(role));
    // Roles of one character are in many words.
    let n_roles = || {
        words(ROLES)
            .filter(|role| role.len() > '文'.len_utf8() && line.contains(role))
            .count()
    };
    !line.contains(['。', '，', '！', '？', '“'])
        && (begins_with(PEOPLE) && line.chars().count() <= 12
            || begins_with(ROLES) && n_roles() >= 3)
}
