//! A page's source shown by a browser: the HTML of the window that shows it, or its text with `<` escaped.

use memchr::{memchr, memchr2};

use super::{Opened, Source, WECHAT_MARKS, Wrapping, around, contains, has_markup};
use crate::script::decode_entities;

/// How a cell of Chromium's table of lines begins.
const LINE: &str = "class=\"line-content\"";

/// The source that is shown.
pub(super) fn open(text: &str, opening: &str) -> Option<Opened> {
    let shown = if contains(opening, LINE) {
        of_lines(text)
    } else if contains(opening, "id=\"viewsource\"") || shows_page(opening) {
        without_tags(text)
    } else if opening.starts_with("&lt;") && !has_markup(text) {
        text.to_owned()
    } else {
        return None;
    };
    // Within, `&nbsp;` is the character itself: what the page wrote as an entity shows as `&amp;nbsp;`.
    let text = decode_entities(&shown.replace("&nbsp;", "\u{a0}"));
    // An article may open with an example of HTML. WeChat's marks do not stand in its text.
    let is_page = WECHAT_MARKS.iter().any(|mark| contains(&text, mark));
    (is_page || opening.starts_with("&lt;")).then_some(Opened {
        text,
        wrapping: Wrapping {
            form: Some(Source::ViewSource),
            ..Wrapping::default()
        },
    })
}

/// Whether the first text is the beginning of a page, escaped.
fn shows_page(opening: &str) -> bool {
    let text = without_tags(opening);
    let text = text.trim_start();
    text.starts_with("&lt;!doctype html") || text.starts_with("&lt;html")
}

/// The text of Chromium's table, whose cells are lines.
fn of_lines(text: &str) -> String {
    let mut out = String::with_capacity(text.len() / 2);
    let mut rest = text;
    while let Some((_, line)) = around(rest, LINE) {
        // What follows the mark is the end of its tag.
        let (_, cell) = around(line, ">").unwrap_or_default();
        let (cell, after) = around(cell, "</td>").unwrap_or((cell, ""));
        rest = after;
        out.push_str(&without_tags(cell));
        out.push('\n');
    }
    out
}

/// `text` without its tags. An attribute may hold `>`.
fn without_tags(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, tag)) = around(rest, "<") {
        out.push_str(before);
        rest = after_tag(tag);
    }
    out + rest
}

/// What follows a tag; nothing if it has no end.
fn after_tag(tag: &str) -> &str {
    let bytes = tag.as_bytes();
    let mut at = 0;
    while let Some(found) = memchr2(b'>', b'"', &bytes[at..]) {
        at += found + 1;
        if bytes[at - 1] == b'>' {
            return &tag[at..];
        }
        match memchr(b'"', &bytes[at..]) {
            Some(end) => at += end + 1,
            None => return "",
        }
    }
    ""
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(text: &str) -> Option<String> {
        open(text, &super::super::opening(text)).map(|opened| opened.text)
    }

    const PAGE: &str = "<!DOCTYPE html>\n<html>\n<p id=\"js_content\">a &amp; b&nbsp;\u{a0}c</p>";

    /// A page as the text of HTML.
    fn escape(page: &str) -> String {
        page.replace('&', "&amp;")
            .replace('\u{a0}', "&nbsp;")
            .replace('<', "&lt;")
            .replace('>', "&gt;")
    }

    #[test]
    fn reads_what_browsers_show() {
        let lines: String = PAGE
            .lines()
            .map(|line| {
                let line = escape(line).replace("html", "<span class=\"html-tag\" title=\"a>b\">html</span>");
                format!("<tr><td class=\"line-number\" value=\"1\"></td><td class=\"line-content\">{line}</td></tr>")
            })
            .collect();
        let chromium = format!(
            "<html><head><meta name=\"color-scheme\"></head><body><label>Line wrap<input></label><table><tbody>{lines}</tbody></table></body></html>"
        );
        assert_eq!(source(&chromium).as_deref().map(str::trim), Some(PAGE));
        let firefox = format!(
            "<html><head></head><body id=\"viewsource\"><pre id=\"line1\">{}</pre></body></html>",
            escape(PAGE).replace("html", "<span class=\"start-tag\">html</span>")
        );
        assert_eq!(source(&firefox).as_deref(), Some(PAGE));
        for start in ["", "<meta charset='utf-8'><div><span style=\"color: red\">"] {
            let text = format!("{start}{}", escape(PAGE));
            assert_eq!(source(&text).as_deref(), Some(PAGE), "{start}");
        }
        assert_eq!(
            source("&lt;p&gt;茶&lt;/p&gt;").as_deref(),
            Some("<p>茶</p>")
        );
    }

    #[test]
    fn leaves_articles_alone() {
        for text in [
            PAGE,
            "<p>&lt;!DOCTYPE html&gt; opens every page</p><img data-src=\"https://mmbiz.qpic.cn/a\">",
            "&lt;p&gt; is <b>bold</b>",
            "<p>茶</p>",
            "<p",
            "",
        ] {
            assert_eq!(source(text), None, "{text}");
        }
    }
}
