//! What holds for the text within an element: its marks, its link, how it is set.

use super::footnote;
use super::hidden::Sight;
use super::names::is_inline;
use super::paragraph::Face;
use super::style::{Display, Shift, Size, Style};
use crate::block::Marks;
use crate::dom::{self, NodeRef};
use crate::draft::Look;

/// What holds for the text within an element.
#[derive(Clone, Default)]
pub(super) struct Setting {
    pub marks: Marks,
    pub link: Option<String>,
    pub heading: Option<u8>,
    pub sight: Sight,
    pub face: Face,
    pub is_centred: bool,
    pub indent: f32,
    pub panel: Option<u32>,
    pub row: Option<u32>,
    pub is_caption: bool,
    pub is_layered: bool,
}

impl Setting {
    /// What holds within an element of that style which stands in a line.
    pub fn within(mut self, node: NodeRef<'_>, style: Style) -> Setting {
        self.sight = self.sight.within(node, style);
        self.face.size = match style.size {
            Some(Size::Pixels(size)) => size,
            Some(Size::Times(times)) => (self.face.size * times).clamp(1.0, 1000.0),
            None => self.face.size,
        };
        if let Some(colour) = style.colour {
            self.face.is_grey = colour.is_grey();
            self.face.is_coloured = colour.is_bright();
        }
        self.face.is_coloured |= style.ground;
        self
    }

    /// Sets what the name and the style of an element say of its text.
    pub fn mark(&mut self, node: NodeRef<'_>, name: &str, style: Style) {
        match name {
            "center" => self.is_centred = true,
            "figcaption" => self.is_caption = true,
            "strong" | "b" => self.marks.strong = true,
            "em" | "i" | "cite" | "dfn" => self.marks.emphasis = true,
            "del" | "s" | "strike" => self.marks.strike = true,
            "code"
                if node
                    .parent()
                    .is_some_and(|parent| dom::name(parent) == "pre") => {}
            "code" | "kbd" | "samp" | "tt" => self.marks.code = true,
            "sup" => self.marks.sup = true,
            "sub" => self.marks.sub = true,
            "u" | "ins" => self.marks.underline = true,
            "mark" => self.marks.highlight = true,
            // Leads to a search within WeChat.
            "a" if dom::has_class(node, "wx_topic_link") => {}
            "a" => self.link = dom::attr(node, "href").and_then(super::link),
            "span" if dom::has_class(node, "footnote-word") => {
                self.link = Some(footnote::NOTED.to_owned());
            }
            _ => {}
        }
        let is_themed = matches!(name, "a" | "code") || dom::has_class(node, "footnote-word");
        self.face.bold = style
            .strong
            .unwrap_or(self.face.bold || matches!(name, "strong" | "b"));
        if self.heading.is_some() {
            self.marks.strong = false;
        // Themes set all links in bold, and code within bold words in none.
        } else if let Some(strong) = style.strong.filter(|_| !is_themed) {
            self.marks.strong = strong;
        }
        self.marks.emphasis |= style.italic;
        self.marks.strike |= style.struck;
        self.marks.underline |= style.underlined;
        self.marks.highlight |=
            style.highlighted && is_inline(name) && style.display == Display::Default;
        self.marks.sup |= style.shift == Shift::Raised;
        self.marks.sub |= style.shift == Shift::Lowered;
        // What a link and code look like says nothing more.
        self.marks.underline &= self.link.is_none();
        self.marks.highlight &= !self.marks.code && self.heading.is_none();
    }

    /// How a block is set that stands within an element.
    pub fn look(&self) -> Look {
        Look {
            centred: self.is_centred,
            indent: self.indent,
            panel: self.panel,
            row: self.row,
            is_caption: self.is_caption,
            is_layered: self.is_layered,
            ..Look::default()
        }
    }
}
