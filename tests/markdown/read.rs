//! Markdown as a parser reads it.

use std::collections::HashMap;
use std::iter::Peekable;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use wechat_article_cleaner::Marks;

use crate::html;
use crate::node::{Glyph, Node, Thing, lines, one_line};

/// Reads Markdown. What no article has, such as other HTML, becomes a character that no article has.
pub fn nodes(markdown: &str, extensions: Options) -> Vec<Node> {
    let mut reader = Reader {
        events: Parser::new_ext(markdown, extensions).peekable(),
        notes: HashMap::new(),
    };
    let nodes = reader.blocks();
    assert_eq!(reader.events.next(), None, "all of {markdown:?} is read");
    if reader.notes.is_empty() {
        return nodes;
    }
    // Notes are called before they are met: once they are known, all is read again.
    let mut reader = Reader {
        events: Parser::new_ext(markdown, extensions).peekable(),
        notes: reader.notes,
    };
    reader.blocks()
}

pub const UNKNOWN: char = '\u{ffff}';

struct Reader<'m> {
    events: Peekable<Parser<'m>>,
    /// The notes by their labels, as far as they were met.
    notes: HashMap<String, Vec<Glyph>>,
}

impl<'m> Reader<'m> {
    /// Reads blocks up to the end of what they stand in.
    fn blocks(&mut self) -> Vec<Node> {
        let mut nodes = Vec::new();
        while let Some(event) = self.events.peek() {
            let tag = match event {
                Event::End(_) => break,
                Event::Rule => {
                    self.events.next();
                    nodes.push(Node::Divider);
                    continue;
                }
                Event::Start(tag) if is_block(tag) => tag.clone(),
                // The text of an item in a list without blank lines has no paragraph around it.
                _ => {
                    nodes.push(self.paragraph());
                    continue;
                }
            };
            self.events.next();
            let node = match tag {
                Tag::Paragraph => Some(self.paragraph()),
                Tag::Heading { level, .. } => {
                    Some(Node::Heading(level as u8, one_line(self.inline())))
                }
                Tag::BlockQuote(_) => Some(Node::Quote(self.blocks())),
                Tag::List(start) => Some(Node::List(start, self.each(Reader::blocks))),
                Tag::CodeBlock(kind) => Some(self.code(kind)),
                Tag::Table(_) => {
                    Some(Node::Table(self.each(|reader| {
                        reader.each(|reader| (1, 1, lines(reader.inline())))
                    })))
                }
                Tag::HtmlBlock => Some(html::table(&self.html())),
                Tag::FootnoteDefinition(label) => {
                    let note = match self.blocks().as_mut_slice() {
                        [Node::Text(glyphs)] => std::mem::take(glyphs),
                        other => vec![unknown(&format!("{other:?}"))],
                    };
                    self.notes.insert(label.to_string(), note);
                    None
                }
                other => Some(Node::Code(format!("{other:?}"), UNKNOWN.to_string())),
            };
            nodes.extend(node);
            self.events.next();
        }
        nodes
    }

    /// Reads text up to its end. A formula that stands by itself is a block.
    fn paragraph(&mut self) -> Node {
        let glyphs = lines(self.inline());
        match glyphs.as_slice() {
            [
                Glyph {
                    thing: Some(Thing::Display(latex)),
                    ..
                },
            ] => Node::Formula(latex.clone()),
            _ => Node::Text(glyphs),
        }
    }

    fn code(&mut self, kind: CodeBlockKind<'_>) -> Node {
        let mut text = String::new();
        while let Some(Event::Text(part)) =
            self.events.next_if(|event| matches!(event, Event::Text(_)))
        {
            text.push_str(&part);
        }
        let text = text.trim_end_matches('\n').to_owned();
        match kind {
            CodeBlockKind::Fenced(language) if &*language == "math" => Node::Formula(text),
            CodeBlockKind::Fenced(language) => Node::Code(language.to_string(), text),
            CodeBlockKind::Indented => Node::Code(UNKNOWN.to_string(), text),
        }
    }

    fn html(&mut self) -> String {
        let mut text = String::new();
        while let Some(Event::Html(part)) =
            self.events.next_if(|event| matches!(event, Event::Html(_)))
        {
            text.push_str(&part);
        }
        text
    }

    /// Reads all that stand next to each other here: items, rows or cells.
    fn each<T>(&mut self, mut read: impl FnMut(&mut Reader<'m>) -> T) -> Vec<T> {
        let mut all = Vec::new();
        while let Some(Event::Start(_)) = self
            .events
            .next_if(|event| matches!(event, Event::Start(_)))
        {
            all.push(read(self));
            self.events.next();
        }
        all
    }

    /// Reads inline content up to the end of what it stands in.
    fn inline(&mut self) -> Vec<Glyph> {
        let mut out = Vec::new();
        let mut marks = Marks::default();
        let mut link: Option<String> = None;
        while let Some(event) = self.events.next_if(is_inline) {
            let mut push = |text: &str, marks: Marks| {
                out.extend(text.chars().map(|c| Glyph::new(c, marks, link.clone())));
            };
            match event {
                Event::Text(text) => push(&text, marks),
                Event::Code(text) => push(
                    &text,
                    Marks {
                        code: true,
                        ..marks
                    },
                ),
                Event::HardBreak => push("\n", marks),
                Event::InlineHtml(tag) => match &*tag {
                    "<strong>" => marks.strong = true,
                    "</strong>" => marks.strong = false,
                    "<em>" => marks.emphasis = true,
                    "</em>" => marks.emphasis = false,
                    "<del>" => marks.strike = true,
                    "</del>" => marks.strike = false,
                    "<mark>" => marks.highlight = true,
                    "</mark>" => marks.highlight = false,
                    "<sup>" => marks.sup = true,
                    "</sup>" => marks.sup = false,
                    "<sub>" => marks.sub = true,
                    "</sub>" => marks.sub = false,
                    "<code>" => marks.code = true,
                    "</code>" => marks.code = false,
                    "<br>" => push("\n", marks),
                    // Between a note's number and a link.
                    "<!-- -->" => {}
                    _ => push(&UNKNOWN.to_string(), marks),
                },
                Event::InlineMath(latex) => {
                    // GitHub's own way of writing it.
                    let inner = latex
                        .strip_prefix('`')
                        .and_then(|text| text.strip_suffix('`'));
                    let latex = inner.unwrap_or(&latex).to_owned();
                    out.push(Glyph::thing(Thing::Formula(latex), link.clone()));
                }
                Event::DisplayMath(latex) => {
                    let latex = latex.trim().to_owned();
                    out.push(Glyph::thing(Thing::Display(latex), link.clone()));
                }
                Event::FootnoteReference(label) => {
                    let note = self.notes.get(&*label).cloned().unwrap_or_default();
                    out.push(Glyph::thing(Thing::Note(note), link.clone()));
                }
                Event::Start(Tag::Strong) => marks.strong = true,
                Event::End(TagEnd::Strong) => marks.strong = false,
                Event::Start(Tag::Emphasis) => marks.emphasis = true,
                Event::End(TagEnd::Emphasis) => marks.emphasis = false,
                Event::Start(Tag::Strikethrough) => marks.strike = true,
                Event::End(TagEnd::Strikethrough) => marks.strike = false,
                Event::Start(Tag::Link { dest_url, .. }) => link = Some(dest_url.to_string()),
                Event::End(TagEnd::Link) => link = None,
                Event::Start(Tag::Image { dest_url, .. }) => {
                    let alt = self.inline().iter().map(|glyph| glyph.character).collect();
                    let picture = Thing::Picture(alt, dest_url.to_string());
                    out.push(Glyph::thing(picture, link.clone()));
                }
                // The end of a picture, whose words were read by the call for it.
                Event::End(TagEnd::Image) => break,
                other => out.push(unknown(&format!("{other:?}"))),
            }
        }
        out
    }
}

fn unknown(what: &str) -> Glyph {
    Glyph::thing(Thing::Formula(format!("{UNKNOWN}{what}")), None)
}

fn is_block(tag: &Tag<'_>) -> bool {
    !matches!(
        tag,
        Tag::Strong | Tag::Emphasis | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
    )
}

fn is_inline(event: &Event<'_>) -> bool {
    match event {
        Event::Start(tag) => !is_block(tag),
        Event::End(end) => matches!(
            end,
            TagEnd::Strong
                | TagEnd::Emphasis
                | TagEnd::Strikethrough
                | TagEnd::Link
                | TagEnd::Image
        ),
        Event::Rule => false,
        _ => true,
    }
}
