//! Asks to like, share, comment or reward.

use super::{Category, Phase, Rule, because, is_credit};
use crate::judge::place::Place;
use crate::words::{is_word, words};

/// What WeChat's readers can do with an article. One alone is an ordinary word; two in a short line are a plea.
const DEEDS: &str = "点赞 在看 转发 分享 收藏 评论 留言 三连 打赏";

/// Pleas that say it in one.
const PLEAS: &str = "\
    点个在看 点在看 点个赞 点亮在看 我在看 点击在看 点下在看 赞和在看 赞与在看 求收藏 求关注 转发抽奖 球分享 \
    球点赞 球在看 求分享 求转发 一键三连 素质三连 帮转 求转 请转发 转发转告 欢迎转发 欢迎分享 请分享给 \
    分享给更多 分享给朋友 转发给朋友 转发到朋友圈 分享到朋友圈 欢迎留言 留言交流 留言告诉 欢迎打赏 打赏支持 \
    点击次条 点点赞 先收藏 最大动力 最大的动力 下去的动力 你的赞 您的赞";

/// Whether the plea, in such words, is the lesser part of a line that speaks of something else first: how it ends, with
/// its condition (如果你觉得… “if you find …”), is less than half of it. A question to the readers (各位怎么看？) is a part of
/// the plea.
fn is_afterthought(place: &Place<'_>, pleas: &str) -> bool {
    let text = place.text();
    if text.contains(['？', '?']) && place.has("你 大家 各位") {
        return false;
    }
    let begins = |list| words(list).filter_map(|word| text.find(word)).min();
    begins(pleas)
        .into_iter()
        .chain(begins("如果 若 觉得 喜欢"))
        .min()
        .is_some_and(|at| place.is_prose() && at * 2 > text.len())
}

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "share/list",
        category: Category::Share,
        reason: because("is a list of what readers are asked to do"),
        phase: Phase::Alone,
        fires: |place| {
            place.n_items() > 1
                && place.is_short(220)
                && place.in_tail()
                && !place.is_in_call()
                && place.count(DEEDS) + place.count("关注公众号 关注我 星标 后台回复") >= 2
                && !place.is_unlikely()
        },
    },
    Rule {
        id: "share/plea",
        category: Category::Share,
        reason: because("asks to like, share or comment"),
        phase: Phase::Alone,
        fires: |place| {
            place.is_short(60)
                && place.at_edge()
                && place.has(PLEAS)
                && !is_afterthought(place, PLEAS)
                && !is_credit(place)
                && !place.is_unlikely()
        },
    },
    Rule {
        id: "share/deeds",
        category: Category::Share,
        reason: because("asks to like, share or comment"),
        phase: Phase::Alone,
        fires: |place| {
            (place.in_tail() && place.is_short(70) || place.at_edge() && place.is_short(30))
                && !place.is_in_call()
                && place.count(DEEDS) + usize::from(place.has("朋友圈")) >= 2
                && !is_afterthought(place, DEEDS)
                && !is_credit(place)
                && !place.is_unlikely()
        },
    },
    Rule {
        id: "share/comment",
        category: Category::Share,
        reason: because("asks for comments"),
        phase: Phase::Alone,
        fires: |place| {
            place.is_short(60)
                && place.in_tail()
                && place.has("评论区 留言区 文末留言")
                && place.has("你 大家 同学 欢迎 聊聊 告诉 说说")
        },
    },
    Rule {
        id: "share/button",
        category: Category::Share,
        reason: because("is the label of a button to like or share"),
        phase: Phase::Alone,
        // 点分享, 求点赞: the deed alone, over or under a picture of a button.
        fires: |place| {
            let deed = place.bare().trim_start_matches(['点', '求', '个']);
            place.is_short(4) && place.after_prose() && is_word(DEEDS, deed) && deed != place.bare()
        },
    },
    Rule {
        id: "share/question",
        category: Category::Share,
        reason: because("asks the readers what they think"),
        phase: Phase::Beside,
        fires: |place| {
            place.is_short(40)
                && place.after_prose()
                && place.has_prose_before()
                && place.text().ends_with(['？', '?'])
                && place.has("你 大家 各位")
                && place.is_last()
                && place.precedes_prompt()
                && !place.is_unlikely()
        },
    },
    Rule {
        id: "share/heads-question",
        category: Category::Share,
        reason: because("heads a question to the readers"),
        phase: Phase::Beside,
        fires: |place| {
            place.is_short(10)
                && place.bare() == place.text()
                && place
                    .rule_after()
                    .is_some_and(|rule| rule.id == "share/question")
        },
    },
    Rule {
        id: "share/reward",
        category: Category::Share,
        reason: because("asks for a reward"),
        phase: Phase::Alone,
        fires: |place| {
            place.is_short(240)
                && place.in_tail()
                && place.has("打赏 赞赏")
                && place.has("支持 感谢 谢谢 欢迎 金额 自愿")
        },
    },
];
