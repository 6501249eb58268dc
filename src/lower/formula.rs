//! Formulas: LaTeX where the page keeps it, else read back from what was drawn of it.

use super::latex;
use crate::address;
use crate::dom::{self, NodeRef};

/// A formula found in place of an element.
pub(super) struct Formula {
    /// In LaTeX, without dollar signs.
    pub latex: String,
    /// Whether it stands by itself.
    pub is_display: bool,
}

/// Where publishers keep the LaTeX of what they drew: mdnice and its relatives, doocs.
const ATTRIBUTES: [&str; 2] = ["data-formula", "data-math-raw"];

/// Reads an element as a formula if it is one.
pub(super) fn lower(node: NodeRef<'_>) -> Option<Formula> {
    let kept = ATTRIBUTES.iter().find_map(|name| dom::attr(node, name));
    let latex = match dom::name(node) {
        _ if kept.is_some() => kept?.to_owned(),
        "img" => ["data-src", "src"]
            .iter()
            .filter_map(|name| dom::attr(node, name))
            .find_map(in_address)?,
        "math" => annotation(node).unwrap_or_else(|| latex::of(node)),
        "span" if dom::has_class(node, "katex") => annotation(node)?,
        // As pandoc and this crate write it, for MathJax to find.
        "span" if dom::has_class(node, "math") => bracketed(&dom::text(node))?,
        "svg" | "mjx-container" => annotation(node).or_else(|| drawn(node).map(latex::of))?,
        _ => return None,
    };
    let latex = undelimited(latex.trim());
    (!latex.is_empty()).then(|| Formula {
        latex: latex.to_owned(),
        is_display: is_display(node),
    })
}

/// LaTeX that stands in MathJax's brackets.
fn bracketed(text: &str) -> Option<String> {
    (text.starts_with("\\(") || text.starts_with("\\[")).then(|| text.to_owned())
}

/// LaTeX without the dollar signs or brackets around it.
fn undelimited(latex: &str) -> &str {
    [("$$", "$$"), ("\\[", "\\]"), ("\\(", "\\)"), ("$", "$")]
        .iter()
        .find_map(|(open, close)| latex.strip_prefix(open)?.strip_suffix(close))
        .unwrap_or(latex)
        .trim()
}

/// The LaTeX that KaTeX and others write beside their MathML.
fn annotation(node: NodeRef<'_>) -> Option<String> {
    let annotation = node
        .descendants()
        .find(|node| dom::attr(*node, "encoding") == Some("application/x-tex"))?;
    Some(dom::text(annotation)).filter(|latex| !latex.is_empty())
}

/// The formula that MathJax drew.
fn drawn(node: NodeRef<'_>) -> Option<NodeRef<'_>> {
    node.descendants().find(|node| {
        dom::attr(*node, "data-mml-node") == Some("math") || dom::name(*node) == "math"
    })
}

/// The LaTeX in the address of a picture of a formula: `https://www.zhihu.com/equation?tex=x%5E2`.
fn in_address(address: &str) -> Option<String> {
    let (_, query) = address.split_once("/equation?")?;
    let value = query
        .split(['&', '#'])
        .find_map(|pair| pair.strip_prefix("tex="))?;
    let latex = address::percent_decoded(&value.replace('+', " "))?;
    let mut latex = latex.trim();
    // A line end at the end asks for a line of its own.
    while let Some(before) = latex.strip_suffix("\\\\") {
        latex = before;
    }
    Some(latex.to_owned())
}

/// Whether the element, or one close around it, says that the formula stands by itself.
fn is_display(node: NodeRef<'_>) -> bool {
    let says_so = |node: NodeRef<'_>| {
        let class = dom::attr(node, "class").unwrap_or_default();
        matches!(dom::attr(node, "display"), Some("true" | "block"))
            || [
                "block-equation",
                "katex-display",
                "katex-block",
                "math-display",
            ]
            .iter()
            .any(|name| class.contains(name))
    };
    dom::name(node) == "section" || node.ancestors().take(3).any(says_so) || says_so(node)
}
