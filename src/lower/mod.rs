//! Turns the element that holds an article into typed blocks.
//!
//! WeChat's editors build everything from nested `<section>`s, styles and pictures; what a reader sees as one
//! paragraph is one here, however it was built. The walk is iterative, since depth is the page's to choose; a stack
//! of scopes remembers what to end when an element ends, and a stack of frames holds the quotes and lists begun.

pub(crate) mod code;
mod embed;
mod frames;
pub(crate) mod image;
mod names;
mod paragraph;
mod style;
pub(crate) mod table;
#[cfg(test)]
mod tests;

use crate::address;
use crate::article::Warning;
use crate::block::{Block, Marks};
use crate::dom::{self, NodeRef};
use crate::draft::Draft;
use crate::page::url;

pub(crate) use frames::{Frame, Frames};
use names::{is_block, is_inline, is_invisible};
pub(crate) use paragraph::Paragraph;
use style::{Display, Style};

/// An article as blocks, not judged yet.
pub(crate) struct Lowered {
    pub drafts: Vec<Draft>,
    pub warnings: Vec<Warning>,
}

/// Turns the content of `root` into blocks.
pub(crate) fn lower(root: NodeRef<'_>) -> Lowered {
    let mut walk = Walk::default();
    walk.content(root);
    let warnings = walk.unknown.map(|name| {
        Warning::new(
            "unknown-element",
            format!("the page has an element <{name}> that is not known; its text was kept"),
        )
    });
    Lowered {
        drafts: walk.frames.finish(),
        warnings: warnings.into_iter().collect(),
    }
}

/// What holds for the text within an element.
#[derive(Clone, Default)]
struct Setting {
    marks: Marks,
    link: Option<String>,
    heading: Option<u8>,
}

/// What to do when an element ends.
enum End {
    Inline,
    Block,
    Frame,
}

/// Whether an element's children are still to be visited.
#[derive(PartialEq)]
enum Visit {
    Children,
    Done,
}

#[derive(Default)]
struct Walk {
    frames: Frames,
    scopes: Vec<(Setting, End)>,
    paragraph: Paragraph,
    /// The first unknown element met.
    unknown: Option<String>,
    /// Whether this is the content of a table's cell, where further tables are taken apart.
    in_cell: bool,
}

impl Walk {
    fn content(&mut self, root: NodeRef<'_>) {
        let mut next = root.first_child();
        while let Some(node) = next {
            if self.open(node) == Visit::Children {
                next = node.first_child();
                if next.is_some() {
                    continue;
                }
                self.close();
            }
            let mut ended = node;
            next = loop {
                if let Some(sibling) = ended.next_sibling() {
                    break Some(sibling);
                }
                match ended.parent() {
                    Some(parent) if parent.id() != root.id() => {
                        self.close();
                        ended = parent;
                    }
                    _ => break None,
                }
            };
        }
        self.end_paragraph();
    }

    fn setting(&self) -> Setting {
        self.scopes
            .last()
            .map(|(setting, _)| setting.clone())
            .unwrap_or_default()
    }

    fn open(&mut self, node: NodeRef<'_>) -> Visit {
        match node.value() {
            scraper::Node::Text(text) => {
                let (marks, link) = self
                    .scopes
                    .last()
                    .map(|(setting, _)| (setting.marks, setting.link.as_deref()))
                    .unwrap_or_default();
                self.paragraph.text(text, marks, link);
                Visit::Done
            }
            scraper::Node::Element(_) => self.element(node),
            _ => Visit::Done,
        }
    }

    fn element(&mut self, node: NodeRef<'_>) -> Visit {
        let name = dom::name(node);
        let style = Style::of(node);
        if is_invisible(name) || style.display == Display::None || dom::is_hidden(node) {
            return Visit::Done;
        }
        match name {
            "br" => {
                self.paragraph.line_break();
                Visit::Done
            }
            "hr" => self.emit(Block::Divider),
            "img" | "image" => self.image(node),
            "pre" if code::is_code(node) => match code::lower(node) {
                Some(block) => self.emit(block),
                None => Visit::Done,
            },
            "table" if !self.in_cell => match table::lower(node) {
                Some(block) => self.emit(block),
                None => self.begin(self.setting(), End::Block),
            },
            "ul" | "ol" => self.frame(list_of(node)),
            "li" if self.frames.is_in_list() => self.frame(Frame::Item(Vec::new())),
            "blockquote" => self.frame(Frame::Quote(Vec::new())),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let setting = Setting {
                    heading: name.bytes().last().map(|digit| digit - b'0'),
                    ..self.setting()
                };
                self.begin(setting, End::Block)
            }
            _ => match embed::lower(node) {
                embed::Found::Block(block) => self.emit(block),
                embed::Found::Nothing => Visit::Done,
                embed::Found::No => self.text_element(node, name, style),
            },
        }
    }

    /// An element that only says how its text is set.
    fn text_element(&mut self, node: NodeRef<'_>, name: &str, style: Style) -> Visit {
        let mut setting = self.setting();
        match name {
            "strong" | "b" => setting.marks.strong = true,
            "em" | "i" | "cite" | "dfn" => setting.marks.emphasis = true,
            "del" | "s" | "strike" => setting.marks.strike = true,
            "code"
                if node
                    .parent()
                    .is_some_and(|parent| dom::name(parent) == "pre") => {}
            "code" | "kbd" | "samp" | "tt" => setting.marks.code = true,
            "sup" => setting.marks.sup = true,
            "sub" => setting.marks.sub = true,
            "a" => setting.link = dom::attr(node, "href").and_then(link),
            _ => {}
        }
        if setting.heading.is_some() {
            setting.marks.strong = false;
        } else if let Some(strong) = style.strong {
            setting.marks.strong = strong;
        }
        setting.marks.emphasis |= style.italic;
        setting.marks.strike |= style.struck;
        let ends_paragraph = is_block(name) || style.display == Display::Block;
        // Names with a colon are Word's, and only wrap text.
        let is_known = ends_paragraph || is_inline(name) || name.contains(':');
        if !is_known && self.unknown.is_none() {
            self.unknown = Some(name.to_owned());
        }
        self.begin(
            setting,
            if ends_paragraph {
                End::Block
            } else {
                End::Inline
            },
        )
    }

    fn image(&mut self, node: NodeRef<'_>) -> Visit {
        if let Some(image) = image::read(node) {
            if image::is_emoji(node, &image) {
                self.paragraph.image(image);
            } else {
                let link = self.setting().link;
                self.emit(Block::image(image, link));
            }
        }
        Visit::Done
    }

    /// Begins an element whose children are to be visited.
    fn begin(&mut self, setting: Setting, end: End) -> Visit {
        if !matches!(end, End::Inline) {
            self.end_paragraph();
        }
        self.scopes.push((setting, end));
        Visit::Children
    }

    /// Begins a container, unless it would stand too deep.
    fn frame(&mut self, frame: Frame) -> Visit {
        if !self.frames.has_room(&frame) {
            return self.begin(self.setting(), End::Block);
        }
        self.end_paragraph();
        self.frames.begin(frame);
        self.begin(self.setting(), End::Frame)
    }

    /// Ends the innermost element.
    fn close(&mut self) {
        let Some((setting, end)) = self.scopes.pop() else {
            return;
        };
        if matches!(end, End::Inline) {
            return;
        }
        self.end_paragraph_as(setting.heading);
        if matches!(end, End::Frame) {
            self.frames.end();
        }
    }

    fn end_paragraph(&mut self) {
        let heading = self.scopes.last().and_then(|(setting, _)| setting.heading);
        self.end_paragraph_as(heading);
    }

    /// Ends the paragraph at hand, which is a heading if it stands within one.
    fn end_paragraph_as(&mut self, heading: Option<u8>) {
        for block in self.paragraph.end(heading) {
            self.frames.put(block);
        }
    }

    /// Ends the paragraph at hand and puts `block` after it.
    fn emit(&mut self, block: Block) -> Visit {
        self.end_paragraph();
        self.frames.put(block);
        Visit::Done
    }
}

/// The address a link leads to: an article's without tracking, none for `javascript:` and the like.
pub(crate) fn link(href: &str) -> Option<String> {
    url::canonical(href).or_else(|| address::link(href))
}

fn list_of(node: NodeRef<'_>) -> Frame {
    let start = (dom::name(node) == "ol").then(|| {
        dom::attr(node, "start")
            .and_then(|start| start.parse().ok())
            .unwrap_or(1)
    });
    Frame::List {
        start,
        items: Vec::new(),
    }
}
