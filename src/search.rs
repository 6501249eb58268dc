//! The search for a mark in a text: a page's scripts and what it is wrapped in are megabytes.
//!
//! memchr's own search would be as fast, and is 3 KB of the WebAssembly (brotli).

use memchr::memchr_iter;

/// Where the first `mark` begins.
///
/// Every place is compared where the first byte of `mark` stands: linear if `mark` is short, or does not hold that byte
/// again.
pub(crate) fn find(text: &[u8], mark: &[u8]) -> Option<usize> {
    memchr_iter(*mark.first()?, text).find(|at| text[*at..].starts_with(mark))
}

/// Where each `mark` begins, the next after the end of the last.
pub(crate) fn find_all<'a>(text: &'a [u8], mark: &'a [u8]) -> impl Iterator<Item = usize> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let at = from + find(text.get(from..)?, mark)?;
        from = at + mark.len();
        Some(at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_the_standard_library_finds() {
        for text in [
            "",
            "a",
            "ab",
            "aab",
            "abab",
            "aaaa",
            "山间来信，来信",
            "<<!<!-",
        ] {
            for mark in ["a", "ab", "aa", "aab", "来信", "<!", "<!-", "<!--"] {
                let (text_bytes, mark_bytes) = (text.as_bytes(), mark.as_bytes());
                assert_eq!(
                    find(text_bytes, mark_bytes),
                    text.find(mark),
                    "{mark} in {text}"
                );
                let all = text.match_indices(mark).map(|(at, _)| at);
                assert!(find_all(text_bytes, mark_bytes).eq(all), "{mark} in {text}");
            }
        }
    }

    #[test]
    fn finds_no_empty_mark() {
        assert_eq!(find(b"ab", b""), None);
        assert_eq!(find_all(b"ab", b"").next(), None);
    }
}
