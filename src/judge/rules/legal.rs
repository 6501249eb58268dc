//! Disclaimers, copyright and reprint notices.

use crate::judge::place::Place;
use crate::judge::seen::Kind;

use super::{Category, Phase, Rule, because, is_credit};
use crate::words::{begins_with_any, ends_with_any};

const OPENINGS: &str = "免责声明 版权声明 特别声明 重要声明 声明： 声明: 法律声明";

const NOTICES: &str = "\
    转载请联系 如欲转载 欢迎转载 禁止转载 不得转载 谢绝转载 仅代表作者 仅代表个人 个人观点，仅供参考 个人意见，仅供参考 同意以上条款 同意上述条款 \
    代表任何投资建议 责任由使用者 均由使用者本人负责 转载请注明 如需转载 版权归原 版权归作者 版权归属 \
    侵权请 如有侵权 侵删 侵权删 联系删除 第一时间删除 不代表本 不构成投资建议 仅供学习交流 侵犯其权 侵犯您的 侵犯了您";

/// Whether the text forbids to take it over: 未经许可，不得转载 (“not without permission”). Laws say so of other things.
fn forbids(place: &Place<'_>) -> bool {
    place.has("未经授权 未经许可 未经允许 未经书面") && place.has("转载 摘编 复制 镜像 追究")
}

/// Whether the text denies that it speaks of anyone: 本文纯属虚构，如有雷同… (“pure invention; if it resembles …”)
fn is_fiction(place: &Place<'_>) -> bool {
    place.has("虚构") && place.has("雷同 巧合")
}

/// Whether the text says what may be done with what it tells, and what not: 仅供学习，严禁用于非法用途 (“for study only; any
/// illegal use is forbidden”).
fn limits_use(place: &Place<'_>) -> bool {
    place.has("仅供 仅限 仅用 仅做 仅允许 只用于 只供")
        && place.has("学习 研究 交流 测试 参考 授权 防御 分享")
        && place.has("禁止 严禁 不得 切勿 请勿 非法 违法 违反 违规 侵权 侵犯 差异 误差 坚决反对 自行负责 自行承担")
}

/// Whether the piece heads a disclaimer, numbered or not. An article may be about such.
fn heads_disclaimer(place: &Place<'_>) -> bool {
    place.is_short(8)
        && ends_with_any(place.bare(), "免责声明 免责申明 免责条款")
        && !place.title_has("免责 声明 申明 条款")
}

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "legal/disclaimer",
        category: Category::Legal,
        reason: because("is a disclaimer or a copyright notice"),
        phase: Phase::Alone,
        fires: |place| {
            place.is_short(240)
                && place.at_edge()
                && (begins_with_any(place.bare(), OPENINGS)
                    || begins_with_any(place.text(), OPENINGS))
                && !is_credit(place)
        },
    },
    Rule {
        id: "legal/reprint",
        category: Category::Legal,
        reason: because("says who may reprint the article"),
        phase: Phase::Alone,
        fires: |place| {
            place.is_short(160)
                && place.at_edge()
                && (place.has(NOTICES) || forbids(place) || is_fiction(place))
                && !is_credit(place)
        },
    },
    Rule {
        id: "legal/use",
        category: Category::Legal,
        reason: because("says what may be done with what the article tells"),
        phase: Phase::Alone,
        fires: |place| place.is_short(300) && place.at_edge() && limits_use(place),
    },
    Rule {
        id: "legal/liability",
        category: Category::Legal,
        reason: because("says who is not liable"),
        phase: Phase::Alone,
        // 由于传播、利用此文所提供的信息而造成的任何后果 (“whatever comes of spreading or using what is told here”).
        fires: |place| {
            place.is_short(240)
                && (place.at_edge() || !(0.2..0.8).contains(&place.fraction()))
                && place.has("后果 损失")
                && place.has("使用者本人 不承担 不为此承担 与本公众号无关 与本号无关 自行承担")
                && place.has("传播 利用 分享 本公众号 本号 本文 此文 公告 文章")
        },
    },
    Rule {
        id: "legal/under-heading",
        category: Category::Legal,
        reason: because("stands under the heading of a disclaimer"),
        phase: Phase::Run,
        // 四、免责声明 (“disclaimer”) in the midst of a text too: of tools, their makers write it there.
        fires: |place| {
            let is_under = place
                .previous()
                .is_some_and(|before| heads_disclaimer(&before));
            // What an article was allowed to test (授权) is told in its text as well.
            let goes_on = place.follows_rule("legal/under-heading");
            place.is_short(400)
                && place.kind() != Kind::Heading
                && (is_under && place.has("授权 法律 法规")
                    || (is_under || goes_on)
                        && place.has(
                            "仅供 仅限 仅用 责任 后果 违法 非法 遵守 滥用 禁止 严禁 不得 同意 承担",
                        ))
        },
    },
    Rule {
        id: "legal/heading",
        category: Category::Legal,
        reason: because("heads a disclaimer"),
        phase: Phase::Beside,
        fires: |place| {
            place.is_short(12)
                && ends_with_any(place.bare(), "声明 申明 条款 须知 说明")
                && place
                    .next_of_text()
                    .and_then(|next| next.removed_by())
                    .is_some_and(|rule| rule.category == Category::Legal)
        },
    },
];
