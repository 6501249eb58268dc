//! Markdown as blocks: quotes, lists, headings, code, tables, paragraphs.
//!
//! This is not CommonMark, which most scrapes are not either, but what converters write: a line end is a line end, an
//! angle bracket is a word, indentation does not make code of Chinese text. A converter writes text with the same care
//! in all of them, so one reader does for all. It goes over the lines once; [`Frames`] bounds the depth.

use super::inline;
use crate::block::{Block, Cell, Inline};
use crate::lower::{Frame, Frames, code, table};

/// Reads Markdown.
pub(super) fn read(text: &str) -> Vec<Block> {
    let lines: Vec<&str> = text.lines().collect();
    let mut reader = Reader {
        fences: longest_fences_after(&lines),
        ..Reader::default()
    };
    for (at, line) in lines.iter().enumerate() {
        let next = lines.get(at + 1).copied().unwrap_or_default();
        reader.line(line, next, at);
    }
    reader.end_leaf();
    reader
        .frames
        .finish()
        .into_iter()
        .map(|draft| draft.block)
        .collect()
}

/// A container that is open.
#[derive(Clone, Copy, PartialEq)]
enum Container {
    Quote,
    List {
        sign: char,
    },
    /// With the indentation from which on a line belongs to it.
    Item {
        indent: usize,
    },
}

/// The block that has no other within it, and is not ended yet.
#[derive(Default)]
enum Leaf {
    #[default]
    None,
    /// Lines of text.
    Paragraph(String),
    Fenced {
        sign: char,
        n: usize,
        language: Option<String>,
        text: String,
    },
    Indented(String),
    /// The rows so far, as they stand.
    Table(Vec<String>),
}

#[derive(Default)]
struct Reader {
    containers: Vec<Container>,
    frames: Frames,
    leaf: Leaf,
    after_blank: bool,
    /// For each line the longest fence of backticks that ends a code on a later one.
    fences: Vec<usize>,
}

impl Reader {
    fn line(&mut self, line: &str, next: &str, at: usize) {
        let (n_open, rest) = self.continued(line);
        if n_open == self.containers.len() && self.in_code(rest) {
            return;
        }
        if rest.trim().is_empty() {
            self.blank(n_open);
            return;
        }
        let is_text = self.is_text(rest, next);
        let goes_on = is_text && self.is_paragraph() && !self.after_blank;
        if n_open < self.containers.len() && !goes_on {
            // A list stays open for a further item only.
            let is_list =
                |at: usize| matches!(self.containers.get(at), Some(Container::List { .. }));
            let ends_list = n_open > 0 && is_list(n_open - 1) && marker(rest).is_none();
            self.close(n_open - usize::from(ends_list));
        }
        self.open(rest, next, at);
        self.after_blank = false;
    }

    /// How many of the open containers the line belongs to, and the rest of it.
    fn continued<'a>(&self, line: &'a str) -> (usize, &'a str) {
        let mut rest = line;
        let is_blank = line.trim().is_empty();
        for (at, container) in self.containers.iter().enumerate() {
            match container {
                Container::Quote => match quoted(rest) {
                    Some(after) => rest = after,
                    None => return (at, rest),
                },
                Container::List { .. } => {}
                Container::Item { indent } => {
                    let width = indentation(rest);
                    if width >= *indent {
                        rest = without_indentation(rest, *indent);
                    } else if !is_blank && !rest.trim().is_empty() {
                        return (at, rest);
                    }
                }
            }
        }
        (self.containers.len(), rest)
    }

    /// Takes the line if it stands within a code or a table.
    fn in_code(&mut self, rest: &str) -> bool {
        match &mut self.leaf {
            Leaf::Fenced { sign, n, text, .. } => {
                if is_fence_end(rest, *sign, *n) {
                    self.end_leaf();
                } else {
                    text.push_str(rest);
                    text.push('\n');
                }
                true
            }
            Leaf::Indented(text) if indentation(rest) >= 4 || rest.trim().is_empty() => {
                text.push_str(without_indentation(rest, 4));
                text.push('\n');
                true
            }
            Leaf::Table(rows) if rest.trim_start().starts_with('|') => {
                rows.push(rest.trim().to_owned());
                true
            }
            Leaf::Indented(_) | Leaf::Table(_) => {
                self.end_leaf();
                false
            }
            _ => false,
        }
    }

    fn blank(&mut self, n_open: usize) {
        self.end_leaf();
        // A quote ends with the line that has no sign.
        if let Some(at) = self
            .containers
            .iter()
            .skip(n_open)
            .position(|container| *container == Container::Quote)
        {
            self.close(n_open + at);
        }
        self.after_blank = true;
    }

    fn is_paragraph(&self) -> bool {
        matches!(self.leaf, Leaf::Paragraph(_))
    }

    /// Whether the line begins nothing but text.
    fn is_text(&self, line: &str, next: &str) -> bool {
        quoted(line).is_none()
            && marker(line).is_none()
            && heading(line).is_none()
            && !is_divider(line)
            && fence(line).is_none()
            && !is_table(line, next)
    }

    /// Begins what the line begins, containers first.
    fn open(&mut self, line: &str, next: &str, at: usize) {
        let mut rest = line;
        loop {
            if is_divider(rest) {
                break;
            }
            if let Some(after) = quoted(rest) {
                rest = after;
                self.end_leaf();
                let frame = Frame::Quote(Vec::new());
                if self.frames.has_room(&frame) {
                    self.frames.begin(frame);
                    self.containers.push(Container::Quote);
                }
                continue;
            }
            let Some(found) = marker(rest) else { break };
            // Only a list from its beginning breaks into a paragraph.
            if self.is_paragraph() && found.start.is_some_and(|start| start != 1) {
                break;
            }
            let is_further = matches!(self.containers.last(), Some(Container::List { sign }) if *sign == found.sign);
            if !is_further {
                if matches!(self.containers.last(), Some(Container::List { .. })) {
                    self.close(self.containers.len() - 1);
                }
                let frame = Frame::List {
                    start: found.start,
                    items: Vec::new(),
                };
                if !self.frames.has_room(&frame) {
                    break;
                }
                self.end_leaf();
                self.frames.begin(frame);
                self.containers.push(Container::List { sign: found.sign });
            }
            self.end_leaf();
            self.frames.begin(Frame::Item(Vec::new()));
            self.containers.push(Container::Item {
                indent: found.indent,
            });
            rest = found.rest;
        }
        self.text(rest, next, at);
    }

    /// Takes what no container begins with.
    fn text(&mut self, line: &str, next: &str, at: usize) {
        if line.trim().is_empty() {
            return;
        }
        if let Leaf::Paragraph(text) = &self.leaf
            && let Some(level) = underline(line)
            && !text.contains('\n')
        {
            let text = text.clone();
            self.leaf = Leaf::None;
            self.put(&text, Some(level));
        } else if is_divider(line) {
            self.end_leaf();
            self.frames.put(Block::Divider);
        } else if let Some((level, text)) = heading(line) {
            self.end_leaf();
            self.put(text, Some(level));
        } else if let Some((sign, n, language)) =
            fence(line).filter(|(_, n, _)| self.fences.get(at).is_some_and(|longest| longest >= n))
        {
            self.end_leaf();
            self.leaf = Leaf::Fenced {
                sign,
                n,
                language: language_of(language),
                text: String::new(),
            };
        } else if is_table(line, next) {
            self.end_leaf();
            self.leaf = Leaf::Table(vec![line.trim().to_owned()]);
        } else if let Leaf::Paragraph(text) = &mut self.leaf {
            text.push('\n');
            text.push_str(line.trim_start());
        } else if indentation(line) >= 4 && self.containers.is_empty() {
            self.leaf = Leaf::Indented(format!("{}\n", without_indentation(line, 4)));
        } else {
            self.leaf = Leaf::Paragraph(line.trim_start().to_owned());
        }
    }

    /// Ends containers until so many are open.
    fn close(&mut self, n_open: usize) {
        self.end_leaf();
        while self.containers.len() > n_open {
            self.containers.pop();
            self.frames.end();
        }
    }

    fn end_leaf(&mut self) {
        match std::mem::take(&mut self.leaf) {
            Leaf::None => {}
            Leaf::Paragraph(text) => self.put(&text, None),
            Leaf::Fenced { language, text, .. } => self.code(language, &text),
            Leaf::Indented(text) => {
                // Chinese authors indent paragraphs.
                let (texts, codes): (Vec<&str>, Vec<&str>) = text
                    .lines()
                    .filter(|line| !line.trim().is_empty())
                    .partition(|line| code::is_sentence(line));
                if texts.len() > codes.len() {
                    text.split("\n\n").for_each(|text| self.put(text, None));
                } else {
                    self.code(None, &text);
                }
            }
            Leaf::Table(rows) => self.table(&rows),
        }
    }

    fn put(&mut self, text: &str, heading: Option<u8>) {
        for block in inline::blocks(text, heading) {
            self.frames.put(block);
        }
    }

    fn code(&mut self, language: Option<String>, text: &str) {
        let text = text.trim_end().trim_start_matches('\n');
        if code::is_sentence(text) {
            self.frames.put(Block::Paragraph {
                content: vec![Inline::text(text.trim())],
            });
        } else if !text.trim().is_empty() {
            self.frames.put(Block::Code {
                language,
                text: text.to_owned(),
            });
        }
    }

    fn table(&mut self, rows: &[String]) {
        let rows = rows
            .iter()
            .enumerate()
            .filter(|(at, _)| *at != 1)
            .map(|(_, row)| cells(row));
        let rows: Vec<Vec<&str>> = rows
            .enumerate()
            // Converters write an empty head where the page's table has none.
            .filter(|(at, cells)| *at > 0 || cells.iter().any(|cell| !cell.is_empty()))
            .map(|(_, cells)| cells)
            .collect();
        let Some(n_columns) = table::columns(rows.iter().map(Vec::len)) else {
            for cell in rows.into_iter().flatten() {
                self.put(cell, None);
            }
            return;
        };
        let rows = rows
            .into_iter()
            .map(|cells| {
                let mut cells: Vec<Cell> = cells
                    .into_iter()
                    .map(|cell| Cell::new(inline::cell(cell)))
                    .collect();
                cells.resize(n_columns, Cell::new(Vec::new()));
                cells
            })
            .collect();
        self.frames.put(Block::Table { rows });
    }
}

/// The number of blanks before the text; a tab counts for four.
fn indentation(line: &str) -> usize {
    line.chars()
        .map_while(|c| match c {
            ' ' => Some(1),
            '\t' => Some(4),
            _ => None,
        })
        .sum()
}

/// The line without so many blanks before its text.
fn without_indentation(line: &str, width: usize) -> &str {
    let mut done = 0;
    for (at, c) in line.char_indices() {
        if done >= width || !matches!(c, ' ' | '\t') {
            return &line[at..];
        }
        done += if c == '\t' { 4 } else { 1 };
    }
    ""
}

/// What a line of a quote quotes.
fn quoted(line: &str) -> Option<&str> {
    let after = line.trim_start_matches([' ', '\t']).strip_prefix('>')?;
    Some(after.strip_prefix(' ').unwrap_or(after))
}

/// The start of a list's item.
struct Marker<'a> {
    /// What tells one list from another beside it.
    sign: char,
    /// The number, if the list has numbers.
    start: Option<u32>,
    /// From which indentation on a line belongs to the item.
    indent: usize,
    rest: &'a str,
}

fn marker(line: &str) -> Option<Marker<'_>> {
    let text = line.trim_start_matches([' ', '\t']);
    let n_digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (sign, start, rest) = if n_digits == 0 {
        let sign = text.chars().next().filter(|c| "*-+".contains(*c))?;
        (sign, None, &text[1..])
    } else {
        let sign = text[n_digits..]
            .chars()
            .next()
            .filter(|c| ".)".contains(*c))?;
        let start = text[..n_digits].parse().ok().filter(|_| n_digits <= 9)?;
        (sign, Some(start), &text[n_digits + 1..])
    };
    if !(rest.is_empty() || rest.starts_with([' ', '\t'])) {
        return None;
    }
    Some(Marker {
        sign,
        start,
        indent: indentation(line) + 2,
        rest: rest.trim_start_matches([' ', '\t']),
    })
}

fn heading(line: &str) -> Option<(u8, &str)> {
    let text = line.trim_start();
    let level = text.bytes().take_while(|b| *b == b'#').count();
    let rest = &text[level..];
    if !(1..=6).contains(&level) || !(rest.is_empty() || rest.starts_with([' ', '\t'])) {
        return None;
    }
    let rest = rest.trim();
    let without_end = rest.trim_end_matches('#');
    let rest = if without_end.is_empty() || without_end.ends_with(' ') {
        without_end.trim_end()
    } else {
        rest
    };
    Some((level as u8, rest))
}

/// The level of the heading that a line under it makes of a paragraph.
fn underline(line: &str) -> Option<u8> {
    let line = line.trim();
    let is_all = |sign| line.len() >= 3 && line.bytes().all(|b| b == sign);
    match () {
        () if is_all(b'=') => Some(1),
        () if is_all(b'-') => Some(2),
        () => None,
    }
}

/// Whether the line is a line. Four stars and more are bold that holds nothing, underlines are WeChat's icons.
fn is_divider(line: &str) -> bool {
    let mut signs = line.chars().filter(|c| !c.is_whitespace());
    let Some(sign) = signs.next().filter(|c| "-*_".contains(*c)) else {
        return false;
    };
    let n = 1 + signs.clone().count();
    signs.all(|c| c == sign)
        && n >= 3
        && (sign == '-' || n == 3 || line.contains(&format!("{sign} {sign}")))
}

/// The sign, the length and the words of a fence that begins a code.
fn fence(line: &str) -> Option<(char, usize, &str)> {
    let text = line.trim_start();
    let n = text.bytes().take_while(|b| *b == b'`').count();
    let words = text[n..].trim();
    (n >= 3 && !words.contains('`')).then_some(('`', n, words))
}

fn is_fence_end(line: &str, sign: char, n: usize) -> bool {
    let line = line.trim();
    line.len() >= n && line.chars().all(|c| c == sign)
}

/// For each line the longest line of backticks alone after it: a fence that none ends is text, or it would take the
/// whole rest for code.
fn longest_fences_after(lines: &[&str]) -> Vec<usize> {
    let mut longest = 0;
    let mut after: Vec<usize> = lines
        .iter()
        .rev()
        .map(|line| {
            let found = longest;
            let line = line.trim_matches([' ', '\t', '>']);
            if !line.is_empty() && line.bytes().all(|b| b == b'`') {
                longest = longest.max(line.len());
            }
            found
        })
        .collect();
    after.reverse();
    after
}

fn language_of(words: &str) -> Option<String> {
    let word = words.split_whitespace().next()?;
    let is_known = word.len() <= 20
        && word
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"+#-_.".contains(&b));
    is_known.then(|| word.to_ascii_lowercase())
}

/// Whether a table's head stands on the line: the next is one of dashes.
fn is_table(line: &str, next: &str) -> bool {
    let next = next.trim_start_matches([' ', '\t', '>']).trim_end();
    line.trim_start().starts_with('|')
        && next.starts_with('|')
        && next.contains('-')
        && next.chars().all(|c| "|-: ".contains(c))
}

/// The cells of a table's row.
fn cells(row: &str) -> Vec<&str> {
    let row = row.strip_prefix('|').unwrap_or(row);
    let mut cells = Vec::new();
    let (mut start, mut escaped) = (0, false);
    for (at, b) in row.bytes().enumerate() {
        match b {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'|' => {
                cells.push(row[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    if !row[start..].trim().is_empty() {
        cells.push(row[start..].trim());
    }
    cells
}
