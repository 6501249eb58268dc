//! Lists of, and links to, other articles that the text does not lean on.

use super::more::is_more;
use super::{Category, Phase, Rule, because, is_credit};
use crate::judge::place::Place;
use crate::judge::seen::Kind;
use crate::words::{begins_with_any, words};

/// Headings of such lists: “earlier”, “recommended”, “related”, “further reading”.
const HEADINGS: &str = "\
    往年回顾 历史文章 近期文章 近期回顾 近期热文 推荐阅读 阅读推荐 相关阅读 相关文章 相关内容 相关推荐 \
    相关链接 延伸阅读 拓展阅读 扩展阅读 精彩推荐 精彩回顾 精选文章 更多阅读 更多推荐 更多精彩 更多文章 \
    热门文章 热文推荐 热点文章 好文推荐 猜你喜欢 前文推荐 前情回顾 前文回顾 上期回顾 上一篇 下一篇 系列文章 关联文章";

/// What such a heading may be made of besides: “which” and “what”. Alone they are words of any heading.
const WHICH: &str = "往期 往年 近期 精彩 精选 热门 热点 更多 相关 推荐 延伸 拓展 系列 前期";
const WHAT: &str = "推荐 回顾 阅读 文章 精选 内容 热文 好文 链接 报道 资讯 课程 视频 合集";

/// What stands beside such a heading: how to open what is listed.
const HINTS: &str = "\
    点击图片 点击标题 点击下图 点击即可阅读 点击阅读 点击下方蓝 点击蓝字阅读 点击链接阅读 可直接阅读";

fn is_heading(place: &Place<'_>) -> bool {
    let bare = place.bare();
    let of_before = bare.strip_prefix("往期");
    place.is_short(20)
        && (of_before.is_some_and(|rest| rest.chars().count() <= 4)
            || words(HEADINGS).any(|heading| {
                bare.strip_prefix(heading)
                    .is_some_and(|rest| rest.chars().count() <= 10)
                    || bare.ends_with(heading)
            })
            || bare.contains("往期") && bare.contains("推荐"))
}

/// Whether the words could head such a list, if links follow.
fn may_head(place: &Place<'_>) -> bool {
    place.is_short(14) && place.has(WHICH) && place.has(WHAT) && !place.has("参考")
}

/// A piece of a list of articles: a link, a linked picture, a picture, or a title without an end to its sentence.
fn is_item(place: &Place<'_>) -> bool {
    match place.kind() {
        Kind::Image | Kind::Divider => true,
        Kind::Text | Kind::Heading => {
            place.is_links()
                || place.n_letters() <= 48 && !place.text().ends_with(['。', '；', '，', '：', ':'])
        }
        _ => false,
    }
}

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "related/heading",
        category: Category::Related,
        reason: because("heads a list of other articles"),
        phase: Phase::Alone,
        // In the midst of a text the words head a part of it, unless what follows is links alone.
        fires: |place| {
            let next_two = |wanted: fn(&Place<'_>) -> bool| {
                place.next().is_some_and(|next| {
                    wanted(&next) || next.next().is_some_and(|second| wanted(&second))
                })
            };
            let is_there = place.fraction() > 0.7 || place.in_head();
            let heads_links = || place.next().is_some_and(|next| next.is_links());
            let names_list =
                || place.is_short(20) && place.at_edge() && place.has(HEADINGS) && heads_links();
            names_list()
                || is_heading(place)
                    && (is_there && (next_two(is_item) || place.is_last())
                        || place.fraction() > 0.5 && heads_links())
                || place.in_tail() && may_head(place) && next_two(|next| next.is_links())
                || place.after_prose()
                    && place.has_prose()
                    && may_head(place)
                    && next_two(|next| {
                        next.removed_by()
                            .is_some_and(|rule| rule.category != Category::Decor)
                    })
        },
    },
    Rule {
        id: "related/hint",
        category: Category::Related,
        reason: because("tells how to open other articles"),
        phase: Phase::Alone,
        fires: |place| {
            place.is_short(30)
                && place.at_edge()
                && place.has(HINTS)
                && place.has("阅读 查看 跳转")
                && !is_more(place)
        },
    },
    Rule {
        id: "related/item",
        category: Category::Related,
        reason: because("belongs to a list of other articles"),
        phase: Phase::Run,
        fires: |place| {
            // Where the text goes on after the list, a heading ends it.
            let is_within = place.in_tail()
                || place.fraction() > 0.7 && place.kind() == Kind::Text
                || place.fraction() > 0.5 && place.is_links();
            is_within
                && (is_item(place) || place.is_short(48) && place.stands_between_removed())
                && !is_credit(place)
                && place.follows_removed(Category::Related)
        },
    },
    Rule {
        id: "related/head-item",
        category: Category::Related,
        reason: because("belongs to a list of other articles before the text"),
        phase: Phase::Run,
        fires: |place| {
            place.in_head() && place.is_links() && place.follows_removed(Category::Related)
        },
    },
    Rule {
        id: "related/links",
        category: Category::Related,
        reason: because("is one of several links to other articles after the text"),
        phase: Phase::Run,
        fires: |place| {
            let beside = |neighbour: Option<Place<'_>>| {
                neighbour.is_some_and(|neighbour| {
                    neighbour.is_links()
                        || neighbour
                            .removed_by()
                            .is_some_and(|rule| rule.id == "related/links")
                })
            };
            place.after_prose()
                && place.is_links()
                && (place.n_items() > 1 || beside(place.previous()) || beside(place.next()))
                && !place.is_among_sources()
        },
    },
    Rule {
        id: "related/named-link",
        category: Category::Related,
        reason: because("leads to another article, and says so"),
        phase: Phase::Alone,
        // 前文回顾：《河边的一年》
        fires: |place| {
            place.is_short(60)
                && place.is_links()
                && place.fraction() > 0.5
                && begins_with_any(place.bare(), HEADINGS)
                && place.has("： :")
        },
    },
    Rule {
        id: "related/picture",
        category: Category::Related,
        reason: because("is a picture after the text that leads to another article"),
        phase: Phase::Alone,
        fires: |place| place.in_tail() && place.picture().is_some_and(|picture| picture.is_linked),
    },
    Rule {
        id: "related/heads-links",
        category: Category::Related,
        reason: because("heads links to other articles"),
        phase: Phase::Beside,
        fires: |place| {
            place.after_prose()
                && place.is_short(20)
                && place
                    .rule_after()
                    .is_some_and(|rule| rule.id == "related/links")
        },
    },
    Rule {
        id: "related/after-end",
        category: Category::Related,
        reason: because("leads to another article after the end mark"),
        phase: Phase::Run,
        fires: |place| place.after_end_mark() && place.is_links(),
    },
];
