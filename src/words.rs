//! Lists of words and phrases: each is one text, with a blank between every two.
//!
//! A list reads as it would be said, and takes half the room in the WebAssembly that a table of addresses and lengths does.

use crate::search::find_all;

/// A list that is asked again and again for words which it mostly does not have.
pub(crate) struct Words {
    list: &'static str,
    /// A bit for each word, which several may share.
    bits: u128,
    /// The length of the longest word.
    longest: usize,
}

impl Words {
    pub const fn new(list: &'static str) -> Words {
        let bytes = list.as_bytes();
        let (mut bits, mut longest) = (0, 0);
        let (mut start, mut at) = (0, 0);
        while at <= bytes.len() {
            if at == bytes.len() || bytes[at] == b' ' {
                if start < at {
                    bits |= bit(bytes[start], bytes[at - 1], at - start);
                    if longest < at - start {
                        longest = at - start;
                    }
                }
                start = at + 1;
            }
            at += 1;
        }
        Words {
            list,
            bits,
            longest,
        }
    }

    /// Whether the list has the word.
    pub fn has(&self, word: &str) -> bool {
        let (Some(first), Some(last)) = (word.as_bytes().first(), word.as_bytes().last()) else {
            return false;
        };
        word.len() <= self.longest
            && self.bits & bit(*first, *last, word.len()) != 0
            && is_word(self.list, word)
    }

    /// The words.
    pub fn iter(&self) -> std::str::SplitAsciiWhitespace<'static> {
        words(self.list)
    }
}

/// The bit of a word that begins and ends with these bytes.
const fn bit(first: u8, last: u8, length: usize) -> u128 {
    1 << ((first as usize * 5 + last as usize * 3 + length) % 128)
}

/// The words of a list.
pub(crate) fn words(list: &str) -> std::str::SplitAsciiWhitespace<'_> {
    list.split_ascii_whitespace()
}

/// `text` without surrounding blanks, with each run of blanks within as one space.
pub(crate) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// Whether a text has one of the words of a list.
pub(crate) fn has_any(text: &str, list: &str) -> bool {
    words(list).any(|word| text.contains(word))
}

/// Whether a text begins with one of the words of a list.
pub(crate) fn begins_with_any(text: &str, list: &str) -> bool {
    words(list).any(|word| text.starts_with(word))
}

/// Whether a text ends with one of the words of a list.
pub(crate) fn ends_with_any(text: &str, list: &str) -> bool {
    words(list).any(|word| text.ends_with(word))
}

/// Whether a list has the word.
pub(crate) fn is_word(list: &str, word: &str) -> bool {
    let list = list.as_bytes();
    let is_whole = |at: usize| {
        let after = list.get(at + word.len()).unwrap_or(&b' ');
        (at == 0 || list[at - 1] == b' ') && *after == b' '
    };
    // Whole paragraphs are asked for too.
    let may_be = word.len() <= list.len() && !word.contains(' ');
    may_be && find_all(list, word.as_bytes()).any(is_whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn has_the_words_of_a_list() {
        const LIST: Words = Words::new("a  b td th");
        for (word, is_there) in [
            ("a", true),
            ("b", true),
            ("td", true),
            ("th", true),
            ("c", false),
            ("ab", false),
            ("tb", false),
            ("", false),
            (" ", false),
        ] {
            assert_eq!(LIST.has(word), is_there, "{word}");
        }
    }

    #[test]
    fn reads_lists() {
        assert!(words("蓝字 上方 名片").eq(["蓝字", "上方", "名片"]));
        assert!(is_word("蓝字 上方", "上方"));
        assert!(!is_word("蓝字 上方", "上"));
        assert!(!is_word("蓝字 上方", "蓝字 上方"));
        assert!(!is_word("蓝字 上方", ""));
    }
}
