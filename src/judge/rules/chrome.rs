//! Text of the WeChat page itself.

use super::{Category, Phase, Rule, because};
use crate::furniture::{self, Likeness};
use crate::judge::place::Place;
use crate::judge::seen::Kind;
use crate::words::is_word;

/// The account that an article was taken from, where the piece stands in the card that WeChat sets before a reprint:
/// 以下文章来源于山脚读书会 ，作者阿茶 (“the following article comes from …, by …”), a picture, the name, a stop, and what
/// the account says of itself. The first line is a credit and stays.
fn card_source<'a>(place: &Place<'a>) -> Option<&'a str> {
    std::iter::successors(place.previous(), Place::previous)
        .take(5)
        .find_map(|before| before.text().strip_prefix("以下文章来源于"))
        .map(|source| source.split('，').next().unwrap_or(source))
}

fn is_after_card(place: &Place<'_>) -> bool {
    place
        .rule_before()
        .is_some_and(|rule| rule.id == "chrome/card")
}

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "chrome/page",
        category: Category::Chrome,
        reason: because("stands on the page around the article"),
        phase: Phase::Alone,
        fires: |place| !place.is_in_article(),
    },
    Rule {
        id: "chrome/label",
        category: Category::Chrome,
        reason: because("is a label of the WeChat page"),
        phase: Phase::Alone,
        fires: |place| {
            place.is_text()
                && matches!(
                    furniture::likeness(place.text()),
                    Likeness::Label | Likeness::LabelBefore
                )
        },
    },
    Rule {
        id: "chrome/refresh",
        category: Category::Chrome,
        reason: because("is a button of a player that could not load"),
        phase: Phase::Run,
        fires: |place| {
            is_word("refresh 刷新", place.text()) && place.follows_removed(Category::Chrome)
        },
    },
    Rule {
        id: "chrome/card",
        category: Category::Chrome,
        reason: because("is the card of the account that the article was taken from"),
        phase: Phase::Run,
        fires: |place| {
            let is_avatar = place
                .picture()
                .is_some_and(|picture| picture.url.contains("wx.qlogo.cn/"));
            card_source(place).is_some_and(|source| {
                is_avatar || is_after_card(place) && [source, "."].contains(&place.text())
            })
        },
    },
    Rule {
        id: "chrome/card-words",
        category: Category::Chrome,
        reason: because("is what the account that the article was taken from says of itself"),
        phase: Phase::Run,
        // WeChat allows 120 characters. The article's first paragraph stands in the same place if it says nothing.
        fires: |place| {
            place.is_short(120)
                && is_after_card(place)
                && place.previous().is_some_and(|before| before.text() == ".")
                && (!place.has("。 ！ ？")
                    || place.has("公众号 官方 平台 专注 致力 我们 媒体 聚焦 分享 爱好者")
                    || card_source(place).is_some_and(|source| place.text().contains(source)))
        },
    },
    Rule {
        id: "chrome/title",
        category: Category::Chrome,
        reason: because("repeats the title"),
        phase: Phase::Alone,
        fires: |place| {
            matches!(place.kind(), Kind::Heading)
                && place.in_head()
                && place.is_title()
                && place.previous().is_none()
        },
    },
];
