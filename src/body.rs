//! Finds the article on its page.

use ego_tree::NodeId;
use scraper::Html;

use crate::dom::{self, NodeRef};
use crate::error::{Error, ErrorKind};
use crate::input::Source;
use crate::page::Data;
use crate::scan;
use crate::script::Value;

/// Where an article stands.
pub(crate) enum Body {
    /// Within an element of the page.
    Element(NodeId),
    /// In the page's script data, parsed apart. Reposts, picture and text posts keep it there.
    Script(Html),
}

impl Body {
    /// The node whose children are the article.
    pub fn root<'a>(&'a self, page: &'a Html) -> NodeRef<'a> {
        match self {
            Body::Element(id) => page.tree.get(*id).unwrap_or_else(|| page.tree.root()),
            Body::Script(html) => html.tree.root(),
        }
    }
}

/// Finds the article.
///
/// # Errors
///
/// If the page is a WeChat page and holds none.
pub(crate) fn find(
    html: &Html,
    data: &Data<'_>,
    source: Source,
    input: &str,
) -> Result<Body, Error> {
    let element = content_element(html);
    if let Some(element) = element.filter(|element| has_content(*element)) {
        return Ok(Body::Element(element.id()));
    }
    if let Some(content) = data.key("content_noencode").and_then(Value::text) {
        return Ok(Body::Script(dom::parse(
            &scan::scan(&as_markup(content)).markup,
        )));
    }
    match (source, element) {
        (Source::Fragment, _) => Ok(Body::Element(html.tree.root().id())),
        (_, Some(_)) => Err(Error::new(
            ErrorKind::NoArticle,
            "the article is empty: `#js_content` holds nothing, and neither does the script data",
        )),
        (_, None) if !crate::input::contains(input, "</html>") => Err(Error::new(
            ErrorKind::Truncated,
            "the page is cut off before the article: save or copy it again, whole",
        )),
        (_, None) => Err(Error::new(
            ErrorKind::NoArticle,
            "no article on this WeChat page: expected `#js_content`, or script data with a text",
        )),
    }
}

/// The element that holds the body of an ordinary article.
fn content_element(html: &Html) -> Option<NodeRef<'_>> {
    let mut fallback = None;
    for node in html.tree.root().descendants() {
        if dom::attr(node, "id") == Some("js_content") {
            return Some(node);
        }
        if fallback.is_none() && dom::has_class(node, "rich_media_content") {
            fallback = Some(node);
        }
    }
    fallback
}

/// Whether an element holds an article: a text post keeps only the page's own furniture in it.
fn has_content(element: NodeRef<'_>) -> bool {
    let mut nodes = element.descendants();
    nodes.all(|node| dom::attr(node, "id") != Some("js_text_desc"))
        && element
            .descendants()
            .skip(1)
            .any(|node| match node.value() {
                scraper::Node::Text(text) => !text.trim().is_empty(),
                scraper::Node::Element(element) => {
                    matches!(element.name(), "img" | "iframe" | "video" | "audio" | "svg")
                }
                _ => false,
            })
}

/// The script data's text as HTML: the posts that are plain text break lines by line feeds.
fn as_markup(content: &str) -> String {
    if content.contains("<p") || content.contains("<section") || content.contains("<div") {
        content.to_owned()
    } else {
        format!("<p>{}</p>", content.replace('\n', "<br>"))
    }
}
