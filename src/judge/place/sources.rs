//! Lists of what an article draws upon.
//!
//! They end articles as prompts do, and often stand after these: what is asked of the reader between a text and its
//! sources is asked at the end of the text.

use crate::judge::seen::{Kind, Seen};
use crate::measure;
use crate::words::{is_word, words};

const HEADINGS: &str = "\
    参考 参考文献 参考资料 参考来源 参考链接 参考内容 参考文章 参考文档 参考网址 引用链接 引用来源 主要参考文献 部分参考文献 资料来源 引用 引文 注释 文献 原文链接 原文地址 reference references";

/// Marks the headings of lists of sources, and what is listed under them.
pub(super) fn mark(seen: &mut [Seen]) {
    let mut heading = None;
    let mut is_listed = false;
    for at in 0..seen.len() {
        let piece = &seen[at];
        // The notes under a heading of notes stand with the text now.
        if piece.look.hidden || piece.look.heads_notes {
            continue;
        }
        let is_text = matches!(piece.kind, Kind::Text | Kind::Heading);
        is_listed = is_text
            && (names_source(piece) || (is_listed || heading.is_some()) && is_source(piece));
        let before = heading.take();
        if is_listed {
            // Over nothing, it heads no list.
            for at in before.into_iter().chain([at]) {
                seen[at].kind = Kind::Source;
            }
        } else if is_text && is_heading(&piece.text) {
            heading = Some(at);
        }
    }
}

fn is_heading(text: &str) -> bool {
    is_word(HEADINGS, measure::bare(text))
}

/// Whether a line says itself what a source is: 参考资料：chashan.example
fn names_source(piece: &Seen) -> bool {
    piece.n_letters <= 60
        && piece
            .text
            .split_once(['：', ':'])
            .is_some_and(|(label, source)| is_heading(label) && !source.is_empty())
}

/// Whether a line reads like one of a list of sources: with a number before it, an address or a year in it.
fn is_source(piece: &Seen) -> bool {
    let text = &piece.text;
    let is_numbered = text
        .trim_start_matches(['[', '【', '(', '（'])
        .starts_with(|c: char| c.is_ascii_digit());
    is_numbered || words("http www doi 《 [j] et.al. 199 200 201 202").any(|sign| piece.holds(sign))
}
