//! A post for a generator of blogs: a front matter, and the article as HTML below it.

use super::{Opened, Said, Wrapping};
use crate::archive::fields::{self, AUTHOR, PUBLISHED, TITLE};

/// The article, as a page would hold it.
pub(super) fn open(text: &str) -> Option<Opened> {
    with_title_line(text).or_else(|| below_front_matter(text))
}

fn below_front_matter(text: &str) -> Option<Opened> {
    let (fields, _, below) = fields::split(text);
    let html = below.trim();
    // Markdown may begin with a tag as well.
    let is_html = html.starts_with('<')
        && html.ends_with('>')
        && (html.contains("</p>") || html.contains("</section>"));
    (is_html && fields.has(TITLE)).then(|| Opened {
        text: html.to_owned(),
        wrapping: Wrapping {
            address: fields.address(),
            said: Said {
                title: fields.text(TITLE),
                author: fields.name(AUTHOR),
                published: fields.text(PUBLISHED),
            },
            ..Wrapping::default()
        },
    })
}

/// A line of the title and the account, the article as HTML, and the link to it.
fn with_title_line(text: &str) -> Option<Opened> {
    let (front, body) = text.strip_prefix("---\n")?.split_once("\n---\n")?;
    let (line, html) = body.split_once("\n------\n<")?;
    let account = line.split(" by ").last()?;
    // One of the post's tags is the account's name.
    let tag = format!("\"{account}\"");
    let title = line.strip_suffix(account)?.strip_suffix(" by ")?;
    let published = front.split_once("\ndate: ")?.1.lines().next();
    let (html, link) = html.split_once("\n<hr>\n")?;
    let link = link.split('"').nth(1);
    front.contains(&tag).then(|| Opened {
        text: format!("<b id=js_name>{account}</b><div id=js_content><{html}"),
        wrapping: Wrapping {
            address: link.map(str::to_owned),
            said: Said {
                title: Some(title.to_owned()),
                published: published.map(str::to_owned),
                ..Said::default()
            },
            ..Wrapping::default()
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_html_below_a_front_matter() {
        let post = "---\ntitle: \"山间来信\"\nauthor: 阿茶\ndate: 2024-03-05\nurl: https://mp.weixin.qq.com/s/a\n---\n\n<div><p>文</p></div>\n";
        let Opened { text, wrapping } = open(post).expect("a post");
        assert_eq!(text, "<div><p>文</p></div>");
        assert_eq!(
            wrapping.address.as_deref(),
            Some("https://mp.weixin.qq.com/s/a")
        );
        assert_eq!(wrapping.said.title.as_deref(), Some("山间来信"));
        assert_eq!(wrapping.said.author.as_deref(), Some("阿茶"));
        assert_eq!(wrapping.said.published.as_deref(), Some("2024-03-05"));
        for other in [
            "---\ntitle: 山\n---\n\n文",
            "---\ntitle: 山\n---\n\n<b>文</b>",
            "---\ntitle: 山\n---\n\n<p>图</p>\n\n文",
            "<p>文</p>",
        ] {
            assert!(open(other).is_none(), "{other}");
        }
    }
}
