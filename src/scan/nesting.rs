//! Keeps markup within bounds in which the tree is built in linear time.
//!
//! The parser that builds it looks through its stack of open elements at nearly every tag, so a million nested elements take it a
//! million times a million steps; and it opens unclosed formatting again in each block that follows, so a thousand
//! unclosed `<b>` make a thousand elements of every paragraph. Here the stack is followed by the same rules
//! (HTML standard, § 13.2.6), and the parser gets tags that leave it nothing to look for: what would go too deep
//! is left out, what the rules end is ended by a tag of its own, innermost first, and an end tag that ends nothing
//! is left out. Both of the parser's lists then stay as short as the one kept here.
//!
//! The markup that WeChat serves passes unchanged. The one difference that a reader could see elsewhere is where
//! misnested formatting ends: in `<b><p>a</b>b</p>` with the paragraph, in `<i><b>a</i>b</b>` with the outer element.

use super::names::*;
use super::token::Token;
use super::tree::Tree;

/// How many elements may stand open. The deepest of 95 real pages has 47; browsers stop at 512.
pub(super) const MAX_DEPTH: usize = 128;

/// How many formatting elements may stand open. The parser compares a new one with each of them.
const MAX_FORMATTING: usize = 16;

/// How many tags `<html>`, `<head>` and `<body>` are let through. The parser adds the attributes of all into one list.
const MAX_ROOTS: usize = 12;

/// How far back the start of an element left out is looked for when it ends.
const LEFT_OUT_REACH: usize = 64;

/// The open elements.
#[derive(Default)]
pub(super) struct Nesting<'a> {
    open: Vec<Open<'a>>,
    formatting: usize,
    roots: usize,
    /// Names of the elements open beyond the greatest depth, which were left out.
    left_out: Vec<&'a str>,
}

struct Open<'a> {
    name: &'a str,
    traits: Traits,
    /// Whether the parser knows of the element.
    is_written: bool,
    /// A formatting element whose end tag came too early, within a block that it holds: it ends after the block.
    has_ended: bool,
}

impl<'a> Open<'a> {
    fn new(name: &'a str, traits: Traits) -> Self {
        Open {
            name,
            traits,
            is_written: true,
            has_ended: false,
        }
    }

    fn is(&self, name: &str) -> bool {
        !self.traits.has(FOREIGN) && self.name.eq_ignore_ascii_case(name)
    }
}

impl<'a> Nesting<'a> {
    /// Whether a start tag that comes now is read by the rules of SVG and MathML.
    pub fn is_foreign(&self) -> bool {
        self.open
            .last()
            .is_some_and(|open| open.traits.has(FOREIGN) && !open.traits.has(SCOPE))
    }

    /// Whether a CDATA section that comes now is text: within SVG and MathML, also where HTML may begin.
    pub fn holds_cdata(&self) -> bool {
        self.open
            .last()
            .is_some_and(|open| open.traits.has(FOREIGN))
    }

    /// How many elements stand open that the parser knows of, `<html>` and `<body>` aside.
    pub fn n_open(&self) -> usize {
        self.open.iter().filter(|open| open.is_written).count()
    }

    /// Passes a start tag on, after ending what it ends, or leaves it out.
    pub fn start(&mut self, tag: &Token<'a>, tree: &Tree) {
        if self.admit(tag, tree) {
            tree.start_tag(tag);
        }
    }

    /// Passes an element on whose text is no markup, after ending what its start tag ends, or leaves it out.
    pub fn leaf(&mut self, tag: &Token<'a>, text: &str, tree: &Tree) {
        if self.left_out.is_empty() {
            self.make_way(tag, traits(tag.name), tree);
            tree.text_element(tag, text);
        }
    }

    /// Takes note of a start tag, after ending what it ends. Returns whether it is to be passed on.
    fn admit(&mut self, tag: &Token<'a>, tree: &Tree) -> bool {
        let traits = traits(tag.name);
        if traits.has(IDLE) {
            return false;
        }
        if traits.has(ROOT) {
            self.roots += 1;
            return self.roots <= MAX_ROOTS && !self.is_foreign();
        }
        if !self.left_out.is_empty() {
            return self.start_left_out(tag, tree);
        }
        if self.is_foreign() {
            if !traits.has(BREAKOUT) {
                let parent = self.open.last().map_or(FOREIGN, |open| open.traits);
                return tag.closes_itself
                    || self.push(Open::new(tag.name, foreign_traits(tag.name, parent)));
            }
            self.leave_foreign(tree);
        }
        if traits.has(TABLE_PART) && !self.make_way_in_table(tag, tree) {
            return false;
        }
        self.make_way(tag, traits, tree);
        let mut open = match &*lowercase(tag.name) {
            _ if traits.has(VOID) => return true,
            "svg" | "math" if tag.closes_itself => return true,
            "svg" => Open::new(tag.name, FOREIGN),
            "math" => Open::new(tag.name, FOREIGN | MATH),
            _ => Open::new(tag.name, traits),
        };
        if traits.has(FORMATTING) {
            let is_possible = !open.is("a") || self.leave_link(tree);
            open.is_written = is_possible && self.formatting < MAX_FORMATTING;
        }
        self.push(open)
    }

    /// Passes an end tag on, after ending what stands within the element, or leaves it out.
    pub fn end(&mut self, tag: &Token<'a>, tree: &Tree) {
        // Nearly always it ends the innermost.
        let ended = self.open.last().filter(|open| open.is(tag.name));
        let traits = ended.map_or_else(|| traits(tag.name), |open| open.traits);
        if traits.has(ROOT) {
            return tree.end_tag(tag.name);
        }
        let is_break = tag.name.eq_ignore_ascii_case("br");
        let is_paragraph = tag.name.eq_ignore_ascii_case("p");
        if self.is_foreign() && (is_break || is_paragraph) {
            self.leave_foreign(tree);
        }
        if self.end_left_out(tag) {
            return;
        }
        let Some(at) = self.matching(tag.name, traits) else {
            // These two make elements of their own: a line break, and an empty paragraph that parts two others.
            if self.left_out.is_empty() && (is_break || is_paragraph) {
                tree.end_tag(tag.name);
            }
            return;
        };
        self.left_out.clear();
        if !self.open[at].is_written {
            self.open.remove(at);
            return;
        }
        if self.open[at].traits.has(FORMATTING)
            && self.open[at + 1..]
                .iter()
                .any(|inner| inner.traits.has(SPECIAL))
        {
            self.open[at].has_ended = true;
            return;
        }
        self.close(at + 1, tree);
        if !self.open[at].name.eq_ignore_ascii_case(tag.name) {
            return self.close(at, tree);
        }
        self.close_innermost(tree);
        self.close_ended(tree);
    }

    /// The element that an end tag ends.
    fn matching(&self, name: &str, traits: Traits) -> Option<usize> {
        // Within SVG and MathML an end tag ends the element of its name, whatever stands between.
        let is_html = |open: &Open<'_>| !open.traits.has(FOREIGN);
        let nearest = self
            .open
            .iter()
            .rposition(|open| is_html(open) || open.name.eq_ignore_ascii_case(name));
        if let Some(at) = nearest.filter(|&at| !is_html(&self.open[at])) {
            return Some(at);
        }
        let name = &*lowercase(name);
        self.find(
            |open| match name {
                _ if traits.has(HEADING) => open.traits.has(HEADING),
                _ => open.is(name) && !open.has_ended,
            },
            |open| match name {
                "p" => open.traits.has(SCOPE) || open.is("button"),
                "li" => open.traits.has(SCOPE) || open.is("ol") || open.is("ul"),
                "table" => false,
                _ if traits.has(TABLE_PART) => open.is("table"),
                _ if traits.has(SPECIAL | FORMATTING) => open.traits.has(SCOPE),
                _ => open.traits.has(SPECIAL | SCOPE),
            },
        )
    }

    /// The innermost element that is `wanted` and not beyond one that stops the search.
    fn find(
        &self,
        wanted: impl Fn(&Open<'_>) -> bool,
        stops: impl Fn(&Open<'_>) -> bool,
    ) -> Option<usize> {
        for (at, open) in self.open.iter().enumerate().rev() {
            if wanted(open) {
                return Some(at);
            }
            if stops(open) {
                return None;
            }
        }
        None
    }

    /// Ends what a start tag in HTML ends.
    fn make_way(&mut self, tag: &Token<'a>, traits: Traits, tree: &Tree) {
        match &*lowercase(tag.name) {
            "li" => self.close_item(&["li"], tree),
            "dd" | "dt" => self.close_item(&["dd", "dt"], tree),
            "rb" | "rp" | "rt" | "rtc" => {
                while let Some(innermost) = self.innermost(IMPLIED) {
                    self.close(innermost, tree);
                }
            }
            "button" => {
                if let Some(button) =
                    self.find(|open| open.is("button"), |open| open.traits.has(SCOPE))
                {
                    self.close(button, tree);
                }
            }
            "table" => {
                // A table directly within a table ends it; within a cell or a caption it does not.
                let is_cell =
                    |open: &Open<'_>| open.traits.has(TABLE_PART) && open.traits.has(SCOPE);
                if let Some(outer) = self.find(|open| open.is("table"), is_cell) {
                    self.close(outer, tree);
                }
            }
            _ => {}
        }
        if traits.has(BLOCK)
            && let Some(paragraph) = self.find(
                |open| open.is("p"),
                |open| open.traits.has(SCOPE) || open.is("button"),
            )
        {
            self.close(paragraph, tree);
        }
        while traits.has(HEADING)
            && let Some(heading) = self.innermost(HEADING)
        {
            self.close(heading, tree);
        }
    }

    /// The innermost element that the parser knows of, if it has one of the `traits`.
    fn innermost(&self, traits: Traits) -> Option<usize> {
        let innermost = self.open.iter().rposition(|open| open.is_written)?;
        Some(innermost).filter(|&at| self.open[at].traits.has(traits))
    }

    fn close_item(&mut self, names: &[&str], tree: &Tree) {
        let item = self.find(
            |open| names.iter().any(|name| open.is(name)),
            |open| {
                open.traits.has(SPECIAL) && !(open.is("address") || open.is("div") || open.is("p"))
            },
        );
        if let Some(item) = item {
            self.close(item, tree);
        }
    }

    /// Ends what a part of a table ends, and makes up for the parts left out around it, as the parser does.
    /// Returns whether there is a table.
    fn make_way_in_table(&mut self, tag: &Token<'a>, tree: &Tree) -> bool {
        const BODIES: &[&str] = &["tbody", "thead", "tfoot"];
        let Some(table) = self.find(|open| open.is("table"), |_| false) else {
            return false;
        };
        let around: &[&[&'static str]] = match &*lowercase(tag.name) {
            "tr" => &[BODIES],
            "td" | "th" => &[BODIES, &["tr"]],
            "col" => &[&["colgroup"]],
            _ => &[],
        };
        let mut inner = table + 1;
        for names in around {
            let is_there = self
                .open
                .get(inner)
                .is_some_and(|open| names.iter().any(|name| open.is(name)));
            if !is_there && let Some(name) = names.first() {
                self.close(inner, tree);
                self.open.push(Open::new(name, traits(name)));
            }
            inner += 1;
        }
        self.close(inner, tree);
        true
    }

    /// Ends the link that is open, since links don't stand within each other. Returns whether it could be ended.
    fn leave_link(&mut self, tree: &Tree) -> bool {
        let is_apart = |open: &Open<'_>| {
            open.traits.has(SPECIAL) && open.traits.has(SCOPE) && !open.is("table")
        };
        let Some(link) = self.find(|open| open.is("a") && open.is_written, is_apart) else {
            return true;
        };
        if self.open[link..]
            .iter()
            .any(|inner| inner.traits.has(SPECIAL | FOREIGN))
        {
            return false;
        }
        self.close(link, tree);
        true
    }

    /// Ends SVG and MathML, as a start tag does that belongs to neither.
    fn leave_foreign(&mut self, tree: &Tree) {
        while self.is_foreign() {
            self.close(self.open.len() - 1, tree);
        }
    }

    /// Opens an element. Returns whether the parser is to know of it.
    fn push(&mut self, open: Open<'a>) -> bool {
        if self.open.len() >= MAX_DEPTH {
            self.left_out.push(open.name);
            return false;
        }
        let is_written = open.is_written;
        self.formatting += usize::from(is_written && open.traits.has(FORMATTING));
        self.open.push(open);
        is_written
    }

    /// Ends the elements from `first` on.
    fn close(&mut self, first: usize, tree: &Tree) {
        while self.open.len() > first {
            self.close_innermost(tree);
        }
        self.close_ended(tree);
    }

    /// Ends the formatting elements whose end tag came too early, now that nothing stands within them any more.
    fn close_ended(&mut self, tree: &Tree) {
        while self.open.last().is_some_and(|open| open.has_ended) {
            self.close_innermost(tree);
        }
    }

    fn close_innermost(&mut self, tree: &Tree) {
        if let Some(open) = self.open.pop().filter(|open| open.is_written) {
            self.formatting -= usize::from(open.traits.has(FORMATTING));
            tree.end_tag(open.name);
        }
    }

    /// Takes note of a start tag where no more elements may open: pictures and line breaks stay, as text does.
    fn start_left_out(&mut self, tag: &Token<'a>, tree: &Tree) -> bool {
        if !traits(tag.name).has(VOID) {
            // In SVG `<path/>` ends itself, and in HTML what is left out may as well.
            if !tag.closes_itself {
                self.left_out.push(tag.name);
            }
            return false;
        }
        let is_shown = ["img", "br"]
            .iter()
            .any(|name| name.eq_ignore_ascii_case(tag.name));
        if is_shown {
            self.leave_foreign(tree);
        }
        is_shown
    }

    /// Whether an end tag belongs to an element left out, or might, for all that can be told.
    fn end_left_out(&mut self, tag: &Token<'a>) -> bool {
        let mut innermost = self.left_out.iter().rev().take(LEFT_OUT_REACH);
        match innermost.position(|name| name.eq_ignore_ascii_case(tag.name)) {
            Some(back) => {
                self.left_out.truncate(self.left_out.len() - 1 - back);
                true
            }
            None => self.left_out.len() > LEFT_OUT_REACH,
        }
    }
}
