//! Asks to follow, star or subscribe.

use super::{Category, Phase, Rule, because};
use crate::block::EmbedKind;
use crate::judge::place::Place;
use crate::judge::seen::Kind;
use crate::measure::is_letter;
use crate::words::{has_any, is_word};

/// To follow, in the words of prompts; in prose they have an object.
const ASKS: &str = "\
    关注我们 关注公众号 关注本公众号 关注微信公众号 关注本号 关注小号 关注官方微信 关注我的公众号 关注一下 \
    关注备用号 请关注 欢迎关注 敬请关注 记得关注 点击关注 长按关注 快速关注 一键关注 快来关注 关注账号 \
    订阅我们 设为星标 加星标 星标公众号 置顶公众号";

/// What one clicks to follow: the blue name over the article, a card.
const CLICKS: &str = "点击 戳 轻触 点上方 点↑";
const TARGETS: &str = "蓝字 上方 上边 下方 名片 卡片 公众号 头像";
const TO_FOLLOW: &str = "关注 订阅 星标 即可";

/// Whether the last words of the text ask to follow.
fn ends_with_plea(place: &Place<'_>) -> bool {
    let text = place.text();
    let start = text.char_indices().rev().nth(14).map_or(0, |(at, _)| at);
    has_any(&text[start..], ASKS)
}

fn asks(place: &Place<'_>) -> bool {
    place.has(ASKS) || place.has(CLICKS) && place.has(TARGETS) && place.has(TO_FOLLOW)
}

/// Whether the text asks to follow what is a part of the account's name: 关注山脚 (“follow Shanjiao”).
fn asks_for_part_of_name(place: &Place<'_>) -> bool {
    let mut asked = place.text().split("关注").skip(1);
    asked.any(|rest| {
        let end = rest.find(|c| !is_letter(c)).unwrap_or(rest.len());
        end > "山脚".len() && place.is_of_account(&rest[..end])
    })
}

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "follow/ask",
        category: Category::Follow,
        reason: because("asks to follow the account"),
        phase: Phase::Alone,
        fires: |place| place.is_short(40) && place.at_edge() && asks(place) && !place.is_unlikely(),
    },
    Rule {
        id: "follow/ask-bare",
        category: Category::Follow,
        reason: because("asks to follow the account"),
        phase: Phase::Alone,
        // Whole lines that say nothing else; in the midst of a text they can be the answer in a dialogue.
        fires: |place| {
            place.at_edge()
                && place.is_text()
                && is_word("关注 请关注 点击上方蓝字 点击蓝字 点我关注", place.bare())
        },
    },
    Rule {
        id: "follow/account-name",
        category: Category::Follow,
        reason: because("asks to follow the account"),
        phase: Phase::Alone,
        fires: |place| {
            place.is_short(70)
                && place.at_edge()
                && (place.names_account() || asks_for_part_of_name(place))
                && place.has("关注 星标 公众号： 公众号搜索 公众号首发")
                && !place.has("感谢")
        },
    },
    Rule {
        id: "follow/star",
        category: Category::Follow,
        reason: because("asks to star the account so that its posts show up"),
        phase: Phase::Alone,
        // The longer plea, which explains how WeChat sorts posts. GitHub's stars have no 推送 (push).
        fires: |place| {
            place.is_short(200)
                && place.has("星标 点在看 点下在看")
                && place.has("推送 错过 收不到")
                && place.has("公众号 订阅号 微信 账号 设置 设为")
        },
    },
    Rule {
        id: "follow/reply",
        category: Category::Follow,
        reason: because("promises something to those who follow and write to the account"),
        phase: Phase::Alone,
        fires: |place| {
            place.is_short(90)
                && place.at_edge()
                && !place.is_in_call()
                && (place.has("后台回复 公众号回复 公众号后台 对话框回复 私信回复 回复关键")
                    || place.bare().starts_with("回复") && place.has("领取 获取 下载"))
                && !place.is_unlikely()
        },
    },
    Rule {
        id: "follow/portrait",
        category: Category::Follow,
        reason: because("tells who the account is and asks to follow it"),
        phase: Phase::Alone,
        // A paragraph that says what the account writes about and ends in the plea.
        fires: |place| {
            place.is_short(240)
                && place.after_prose()
                && place.has("公众号 团队 我们 本号")
                && ends_with_plea(place)
        },
    },
    Rule {
        id: "follow/card",
        category: Category::Follow,
        reason: because("is the card of an account"),
        phase: Phase::Alone,
        fires: |place| place.kind() == Kind::Embed(EmbedKind::Account) && place.at_edge(),
    },
    Rule {
        id: "follow/picture",
        category: Category::Follow,
        reason: because("is a picture that goes with a prompt to follow"),
        phase: Phase::Beside,
        fires: |place| {
            place.kind() == Kind::Image
                && place.after_prose()
                && place.follows_removed(Category::Follow)
        },
    },
    Rule {
        id: "follow/after-ask",
        category: Category::Follow,
        reason: because("is the card of an account beside a prompt"),
        phase: Phase::Beside,
        fires: |place| {
            place.kind() == Kind::Embed(EmbedKind::Account)
                && [place.previous(), place.next()]
                    .into_iter()
                    .flatten()
                    .any(|neighbour| neighbour.removed_by().is_some())
        },
    },
];
