//! One pass over a page's source, from which come the tree of what a reader sees and the scripts that hold data.
//!
//! A page is 2–4 MB today, of which 95 % is script. The pass cuts the source into tokens, jumps over what no reader
//! sees, and hands the rest to the HTML parser's tree builder, within bounds that keep it fast.

mod names;
mod nesting;
mod token;
mod tree;

#[cfg(test)]
mod tests;

use memchr::memchr_iter;
use scraper::Html;

use crate::search::find;
use nesting::Nesting;
use token::{Kind, Token};
use tree::Tree;

/// What a page's source is made of.
pub(crate) struct Scan<'a> {
    /// The page without scripts, styles, comments and other things that are never shown.
    pub html: Html,
    /// The inline scripts that hold page data, in order.
    pub scripts: Vec<&'a str>,
    /// The other inline scripts.
    pub code: Vec<&'a str>,
    /// Whether the source says where it ends (`</html>`).
    pub has_end: bool,
    /// How many elements the source leaves open, `<html>` and `<body>` aside.
    pub n_open: usize,
}

/// How far into a script its first data is looked for. In real pages it is within 1 KB; library code is up to 1.5 MB.
pub(crate) const DATA_REACH: usize = 3 * 1024;

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

/// What scripts do that write the text of a post into the page, as they did in 2018 and 2019.
const WRITERS: [&[u8]; 2] = [b"document.write(", b"js_video_desc"];

/// Parts what a reader sees of a page from the data in its scripts.
pub(crate) fn scan(source: &str) -> Scan<'_> {
    let tree = Tree::new();
    let (mut scripts, mut code) = (Vec::new(), Vec::new());
    let mut nesting = Nesting::default();
    let mut has_end = false;
    let mut at = 0;
    while let Some(token) = token::next(source, at) {
        tree.text(&source[at..token.start]);
        at = token.end;
        match token.kind {
            Kind::Comment => {}
            Kind::Cdata => {
                if nesting.holds_cdata() {
                    at = token::cdata_end(source, token.start);
                    tree.plain_text(token::cdata_text(&source[token.start..at]));
                }
            }
            Kind::EndTag => {
                has_end |= token.name.eq_ignore_ascii_case("html");
                nesting.end(&token, &tree);
            }
            Kind::StartTag => match Content::of(&token, &nesting) {
                Content::Markup => nesting.start(&token, &tree),
                Content::Nothing => {}
                Content::Hidden => at = token::element_end(source, &token),
                Content::Script => {
                    let end = token::script_end(source, at);
                    let script = &source[at..end.map_or(source.len(), |end| end.start)];
                    if holds_data(script) {
                        scripts.push(script);
                    } else {
                        code.push(script);
                    }
                    at = end.map_or(source.len(), |end| end.end);
                }
                Content::Text => {
                    let end = token::raw_text_end(source, at, token.name);
                    let text = &source[at..end.map_or(source.len(), |end| end.start)];
                    nesting.leaf(&token, text, &tree);
                    at = end.map_or(source.len(), |end| end.end);
                }
                Content::Frame => {
                    nesting.leaf(&token, "", &tree);
                    // Serialised as XML, a frame has no end tag; browsers then take the rest of the page for its text.
                    if !token.closes_itself {
                        at = token::element_end(source, &token);
                    }
                }
            },
        }
    }
    tree.text(&source[at..]);
    Scan {
        html: tree.finish(),
        scripts,
        code,
        has_end,
        n_open: nesting.n_open(),
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

/// Whether a script assigns page data, or writes text into the page.
pub(crate) fn holds_data(script: &str) -> bool {
    let head = script.as_bytes();
    let head = head.get(..DATA_REACH).unwrap_or(head);
    if WRITERS.iter().any(|mark| find(head, mark).is_some()) {
        return true;
    }
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
