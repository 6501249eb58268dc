//! Separators, end marks, arrows, banners, and lines about the article's length.

use super::{Category, Phase, Rule, because};
use crate::judge::place::Place;
use crate::judge::seen::{Kind, Seen};
use crate::measure;
use crate::words::is_word;

/// Words that mark the end, alone on their line but for ornaments.
const ENDS: &str = "end theend 完 全文完 本文完 正文完 文章结束 eof fin 全文结束 the·end 终";

/// Whether a line, given without blanks and in lower case, marks the end of an article.
pub(in crate::judge) fn is_end_mark(text: &str) -> bool {
    let bare = measure::bare(text);
    // 完 and 终 alone are words; in brackets or between dashes they are marks.
    is_word(ENDS, bare) && (bare.chars().count() > 1 || text.len() > bare.len())
}

/// Whether a line says that the text has ended: 今天的分享就到这里 (“so much for today”).
pub(in crate::judge) fn says_end(seen: &Seen) -> bool {
    const ENDINGS: &str =
        "全文完 分享就到这里 今天就到这里 内容就到这里 文章就到这里 介绍就到这里 分享毕 到此结束";
    is_end_mark(&seen.text) || seen.n_letters <= 60 && seen.has(ENDINGS)
}

/// Whether a line is made of signs that point or part, and of nothing else.
fn is_ornament(text: &str) -> bool {
    // What stands for itself in a text: an omission, a question left open, an applause; not a line of them.
    let speaks = |c: char| {
        matches!(
            c,
            '…' | '.' | '。' | '!' | '！' | '?' | '？' | '{' | '}' | '(' | ')' | ';' | '$' | '%'
        )
    };
    let is_face = |c: char| {
        c >= '\u{1f000}' && !matches!(c, '\u{1f446}'..='\u{1f449}' | '\u{1f53a}'..='\u{1f53d}')
    };
    !text.is_empty()
        && text.chars().all(|c| !c.is_alphanumeric())
        && !text.contains(speaks)
        && !text.contains(is_face)
}

/// A picture of a line: hardly any height. A line of code or a row of a table, shown as a picture, is higher.
fn is_flat(place: &Place<'_>) -> bool {
    place.picture().is_some_and(|picture| {
        picture
            .width
            .zip(picture.ratio)
            .is_some_and(|(width, ratio)| ratio < 0.1 && f64::from(width) * ratio <= 40.0)
    })
}

/// A picture too small to show something. An emoji is small and speaks.
fn is_tiny(place: &Place<'_>) -> bool {
    place.picture().is_some_and(|picture| {
        picture.width.is_some_and(|width| width <= 72) && !picture.url.contains("res.wx.qq.com/")
    })
}

/// A picture shown over and over. One of the size of a photograph must be so more often: a comic repeats its panels.
fn is_repeated(place: &Place<'_>) -> bool {
    place.picture().is_some_and(|picture| {
        let is_small = picture.width.is_some_and(|width| width < 400)
            || picture.ratio.is_some_and(|ratio| ratio < 0.35);
        // Archives tell no sizes; there it is what stands over headings that is small.
        let is_over_line = place.is_of_archive()
            && place
                .next()
                .is_some_and(|next| next.is_short(20) && !next.has("， 。 ！ ？"));
        picture.n_uses
            >= if is_small || is_gif(place) || is_over_line {
                3
            } else {
                4
            }
    })
}

/// A picture that is shown again on the other side of the piece beside it: two ornaments frame a heading.
fn is_frame(place: &Place<'_>) -> bool {
    let is_same = |other: Place<'_>| {
        other.picture().map(|picture| &picture.url) == place.picture().map(|picture| &picture.url)
    };
    let before = std::iter::successors(place.previous(), Place::previous);
    let after = std::iter::successors(place.next(), Place::next);
    place.picture().is_some_and(|picture| picture.n_uses > 1)
        && (before.take(2).any(is_same) || after.take(2).any(is_same))
}

/// A picture with nothing but pictures before it, and a prompt after these: the head of an account, over its posts.
fn is_over_prompt(place: &Place<'_>) -> bool {
    const ROW: usize = 4;
    let is_first = std::iter::successors(place.previous(), Place::previous)
        .take(ROW)
        .all(|before| before.kind() == Kind::Image);
    let follows = std::iter::successors(place.next(), Place::next)
        .take(ROW)
        .find(|after| after.kind() != Kind::Image);
    is_first
        && follows
            .and_then(|after| after.removed_by())
            .is_some_and(|rule| !matches!(rule.category, Category::Decor | Category::Chrome))
}

fn is_gif(place: &Place<'_>) -> bool {
    place.picture().is_some_and(|picture| {
        picture.url.contains("mmbiz_gif") || picture.url.contains("wx_fmt=gif")
    })
}

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "decor/end",
        category: Category::Decor,
        reason: because("marks the end"),
        phase: Phase::Alone,
        fires: |place| place.is_text() && is_end_mark(place.text()) && place.fraction() > 0.5,
    },
    Rule {
        id: "decor/ornament",
        category: Category::Decor,
        reason: because("is made of signs alone"),
        phase: Phase::Alone,
        fires: |place| place.is_text() && (place.adorns() || is_ornament(place.text())),
    },
    Rule {
        id: "decor/repeated-line",
        category: Category::Decor,
        reason: because("is a foreign word shown again and again"),
        phase: Phase::Alone,
        // Templates set HALLOWMAS or HAPPY NEW YEAR over each part of a Chinese text.
        fires: |place| {
            let n_letters = if place.n_uses() >= 4 { 5 } else { 6 };
            place.is_text()
                && place.n_uses() >= 2
                && place.n_letters() >= n_letters
                && place.is_capitals()
        },
    },
    Rule {
        id: "decor/rule",
        category: Category::Decor,
        reason: because("is a line drawn in words"),
        phase: Phase::Alone,
        fires: |place| place.is_short(8) && place.bare().ends_with("分割线"),
    },
    Rule {
        id: "decor/swipe",
        category: Category::Decor,
        reason: because("tells how to see what lies beside"),
        phase: Phase::Alone,
        // 左右滑动查看更多 (“swipe to see more”): there is nothing to swipe in the article alone.
        fires: |place| {
            place.is_short(18)
                && place.has("滑动")
                && place.has("左右 上下 向上 向下 向左 向右")
                && !place.has("。 ，")
        },
    },
    Rule {
        id: "decor/notes",
        category: Category::Decor,
        reason: because("heads notes that stand with the text now"),
        phase: Phase::Alone,
        fires: |place| place.heads_notes(),
    },
    Rule {
        id: "decor/length",
        category: Category::Decor,
        reason: because("tells how long the article is"),
        phase: Phase::Alone,
        fires: |place| {
            // 本文共3000字 tells as much without the time.
            let is_count = place.is_short(14) && place.bare().ends_with('字');
            place.is_short(36)
                && place.in_head()
                && place.has("字")
                && (place.has("分钟") || is_count)
                && place.has("阅读 全文 本文 时长")
                && place.text().contains(|c: char| c.is_ascii_digit())
        },
    },
    Rule {
        id: "decor/line",
        category: Category::Decor,
        reason: because("is a picture of a line"),
        phase: Phase::Alone,
        fires: is_flat,
    },
    Rule {
        id: "decor/tiny",
        category: Category::Decor,
        reason: because("is a picture too small to show something"),
        phase: Phase::Alone,
        fires: is_tiny,
    },
    Rule {
        id: "decor/repeated",
        category: Category::Decor,
        reason: because("is shown again and again"),
        phase: Phase::Alone,
        fires: is_repeated,
    },
    Rule {
        id: "decor/frame",
        category: Category::Decor,
        reason: because("is shown on both sides of a line"),
        phase: Phase::Alone,
        fires: is_frame,
    },
    Rule {
        id: "decor/head",
        category: Category::Decor,
        reason: because("is a picture before the text, over a prompt"),
        phase: Phase::Beside,
        fires: |place| place.kind() == Kind::Image && !place.after_prose() && is_over_prompt(place),
    },
    Rule {
        id: "decor/banner",
        category: Category::Decor,
        reason: because("is a banner before the text"),
        phase: Phase::Alone,
        fires: |place| {
            place.previous().is_none()
                && place.has_prose()
                && place.picture().is_some_and(|picture| {
                    picture.ratio.is_some_and(|ratio| ratio < 0.25)
                        || is_gif(place) && picture.ratio.is_none_or(|ratio| ratio < 0.5)
                })
        },
    },
    Rule {
        id: "decor/after-end",
        category: Category::Decor,
        reason: because("is a picture after the end mark"),
        phase: Phase::Beside,
        fires: |place| place.kind() == Kind::Image && place.after_end_mark() && place.after_prose(),
    },
    Rule {
        id: "decor/edge",
        category: Category::Decor,
        reason: because("is a line with nothing left before or after it"),
        phase: Phase::Beside,
        fires: |place| {
            let is_gone = |neighbour: Option<Place<'_>>| {
                neighbour.is_none_or(|place| place.removed_by().is_some())
            };
            place.kind() == Kind::Divider
                && (place.in_head() && is_gone(place.previous())
                    || place.after_prose() && is_gone(place.next()))
        },
    },
    Rule {
        id: "decor/in-footer",
        category: Category::Decor,
        reason: because("is a picture among the furniture after the article"),
        phase: Phase::Beside,
        fires: |place| place.kind() == Kind::Image && place.in_footer(),
    },
    Rule {
        id: "decor/footer",
        category: Category::Decor,
        reason: because("is a moving picture after the text, among prompts"),
        phase: Phase::Beside,
        fires: |place| {
            let beside_removed = [place.previous(), place.next()]
                .into_iter()
                .flatten()
                .any(|neighbour| neighbour.removed_by().is_some());
            is_gif(place)
                && place.has_prose()
                && place.after_prose()
                && (beside_removed || place.next().is_none())
        },
    },
    Rule {
        id: "decor/number",
        category: Category::Decor,
        reason: because("numbers a part that was left out"),
        phase: Phase::Beside,
        // 04, PART.04, PART and 04 over the heading of a group.
        fires: |place| {
            let number = place
                .bare()
                .trim_start_matches("part")
                .trim_start_matches('.');
            place.is_short(6)
                && !place.bare().is_empty()
                && number.bytes().all(|byte| byte.is_ascii_digit())
                && place.after_prose()
                && place.rule_after().is_some_and(|rule| {
                    rule.id == "decor/number"
                        || !matches!(rule.category, Category::Decor | Category::Chrome)
                })
        },
    },
    Rule {
        id: "decor/between",
        category: Category::Decor,
        reason: because("is a picture among prompts"),
        phase: Phase::Beside,
        fires: |place| {
            place.kind() == Kind::Image
                && place.has_prose()
                && (place.after_prose() || place.in_head() && place.previous().is_some())
                && place.is_near_prompt()
                && place.stands_between_removed()
        },
    },
];
