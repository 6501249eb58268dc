//! Turns the element that holds an article into typed blocks.
//!
//! WeChat's editors build everything from nested `<section>`s, styles and pictures; what a reader sees as one
//! paragraph is one here, however it was built. The walk is iterative, since depth is the page's to choose; a stack
//! of scopes remembers what to end when an element ends, and a stack of frames holds the quotes and lists begun.

mod border;
pub(crate) mod code;
mod colour;
mod embed;
mod frames;
pub(crate) mod image;
mod names;
mod paragraph;
mod structure;
mod style;
pub(crate) mod table;
#[cfg(test)]
mod tests;

use crate::address;
use crate::article::Warning;
use crate::block::{Block, Marks};
use crate::dom::{self, NodeRef};
use crate::draft::{Border, Draft, Look, Panel};
use crate::page::url;

pub(crate) use frames::{Frame, Frames};
use names::{is_block, is_inline, is_invisible};
use paragraph::Face;
pub(crate) use paragraph::Paragraph;
use style::{Align, Display, Size, Style};

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
        drafts: structure::recover(walk.frames.finish(), &walk.panels),
        warnings: warnings.into_iter().collect(),
    }
}

/// What holds for the text within an element.
#[derive(Clone, Default)]
struct Setting {
    marks: Marks,
    link: Option<String>,
    heading: Option<u8>,
    face: Face,
    is_centred: bool,
    indent: f32,
    panel: Option<u32>,
    row: Option<u32>,
    is_caption: bool,
    is_layered: bool,
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
    panels: Vec<Panel>,
    n_rows: u32,
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
                let (marks, link, face) = self
                    .scopes
                    .last()
                    .map(|(setting, _)| (setting.marks, setting.link.as_deref(), setting.face))
                    .unwrap_or_default();
                self.paragraph.set_face(face);
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
            "ul" | "ol" => self.frame(list_of(node), style),
            "li" if self.frames.is_in_list() => self.frame(Frame::Item(Vec::new()), style),
            "blockquote" => self.frame(Frame::Quote(Vec::new()), style),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let setting = Setting {
                    heading: name.bytes().last().map(|digit| digit - b'0'),
                    ..self.box_setting(style)
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
        let ends_paragraph = is_block(name) || style.display == Display::Block;
        let mut setting = if ends_paragraph {
            self.box_setting(style)
        } else {
            self.line_setting(style)
        };
        match name {
            "center" => setting.is_centred = true,
            "figcaption" => setting.is_caption = true,
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
        setting.face.bold = style
            .strong
            .unwrap_or(setting.face.bold || matches!(name, "strong" | "b"));
        if setting.heading.is_some() {
            setting.marks.strong = false;
        } else if let Some(strong) = style.strong {
            setting.marks.strong = strong;
        }
        setting.marks.emphasis |= style.italic;
        setting.marks.strike |= style.struck;
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
    fn frame(&mut self, frame: Frame, style: Style) -> Visit {
        if !self.frames.has_room(&frame) {
            let setting = self.box_setting(style);
            return self.begin(setting, End::Block);
        }
        let setting = self.line_setting(style);
        self.end_paragraph();
        self.frames.begin(frame);
        self.begin(setting, End::Frame)
    }

    /// Ends the innermost element.
    fn close(&mut self) {
        let Some((setting, end)) = self.scopes.pop() else {
            return;
        };
        if matches!(end, End::Inline) {
            return;
        }
        self.end_paragraph_as(&setting);
        if matches!(end, End::Frame) {
            self.frames.end(look(&setting));
        }
    }

    fn end_paragraph(&mut self) {
        self.end_paragraph_as(&self.setting());
    }

    /// Ends the paragraph at hand, which is a heading if it stands within one.
    fn end_paragraph_as(&mut self, setting: &Setting) {
        for (block, tally) in self.paragraph.end(setting.heading) {
            let look = tally.add_to(look(setting));
            self.frames.put(Draft { block, look });
        }
    }

    /// Ends the paragraph at hand and puts `block` after it.
    fn emit(&mut self, block: Block) -> Visit {
        self.end_paragraph();
        let look = look(&self.setting());
        self.frames.put(Draft { block, look });
        Visit::Done
    }

    /// What holds within an element of that style which stands in a line.
    fn line_setting(&self, style: Style) -> Setting {
        let mut setting = self.setting();
        setting.face.size = match style.size {
            Some(Size::Pixels(size)) => size,
            Some(Size::Times(times)) => (setting.face.size * times).clamp(1.0, 1000.0),
            None => setting.face.size,
        };
        if let Some(colour) = style.colour {
            setting.face.is_grey = colour.is_grey();
            setting.face.is_coloured = colour.is_bright();
        }
        setting.face.is_coloured |= style.ground;
        setting
    }

    /// What holds within an element of that style which begins a new line.
    fn box_setting(&mut self, style: Style) -> Setting {
        let mut setting = self.line_setting(Style {
            ground: false,
            ..style
        });
        setting.face.bold = style.strong.unwrap_or(setting.face.bold);
        setting.indent += style.indent;
        setting.is_layered |= style.is_layered;
        if style.is_row {
            self.n_rows += 1;
            setting.row = Some(self.n_rows);
        }
        if let Some(align) = style.align {
            setting.is_centred = align == Align::Centre;
        }
        if style.ground || style.border != Border::None {
            let place = u32::try_from(self.panels.len()).ok();
            self.panels.push(Panel {
                around: setting.panel,
                ground: style.ground,
                border: style.border,
            });
            setting.panel = place;
        }
        setting
    }
}

/// How a block is set that stands within an element.
fn look(setting: &Setting) -> Look {
    Look {
        centred: setting.is_centred,
        indent: setting.indent,
        panel: setting.panel,
        row: setting.row,
        is_caption: setting.is_caption,
        is_layered: setting.is_layered,
        ..Look::default()
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
