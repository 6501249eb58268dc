//! What was given: the form of the input, and the part of it that is worth reading.
//!
//! Wrappings are taken off first, one file each: MHTML, clipboard, feeds, posts, strings, shown source. What is left is a
//! page or a part of one. An ordinary page is wrapped in nothing and is never copied.

mod bytes;
mod clipboard;
mod escaped;
mod feed;
mod mhtml;
mod post;
mod shared_link;
mod transfer;
mod view_source;

use std::borrow::Cow;

use serde::Serialize;

use crate::archive;
use crate::article::Warning;
use crate::error::{self, Error, ErrorKind};
use crate::search::find;

/// The form in which an article was given. Of several within each other, the outermost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum Source {
    /// The source of a page as the server sends it.
    Page,
    /// A page saved by a browser after its scripts ran.
    Saved,
    /// The `outerHTML` of an open page.
    Live,
    /// A selection as browsers put it on the clipboard.
    Clipboard,
    /// A part of a page, such as the inside of `#js_content`.
    Fragment,
    /// A page and its pictures in one file (MHTML), or another mail with a page in it.
    Mhtml,
    /// The HTML of a window that shows a page's source, or source with its `<` escaped.
    ViewSource,
    /// A string of JSON or JavaScript, alone or in an object.
    Escaped,
    /// An item of a feed: RSS, Atom or JSON Feed.
    Feed,
    /// Markdown that a converter made of a page, with what stood around the article.
    Markdown,
}

/// An input that may hold an article.
#[derive(Debug)]
pub(crate) struct Recognised<'a> {
    pub text: Cow<'a, str>,
    pub form: Source,
    /// Whether this is a part of a page rather than a whole one.
    pub is_part: bool,
    /// Whether this is Markdown rather than HTML.
    pub is_archive: bool,
    /// Where it came from, as the browser or the wrapping says.
    pub saved_from: Option<String>,
    pub said: Said,
    pub warnings: Vec<Warning>,
    /// How many runs of script were left out of it, see [`abridged`](crate::abridged).
    pub n_gaps: usize,
}

/// What a wrapping says about the article within, as it is written there.
#[derive(Debug, Default)]
pub(crate) struct Said {
    pub title: Option<String>,
    pub author: Option<String>,
    pub published: Option<String>,
}

/// What was found when a wrapping was taken off.
struct Opened {
    text: String,
    wrapping: Wrapping,
}

/// What the wrappings tell.
#[derive(Debug, Default)]
struct Wrapping {
    form: Option<Source>,
    address: Option<String>,
    said: Said,
    warnings: Vec<Warning>,
}

impl Wrapping {
    /// Adds what a further wrapping tells that stood within this one. What stands outside goes first.
    fn and(self, inner: Wrapping) -> Wrapping {
        let mut warnings = self.warnings;
        warnings.extend(inner.warnings);
        Wrapping {
            form: self.form.or(inner.form),
            address: self.address.or(inner.address),
            said: Said {
                title: self.said.title.or(inner.said.title),
                author: self.said.author.or(inner.said.author),
                published: self.said.published.or(inner.said.published),
            },
            warnings,
        }
    }
}

/// How many wrappings are taken off. Three are met: a string in an object in an archive.
const MAX_WRAPPINGS: usize = 3;

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
    unwrap(Cow::Borrowed(input), Wrapping::default())
}

/// As [`recognise`], of bytes: finds their charset too.
pub(crate) fn recognise_bytes(input: &[u8]) -> Result<Recognised<'_>, Error> {
    // Parts of an archive may differ in charset.
    if let Some(opened) = mhtml::open(input) {
        return unwrap(Cow::Owned(opened.text), opened.wrapping);
    }
    let mut wrapping = Wrapping::default();
    let text = bytes::decode(input, None, &mut wrapping);
    unwrap(text, wrapping)
}

/// Takes off the wrappings, and tells what is left.
fn unwrap(text: Cow<'_, str>, mut wrapping: Wrapping) -> Result<Recognised<'_>, Error> {
    let mut text = trim(text);
    for _ in usize::from(wrapping.form.is_some())..MAX_WRAPPINGS {
        let Some(opened) = open(&text) else {
            break;
        };
        text = trim(Cow::Owned(opened.text));
        wrapping = wrapping.and(opened.wrapping);
    }
    let opening = opening(&text);
    // A wrapping that tells more than an address holds an article, however short.
    let is_wrapped = wrapping.form.is_some_and(|form| form != Source::Clipboard)
        || wrapping.said.title.is_some();
    if let Some(url) = only_address(&text, &opening, is_wrapped) {
        return Err(url_only(url));
    }
    let form = bare_form(&text, &opening)?;
    let saved_from = wrapping
        .address
        .or_else(|| saved_from(&text, &opening).map(str::to_owned));
    Ok(Recognised {
        form: wrapping.form.unwrap_or(form),
        is_archive: form == Source::Markdown,
        is_part: matches!(form, Source::Fragment | Source::Clipboard),
        saved_from,
        said: wrapping.said,
        warnings: wrapping.warnings,
        n_gaps: 0,
        text,
    })
}

/// Takes one wrapping off.
fn open(text: &str) -> Option<Opened> {
    let opening = opening(text);
    clipboard::open(text, &opening)
        .or_else(|| mhtml::open(text.as_bytes()))
        .or_else(|| feed::open(text))
        .or_else(|| view_source::open(text, &opening))
        .or_else(|| escaped::open(text, &opening))
        .or_else(|| post::open(text))
}

/// The address in an input that holds nothing else.
fn only_address(text: &str, opening: &str, is_wrapped: bool) -> Option<String> {
    if is_url(text) {
        return Some(text.to_owned());
    }
    shared_link::address(text, opening).filter(|_| !is_wrapped)
}

fn url_only(url: String) -> Error {
    Error::new(
        ErrorKind::UrlOnly,
        "the input is only an address, and WeChat shows its pages to readers' browsers alone: \
         open it, select all, copy, and give what was copied",
    )
    .saying(error::Told {
        url: Some(url),
        ..error::Told::default()
    })
}

/// The form of what is wrapped in nothing.
fn bare_form(text: &str, opening: &str) -> Result<Source, Error> {
    if text.is_empty() {
        return Err(Error::new(
            ErrorKind::Empty,
            "the input is empty: expected the source of a WeChat article, or a part of it",
        ));
    }
    if archive::is_archive(text) {
        return Ok(Source::Markdown);
    }
    if !has_markup(text) {
        return Err(Error::new(
            ErrorKind::NotWechat,
            "the input is neither HTML nor Markdown that tells of WeChat: expected the source of an article or a part of \
             it; a front matter with a title makes any Markdown an article",
        ));
    }
    let is_whole = ["<html", "<!doctype", "<head"]
        .iter()
        .any(|mark| contains(opening, mark));
    if !is_whole {
        return Ok(if clipboard::is_selection(opening) {
            Source::Clipboard
        } else {
            Source::Fragment
        });
    }
    if !WECHAT_MARKS.iter().any(|mark| contains(text, mark)) {
        return Err(Error::new(
            ErrorKind::NotWechat,
            "the page is not from WeChat: expected a page of mp.weixin.qq.com",
        ));
    }
    Ok(if contains(opening, SAVED_FROM) {
        Source::Saved
    } else if !contains(opening, "<!doctype") {
        Source::Live
    } else if is_written_anew(opening) {
        Source::Saved
    } else {
        Source::Page
    })
}

/// The warning for what holds more than one article.
fn several() -> Warning {
    Warning::new(
        "several-articles",
        "the input holds several articles: this is the first, give the others one by one",
    )
}

/// `text` without blanks, marks and NULs around it.
fn trim(text: Cow<'_, str>) -> Cow<'_, str> {
    let around = |c: char| c.is_whitespace() || c == '\u{feff}' || c == '\0';
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim_matches(around)),
        Cow::Owned(text) => {
            let trimmed = text.trim_matches(around);
            if trimmed.len() == text.len() {
                Cow::Owned(text)
            } else {
                Cow::Owned(trimmed.to_owned())
            }
        }
    }
}

/// The address in `<!-- saved from url=(0049)https://… -->`, where the number is its length.
fn saved_from<'a>(text: &'a str, opening: &str) -> Option<&'a str> {
    let (before, _) = around(opening, SAVED_FROM)?;
    let comment = text
        .get(before.len() + SAVED_FROM.len()..)?
        .split("-->")
        .next()?;
    Some(comment.split_once(')')?.1.trim())
}

/// What stands before and after the first `mark`.
fn around<'a>(text: &'a str, mark: &str) -> Option<(&'a str, &'a str)> {
    let at = find(text.as_bytes(), mark.as_bytes())?;
    Some((text.get(..at)?, text.get(at + mark.len()..)?))
}

/// Whether `needle` occurs in `text`.
pub(crate) fn contains(text: &str, needle: &str) -> bool {
    find(text.as_bytes(), needle.as_bytes()).is_some()
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

/// Whether a browser wrote the page out of its tree: blanks before the head are lost there, and the server sends some.
fn is_written_anew(opening: &str) -> bool {
    let after = around(opening, "<html").and_then(|(_, html)| around(html, ">"));
    after.is_some_and(|(_, head)| head.starts_with("<head") || head.starts_with("<script"))
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
            recognise(page).unwrap().saved_from.as_deref(),
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
            ("<html><div id=\"js_content\">", Source::Live),
            (
                "<!DOCTYPE html>\n<!--headTrap<head></head><html></html>-->\n<html lang=\"zh\">\n<head><div id=\"js_content\">",
                Source::Page,
            ),
            (
                "<!DOCTYPE html>\n<html lang=\"zh\"><head><div id=\"js_content\">",
                Source::Saved,
            ),
            ("---\ntitle: 山\n---\n\n<p>文</p>", Source::Fragment),
            (
                "---\ntitle: 山\n---\n\n<center>文</center>",
                Source::Markdown,
            ),
            ("<meta charset='utf-8'><p>文</p>", Source::Clipboard),
            (
                "<!--StartFragment--><p>文</p><!--EndFragment-->",
                Source::Clipboard,
            ),
            ("Content-Type: text/html\n\n<p>文</p>", Source::Mhtml),
            ("&lt;p&gt;文&lt;/p&gt;", Source::ViewSource),
            (r#""<p>文<\/p>""#, Source::Escaped),
            (r#"{"content_html": "<p>文</p>"}"#, Source::Feed),
            (
                "<item><description>&lt;p&gt;文&lt;/p&gt;</description></item>",
                Source::Feed,
            ),
            // The outermost tells.
            (
                r#"{"body": "<item><description>&lt;p&gt;文&lt;/p&gt;</description></item>"}"#,
                Source::Escaped,
            ),
            (
                "<!DOCTYPE html>\n<!-- saved from url=(0049)https://mp.weixin.qq.com/s/x -->\n<html>",
                Source::Saved,
            ),
        ] {
            assert_eq!(recognise(input).unwrap().form, expected, "{input:?}");
        }
    }
}
