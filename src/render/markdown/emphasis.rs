//! Whether Markdown's delimiters do what they are meant to, mark by mark.
//!
//! The crux is emphasis in Chinese text: between `。` and a letter `**` does not close, so `**结论。**后文` shows its
//! asterisks. Each pair of delimiters is tried against CommonMark's rule with the characters that stand beside it;
//! where it would not work, both become tags, which Markdown allows anywhere.

use crate::render::spans::{Mark, Span};

use super::character::{Class, closes, opens};
use super::inline::Place;

/// Which of the spans, being a mark's beginning or end, must be written as tags.
pub(super) fn tags(spans: &[Span<'_>], place: Place) -> Vec<bool> {
    let partners = partners(spans);
    let mut tags = vec![false; spans.len()];
    for (start, span) in spans.iter().enumerate() {
        let Span::Open(mark) = span else { continue };
        let end = partners[start];
        let tagged = match mark {
            Mark::Highlight | Mark::Underline | Mark::Sup | Mark::Sub => true,
            Mark::Strike => !works(spans, start, end, 1, place),
            // The outer two of `***` decide for the inner ones.
            Mark::Strong if start > 0 && has_whole_strong(spans, &partners, start - 1) => {
                tags[start - 1]
            }
            Mark::Strong => !works(spans, start, end, 1, place),
            Mark::Emphasis if has_whole_strong(spans, &partners, start) => {
                !works(spans, start, end, 2, place)
            }
            // Touching asterisks would be read as one run.
            Mark::Emphasis => {
                touches_strong(spans, start, end) || !works(spans, start, end, 1, place)
            }
        };
        tags[start] = tagged;
        tags[end] = tagged;
    }
    tags
}

/// The class of a span's first character; of the end of the content, if there is no span.
pub(super) fn first_class(span: Option<&Span<'_>>, place: Place) -> Class {
    match span {
        Some(Span::Text(text)) => text.chars().next().map_or(Class::Space, Class::of),
        Some(Span::Break) if place == Place::Heading => Class::Space,
        // A delimiter, a bracket, a backtick, a tag, the backslash before a line end: all are ASCII's punctuation.
        Some(_) => Class::Punctuation,
        None => Class::Space,
    }
}

/// The class of a span's last character; of the beginning of the content, if there is no span.
pub(super) fn last_class(span: Option<&Span<'_>>, place: Place) -> Class {
    match span {
        Some(Span::Text(text)) => text.chars().next_back().map_or(Class::Space, Class::of),
        Some(Span::Break) if place != Place::Cell => Class::Space,
        Some(_) => Class::Punctuation,
        None => Class::Space,
    }
}

/// For each beginning of a mark, where it ends.
fn partners(spans: &[Span<'_>]) -> Vec<usize> {
    let mut partners = vec![0; spans.len()];
    let mut open = Vec::new();
    for (at, span) in spans.iter().enumerate() {
        match span {
            Span::Open(_) => open.push(at),
            Span::Close(_) => {
                if let Some(start) = open.pop() {
                    partners[start] = at;
                }
            }
            _ => {}
        }
    }
    partners
}

/// Whether all that the emphasis at `start` covers is strong too, so that both are written as `***`.
fn has_whole_strong(spans: &[Span<'_>], partners: &[usize], start: usize) -> bool {
    spans[start] == Span::Open(Mark::Emphasis)
        && spans.get(start + 1) == Some(&Span::Open(Mark::Strong))
        && partners[start + 1] + 1 == partners[start]
}

fn touches_strong(spans: &[Span<'_>], start: usize, end: usize) -> bool {
    [
        start.wrapping_sub(1),
        start + 1,
        end.wrapping_sub(1),
        end + 1,
    ]
    .into_iter()
    .any(|at| {
        matches!(
            spans.get(at),
            Some(Span::Open(Mark::Strong) | Span::Close(Mark::Strong))
        )
    })
}

/// Whether delimiters open at `start` and close at `end`, `depth` of them next to each other.
fn works(spans: &[Span<'_>], start: usize, end: usize, depth: usize, place: Place) -> bool {
    let before = last_class(start.checked_sub(1).and_then(|at| spans.get(at)), place);
    let first = first_class(spans.get(start + depth), place);
    let last = last_class(end.checked_sub(depth).and_then(|at| spans.get(at)), place);
    let after = first_class(spans.get(end + 1), place);
    opens(before, first) && closes(last, after)
}

#[cfg(test)]
mod tests {
    use crate::block::{Inline, Marks, Run};
    use crate::render::markdown::inline::{Place, alone as inline};

    /// `a**b**c` and the like, `*` for emphasis, `~` for strike, with what is written for it.
    #[test]
    fn delimiters_and_tags() {
        for (content, expected) in [
            // Delimiters work next to letters.
            ("前[*加粗]后", "前**加粗**后"),
            ("[*加粗]", "**加粗**"),
            ("[*结论。]", "**结论。**"),
            ("[*结论。] 后文", "**结论。** 后文"),
            ("（[*注意]）", "（**注意**）"),
            ("说：[*“好。”]，他", "说：**“好。”**，他"),
            // They do not between punctuation and a letter.
            ("[*结论。]后文", "<strong>结论。</strong>后文"),
            ("说[*“好”]他", "说<strong>“好”</strong>他"),
            ("约[/(平均)]值", "约<em>(平均)</em>值"),
            ("价[-￥20]元", "价<del>￥20</del>元"),
            // Symbols are punctuation to some readers only.
            ("前[*★]后", "前<strong>★</strong>后"),
            ("★[*“好”]", "★<strong>“好”</strong>"),
            ("😀[*好]😀", "😀**好**😀"),
            // Spaces go outside.
            ("前[* 加粗 ]后", "前 **加粗** 后"),
            ("前[*\u{3000}加粗]后", "前\u{3000}**加粗**后"),
            ("前[* ]后", "前 后"),
            ("[*一] [*二]", "**一** **二**"),
            ("[*一][* ][*二]", "**一 二**"),
            // Marks that cover the same text, and marks that do not.
            ("前[*/两者]后", "前***两者***后"),
            ("前[*/“两者”]后", "前<em><strong>“两者”</strong></em>后"),
            ("[*一][*/二][*三]", "**一*二*三**"),
            ("[/一][*/二][/三]", "*一**二**三*"),
            ("[*一][*/二]", "**一<em>二</em>**"),
            ("[*一][/二]", "**一**<em>二</em>"),
            ("[*一][*-二][-三]", "**一~~二~~**~~三~~"),
            ("[-一][*-二][*三]", "~~一**二**~~**三**"),
            // Raised and lowered text has no delimiters.
            ("H[_2]O[^［1］]", "H<sub>2</sub>O<sup>［1］</sup>"),
            ("[*x][*^2]", "**x<sup>2</sup>**"),
            // Code.
            ("[*`a]", "**`a`**"),
            ("用[*`a]吧", "用<strong>`a`</strong>吧"),
        ] {
            assert_eq!(
                inline(&runs(content), Place::Paragraph),
                expected,
                "{content}"
            );
        }
    }

    /// Reads `前[*加粗]后`: in brackets first the marks (`*` strong, `/` emphasis, `-` strike, `^`, `_`, `` ` ``).
    fn runs(content: &str) -> Vec<Inline> {
        content
            .split(['[', ']'])
            .enumerate()
            .filter(|(_, part)| !part.is_empty())
            .map(|(at, part)| {
                let signs = if at % 2 == 1 {
                    part.len()
                        - part
                            .trim_start_matches(['*', '/', '-', '^', '_', '`'])
                            .len()
                } else {
                    0
                };
                let (signs, text) = part.split_at(signs);
                Inline::Text(Run {
                    text: text.to_owned(),
                    marks: Marks {
                        strong: signs.contains('*'),
                        emphasis: signs.contains('/'),
                        strike: signs.contains('-'),
                        code: signs.contains('`'),
                        sup: signs.contains('^'),
                        sub: signs.contains('_'),
                        ..Marks::default()
                    },
                    link: None,
                })
            })
            .collect()
    }
}
