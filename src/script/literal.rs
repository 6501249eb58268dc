//! Strings, templates and numbers.

use memchr::{memchr, memchr3};

use super::Value;
use super::code::Code;
use super::reader::Reader;

/// The number that `text` holds.
pub(super) fn number(text: &str) -> Option<f64> {
    let text = text.trim();
    if let Some(hex) = text.strip_prefix("0x").or_else(|| text.strip_prefix("0X")) {
        return u32::from_str_radix(hex, 16).ok().map(f64::from);
    }
    crate::number::parse(text)
}

/// `text` as if it stood in quotes, escapes undone.
pub(crate) fn unescape(text: &str) -> String {
    let mut reader = Reader::new(text);
    let mut out = String::with_capacity(text.len());
    while let Some(rest) = text.get(reader.at..)
        && let Some(run) = memchr(b'\\', rest.as_bytes())
    {
        out.push_str(&rest[..run]);
        reader.at += run + 1;
        if reader.escape(&mut out).is_none() {
            out.push('\\');
        }
    }
    out.push_str(text.get(reader.at..).unwrap_or_default());
    out
}

impl Reader<'_> {
    /// A string in quotes.
    pub fn string(&mut self) -> Option<String> {
        let quote = self.peek()?;
        self.at += 1;
        let mut text = String::new();
        loop {
            let rest = self.source.get(self.at..)?;
            let run = memchr3(quote, b'\\', b'\n', rest.as_bytes())?;
            text.push_str(&rest[..run]);
            self.at += run + 1;
            match rest.as_bytes()[run] {
                b'\\' => self.escape(&mut text)?,
                // A string ends on the line on which it begins.
                b'\n' => return None,
                _ => return Some(text),
            }
        }
    }

    /// What follows the `\` of an escape.
    fn escape(&mut self, text: &mut String) -> Option<()> {
        let rest = self.source.get(self.at..)?;
        let escaped = rest.chars().next()?;
        self.at += escaped.len_utf8();
        let decoded = match escaped {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'b' => '\u{8}',
            'f' => '\u{c}',
            'v' => '\u{b}',
            '0' => '\0',
            // A line continued on the next.
            '\n' | '\u{2028}' | '\u{2029}' => return Some(()),
            '\r' => {
                self.at += usize::from(self.peek() == Some(b'\n'));
                return Some(());
            }
            'x' => self.hex(2).and_then(char::from_u32).unwrap_or('x'),
            'u' => self.unicode().unwrap_or('u'),
            other => other,
        };
        text.push(decoded);
        Some(())
    }

    /// What follows `\u`: four digits, twice for characters beyond U+FFFF, or any number of digits in braces.
    fn unicode(&mut self) -> Option<char> {
        if self.peek()? == b'{' {
            let rest = self.source.get(self.at + 1..)?;
            let end = rest.bytes().take(9).position(|byte| byte == b'}')?;
            let code = u32::from_str_radix(rest.get(..end)?, 16).ok()?;
            self.at += end + 2;
            return Some(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
        }
        let code = self.hex(4)?;
        if !(0xD800..0xDC00).contains(&code) {
            return Some(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
        }
        let high = self.at;
        if self.source.get(high..)?.starts_with("\\u") {
            self.at += 2;
            if let Some(low @ 0xDC00..0xE000) = self.hex(4) {
                return char::from_u32(0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00));
            }
            self.at = high;
        }
        Some(char::REPLACEMENT_CHARACTER)
    }

    fn hex(&mut self, digits: usize) -> Option<u32> {
        let text = self.source.get(self.at..self.at + digits)?;
        let code = text.bytes().try_fold(0, |code, digit| {
            Some(code * 16 + char::from(digit).to_digit(16)?)
        })?;
        self.at += digits;
        Some(code)
    }

    /// A template literal; null if something is to be filled in.
    pub fn template(&mut self) -> Option<Value> {
        let start = self.at;
        let mut text = String::new();
        self.at += 1;
        loop {
            let rest = self.source.get(self.at..)?;
            let run = memchr3(b'`', b'\\', b'$', rest.as_bytes())?;
            text.push_str(&rest[..run]);
            self.at += run + 1;
            match rest.as_bytes()[run] {
                b'\\' => self.escape(&mut text)?,
                b'$' if self.peek() == Some(b'{') => {
                    self.at = Code::new(self.source).after(start, b'(');
                    return Some(Value::Null);
                }
                b'$' => text.push('$'),
                _ => return Some(Value::String(text)),
            }
        }
    }

    pub fn numeral(&mut self) -> Option<Value> {
        let rest = self.source.get(self.at..)?;
        let bytes = rest.as_bytes();
        let is_hex = matches!(bytes, [b'0', b'x' | b'X', ..]);
        let end = (0..bytes.len())
            .find(|&i| match bytes[i] {
                b'+' | b'-' => is_hex || !matches!(bytes[..i], [.., b'e' | b'E']),
                byte => !(byte.is_ascii_alphanumeric() || byte == b'.'),
            })
            .unwrap_or(bytes.len());
        self.at += end;
        number(&rest[..end]).map(Value::Number)
    }
}
