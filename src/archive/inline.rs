//! What stands within a line of Markdown: marks, links, pictures, code.
//!
//! Converters write `**` where a page's bold begins and ends, whatever stands beside it: `**时间：**三月`. CommonMark
//! sees no bold there, because of the punctuation. So stars are switches here, in pairs, as the converters meant them;
//! they escape the stars that are text.

use std::ops::Range;

use crate::address;
use crate::block::{Block, Image, Inline, Marks};
use crate::lower::{self, Paragraph};
use crate::script::decode_entities;

/// How deep parentheses may stand in an address. It also bounds how often a character is looked at.
const MAX_PARENTHESES: usize = 32;

/// Longer runs of backticks than this are text.
const MAX_BACKTICKS: usize = 16;

/// Reads the text of a paragraph or heading: its pictures become blocks of their own.
pub(super) fn blocks(text: &str, heading: Option<u8>) -> Vec<Block> {
    let Line {
        mut items, links, ..
    } = Line::read(text);
    let marks = marks(&mut items);
    let mut blocks = Vec::new();
    let mut paragraph = Paragraph::default();
    for (item, mut marks) in items.into_iter().zip(marks) {
        let link = item.link.and_then(|at| links.get(at)?.as_deref());
        if heading.is_some() {
            marks.strong = false;
        }
        match item.kind {
            Kind::Image(image) if lower::image::is_emoji_address(&image.url) => {
                match lower::image::emoji_name(&image) {
                    Some(name) => paragraph.text(&name, marks, link),
                    None => paragraph.inline(Inline::Image(image)),
                }
            }
            Kind::Image(image) => {
                blocks.extend(paragraph.blocks(heading));
                blocks.push(Block::image(image, link.map(str::to_owned)));
            }
            kind => write(kind, marks, link, &mut paragraph),
        }
    }
    blocks.extend(paragraph.blocks(heading));
    blocks
}

/// Reads the text of a table's cell: its pictures stay within it.
pub(super) fn cell(text: &str) -> Vec<Inline> {
    let Line {
        mut items, links, ..
    } = Line::read(text);
    let marks = marks(&mut items);
    let mut content: Vec<Inline> = Vec::new();
    let mut paragraph = Paragraph::default();
    for (item, marks) in items.into_iter().zip(marks) {
        let link = item.link.and_then(|at| links.get(at)?.as_deref());
        match item.kind {
            Kind::Image(image) => {
                lines(paragraph.blocks(None), &mut content);
                content.push(Inline::Image(image));
            }
            kind => write(kind, marks, link, &mut paragraph),
        }
    }
    lines(paragraph.blocks(None), &mut content);
    content
}

/// The paragraphs of a cell as its lines.
fn lines(blocks: Vec<Block>, content: &mut Vec<Inline>) {
    for block in blocks {
        if let Block::Paragraph { content: line } = block {
            if matches!(content.last(), Some(Inline::Text(_))) {
                content.push(Inline::Break);
            }
            content.extend(line);
        }
    }
}

fn write(kind: Kind, marks: Marks, link: Option<&str>, paragraph: &mut Paragraph) {
    match kind {
        Kind::Text(text) => paragraph.text(&decode_entities(&text), marks, link),
        Kind::Literal(text) => paragraph.text(&text, marks, link),
        Kind::Code(text) => paragraph.text(
            &text,
            Marks {
                code: true,
                ..marks
            },
            link,
        ),
        Kind::Break => paragraph.line_break(),
        Kind::Signs { .. } | Kind::Image(_) => {}
    }
}

/// A part of a line.
struct Item {
    kind: Kind,
    /// Which link it stands in.
    link: Option<usize>,
}

enum Kind {
    /// Text in which entities are to be decoded.
    Text(String),
    /// Text as it stands.
    Literal(String),
    Code(String),
    Image(Image),
    Break,
    /// A run of stars or underlines that may switch marks. Each sign that does not is text.
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
struct Line {
    items: Vec<Item>,
    /// The addresses that may be followed, each used by some items.
    links: Vec<Option<String>>,
    /// The first item after the last link: no link stands within another.
    after_link: usize,
}

impl Line {
    fn read(text: &str) -> Line {
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
                '!' if rest[1..].starts_with('[') => {
                    brackets.push(line.bracket("![", true));
                    n_read = 2;
                }
                '[' => brackets.push(line.bracket("[", false)),
                ']' => {
                    let ended = brackets
                        .pop()
                        .filter(|bracket| bracket.is_image || bracket.item >= line.after_link)
                        .and_then(|bracket| Some((bracket, address(&rest[1..])?)));
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
                '<' => match bracketed_address(rest) {
                    Some((address, length)) => {
                        line.links.push(lower::link(address));
                        line.items.push(Item {
                            kind: Kind::Literal(address.to_owned()),
                            link: Some(line.links.len() - 1),
                        });
                        n_read = length;
                    }
                    None => match ["<br>", "<br/>", "<br />"]
                        .into_iter()
                        .find(|tag| rest.starts_with(tag))
                    {
                        Some(tag) => {
                            line.push(Kind::Break);
                            n_read = tag.len();
                        }
                        None => line.text(c),
                    },
                },
                '*' | '_' => {
                    let n = run(rest, c);
                    n_read = n;
                    let after = rest[n..].chars().next().unwrap_or(' ');
                    // snake_case is no emphasis, 2 * 3 neither.
                    let within_word = |c: char, beside: char| {
                        c == '_' && (beside.is_ascii_alphanumeric() || beside == '/')
                    };
                    line.push(Kind::Signs {
                        sign: c,
                        n,
                        left: n,
                        may_open: !after.is_whitespace() && !within_word(c, before),
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
                Kind::Text(text) | Kind::Literal(text) | Kind::Code(text) => alt.push_str(&text),
                Kind::Image(image) => alt.push_str(&image.alt),
                Kind::Break => alt.push(' '),
                Kind::Signs { sign, n, .. } => alt.extend(std::iter::repeat_n(sign, n)),
            }
        }
        let alt = lower::image::alt(&decode_entities(&alt));
        if let Some(url) = lower::image::address(address) {
            self.push(Kind::Image(Image {
                url,
                alt,
                ..Image::default()
            }));
        } else if !address.is_empty() && !alt.is_empty() {
            // A picture that cannot be shown is its words. Without any address it was never there.
            self.push(Kind::Literal(alt));
        }
    }
}

/// How many of the sign stand at the start of the text.
fn run(text: &str, sign: char) -> usize {
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

/// How each item is set. Signs switch bold and italics on and off in pairs; those without a partner become text, but
/// for double stars, which converters leave where bold goes on over the end of a paragraph.
fn marks(items: &mut [Item]) -> Vec<Marks> {
    let mut marks = vec![Marks::default(); items.len()];
    for sign in ['*', '_'] {
        for pair in pairs(items, sign, 2) {
            marks[pair].iter_mut().for_each(|marks| marks.strong = true);
        }
        for pair in pairs(items, sign, 1) {
            marks[pair]
                .iter_mut()
                .for_each(|marks| marks.emphasis = true);
        }
    }
    for item in items {
        if let Kind::Signs { sign, n, left, .. } = item.kind {
            let n_text = match sign {
                '*' if n > 1 => left % 2,
                _ => left,
            };
            item.kind = Kind::Literal(String::from(sign).repeat(n_text));
        }
    }
    marks
}

/// What stands between the signs that switch something on and off again: `width` is 2 for bold, 1 for italics.
fn pairs(items: &mut [Item], sign: char, width: usize) -> Vec<Range<usize>> {
    let mut pairs = Vec::new();
    let mut open = None;
    for at in 0..items.len() {
        let Kind::Signs {
            sign: found,
            n,
            may_open,
            may_close,
            ..
        } = items[at].kind
        else {
            continue;
        };
        // Four stars switch bold off and on again, or on and off: nothing changes.
        let switches = found == sign && n / width % 2 == 1 && (sign == '*' || n <= 3);
        let is_sure = sign == '*' && width == 2;
        match open {
            _ if !switches => {}
            None if may_open || is_sure => open = Some(at),
            Some(from) if may_close || is_sure => {
                for end in [from, at] {
                    if let Kind::Signs { left, .. } = &mut items[end].kind {
                        *left -= width;
                    }
                }
                pairs.push(from..at);
                open = None;
            }
            _ => {}
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Inline content with `<b>`, `<i>`, `<code>` and `<a>` around what is set so.
    fn shown(text: &str) -> String {
        let mut out = String::new();
        for inline in cell(text) {
            match inline {
                Inline::Text(run) => {
                    let mut text = run.text;
                    for (is_set, name) in [
                        (run.marks.code, "code"),
                        (run.marks.emphasis, "i"),
                        (run.marks.strong, "b"),
                        (run.link.is_some(), "a"),
                    ] {
                        if is_set {
                            text = format!("<{name}>{text}</{name}>");
                        }
                    }
                    out.push_str(&text);
                }
                Inline::Image(image) => out.push_str(&format!("[{}]", image.alt)),
                _ => out.push('/'),
            }
        }
        out
    }

    #[test]
    fn stars_are_switches() {
        for (text, expected) in [
            (
                "**时间：**三月**地点：**茶山",
                "<b>时间：</b>三月<b>地点：</b>茶山",
            ),
            ("**一****二**", "<b>一二</b>"),
            ("****一**二：**", "一<b>二：</b>"),
            ("***一***二", "<b><i>一</i></b>二"),
            ("**一*二*三**", "<b>一</b><b><i>二</i></b><b>三</b>"),
            ("**一，说到下一段", "一，说到下一段"),
            ("*注：一", "*注：一"),
            ("2 * 3 * 4", "2 * 3 * 4"),
            (r"\*\*一\*\* icon\_hash", "**一** icon_hash"),
            (
                "_一_ snake_case_name __init__ ____",
                "<i>一</i> snake_case_name <b>init</b> ____",
            ),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }

    #[test]
    fn links_pictures_and_code() {
        for (text, expected) in [
            ("[一](https://a.cn/b_(c) \"题\")二", "<a>一</a>二"),
            ("[一](javascript:void(0);)二", "一二"),
            (r"[一](javascript:void\(0\);)", "一"),
            ("[[招新] 一](https://a.cn)", "<a>[招新] 一</a>"),
            ("[一] (二) [三](", "[一] (二) [三]("),
            (
                "![图](https://a.cn/b)![]()![图片](https://a.cn/c)",
                "[图][]",
            ),
            (
                "`a**b`与``c`d`` `e",
                "<code>a**b</code>与<code>c`d</code> `e",
            ),
            (
                "<https://a.cn> <b>&lt;一&gt; a<br>b",
                "<a>https://a.cn</a> <b><一> a/b",
            ),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }
}
