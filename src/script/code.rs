//! Tells a script's code from its strings and comments.

use crate::search::find;
use memchr::{memchr, memchr2, memchr3};

/// Steps through the tokens of a script as far as it takes to tell code from strings and comments.
pub(super) struct Code<'a> {
    source: &'a [u8],
    at: usize,
    before: u8,
}

impl<'a> Code<'a> {
    pub fn new(source: &'a str) -> Self {
        Code {
            source: source.as_bytes(),
            at: 0,
            before: b'(',
        }
    }

    /// Whether the byte at `position` stands in code. To be asked for rising positions.
    pub fn holds(&mut self, position: usize) -> bool {
        while self.at < position {
            let Some(&byte) = self.source.get(self.at) else {
                return false;
            };
            self.at = self.after(self.at, self.before);
            if !byte.is_ascii_whitespace() {
                self.before = byte;
            }
        }
        self.at == position
    }

    /// Where the token at `at` ends: a string, a comment, a regular expression, or else a single byte.
    /// `before` is the last byte of code, by which a regular expression is told from a division.
    ///
    /// What has no end on its line ends with the line: it was no string after all, but a mark in something
    /// misread, and the error is not carried on.
    pub fn after(&self, at: usize, before: u8) -> usize {
        let rest = self.source.get(at..).unwrap_or_default();
        let length = match rest {
            [b'/', b'/', ..] => memchr(b'\n', rest),
            [b'/', b'*', ..] => find(&rest[2..], b"*/").map(|i| i + 4),
            [quote @ (b'\'' | b'"'), ..] => Some(quoted(rest, *quote)),
            [b'`', ..] => unescaped(rest, b'`'),
            [b'/', ..] if b"(,=:[!&|?{};+-".contains(&before) => Some(regular_expression(rest)),
            _ => Some(1),
        };
        length.map_or(self.source.len(), |length| at + length)
    }
}

/// The length of the string that `text` begins with.
fn quoted(text: &[u8], quote: u8) -> usize {
    let mut at = 1;
    while let Some(found) = memchr3(quote, b'\\', b'\n', &text[at.min(text.len())..]) {
        at += found;
        match text[at] {
            b'\\' => at += 2,
            b'\n' => return at,
            _ => return at + 1,
        }
    }
    text.len()
}

/// The length up to and including the next `mark` after the first byte that no `\` stands before.
fn unescaped(text: &[u8], mark: u8) -> Option<usize> {
    let mut at = 1;
    loop {
        at += memchr2(mark, b'\\', text.get(at..)?)?;
        if text[at] == mark {
            return Some(at + 1);
        }
        at += 2;
    }
}

/// The length of the regular expression that `text` begins with.
fn regular_expression(text: &[u8]) -> usize {
    let mut in_class = false;
    let mut at = 1;
    while let Some(&byte) = text.get(at) {
        match byte {
            b'\n' => return at,
            b'\\' => at += 1,
            b'[' => in_class = true,
            b']' => in_class = false,
            b'/' if !in_class => {
                let flags = text[at + 1..]
                    .iter()
                    .take_while(|byte| byte.is_ascii_alphabetic());
                return at + 1 + flags.count();
            }
            _ => {}
        }
        at += 1;
    }
    text.len()
}
