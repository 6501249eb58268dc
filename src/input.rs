//! What was given: the form of the input, and the part of it that is worth reading.

use memchr::memmem;
use serde::Serialize;

use crate::error::{Error, ErrorKind};

/// The form in which an article was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum Source {
    /// The source of a page as the server sends it.
    Page,
    /// A page after its scripts ran: saved by a browser, or the `outerHTML` of an open page.
    Rendered,
    /// A part of a page: the inside of `#js_content`, or a selection copied from a browser.
    Fragment,
}

/// An input that may hold an article.
pub(crate) struct Recognised<'a> {
    pub text: &'a str,
    pub form: Source,
    /// Where the browser that saved it says it came from.
    pub saved_from: Option<&'a str>,
}

/// Marks in a page's source that only WeChat's pages bear.
const WECHAT_MARKS: [&str; 7] = [
    "mp.weixin.qq.com",
    "js_content",
    "rich_media",
    "mmbiz",
    "res.wx.qq.com",
    "weui-msg",
    "mesg-block",
];

/// What Chromium's browsers write before a page they save.
const SAVED_FROM: &str = "<!-- saved from url=";

/// How far into an input the opening of a page is looked for. Comments and byte-order marks may stand before it.
const OPENING: usize = 4096;

/// Tells the form of `input`, or why it can't be an article.
pub(crate) fn recognise(input: &str) -> Result<Recognised<'_>, Error> {
    let text = input.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}' || c == '\0');
    if text.is_empty() {
        return Err(Error::new(
            ErrorKind::Empty,
            "the input is empty: expected the source of a WeChat article, or a part of it",
        ));
    }
    if is_url(text) {
        return Err(Error::new(
            ErrorKind::UrlOnly,
            "the input is only an address, and WeChat shows its pages to readers' browsers alone: \
             open it, select all, copy, and give what was copied",
        ));
    }
    if !has_markup(text) {
        return Err(Error::new(
            ErrorKind::NotWechat,
            "the input has no HTML markup: expected the source of a WeChat article, or a part of it",
        ));
    }
    let opening = opening(text);
    let form = if !(opening.contains("<html")
        || opening.contains("<!doctype")
        || opening.contains("<head"))
    {
        Source::Fragment
    } else if !WECHAT_MARKS.iter().any(|mark| contains(text, mark)) {
        return Err(Error::new(
            ErrorKind::NotWechat,
            "the page is not from WeChat: expected a page of mp.weixin.qq.com",
        ));
    } else if is_rendered(text, &opening) {
        Source::Rendered
    } else {
        Source::Page
    };
    Ok(Recognised {
        text,
        form,
        saved_from: saved_from(text, &opening),
    })
}

/// The address in `<!-- saved from url=(0049)https://… -->`, where the number is its length.
fn saved_from<'a>(text: &'a str, opening: &str) -> Option<&'a str> {
    let (before, _) = opening.split_once(SAVED_FROM)?;
    let comment = text
        .get(before.len() + SAVED_FROM.len()..)?
        .split("-->")
        .next()?;
    Some(comment.split_once(')')?.1.trim())
}

/// Whether `needle` occurs in `text`.
pub(crate) fn contains(text: &str, needle: &str) -> bool {
    memmem::find(text.as_bytes(), needle.as_bytes()).is_some()
}

fn is_url(text: &str) -> bool {
    (text.starts_with("http://") || text.starts_with("https://"))
        && !text.contains(|c: char| c.is_whitespace() || c == '<')
}

/// Whether there is at least one thing that looks like a tag.
fn has_markup(text: &str) -> bool {
    memchr::memchr_iter(b'<', text.as_bytes()).any(|at| {
        text.as_bytes()
            .get(at + 1)
            .is_some_and(|next| next.is_ascii_alphabetic() || matches!(next, b'/' | b'!'))
    })
}

/// The beginning of `text` in lower case.
fn opening(text: &str) -> String {
    let mut end = text.len().min(OPENING);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text[..end].to_ascii_lowercase()
}

/// Whether the page's scripts have run. Browsers write where a saved page came from; `outerHTML` has no doctype;
/// and WeChat's script makes the article visible, which the server sends hidden from 2020 on.
fn is_rendered(text: &str, opening: &str) -> bool {
    opening.contains(SAVED_FROM) || !opening.contains("<!doctype") || shows_article(text)
}

/// Whether the tag with the id `js_content` bears a style that makes it visible.
fn shows_article(text: &str) -> bool {
    let Some((_, after)) = text.split_once("id=\"js_content\"") else {
        return false;
    };
    let tag = after.split('>').next().unwrap_or_default();
    tag.contains("visibility: visible")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(input: &str) -> &'static str {
        recognise(input).map_or_else(|error| error.code(), |_| "ok")
    }

    #[test]
    fn tells_inputs_without_an_article() {
        for (input, expected) in [
            ("", "empty"),
            (" \n\u{feff}\t", "empty"),
            ("https://mp.weixin.qq.com/s/abc", "url-only"),
            ("just words", "not-wechat"),
            ("1 < 2", "not-wechat"),
            (
                "<!DOCTYPE html><html><body><p>news</p></body></html>",
                "not-wechat",
            ),
            ("<p>a part</p>", "ok"),
        ] {
            assert_eq!(code(input), expected, "{input:?}");
        }
    }

    #[test]
    fn finds_where_a_page_was_saved_from() {
        let page =
            "<!DOCTYPE html>\n<!-- saved from url=(0031)https://mp.weixin.qq.com/s/x -->\n<html>";
        assert_eq!(
            recognise(page).unwrap().saved_from,
            Some("https://mp.weixin.qq.com/s/x")
        );
        assert_eq!(recognise("<p>文</p>").unwrap().saved_from, None);
    }

    #[test]
    fn tells_forms_apart() {
        for (input, expected) in [
            ("<section>文</section>", Source::Fragment),
            ("<!DOCTYPE html><html><div id=\"js_content\">", Source::Page),
            (
                "\u{feff}<!doctype html>\n<!--headTrap<body></body>--><html><div id=\"js_content\">",
                Source::Page,
            ),
            ("<html><div id=\"js_content\">", Source::Rendered),
            (
                "<!DOCTYPE html>\n<!-- saved from url=(0049)https://mp.weixin.qq.com/s/x -->\n<html>",
                Source::Rendered,
            ),
        ] {
            assert_eq!(recognise(input).unwrap().form, expected, "{input:?}");
        }
    }
}
