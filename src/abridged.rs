//! Pages that were handed over without what their long scripts hold.
//!
//! Nine tenths of a page are scripts in which nothing is read. JavaScript stores them as UTF-16: to write them into
//! WebAssembly's memory as UTF-8, only to jump over them there, takes up to half the time that cleaning takes. So
//! `src/npm/abridge.js` leaves them out. It searches for tags and knows nothing of HTML; whether it was right is told
//! here, by what the page's own scan found:
//!
//! - Each run that was left out is a [`GAP`], and holds neither `<!--` nor `</script`, and no part of one at its ends.
//! - A gap is sound within a script without `<!--`, after all that [`holds_data`](crate::scan::holds_data) looks at: then
//!   that script ends where it would end with the run, and is not read.
//! - Where all gaps are sound, the page starts with a tag, and nothing was unwrapped, the run is not looked at anywhere.

#[cfg(any(test, all(feature = "js", target_family = "wasm")))]
use std::borrow::Cow;

use crate::input::Recognised;
use crate::scan::{DATA_REACH, Scan};
use crate::search::find_all;
#[cfg(any(test, all(feature = "js", target_family = "wasm")))]
use crate::{Article, Options, input};
use crate::{Error, ErrorKind};

/// Stands for a run that was left out. Unicode keeps this code point for uses within a program: no text has it.
const GAP: &str = "\u{ffff}";

/// Cleans an article as [`clean`](crate::clean) does, of whose page `n_gaps` runs were left out.
///
/// # Errors
///
/// As `clean`, and if leaving them out may make a difference.
#[cfg(any(test, all(feature = "js", target_family = "wasm")))]
pub(crate) fn clean(page: &str, n_gaps: usize, options: &Options) -> Result<Article, Error> {
    let mut given = input::recognise(page)?;
    given.n_gaps = n_gaps;
    // What was taken out of a wrapping is a copy.
    let is_bare = matches!(given.text, Cow::Borrowed(text) if text.starts_with('<'));
    if n_gaps > 0 && !is_bare {
        return Err(unsound());
    }
    crate::article(&given, options)
}

/// Whether leaving out what was left out of a page makes no difference to it.
pub(crate) fn is_sound(given: &Recognised<'_>, scan: &Scan<'_>) -> bool {
    given.n_gaps == 0
        || scan
            .code
            .iter()
            .map(|code| n_sound_gaps(code))
            .sum::<usize>()
            == given.n_gaps
}

/// What calls for the whole page. Nobody is told.
pub(crate) fn unsound() -> Error {
    Error::new(
        ErrorKind::Internal,
        "the page was abridged where it is read",
    )
}

/// How many runs were soundly left out of a script.
fn n_sound_gaps(code: &str) -> usize {
    let code = code.as_bytes();
    if find_all(code, b"<!--").next().is_some() {
        return 0;
    }
    let unread = code.get(DATA_REACH..).unwrap_or_default();
    find_all(unread, GAP.as_bytes()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An article below what stands for `@`; `~` is more code than is looked at.
    fn page(head: &str) -> String {
        let page = format!(
            "<!DOCTYPE html><html><head>{head}</head><body><div id=\"js_content\"><p>春天到了。</p></div></body></html>"
        );
        page.replace('~', &"f();".repeat(DATA_REACH / 4))
            .replace('@', GAP)
    }

    #[test]
    fn takes_sound_gaps() {
        for (head, n_gaps) in [
            ("", 0),
            ("<script>~@</script>", 1),
            ("<script>~@</SCRIPT >", 1),
            ("<script>~@</scripts>f()</script>", 1),
            ("<script>~@</scripts>f();@</script>", 2),
            (
                "<script>~@</script><script>ct = 1</script><script type=\"module\">~@</script>",
                2,
            ),
        ] {
            let article = clean(&page(head), n_gaps, &Options::default());
            let whole = crate::clean(
                &page(head.replace('@', "i < n").as_str()),
                &Options::default(),
            );
            assert_eq!(
                article.unwrap().to_json(),
                whole.unwrap().to_json(),
                "{head}"
            );
        }
    }

    #[test]
    fn refuses_others() {
        for head in [
            // Another count than was left out.
            "",
            "<script>~@@</script>",
            "<script>~</script>@",
            // Where something is read, or may be.
            "<script>@~</script>",
            "<script>ct = 1;~@</script>",
            "<title>~@</title>",
            "<meta name=\"<script>~@</script>\">",
            "<style>~@</style>",
            "<!--<script>~@</script>-->",
            "<template><script>~@</script></template>",
            // Where a script may end elsewhere.
            "<script><!--~@</script>",
            "<script>~@<!--</script>",
        ] {
            let article = clean(&page(head), 1, &Options::default());
            assert!(article.is_err(), "{head}");
        }
    }

    #[test]
    fn refuses_what_is_wrapped() {
        let page = page("<script>~@</script>");
        let escaped = serde_json::to_string(&page).unwrap();
        let archived = format!("Content-Type: text/html\n\n{page}");
        let markdown = format!("# 山\n\n![](https://mmbiz.qpic.cn/a)\n\n{page}");
        for input in [&escaped, &archived, &markdown, &format!("茶{page}")] {
            assert!(crate::clean(input, &Options::default()).is_ok(), "{input}");
            assert!(clean(input, 1, &Options::default()).is_err(), "{input}");
        }
    }
}
