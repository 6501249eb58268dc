//! Where an account begins to advertise its community, down to the end.
//!
//! Accounts that sell the membership of a circle tell of it under their articles at the length of an article, with
//! headings, lists and pictures of its own. No line of it need be a prompt; that the circle is spoken of again and again,
//! and nowhere before, is what tells it.

use std::ops::Range;

use super::Body;
use crate::judge::seen::{Kind, Seen};
use crate::words::has_any;

/// What such a community is called: 知识星球 (“knowledge planet”, a service for paid groups), a circle, a group …
const COMMUNITIES: &str =
    "星球 圈子 学习圈 纷传 小密圈 帮会 社群 训练营 内部群 会员群 交流群 付费群";

/// What is told of it: what is to be had, and that one should join.
const BENEFITS: &str = "\
    加入 欢迎 学习 分享 课程 师傅 成员 学员 优惠 资源 更新 扫码 领取 会员 星主 嘉宾 福利 报名 提问 专栏 群 圈 期待";

/// What is said to those who are to join, and to nobody else.
const CALLS: &str = "\
    扫码 添加 备注 课程 优惠 广告 权益 报名 领取 福利 师傅们 期待您 期待你 欢迎加入 加入我们 立即加入 限时 名额 永久 入驻 大咖 嘉宾 进群 入群 付费";

/// Before which part of the text nothing is taken for such an advertisement, in percent.
const EARLIEST: usize = 10;

/// How many pieces may stand between the first two mentions: an advertisement keeps to its subject.
const LONGEST_GAP: usize = 8;

/// The pieces of an article that speak of a community, unless its title does.
pub(super) fn mentions(seen: &[Seen], article: &Range<usize>, title: &str) -> Vec<usize> {
    if has_any(title, COMMUNITIES) {
        return Vec::new();
    }
    let is_mention = |at: &usize| !seen[*at].look.hidden && seen[*at].has(COMMUNITIES);
    article.clone().filter(is_mention).collect()
}

/// The piece from which on the account advertises its community, given which pieces speak of it.
pub(super) fn begin(body: &Body, mentions: &[usize]) -> Option<usize> {
    let kept: Vec<_> = mentions
        .iter()
        .copied()
        .filter(|at| body.is_kept(*at))
        .collect();
    // One line is a prompt, which rules tell; and the text may say once where a thing was told of before.
    let begins = |pair: &&[usize]| {
        let is_late = body.seen[pair[0]].n_before * 100 >= body.n_letters * EARLIEST;
        is_late && pair[1] - pair[0] <= LONGEST_GAP
    };
    let headed = mentions.iter().copied().find(|at| heads_offer(body, *at));
    if let Some(first) = headed.filter(|first| tells_of_it(body, *first, 3)) {
        return Some(first);
    }
    let first = kept.windows(2).take(2).find(begins)?[0];
    tells_of_it(body, first, 2).then_some(first)
}

/// Before which part of the text no heading begins such an advertisement, in percent.
const EARLIEST_HEADING: usize = 40;

/// Whether a piece heads such an advertisement: 加入知识星球，可获取权益 (“join, and have these rights”).
fn heads_offer(body: &Body, at: usize) -> bool {
    const HEADING: usize = 24;
    let piece = &body.seen[at];
    piece.n_letters <= HEADING
        && piece.n_before * 100 >= body.n_letters * EARLIEST_HEADING
        && piece.has("加入")
        && piece.has("权益 获取 福利 领取 优惠 可获 收获")
}

/// Whether one line in so many from a piece on tells of the community or is left out, and one of them calls to it. A
/// story in which somebody joins a circle has no call.
fn tells_of_it(body: &Body, first: usize, one_in: usize) -> bool {
    let (mut n_lines, mut n_told, mut n_calls) = (0, 0, 0);
    for at in first..body.article.end {
        let piece = &body.seen[at];
        n_calls += usize::from(piece.has(CALLS));
        match piece.kind {
            Kind::Matter => n_lines += 1,
            // What is listed is what the members get.
            Kind::Text | Kind::Heading if piece.n_items == 0 => {
                n_lines += 1;
                n_told += usize::from(!body.is_kept(at) || piece.has(BENEFITS));
            }
            _ => {}
        }
    }
    n_calls > 0 && n_told * one_in >= n_lines
}
