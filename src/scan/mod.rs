//! One pass over a page's source, before the HTML parser sees it.
//!
//! A page is 2–4 MB today, of which 95 % is script. The pass takes the scripts out, keeps those that hold the
//! article's data, leaves out what no reader sees, and bounds what makes the parser slow.

mod markup;
mod names;
mod nesting;
mod token;

#[cfg(test)]
mod tests;

use std::borrow::Cow;

use memchr::memchr_iter;

use markup::Markup;
use nesting::Nesting;
use token::{Kind, Token};

/// What a page's source is made of.
pub(crate) struct Scan<'a> {
    /// The source without scripts, styles, comments and other things that are never shown; safe to parse in linear time.
    pub markup: Cow<'a, str>,
    /// The inline scripts that hold page data, in order.
    pub scripts: Vec<&'a str>,
}

/// How many attributes a tag may have; the parser compares each with all before it. Real pages have up to 27.
const MAX_ATTRIBUTES: usize = 256;

/// As much for formatting elements, whose attributes the parser compares with those of other open ones.
const MAX_FORMATTING_ATTRIBUTES: usize = 32;

/// How far into a script its first data is looked for. In real pages it is within 1 KB; library code is up to 1.5 MB.
const DATA_REACH: usize = 8 * 1024;

/// The variables by which scripts with page data are known.
const DATA_NAMES: [&[u8]; 16] = [
    b"cgiDataNew",
    b"cgiData",
    b"msg_title",
    b"msg_desc",
    b"msg_link",
    b"nickname",
    b"nick_name",
    b"ct",
    b"create_time",
    b"publish_time",
    b"biz",
    b"item_show_type",
    b"ip_wording",
    b"picture_page_info_list",
    b"msgList",
    b"PAGE_MID",
];

/// Parts what a reader sees of a page from the data in its scripts.
pub(crate) fn scan(source: &str) -> Scan<'_> {
    let mut markup = Markup::new(source);
    let mut scripts = Vec::new();
    let mut nesting = Nesting::default();
    let mut at = 0;
    while let Some(token) = token::next(source, at) {
        at = token.end;
        match token.kind {
            Kind::Doctype => continue,
            Kind::Comment => {}
            Kind::Cdata => {
                if nesting.is_foreign() {
                    at = token::cdata_end(source, token.start);
                }
            }
            Kind::EndTag => {
                if nesting.end(&token, &mut markup) {
                    keep(&token, &mut markup);
                    continue;
                }
            }
            Kind::StartTag => match Content::of(&token, &nesting) {
                Content::Markup => {
                    if nesting.start(&token, &mut markup) {
                        keep(&token, &mut markup);
                        continue;
                    }
                }
                Content::Script => {
                    let end = token::script_end(source, at);
                    let script = &source[at..end.map_or(source.len(), |end| end.start)];
                    if holds_data(script) {
                        scripts.push(script);
                    }
                    at = end.map_or(source.len(), |end| end.end);
                }
                Content::Hidden => at = token::element_end(source, &token),
                Content::Nothing => {}
                Content::Text => {
                    let end = token::raw_text_end(source, at, token.name);
                    at = end.map_or(source.len(), |end| end.end);
                    if nesting.leaf(&token, &mut markup) {
                        keep(&token, &mut markup);
                        if let Some(end) = end {
                            keep(&end, &mut markup);
                        }
                        continue;
                    }
                }
                Content::Frame => {
                    // Serialised as XML, a frame has no end tag; browsers then take the rest of the page for its text.
                    let end = Some(token)
                        .filter(|token| !token.closes_itself)
                        .and_then(|token| token::raw_text_end(source, token.end, token.name));
                    if !token.closes_itself {
                        at = end.map_or(source.len(), |end| end.end);
                    }
                    if nesting.leaf(&token, &mut markup) {
                        keep(&token, &mut markup);
                        markup.leave_out(token.end, end.map_or(at, |end| end.start));
                        match end {
                            Some(end) => keep(&end, &mut markup),
                            None => markup.insert_end_tag(at, token.name),
                        }
                        continue;
                    }
                }
            },
        }
        markup.leave_out(token.start, at);
    }
    Scan {
        markup: markup.finish(),
        scripts,
    }
}

/// What stands within an element.
enum Content {
    Markup,
    /// Code.
    Script,
    /// Text or markup that is not shown where scripts run.
    Hidden,
    /// Text without markup.
    Text,
    /// Text for browsers that know no frames.
    Frame,
    /// Nothing: the tag is the whole element, and not shown.
    Nothing,
}

impl Content {
    fn of(tag: &Token<'_>, nesting: &Nesting<'_>) -> Content {
        let is_any = |names: &[&str]| names.iter().any(|name| name.eq_ignore_ascii_case(tag.name));
        let is_code = is_any(&["script", "style"]);
        if is_code && nesting.is_foreign() && tag.closes_itself {
            Content::Nothing
        } else if is_code {
            if is_any(&["script"]) {
                Content::Script
            } else {
                Content::Hidden
            }
        } else if nesting.is_foreign() {
            Content::Markup
        } else if is_any(&["noscript", "template", "noembed", "noframes"]) {
            Content::Hidden
        } else if is_any(&["title", "textarea", "xmp"]) {
            Content::Text
        } else if is_any(&["iframe"]) {
            Content::Frame
        } else {
            Content::Markup
        }
    }
}

/// Keeps a tag, without its attributes if there are too many.
fn keep(tag: &Token<'_>, markup: &mut Markup<'_>) {
    let most = if names::traits(tag.name).has(names::FORMATTING) {
        MAX_FORMATTING_ATTRIBUTES
    } else {
        MAX_ATTRIBUTES
    };
    if tag.attributes > most {
        markup.leave_out(
            tag.name_end,
            tag.end - if tag.closes_itself { 2 } else { 1 },
        );
    }
}

/// Whether a script assigns page data.
fn holds_data(script: &str) -> bool {
    let head = script.as_bytes();
    let head = head.get(..DATA_REACH).unwrap_or(head);
    memchr_iter(b'=', head).any(|at| {
        let target = head[..at].trim_ascii_end();
        let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
        let start = target
            .iter()
            .rposition(|byte| !is_part(byte))
            .map_or(0, |before| before + 1);
        DATA_NAMES.contains(&&target[start..]) && head.get(at + 1) != Some(&b'=')
    })
}
