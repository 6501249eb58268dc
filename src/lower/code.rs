//! Code blocks.

use ego_tree::iter::Edge;
use scraper::Node;

use crate::block::Block;
use crate::dom::{self, NodeRef};

/// Whether a `<pre>` holds code. Some editors wrap ordinary paragraphs and pictures in one, and an indented line of a
/// list becomes one by accident.
pub(super) fn is_code(pre: NodeRef<'_>) -> bool {
    let (mut wraps_page, mut has_code) = (false, false);
    for node in pre.descendants() {
        match dom::name(node) {
            "code" => has_code = true,
            "img" | "p" | "section" => wraps_page = true,
            _ => {}
        }
    }
    (has_code || !wraps_page) && !is_sentence(&text(pre))
}

/// Whether the text is one line, most of it Chinese.
pub(crate) fn is_sentence(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphanumeric()).count();
    let chinese = text
        .chars()
        .filter(|c| matches!(c, '\u{4e00}'..='\u{9fff}'))
        .count();
    chinese * 2 > letters && !text.trim().contains('\n')
}

/// Reads a `<pre>`: WeChat's editors write a line as one `<code>`, or end it with `<br>`, or with a line feed.
pub(super) fn lower(pre: NodeRef<'_>) -> Option<Block> {
    let text = text(pre);
    let text = text.trim_end().trim_start_matches('\n');
    (!text.trim().is_empty()).then(|| Block::Code {
        language: language(pre),
        text: text.to_owned(),
    })
}

/// The text of a `<pre>`, line by line.
fn text(pre: NodeRef<'_>) -> String {
    let mut text = String::new();
    for edge in pre.traverse() {
        match edge {
            Edge::Open(node) => match node.value() {
                Node::Text(part) => {
                    text.extend(part.chars().map(|c| if c == '\u{a0}' { ' ' } else { c }))
                }
                Node::Element(element) => match element.name() {
                    "br" => text.push('\n'),
                    "code" if follows_code(node) => text.push('\n'),
                    _ => {}
                },
                _ => {}
            },
            Edge::Close(node) => {
                if matches!(dom::name(node), "p" | "div" | "section" | "li")
                    && !text.ends_with('\n')
                {
                    text.push('\n');
                }
            }
        }
    }
    text.replace("\r\n", "\n")
}

/// Whether a `<code>` is a further line: its nearest sibling element before it is one too.
fn follows_code(code: NodeRef<'_>) -> bool {
    code.prev_siblings()
        .find(|sibling| sibling.value().is_element())
        .is_some_and(|sibling| dom::name(sibling) == "code")
}

/// The language, from `data-lang` or a class such as `language-rust`.
fn language(pre: NodeRef<'_>) -> Option<String> {
    pre.descendants()
        .filter(|node| matches!(dom::name(*node), "pre" | "code"))
        .find_map(|node| {
            let named = dom::attr(node, "data-lang").or_else(|| {
                dom::attr(node, "class")?
                    .split_ascii_whitespace()
                    .find_map(|class| {
                        class
                            .strip_prefix("language-")
                            .or_else(|| class.strip_prefix("lang-"))
                    })
            })?;
            let known = named.len() <= 20
                && named
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || b"+#-_.".contains(&b));
            known.then(|| named.to_ascii_lowercase())
        })
}
