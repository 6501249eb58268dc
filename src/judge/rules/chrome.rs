//! Text of the WeChat page itself.

use super::{Category, Phase, Rule};
use crate::judge::seen::Kind;

/// Labels of WeChat's own controls that end up within articles when an open page is read.
const LABELS: [&str; 8] = [
    "视频加载失败，请刷新页面再试", // the player could not load the film
    "预览时标签不可点",             // tags can't be clicked in the preview
    "微信扫一扫关注该公众号",       // scan to follow this account
    "继续滑动看下一个",             // scroll on for the next
    "轻触阅读原文",                 // tap to read the original
    "向上滑动看下一个",             // swipe up for the next
    "在小说阅读器中沉浸阅读",       // read it in the novel reader
    "已关注关注重播分享赞",         // the buttons of the player, in one
];

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "chrome/label",
        category: Category::Chrome,
        reason: "is a label of the WeChat page",
        phase: Phase::Alone,
        fires: |place| place.is_text() && LABELS.contains(&place.text()),
    },
    Rule {
        id: "chrome/refresh",
        category: Category::Chrome,
        reason: "is a button of a player that could not load",
        phase: Phase::Run,
        fires: |place| {
            ["refresh", "刷新"].contains(&place.text()) && place.follows_removed(Category::Chrome)
        },
    },
    Rule {
        id: "chrome/title",
        category: Category::Chrome,
        reason: "repeats the title",
        phase: Phase::Alone,
        fires: |place| {
            matches!(place.kind(), Kind::Heading)
                && place.in_head()
                && place.is_title()
                && place.previous().is_none()
        },
    },
];
