//! Code blocks.
//!
//! WeChat eats line ends and leading blanks, so its own editor writes a line as one `<code>` and publishers write
//! `<br>` and no-break spaces; some set each line in an element of its own, with its number in front or in a column
//! beside. All that is undone here, and nothing else: indentation and empty lines are exact.

use ego_tree::iter::Edge;
use scraper::Node;

use super::names::{is_block, is_inline, is_invisible};
use super::style::{Display, Style};
use crate::block::Block;
use crate::dom::{self, NodeRef};
use crate::measure;

/// Reads an element as code if it holds some: a `<pre>`, a `<code>` of several lines that stands alone, or a box set like
/// either.
pub(super) fn lower(node: NodeRef<'_>, style: Style) -> Option<Block> {
    let is_candidate = match dom::name(node) {
        "pre" => true,
        "code" => {
            !dom::has_ancestor(node, "pre") && (style.display == Display::Block || has_lines(node))
        }
        "p" | "section" | "div" => is_set_as_code(node, style),
        _ => false,
    };
    if !is_candidate {
        return None;
    }
    let text = text(node);
    (!text.trim().is_empty() && is_code(node, &text)).then(|| Block::Code {
        language: language(node),
        text,
    })
}

/// Whether an element only counts the lines of code that stands beside it.
pub(super) fn counts_lines(node: NodeRef<'_>) -> bool {
    if dom::name(node) == "td" {
        return numbers_next(node);
    }
    let Some(class) = dom::attr(node, "class") else {
        return false;
    };
    let mut classes = class.split_ascii_whitespace();
    classes.any(|class| {
        class.ends_with("code-snippet__line-index")
            || matches!(
                class,
                "line-numbers" | "line-numbers-rows" | "hljs-ln-numbers"
            ) && dom::text(node)
                .bytes()
                .all(|byte| byte.is_ascii_digit() || byte == b' ')
    })
}

/// Whether a cell of a table holds the numbers of the lines in the next one, and that holds code.
fn numbers_next(cell: NodeRef<'_>) -> bool {
    let mut n = 0;
    for node in cell.descendants() {
        match node.value() {
            Node::Text(text) => {
                for word in text.split_whitespace() {
                    n += 1;
                    if word.parse() != Ok(n) {
                        return false;
                    }
                }
            }
            Node::Element(element) if element.name() == "table" => return false,
            _ => {}
        }
    }
    let next = cell.next_siblings().find(|next| next.value().is_element());
    next.filter(|_| n > 1).is_some_and(|next| {
        // Cells within it would ask the same of theirs, and so on.
        let mut within = next.descendants().skip(1);
        if within.any(|node| matches!(dom::name(node), "table" | "td")) {
            return false;
        }
        let text = text(next);
        text.lines().count() == n && !is_chinese(&text)
    })
}

/// Whether an inline `<code>` holds more than one line, and is not a part of a sentence, which would be torn apart.
fn has_lines(code: NodeRef<'_>) -> bool {
    let mut within = code.descendants().map(dom::name);
    within.any(|name| matches!(name, "br" | "div" | "p" | "section"))
        && !is_in_line(code, |node| node.prev_sibling())
        && !is_in_line(code, |node| node.next_sibling())
}

/// Whether text stands on one line with an element, to the side where `beside` leads.
fn is_in_line<'a>(element: NodeRef<'a>, beside: fn(NodeRef<'a>) -> Option<NodeRef<'a>>) -> bool {
    let mut at = element;
    loop {
        while let Some(next) = beside(at) {
            at = next;
            let name = dom::name(at);
            // Lines of code may be a `<code>` each.
            if matches!(name, "br" | "code" | "img") || is_block(name) {
                return false;
            }
            let mut within = at.descendants();
            let mut holds_line = false;
            if within.any(|node| {
                holds_line |= matches!(dom::name(node), "br" | "code");
                matches!(node.value(), Node::Text(text) if !text.trim().is_empty())
            }) {
                return true;
            }
            if holds_line {
                return false;
            }
        }
        match at.parent().filter(|parent| is_inline(dom::name(*parent))) {
            Some(parent) => at = parent,
            None => return false,
        }
    }
}

/// Whether a box sets its text in a fixed width before all else, and keeps its blanks.
fn is_set_as_code(node: NodeRef<'_>, style: Style) -> bool {
    let mut within = node.descendants();
    style.is_fixed
        && style.keeps_blanks
        && !within.any(|node| matches!(dom::name(node), "pre" | "img" | "table" | "svg" | "iframe"))
}

/// Whether a box that keeps its blanks holds code. Some editors wrap ordinary paragraphs and pictures in a `<pre>`, and
/// an indented line of a list becomes one by accident.
fn is_code(node: NodeRef<'_>, text: &str) -> bool {
    if dom::name(node) != "pre" {
        return !is_chinese(text);
    }
    let class = dom::attr(node, "class").unwrap_or_default();
    let mut is_marked =
        dom::attr(node, "data-lang").is_some() || class.contains("code") || class.contains("hljs");
    let mut wraps_page = false;
    for node in node.descendants() {
        match dom::name(node) {
            "code" => is_marked = true,
            "img" | "p" | "section" => wraps_page = true,
            _ => {}
        }
    }
    (is_marked || !wraps_page) && !is_sentence(text)
}

/// Whether the text is one line, most of it Chinese.
pub(crate) fn is_sentence(text: &str) -> bool {
    !text.contains('\n') && is_chinese(text)
}

/// Whether most letters are Chinese.
fn is_chinese(text: &str) -> bool {
    let letters = measure::letters(text);
    let chinese = text
        .chars()
        .filter(|c| matches!(c, '\u{4e00}'..='\u{9fff}'))
        .count();
    chinese * 2 > letters
}

/// The code in an element: lines parted by `\n`, without empty ones before and after.
fn text(node: NodeRef<'_>) -> String {
    let mut lines = Lines::default();
    lines.read(node);
    let mut lines = lines.lines;
    strip_numbers(&mut lines);
    lines.retain(|line| !is_litter(&line.text));
    let is_empty = |line: &Line| line.text.trim().is_empty();
    while lines.pop_if(|line| is_empty(line)).is_some() {}
    let start = lines.iter().take_while(|line| is_empty(line)).count();
    let texts: Vec<&str> = lines
        .iter()
        .skip(start)
        .map(|line| line.text.trim_end_matches(['\n', '\r']))
        .collect();
    texts.join("\n").trim_end().to_owned()
}

#[derive(Default)]
struct Line {
    text: String,
    /// The length of the number in front that stands in an element of its own.
    number: usize,
}

/// Code that is being gathered.
#[derive(Default)]
struct Lines {
    lines: Vec<Line>,
    /// Whether the last line is not ended.
    is_open: bool,
}

impl Lines {
    fn read(&mut self, root: NodeRef<'_>) {
        // Between the parts of a code block some editors leave blanks that are no part of it.
        let has_code = root
            .descendants()
            .skip(1)
            .any(|node| dom::name(node) == "code");
        let mut depth_of_code = 0_usize;
        let mut left_out: Option<NodeRef<'_>> = None;
        for edge in root.traverse() {
            if let Some(outer) = left_out {
                if matches!(edge, Edge::Close(node) if node.id() == outer.id()) {
                    left_out = None;
                }
                continue;
            }
            match edge {
                Edge::Open(node) => match node.value() {
                    Node::Text(part)
                        if !has_code || depth_of_code > 0 || !part.trim().is_empty() =>
                    {
                        self.push(part, node);
                    }
                    Node::Element(_) if counts_lines(node) || is_invisible(dom::name(node)) => {
                        left_out = Some(node)
                    }
                    Node::Element(element) if element.name() == "br" => self.line_end(),
                    Node::Element(element) => {
                        if element.name() == "code" {
                            depth_of_code += 1;
                        }
                        if is_line(node) {
                            self.is_open = false;
                        }
                    }
                    _ => {}
                },
                Edge::Close(node) => {
                    if dom::name(node) == "code" {
                        depth_of_code = depth_of_code.saturating_sub(1);
                    }
                    if is_line(node) && node.id() != root.id() {
                        self.is_open = false;
                    }
                }
            }
        }
    }

    fn push(&mut self, part: &str, node: NodeRef<'_>) {
        let mut parts = part.split('\n');
        if let Some(first) = parts.next() {
            self.push_in_line(first, node);
        }
        for next in parts {
            self.line_end();
            self.push_in_line(next, node);
        }
    }

    fn push_in_line(&mut self, part: &str, node: NodeRef<'_>) {
        if part.is_empty() {
            return;
        }
        let begins = !self.is_open || self.lines.last().is_none_or(|line| line.text.is_empty());
        let line = self.line();
        line.text.extend(part.chars().filter_map(|c| match c {
            '\u{a0}' => Some(' '),
            '\u{200b}' | '\u{feff}' | '\r' => None,
            c => Some(c),
        }));
        if begins && is_number_alone(part, node) {
            line.number = line.text.len();
        }
    }

    /// Ends the line at hand, which may be empty.
    fn line_end(&mut self) {
        self.line();
        self.is_open = false;
    }

    /// The line at hand.
    fn line(&mut self) -> &mut Line {
        if !self.is_open || self.lines.is_empty() {
            self.lines.push(Line::default());
            self.is_open = true;
        }
        let last = self.lines.len() - 1;
        &mut self.lines[last]
    }
}

/// Whether an element is a line, or several, of its own.
fn is_line(node: NodeRef<'_>) -> bool {
    match dom::name(node) {
        "p" | "div" | "section" | "li" | "tr" => true,
        "code" => {
            let before = node.prev_siblings().find(|node| node.value().is_element());
            let after = node.next_siblings().find(|node| node.value().is_element());
            [before, after]
                .into_iter()
                .flatten()
                .any(|sibling| dom::name(sibling) == "code")
        }
        "span" => dom::attr(node, "style")
            .is_some_and(|style| Style::parse(style).display == Display::Block),
        _ => false,
    }
}

/// Whether a part of text is a number that has an element to itself, as the numbers of lines have; a number that is
/// highlighted as such is code.
fn is_number_alone(part: &str, node: NodeRef<'_>) -> bool {
    let part = part.trim();
    !part.is_empty()
        && part.len() < 6
        && part.bytes().all(|byte| byte.is_ascii_digit())
        && node.prev_sibling().is_none()
        && node.next_sibling().is_none()
        && node.parent().is_some_and(|parent| {
            matches!(
                dom::name(parent),
                "span" | "em" | "i" | "td" | "li" | "section" | "div" | "p"
            ) && !dom::attr(parent, "class").is_some_and(|class| {
                class.contains("hljs-")
                    || class.contains("snippet__number")
                    || class.contains("token")
            })
        })
}

/// Takes out the numbers of lines: in front of each, or in a column that came out above the code.
fn strip_numbers(lines: &mut Vec<Line>) {
    let number = |line: &Line| {
        line.text
            .get(..line.number)
            .and_then(|text| text.trim().parse::<usize>().ok())
    };
    let Some(first) = lines.first().and_then(number) else {
        return;
    };
    let counts = |(at, line): (usize, &Line)| number(line) == Some(first + at);
    let n_counted = lines
        .iter()
        .enumerate()
        .take_while(|counted| counts(*counted))
        .count();
    if n_counted == lines.len() && n_counted > 1 {
        for line in lines {
            line.text.drain(..line.number);
        }
        return;
    }
    let (column, code) = lines.split_at(n_counted);
    if column.len() == code.len()
        && column.iter().all(|line| line.text.len() == line.number)
        && code.iter().all(|line| line.number == 0)
    {
        lines.drain(..n_counted);
    }
}

/// Whether a line is what copying leaves of a style sheet's counter of lines: `counter(line`, `ounter(line`.
fn is_litter(line: &str) -> bool {
    let line = line.trim();
    line.ends_with("ounter(line")
        && line
            .replace("counter(line", "")
            .replace("ounter(line", "")
            .is_empty()
}

/// The language, from `data-lang` or from a class such as `language-rust`, `code-snippet__rust` or `hljs rust`.
fn language(node: NodeRef<'_>) -> Option<String> {
    let around = node.parent().into_iter().filter(|parent| {
        dom::attr(*parent, "class").is_some_and(|class| class.contains("code-snippet"))
    });
    let nodes: Vec<_> = node
        .descendants()
        .filter(|node| matches!(dom::name(*node), "pre" | "code"))
        .take(2)
        .chain(around)
        .collect();
    let named = nodes
        .iter()
        .find_map(|node| dom::attr(*node, "data-lang"))
        .or_else(|| {
            nodes
                .iter()
                .find_map(|node| language_of_class(dom::attr(*node, "class")?))
        })?;
    named_language(named)
}

/// The language of that name, if it may be one.
pub(crate) fn named_language(name: &str) -> Option<String> {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || b"+#-_.".contains(&byte);
    (name.len() <= 20 && name.bytes().all(is_part)).then(|| name.to_ascii_lowercase())
}

fn language_of_class(class: &str) -> Option<&str> {
    let named = class.split_ascii_whitespace().find_map(|class| {
        class
            .strip_prefix("language-")
            .or_else(|| class.strip_prefix("lang-"))
    });
    named
        .or_else(|| {
            // The editor marks all its code as `js` and says the language in `data-lang`, if at all.
            class
                .split_ascii_whitespace()
                .filter_map(|class| class.strip_prefix("code-snippet__"))
                .find(|named| !matches!(*named, "fix" | "js" | "line-index"))
        })
        .or_else(|| {
            let mut classes = class.split_ascii_whitespace();
            let is_highlighted = classes.by_ref().any(|class| class == "hljs");
            classes.next().filter(|class| {
                is_highlighted && class.bytes().all(|byte| byte.is_ascii_lowercase())
            })
        })
}
