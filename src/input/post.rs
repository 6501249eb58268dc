//! A post for a generator of blogs: a front matter, a line of the title and the account, the article as HTML, and the
//! link to it.

use super::{Opened, Said, Wrapping};

/// The article, as a page would hold it.
pub(super) fn open(text: &str) -> Option<Opened> {
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
