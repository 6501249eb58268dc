//! What every HTML that comes out must be, whatever went in: nothing but what the table of allowed markup lists, with
//! values that run nothing and load nothing but pictures, and the same to a browser that reads it twice.
//!
//! Shared by the tests of made-up articles, of the vectors and of the fuzz targets.

use std::fmt::Write;

use scraper::{Html, Node};
use wechat_article_cleaner::ALLOWED_HTML;

/// What is wrong with a fragment, if anything is.
pub fn fault(fragment: &str) -> Option<String> {
    fault_but(fragment, |_| false)
}

/// What is wrong with a fragment, if anything is but the addresses of pictures that may stand there.
pub fn fault_but(fragment: &str, may_stand: impl Fn(&str) -> bool) -> Option<String> {
    let read = Html::parse_fragment(fragment);
    for node in read.tree.root().descendants() {
        let found = match node.value() {
            // The parser's own frame.
            Node::Element(_) if node.parent() == Some(read.tree.root()) => None,
            Node::Element(element) => {
                let attributes = element.attrs().collect::<Vec<_>>();
                match ALLOWED_HTML
                    .iter()
                    .find(|(name, _)| *name == element.name())
                {
                    None => Some(format!("<{}>", element.name())),
                    Some(_) if element.name.ns != html5ever::ns!(html) => {
                        Some(format!("<{}> of another namespace", element.name()))
                    }
                    Some((name, allowed)) => attributes
                        .iter()
                        .find(|(attribute, value)| {
                            let is_copy = *attribute == "src" && may_stand(value);
                            !allowed.contains(attribute)
                                || !is_copy && !is_fine(name, attribute, value)
                        })
                        .map(|(attribute, value)| format!("{name} {attribute}={value:?}")),
                }
            }
            Node::Comment(_) => Some("a comment".to_owned()),
            Node::Doctype(_) => Some("a document type".to_owned()),
            Node::ProcessingInstruction(_) => Some("an instruction".to_owned()),
            Node::Text(_) | Node::Document | Node::Fragment => None,
        };
        if let Some(found) = found {
            return Some(format!("{found} in {fragment}"));
        }
    }
    // A browser that writes the fragment and reads it again, as editors make it do, gets the same.
    let again = Html::parse_fragment(&read.root_element().inner_html());
    (shape(&read) != shape(&again)).then(|| format!("read twice, it changes: {fragment}"))
}

/// What is wrong with a document, if anything is: its head is ours, and its body one of our fragments.
pub fn document_fault(document: &str) -> Option<String> {
    let body = document.split_once("\n<body>\n");
    let Some((head, body)) = body.and_then(|(head, body)| {
        let body = body.strip_suffix("</body>\n</html>\n")?;
        head.contains("</head>").then_some((head, body))
    }) else {
        return Some(format!("no body in {document}"));
    };
    let read = Html::parse_document(head);
    let names: Vec<_> = read
        .root_element()
        .descendants()
        .filter_map(|node| node.value().as_element())
        .map(|element| element.name())
        .filter(|name| !["author", "link"].contains(name))
        .collect();
    let (first, last) = (
        ["html", "head", "meta", "meta", "meta", "title"],
        ["style", "body"],
    );
    let is_head = names.starts_with(&first) && names.ends_with(&last) && names.len() <= 9;
    if !is_head {
        return Some(format!("{names:?} in {document}"));
    }
    fault(body)
}

/// Whether a value of an attribute that may come out is one that may come out.
fn is_fine(element: &str, attribute: &str, value: &str) -> bool {
    let number = |least: u32, most: u32| value.parse().is_ok_and(|n| (least..=most).contains(&n));
    match attribute {
        "href" => is_address(value) || value.starts_with("#fn-") || value.starts_with("#fnref-"),
        "src" => is_address(value) && !value.starts_with("mailto:") || is_picture(value),
        "id" => value.starts_with("fn-") || value.starts_with("fnref-"),
        "class" if element == "span" => ["math inline", "math display"].contains(&value),
        "class" => value.starts_with("language-") && !value.contains(char::is_whitespace),
        "role" => ["doc-noteref", "doc-endnotes", "doc-backlink"].contains(&value),
        "rel" => value == "noopener noreferrer",
        "loading" => value == "lazy",
        "referrerpolicy" => value == "no-referrer",
        "width" | "height" | "start" | "value" => number(0, u32::MAX),
        "colspan" => number(2, 1000),
        "rowspan" => number(2, 65534),
        // Words.
        "alt" | "lang" | "datetime" => true,
        _ => false,
    }
}

/// Whether a browser takes the value for an address of the web, or of a mailbox.
pub fn is_address(value: &str) -> bool {
    let scheme = value.split(':').next().unwrap_or_default();
    let scheme = scheme.to_ascii_lowercase();
    let is_known = match scheme.as_str() {
        "http" | "https" => value[scheme.len()..].starts_with("://"),
        scheme => scheme == "mailto",
    };
    is_known && !value.contains(|c: char| c.is_control() || "\"<>`".contains(c))
}

/// Whether the value is a picture in pixels itself.
pub fn is_picture(value: &str) -> bool {
    let kinds = ["png", "jpeg", "jpg", "gif", "webp", "avif"];
    let told = value.strip_prefix("data:image/");
    told.and_then(|told| told.split_once(";base64,"))
        .is_some_and(|(kind, data)| {
            kinds.contains(&kind)
                && data
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || b"+/=".contains(&byte))
        })
}

/// The elements, their attributes and the text, in order.
fn shape(html: &Html) -> String {
    let mut shape = String::new();
    for edge in html.root_element().traverse() {
        match edge {
            ego_tree::iter::Edge::Open(node) => match node.value() {
                Node::Element(element) => {
                    let _ = write!(shape, "<{}", element.name());
                    for (name, value) in element.attrs() {
                        let _ = write!(shape, " {name}={value:?}");
                    }
                    shape.push('>');
                }
                Node::Text(text) => shape.push_str(text),
                _ => {}
            },
            ego_tree::iter::Edge::Close(node) if node.value().is_element() => shape.push_str("</>"),
            ego_tree::iter::Edge::Close(_) => {}
        }
    }
    shape
}
