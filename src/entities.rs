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

/// Names of the standard (§ 13.5), a line for each character in the order of their numbers, with its names. A blank after
/// a name says that it needs no semicolon. A line without the character is that of the one whose number follows.
///
/// All of ASCII and Latin-1 is here; of what comes from U+0100 on, the names that HTML has had since version 4. The other
/// 1,700 are thrice as large in the compressed WebAssembly, and no page has been seen with one: editors and browsers
/// write the characters themselves. They stay as they are written.
const NAMES: &str = include_str!("entities.txt");

/// The names that nearly all references have, and the one whose character would not fit on a line.
const COMMON: [(&str, char, bool); 6] = [
    ("amp", '&', true),
    ("quot", '"', true),
    ("nbsp", '\u{a0}', true),
    ("lt", '<', true),
    ("gt", '>', true),
    ("NewLine", '\n', false),
];

/// The longest name: `NonBreakingSpace`, for one.
const LONGEST: usize = 16;

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
            decoded.push(meaning);
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
fn numeric(number: &str, place: Place) -> Option<(char, &str)> {
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
    Some((meant.unwrap_or(char::REPLACEMENT_CHARACTER), rest))
}

/// What the name that begins `text` stands for, and what follows.
fn named(text: &str, place: Place) -> Option<(char, &str)> {
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
        return Some((if is_blank { ' ' } else { meaning }, rest));
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
fn look_up(name: &str) -> Option<(char, bool)> {
    if let Some((_, meaning, is_open)) = COMMON.iter().find(|(known, ..)| *known == name) {
        return Some((*meaning, *is_open));
    }
    static BY_NAME: LazyLock<Vec<Vec<Named>>> = LazyLock::new(by_name);
    let mut candidates = BY_NAME.get(bucket(name))?.iter();
    let named = candidates.find(|named| named.name == name)?;
    Some((named.meaning, named.is_open))
}

/// A name, and what it stands for.
struct Named {
    name: &'static str,
    is_open: bool,
    meaning: char,
}

/// The bucket of a name among [`by_name`].
fn bucket(name: &str) -> usize {
    let hash = |hash: usize, byte: u8| hash.wrapping_mul(31).wrapping_add(byte.into());
    name.bytes().fold(0, hash) % N_BUCKETS
}

/// Two names a bucket.
const N_BUCKETS: usize = 180;

/// The names in buckets.
fn by_name() -> Vec<Vec<Named>> {
    let mut buckets = Vec::new();
    buckets.resize_with(N_BUCKETS, Vec::new);
    let mut meaning = '\0';
    for line in NAMES.lines() {
        let start = line.find(|c: char| c.is_ascii_alphabetic());
        let (character, names) = line.split_at(start.unwrap_or_default());
        let next = char::from_u32(u32::from(meaning) + 1);
        meaning = character.chars().next().or(next).unwrap_or_default();
        for written in names.split_inclusive([';', ' ']) {
            let name = &written[..written.len() - 1];
            buckets[bucket(name)].push(Named {
                name,
                is_open: written.ends_with(' '),
                meaning,
            });
        }
    }
    buckets
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::is_word;

    /// The names of HTML 4 for what comes from U+0100 on.
    const OF_HTML_4: &str = "\
        OElig oelig Scaron scaron Yuml fnof circ tilde Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda \
        Mu Nu Xi Omicron Pi Rho Sigma Tau Upsilon Phi Chi Psi Omega alpha beta gamma delta epsilon zeta eta theta iota \
        kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon phi chi psi omega thetasym upsih piv ensp emsp \
        thinsp zwnj zwj lrm rlm ndash mdash lsquo rsquo sbquo ldquo rdquo bdquo dagger Dagger bull hellip permil prime \
        Prime lsaquo rsaquo oline frasl euro image weierp real trade alefsym \
        larr uarr rarr darr harr crarr lArr uArr rArr dArr hArr forall part exist empty nabla isin notin ni prod sum \
        minus lowast radic prop infin ang and or cap cup int there4 sim cong asymp ne equiv le ge sub sup nsub sube \
        supe oplus otimes perp sdot lceil rceil lfloor rfloor lang rang loz spades clubs hearts diams";

    #[test]
    fn knows_the_names_of_the_standard() {
        let standard = &html5ever::data::NAMED_ENTITIES;
        let is_updated = std::env::var_os("UPDATE_EXPECT").is_some();
        let mut named = Vec::new();
        for (name, codes) in standard.entries() {
            // The parser's table also has the beginnings of names, as 0.
            let (Some(name), (first @ 1.., second)) = (name.strip_suffix(';'), *codes) else {
                continue;
            };
            let meaning = char::from_u32(first).expect("a character");
            let is_open = standard.get(name).is_some_and(|codes| codes.0 != 0);
            let is_here = second == 0 && meaning < '\u{100}' || is_word(OF_HTML_4, name);
            let expected = is_here.then_some((meaning, is_open));
            assert!(is_updated || look_up(name) == expected, "{name}");
            if is_here && meaning != '\n' {
                assert!(name.len() <= if is_open { LONGEST_OPEN } else { LONGEST });
                named.push((
                    meaning,
                    format!("{name}{}", if is_open { ' ' } else { ';' }),
                ));
            }
        }
        named.sort();
        let mut lines = String::new();
        let mut last = '\0';
        for (meaning, name) in named {
            if meaning != last {
                lines.push_str(if lines.is_empty() { "" } else { "\n" });
                if char::from_u32(u32::from(last) + 1) != Some(meaning) {
                    lines.push(meaning);
                }
                last = meaning;
            }
            lines.push_str(&name);
        }
        lines.push('\n');
        if is_updated {
            std::fs::write("src/entities.txt", &lines).expect("it can be written");
        }
        assert!(lines == NAMES, "src/entities.txt is not of the standard");
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
            ("&NewLine;&Tab;&DiacriticalAcute;", "\n\t´"),
            (
                "& &; &# &#; &#x; &#xg &#+38; &unknown; &hellip &中;",
                "& &; &# &#; &#x; &#xg &#+38; &unknown; &hellip &中;",
            ),
            ("&amp", "&"),
            (
                "&rArr;&Implies;&CounterClockwiseContourIntegral;",
                "⇒&Implies;&CounterClockwiseContourIntegral;",
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
