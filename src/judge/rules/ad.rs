//! Advertises something that is not the article's subject.

use super::{Category, Phase, Rule, is_credit};
use crate::judge::seen::Kind;

/// Words of offers. Of an article that speaks of them early, they are the subject.
const OFFERS: [&str; 22] = [
    "知识星球",
    "训练营",
    "课程",
    "报名",
    "优惠",
    "特惠",
    "限时",
    "福利",
    "领取",
    "邀请码",
    "购买",
    "下单",
    "试听",
    "试看",
    "免费送",
    "赠送",
    "折扣",
    "原价",
    "周边",
    "急救班",
    "付费",
    "直播间",
];

/// The words by which advertisements are told.
pub(in crate::judge) fn words() -> impl Iterator<Item = &'static str> {
    OFFERS.into_iter()
}

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "ad/offer",
        category: Category::Ad,
        reason: "offers something that is not the article's subject",
        phase: Phase::Alone,
        fires: |place| {
            place.is_short(220)
                && place.fraction() > 0.8
                && place.has_off_subject(&OFFERS)
                && place.has(&[
                    "你",
                    "大家",
                    "欢迎",
                    "同学",
                    "！",
                    "加入",
                    "立即",
                    "扫",
                    "添加",
                    "感兴趣",
                    "免费",
                    "点击",
                ])
                && !is_credit(place)
        },
    },
    Rule {
        id: "ad/between",
        category: Category::Ad,
        reason: "stands between offers after the text",
        phase: Phase::Beside,
        fires: |place| {
            let is_ad = |rule: &'static Rule| rule.category == Category::Ad;
            place.after_prose()
                && (place.is_short(40) || place.kind() == Kind::Image)
                && place
                    .previous()
                    .and_then(|previous| previous.removed_by())
                    .is_some_and(is_ad)
                && place
                    .next()
                    .is_none_or(|next| next.removed_by().is_some() || next.kind() == Kind::Image)
                && !is_credit(place)
        },
    },
];
