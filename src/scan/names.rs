//! What the HTML standard says of elements by their names, as far as it bears on how they nest.
//!
//! § 13.2.4.2 (the stack of open elements) and § 13.2.6 (tree construction); the parser follows the same lists.

use std::ops::BitOr;

/// A set of the properties below.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Traits(u16);

/// Has no content and no end tag.
pub(super) const VOID: Traits = Traits(1);
/// An end tag of another kind does not reach past it (the standard's category “special”).
pub(super) const SPECIAL: Traits = Traits(1 << 1);
/// No end tag reaches past it but those of tables (“has an element in scope”).
pub(super) const SCOPE: Traits = Traits(1 << 2);
/// Ends a paragraph.
pub(super) const BLOCK: Traits = Traits(1 << 3);
/// Goes on in the next block unless it is ended (“formatting”).
pub(super) const FORMATTING: Traits = Traits(1 << 4);
/// One heading ends another.
pub(super) const HEADING: Traits = Traits(1 << 5);
/// Its end tag may be left out.
pub(super) const IMPLIED: Traits = Traits(1 << 6);
/// Stands only within a table.
pub(super) const TABLE_PART: Traits = Traits(1 << 7);
/// Ends SVG or MathML.
pub(super) const BREAKOUT: Traits = Traits(1 << 8);
/// `html`, `head`, `body`: there is one of each.
pub(super) const ROOT: Traits = Traits(1 << 9);
/// Means nothing in an article, and parses by rules of its own.
pub(super) const IDLE: Traits = Traits(1 << 10);
/// Within SVG or MathML; these have no other traits but the two below.
pub(super) const FOREIGN: Traits = Traits(1 << 11);
/// Within MathML.
pub(super) const MATH: Traits = Traits(1 << 12);

const NONE: Traits = Traits(0);

impl Traits {
    /// Whether this set and `other` have a property in common.
    pub fn has(self, other: Traits) -> bool {
        self.0 & other.0 != 0
    }
}

impl BitOr for Traits {
    type Output = Traits;

    fn bitor(self, other: Traits) -> Traits {
        Traits(self.0 | other.0)
    }
}

/// The traits of the HTML element `name`.
pub(super) fn traits(name: &str) -> Traits {
    let mut lower = [0; 14];
    let Some(lower) = lower.get_mut(..name.len()) else {
        return NONE;
    };
    lower.copy_from_slice(name.as_bytes());
    lower.make_ascii_lowercase();
    match &*lower {
        b"div" | b"blockquote" | b"center" | b"dl" | b"listing" | b"menu" | b"ol" | b"pre"
        | b"ul" => SPECIAL | BLOCK | BREAKOUT,
        b"section" | b"address" | b"article" | b"aside" | b"details" | b"dir" | b"fieldset"
        | b"figcaption" | b"figure" | b"footer" | b"header" | b"hgroup" | b"main" | b"nav"
        | b"summary" => SPECIAL | BLOCK,
        b"dialog" | b"search" | b"xmp" => BLOCK,
        b"p" | b"li" | b"dd" | b"dt" => SPECIAL | BLOCK | IMPLIED | BREAKOUT,
        b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" => SPECIAL | BLOCK | HEADING | BREAKOUT,
        b"span" | b"ruby" | b"sub" | b"sup" | b"var" => BREAKOUT,
        b"rb" | b"rp" | b"rt" | b"rtc" => IMPLIED,
        b"button" => SPECIAL,
        b"applet" | b"marquee" | b"object" => SPECIAL | SCOPE,
        b"b" | b"big" | b"code" | b"em" | b"font" | b"i" | b"s" | b"small" | b"strike"
        | b"strong" | b"tt" | b"u" => FORMATTING | BREAKOUT,
        b"a" => FORMATTING,
        b"table" => SPECIAL | SCOPE | BLOCK | BREAKOUT,
        b"caption" | b"td" | b"th" => SPECIAL | SCOPE | TABLE_PART,
        b"colgroup" | b"tbody" | b"tfoot" | b"thead" | b"tr" => SPECIAL | TABLE_PART,
        b"col" => VOID | TABLE_PART,
        b"br" | b"embed" | b"img" | b"meta" => VOID | BREAKOUT,
        b"hr" => VOID | BLOCK | BREAKOUT,
        b"area" | b"base" | b"basefont" | b"bgsound" | b"image" | b"input" | b"keygen"
        | b"link" | b"param" | b"source" | b"track" | b"wbr" => VOID,
        b"html" | b"head" | b"body" => ROOT,
        b"form" | b"frame" | b"frameset" | b"nobr" | b"optgroup" | b"option" | b"plaintext"
        | b"select" => IDLE,
        b"annotation-xml" | b"malignmark" | b"mglyph" => IDLE,
        _ => NONE,
    }
}

/// The traits of the element `name` within SVG, or within MathML if `parent` has the trait [`MATH`].
pub(super) fn foreign_traits(name: &str, parent: Traits) -> Traits {
    let is_one_of = |names: &[&str]| names.iter().any(|known| known.eq_ignore_ascii_case(name));
    if parent.has(MATH) {
        if is_one_of(&["mi", "mo", "mn", "ms", "mtext"]) {
            FOREIGN | MATH | SCOPE
        } else {
            FOREIGN | MATH
        }
    } else if is_one_of(&["foreignObject", "desc", "title"]) {
        FOREIGN | SCOPE
    } else {
        FOREIGN
    }
}
