//! Character references decoded: `&amp;`, `&#39;`, `&copy` (HTML standard, § 13.2.5.72 and on).

use std::borrow::Cow;
use std::sync::LazyLock;

use html5ever::data::C1_REPLACEMENTS;
use memchr::memchr_iter;

/// Where a reference stands, which decides what is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// In text. A number and some old names need no semicolon: `&copy2026`.
    Text,
    /// In the value of an attribute, where addresses have `&copy=1`.
    Attribute,
    /// In the data of a script. All need a semicolon, and WeChat's own functions make a blank of `&nbsp;`.
    Script,
}

/// The names of the standard (§ 13.5), which will never have more: a line for each character in the order of their
/// numbers, with its names. A blank after a name says that it needs no semicolon. A line without the character is that
/// of the one whose number follows. So they take a third less of the compressed WebAssembly than by name.
const NAMES: &str = include_str!("entities.txt");

/// What would not fit on such a line.
const ODD: [(&str, &str); 2] = [("NewLine", "\n"), ("fjlig", "fj")];

/// The names that nearly all references have.
const COMMON: [(&str, &str, bool); 5] = [
    ("amp", "&", true),
    ("quot", "\"", true),
    ("nbsp", "\u{a0}", true),
    ("lt", "<", true),
    ("gt", ">", true),
];

/// The longest name: `CounterClockwiseContourIntegral`.
const LONGEST: usize = 31;

/// The longest name that needs no semicolon: `frac12`, for one.
const LONGEST_OPEN: usize = 6;

/// `text` with the characters in the place of the references to them.
pub(crate) fn decode(text: &str, place: Place) -> Cow<'_, str> {
    let mut decoded = String::new();
    let mut copied = 0;
    for at in memchr_iter(b'&', text.as_bytes()) {
        let after = &text[at + 1..];
        let found = match after.strip_prefix('#') {
            Some(number) => numeric(number, place),
            None => named(after, place),
        };
        if let Some((meaning, rest)) = found {
            decoded.push_str(&text[copied..at]);
            decoded.push_str(&meaning);
            copied = text.len() - rest.len();
        }
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    decoded.push_str(&text[copied..]);
    Cow::Owned(decoded)
}

/// What a number after `&#` stands for, and what follows.
fn numeric(number: &str, place: Place) -> Option<(Cow<'static, str>, &str)> {
    let (digits, radix) = match number.strip_prefix(['x', 'X']) {
        Some(digits) => (digits, 16),
        None => (number, 10),
    };
    let length = digits
        .bytes()
        .position(|byte| !char::from(byte).is_digit(radix));
    let (digits, after) = digits.split_at(length.unwrap_or(digits.len()));
    let rest = match after.strip_prefix(';') {
        Some(rest) => rest,
        None if place == Place::Script => return None,
        None => after,
    };
    if digits.is_empty() {
        return None;
    }
    let code = u32::from_str_radix(digits, radix).unwrap_or(u32::MAX);
    // The first numbers past ASCII are meant as windows-1252.
    let replaced = code
        .checked_sub(0x80)
        .and_then(|index| *C1_REPLACEMENTS.get(index as usize)?);
    let meant = replaced.or(char::from_u32(code)).filter(|c| *c != '\0');
    Some((
        meant
            .unwrap_or(char::REPLACEMENT_CHARACTER)
            .to_string()
            .into(),
        rest,
    ))
}

/// What the name that begins `text` stands for, and what follows.
fn named(text: &str, place: Place) -> Option<(Cow<'static, str>, &str)> {
    let bytes = text.as_bytes();
    let length = bytes
        .iter()
        .take(LONGEST)
        .take_while(|byte| byte.is_ascii_alphanumeric())
        .count();
    let (name, after) = text.split_at(length);
    if let Some(rest) = after.strip_prefix(';')
        && let Some((meaning, _)) = look_up(name)
    {
        let is_blank = place == Place::Script && name == "nbsp";
        return Some((if is_blank { " ".into() } else { meaning }, rest));
    }
    if place == Place::Script {
        return None;
    }
    let (meaning, rest) = (2..=length.min(LONGEST_OPEN)).rev().find_map(|length| {
        let (name, rest) = text.split_at(length);
        let (meaning, _) = look_up(name).filter(|(_, is_open)| *is_open)?;
        Some((meaning, rest))
    })?;
    let goes_on = rest.starts_with(|next: char| next.is_ascii_alphanumeric() || next == '=');
    (place == Place::Text || !goes_on).then_some((meaning, rest))
}

/// What a name stands for, and whether it needs no semicolon.
fn look_up(name: &str) -> Option<(Cow<'static, str>, bool)> {
    if let Some((_, meaning, is_open)) = COMMON.iter().find(|(known, ..)| *known == name) {
        return Some(((*meaning).into(), *is_open));
    }
    if let Some((_, meaning)) = ODD.iter().find(|(known, _)| *known == name) {
        return Some(((*meaning).into(), false));
    }
    static BY_NAME: LazyLock<Vec<Vec<Named>>> = LazyLock::new(by_name);
    let mut candidates = BY_NAME.get(bucket(name))?.iter();
    let named = candidates.find(|named| named.name == name)?;
    let meaning = format!("{}{}", named.first, named.further);
    Some((meaning.into(), named.is_open))
}

/// A name, and what it stands for: a character, with some another that is set upon it.
struct Named {
    name: &'static str,
    is_open: bool,
    first: char,
    further: &'static str,
}

/// The bucket of a name among [`by_name`].
fn bucket(name: &str) -> usize {
    let hash = |hash: usize, byte: u8| hash.wrapping_mul(31).wrapping_add(byte.into());
    name.bytes().fold(0, hash) % N_BUCKETS
}

/// Two names a bucket.
const N_BUCKETS: usize = 1024;

/// The names in buckets.
fn by_name() -> Vec<Vec<Named>> {
    let mut buckets = Vec::new();
    buckets.resize_with(N_BUCKETS, Vec::new);
    let mut first = '\0';
    for line in NAMES.lines() {
        let start = line.find(|c: char| c.is_ascii_alphabetic());
        let (meaning, names) = line.split_at(start.unwrap_or_default());
        let mut characters = meaning.chars();
        let next = char::from_u32(u32::from(first) + 1);
        first = characters.next().or(next).unwrap_or_default();
        for written in names.split_inclusive([';', ' ']) {
            let name = &written[..written.len() - 1];
            buckets[bucket(name)].push(Named {
                name,
                is_open: written.ends_with(' '),
                first,
                further: characters.as_str(),
            });
        }
    }
    buckets
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_the_names_of_the_standard() {
        let standard = &html5ever::data::NAMED_ENTITIES;
        let meaning = |(first, second): (u32, u32)| -> String {
            [first, second]
                .into_iter()
                .filter(|code| *code != 0)
                .filter_map(char::from_u32)
                .collect()
        };
        let mut named = Vec::new();
        for (name, codes) in standard.entries() {
            // The parser's table also has the beginnings of names, as 0.
            if let Some(name) = name.strip_suffix(';')
                && codes.0 != 0
            {
                let is_open = standard.get(name).is_some_and(|codes| codes.0 != 0);
                let meaning = meaning(*codes);
                assert_eq!(
                    look_up(name),
                    Some((meaning.clone().into(), is_open)),
                    "{name}"
                );
                assert!(name.len() <= if is_open { LONGEST_OPEN } else { LONGEST });
                named.push((
                    meaning,
                    format!("{name}{}", if is_open { ' ' } else { ';' }),
                ));
            }
        }
        assert_eq!(named.len(), 2125);
        named.retain(|(_, name)| ODD.iter().all(|(odd, _)| !name.starts_with(odd)));
        named.sort();
        let mut lines = String::new();
        let mut last = String::new();
        for (meaning, name) in named {
            if meaning != last {
                let next = last
                    .chars()
                    .next()
                    .and_then(|c| char::from_u32(u32::from(c) + 1));
                lines.push_str(if lines.is_empty() { "" } else { "\n" });
                lines.push_str(if next.map(String::from).as_ref() == Some(&meaning) {
                    ""
                } else {
                    &meaning
                });
                last = meaning;
            }
            lines.push_str(&name);
        }
        lines.push('\n');
        assert!(
            lines == NAMES,
            "src/entities.txt is not the standard's list"
        );
    }

    #[test]
    fn decodes_in_text() {
        for (text, expected) in [
            ("", ""),
            (
                "茶&amp;水 &lt;b&gt; &quot;&#39;&apos;&nbsp;&yen;",
                "茶&水 <b> \"''\u{a0}¥",
            ),
            ("&amp;lt;", "&lt;"),
            ("&copy2026 &notit; &notin; &ampamp;", "©2026 ¬it; ∉ &amp;"),
            ("&#38&#38;&#x26;&#X4E2d;&#0000000000000065;", "&&&中A"),
            ("&#150;&#x80;&#x81;", "–€\u{81}"),
            (
                "&#0;&#xD800;&#x110000;&#99999999999;",
                "\u{fffd}\u{fffd}\u{fffd}\u{fffd}",
            ),
            ("&NewLine;&Tab;&fjlig;&nGt;", "\n\tfj≫⃒"),
            (
                "& &; &# &#; &#x; &#xg &#+38; &unknown; &hellip &中;",
                "& &; &# &#; &#x; &#xg &#+38; &unknown; &hellip &中;",
            ),
            ("&amp", "&"),
            (
                "&CounterClockwiseContourIntegral;&CounterClockwiseContourIntegrals;",
                "∳&CounterClockwiseContourIntegrals;",
            ),
        ] {
            assert_eq!(decode(text, Place::Text), expected, "{text}");
        }
    }

    #[test]
    fn leaves_addresses_in_attributes_alone() {
        for (text, expected) in [
            ("?a=1&copy=2&amp;b=3&reg", "?a=1&copy=2&b=3®"),
            ("?a=1&lt2&notit;&not;&#38b", "?a=1&lt2&notit;¬&b"),
        ] {
            assert_eq!(decode(text, Place::Attribute), expected, "{text}");
        }
    }

    #[test]
    fn decodes_in_script_data_what_has_a_semicolon() {
        for (text, expected) in [
            ("&amp;lt; &nbsp;&#39;&hellip;", "&lt;  '…"),
            ("?a=1&copy=2&amp;b&amp &#38", "?a=1&copy=2&b&amp &#38"),
        ] {
            assert_eq!(decode(text, Place::Script), expected, "{text}");
        }
    }
}
