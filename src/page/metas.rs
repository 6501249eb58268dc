//! The metas in the head of a page.

use scraper::Html;

use crate::dom;
use crate::script::{decode_entities, js_decode};
use crate::words;

/// The metas of the head that tell about the article.
pub(super) struct Metas(Vec<(String, String)>);

impl Metas {
    pub fn read(html: &Html) -> Self {
        Metas(
            html.tree
                .root()
                .descendants()
                .filter(|node| dom::name(*node) == "meta")
                .filter_map(|node| {
                    let name = dom::attr(node, "property").or_else(|| dom::attr(node, "name"))?;
                    Some((name.to_owned(), dom::attr(node, "content")?.to_owned()))
                })
                .collect(),
        )
    }

    /// The content of a meta as one line of plain text.
    pub fn text(&self, name: &str) -> Option<String> {
        let (_, content) = self.0.iter().find(|(known, _)| known == name)?;
        let text = plain(content);
        (!text.is_empty()).then_some(text)
    }
}

/// The text of an attribute, whose entities the parser has decoded already. WeChat's templates leave JavaScript escapes
/// in it, and an entity whose `&` is one of them (`\x26quot;`) is still to be decoded.
fn plain(content: &str) -> String {
    if !content.contains("\\x") {
        return words::one_line(content);
    }
    dom::without_tags(&decode_entities(&js_decode(content)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decodes_once() {
        for (content, expected) in [
            (
                r"周末\x0a读 \x26lt;a class=\x26quot;wx_topic_link\x26quot;\x26gt;#茶\x26lt;/a\x26gt; \x26amp;amp; 书 \xzz",
                r"周末 读 #茶 &amp; 书 \xzz",
            ),
            ("怎样写 &lt;a&gt; 与 &amp;", "怎样写 &lt;a&gt; 与 &amp;"),
            (" 山\n水 ", "山 水"),
            (r"\x", r"\x"),
            (r"\x+5", r"\x+5"),
            ("", ""),
        ] {
            assert_eq!(plain(content), expected);
        }
    }
}
