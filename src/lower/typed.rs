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
    /// Whether nothing follows them.
    is_rest: bool,
}

/// Looks at the paragraphs from `first` on, if that one begins with a line of code. What they tell holds for each of them
/// as the first, too: none needs to be looked at again.
pub(super) fn read(first: NodeRef<'_>, scene: &Scene<'_>) -> Typed {
    let mut text = String::new();
    let mut told = Told::default();
    let mut last = first.id();
    // Up to the last sure line: what may be code and is not followed by some is none.
    let mut end = None;
    let mut next = Some(first);
    while let Some(node) = next {
        if !is_nothing(node) {
            let Some(own) = paragraph(node, scene).filter(|own| told.add(own)) else {
                break;
            };
            last = node.id();
            text.push_str(&own);
            if told.ends_sure {
                end = Some((last, text.len(), told));
            }
        }
        next = node.next_sibling();
    }
    let Some((end, length, _)) = end.filter(|(.., told)| told.is_code()) else {
        return Typed {
            last,
            code: None,
            is_rest: false,
        };
    };
    text.truncate(length);
    text.truncate(text.trim_end().len());
    Typed {
        last: end,
        code: Some(Block::Code {
            language: None,
            text,
        }),
        is_rest: next.is_none() && last == end,
    }
}

/// The code in a quotation that holds nothing else, or in a list that numbers its lines.
pub(super) fn alone(holder: NodeRef<'_>, scene: &Scene<'_>) -> Option<Block> {
    let first = holder.children().find(|node| !is_nothing(*node))?;
    let typed = read(first, scene);
    typed.code.filter(|_| typed.is_rest)
}

/// What lines on end tell.
#[derive(Clone, Copy, Default)]
struct Told {
    n_lines: usize,
    /// How many end or begin as no other text does.
    n_sure: usize,
    /// How many hold what sentences do not: braces, an assignment, a call.
    n_structured: usize,
    /// How many cannot be anything but a statement.
    n_statements: usize,
    /// Whether the last line is sure.
    ends_sure: bool,
}

impl Told {
    /// Adds lines; `false` if they cannot stand within code, or not at its beginning.
    fn add(&mut self, lines: &str) -> bool {
        lines.lines().all(|line| self.add_line(line))
    }

    fn add_line(&mut self, line: &str) -> bool {
        if line.trim().is_empty() {
            self.ends_sure = false;
            return self.n_lines > 0;
        }
        let code = code_of(line);
        let (mut n, mut n_chinese, mut is_structured) = (0, 0, false);
        let mut before = ' ';
        for c in code.chars() {
            n += 1;
            n_chinese += usize::from(is_chinese(c));
            is_structured |= matches!(c, '{' | '}' | '=' | '<' | '"')
                || c == '(' && (before.is_ascii_alphanumeric() || before == '_');
            before = c;
        }
        let is_sure = match before {
            ';' | '{' | '}' | '[' => true,
            ',' | ')' | ':' | ']' | '(' => is_structured,
            '>' => code.starts_with(['<', '#']),
            // A comment.
            _ => code.is_empty(),
        };
        let is_sentence = matches!(
            before,
            '。' | '！' | '？' | '；' | '，' | '：' | '.' | '!' | '?'
        );
        self.n_lines += 1;
        self.n_sure += usize::from(is_sure);
        self.n_structured += usize::from(is_structured);
        self.n_statements += usize::from(
            is_structured && matches!(before, ';' | '{' | '}') && !line.contains(is_chinese),
        );
        self.ends_sure = is_sure;
        n <= LONGEST && n_chinese * 2 <= n && (is_sure || self.n_lines > 1 && !is_sentence)
    }

    fn is_code(&self) -> bool {
        let n = self.n_lines;
        self.n_statements == n || n >= 3 && self.n_sure * 2 >= n && self.n_structured * 3 >= n
    }
}

/// A line without the comment at its end; nothing of one that is a comment.
fn code_of(line: &str) -> &str {
    let line = line.trim();
    if line.starts_with("/*") || line.starts_with('*') || line.starts_with("# ") {
        return "";
    }
    match line.split_once("//") {
        Some((code, _)) if !code.ends_with(':') => code.trim_end(),
        _ => line,
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
fn paragraph(node: NodeRef<'_>, scene: &Scene<'_>) -> Option<String> {
    let is_item = dom::name(node) == "li";
    if !is_item && !matches!(dom::name(node), "p" | "section" | "div") {
        return None;
    }
    let style = scene.style(node);
    if style.display == Display::None || hidden::hides(node, style, scene) {
        return None;
    }
    let mut lines = String::new();
    // Whether a blank would be drawn together with one before it.
    let mut after_blank = true;
    for node in node.descendants().skip(1) {
        match node.value() {
            Node::Text(text) => {
                for c in text.chars() {
                    let is_blank = c.is_ascii_whitespace() && !style.keeps_blanks;
                    match c {
                        '\u{200b}' | '\u{feff}' => {}
                        '\u{a0}' => lines.push(' '),
                        _ if is_blank && after_blank => {}
                        _ if is_blank => lines.push(' '),
                        c => lines.push(c),
                    }
                    after_blank = is_blank;
                }
            }
            Node::Element(element) => match element.name() {
                "br" => {
                    end_line(&mut lines);
                    after_blank = true;
                }
                "p" | "section" if is_item && lines.is_empty() => {}
                // What would be lost in code.
                "a" | "sup" | "sub" => return None,
                name if !is_inline(name) || name.starts_with("mp-") => return None,
                _ => {}
            },
            _ => {}
        }
    }
    // A break at the end only holds an empty paragraph open.
    if !lines.ends_with('\n') {
        end_line(&mut lines);
    }
    Some(lines)
}

fn end_line(lines: &mut String) {
    lines.truncate(lines.trim_end_matches(' ').len());
    lines.push('\n');
}
