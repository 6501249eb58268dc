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
    Formula(String),
    Table(Vec<Vec<Place>>),
    Divider,
}

/// A cell, and how many columns and rows it takes up.
pub type Place = (u32, u32, Vec<Glyph>);

/// A character, line end (`\n`) or thing.
#[derive(Clone, PartialEq)]
pub struct Glyph {
    pub character: char,
    pub thing: Option<Thing>,
    pub marks: Marks,
    pub link: Option<String>,
}

/// What is no character and stands among them.
#[derive(Debug, Clone, PartialEq)]
pub enum Thing {
    Picture(String, String),
    Formula(String),
    /// A formula that stands by itself, which only the reader puts among characters.
    Display(String),
    Note(Vec<Glyph>),
}

impl Glyph {
    pub fn new(character: char, marks: Marks, link: Option<String>) -> Glyph {
        Glyph {
            character,
            thing: None,
            marks,
            link,
        }
    }

    pub fn thing(thing: Thing, link: Option<String>) -> Glyph {
        Glyph {
            thing: Some(thing),
            ..Glyph::new('▣', Marks::default(), link)
        }
    }
}

impl fmt::Debug for Glyph {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.thing {
            Some(thing) => write!(f, "{thing:?}")?,
            None => write!(f, "{:?}", self.character)?,
        }
        for (sign, is_set) in [
            ("*", self.marks.strong),
            ("/", self.marks.emphasis),
            ("-", self.marks.strike),
            ("`", self.marks.code),
            ("^", self.marks.sup),
            ("_", self.marks.sub),
            ("=", self.marks.highlight),
        ] {
            f.write_str(if is_set { sign } else { "" })?;
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
    nodes_in(blocks, shift)
}

fn nodes_in(blocks: &[Block], shift: u8) -> Vec<Node> {
    let nodes = blocks.iter().flat_map(|block| node(block, shift));
    nodes.filter(|node| !is_empty(node)).collect()
}

fn has_level_one(blocks: &[Block]) -> bool {
    blocks.iter().any(|block| match block {
        Block::Heading { level, .. } => *level == 1,
        Block::Quote { blocks } => has_level_one(blocks),
        Block::List { items, .. } => items.iter().any(|item| has_level_one(item)),
        _ => false,
    })
}

fn node(block: &Block, shift: u8) -> Vec<Node> {
    let node = match block {
        Block::Paragraph { content } => Node::Text(lines(glyphs(content, Within::Line))),
        Block::Heading { level, content } => Node::Heading(
            (level + shift).clamp(2, 6),
            one_line(glyphs(content, Within::Line)),
        ),
        Block::List { start, items } => {
            let mut items: Vec<_> = items.iter().map(|item| nodes_in(item, shift)).collect();
            items.retain(|item| !item.is_empty());
            Node::List(start.map(u64::from), items)
        }
        Block::Quote { blocks } => Node::Quote(nodes_in(blocks, shift)),
        Block::Code { language, text } => {
            let text = printable_lines(text).trim_end_matches('\n').to_owned();
            Node::Code(language.clone().unwrap_or_default(), text)
        }
        Block::Formula { latex } => {
            let latex = printable_lines(latex);
            let lines = latex.lines().map(str::trim).filter(|line| !line.is_empty());
            Node::Formula(without_markup(&lines.collect::<Vec<_>>().join("\n")))
        }
        Block::Table { rows } => table(rows),
        Block::Image {
            image,
            link,
            caption,
        } => {
            let link = link.as_deref().and_then(address);
            let is_shown = address(&image.url).is_some();
            let mut all = picture(image, link);
            all.push(Glyph::new('\n', Marks::default(), None));
            for mut inline in caption.iter().cloned() {
                // The words that stand for a picture are words of the caption.
                if let Inline::Image(image) = &inline
                    && address(&image.url).is_none()
                {
                    inline = Inline::text(image.alt.clone());
                }
                if let Inline::Text(run) = &mut inline {
                    run.marks.emphasis |= is_shown;
                }
                all.extend(glyphs(&[inline], Within::Line));
            }
            Node::Text(lines(all))
        }
        Block::Embed(embed) => return card(embed),
        _ => Node::Divider,
    };
    vec![node]
}

fn is_empty(node: &Node) -> bool {
    match node {
        Node::Text(glyphs) | Node::Heading(_, glyphs) => glyphs.is_empty(),
        Node::List(_, items) => items.is_empty(),
        Node::Quote(nodes) => nodes.is_empty(),
        Node::Code(_, text) | Node::Formula(text) => text.trim().is_empty(),
        Node::Table(rows) => rows.is_empty(),
        Node::Divider => false,
    }
}

fn table(rows: &[Vec<Cell>]) -> Node {
    let spans = |cell: &Cell| cell.columns > 1 || cell.rows > 1;
    let within = match rows.iter().flatten().any(spans) {
        true => Within::HtmlCell,
        false => Within::Cell,
    };
    let cell = |cell: &Cell| {
        let glyphs = lines(glyphs(&cell.content, within));
        (cell.columns, cell.rows, glyphs)
    };
    let row = |row: &Vec<Cell>| row.iter().map(cell).collect();
    Node::Table(rows.iter().map(row).collect())
}

/// A line, and a list of what can be chosen.
fn card(embed: &Embed) -> Vec<Node> {
    let name = match embed.kind {
        EmbedKind::Video => "视频",
        EmbedKind::Audio => "音频",
        EmbedKind::Music => "音乐",
        EmbedKind::Vote => "投票",
        EmbedKind::MiniProgram => "小程序",
        EmbedKind::Product => "商品",
        EmbedKind::Account => "公众号",
        EmbedKind::Location => "位置",
        _ => "嵌入内容",
    };
    let url = embed.url.as_deref().and_then(address);
    let given = |text: &Option<String>| {
        let text = text.as_deref().unwrap_or_default().trim().to_owned();
        (!text.is_empty()).then_some(text)
    };
    let mut label = name.to_owned();
    if let Some(title) = given(&embed.title) {
        label = format!("{name}：{title}");
    }
    if url.is_none() {
        label = format!("[{label}]");
    }
    let mut line = characters(&label, Marks::default(), url);
    let clock = embed.duration.map(|n| match n / 3600 {
        0 => format!("{}:{:02}", n / 60, n % 60),
        hours => format!("{hours}:{:02}:{:02}", n / 60 % 60, n % 60),
    });
    for part in [given(&embed.author), clock, given(&embed.description)] {
        let part = part.map_or(String::new(), |part| format!(" · {part}"));
        line.extend(characters(&part, Marks::default(), None));
    }
    let choice = |text: &String| Node::Text(lines(characters(text, Marks::default(), None)));
    let choices = embed.choices.iter().map(choice);
    let choices = choices.filter(|choice| !is_empty(choice));
    vec![
        Node::Text(lines(line)),
        Node::List(None, choices.map(|choice| vec![choice]).collect()),
    ]
}

/// What content stands in.
#[derive(Clone, Copy, PartialEq)]
enum Within {
    Line,
    Cell,
    HtmlCell,
}

fn glyphs(content: &[Inline], within: Within) -> Vec<Glyph> {
    let mut out = Vec::new();
    for inline in content {
        match inline {
            Inline::Text(run) => {
                let link = run.link.as_deref().and_then(address);
                let marks = Marks {
                    underline: false,
                    highlight: run.marks.highlight,
                    ..run.marks
                };
                out.extend(characters(&run.text, marks, link));
            }
            Inline::Image(image) => out.extend(picture(image, None)),
            Inline::Formula { latex } => out.extend(formula(latex, within)),
            Inline::Footnote { content, .. } if within == Within::HtmlCell => {
                let note = lines(glyphs(content, within));
                if !note.is_empty() {
                    out.extend(characters("（", Marks::default(), None));
                    out.extend(note);
                    out.extend(characters("）", Marks::default(), None));
                }
            }
            Inline::Footnote { content, .. } => {
                let note = lines(glyphs(content, Within::Line));
                if !note.is_empty() {
                    out.push(Glyph::thing(Thing::Note(note), None));
                }
            }
            _ => out.push(Glyph::new('\n', Marks::default(), None)),
        }
    }
    out
}

/// A formula, or code where no reader could read it as one.
fn formula(latex: &str, within: Within) -> Vec<Glyph> {
    let latex = printable(latex).trim().to_owned();
    if latex.is_empty() {
        return Vec::new();
    }
    let bare = latex.replace("\\\\", "").replace("\\$", "");
    let bare = bare.replace("\\{", "").replace("\\}", "");
    let mut depth = 0;
    let is_balanced = bare.chars().all(|c| {
        depth += i32::from(c == '{') - i32::from(c == '}');
        depth >= 0
    }) && depth == 0;
    if within == Within::HtmlCell {
        return vec![Glyph::thing(Thing::Formula(latex), None)];
    }
    if !is_balanced || bare.contains(['$', '`']) || bare.ends_with('\\') {
        let code = Marks {
            code: true,
            ..Marks::default()
        };
        return characters(&latex, code, None);
    }
    let latex = without_markup(&latex);
    let latex = match within {
        // Bars would end the cell.
        Within::Cell => {
            let parts = latex
                .split("\\\\")
                .map(|part| part.replace("\\|", "\\Vert "));
            parts.collect::<Vec<_>>().join("\\\\").trim_end().to_owned()
        }
        _ => latex,
    };
    vec![Glyph::thing(Thing::Formula(latex), None)]
}

/// What readers that know no formulas would take for a tag, a link or a picture has a space in it.
fn without_markup(latex: &str) -> String {
    let mut out = latex.replace("](", "] (").replace("]:", "] :");
    out = out.replace("![", "! [");
    for at in (0..out.len()).rev() {
        let begins = |c: char| c.is_ascii_alphabetic() || "/!?".contains(c);
        if out.as_bytes()[at] == b'<' && out[at + 1..].starts_with(begins) {
            out.insert(at + 1, ' ');
        }
    }
    out
}

fn characters(text: &str, marks: Marks, link: Option<String>) -> Vec<Glyph> {
    printable(text)
        .chars()
        .map(|c| Glyph::new(c, marks, link.clone()))
        .collect()
}

/// Controls that part words are spaces, others nothing.
fn printable(text: &str) -> String {
    text.replace(['\t', '\n', '\r'], " ")
        .replace(char::is_control, "")
}

/// Line ends of every sort are line ends; other controls but tabs are nothing.
fn printable_lines(text: &str) -> String {
    text.replace("\r\n", "\n")
        .replace('\r', "\n")
        .replace(|c: char| c.is_control() && !"\n\t".contains(c), "")
}

fn picture(image: &Image, link: Option<String>) -> Vec<Glyph> {
    match address(&image.url) {
        Some(url) => {
            let alt = printable(&image.alt).trim().to_owned();
            vec![Glyph::thing(Thing::Picture(alt, url), link)]
        }
        None => characters(&image.alt, Marks::default(), link),
    }
}

/// Spaces count for nothing at the ends of lines and within parentheses of full width, which in tables stand around a
/// note that may begin or end in blanks of code; marks count for nothing on spaces, and an address that links to
/// itself is no more than an address. A mark that begins or ends in punctuation may do so past it.
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
        let is_within =
            out.last().is_some_and(|last| last.character == '（') || glyph.character == '）';
        let is_line_end = spaces.iter().any(|space| space.character == '\n');
        if !out.is_empty() && (is_line_end || !is_within) {
            out.append(&mut spaces);
        }
        spaces.clear();
        out.push(glyph);
    }
    for mark in EDGED {
        move_edges(&mut out, mark);
        out.reverse();
        move_edges(&mut out, mark);
        out.reverse();
    }
    out
}

/// The marks that Markdown has delimiters for, which do not work between punctuation and a letter.
const EDGED: [fn(&mut Marks) -> &mut bool; 3] = [
    |marks| &mut marks.strong,
    |marks| &mut marks.emphasis,
    |marks| &mut marks.strike,
];

/// Takes a mark from the punctuation that it begins with.
fn move_edges(glyphs: &mut [Glyph], mark: fn(&mut Marks) -> &mut bool) {
    let is_punctuation =
        |c: char| "，。、；：！？…—·～（）「」『』【】〔〕《》〈〉“”‘’.,;:!?()\"'".contains(c);
    let mut follows = true;
    for glyph in glyphs {
        let is_marked = mark(&mut glyph.marks);
        if follows && *is_marked && is_punctuation(glyph.character) {
            *is_marked = false;
        } else {
            follows = !*is_marked;
        }
    }
}

/// In a heading, line ends are spaces, and all spaces are the same.
pub fn one_line(mut glyphs: Vec<Glyph>) -> Vec<Glyph> {
    for glyph in &mut glyphs {
        if glyph.character.is_whitespace() {
            glyph.character = ' ';
        }
    }
    glyphs.dedup_by(|b, a| a.character == ' ' && b.character == ' ');
    lines(glyphs)
}
