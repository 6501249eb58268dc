//! Inline content as Markdown.

use memchr::{memchr_iter, memchr2};

use crate::block::Inline;
use crate::render::spans::{Mark, Span, printable, spans};

use super::autolink::{bracket_addresses, has_address};
use super::emphasis::{first_class, last_class, move_edges, tags};
use super::escape::{Around, begins_tag, escape, is_entity};
use super::math;
use super::signs::Signs;
use super::{Endings, prefixed};

/// Where inline content stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// In a paragraph, whose lines may look like other blocks.
    Paragraph,
    /// In a heading, which is one line.
    Heading,
    /// In the cell of a table.
    Cell,
    /// In a note, which is a paragraph at the end.
    Note,
}

/// Writes inline content; what it refers to goes to `endings`.
pub(super) fn inline(content: &[Inline], place: Place, endings: &mut Endings) -> String {
    write(spans(content), place, endings)
}

pub(super) fn write(spans: Vec<Span<'_>>, place: Place, endings: &mut Endings) -> String {
    let mut spans = bracket_addresses(math::without_unreadable(spans));
    move_edges(&mut spans, place);
    let tags = tags(&spans, place);
    let signs = Signs::within(&spans, place);
    let has_code = spans.iter().any(|span| matches!(span, Span::Code(_)));
    let is_calm = has_code && is_calm(&spans, place);
    let mut out = String::new();
    let mut in_brackets = false;
    let mut at = 0;
    while at < spans.len() {
        if let Span::Note(number, note) = &mut spans[at] {
            let (number, note) = (*number, std::mem::take(note));
            note_number(number, note, endings, &mut out);
        }
        match &spans[at] {
            Span::Text(text) => {
                let before = at.checked_sub(1).and_then(|at| spans.get(at));
                let after = spans.get(at + 1);
                let around = Around {
                    before: last_class(before, place),
                    after: first_class(after, place),
                    starts_line: matches!(place, Place::Paragraph | Place::Note)
                        && matches!(before, None | Some(Span::Break)),
                    ends_line: matches!(after, None | Some(Span::Break)),
                    before_link: matches!(after, Some(Span::OpenLink(_) | Span::Note(..))),
                    after_note: matches!(before, Some(Span::Note(..))),
                    has_references: endings.links.is_some(),
                    in_brackets,
                    in_cell: place == Place::Cell,
                    signs,
                };
                escape(text, &around, &mut out);
            }
            Span::Code(text) => {
                let is_apart =
                    is_calm && !in_brackets || !could_be_markup(text, endings.links.is_some());
                code(text, place, is_apart, &mut out);
            }
            Span::Image(image, url) => picture(&image.alt, url, place, &mut out),
            Span::Formula(latex) => {
                math::inline(latex, spans.get(at + 1), place, &mut out);
            }
            // Written above, where it could be taken out.
            Span::Note(..) => {}
            Span::Break => out.push_str(match place {
                // Not two spaces: a backslash can be seen, and outlasts editors that trim lines.
                Place::Paragraph | Place::Note => "\\\n",
                Place::Heading => " ",
                Place::Cell => "<br>",
            }),
            Span::Open(mark) if tags[at] => out.extend(["<", mark.tag(), ">"]),
            Span::Close(mark) if tags[at] => out.extend(["</", mark.tag(), ">"]),
            Span::Open(mark) | Span::Close(mark) => out.push_str(delimiter(*mark)),
            Span::OpenLink(_) => {
                // Side by side, the two could be one link.
                if let Some(Span::Note(..)) = at.checked_sub(1).and_then(|at| spans.get(at)) {
                    out.push_str("<!-- -->");
                }
                out.push('[');
                in_brackets = true;
            }
            Span::CloseLink(url) => {
                out.push(']');
                endings.link(url, &mut out);
                in_brackets = false;
            }
        }
        at += 1;
    }
    out
}

/// Whether every reader finds the code of a block where it is: nothing else stands there that some of them read further
/// than others, past the tick that begins the code, or that holds ticks itself.
fn is_calm(spans: &[Span<'_>], place: Place) -> bool {
    let is_plain = |text: &str| !text.contains(|c| "`\\~$<*".contains(c)) && !has_address(text);
    // To readers that know no notes, all of them are one text.
    place != Place::Note
        && spans.iter().all(|span| match span {
            Span::Text(text) => is_plain(text),
            Span::Image(image, _) => is_plain(&image.alt),
            Span::Code(text) => !text.contains('`'),
            Span::Formula(_) | Span::Open(Mark::Strike) => false,
            _ => true,
        })
}

/// Writes a picture. The address is a safe one.
fn picture(alt: &str, url: &str, place: Place, out: &mut String) {
    out.push_str("![");
    let start = out.len();
    escape(printable(alt).trim(), &Around::enclosed(place), out);
    // Some readers write the words into an attribute as they stand here.
    let words = out.split_off(start).replace('"', "&quot;");
    out.extend([&words, "]"]);
    destination(url, out);
}

/// Writes the address of a link or picture, in its parentheses.
pub(super) fn destination(url: &str, out: &mut String) {
    out.push('(');
    address(url, out);
    out.push(')');
}

/// Writes an address. A safe address holds no spaces and no angle brackets.
pub(super) fn address(url: &str, out: &mut String) {
    let (start, end) = match memchr2(b'(', b')', url.as_bytes()) {
        Some(_) => ("<", ">"),
        None => ("", ""),
    };
    out.push_str(start);
    let mut written = 0;
    for at in memchr_iter(b'&', url.as_bytes()) {
        if is_entity(&url[at + 1..]) {
            out.extend([&url[written..at], "&amp;"]);
            written = at + 1;
        }
    }
    out.extend([&url[written..], end]);
}

/// Writes the number of a note, whose text goes to the end.
fn note_number(wish: Option<u32>, note: Vec<Span<'_>>, endings: &mut Endings, out: &mut String) {
    let mut text = write(note, Place::Note, endings);
    if is_address(&text) {
        text.insert_str(0, "&#32;<!-- -->");
    }
    let (number, _) = endings.notes.number(prefixed(&text, "", "    "), wish);
    out.push_str(&format!("[^{number}]"));
}

/// Whether readers that know no notes may take one for the address of a link that leads away, `[^1]: javascript:x`: it
/// is one word, with or without words in quotation marks or parentheses behind it, and begins as such an address does.
/// Those of the web and of mailboxes are themselves anywhere.
fn is_address(markdown: &str) -> bool {
    let end = markdown.find([' ', '\t', '\n']).unwrap_or(markdown.len());
    let after = markdown[end..].trim_start_matches([' ', '\t']);
    let is_alone = after.is_empty()
        || after.starts_with('\n')
        || after.starts_with(['"', '\'', '(']) && after.ends_with(['"', '\'', ')']);
    let is_known = |scheme: &&str| markdown.starts_with(*scheme);
    // To some, one in angle brackets goes on to the end of the line.
    markdown.starts_with('<')
        || is_alone
            && markdown.starts_with(|c: char| c.is_ascii_alphanumeric() || "/\\&".contains(c))
            && !["http://", "https://", "mailto:"].iter().any(is_known)
}

/// The longest run of backticks in `text`: a fence around it must be longer.
pub(super) fn longest_fence(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

fn delimiter(mark: Mark) -> &'static str {
    match mark {
        Mark::Strong => "**",
        Mark::Emphasis => "*",
        Mark::Strike => "~~",
        // Always written as tags.
        Mark::Highlight | Mark::Underline | Mark::Sup | Mark::Sub => "",
    }
}

/// Whether code would begin a tag, a link, a picture or a definition where a reader takes it for text: `Vec<T>` would, `a[0]`
/// and `a < b` would not. A number in brackets is a link where links are numbered.
fn could_be_markup(code: &str, has_references: bool) -> bool {
    ["](", "]:", "][", "![", "[^"]
        .iter()
        .any(|link| code.contains(link))
        || has_references && code.contains('[')
        || code
            .split('<')
            .skip(1)
            .any(|rest| rest.starts_with(begins_tag))
}

/// Writes code within a line: between ticks if these hold it for every reader, or if it would do nothing without them
/// (`is_apart`).
fn code(text: &str, place: Place, is_apart: bool, out: &mut String) {
    // A bar ends a cell before code is read.
    if !is_apart || place == Place::Cell && text.contains('|') {
        out.push_str("<code>");
        escape(text, &Around::enclosed(place), out);
        return out.push_str("</code>");
    }
    let fence = "`".repeat(longest_fence(text) + 1);
    let is_padded = text.starts_with('`')
        || text.ends_with('`')
        || text.starts_with(' ') && text.ends_with(' ');
    let pad = if is_padded { " " } else { "" };
    out.extend([&fence, pad, text, pad, &fence]);
}

/// Inline content that refers to nothing.
#[cfg(test)]
pub(super) fn alone(content: &[Inline], place: Place) -> String {
    inline(content, place, &mut Endings::default())
}

#[cfg(test)]
mod tests {
    use crate::block::{Image, Inline, Marks, Run};

    use super::{Place, alone as inline};

    fn link(text: &str, url: &str) -> Inline {
        Inline::Text(Run {
            text: text.to_owned(),
            link: Some(url.to_owned()),
            ..Run::default()
        })
    }

    fn code(text: &str) -> Inline {
        Inline::Text(Run {
            text: text.to_owned(),
            marks: Marks {
                code: true,
                ..Marks::default()
            },
            link: None,
        })
    }

    fn image(alt: &str, url: &str) -> Inline {
        Inline::Image(Image {
            url: url.to_owned(),
            alt: alt.to_owned(),
            ..Image::default()
        })
    }

    #[test]
    fn links() {
        let strong = Marks {
            strong: true,
            ..Marks::default()
        };
        let marked = |inline: Inline| match inline {
            Inline::Text(run) => Inline::Text(Run {
                marks: strong,
                ..run
            }),
            other => other,
        };
        for (content, expected) in [
            (vec![link("山", "https://a.cn/b")], "[山](https://a.cn/b)"),
            (vec![link("山", "//a.cn/(b)")], "[山](<https://a.cn/(b)>)"),
            (
                vec![link("山", "https://a.cn/b c")],
                "[山](https://a.cn/b%20c)",
            ),
            (
                vec![link("山", "https://a.cn/?a&lt;")],
                "[山](https://a.cn/?a&amp;lt;)",
            ),
            (
                vec![link("[山]", "https://a.cn")],
                "[&#91;山&#93;](https://a.cn)",
            ),
            (
                vec![link("https://a.cn", "https://a.cn")],
                "[https://a.cn](https://a.cn)",
            ),
            (vec![link("山", "javascript:alert(1)")], "山"),
            (vec![link("山", "#top")], "山"),
            (vec![link(" ", "https://a.cn")], ""),
            (
                vec![Inline::text("看！"), link("山", "https://a.cn")],
                "看！[山](https://a.cn)",
            ),
            (
                vec![Inline::text("看!"), link("山", "https://a.cn")],
                r"看\![山](https://a.cn)",
            ),
            // Runs with the same address are one link, and marks go inside.
            (
                vec![
                    link("山", "https://a.cn"),
                    marked(link("水", "https://a.cn")),
                ],
                "[山**水**](https://a.cn)",
            ),
            (
                vec![
                    Inline::text("见"),
                    marked(link("“山”", "https://a.cn")),
                    Inline::text("一文"),
                ],
                "见[**“山”**](https://a.cn)一文",
            ),
            (
                vec![
                    marked(Inline::text("见")),
                    marked(link("山", "https://a.cn")),
                ],
                "**见[山](https://a.cn)**",
            ),
            // Brackets around a link stay outside of marks that would not work at them.
            (
                vec![
                    Inline::text("见"),
                    marked(Inline::text("《")),
                    marked(link("山", "https://a.cn")),
                    marked(Inline::text("》")),
                    Inline::text("一文"),
                ],
                "见《**[山](https://a.cn)**》一文",
            ),
            (
                vec![
                    marked(Inline::text("《")),
                    marked(link("山", "https://a.cn")),
                    marked(Inline::text("》")),
                ],
                "**《[山](https://a.cn)》**",
            ),
        ] {
            assert_eq!(inline(&content, Place::Paragraph), expected);
        }
    }

    #[test]
    fn codes() {
        for (text, expected) in [
            ("a", "`a`"),
            ("a`b", "``a`b``"),
            ("`a`", "`` `a` ``"),
            (" a ", "`  a  `"),
            ("*a* \\ <b>", "`*a* \\ <b>`"),
            ("  ", ""),
        ] {
            assert_eq!(
                inline(&[code(text)], Place::Paragraph),
                expected,
                "{text:?}"
            );
        }
        assert_eq!(inline(&[code("a|b*")], Place::Cell), r"<code>a\|b\*</code>");
    }

    #[test]
    fn images() {
        for (content, expected) in [
            (image("", "https://a.cn/b"), "![](https://a.cn/b)"),
            (
                image(" [微笑] ", "https://a.cn/b"),
                "![&#91;微笑&#93;](https://a.cn/b)",
            ),
            (
                image("一*二*", "https://a.cn/(b)"),
                r"![一\*二\*](<https://a.cn/(b)>)",
            ),
            (image("山", "data:image/png;base64,AAAA"), "山"),
            (image("", ""), ""),
        ] {
            assert_eq!(inline(&[content], Place::Paragraph), expected);
        }
    }
}
