//! Plain text as Markdown that reads as itself.
//!
//! Escapes only what a reader would take for markup at this place, so that `snake_case`, `3 * 4`, `[1]` and most
//! addresses stay as they are. What could begin a tag, a link or an entity becomes an entity: a backslash can be lost
//! to the address that stands before it, and some readers undo it before they look for links within a link.

use super::character::Class;
use super::inline::Place;
use super::signs::{SIGNS, Signs, sign_runs};

/// Where a piece of text stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Around {
    /// What stands before it.
    pub before: Class,
    /// What stands after it.
    pub after: Class,
    /// Whether it begins a line in which a block could begin.
    pub starts_line: bool,
    /// Whether the line ends with it.
    pub ends_line: bool,
    /// Whether a link follows, which a `!` would make a picture.
    pub before_link: bool,
    /// Whether the number of a note stands before it, which could be read as a link's words or as the note itself.
    pub after_note: bool,
    /// Whether `[1]` is a link here.
    pub has_references: bool,
    /// Whether it stands within the brackets of a link or picture.
    pub in_brackets: bool,
    /// Whether it stands in the cell of a table.
    pub in_cell: bool,
    /// The signs of the block.
    pub signs: Signs,
}

impl Around {
    /// Within brackets or tags of its own, where it can't be told what stands beside it.
    pub fn enclosed(place: Place) -> Around {
        Around {
            before: Class::Punctuation,
            after: Class::Punctuation,
            starts_line: false,
            ends_line: false,
            before_link: false,
            after_note: false,
            has_references: false,
            in_brackets: true,
            in_cell: place == Place::Cell,
            signs: Signs::MANY,
        }
    }
}

/// Writes `text` to `out`, escaped.
pub(super) fn escape(text: &str, around: &Around, out: &mut String) {
    let marker = if around.starts_line {
        block_marker(text, around.ends_line)
    } else {
        None
    };
    let mut runs = sign_runs(text, around.before, around.after).peekable();
    let mut pair_end = 0;
    let mut written = 0;
    for (at, byte) in text.bytes().enumerate() {
        if !(is_markup(byte) || marker == Some(at)) {
            continue;
        }
        if let Some(run) = runs.next_if(|run| run.start == at) {
            let run = if marker == Some(at) {
                run.after_escape()
            } else {
                run
            };
            if around.signs.may_pair(run) {
                pair_end = run.end;
            }
        }
        let rest = &text[at + 1..];
        let is_special = match byte {
            b'\\' => rest.is_empty() || rest.starts_with(|c: char| c.is_ascii_punctuation()),
            b'<' => {
                rest.starts_with(|c: char| {
                    begins_tag(c) || around.signs.has_at && c.is_ascii_graphic()
                }) || rest.is_empty()
            }
            b'&' => is_entity(rest),
            b':' | b'(' => at == 0 && around.after_note,
            // `[^` begins the number of a note.
            b'[' => {
                around.in_brackets
                    || around.has_references
                    || at == 0 && around.after_note
                    || rest.starts_with('^')
            }
            b']' => {
                around.in_brackets
                    || rest.starts_with(['(', ':'])
                    || around.before_link && rest.is_empty()
            }
            b'`' if around.in_brackets => true,
            b'!' => around.before_link && rest.is_empty(),
            b'|' => around.in_cell,
            _ => at < pair_end,
        };
        if is_special || marker == Some(at) {
            out.push_str(&text[written..at]);
            written = at + 1;
            match byte {
                b'&' => out.push_str("&amp;"),
                b'<' => out.push_str("&lt;"),
                b'[' => out.push_str("&#91;"),
                b']' => out.push_str("&#93;"),
                b'`' if around.in_brackets => out.push_str("&#96;"),
                _ => {
                    out.push('\\');
                    written = at;
                }
            }
        }
    }
    out.push_str(&text[written..]);
}

/// Whether a tag begins, where such a character follows `<`.
pub(super) fn begins_tag(c: char) -> bool {
    c.is_ascii_alphabetic() || "/!?".contains(c)
}

/// Whether a character may need an escape wherever it stands.
fn is_markup(byte: u8) -> bool {
    byte.is_ascii_punctuation() && (SIGNS.contains(&byte) || b"\\<&:([]!|".contains(&byte))
}

/// The place of the character that makes a line of text the beginning of some block.
pub(super) fn block_marker(line: &str, ends_line: bool) -> Option<usize> {
    let first = line.chars().next()?;
    let ends_word = |rest: &str| rest.starts_with(' ') || rest.is_empty() && ends_line;
    let solely = |characters: &str| ends_line && line.chars().all(|c| characters.contains(c));
    let begins = match first {
        '#' => {
            let rest = line.trim_start_matches('#');
            line.len() - rest.len() <= 6 && ends_word(rest)
        }
        '>' => true,
        '+' => ends_word(&line[1..]),
        // An item, the line below a heading, or the one below a table's head.
        '-' => ends_word(&line[1..]) || solely("-:| "),
        ':' | '|' => solely("-:| "),
        '=' => solely("= "),
        '*' => ends_word(&line[1..]) || solely("* "),
        '_' => solely("_ "),
        '`' => line.starts_with("```"),
        '~' => line.starts_with("~~~"),
        // A box to tick in an item, or a kind of note in a quote.
        '[' => ["[ ]", "[x]", "[X]", "[!"]
            .iter()
            .any(|start| line.starts_with(start)),
        '0'..='9' => {
            let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
            let digits = line.len() - rest.len();
            return (digits <= 9 && rest.starts_with(['.', ')']) && ends_word(&rest[1..]))
                .then_some(digits);
        }
        _ => false,
    };
    begins.then_some(0)
}

/// Whether what follows an `&` makes it an entity. A number does without its semicolon, to browsers.
pub(super) fn is_entity(rest: &str) -> bool {
    let begins =
        |text: &str, is_digit: fn(&u8) -> bool| text.as_bytes().first().is_some_and(is_digit);
    match rest.strip_prefix('#') {
        Some(number) => match number.strip_prefix(['x', 'X']) {
            Some(hex) => begins(hex, u8::is_ascii_hexdigit),
            None => begins(number, u8::is_ascii_digit),
        },
        None => {
            // The longest name has 31 characters.
            let mut bytes = rest.bytes().take(33);
            let end = bytes.position(|byte| !byte.is_ascii_alphanumeric());
            end.is_some_and(|end| end > 0 && rest[end..].starts_with(';'))
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::block::Inline;
    use crate::render::markdown::inline::{Place, alone as inline};

    fn check(place: Place, cases: &[(&str, &str)]) {
        for (text, expected) in cases {
            assert_eq!(inline(&[Inline::text(*text)], place), *expected, "{text:?}");
        }
    }

    #[test]
    fn leaves_what_is_no_markup() {
        let same = |text| (text, text);
        check(
            Place::Paragraph,
            &[
                same("snake_case 与 another_name"),
                same("3 * 4 * 5"),
                same("*本文为节选"),
                same("好的~"),
                same("一个 ` 反引号"),
                same("参考[1][2]与【3】"),
                same("C:\\Users\\山"),
                same("AT&T、R&D、?a=b&copy=c&#rd"),
                same("a < b，1<2，<中文>"),
                same("x > y"),
                same("#话题# 与 C#"),
                same("-1 与 +1"),
                same("1.5 倍，2024.3.5"),
                same("第一行 --- 第二行"),
                same("a | b"),
                same("$5 与 $10"),
                same("只要 $5"),
                same("真好！"),
                same("=1+1"),
            ],
        );
    }

    #[test]
    fn escapes_pairs() {
        check(
            Place::Paragraph,
            &[
                ("*注*", r"\*注\*"),
                ("2*3*4", r"2\*3\*4"),
                ("**强调**", r"\*\*强调\*\*"),
                ("__init__", r"\_\_init\_\_"),
                ("_a b_", r"\_a b\_"),
                ("10~20，30~40", r"10\~20，30\~40"),
                ("用`a`和`b`", r"用\`a\`和\`b\`"),
                ("$x_1$ 与 $x_2$", r"\$x_1\$ 与 \$x_2\$"),
                ("从$5到$10", r"从\$5到\$10"),
                ("$$ 与 $$", r"\$\$ 与 \$\$"),
                ("[^1] 与 [^1]: 水", "&#91;^1] 与 &#91;^1&#93;: 水"),
                ("[山](水)", "[山&#93;(水)"),
                ("[山]: 水", "[山&#93;: 水"),
                (r"\* 与 \ 与 \(", r"\\* 与 \ 与 \\("),
                ("<b>粗</b>", "&lt;b>粗&lt;/b>"),
                ("<!-- 注 -->", "&lt;!-- 注 -->"),
                ("<3@a.cn>", "&lt;3@a.cn>"),
                (
                    "&amp; &#35; &#x5c71; &#35a",
                    "&amp;amp; &amp;#35; &amp;#x5c71; &amp;#35a",
                ),
                ("<", "&lt;"),
            ],
        );
    }

    #[test]
    fn escapes_what_begins_a_block() {
        check(
            Place::Paragraph,
            &[
                ("# 山", r"\# 山"),
                ("#", r"\#"),
                ("####### 山", "####### 山"),
                ("> 山", r"\> 山"),
                (">山", r"\>山"),
                ("- 山", r"\- 山"),
                ("+ 山", r"\+ 山"),
                ("* 山", r"\* 山"),
                ("1. 山", r"1\. 山"),
                ("12) 山", r"12\) 山"),
                ("2024.", r"2024\."),
                ("1234567890. 山", "1234567890. 山"),
                ("---", r"\---"),
                ("- - -", r"\- - -"),
                ("***", r"\***"),
                ("___", r"\___"),
                ("===", r"\==="),
                ("```", r"\```"),
                ("~~~ 山", r"\~~~ 山"),
                ("| - |", r"\| - |"),
                (":-:", r"\:-:"),
                ("[ ] 山", "&#91; ] 山"),
                ("[!NOTE]", "&#91;!NOTE]"),
                ("    山", "山"),
                ("\u{3000}\u{3000}山", "\u{3000}\u{3000}山"),
                ("\t山\u{7}\n水", "山 水"),
            ],
        );
        check(
            Place::Heading,
            &[("# 山", "# 山"), ("1. 山", "1. 山"), ("---", "---")],
        );
        check(
            Place::Cell,
            &[
                ("- 山|水", r"- 山\|水"),
                (r"\|", r"\\\|"),
                ("山`水", r"山\`水"),
            ],
        );
    }

    #[test]
    fn escapes_at_the_head_of_each_line() {
        let lines = [
            Inline::text("山"),
            Inline::Break,
            Inline::text("- 水"),
            Inline::Break,
            Inline::text("==="),
        ];
        assert_eq!(inline(&lines, Place::Paragraph), "山\\\n\\- 水\\\n\\===");
        assert_eq!(inline(&lines, Place::Heading), "山 - 水 ===");
        assert_eq!(inline(&lines, Place::Cell), "山<br>- 水<br>===");
    }
}
