//! An item of a feed (RSS or Atom): the article within it, and what the item says about it.

use super::{Opened, Said, Source, Wrapping, around, has_markup};
use crate::script::decode_entities;
use crate::search::{find, find_all};

/// The elements by which a feed begins.
const ROOTS: [&str; 6] = ["rss", "feed", "rdf:rdf", "channel", "item", "entry"];

/// What holds the body, best first; the last two may hold a digest alone.
const BODY: [&str; 4] = ["content:encoded", "content", "description", "summary"];

/// Comments, instructions and doctypes that may stand before the root.
const MAX_BEFORE_ROOT: usize = 16;

/// The article in the first item.
pub(super) fn open(text: &str) -> Option<Opened> {
    let (root, _) = start_tag(root(text)?)?;
    if !ROOTS
        .iter()
        .any(|name| root.name.eq_ignore_ascii_case(name))
    {
        return None;
    }
    let (item, rest) = ["item", "entry"]
        .iter()
        .find_map(|name| element(text, name))?;
    let children = children(item);
    let texts = |names: &[&str]| {
        names.iter().find_map(|name| {
            let found = children
                .iter()
                .find(|child| child.name.eq_ignore_ascii_case(name))?;
            let text = found.text();
            (!text.trim().is_empty()).then(|| text.trim().to_owned())
        })
    };
    let bodies = || BODY.iter().filter_map(|name| texts(&[name]));
    let body = bodies().find(|text| has_markup(text) || text.starts_with("&lt;"));
    // Atom links an entry to other things too, by `rel`: to itself, to what it answers.
    let is_own = |link: &&Element<'_>| link.attribute("rel").is_none_or(|rel| rel == "alternate");
    let link = children
        .iter()
        .filter(|child| child.name.eq_ignore_ascii_case("link"))
        .find(is_own);
    Some(Opened {
        text: body.or_else(|| bodies().next())?,
        wrapping: Wrapping {
            form: Some(Source::Feed),
            address: link
                .and_then(|link| link.attribute("href"))
                .or_else(|| texts(&["link"])),
            said: Said {
                title: texts(&["title"]),
                author: texts(&["dc:creator", "author"]).map(|author| name(&author)),
                published: texts(&["pubDate", "published", "dc:date", "updated"]),
            },
            warnings: if element(rest, "item")
                .or_else(|| element(rest, "entry"))
                .is_some()
            {
                vec![super::several()]
            } else {
                Vec::new()
            },
        },
    })
}

/// The first element, with what follows it.
fn root(text: &str) -> Option<&str> {
    let mut rest = text;
    for _ in 0..MAX_BEFORE_ROOT {
        rest = rest.trim_start();
        let end = match rest.get(..2)? {
            "<?" => "?>",
            "<!" if rest.starts_with("<!--") => "-->",
            "<!" => ">",
            _ => return Some(rest),
        };
        rest = around(rest, end)?.1;
    }
    None
}

/// An element: its name, the attributes as written, and what stands between its tags.
struct Element<'a> {
    name: &'a str,
    attributes: &'a str,
    inside: &'a str,
}

impl Element<'_> {
    /// The text, of which sections of CDATA are plain and the rest is escaped; or the markup within (`type="xhtml"`).
    fn text(&self) -> String {
        if self.attribute("type").as_deref() == Some("xhtml") {
            return self.inside.to_owned();
        }
        let mut out = String::with_capacity(self.inside.len());
        let mut rest = self.inside;
        while let Some((before, section)) = around(rest, "<![CDATA[") {
            out.push_str(&decode_entities(before));
            let (plain, after) = around(section, "]]>").unwrap_or((section, ""));
            out.push_str(plain);
            rest = after;
        }
        out + &decode_entities(rest)
    }

    fn attribute(&self, name: &str) -> Option<String> {
        let value = self.attributes.match_indices(name).find_map(|(at, _)| {
            let (before, after) = self.attributes.split_at(at);
            let value = after[name.len()..].trim_start().strip_prefix('=')?;
            before.ends_with(char::is_whitespace).then_some(value)
        })?;
        let value = value.trim_start();
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let value = value[1..].split(quote).next()?;
        Some(decode_entities(value))
    }
}

/// The start tag at the start of `text`, and what follows it; of a tag that closes itself, nothing is within.
fn start_tag(text: &str) -> Option<(Element<'_>, &str)> {
    let tag = text.strip_prefix('<')?;
    if !tag.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let end = tag.find('>')?;
    let written = tag[..end].trim_end_matches('/');
    let length = written
        .find(|c: char| c.is_whitespace())
        .unwrap_or(written.len());
    let (name, attributes) = written.split_at(length);
    let element = Element {
        name,
        attributes,
        inside: if tag[..end].ends_with('/') { "/" } else { "" },
    };
    Some((element, &tag[end + 1..]))
}

/// What stands within the first element of this name, and what follows it.
fn element<'a>(text: &'a str, name: &str) -> Option<(&'a str, &'a str)> {
    let opening = format!("<{name}");
    let start = find_all(text.as_bytes(), opening.as_bytes()).find(|at| {
        let after = text.as_bytes().get(at + opening.len());
        after.is_some_and(|byte| *byte == b'>' || byte.is_ascii_whitespace())
    })?;
    let inside = around(&text[start..], ">")?.1;
    let end = end_tag(inside, name).unwrap_or(inside.len());
    Some((&inside[..end], &inside[end..]))
}

/// Where the end tag of `name` begins. Sections of CDATA may hold such a tag too.
fn end_tag(text: &str, name: &str) -> Option<usize> {
    let end_tag = format!("</{name}>");
    let mut ends = find_all(text.as_bytes(), end_tag.as_bytes());
    let mut end = ends.next()?;
    let mut at = 0;
    let bytes = text.as_bytes();
    while let Some(section) = find(bytes.get(at..end)?, b"<![CDATA[").map(|n| at + n) {
        at = section + find(&bytes[section..], b"]]>")?;
        while end < at {
            end = ends.next()?;
        }
    }
    Some(end)
}

/// The elements directly within an item.
fn children(item: &str) -> Vec<Element<'_>> {
    let mut children = Vec::new();
    let mut rest = item;
    while let Some(at) = rest.find('<') {
        rest = &rest[at..];
        let Some((mut child, after)) = start_tag(rest) else {
            let next = rest.as_bytes().get(1);
            if next.is_some_and(u8::is_ascii_alphabetic) {
                // A tag without an end: what follows is within it.
                break;
            }
            rest = &rest[1..];
            continue;
        };
        rest = after;
        if child.inside.is_empty() {
            let Some(end) = end_tag(after, child.name) else {
                // Without an end it would be looked for from each such element to the end of the item.
                break;
            };
            child.inside = &after[..end];
            rest = &after[end..];
        } else {
            child.inside = "";
        }
        children.push(child);
    }
    children
}

/// The name within an Atom author (`<name>…</name>`), or the address line of an RSS one (`a@b.cn (阿茶)`).
fn name(author: &str) -> String {
    if let Some((name, _)) = element(author, "name") {
        return name.to_owned();
    }
    match author.split_once('(') {
        Some((address, name)) if address.contains('@') => name.trim_end_matches(')').to_owned(),
        _ => author.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_the_article_out_of_its_item() {
        for (item, expected) in [
            (
                "<item><description>短</description><content:encoded><![CDATA[<p>茶</item></content:encoded> &amp;</p>]]></content:encoded></item>",
                "<p>茶</item></content:encoded> &amp;</p>",
            ),
            (
                "<item><description>&lt;p&gt;茶 &amp;amp; 水&lt;/p&gt;</description></item>",
                "<p>茶 &amp; 水</p>",
            ),
            (
                "<entry><summary>短</summary><content type=\"html\">&lt;p&gt;茶&lt;/p&gt;</content></entry>",
                "<p>茶</p>",
            ),
            (
                "<entry><content type='xhtml'><div><p>茶 &amp; 水</p></div></content></entry>",
                "<div><p>茶 &amp; 水</p></div>",
            ),
            (
                "<item><guid/><br><description><![CDATA[<p>一</p>]]>&lt;p&gt;二&lt;/p&gt;</description>",
                "",
            ),
            (
                "<item><guid/><description><![CDATA[<p>一</p>]]>&lt;p&gt;二&lt;/p&gt;</description>",
                "<p>一</p><p>二</p>",
            ),
        ] {
            for (before, after) in [
                ("", ""),
                (
                    "<?xml version=\"1.0\"?>\n<!-- made -->\n<rss version=\"2.0\"><channel><title>x</title>",
                    "</channel></rss>",
                ),
            ] {
                let text = format!("{before}{item}{after}");
                let found = open(&text).map(|opened| opened.text).unwrap_or_default();
                assert_eq!(found, expected, "{text}");
            }
        }
    }

    #[test]
    fn reads_what_the_item_says() {
        for item in [
            "<item><title><![CDATA[山 & 水]]></title><link>https://mp.weixin.qq.com/s?a=1&amp;b=2</link><pubDate>d</pubDate>\
             <author>a@b.cn (阿茶)</author><description>&lt;p&gt;</description></item>",
            "<entry><title>山 &amp; 水</title><link rel=\"self\" href=\"https://a.cn/feed\"/>\
             <link rel=\"alternate\" data-href=\"https://a.cn\" href=\"https://mp.weixin.qq.com/s?a=1&amp;b=2\"/>\
             <published>d</published><author><name>阿茶</name></author><content>&lt;p&gt;</content></entry>",
        ] {
            let wrapping = open(item).unwrap().wrapping;
            assert_eq!(wrapping.said.title.as_deref(), Some("山 & 水"));
            assert_eq!(wrapping.said.author.as_deref(), Some("阿茶"));
            assert_eq!(wrapping.said.published.as_deref(), Some("d"));
            assert_eq!(
                wrapping.address.as_deref(),
                Some("https://mp.weixin.qq.com/s?a=1&b=2")
            );
            assert!(wrapping.warnings.is_empty());
            assert_eq!(
                open(&format!("<rss>{item}{item}"))
                    .unwrap()
                    .wrapping
                    .warnings
                    .len(),
                1
            );
        }
    }

    #[test]
    fn leaves_others_alone() {
        for text in [
            "",
            "<",
            "<p>茶</p>",
            "<items><item><description>x</description></item>",
            "<?xml version=\"1.0\"?><html><item><description>x</description></item></html>",
            "<rss><channel></channel></rss>",
            "<rss>",
            "<item",
            "<!--",
        ] {
            assert!(open(text).is_none(), "{text}");
        }
    }
}
