//! Escapes undone: those of HTML, and those that WeChat's templates put on top of JavaScript's.

use crate::entities::{self, Place};

/// `text` with HTML's character references decoded, as WeChat's own scripts do.
pub(crate) fn decode_entities(text: &str) -> String {
    entities::decode(text, Place::Script).into_owned()
}

/// What WeChat's function `JsDecode` makes of a string: eight escapes that a template wrote twice become characters.
pub(crate) fn js_decode(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut parts = text.split('\\');
    decoded.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let character = match part.get(..3) {
            Some("x5c") => '\\',
            Some("x0d") => '\r',
            Some("x22") => '"',
            Some("x26") => '&',
            Some("x27") => '\'',
            Some("x3c") => '<',
            Some("x3e") => '>',
            Some("x0a") => '\n',
            _ => {
                decoded.push('\\');
                decoded.push_str(part);
                continue;
            }
        };
        decoded.push(character);
        decoded.push_str(part.get(3..).unwrap_or_default());
    }
    decoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn undoes_js_decode() {
        assert_eq!(
            js_decode(r"\x3cp\x3e 1\x5cn \x22\x26\x27 \x0a\x0d"),
            "<p> 1\\n \"&' \n\r"
        );
        assert_eq!(js_decode(r"\x41 \中文 \x3"), r"\x41 \中文 \x3");
    }
}
