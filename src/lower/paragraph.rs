//! The paragraph at hand: blanks put in order, runs merged, lines parted.

use super::MOST_REPEATED;
use super::style::BODY;
use crate::block::{Block, Inline, Marks, Run};
use crate::draft::Look;

/// How letters are set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Face {
    /// Their height in pixels.
    pub size: f32,
    pub bold: bool,
    pub is_grey: bool,
    /// Whether they are set in a colour, or on a ground of their own.
    pub is_coloured: bool,
}

impl Default for Face {
    fn default() -> Face {
        Face {
            size: BODY,
            bold: false,
            is_grey: false,
            is_coloured: false,
        }
    }
}

/// How many letters are set in which way.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Tally {
    n_letters: f32,
    size: f32,
    bold: f32,
    grey: f32,
    coloured: f32,
}

impl Tally {
    fn count(&mut self, face: Face, is_bold: bool) {
        let one = |set: bool| if set { 1.0 } else { 0.0 };
        self.n_letters += 1.0;
        self.size += face.size;
        self.bold += one(is_bold || face.bold);
        self.grey += one(face.is_grey);
        self.coloured += one(face.is_coloured);
    }

    fn add(&mut self, other: Tally) {
        self.n_letters += other.n_letters;
        self.size += other.size;
        self.bold += other.bold;
        self.grey += other.grey;
        self.coloured += other.coloured;
    }

    /// The look of a block of these letters that is set otherwise as `look`.
    pub fn add_to(self, look: Look) -> Look {
        let n = self.n_letters.max(1.0);
        Look {
            size: self.size / n,
            bold: self.bold / n,
            grey: self.grey / n,
            coloured: self.coloured / n,
            ..look
        }
    }
}

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
    face: Face,
    /// Of each line that has ended.
    lines: Vec<Tally>,
    /// Of the line at hand.
    line: Tally,
    /// How many bytes of addresses may follow.
    room: usize,
}

impl Default for Paragraph {
    fn default() -> Self {
        Paragraph {
            content: Vec::new(),
            blank: Blank::None,
            face: Face::default(),
            lines: Vec::new(),
            line: Tally::default(),
            room: MOST_REPEATED,
        }
    }
}

impl Paragraph {
    /// Sets the letters that come now as `face` says.
    pub fn set_face(&mut self, face: Face) {
        self.face = face;
    }

    /// Adds text.
    pub fn text(&mut self, text: &str, marks: Marks, link: Option<&str>) {
        let link = link.filter(|link| link.len() <= self.room);
        let mut characters = text.chars();
        while let Some(c) = characters.next() {
            if c.is_whitespace() {
                if matches!(c, '\n' | '\r') {
                    self.blank = Blank::LineFeed;
                } else if self.blank == Blank::None {
                    self.blank = Blank::Space;
                }
            } else if !self.is_lost(c) {
                self.char(c, marks, link);
                let (run, rest) = plain_run(characters.as_str());
                self.go_on(run, marks.strong);
                characters = rest.chars();
            }
        }
    }

    /// Adds characters that can be seen to those just written, set the same way.
    fn go_on(&mut self, run: &str, is_bold: bool) {
        if let Some(Inline::Text(last)) = self.content.last_mut() {
            last.text.push_str(run);
        }
        for _ in run.chars() {
            self.line.count(self.face, is_bold);
        }
    }

    fn char(&mut self, c: char, marks: Marks, link: Option<&str>) {
        let spaced = match self.blank {
            Blank::None => false,
            Blank::Space => true,
            Blank::LineFeed => !(is_wide(c) && self.last_char().is_some_and(is_wide)),
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
        self.line.count(self.face, marks.strong);
    }

    /// Writes a character, into the last run if that is set the same way.
    fn push(&mut self, c: char, marks: Marks, link: Option<&str>) {
        match self.content.last_mut() {
            Some(Inline::Text(run)) if run.marks == marks && run.link.as_deref() == link => {
                run.text.push(c)
            }
            _ => {
                self.room = self.room.saturating_sub(link.map_or(0, str::len));
                self.content.push(Inline::Text(Run {
                    text: c.to_string(),
                    marks,
                    link: link.map(str::to_owned),
                }));
            }
        }
    }

    /// Adds a small picture or a formula within the text.
    pub fn inline(&mut self, inline: Inline) {
        if self.blank != Blank::None && !self.content.is_empty() {
            self.push(' ', Marks::default(), None);
        }
        self.blank = Blank::None;
        self.content.push(inline);
    }

    /// Whether there is something on the line at hand.
    pub fn has_begun_line(&self) -> bool {
        matches!(
            self.content.last(),
            Some(Inline::Text(_) | Inline::Image(_))
        )
    }

    /// Ends the line.
    pub fn line_break(&mut self) {
        self.blank = Blank::None;
        self.content.push(Inline::Break);
        self.lines.push(std::mem::take(&mut self.line));
    }

    /// As [`end`](Paragraph::end), where nothing tells how letters are set.
    pub fn blocks(&mut self, heading: Option<u8>) -> Vec<Block> {
        let blocks = self.end(heading).into_iter();
        blocks.map(|(block, _)| block).collect()
    }

    /// Ends the paragraph and gives its blocks: an empty line within it parts two paragraphs.
    pub fn end(&mut self, heading: Option<u8>) -> Vec<(Block, Tally)> {
        self.blank = Blank::None;
        let content = std::mem::take(&mut self.content);
        let mut tallies = std::mem::take(&mut self.lines).into_iter();
        let last_tally = std::mem::take(&mut self.line);
        let mut tally = Tally::default();
        let mut blocks = Vec::new();
        if tallies.len() == 0 {
            finish(content, heading, &mut blocks, last_tally);
            return blocks;
        }
        let mut lines: Vec<Inline> = Vec::new();
        let mut empty_line = true;
        for inline in content {
            if inline != Inline::Break {
                empty_line = false;
                lines.push(inline);
                continue;
            }
            tally.add(tallies.next().unwrap_or_default());
            if empty_line {
                let lines = std::mem::take(&mut lines);
                finish(lines, heading, &mut blocks, std::mem::take(&mut tally));
            } else {
                empty_line = true;
                lines.push(inline);
            }
        }
        tally.add(last_tally);
        finish(lines, heading, &mut blocks, tally);
        blocks
    }

    /// Whether a character takes no room. A joiner between parts of an emoji shows.
    fn is_lost(&self, c: char) -> bool {
        let joins = |before: char| before >= '\u{2190}' && !is_wide(before);
        is_invisible(c) || c == '\u{200d}' && !self.last_char().is_some_and(joins)
    }

    fn last_char(&self) -> Option<char> {
        match self.content.last()? {
            Inline::Text(run) => run.text.chars().next_back(),
            _ => None,
        }
    }
}

/// Makes a block of the lines of one paragraph.
fn finish(
    mut content: Vec<Inline>,
    heading: Option<u8>,
    blocks: &mut Vec<(Block, Tally)>,
    tally: Tally,
) {
    while matches!(content.last(), Some(Inline::Break)) {
        content.pop();
    }
    let has_text = content
        .iter()
        .any(|inline| matches!(inline, Inline::Text(run) if !run.text.trim().is_empty()));
    if !has_text {
        // Pictures and formulas without a word around them are no part of a line.
        blocks.extend(content.into_iter().filter_map(|inline| match inline {
            Inline::Image(image) => Some((Block::image(image, None), Tally::default())),
            Inline::Formula { latex } => Some((Block::Formula { latex }, Tally::default())),
            _ => None,
        }));
        return;
    }
    // Most have one run, and took room for four.
    content.shrink_to_fit();
    let block = match heading {
        None => Block::Paragraph { content },
        Some(level) => {
            let on_one_line = |inline| match inline {
                Inline::Break => Inline::text(" "),
                inline => inline,
            };
            let content = content.into_iter().map(on_one_line).collect();
            Block::Heading { level, content }
        }
    };
    blocks.push((block, tally));
}

/// Parts text after the characters that it begins with of which their bytes tell that they can be seen: ASCII, and
/// from U+4000 to U+DFFF.
fn plain_run(text: &str) -> (&str, &str) {
    let is_plain = |byte: u8| matches!(byte, b'!'..=b'~' | 0x80..=0xbf | 0xe4..=0xed);
    let end = text.bytes().position(|byte| !is_plain(byte));
    text.split_at_checked(end.unwrap_or(text.len()))
        .unwrap_or(("", text))
}

/// Characters that take no room: left by editors between and around words.
fn is_invisible(c: char) -> bool {
    match c {
        '\u{ad}'
        | '\u{61c}'
        | '\u{180e}'
        | '\u{200b}'..='\u{200c}'
        | '\u{200e}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{feff}' => true,
        _ => c.is_control(),
    }
}

/// Characters of Chinese and Japanese text, between which no blank is written.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
        || matches!(c, '“' | '”' | '‘' | '’' | '…' | '—')
}
