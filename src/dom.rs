//! The few questions this crate asks of an HTML tree.

use std::collections::HashMap;

use ego_tree::iter::Edge;
use html5ever::{QualName, ns};
use scraper::node::Element;
use scraper::{Html, Node};

use crate::scan::scan;
use crate::words;

/// A node of a parsed page.
pub(crate) type NodeRef<'a> = ego_tree::NodeRef<'a, Node>;

/// Parses markup, as far as a reader sees it.
pub(crate) fn parse(markup: &str) -> Html {
    scan(markup).html
}

/// The elements of a page by their `id`; of several with one id, the first.
pub(crate) type Ids<'a> = HashMap<&'a str, NodeRef<'a>>;

/// Finds the elements of a page that have an `id`.
pub(crate) fn by_id(html: &Html) -> Ids<'_> {
    let mut ids = HashMap::new();
    for node in html.tree.root().descendants() {
        if let Some(id) = element(node).and_then(|e| raw_attr(e, "id")) {
            ids.entry(id).or_insert(node);
        }
    }
    ids
}

/// The element at `node`, if it is one.
pub(crate) fn element(node: NodeRef<'_>) -> Option<&Element> {
    node.value().as_element()
}

/// The name of the element at `node`, or an empty string.
pub(crate) fn name(node: NodeRef<'_>) -> &str {
    element(node).map_or("", Element::name)
}

/// An attribute of the element at `node`, trimmed; `None` if it is missing or blank.
pub(crate) fn attr<'a>(node: NodeRef<'a>, name: &str) -> Option<&'a str> {
    let value = raw_attr(element(node)?, name)?.trim();
    (!value.is_empty()).then_some(value)
}

/// An attribute as it is. An element has few: to compare them all is less than to look the name up in the parser's
/// table of names, as its own way to one would.
fn raw_attr<'a>(element: &'a Element, name: &str) -> Option<&'a str> {
    let mut attributes = element.attrs.iter();
    let is_wanted = |found: &QualName| *found.local == *name && found.ns == ns!();
    attributes.find_map(|(found, value)| is_wanted(found).then_some(&**value))
}

/// Whether the element at `node` has the class.
pub(crate) fn has_class(node: NodeRef<'_>, class: &str) -> bool {
    attr(node, "class").is_some_and(|all| all.split_ascii_whitespace().any(|one| one == class))
}

/// Whether `node` stands within an element of that name. The depth of a page is bounded.
pub(crate) fn has_ancestor(node: NodeRef<'_>, ancestor: &str) -> bool {
    node.ancestors().any(|node| name(node) == ancestor)
}

/// Whether the element at `node` has the attribute `hidden`, whatever its value.
pub(crate) fn is_hidden(node: NodeRef<'_>) -> bool {
    element(node).is_some_and(|e| raw_attr(e, "hidden").is_some())
}

/// The text within `node` as one line.
pub(crate) fn text(node: NodeRef<'_>) -> String {
    let mut text = String::new();
    for edge in node.traverse() {
        if let Edge::Open(node) = edge
            && let Node::Text(part) = node.value()
        {
            text.push_str(part);
        }
    }
    words::one_line(&text)
}

/// `text` as one line without the tags that WeChat's data has in plain text: links of topics (`#话题`), line breaks.
pub(crate) fn without_tags(text: &str) -> String {
    /// No such tag is longer; a bound keeps the search for ends linear.
    const LONGEST: usize = 1024;
    let is_known = |tag: &str| {
        let name = tag.trim_start_matches('/').split([' ', '/']).next();
        matches!(name, Some("a" | "br"))
    };
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, tag)) = rest.split_once('<') {
        out.push_str(before);
        let end = tag.bytes().take(LONGEST).position(|byte| byte == b'>');
        rest = match end.map(|end| tag.split_at(end)) {
            Some((inside, after)) if is_known(inside) => {
                out.push(' ');
                &after[1..]
            }
            _ => {
                out.push('<');
                tag
            }
        };
    }
    words::one_line(&(out + rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_out_only_the_tags_of_data() {
        for (text, expected) in [
            ("读 <a class=\"wx_topic_link\">#茶</a> 书", "读 #茶 书"),
            ("一<br>二<br/>三", "一 二 三"),
            ("1 < 2 > 1，<b>粗</b>", "1 < 2 > 1，<b>粗</b>"),
            ("<a", "<a"),
        ] {
            assert_eq!(without_tags(text), expected);
        }
    }
}
