//! Tags of HTML that converters leave as they are. Any other may be what is written about, and is text.

use super::line::Kind;
use crate::words::{is_word, words};

/// Tags that set text. Those after the eighth mean the same as the first ones.
pub(super) const TAGS: &str = "strong em del u mark sup sub code b i s ins";

/// Longer tags than this are text.
const LONGEST_TAG: usize = 2000;

/// What stands in the angle brackets at the start of the text, and the length with them.
pub(super) fn tag(text: &str) -> Option<(&str, usize)> {
    let end = text.bytes().take(LONGEST_TAG).position(|b| b == b'>')?;
    Some((&text[1..end], end + 1))
}

/// Whether it is this tag, of those few that converters leave as they are.
pub(super) fn is_tag(tag: &str, name: &str) -> bool {
    tag.split([' ', '/']).next() == Some(name)
}

/// Whether the tag, or its end, only says how text is set.
pub(super) fn is_setting(tag: &str) -> bool {
    let name = tag.trim_start_matches('/').split(' ').next();
    name.is_some_and(|name| is_word("center figcaption figure font small", name))
        || tag == "/span"
        || tag.starts_with("span style=")
}

pub(super) const ANCHOR_END: &str = "</a>";

/// Whether the tag begins an element of nothing but an id, as Joplin keeps those of the page.
pub(super) fn is_anchor(tag: &str, rest: &str) -> bool {
    tag.starts_with("a id=") && rest.starts_with(ANCHOR_END)
}

/// The value of an attribute, by its name with what stands around it.
pub(super) fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, value) = tag.split_once(name)?;
    let quote = value.chars().next().filter(|c| "\"'".contains(*c))?;
    value[1..].split(quote).next()
}

/// The tag as one that may begin or end a mark.
pub(super) fn marking(tag: &str) -> Option<Kind> {
    let (name, is_end) = match tag.strip_prefix('/') {
        Some(name) => (name, true),
        None => (tag, false),
    };
    let place = words(TAGS).position(|known| known == name)?;
    Some(Kind::Tag { place, is_end })
}
