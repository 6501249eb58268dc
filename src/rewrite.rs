//! Text of which most stays as it is.
//!
//! What is special in a text is told by the first byte of a character, and all between is copied at once: to take
//! characters one by one is several times the work.

/// Writes `text` to `out`: each character that begins with a byte for which `is_special` holds by `write`, and all
/// between as it is.
pub(crate) fn rewrite(
    text: &str,
    out: &mut String,
    is_special: impl Fn(u8) -> bool,
    mut write: impl FnMut(char, &mut String),
) {
    let mut rest = text;
    while let Some(at) = rest.bytes().position(&is_special)
        && let Some((plain, special)) = rest.split_at_checked(at)
    {
        out.push_str(plain);
        let mut characters = special.chars();
        if let Some(character) = characters.next() {
            write(character, out);
        }
        rest = characters.as_str();
    }
    out.push_str(rest);
}

/// Whether a byte is a control character of ASCII, or may begin one beyond it.
pub(crate) fn may_be_control(byte: u8) -> bool {
    byte.is_ascii_control() || byte == 0xc2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_what_is_special() {
        for (text, expected) in [
            ("", ""),
            ("山", "山"),
            ("a山&b&", "a山[&]b[&]"),
            ("\u{85}\u{a9}é", "[\u{85}][\u{a9}]é"),
        ] {
            let mut out = String::new();
            let is_special = |byte| byte == b'&' || byte == 0xc2;
            rewrite(text, &mut out, is_special, |character, out| {
                out.extend(['[', character, ']']);
            });
            assert_eq!(out, expected);
        }
    }

    #[test]
    fn finds_all_control_characters() {
        let is_missed = |c: &char| {
            let first = c.encode_utf8(&mut [0; 4]).bytes().next();
            c.is_control() && !first.is_some_and(may_be_control)
        };
        assert_eq!(('\0'..=char::MAX).find(is_missed), None);
    }
}
