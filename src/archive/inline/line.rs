//! The parts of a line: text, code, links, pictures, and the signs that may switch marks.

use super::formula::formula;
use super::tags::{ANCHOR_END, attribute, is_anchor, is_setting, is_tag, marking, tag};
use crate::address;
use crate::archive::definitions::Definitions;
use crate::block::Image;
use crate::lower;
use crate::script::decode_entities;
use crate::words::is_word;

/// How deep parentheses may stand in an address. It also bounds how often a character is looked at.
const MAX_PARENTHESES: usize = 32;

/// How many brackets may be open. It also bounds how often the words of pictures within pictures are copied.
const MAX_BRACKETS: usize = 32;

/// What this tool writes before a word that would be an address. Other comments are text: pages have them as words.
const GUARD: &str = "<!-- -->";

/// Longer runs of backticks than this are text.
const MAX_BACKTICKS: usize = 16;

/// A part of a line.
pub(super) struct Item {
    pub kind: Kind,
    /// Which link it stands in.
    pub link: Option<usize>,
}

pub(super) enum Kind {
    /// Text in which entities are to be decoded.
    Text(String),
    /// Text as it stands.
    Literal(String),
    Code(String),
    Image(Image),
    /// A formula in LaTeX.
    Formula(String),
    Note {
        number: Option<u32>,
        text: String,
    },
    Break,
    /// A tag that may begin or end a mark, by its place in [`TAGS`](super::tags::TAGS).
    Tag {
        place: usize,
        is_end: bool,
    },
    /// A run of stars, underlines or tildes that may switch marks. Each sign that does not is text.
    Signs {
        sign: char,
        n: usize,
        /// How many of them switched nothing so far.
        left: usize,
        may_open: bool,
        may_close: bool,
    },
}

/// A bracket that may begin a link or a picture.
struct Bracket {
    /// The item that holds the bracket itself.
    item: usize,
    is_image: bool,
}

#[derive(Default)]
pub(super) struct Line {
    pub items: Vec<Item>,
    /// The addresses that may be followed, each used by some items.
    pub links: Vec<Option<String>>,
    /// The first item after the last link: no link stands within another.
    after_link: usize,
}

impl Line {
    pub fn read(text: &str, definitions: &Definitions<'_>) -> Line {
        let mut line = Line::default();
        let mut brackets: Vec<Bracket> = Vec::new();
        // From which on no run of so many backticks ends a code.
        let mut unended = [false; MAX_BACKTICKS + 1];
        let mut before = ' ';
        let mut at = 0;
        while let Some(c) = text[at..].chars().next() {
            let rest = &text[at..];
            let mut n_read = c.len_utf8();
            match c {
                '\\' => match rest[1..].chars().next() {
                    Some('\n') => {
                        line.push(Kind::Break);
                        n_read = 2;
                    }
                    Some(escaped) if escaped.is_ascii_punctuation() => {
                        line.push(Kind::Literal(escaped.to_string()));
                        n_read = 2;
                    }
                    _ => line.text(c),
                },
                '\n' => line.push(Kind::Break),
                '`' => {
                    let n = run(rest, '`');
                    n_read = n;
                    let ended = unended.get(n) == Some(&false);
                    match ended.then(|| code(&rest[n..], n)).flatten() {
                        Some(length) => {
                            let inside = &rest[n..n + length];
                            line.push(Kind::Code(unpadded(inside).replace('\n', " ")));
                            n_read = n + length + n;
                        }
                        None => {
                            if let Some(unended) = unended.get_mut(n) {
                                *unended = true;
                            }
                            line.push(Kind::Literal(rest[..n].to_owned()));
                        }
                    }
                }
                '$' => match formula(rest, before) {
                    Some((latex, length)) => {
                        line.push(Kind::Formula(latex.to_owned()));
                        n_read = length;
                    }
                    None => {
                        n_read = run(rest, '$');
                        line.push(Kind::Literal(rest[..n_read].to_owned()));
                    }
                },
                '!' if rest[1..].starts_with('[') => match embed(rest) {
                    Some(inside) => {
                        let (path, alt) = inside.split_at(inside.find('|').unwrap_or(inside.len()));
                        line.image(path, alt);
                        n_read = "![[]]".len() + inside.len();
                    }
                    None => {
                        open(&mut brackets, line.bracket("![", true));
                        n_read = 2;
                    }
                },
                '[' => match rest[1..]
                    .starts_with('^')
                    .then(|| definitions.get(rest))
                    .flatten()
                {
                    Some((name, note)) => {
                        line.push(Kind::Note {
                            number: name[1..].parse().ok(),
                            text: note.to_owned(),
                        });
                        n_read = name.len() + 2;
                    }
                    None => open(&mut brackets, line.bracket("[", false)),
                },
                ']' => {
                    let ended = brackets
                        .pop()
                        .filter(|bracket| bracket.is_image || bracket.item >= line.after_link)
                        .and_then(|bracket| {
                            let rest = &rest[1..];
                            let named = || {
                                let (name, address) =
                                    definitions.get(rest).filter(|_| !rest.starts_with("[^"))?;
                                Some((without_title(address), name.len() + 2))
                            };
                            Some((bracket, address(rest).or_else(named)?))
                        });
                    match ended {
                        None => line.push(Kind::Literal("]".to_owned())),
                        Some((bracket, (address, length))) => {
                            n_read = 1 + length;
                            if bracket.is_image {
                                line.end_image(&bracket, address);
                            } else {
                                line.end_link(&bracket, address);
                            }
                        }
                    }
                }
                '<' if rest.starts_with(GUARD) => n_read = GUARD.len(),
                '<' => match bracketed_address(rest) {
                    Some((address, length)) => {
                        line.links.push(lower::link(address));
                        line.items.push(Item {
                            kind: Kind::Literal(address.to_owned()),
                            link: Some(line.links.len() - 1),
                        });
                        n_read = length;
                    }
                    None => match tag(rest) {
                        Some((tag, length)) if is_tag(tag, "br") => {
                            line.push(Kind::Break);
                            n_read = length;
                        }
                        Some((tag, length)) if is_tag(tag, "img") => {
                            let address = attribute(tag, " data-src=")
                                .or_else(|| attribute(tag, " src="))
                                .unwrap_or_default();
                            line.image(
                                &decode_entities(address),
                                attribute(tag, " alt=").unwrap_or_default(),
                            );
                            n_read = length;
                        }
                        // What only sets text apart. Other tags may be what is written about.
                        Some((tag, length)) if is_setting(tag) => n_read = length,
                        Some((tag, length)) if is_anchor(tag, &rest[length..]) => {
                            n_read = length + ANCHOR_END.len();
                        }
                        found => {
                            match found.and_then(|(tag, length)| Some((marking(tag)?, length))) {
                                Some((mark, length)) => {
                                    line.push(mark);
                                    n_read = length;
                                }
                                None => line.text(c),
                            }
                        }
                    },
                },
                '*' | '_' | '~' => {
                    let n = run(rest, c);
                    n_read = n;
                    let after = rest[n..].chars().next().unwrap_or(' ');
                    // 好的~~，来了~~：
                    let is_pause = c == '~' && "，。！？、；：,.!?;:)）…".contains(after);
                    // snake_case is no emphasis, 2 * 3 neither.
                    let within_word = |c: char, beside: char| {
                        c == '_' && (beside.is_ascii_alphanumeric() || beside == '/')
                    };
                    line.push(Kind::Signs {
                        sign: c,
                        n,
                        left: n,
                        may_open: !after.is_whitespace() && !is_pause && !within_word(c, before),
                        may_close: !before.is_whitespace() && !within_word(c, after),
                    });
                }
                c => line.text(c),
            }
            before = text[..at + n_read].chars().next_back().unwrap_or(' ');
            at += n_read;
        }
        line
    }

    fn push(&mut self, kind: Kind) {
        self.items.push(Item { kind, link: None });
    }

    fn text(&mut self, c: char) {
        match self.items.last_mut() {
            Some(Item {
                kind: Kind::Text(text),
                link: None,
            }) => text.push(c),
            _ => self.push(Kind::Text(c.to_string())),
        }
    }

    fn bracket(&mut self, signs: &str, is_image: bool) -> Bracket {
        self.push(Kind::Literal(signs.to_owned()));
        Bracket {
            item: self.items.len() - 1,
            is_image,
        }
    }

    fn end_link(&mut self, bracket: &Bracket, address: &str) {
        self.links.push(lower::link(address));
        let link = Some(self.links.len() - 1);
        for item in self.items.iter_mut().skip(bracket.item) {
            item.link = link;
        }
        if let Some(item) = self.items.get_mut(bracket.item) {
            item.kind = Kind::Literal(String::new());
        }
        self.after_link = self.items.len();
    }

    fn end_image(&mut self, bracket: &Bracket, address: &str) {
        let inside = self.items.split_off(bracket.item);
        let mut alt = String::new();
        for item in inside.into_iter().skip(1) {
            match item.kind {
                Kind::Text(text) | Kind::Literal(text) | Kind::Code(text) | Kind::Formula(text) => {
                    alt.push_str(&text)
                }
                Kind::Image(image) => alt.push_str(&image.alt),
                Kind::Break => alt.push(' '),
                Kind::Note { .. } | Kind::Tag { .. } => {}
                Kind::Signs { sign, n, .. } => alt.extend(std::iter::repeat_n(sign, n)),
            }
        }
        self.image(address, &alt);
    }

    fn image(&mut self, address: &str, alt: &str) {
        let alt = decode_entities(alt);
        let (words, width) = sized(&alt).unwrap_or((&alt, None));
        let alt = lower::image::alt(unnumbered(words.trim_matches('|')));
        if let Some(url) = lower::image::address(address) {
            self.push(Kind::Image(Image {
                url,
                alt,
                width,
                ..Image::default()
            }));
        } else if !address.is_empty() && !alt.is_empty() {
            // A picture that cannot be shown is its words. Without any address it was never there.
            self.push(Kind::Literal(alt));
        }
    }
}

/// Opens a bracket; of too many the outermost is text.
fn open(brackets: &mut Vec<Bracket>, bracket: Bracket) {
    if brackets.len() == MAX_BRACKETS {
        brackets.remove(0);
    }
    brackets.push(bracket);
}

/// What stands in `![[茶山.png|300]]`, by which Obsidian shows a picture, at the start of the text. Other files stay words.
fn embed(text: &str) -> Option<&str> {
    const PICTURES: &str = "png jpg jpeg gif webp svg bmp avif";
    let inside = text.strip_prefix("![[")?;
    let inside = &inside[..inside.find(['[', ']', '\n'])?];
    let (_, extension) = inside.split('|').next()?.rsplit_once('.')?;
    let is_whole = text[3 + inside.len()..].starts_with("]]");
    (is_whole && is_word(PICTURES, &extension.to_ascii_lowercase())).then_some(inside)
}

/// The words of a picture and the width that Obsidian sets after them: `茶山|300`, `|300x200`.
fn sized(alt: &str) -> Option<(&str, Option<u32>)> {
    let (words, size) = alt.rsplit_once('|')?;
    let width = size.split('x').next()?.parse().ok()?;
    Some((words, Some(width)))
}

/// The words of a picture without the number that Jina Reader sets before them: `Image 4: 茶山`.
fn unnumbered(alt: &str) -> &str {
    let Some(number) = alt.strip_prefix("Image ") else {
        return alt;
    };
    match number.trim_start_matches(|c: char| c.is_ascii_digit()) {
        "" => "",
        words => words.strip_prefix(": ").unwrap_or(alt),
    }
}

/// How many of the sign stand at the start of the text.
pub(super) fn run(text: &str, sign: char) -> usize {
    text.bytes().take_while(|b| *b == sign as u8).count()
}

/// The length of a code that ends with so many backticks, which stand in the text once it began.
fn code(text: &str, n: usize) -> Option<usize> {
    let mut at = 0;
    loop {
        at += memchr::memchr(b'`', text.get(at..)?.as_bytes())?;
        let found = run(&text[at..], '`');
        if found == n {
            return Some(at);
        }
        at += found;
    }
}

/// Code without the one space that sets its own backticks apart.
fn unpadded(code: &str) -> &str {
    code.strip_prefix(' ')
        .and_then(|code| code.strip_suffix(' '))
        .filter(|code| !code.trim().is_empty())
        .unwrap_or(code)
}

/// The address in `(address "title")` at the start of the text, and the length of all that.
fn address(text: &str) -> Option<(&str, usize)> {
    let inside = text.strip_prefix('(')?;
    let (mut depth, mut escaped) = (0, false);
    for (at, c) in inside.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '\n' => return None,
            '(' if depth == MAX_PARENTHESES => return None,
            '(' => depth += 1,
            ')' if depth == 0 => return Some((without_title(&inside[..at]), at + 2)),
            ')' => depth -= 1,
            _ => {}
        }
    }
    None
}

fn without_title(text: &str) -> &str {
    let text = text.trim();
    let address = ['"', '\'']
        .into_iter()
        .find_map(|quote| {
            let before = text.strip_suffix(quote)?;
            let (address, _) = before.split_once(quote)?;
            (address.is_empty() || address.ends_with([' ', '\t'])).then_some(address.trim())
        })
        .unwrap_or(text);
    address
        .strip_prefix('<')
        .and_then(|address| address.strip_suffix('>'))
        .unwrap_or(address)
}

/// The address in `<https://…>` at the start of the text, and the length with the brackets.
fn bracketed_address(text: &str) -> Option<(&str, usize)> {
    let inside = &text[1..];
    let is_address = inside.starts_with("http://") || inside.starts_with("https://");
    if !is_address {
        return None;
    }
    let end = inside.find(|c: char| c.is_whitespace() || c == '<' || c == '>')?;
    let address = &inside[..end];
    (inside[end..].starts_with('>') && address::link(address).is_some())
        .then_some((address, end + 2))
}
