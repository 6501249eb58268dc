//! What no phrase tells, but the whole of the words and the place does: see [`scorer`](super::super::scorer).
//!
//! The scorer says that a piece goes; the rules only name what it is likely for. Readers see these removals first, since
//! all are uncertain.

use super::{Category, Phase, Rule, because, is_credit};
use crate::judge::place::Place;
use crate::words::is_word;

/// Headings of an author's last words, which are few and may say anything.
pub(super) fn heads_last_words(place: &Place<'_>) -> bool {
    is_word("最后 后记 结语 结束语 结尾 尾声 总结 小结", place.bare())
}

/// Whether the piece is to go, being neither a credit nor thanks, which also end articles.
pub(in crate::judge) fn is_likely(place: &Place<'_>) -> bool {
    place.is_likely()
        && !is_credit(place)
        && !place.is_part_of_title()
        && !place.leads_to_known_site()
        && !heads_last_words(place)
        && !place
            .previous()
            .is_some_and(|before| heads_last_words(&before))
        && !place.has("感谢 谢谢 致谢")
}

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "share/likely",
        category: Category::Share,
        reason: because("reads like a plea to share, like or comment"),
        phase: Phase::Likely,
        fires: |place| place.has("赞 在看 转发 转给 分享 留言 评论 收藏 打赏 告诉 聊聊 说说"),
    },
    Rule {
        id: "qr/likely",
        category: Category::Qr,
        reason: because("reads like a prompt to scan, to add or to join"),
        phase: Phase::Likely,
        fires: |place| place.has("扫 长按 识别 二维码 进群 入群 加微 微信号 备注 交流群"),
    },
    Rule {
        id: "follow/likely",
        category: Category::Follow,
        reason: because("reads like a prompt to follow"),
        phase: Phase::Likely,
        fires: |place| place.has("关注 订阅 星标 置顶 蓝字 后台回复"),
    },
    Rule {
        id: "legal/likely",
        category: Category::Legal,
        reason: because("reads like a disclaimer or a notice of rights"),
        phase: Phase::Likely,
        fires: |place| place.has("声明 版权 转载 侵权 侵删 授权 免责 不构成 仅供 法律责任"),
    },
    Rule {
        id: "related/likely",
        category: Category::Related,
        reason: because("reads like a lead to other articles"),
        phase: Phase::Likely,
        fires: |place| {
            const WORDS: &str = "往期 推荐 上期 下期 上一篇 下一篇 精选 更多";
            place.is_links() || place.has(WORDS)
        },
    },
    Rule {
        id: "about/likely",
        category: Category::About,
        reason: because("reads like what accounts say of themselves"),
        phase: Phase::Likely,
        fires: |place| {
            const WORDS: &str = "成立于 专注 致力于 投稿 合作 公众号 是一个 是一家";
            place.names_account() || place.in_head() || place.has(WORDS)
        },
    },
    Rule {
        id: "ad/likely",
        category: Category::Ad,
        reason: because("reads like what accounts put around their articles"),
        phase: Phase::Likely,
        // Between prose a line that names nothing asked for is one of the article's, such as a step of what it teaches. A
        // question to the reader may be its last word.
        fires: |place| {
            let is_between_prose = place.has_prose_before() && !place.after_prose();
            !is_between_prose && !place.text().ends_with(['？', '?']) && is_likely(place)
        },
    },
];
