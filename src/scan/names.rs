//! What the HTML standard says of elements by their names, as far as it bears on how they nest.
//!
//! § 13.2.4.2 (the stack of open elements) and § 13.2.6 (tree construction); the parser follows the same lists.

use std::borrow::Cow;
use std::ops::BitOr;

use crate::words::Words;

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
    /// All of these in one set.
    const fn of(traits: &[Traits]) -> Traits {
        let mut set = 0;
        let mut at = 0;
        while at < traits.len() {
            set |= traits[at].0;
            at += 1;
        }
        Traits(set)
    }

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

/// The elements that have traits, the most common first.
static KINDS: [(Words, Traits); 21] = [
    (
        Words::new(
            "section address article aside details dir fieldset figcaption figure footer header hgroup main nav summary",
        ),
        Traits::of(&[SPECIAL, BLOCK]),
    ),
    (Words::new("span ruby sub sup var"), Traits::of(&[BREAKOUT])),
    (
        Words::new("p li dd dt"),
        Traits::of(&[SPECIAL, BLOCK, IMPLIED, BREAKOUT]),
    ),
    (
        Words::new("br img embed meta"),
        Traits::of(&[VOID, BREAKOUT]),
    ),
    (
        Words::new("strong b big code em font i s small strike tt u"),
        Traits::of(&[FORMATTING, BREAKOUT]),
    ),
    (
        Words::new("div blockquote center dl listing menu ol pre ul"),
        Traits::of(&[SPECIAL, BLOCK, BREAKOUT]),
    ),
    (Words::new("a"), Traits::of(&[FORMATTING])),
    (
        Words::new("td th caption"),
        Traits::of(&[SPECIAL, SCOPE, TABLE_PART]),
    ),
    (
        Words::new("tr tbody thead tfoot colgroup"),
        Traits::of(&[SPECIAL, TABLE_PART]),
    ),
    (
        Words::new("table"),
        Traits::of(&[SPECIAL, SCOPE, BLOCK, BREAKOUT]),
    ),
    (
        Words::new("h1 h2 h3 h4 h5 h6"),
        Traits::of(&[SPECIAL, BLOCK, HEADING, BREAKOUT]),
    ),
    (Words::new("hr"), Traits::of(&[VOID, BLOCK, BREAKOUT])),
    (
        Words::new("area base basefont bgsound image input keygen link param source track wbr"),
        Traits::of(&[VOID]),
    ),
    (Words::new("col"), Traits::of(&[VOID, TABLE_PART])),
    (Words::new("rb rp rt rtc"), Traits::of(&[IMPLIED])),
    (Words::new("button"), Traits::of(&[SPECIAL])),
    (Words::new("dialog search xmp"), Traits::of(&[BLOCK])),
    (
        Words::new("applet marquee object"),
        Traits::of(&[SPECIAL, SCOPE]),
    ),
    (Words::new("html head body"), Traits::of(&[ROOT])),
    (
        Words::new("form frame frameset nobr optgroup option plaintext select"),
        Traits::of(&[IDLE]),
    ),
    (
        Words::new("annotation-xml malignmark mglyph"),
        Traits::of(&[IDLE]),
    ),
];

/// `name` in lower case, as it is nearly always written.
pub(super) fn lowercase(name: &str) -> Cow<'_, str> {
    if name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        Cow::Owned(name.to_ascii_lowercase())
    } else {
        Cow::Borrowed(name)
    }
}

/// The traits of the HTML element `name`.
pub(super) fn traits(name: &str) -> Traits {
    let name = lowercase(name);
    let kind = KINDS.iter().find(|(names, _)| names.has(&name));
    kind.map_or(NONE, |(_, traits)| *traits)
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
