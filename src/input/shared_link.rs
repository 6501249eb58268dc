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

#[cfg(test)]
mod tests {
    use crate::input::recognise;

    #[test]
    fn tells_links_passed_on() {
        let link = "https://mp.weixin.qq.com/s/abcd";
        for input in [
            link.to_owned(),
            "mp.weixin.qq.com/s/abcd".to_owned(),
            format!("《山间来信》\n{link}"),
            format!("看看这篇 {link}"),
            format!("看看{link}，写得真好！"),
            format!("I liked this: {link}."),
            format!("{link}\nhttps://mp.weixin.qq.com/s/efgh"),
            format!("[山间来信]({link})"),
            format!("<a href=\"{link}\">山间来信</a>"),
            format!("<meta charset='utf-8'><a href='{link}#rd' style='color: red'>山间来信</a>"),
            format!("<html><body><!--StartFragment--><a href=\"{link}\">茶</a><!--EndFragment-->"),
            format!("<p>看看这篇</p><p>{link}</p>"),
        ] {
            let error = recognise(&input).expect_err(&input);
            assert_eq!(error.code(), "url-only", "{input}");
            assert_eq!(error.url(), Some(link), "{input}");
        }
    }

    #[test]
    fn takes_short_posts_for_what_they_are() {
        let link = "https://mp.weixin.qq.com/s/abcd";
        for input in [
            format!("---\ntitle: 山\nurl: {link}\n---\n\n今天停更一期"),
            format!("# 山间来信\n\n原文：{link}\n\n今天停更一期"),
            format!("Title: 山\n\nURL Source: {link}\n\n今天停更一期"),
            format!("[原文]({link})\n# 山间来信\n今天停更一期"),
            format!("《山间来信》\n{link}\n\n今天停更一期。"),
            format!("<p>今天停更一期。</p><p><a href=\"{link}\">上一期</a></p>"),
            format!("<p><a href=\"{link}\"><img data-src=\"https://a.cn/1.png\"></a></p>"),
            format!("<div id=\"js_content\"><a href=\"{link}\">上一期</a></div>"),
            format!("<p>{}<a href=\"{link}\">上一期</a></p>", "茶".repeat(201)),
            "<p>https://mp.weixin.qq.com/cgi-bin/home</p>".to_owned(),
            format!(
                r#"{{"title": "山", "content_html": "<p>茶 <a href='{link}'>上一期</a></p>"}}"#
            ),
        ] {
            assert!(recognise(&input).is_ok(), "{input}");
        }
    }
}
