//! A link that was passed on, as it comes out of WeChat or of a browser: with the title before it, a few words, or
//! further links. Whoever gives one has no article yet, whatever could be made of the words.

use super::{around, contains};
use crate::script::decode_entities;
use crate::words::has_any;

/// No message is longer, with the style that browsers give a copied link.
const LONGEST: usize = 4096;

/// How much there is to read, in characters of Chinese and in blanks, which part the words of other languages.
const MOST_WORDS: usize = 200;

/// What an article has and no message: its element, a picture, prose, front matter, a converter's note, a whole page.
const OF_ARTICLES: &str = "js_content rich_media <img ![ 。 --- source: <html <head <!doctype";

/// The address of the first article that a message leads to; `None` if the text may be an article itself. `opening` is
/// the beginning of the text in lower case.
pub(super) fn address(text: &str, opening: &str) -> Option<String> {
    // The last two are a heading and the end of a sentence.
    if text.len() > LONGEST
        || has_any(opening, OF_ARTICLES)
        || contains(opening, "# ")
        || contains(opening, ". ")
    {
        return None;
    }
    let (_, path) = around(text, "mp.weixin.qq.com/")?;
    let is_end = |byte: u8| !byte.is_ascii_graphic() || b"\"'<>()[]\\.,!#".contains(&byte);
    let end = path.bytes().position(is_end).unwrap_or(path.len());
    // `/s/…` or `/s?…`: the site has pages of other kinds, too.
    if !matches!(path.as_bytes(), [b's', b'/' | b'?', ..]) {
        return None;
    }
    let (mut n_words, mut is_tag) = (0, false);
    for c in text.chars() {
        is_tag = c == '<' || is_tag && c != '>';
        n_words += usize::from(!is_tag && !c.is_ascii_graphic());
    }
    let is_message = n_words <= MOST_WORDS;
    is_message.then(|| "https://mp.weixin.qq.com/".to_owned() + &decode_entities(&path[..end]))
}
