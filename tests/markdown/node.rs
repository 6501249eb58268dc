//! What an article and its Markdown are compared as: blocks of characters, each with all that applies to it.

use std::fmt;

use wechat_article_cleaner::{Block, Cell, Embed, EmbedKind, Image, Inline, Marks};

use crate::random::address;

/// A block.
#[derive(Debug, PartialEq)]
pub enum Node {
    Text(Vec<Glyph>),
    Heading(u8, Vec<Glyph>),
    List(Option<u64>, Vec<Vec<Node>>),
    Quote(Vec<Node>),
    Code(String, String),
    Table(Vec<Vec<Vec<Glyph>>>),
    Divider,
}

/// A character, line end (`\n`) or picture.
#[derive(Clone, PartialEq)]
pub struct Glyph {
    pub character: char,
    pub picture: Option<(String, String)>,
    pub marks: Marks,
    pub link: Option<String>,
}

impl Glyph {
    pub fn new(character: char, marks: Marks, link: Option<String>) -> Glyph {
        Glyph {
            character,
            picture: None,
            marks,
            link,
        }
    }

    pub fn picture(alt: &str, url: String, link: Option<String>) -> Glyph {
        Glyph {
            character: '▣',
            picture: Some((alt.trim().to_owned(), url)),
            marks: Marks::default(),
            link,
        }
    }
}

impl fmt::Debug for Glyph {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.character)?;
        for (sign, is_set) in [
            ("*", self.marks.strong),
            ("/", self.marks.emphasis),
            ("-", self.marks.strike),
            ("`", self.marks.code),
            ("^", self.marks.sup),
            ("_", self.marks.sub),
        ] {
            f.write_str(if is_set { sign } else { "" })?;
        }
        if let Some((alt, url)) = &self.picture {
            write!(f, "![{alt}]({url})")?;
        }
        match &self.link {
            Some(link) => write!(f, " -> {link}"),
            None => Ok(()),
        }
    }
}

/// The blocks of an article, as their Markdown should read.
pub fn nodes(blocks: &[Block]) -> Vec<Node> {
    let shift = u8::from(has_level_one(blocks));
    blocks
        .iter()
        .filter_map(|block| node(block, shift))
        .collect()
}

fn has_level_one(blocks: &[Block]) -> bool {
    blocks.iter().any(|block| match block {
        Block::Heading { level, .. } => *level == 1,
        Block::Quote { blocks } => has_level_one(blocks),
        Block::List { items, .. } => items.iter().any(|item| has_level_one(item)),
        _ => false,
    })
}

fn node(block: &Block, shift: u8) -> Option<Node> {
    let nodes = |blocks: &[Block]| -> Vec<Node> {
        blocks
            .iter()
            .filter_map(|block| node(block, shift))
            .collect()
    };
    let node = match block {
        Block::Paragraph { content } => Node::Text(lines(glyphs(content))),
        Block::Heading { level, content } => {
            Node::Heading((level + shift).min(6), one_line(glyphs(content)))
        }
        Block::List { start, items } => {
            let mut items: Vec<_> = items.iter().map(|item| nodes(item)).collect();
            items.retain(|item| !item.is_empty());
            Node::List(start.map(u64::from), items)
        }
        Block::Quote { blocks } => Node::Quote(nodes(blocks)),
        Block::Code { language, text } => {
            Node::Code(language.clone().unwrap_or_default(), text.clone())
        }
        Block::Table { rows } => {
            let row = |row: &Vec<Cell>| {
                row.iter()
                    .map(|cell| lines(glyphs(&cell.content)))
                    .collect()
            };
            Node::Table(rows.iter().map(row).collect())
        }
        Block::Image { image, link, .. } => {
            Node::Text(lines(picture(image, link.as_deref().and_then(address))))
        }
        Block::Embed(Embed {
            kind, title, url, ..
        }) => {
            let name = match kind {
                EmbedKind::Video => "视频",
                _ => "小程序",
            };
            let url = url.as_deref().and_then(address);
            let mut label = match title {
                Some(title) if !title.trim().is_empty() => format!("{name}：{}", title.trim()),
                _ => name.to_owned(),
            };
            if url.is_none() {
                label = format!("[{label}]");
            }
            Node::Text(lines(characters(&label, Marks::default(), url)))
        }
        _ => Node::Divider,
    };
    let is_empty = match &node {
        Node::Text(glyphs) | Node::Heading(_, glyphs) => glyphs.is_empty(),
        Node::List(_, items) => items.is_empty(),
        Node::Quote(nodes) => nodes.is_empty(),
        Node::Code(_, text) => text.trim().is_empty(),
        Node::Table(rows) => rows.is_empty(),
        Node::Divider => false,
    };
    (!is_empty).then_some(node)
}

fn glyphs(content: &[Inline]) -> Vec<Glyph> {
    let mut out = Vec::new();
    for inline in content {
        match inline {
            Inline::Text(run) => {
                let link = run.link.as_deref().and_then(address);
                out.extend(characters(&run.text, run.marks, link));
            }
            Inline::Image(image) => out.extend(picture(image, None)),
            _ => out.push(Glyph::new('\n', Marks::default(), None)),
        }
    }
    out
}

fn characters(text: &str, marks: Marks, link: Option<String>) -> Vec<Glyph> {
    text.chars()
        .filter(|c| !c.is_control())
        .map(|c| Glyph::new(c, marks, link.clone()))
        .collect()
}

fn picture(image: &Image, link: Option<String>) -> Vec<Glyph> {
    match address(&image.url) {
        Some(url) => vec![Glyph::picture(
            &image.alt.replace(char::is_control, ""),
            url,
            link,
        )],
        None => characters(&image.alt, Marks::default(), link),
    }
}

/// Spaces count for nothing at the ends of lines, marks count for nothing on spaces, and an address that links to
/// itself is no more than an address.
pub fn lines(mut glyphs: Vec<Glyph>) -> Vec<Glyph> {
    for linked in glyphs.chunk_by_mut(|a, b| a.link == b.link) {
        let text: String = linked.iter().map(|glyph| glyph.character).collect();
        for glyph in linked {
            glyph
                .link
                .take_if(|link| text.replace(&**link, "").is_empty());
        }
    }
    let mut out: Vec<Glyph> = Vec::new();
    let mut spaces: Vec<Glyph> = Vec::new();
    for glyph in glyphs {
        if glyph.character.is_whitespace() {
            spaces.push(Glyph::new(glyph.character, Marks::default(), None));
            continue;
        }
        if let Some(at) = spaces.iter().position(|space| space.character == '\n') {
            spaces = vec![spaces.swap_remove(at)];
        }
        if !out.is_empty() {
            out.append(&mut spaces);
        }
        spaces.clear();
        out.push(glyph);
    }
    out
}

/// In a heading, line ends are spaces, and all spaces are the same.
pub fn one_line(glyphs: Vec<Glyph>) -> Vec<Glyph> {
    let mut glyphs = lines(glyphs);
    for glyph in &mut glyphs {
        if glyph.character.is_whitespace() {
            glyph.character = ' ';
        }
    }
    glyphs.dedup_by(|b, a| a.character == ' ' && b.character == ' ');
    glyphs
}
