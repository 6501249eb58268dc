//! A link that was passed on, as it comes out of WeChat or of a browser: with the title before it, a few words, or
//! further links. Whoever gives one has no article yet, whatever could be made of the words.

use crate::dom::one_line;
use crate::page::url;
use crate::words::has_any;

/// No message is longer, with the style that browsers give a copied link.
const LONGEST: usize = 4096;

/// How much there is to read beside the links, in characters of Chinese and words of other languages.
const MOST_WORDS: usize = 200;

/// What an article has and no message: its element, a picture, a frame of a page.
const OF_ARTICLES: &str = "js_content rich_media <img ![ <html <head <!doctype";

/// The address of the first article that a message leads to; `None` if the text may be an article itself. `opening` is
/// the beginning of the text in lower case.
pub(super) fn address(text: &str, opening: &str) -> Option<String> {
    // A front matter or a heading begins an archive.
    if text.len() > LONGEST || text.starts_with(['-', '#']) || has_any(opening, OF_ARTICLES) {
        return None;
    }
    let (_, link) = text.split_once("mp.weixin.qq.com/")?;
    let is_end = |c: char| !c.is_ascii_graphic() || "\"'<>()[]\\".contains(c);
    let link = link.split(is_end).next()?.trim_end_matches(['.', ',', '!']);
    let link = url::canonical(&format!("https://mp.weixin.qq.com/{link}"))?;
    let mut seen = String::new();
    for (at, part) in text.split('<').enumerate() {
        let (_, after) = part
            .split_once('>')
            .filter(|_| at > 0)
            .unwrap_or(("", part));
        seen.push_str(after);
        seen.push(' ');
    }
    let seen = one_line(&seen);
    // Characters of an address are no words.
    let n_words = seen.chars().filter(|c| !c.is_ascii_graphic()).count();
    let is_prose = seen.contains('。') || seen.contains(". ");
    (n_words <= MOST_WORDS && !is_prose).then_some(link)
}
