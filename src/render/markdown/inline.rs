//! Inline content as Markdown.

use memchr::{memchr_iter, memchr2};

use crate::block::Inline;
use crate::render::spans::{Mark, Span, printable, spans};

use super::autolink::bracket_addresses;
use super::emphasis::{first_class, last_class, move_edges, tags};
use super::escape::{Around, escape, is_entity};
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

fn write(spans: Vec<Span<'_>>, place: Place, endings: &mut Endings) -> String {
    let mut spans = bracket_addresses(math::without_unreadable(spans));
    move_edges(&mut spans, place);
    let tags = tags(&spans, place);
    let signs = Signs::within(&spans, place);
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
                let start = out.len();
                escape(text, &around, &mut out);
                // Some readers undo escapes in a link's words before they look for links there, and take the backslash
                // before a bracket for a part of the address that stands before it.
                let has_address = text.contains("www.") || text.contains("://");
                if has_address || in_brackets && text.contains("](") {
                    let words = out.split_off(start);
                    with_entities(&words, has_address, in_brackets, &mut out);
                }
            }
            Span::Code(text) => code(text, place, &mut out),
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

/// Writes Markdown with entities for `<`, and for `]` before `(`, whether these are escaped or not.
fn with_entities(markdown: &str, angles: bool, squares: bool, out: &mut String) {
    let mut rest = markdown.chars();
    while let Some(character) = rest.next() {
        let mut sign = character;
        if character == '\\' {
            sign = rest.next().unwrap_or(character);
        }
        match sign {
            '<' if angles => out.push_str("&lt;"),
            ']' if squares && rest.as_str().starts_with('(') => out.push_str("&#93;"),
            _ if character == '\\' => out.extend([character, sign]),
            _ => out.push(sign),
        }
    }
}

/// Writes a picture. The address is a safe one.
pub(super) fn picture(alt: &str, url: &str, place: Place, out: &mut String) {
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
            out.extend([&url[written..at], "\\"]);
            written = at;
        }
    }
    out.extend([&url[written..], end]);
}

/// Writes the number of a note, whose text goes to the end.
fn note_number(wish: Option<u32>, note: Vec<Span<'_>>, endings: &mut Endings, out: &mut String) {
    let mut text = write(note, Place::Note, endings);
    if let Some(at) = foreign_scheme(&text) {
        // To readers that know no notes, `[^1]: javascript:x` would be the address of a link.
        text.insert_str(at, "<!-- -->");
    }
    let (number, _) = endings.notes.number(prefixed(&text, "", "    "), wish);
    out.push_str(&format!("[^{number}]"));
}

/// Where the scheme ends with which Markdown begins, if it is an address alone and neither of the web nor of a mailbox.
fn foreign_scheme(markdown: &str) -> Option<usize> {
    // No other blank ends an address.
    let end = markdown.find([' ', '\t', '\n']).unwrap_or(markdown.len());
    let (address, after) = markdown.split_at(end);
    let is_alone = after
        .trim_start_matches([' ', '\t'])
        .chars()
        .next()
        .is_none_or(|next| "\n\"'(".contains(next));
    let (scheme, _) = address.split_once(':').filter(|_| is_alone)?;
    // An escaped sign is the sign.
    let plain = scheme.replace('\\', "").to_ascii_lowercase();
    let is_scheme = plain.starts_with(|c: char| c.is_ascii_alphabetic())
        && plain
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
    (is_scheme && !["http", "https", "mailto"].contains(&&*plain)).then_some(scheme.len() + 1)
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

/// Writes code within a line.
fn code(text: &str, place: Place, out: &mut String) {
    // Some things are read before code is: a bar ends a cell, and a paragraph's first `[…]:` defines an address.
    if place == Place::Cell && text.contains('|') || out.starts_with('[') && text.contains("]:") {
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
                r"[山](https://a.cn/?a\&lt;)",
            ),
            (
                vec![link("[山]", "https://a.cn")],
                r"[\[山\]](https://a.cn)",
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
                r"![\[微笑\]](https://a.cn/b)",
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
