//! A block as rules see it: its words, their number, its picture.

use std::cell::OnceCell;

use crate::block::{Block, EmbedKind, Inline, plain_text};
use crate::draft::{Draft, Look};
use crate::measure::{self, PROSE, is_han, is_letter, letters};
use crate::words::words;

/// What a piece is, as far as rules care.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Kind {
    Text,
    Heading,
    Image,
    Embed(EmbedKind),
    /// Code, tables: never prompts.
    Matter,
    /// The heading of a list of sources, or an item of it: no prompt, nor where the text ends.
    Source,
    Divider,
}

/// A piece as rules see it.
pub(super) struct Seen {
    pub kind: Kind,
    /// The text without blanks and quotation marks, ASCII in lower case.
    pub text: String,
    characters: Characters,
    /// Letters and digits in it.
    pub n_letters: usize,
    /// Of these, within links to other articles of WeChat.
    pub n_linked: usize,
    /// Letters and digits of all pieces before it.
    pub n_before: usize,
    /// Items, if it is a list.
    pub n_items: usize,
    pub image: Option<Picture>,
    /// Whether all its letters are Latin capitals.
    pub is_capitals: bool,
    /// How often the article has a line of the same words.
    pub n_uses: usize,
    /// Whether other articles of the account have it too.
    pub recurs: bool,
    /// How the page sets it.
    pub look: Look,
    /// Whether it is a credit, once that was asked for.
    pub is_credit: OnceCell<bool>,
}

/// A picture as rules see it.
#[derive(Clone)]
pub(crate) struct Picture {
    pub url: String,
    pub width: Option<u32>,
    /// Height by width.
    pub ratio: Option<f64>,
    /// Leads to another article of WeChat.
    pub is_linked: bool,
    /// How often the article shows it.
    pub n_uses: usize,
}

impl Seen {
    /// Whether the text holds the phrase.
    pub fn holds(&self, phrase: &str) -> bool {
        phrase.len() <= self.text.len()
            && phrase.chars().all(|c| self.characters.may_hold(c))
            && self.text.contains(phrase)
    }

    /// Whether the text holds one of the phrases of a list.
    pub fn has(&self, phrases: &str) -> bool {
        !self.text.is_empty() && words(phrases).any(|phrase| self.holds(phrase))
    }

    /// Whether it is a line that begins with a number, as headings of parts do: 06修复建议, 六、修复建议.
    pub fn heads_part(&self) -> bool {
        const LONGEST: usize = 20;
        // 一盏茶的时间 (“the time of a cup of tea”) begins with a numeral, too.
        let after = self
            .text
            .trim_start_matches(|c| "一二三四五六七八九十".contains(c));
        let is_counted = self
            .text
            .starts_with(|c: char| c.is_ascii_digit() || c == '第')
            || after.len() < self.text.len() && after.starts_with(['、', '.', '．', '：', ':']);
        self.n_letters <= LONGEST && is_counted
    }

    /// Whether it is prose, or code or a table among it.
    pub fn is_prose(&self) -> bool {
        match self.kind {
            Kind::Matter => true,
            Kind::Text => {
                measure::is_prose(&self.text, self.n_letters)
                    && self.n_linked * 2 < self.n_letters
                    && (self.text.contains(is_han) || !self.text.starts_with("http"))
            }
            _ => false,
        }
    }
}

/// Looks at a block that so many letters and digits stand before.
pub(super) fn look(draft: &Draft, n_before: usize) -> Seen {
    let mut seen = Seen {
        kind: Kind::Text,
        text: String::new(),
        characters: Characters::default(),
        n_letters: 0,
        n_linked: 0,
        n_before,
        n_items: 0,
        image: None,
        n_uses: 1,
        recurs: false,
        is_capitals: false,
        look: draft.look,
        is_credit: OnceCell::new(),
    };
    match &draft.block {
        Block::Paragraph { content } => {
            read(content, &mut seen);
            seen.is_capitals = is_capitals(&plain_text(content));
        }
        Block::Heading { content, .. } => {
            seen.kind = Kind::Heading;
            read(content, &mut seen);
            seen.is_capitals = is_capitals(&plain_text(content));
        }
        Block::List { items, .. } => {
            seen.n_items = items.len();
            items.iter().for_each(|item| read_blocks(item, &mut seen));
        }
        Block::Quote { blocks } => read_blocks(blocks, &mut seen),
        Block::Code { text, .. } => {
            seen.n_letters = letters(text);
            if is_words(text, seen.n_letters) {
                seen.text = condense(text);
            } else {
                seen.kind = Kind::Matter;
            }
        }
        Block::Table { rows } => {
            seen.kind = Kind::Matter;
            rows.iter()
                .flatten()
                .for_each(|cell| read(&cell.content, &mut seen));
        }
        Block::Image { image, link, .. } => {
            seen.kind = Kind::Image;
            seen.image = Some(Picture {
                url: image.url.clone(),
                width: image.width,
                ratio: image
                    .width
                    .zip(image.height)
                    .map(|(width, height)| f64::from(height) / f64::from(width.max(1))),
                is_linked: link.as_deref().is_some_and(is_article),
                n_uses: 1,
            });
        }
        Block::Formula { .. } => seen.kind = Kind::Matter,
        Block::Embed(embed) => {
            seen.kind = Kind::Embed(embed.kind);
            seen.text = condense(embed.title.as_deref().unwrap_or_default());
        }
        Block::Divider => seen.kind = Kind::Divider,
    }
    for c in seen.text.chars() {
        seen.characters.add(c);
    }
    seen
}

/// The characters of a text, of which a few share a bit: most phrases can be ruled out without a search.
#[derive(Default)]
struct Characters([u64; 4]);

impl Characters {
    fn add(&mut self, c: char) {
        let (word, bit) = place(c);
        self.0[word] |= bit;
    }

    fn may_hold(&self, c: char) -> bool {
        let (word, bit) = place(c);
        self.0[word] & bit != 0
    }
}

/// The bit of a character: which word of four it stands in, and where there.
fn place(c: char) -> (usize, u64) {
    let hash = u32::from(c).wrapping_mul(0x9e37_79b1);
    ((hash >> 30) as usize, 1 << (hash >> 24 & 63))
}

/// Reads the text of nested blocks. Recursion is bounded by [`MAX_NESTING`](crate::MAX_NESTING).
fn read_blocks(blocks: &[Block], seen: &mut Seen) {
    for block in blocks {
        match block {
            Block::Paragraph { content } | Block::Heading { content, .. } => read(content, seen),
            Block::List { items, .. } => items.iter().for_each(|item| read_blocks(item, seen)),
            Block::Quote { blocks } => read_blocks(blocks, seen),
            Block::Code { .. } | Block::Table { .. } => seen.kind = Kind::Matter,
            _ => {}
        }
    }
}

fn read(content: &[Inline], seen: &mut Seen) {
    for inline in content {
        if let Inline::Text(run) = inline
            && run.link.as_deref().is_some_and(is_article)
        {
            seen.n_linked += letters(&run.text);
        }
    }
    let text = condense(&plain_text(content));
    seen.n_letters += letters(&text);
    seen.text.push_str(&text);
}

/// Whether a code block is Chinese that only its indentation made one of, or a fence that serves as a box.
fn is_words(text: &str, n_letters: usize) -> bool {
    let n_han = text.chars().filter(|c| is_han(*c)).count();
    n_han > 0
        && (n_letters < PROSE || n_han * 2 > n_letters)
        && !text.contains(['=', ';', '{', '}', '<', '>', '$', '#', '/', '"'])
}

fn is_capitals(text: &str) -> bool {
    let mut letters = text.chars().filter(|c| is_letter(*c)).peekable();
    letters.peek().is_some() && letters.all(|c| c.is_ascii_uppercase())
}

fn is_article(url: &str) -> bool {
    url.contains("mp.weixin.qq.com/")
}

/// `text` without blanks and quotation marks (点个“在看” asks for the same as 点个在看), ASCII in lower case.
pub(super) fn condense(text: &str) -> String {
    const QUOTATION_MARKS: [char; 10] = ['“', '”', '‘', '’', '「', '」', '『', '』', '"', '\''];
    let mut condensed = String::with_capacity(text.len());
    condensed.extend(
        text.chars()
            .filter(|c| !c.is_whitespace() && !QUOTATION_MARKS.contains(c))
            .map(|c| c.to_ascii_lowercase()),
    );
    condensed
}
