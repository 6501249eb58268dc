//! Lists of words and phrases: each is one text, with a blank between every two.
//!
//! A list reads as it would be said, and takes half the room in the WebAssembly that a table of addresses and lengths does.

use crate::search::find_all;

/// The words of a list.
pub(crate) fn words(list: &str) -> std::str::SplitAsciiWhitespace<'_> {
    list.split_ascii_whitespace()
}

/// Whether a list has the word.
pub(crate) fn is_word(list: &str, word: &str) -> bool {
    let list = list.as_bytes();
    let is_whole = |at: usize| {
        let after = list.get(at + word.len()).unwrap_or(&b' ');
        (at == 0 || list[at - 1] == b' ') && *after == b' '
    };
    !word.contains(' ') && find_all(list, word.as_bytes()).any(is_whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_lists() {
        assert!(words("蓝字 上方 名片").eq(["蓝字", "上方", "名片"]));
        assert!(is_word("蓝字 上方", "上方"));
        assert!(!is_word("蓝字 上方", "上"));
        assert!(!is_word("蓝字 上方", "蓝字 上方"));
        assert!(!is_word("蓝字 上方", ""));
    }
}
