//! Asks to scan a code, add a contact or join a group; the codes themselves.

use super::{Category, Phase, Rule, because, is_credit};
use crate::judge::place::Place;
use crate::words::begins_with_any;

const SCANS: &str = "\
    扫码 扫描二维码 扫一扫 扫描下方 扫描上方 扫下方 扫上方 识别二维码 识别下方 识别上方 长按二维码 长按识别 \
    长按图片 二维码关注";

const CONTACTS: &str = "\
    加微信 添加微信 我的微信 加我微信 加好友 添加好友 微信好友 小助手 进群 入群 加群 交流群 读者群 粉丝群 加入社群";

/// The words of an invitation to a group. Some of them are in any article on groups; a prompt has many at once.
const INVITES: &str = "\
    交流群 读者群 粉丝群 社群 进群 入群 加群 拉你 扫码 扫描 添加 备注 注明 识别 二维码 助手 好友 微信 点击文末 \
    阅读原文 申请 免费";

/// Words of those who warn of such invitations.
const WARNINGS: &str = "骗 诈 陌生 切勿 谨防 警惕 报警 来历不明";

fn scans(place: &Place<'_>) -> bool {
    place.has(SCANS) || place.has("二维码") && place.has("长按 扫 识别 添加")
}

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "qr/scan",
        category: Category::Qr,
        reason: because("asks to scan a code"),
        phase: Phase::Alone,
        fires: |place| {
            place.is_short(60)
                && place.at_edge()
                && (!place.is_in_call() || place.has("关注") || place.is_last())
                && scans(place)
                && !place.has(WARNINGS)
                && !is_credit(place)
                && !place.is_unlikely()
        },
    },
    Rule {
        id: "qr/press",
        category: Category::Qr,
        reason: because("asks to press on a code"),
        phase: Phase::Alone,
        // 长按识别 (“press long to recognise”) is said to the reader of a page wherever it stands, if a picture or an
        // address is by.
        fires: |place| {
            place.is_short(20)
                && place.bare().starts_with("长按")
                && place.has("二维码 识别")
                && std::iter::successors(place.next(), Place::next)
                    .take(3)
                    .chain(place.previous())
                    .any(|neighbour| {
                        neighbour.picture().is_some() || neighbour.text().starts_with("http")
                    })
        },
    },
    Rule {
        id: "qr/join",
        category: Category::Qr,
        reason: because("asks to scan a code and to join, beside a picture"),
        phase: Phase::Alone,
        // 扫码进入茶友交流群 (“scan to enter the tea lovers' group”), in the midst of a text too.
        fires: |place| {
            let is_picture = |neighbour: Option<Place<'_>>| {
                neighbour.is_some_and(|neighbour| neighbour.picture().is_some())
            };
            place.is_short(16)
                && begins_with_any(place.bare(), "扫码 扫描 扫一扫")
                && place.has("添加 加入 进入 进群 入群")
                && place.has("群 助手 微信 好友 客服")
                && (is_picture(place.previous()) || is_picture(place.next()))
                && !place.is_in_call()
                && !place.is_announced()
                && !place.is_like_article()
        },
    },
    Rule {
        id: "qr/contact",
        category: Category::Qr,
        reason: because("asks to add a contact or to join a group"),
        phase: Phase::Alone,
        fires: |place| {
            place.is_short(60)
                && place.in_tail()
                && !place.is_in_call()
                && (place.has(CONTACTS)
                    || place.has("qq群") && (place.is_short(16) || place.has("欢迎 交流 官方")))
                && !place.has(WARNINGS)
                && !is_credit(place)
        },
    },
    Rule {
        id: "qr/invite",
        category: Category::Qr,
        reason: because("invites to a group, in many words"),
        phase: Phase::Alone,
        fires: |place| {
            place.is_short(200)
                && (place.in_head() || place.fraction() > 0.7)
                && !place.is_in_call()
                && place.has("群")
                && place.count(INVITES) >= 4
                && !place.has(WARNINGS)
                && !is_credit(place)
        },
    },
    Rule {
        id: "qr/code",
        category: Category::Qr,
        reason: because("is a picture about as high as wide beside a prompt: a code"),
        phase: Phase::Beside,
        fires: |place| {
            let is_code_shaped = place.picture().is_some_and(|picture| {
                picture
                    .ratio
                    .is_none_or(|ratio| (0.8..1.7).contains(&ratio))
            });
            // Of two pictures whose sizes nobody knows, the code is the one after the prompt.
            let is_answered = |prompt: &Place<'_>| {
                place
                    .picture()
                    .is_some_and(|picture| picture.ratio.is_none())
                    && prompt.next().is_some_and(|after| after.picture().is_some())
            };
            // 流程图： (“the flow chart:”) speaks of the picture, and so may any line that reads like the article.
            let is_announced = || {
                let reads_so = |before: Place<'_>| before.is_short(24) && before.is_like_article();
                place.is_announced() || place.kept_before().is_some_and(reads_so)
            };
            // Where the text goes on, a line that only reads like a prompt may tell of the picture.
            let is_outermost = place.in_head() || place.is_last();
            is_code_shaped
                && [
                    place.previous(),
                    place.next().filter(|next| {
                        next.picture().is_none() && !is_answered(next) && !is_announced()
                    }),
                ]
                .into_iter()
                .flatten()
                .any(|neighbour| {
                    neighbour
                        .removed_by()
                        .filter(|rule| rule.phase != Phase::Likely || is_outermost)
                        .is_some_and(|rule| match rule.category {
                            Category::Qr | Category::Follow => true,
                            // The code of a reward stands after the text.
                            Category::Share => place.after_prose(),
                            _ => false,
                        })
                })
        },
    },
    Rule {
        id: "qr/code-further",
        category: Category::Qr,
        reason: because("is a picture after a prompt and an address: a code"),
        phase: Phase::Beside,
        // 长按识别二维码, the address in plain text, then the code.
        fires: |place| {
            let may_be_square = place.picture().is_some_and(|picture| {
                picture
                    .ratio
                    .is_none_or(|ratio| (0.95..1.05).contains(&ratio))
            });
            let Some(address) = place
                .previous()
                .filter(|previous| previous.text().starts_with("http"))
            else {
                return false;
            };
            may_be_square
                && address
                    .previous()
                    .and_then(|prompt| prompt.removed_by())
                    .is_some_and(|rule| rule.category == Category::Qr)
        },
    },
];
