//! Who the account is, and how to reach it.

use super::{Category, Phase, Rule, is_credit};
use crate::judge::seen::Kind;

const CONTACTS: [&str; 16] = [
    "投稿邮箱",
    "投稿请",
    "投稿至",
    "投稿微信",
    "商务合作",
    "合作请",
    "合作微信",
    "合作联系",
    "广告合作",
    "爆料请",
    "爆料邮箱",
    "小编微信",
    "联系小编",
    "转载合作",
    "寻求报道",
    "联系我们",
];

const HEADINGS: [&str; 10] = [
    "关于我们",
    "关于本号",
    "关于公众号",
    "公众号简介",
    "公司简介",
    "团队介绍",
    "团队简介",
    "联系方式",
    "获得奖项",
    "账号简介",
];

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "about/contact",
        category: Category::About,
        reason: "tells how to reach the account",
        phase: Phase::Alone,
        fires: |place| {
            place.is_short(80) && place.at_edge() && place.has(&CONTACTS) && !is_credit(place)
        },
    },
    Rule {
        id: "about/powered-by",
        category: Category::About,
        reason: "names the account as the maker",
        phase: Phase::Alone,
        fires: |place| {
            place.is_short(30) && place.at_edge() && place.text().starts_with("poweredby")
        },
    },
    Rule {
        id: "about/heading",
        category: Category::About,
        reason: "heads what the account says of itself",
        phase: Phase::Alone,
        fires: |place| {
            place.is_short(16)
                && place.fraction() > 0.8
                && HEADINGS
                    .iter()
                    .any(|heading| place.bare().ends_with(heading))
        },
    },
    Rule {
        id: "about/after-heading",
        category: Category::About,
        reason: "is what the account says of itself",
        phase: Phase::Run,
        fires: |place| {
            place.fraction() > 0.8
                && place.is_short(300)
                && (place.names_account()
                    || !place.is_prose()
                    || place.has(&["公司", "团队", "媒体", "平台"]))
                && place.follows_removed(Category::About)
        },
    },
    Rule {
        id: "about/name",
        category: Category::About,
        reason: "is the account's name",
        phase: Phase::Alone,
        fires: |place| {
            place.is_text() && place.names_account() && place.in_tail() && place.n_letters() <= 12
        },
    },
    Rule {
        id: "about/after-end",
        category: Category::About,
        reason: "is a short line after the end mark",
        phase: Phase::Run,
        fires: |place| {
            place.is_short(24)
                && place.after_end_mark()
                && place.after_prose()
                && !is_credit(place)
                && !place.text().contains(['：', ':', '|', '｜', '丨'])
        },
    },
    Rule {
        id: "about/between",
        category: Category::About,
        reason: "is a short line among prompts",
        phase: Phase::Beside,
        fires: |place| {
            place.kind() == Kind::Text
                && place.is_short(30)
                && place.has_prose()
                && !place.has(&["。"])
                && (place.after_prose() && place.stands_by_prompt() || place.previous().is_none())
                && place.stands_between_removed()
                && !is_credit(place)
        },
    },
];
