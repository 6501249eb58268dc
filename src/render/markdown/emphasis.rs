//! Whether Markdown's delimiters do what they are meant to, mark by mark.
//!
//! The crux is emphasis in Chinese text: between `。` and a letter `**` does not close, so `**结论。**后文` shows its
//! asterisks. There the edge of the emphasis moves past the punctuation: `**结论**。后文`. Then each pair of delimiters
//! is tried against CommonMark's rule with the characters that stand beside it; where it would not work, both become
//! tags, which Markdown allows anywhere.

use crate::render::spans::{Mark, Span};

use super::character::{Class, closes, opens};
use super::inline::Place;

/// Punctuation that says as much outside of an emphasis as in it: of sentences, brackets, quotation marks. A sign that
/// belongs to its word, as in `C++` or `100%`, is not among them.
const MOVABLE: &str = "，。、；：！？…—·～（）「」『』【】〔〕《》〈〉“”‘’.,;:!?()\"'";

/// Moves the edges of emphasis past punctuation where its delimiters would not work.
pub(super) fn move_edges(spans: &mut Vec<Span<'_>>, place: Place) {
    move_to_links(spans, place);
    // What is to stand at the beginning of a line, before the span of that place.
    let mut begins: Vec<(usize, String)> = Vec::new();
    for at in 0..spans.len() {
        let (before, rest) = spans.split_at_mut(at);
        let Some((Span::Text(text), after)) = rest.split_first_mut() else {
            continue;
        };
        let is_opening = |span: &Span<'_>| matches!(span, Span::Open(mark) if is_delimited(*mark));
        let is_closing = |span: &Span<'_>| matches!(span, Span::Close(mark) if is_delimited(*mark));
        let n_open = before
            .iter()
            .rev()
            .take_while(|span| is_opening(span))
            .count();
        let n_close = after.iter().take_while(|span| is_closing(span)).count();
        let mut ends = text.chars();
        let Some((first, last)) = ends
            .next()
            .map(|first| (first, ends.next_back().unwrap_or(first)))
        else {
            continue;
        };
        let left = before.len() - n_open;
        let begins_line = matches!(before[..left].last(), None | Some(Span::Break));
        let mut outer_left = text_of(before[..left].last_mut());
        let mut outer_right = text_of(after.get_mut(n_close));
        let beside_left = outer_left
            .as_ref()
            .and_then(|text| text.chars().next_back());
        let beside_right = outer_right.as_ref().and_then(|text| text.chars().next());
        let opens_not = beside_left.is_some_and(|c| !opens(Class::of(c), Class::of(first)));
        let closes_not = beside_right.is_some_and(|c| !closes(Class::of(last), Class::of(c)));
        // A point begins words too: `.NET`.
        let inner = text.trim_start_matches(|c| is_movable(c) && c != '.' || c == ' ');
        let begins_word = inner.chars().next().map(Class::of) == Some(Class::Word);
        let n_before = text.len() - inner.len();
        let inner = text.trim_end_matches(|c| is_movable(c) || c == ' ');
        let ends_word = inner.chars().next_back().map(Class::of) == Some(Class::Word);
        let n_kept = inner.len();
        // One of two quotation marks or brackets is not left alone.
        let is_pair = n_open > 0
            && n_close > 0
            && PAIRS.iter().any(|(open, close)| {
                text[..n_before].contains(*open) && text[n_kept..].contains(*close)
            });
        if let Some(right) = &mut outer_right
            && ends_word
            && (closes_not || opens_not && is_pair)
        {
            right.insert_str(0, &text.split_off(n_kept));
        }
        if begins_word && (opens_not || closes_not && is_pair) {
            match &mut outer_left {
                Some(left) => left.extend(text.drain(..n_before)),
                None if begins_line => begins.push((left, text.drain(..n_before).collect())),
                None => {}
            }
        }
    }
    if begins.is_empty() {
        return;
    }
    let mut begins = begins.into_iter().peekable();
    let mut moved = Vec::with_capacity(spans.len() + begins.len());
    for (at, span) in spans.drain(..).enumerate() {
        if let Some((_, text)) = begins.next_if(|(place, _)| *place == at) {
            moved.push(Span::Text(text));
        }
        moved.push(span);
    }
    *spans = moved;
}

/// Moves them to a link of which only brackets part them: `在**《[山](a)》**中` to `在《**[山](a)**》中`.
fn move_to_links(spans: &mut [Span<'_>], place: Place) {
    let mut link = 0;
    for at in 0..spans.len() {
        match spans.get(at) {
            Some(Span::OpenLink(_)) => link = at,
            Some(Span::CloseLink(_)) => {
                let Some(start) = link.checked_sub(2) else {
                    continue;
                };
                if let [Span::Open(mark), Span::Text(left)] = &spans[start..link]
                    && let Some([Span::Text(right), Span::Close(_)]) = spans.get(at + 1..at + 3)
                    && is_delimited(*mark)
                    && left.chars().all(is_movable)
                    && right.chars().all(is_movable)
                    && !works(spans, start, at + 2, 1, place)
                {
                    spans.swap(start, start + 1);
                    spans.swap(at + 1, at + 2);
                }
            }
            _ => {}
        }
    }
}

/// Quotation marks and brackets, with their partners.
const PAIRS: [(char, char); 9] = [
    ('“', '”'),
    ('‘', '’'),
    ('「', '」'),
    ('『', '』'),
    ('（', '）'),
    ('【', '】'),
    ('《', '》'),
    ('"', '"'),
    ('(', ')'),
];

fn text_of<'a>(span: Option<&'a mut Span<'_>>) -> Option<&'a mut String> {
    match span {
        Some(Span::Text(text)) => Some(text),
        _ => None,
    }
}

fn is_movable(c: char) -> bool {
    MOVABLE.contains(c)
}

/// Whether Markdown has delimiters for the mark.
fn is_delimited(mark: Mark) -> bool {
    matches!(mark, Mark::Strong | Mark::Emphasis | Mark::Strike)
}

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
            // They do not between punctuation and a letter, past which the edge moves.
            ("[*结论。]后文", "**结论**。后文"),
            ("说[*“好”]他", "说“**好**”他"),
            ("说[*“好！”]他", "说“**好**！”他"),
            ("约[/(平均)]值", "约(*平均*)值"),
            ("[*用 esim 。]后", "**用 esim** 。后"),
            // A sign that belongs to its word stays; a sign alone too.
            ("[*C++]语言", "<strong>C++</strong>语言"),
            ("价[-￥20]元", "价<del>￥20</del>元"),
            ("前[*……]后", "前<strong>……</strong>后"),
            // Symbols are punctuation to some readers only.
            ("前[*★]后", "前<strong>★</strong>后"),
            ("★[*“好”]", "★“**好”**"),
            ("前[*★]后", "前<strong>★</strong>后"),
            ("说[*“好”]，他", "说“**好**”，他"),
            ("[*“好”]他", "“**好**”他"),
            ("[*/（好）]他", "（***好***）他"),
            ("[*“好”，]他", "“**好**”，他"),
            ("😀[*好]😀", "😀**好**😀"),
            // Spaces go outside.
            ("前[* 加粗 ]后", "前 **加粗** 后"),
            ("前[*\u{3000}加粗]后", "前\u{3000}**加粗**后"),
            ("前[* ]后", "前 后"),
            ("[*一] [*二]", "**一** **二**"),
            ("[*一][* ][*二]", "**一 二**"),
            // Marks that cover the same text, and marks that do not.
            ("前[*/两者]后", "前***两者***后"),
            ("前[*/“两者”]后", "前“***两者***”后"),
            ("[*前][*/“二”][*后]", "**前“*二*”后**"),
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
