//! Code typed as ordinary paragraphs, a line each.
//!
//! WeChat's editor had no code blocks until 2018, so code was typed, or pasted from a highlighter, line by line, often
//! into a quotation or in italics; some type it so still. Lines tell by how they end that they are statements.

use ego_tree::NodeId;
use scraper::Node;

use super::hidden::{self, Scene};
use super::names::is_inline;
use super::style::Display;
use crate::block::Block;
use crate::dom::{self, NodeRef};

/// No line of code is longer, in characters.
const LONGEST: usize = 200;

/// Paragraphs on end that were looked at together.
pub(super) struct Typed {
    /// The last of them.
    pub last: NodeId,
    /// What they hold, if it is code.
    pub code: Option<Block>,
}

/// Looks at the paragraphs from `first` on, if that one is a line of code.
pub(super) fn read(first: NodeRef<'_>, scene: &Scene<'_>) -> Option<Typed> {
    if !starts(&paragraph(first, scene)?) {
        return None;
    }
    let mut lines = Vec::new();
    let mut last = first.id();
    // Where the last sure line ends: what may be code and is not followed by some is none.
    let mut end = (last, 0);
    for node in std::iter::once(first).chain(first.next_siblings()) {
        if is_nothing(node) {
            continue;
        }
        let Some(own) = paragraph(node, scene).filter(|own| own.iter().all(|line| may_be(line)))
        else {
            break;
        };
        let is_sure = own.last().is_some_and(|line| is_sure(line));
        lines.extend(own);
        last = node.id();
        if is_sure {
            end = (last, lines.len());
        }
    }
    lines.truncate(end.1);
    Some(if are_code(&lines) {
        let code = Some(Block::Code {
            language: None,
            text: lines.join("\n"),
        });
        Typed { last: end.0, code }
    } else {
        Typed { last, code: None }
    })
}

/// The code in a quotation that holds nothing else.
pub(super) fn alone(quote: NodeRef<'_>, scene: &Scene<'_>) -> Option<Block> {
    let mut held = quote.children().filter(|node| !is_nothing(*node));
    let (first, last) = (held.next()?, held.next_back());
    let typed = read(first, scene)?;
    typed
        .code
        .filter(|_| last.is_none_or(|last| last.id() == typed.last))
}

/// Whether lines, of which the first is sure, are code.
fn are_code(lines: &[String]) -> bool {
    let lines = || {
        lines
            .iter()
            .map(String::as_str)
            .filter(|line| !line.is_empty())
    };
    let count = |is: fn(&str) -> bool| lines().filter(|line| is(line)).count();
    let n_lines = lines().count();
    let is_statement = |line: &str| {
        is_structured(line)
            && code_of(line).ends_with([';', '{', '}'])
            && !line.contains(is_chinese)
    };
    count(is_statement) == n_lines
        || n_lines >= 3 && count(is_sure) * 2 >= n_lines && count(is_structured) * 3 >= n_lines
}

fn starts(lines: &[String]) -> bool {
    lines
        .first()
        .is_some_and(|line| is_sure(line) && may_be(line))
}

/// Whether a line may stand within code: short, not Chinese, no sentence.
fn may_be(line: &str) -> bool {
    let n_chinese = code_of(line).chars().filter(|c| is_chinese(*c)).count();
    let n_all = code_of(line).chars().count();
    n_all <= LONGEST
        && n_chinese * 2 <= n_all
        && (is_sure(line) || !line.ends_with(['。', '！', '？', '；', '，', '：', '.', '!', '?']))
}

/// Whether a line ends or begins as no other text does.
fn is_sure(line: &str) -> bool {
    let code = code_of(line);
    code.is_empty() && !line.is_empty()
        || code.ends_with([';', '{', '}', '['])
        || code.ends_with([',', ')', ':', ']', '(']) && is_structured(code)
        || code.starts_with('<') && code.ends_with('>')
        || code.starts_with("#include")
}

/// Whether a line holds what sentences do not: braces, an assignment, a call.
fn is_structured(line: &str) -> bool {
    let mut before = ' ';
    line.chars().any(|c| {
        let is_call = c == '(' && (before.is_ascii_alphanumeric() || before == '_');
        before = c;
        is_call || matches!(c, '{' | '}' | '=' | '<' | '"')
    })
}

/// A line without the comment at its end; nothing of one that is a comment.
fn code_of(line: &str) -> &str {
    let line = line.trim();
    if line.starts_with(['*', '#']) && !line.starts_with("#i") || line.starts_with("/*") {
        return "";
    }
    let is_comment = |at: &usize| !line[..*at].ends_with(':');
    match line.find("//").filter(is_comment) {
        Some(at) => line[..at].trim_end(),
        None => line,
    }
}

fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
}

/// Whether a node is between paragraphs.
fn is_nothing(node: NodeRef<'_>) -> bool {
    match node.value() {
        Node::Text(text) => text.trim_ascii().is_empty(),
        Node::Element(_) => false,
        _ => true,
    }
}

/// The lines of an element, if it holds text and nothing else.
fn paragraph(node: NodeRef<'_>, scene: &Scene<'_>) -> Option<Vec<String>> {
    let style = scene.style(node);
    if !matches!(dom::name(node), "p" | "section" | "div")
        || style.display == Display::None
        || hidden::hides(node, style, scene)
    {
        return None;
    }
    let mut lines = vec![String::new()];
    // Whether a blank would be drawn together with one before it.
    let mut after_blank = true;
    for node in node.descendants().skip(1) {
        match node.value() {
            Node::Text(text) => {
                for c in text.chars() {
                    let line = lines.last_mut()?;
                    let is_blank = c.is_ascii_whitespace();
                    match c {
                        '\n' if style.keeps_blanks => lines.push(String::new()),
                        '\u{200b}' | '\u{feff}' => {}
                        '\u{a0}' => line.push(' '),
                        _ if is_blank && after_blank && !style.keeps_blanks => {}
                        _ if is_blank => line.push(' '),
                        c => line.push(c),
                    }
                    after_blank = is_blank;
                }
            }
            Node::Element(element) => match element.name() {
                "br" => {
                    lines.push(String::new());
                    after_blank = true;
                }
                name if !is_inline(name) || name.starts_with("mp-") => return None,
                _ => {}
            },
            _ => {}
        }
    }
    for line in &mut lines {
        line.truncate(line.trim_end().len());
    }
    // The break that holds an empty paragraph open.
    if lines.len() > 1 {
        lines.pop_if(|line| line.is_empty());
    }
    Some(lines)
}
