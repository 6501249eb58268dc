//! Markdown as a parser reads it.

use std::iter::Peekable;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use wechat_article_cleaner::Marks;

use crate::node::{Glyph, Node, lines, one_line};

/// Reads Markdown. What no article has, such as other HTML, becomes a character that no article has.
pub fn nodes(markdown: &str, extensions: Options) -> Vec<Node> {
    let mut events = Parser::new_ext(markdown, extensions).peekable();
    let nodes = blocks(&mut events);
    assert_eq!(events.next(), None, "all of {markdown:?} is read");
    nodes
}

const UNKNOWN: char = '\u{ffff}';

type Events<'e, 'm> = &'e mut Peekable<Parser<'m>>;

/// Reads blocks up to the end of what they stand in.
fn blocks(events: Events<'_, '_>) -> Vec<Node> {
    let mut nodes = Vec::new();
    while let Some(event) = events.peek() {
        let tag = match event {
            Event::End(_) => break,
            Event::Rule => {
                events.next();
                nodes.push(Node::Divider);
                continue;
            }
            Event::Start(tag) if is_block(tag) => tag.clone(),
            // The text of an item in a list without blank lines has no paragraph around it.
            _ => {
                nodes.push(Node::Text(lines(inline(events))));
                continue;
            }
        };
        events.next();
        nodes.push(match tag {
            Tag::Paragraph => Node::Text(lines(inline(events))),
            Tag::Heading { level, .. } => Node::Heading(level as u8, one_line(inline(events))),
            Tag::BlockQuote(_) => Node::Quote(blocks(events)),
            Tag::List(start) => Node::List(start, each(events, blocks)),
            Tag::CodeBlock(kind) => {
                let mut text = String::new();
                while let Some(Event::Text(part)) =
                    events.next_if(|event| matches!(event, Event::Text(_)))
                {
                    text.push_str(&part);
                }
                let language = match kind {
                    CodeBlockKind::Fenced(language) => language.to_string(),
                    CodeBlockKind::Indented => UNKNOWN.to_string(),
                };
                Node::Code(language, text.trim_end_matches('\n').to_owned())
            }
            Tag::Table(_) => Node::Table(each(events, |row| each(row, |cell| lines(inline(cell))))),
            other => Node::Code(format!("{other:?}"), UNKNOWN.to_string()),
        });
        events.next();
    }
    nodes
}

fn is_block(tag: &Tag<'_>) -> bool {
    !matches!(
        tag,
        Tag::Strong | Tag::Emphasis | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
    )
}

/// Reads all that stand next to each other here: items, rows or cells.
fn each<'m, T>(events: Events<'_, 'm>, mut read: impl FnMut(Events<'_, 'm>) -> T) -> Vec<T> {
    let mut all = Vec::new();
    while let Some(Event::Start(_)) = events.next_if(|event| matches!(event, Event::Start(_))) {
        all.push(read(events));
        events.next();
    }
    all
}

/// Reads inline content up to the end of what it stands in.
fn inline(events: Events<'_, '_>) -> Vec<Glyph> {
    let mut out = Vec::new();
    let mut marks = Marks::default();
    let mut link: Option<String> = None;
    while let Some(event) = events.next_if(|event| match event {
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
    }) {
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
                "<sup>" => marks.sup = true,
                "</sup>" => marks.sup = false,
                "<sub>" => marks.sub = true,
                "</sub>" => marks.sub = false,
                "<code>" => marks.code = true,
                "</code>" => marks.code = false,
                "<br>" => push("\n", marks),
                _ => push(&UNKNOWN.to_string(), marks),
            },
            Event::Start(Tag::Strong) => marks.strong = true,
            Event::End(TagEnd::Strong) => marks.strong = false,
            Event::Start(Tag::Emphasis) => marks.emphasis = true,
            Event::End(TagEnd::Emphasis) => marks.emphasis = false,
            Event::Start(Tag::Strikethrough) => marks.strike = true,
            Event::End(TagEnd::Strikethrough) => marks.strike = false,
            Event::Start(Tag::Link { dest_url, .. }) => link = Some(dest_url.to_string()),
            Event::End(TagEnd::Link) => link = None,
            Event::Start(Tag::Image { dest_url, .. }) => {
                let alt: String = inline(events).iter().map(|glyph| glyph.character).collect();
                out.push(Glyph::picture(&alt, dest_url.to_string(), link.clone()));
            }
            // The end of a picture, whose words were read by the call for it.
            Event::End(TagEnd::Image) => break,
            _ => push(&UNKNOWN.to_string(), marks),
        }
    }
    out
}
