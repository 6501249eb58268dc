//! Escapes undone: those of HTML, and those that WeChat's templates put on top of JavaScript's.

use std::borrow::Cow;

/// The named entities that WeChat's pages use in data.
const ENTITIES: [(&str, char); 7] = [
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("amp", '&'),
    ("apos", '\''),
    // WeChat's own functions write a blank here, not U+00A0.
    ("nbsp", ' '),
    ("yen", '¥'),
];

/// The longest entity looked for, without `&`: `#x10FFFF;` and a few leading zeros.
const LONGEST_ENTITY: usize = 12;

/// `text` with HTML's basic named entities and its numeric ones as the characters they stand for.
pub(crate) fn decode_entities(text: &str) -> String {
    replace(text, '&', |after| {
        let end = after
            .bytes()
            .take(LONGEST_ENTITY)
            .position(|byte| byte == b';')?;
        let name = after.get(..end)?;
        let decoded = match name.strip_prefix('#') {
            Some(number) => {
                let (digits, radix) = match number.strip_prefix(['x', 'X']) {
                    Some(digits) => (digits, 16),
                    None => (number, 10),
                };
                char::from_u32(integer(digits, radix)?).filter(|c| *c != '\0')?
            }
            None => ENTITIES.iter().find(|(known, _)| *known == name)?.1,
        };
        Some((decoded, end + 1))
    })
    .into_owned()
}

/// What WeChat's function `JsDecode` makes of a string: eight escapes that a template wrote twice become characters.
pub(super) fn js_decode(text: &str) -> Cow<'_, str> {
    replace(text, '\\', |after| {
        let decoded = match after.get(..3)? {
            "x5c" => '\\',
            "x0d" => '\r',
            "x22" => '"',
            "x26" => '&',
            "x27" => '\'',
            "x3c" => '<',
            "x3e" => '>',
            "x0a" => '\n',
            _ => return None,
        };
        Some((decoded, 3))
    })
}

/// What `decodeURIComponent` makes of a string; `None` if that would throw.
pub(super) fn decode_uri(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut parts = text.split('%');
    bytes.extend_from_slice(parts.next()?.as_bytes());
    for part in parts {
        bytes.push(integer(part.get(..2)?, 16)? as u8);
        bytes.extend_from_slice(part.get(2..)?.as_bytes());
    }
    String::from_utf8(bytes).ok()
}

/// The number that `digits` alone make up: Rust's own parsing also takes a sign.
fn integer(digits: &str, radix: u32) -> Option<u32> {
    let is_sign = digits.starts_with('+');
    u32::from_str_radix(digits, radix).ok().filter(|_| !is_sign)
}

/// `text` with the sequences replaced that begin with `mark`. `decode` is given what follows the mark, and returns
/// the character meant and how many bytes to leave out.
fn replace(text: &str, mark: char, decode: impl Fn(&str) -> Option<(char, usize)>) -> Cow<'_, str> {
    let mut decoded = String::new();
    let mut rest = text;
    let mut copied = text;
    while let Some((_, after)) = rest.split_once(mark) {
        rest = after;
        if let Some((character, length)) = decode(after) {
            decoded.push_str(&copied[..copied.len() - after.len() - mark.len_utf8()]);
            decoded.push(character);
            rest = after.get(length..).unwrap_or_default();
            copied = rest;
        }
    }
    if copied.len() == text.len() {
        return Cow::Borrowed(text);
    }
    decoded.push_str(copied);
    Cow::Owned(decoded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decodes_entities() {
        for (text, expected) in [
            (
                "茶&amp;水 &lt;b&gt; &quot;&#39;&apos;&nbsp;&yen;",
                "茶&水 <b> \"'' ¥",
            ),
            ("&#38&#38;&#x26;&#X4E2d;", "&#38&&中"),
            ("&amp;lt;", "&lt;"),
            (
                "&unknown; & &; &#; &#x; &#0; &#xD800; &#+38; &#99999999;",
                "&unknown; & &; &#; &#x; &#0; &#xD800; &#+38; &#99999999;",
            ),
            ("&中文中文中文;&amp", "&中文中文中文;&amp"),
            ("", ""),
        ] {
            assert_eq!(decode_entities(text), expected);
        }
    }

    #[test]
    fn undoes_js_decode() {
        assert_eq!(
            js_decode(r"\x3cp\x3e 1\x5cn \x22\x26\x27 \x0a\x0d"),
            "<p> 1\\n \"&' \n\r"
        );
        assert_eq!(js_decode(r"\x41 \中文 \x3"), r"\x41 \中文 \x3");
    }

    #[test]
    fn decodes_uris() {
        assert_eq!(decode_uri("a%20%E8%8C%B6").as_deref(), Some("a 茶"));
        for bad in ["%", "%2", "%zz", "%+1", "%E8%8C", "%中文"] {
            assert_eq!(decode_uri(bad), None, "{bad}");
        }
    }
}
