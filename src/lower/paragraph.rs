//! The paragraph at hand: blanks put in order, runs merged, lines parted.

use crate::block::{Block, Image, Inline, Marks, Run};

/// A blank seen and not written yet: it may turn out to end a line.
#[derive(Clone, Copy, PartialEq)]
enum Blank {
    None,
    Space,
    /// With a line feed: nothing between two Chinese characters, whose source was broken there by an editor.
    LineFeed,
}

/// Inline content that is being gathered.
pub(crate) struct Paragraph {
    content: Vec<Inline>,
    blank: Blank,
}

impl Default for Paragraph {
    fn default() -> Self {
        Paragraph {
            content: Vec::new(),
            blank: Blank::None,
        }
    }
}

impl Paragraph {
    /// Adds text.
    pub fn text(&mut self, text: &str, marks: Marks, link: Option<&str>) {
        for c in text.chars() {
            if c.is_whitespace() {
                if matches!(c, '\n' | '\r') {
                    self.blank = Blank::LineFeed;
                } else if self.blank == Blank::None {
                    self.blank = Blank::Space;
                }
            } else if !is_invisible(c, self.last_char()) {
                self.char(c, marks, link);
            }
        }
    }

    fn char(&mut self, c: char, marks: Marks, link: Option<&str>) {
        let before = self.last_char();
        let spaced = match self.blank {
            Blank::None => false,
            Blank::Space => true,
            Blank::LineFeed => !(is_wide(c) && before.is_some_and(is_wide)),
        };
        let after_something = !matches!(self.content.last(), None | Some(Inline::Break));
        self.blank = Blank::None;
        if spaced && after_something {
            // Between two runs the blank belongs to neither: `**bold **` would not be bold in Markdown.
            match self.content.last() {
                Some(Inline::Text(run)) if run.marks == marks && run.link.as_deref() == link => {
                    self.push(' ', marks, link);
                }
                _ => self.push(' ', Marks::default(), None),
            }
        }
        self.push(c, marks, link);
    }

    /// Writes a character, into the last run if that is set the same way.
    fn push(&mut self, c: char, marks: Marks, link: Option<&str>) {
        match self.content.last_mut() {
            Some(Inline::Text(run)) if run.marks == marks && run.link.as_deref() == link => {
                run.text.push(c)
            }
            _ => self.content.push(Inline::Text(Run {
                text: c.to_string(),
                marks,
                link: link.map(str::to_owned),
            })),
        }
    }

    /// Adds a small picture within the text.
    pub fn image(&mut self, image: Image) {
        if self.blank != Blank::None && !self.content.is_empty() {
            self.push(' ', Marks::default(), None);
        }
        self.blank = Blank::None;
        self.content.push(Inline::Image(image));
    }

    /// Ends the line.
    pub fn line_break(&mut self) {
        self.blank = Blank::None;
        self.content.push(Inline::Break);
    }

    /// Ends the paragraph and gives its blocks: an empty line within it parts two paragraphs.
    pub fn end(&mut self, heading: Option<u8>) -> Vec<Block> {
        self.blank = Blank::None;
        let content = std::mem::take(&mut self.content);
        let mut blocks = Vec::new();
        let mut lines: Vec<Inline> = Vec::new();
        let mut empty_line = true;
        for inline in content {
            if inline != Inline::Break {
                empty_line = false;
                lines.push(inline);
            } else if empty_line {
                finish(&mut lines, heading, &mut blocks);
            } else {
                empty_line = true;
                lines.push(inline);
            }
        }
        finish(&mut lines, heading, &mut blocks);
        blocks
    }

    fn last_char(&self) -> Option<char> {
        match self.content.last()? {
            Inline::Text(run) => run.text.chars().next_back(),
            _ => None,
        }
    }
}

/// Makes a block of the lines of one paragraph, and takes them.
fn finish(lines: &mut Vec<Inline>, heading: Option<u8>, blocks: &mut Vec<Block>) {
    while matches!(lines.last(), Some(Inline::Break)) {
        lines.pop();
    }
    let content = std::mem::take(lines);
    let has_text = content
        .iter()
        .any(|inline| matches!(inline, Inline::Text(run) if !run.text.trim().is_empty()));
    if !has_text {
        // Pictures without a word around them are no part of a line.
        blocks.extend(content.into_iter().filter_map(|inline| match inline {
            Inline::Image(image) => Some(Block::image(image, None)),
            _ => None,
        }));
        return;
    }
    blocks.push(match heading {
        None => Block::Paragraph { content },
        Some(level) => Block::Heading {
            level,
            content: content
                .into_iter()
                .map(|inline| {
                    if inline == Inline::Break {
                        Inline::text(" ")
                    } else {
                        inline
                    }
                })
                .collect(),
        },
    });
}

/// Characters that take no room: left by editors between and around words. A joiner between parts of an emoji shows.
fn is_invisible(c: char, before: Option<char>) -> bool {
    match c {
        '\u{200d}' => !before.is_some_and(|before| before >= '\u{2190}' && !is_wide(before)),
        '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}'
        | '\u{feff}' => true,
        _ => c.is_control(),
    }
}

/// Characters of Chinese and Japanese text, between which no blank is written.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
        || matches!(c, '“' | '”' | '‘' | '’' | '…' | '—')
}
