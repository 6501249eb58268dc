//! Lists of what an article draws upon.
//!
//! They end articles as prompts do, and often stand after these: what is asked of the reader between a text and its
//! sources is asked at the end of the text.

use crate::judge::seen::{Kind, Seen};
use crate::measure::is_letter;
use crate::words::{Words, words};

const HEADINGS: Words = Words::new(
    "\
    参考 参考文献 参考资料 参考来源 参考链接 参考内容 主要参考文献 部分参考文献 资料来源 引用 引文 注释 文献 reference references",
);

/// Marks the headings of lists of sources, and what is listed under them.
pub(super) fn mark(seen: &mut [Seen]) {
    let mut is_listed = false;
    for piece in seen.iter_mut() {
        // The notes under such a heading stand with the text now.
        if piece.look.hidden || piece.look.heads_notes {
            continue;
        }
        is_listed = matches!(piece.kind, Kind::Text | Kind::Heading)
            && (heads(piece) || is_listed && is_source(piece));
        if is_listed {
            piece.kind = Kind::Source;
        }
    }
}

/// Whether a line heads sources, or names them itself: 参考资料：chashan.example
fn heads(piece: &Seen) -> bool {
    let is_heading = |text: &str| HEADINGS.has(text.trim_matches(|c: char| !is_letter(c)));
    is_heading(&piece.text)
        || piece.n_letters <= 60
            && piece
                .text
                .split_once(['：', ':'])
                .is_some_and(|(label, _)| is_heading(label))
}

/// Whether a line reads like one of a list of sources: with a number before it, an address or a year in it.
fn is_source(piece: &Seen) -> bool {
    let text = &piece.text;
    let is_numbered = text
        .trim_start_matches(['[', '【', '(', '（'])
        .starts_with(|c: char| c.is_ascii_digit());
    is_numbered || words("http www doi 《 [j] et.al. 199 200 201 202").any(|sign| piece.holds(sign))
}
