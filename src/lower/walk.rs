//! The walk through the elements of an article.
//!
//! It is iterative, since depth is the page's to choose: a stack of scopes remembers what to end when an element ends,
//! and a stack of frames holds the quotes and lists begun.

use std::collections::HashSet;

use ego_tree::NodeId;

use super::hidden::{self, Scene, Sight};
use super::names::{is_block, is_inline, is_invisible};
use super::setting::Setting;
use super::style::{Align, Display, Style};
use super::{
    Frame, Frames, Lowered, Paragraph, code, embed, footnote, formula, image, table, typed,
};
use crate::article::Warning;
use crate::block::{Block, Image, Inline};
use crate::dom::{self, NodeRef};
use crate::draft::{Border, Draft, Panel};

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

/// A walk through the elements of an article, and the blocks made so far.
pub(super) struct Walk<'a> {
    frames: Frames,
    panels: Vec<Panel>,
    n_rows: u32,
    scopes: Vec<(Setting, End)>,
    paragraph: Paragraph,
    /// The first unknown element met.
    unknown: Option<String>,
    /// Whether this is the content of a table's cell, where further tables are taken apart.
    in_cell: bool,
    /// Whether this is content that no reader sees; what is hidden within it is no further matter.
    in_hidden: bool,
    /// The pictures within drawings, which animations show again and again, and films.
    drawn: HashSet<String>,
    /// What the article does as a whole.
    scene: &'a Scene<'a>,
    /// Hidden text of the paragraph at hand, and hidden blocks; they follow what they stand in.
    unseen_text: Paragraph,
    unseen: Vec<Draft>,
    /// Up to which paragraph code typed as such was looked for, and whether it was found.
    typed: Option<(NodeId, bool)>,
}

impl<'a> Walk<'a> {
    /// A walk through something whose text can be seen as `sight` tells.
    pub fn new(sight: Sight, scene: &'a Scene<'a>) -> Walk<'a> {
        let setting = Setting {
            sight,
            ..Setting::default()
        };
        Walk {
            frames: Frames::default(),
            panels: Vec::new(),
            n_rows: 0,
            scopes: vec![(setting, End::Block)],
            paragraph: Paragraph::default(),
            unknown: None,
            in_cell: false,
            in_hidden: false,
            drawn: HashSet::new(),
            scene,
            unseen_text: Paragraph::default(),
            unseen: Vec::new(),
            typed: None,
        }
    }

    /// As [`Walk::new`], through the cell of a table.
    pub fn in_cell(sight: Sight, scene: &'a Scene<'a>) -> Walk<'a> {
        Walk {
            in_cell: true,
            ..Walk::new(sight, scene)
        }
    }

    /// Visits all that stands in `root`.
    pub fn content(&mut self, root: NodeRef<'_>) {
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
        self.put_unseen();
    }

    /// The blocks, and what was odd.
    pub fn lowered(self) -> Lowered {
        let warnings = self.unknown.map(|name| {
            Warning::new(
                "unknown-element",
                format!("the page has an element <{name}> that is not known; its text was kept"),
            )
        });
        Lowered {
            drafts: self.frames.finish(),
            panels: self.panels,
            warnings: warnings.into_iter().collect(),
        }
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
                let outermost = Setting::default();
                let setting = self
                    .scopes
                    .last()
                    .map_or(&outermost, |(setting, _)| setting);
                let link = setting.link.as_deref();
                if !self.in_hidden && setting.sight.hides_text(self.scene) {
                    self.unseen_text.text(text, setting.marks, link);
                } else {
                    self.paragraph.set_face(setting.face);
                    self.paragraph.text(text, setting.marks, link);
                }
                Visit::Done
            }
            scraper::Node::Element(_) => self.element(node),
            _ => Visit::Done,
        }
    }

    fn element(&mut self, node: NodeRef<'_>) -> Visit {
        let name = dom::name(node);
        let style = self.scene.style(node);
        if is_invisible(name) || self.is_typed(node) {
            return Visit::Done;
        }
        let is_left_out = style.display == Display::None && !hidden::may_appear(node, self.scene);
        if !self.in_hidden && (is_left_out || hidden::hides(node, style, self.scene)) {
            return self.hide(node);
        }
        if code::counts_lines(node) {
            return Visit::Done;
        }
        if let Some(code) = code::lower(node, style).or_else(|| self.typed(node)) {
            return self.emit(code);
        }
        if let Some(formula) = formula::lower(node) {
            return self.formula(formula);
        }
        if let Some(image) = image::ground(node) {
            self.picture(node, image);
        }
        match name {
            "br" => {
                self.paragraph.line_break();
                Visit::Done
            }
            "hr" => self.emit(Block::Divider),
            "rt" => self.ruby(node),
            "a" if leads_back(node) => Visit::Done,
            "img" | "image" => self.image(node),
            "table" if !self.in_cell => {
                match table::lower(node, self.setting().within(node, style).sight, self.scene) {
                    table::Found::Table(drafts) | table::Found::Layout(drafts) => {
                        self.emit_all(drafts)
                    }
                    table::Found::No => {
                        let setting = self.box_setting(node, style);
                        self.begin(setting, End::Block)
                    }
                }
            }
            "ul" | "ol" => self.frame(node, list_of(node), style),
            "li" if self.frames.is_in_list() => self.frame(node, Frame::Item(Vec::new()), style),
            "blockquote" => self.frame(node, Frame::Quote(Vec::new()), style),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let setting = Setting {
                    heading: name.bytes().last().map(|digit| digit - b'0'),
                    ..self.box_setting(node, style)
                };
                self.begin(setting, End::Block)
            }
            _ => match embed::lower(node) {
                embed::Found::Block(film) if matches!(name, "span" | "div") => {
                    if embed::vid(node).is_none_or(|vid| self.drawn.insert(vid.to_owned())) {
                        self.emit(film);
                    }
                    if name == "span" || self.in_hidden {
                        return self.text_element(node, name, style);
                    }
                    // The words on a player's buttons.
                    let mut walk = self.through_unseen();
                    walk.content(node);
                    self.set_apart(walk)
                }
                embed::Found::Block(block) => self.emit(block),
                embed::Found::Nothing => Visit::Done,
                embed::Found::No => self.text_element(node, name, style),
            },
        }
    }

    /// Code typed as paragraphs, of which this element is the first, or all that it quotes or numbers.
    fn typed(&mut self, node: NodeRef<'_>) -> Option<Block> {
        if self.in_cell || self.in_hidden || self.typed.is_some() || self.frames.is_in_item() {
            return None;
        }
        match dom::name(node) {
            "blockquote" | "ol" => return typed::alone(node, self.scene),
            "li" => return None,
            _ => {}
        }
        let typed = typed::read(node, self.scene);
        self.typed = (typed.last != node.id()).then_some((typed.last, typed.code.is_some()));
        typed.code
    }

    /// Whether an element stands in code that was put already.
    fn is_typed(&mut self, node: NodeRef<'_>) -> bool {
        let found = self.typed;
        self.typed = found.filter(|(last, _)| *last != node.id());
        found.is_some_and(|(_, is_code)| is_code)
    }

    /// Sets an element that no reader sees apart.
    fn hide(&mut self, node: NodeRef<'_>) -> Visit {
        let mut walk = self.through_unseen();
        if walk.open(node) == Visit::Children {
            walk.content(node);
            walk.close();
        }
        self.set_apart(walk)
    }

    fn through_unseen(&self) -> Walk<'a> {
        Walk {
            in_cell: self.in_cell,
            in_hidden: true,
            ..Walk::new(Sight::default(), self.scene)
        }
    }

    fn set_apart(&mut self, mut walk: Walk<'a>) -> Visit {
        walk.end_paragraph();
        let blocks = walk.frames.finish().into_iter().map(|draft| draft.block);
        self.unseen.extend(blocks.map(Draft::unseen));
        Visit::Done
    }

    /// An element that only says how its text is set.
    fn text_element(&mut self, node: NodeRef<'_>, name: &str, style: Style) -> Visit {
        let ends_paragraph = is_block(name) || style.display == Display::Block;
        let mut setting = if ends_paragraph {
            self.box_setting(node, style)
        } else {
            self.setting().within(node, style)
        };
        setting.mark(node, name, style);
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

    /// A reading beside a character, in the brackets that the page may set itself: 茶(chá).
    fn ruby(&mut self, node: NodeRef<'_>) -> Visit {
        let is_set = node
            .prev_sibling()
            .is_some_and(|before| dom::name(before) == "rp");
        let reading = dom::text(node);
        let reading = if is_set || reading.is_empty() {
            reading
        } else {
            format!("({reading})")
        };
        let setting = self.setting();
        self.paragraph
            .text(&reading, setting.marks, setting.link.as_deref());
        Visit::Done
    }

    fn formula(&mut self, formula::Formula { latex, is_display }: formula::Formula) -> Visit {
        if is_display {
            return self.emit(Block::Formula { latex });
        }
        self.paragraph.inline(Inline::Formula { latex });
        Visit::Done
    }

    fn image(&mut self, node: NodeRef<'_>) -> Visit {
        let Some(image) = image::read(node) else {
            return Visit::Done;
        };
        if !image::is_emoji(node, &image) {
            // What begins a line may be the icon of a heading; what stands within one is said with it.
            if image::is_sign(&image) && self.paragraph.has_begun_line() {
                self.paragraph.inline(Inline::Image(image));
                return Visit::Done;
            }
            return self.picture(node, image);
        }
        match image::emoji_name(&image) {
            Some(name) => {
                let setting = self.setting();
                self.paragraph
                    .text(&name, setting.marks, setting.link.as_deref());
            }
            None => self.paragraph.inline(Inline::Image(image)),
        }
        Visit::Done
    }

    /// Puts a picture, once if it is one of a drawing's frames.
    fn picture(&mut self, node: NodeRef<'_>, image: Image) -> Visit {
        let is_drawn = dom::name(node) == "svg" || dom::has_ancestor(node, "svg");
        if is_drawn && !self.drawn.insert(image.url.clone()) {
            return Visit::Done;
        }
        let link = self.setting().link;
        self.emit(Block::image(
            image,
            link.filter(|link| link != footnote::NOTED),
        ))
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
    fn frame(&mut self, node: NodeRef<'_>, frame: Frame, style: Style) -> Visit {
        if !self.frames.has_room(&frame) {
            let setting = self.box_setting(node, style);
            return self.begin(setting, End::Block);
        }
        let setting = self.setting().within(node, style);
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
            self.frames.end(setting.look());
            self.put_unseen();
        }
    }

    fn end_paragraph(&mut self) {
        self.end_paragraph_as(&self.setting());
    }

    /// Ends the paragraph at hand, which is a heading if it stands within one.
    fn end_paragraph_as(&mut self, setting: &Setting) {
        for (block, tally) in self.paragraph.end(setting.heading) {
            let look = tally.add_to(setting.look());
            self.put(Draft { block, look });
        }
    }

    /// Ends the paragraph at hand and puts `block` after it.
    fn emit(&mut self, block: Block) -> Visit {
        self.end_paragraph();
        let look = self.setting().look();
        self.put(Draft { block, look });
        Visit::Done
    }

    /// Ends the paragraph at hand and puts `drafts` after it.
    fn emit_all(&mut self, drafts: Vec<Draft>) -> Visit {
        self.end_paragraph();
        for draft in drafts {
            if draft.look.hidden {
                self.unseen.push(draft);
            } else {
                let look = self.setting().look();
                self.put(Draft { look, ..draft });
            }
        }
        Visit::Done
    }

    fn put(&mut self, draft: Draft) {
        self.frames.put(draft);
        self.put_unseen();
    }

    /// Puts what is hidden after the block that it stands in, or after the quote or list.
    fn put_unseen(&mut self) {
        if self.frames.is_open() {
            return;
        }
        for block in self.unseen_text.blocks(None) {
            self.frames.put(Draft::unseen(block));
        }
        for draft in self.unseen.drain(..) {
            self.frames.put(draft);
        }
    }

    /// What holds within an element of that style which begins a new line.
    fn box_setting(&mut self, node: NodeRef<'_>, style: Style) -> Setting {
        let in_line = Style {
            ground: false,
            ..style
        };
        let mut setting = self.setting().within(node, in_line);
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

/// Whether a link leads from a note back to its place in the text.
fn leads_back(node: NodeRef<'_>) -> bool {
    dom::attr(node, "href").is_some_and(|href| href.starts_with('#')) && dom::text(node) == "↩"
}

fn list_of(node: NodeRef<'_>) -> Frame {
    let start = (dom::name(node) == "ol").then(|| {
        let mut items = node.children();
        let mut first = || items.find(|item| dom::name(*item) == "li");
        dom::attr(node, "start")
            .or_else(|| dom::attr(first()?, "value"))
            .and_then(|start| start.parse().ok())
            .unwrap_or(1)
    });
    Frame::List {
        start,
        items: Vec::new(),
    }
}
