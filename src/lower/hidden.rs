//! What a reader cannot see, though the markup holds it.
//!
//! Calling something hidden that is not loses a part of the article, so a doubt counts as seen: whatever may be
//! painted over, moved or animated is taken to show. The body's own `visibility: hidden; opacity: 0`, which every
//! page has until its scripts have run, is no sign; nor is any `visibility`, for the same reason.

use std::collections::HashMap;

use super::colour::Colour;
use super::style::{Style, declarations};
use crate::dom::{self, NodeRef};

/// What an article does as a whole that makes single styles say less, and what its styles say.
#[derive(Debug, Default)]
pub(super) struct Scene<'a> {
    /// It has SVG animations: what is transparent or folded up may appear at a touch.
    animated: bool,
    /// It lays elements over each other: white text may stand on a picture.
    overlaid: bool,
    /// Its styles, read once each: an article has ten elements or more of every style.
    styles: HashMap<&'a str, Style>,
}

impl<'a> Scene<'a> {
    /// Looks over an article.
    pub fn of(root: NodeRef<'a>) -> Scene<'a> {
        let mut scene = Scene::default();
        for node in root.descendants() {
            match dom::name(node) {
                "animate" | "animateTransform" | "animateMotion" | "set" => scene.animated = true,
                _ => {}
            }
            if let Some(text) = dom::attr(node, "style") {
                let style = scene.styles.entry(text);
                let style = style.or_insert_with(|| Style::parse(text));
                scene.overlaid |= style.veil.overlays;
            }
        }
        scene
    }

    /// What the `style` attribute of an element of the article tells.
    pub fn style(&self, node: NodeRef<'_>) -> Style {
        dom::attr(node, "style")
            .and_then(|text| self.styles.get(text))
            .copied()
            .unwrap_or_default()
    }
}

/// What an inline style tells of whether that can be seen which stands in the element.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Veil {
    /// Something lies over something else.
    overlays: bool,
    /// The element has no height, and what stands in it is cut off.
    folded: bool,
    transparent: bool,
    sizeless: Option<bool>,
    ink: Option<Ink>,
    /// Something is painted under or around the text.
    painted: bool,
}

impl Veil {
    /// Reads the value of a `style` attribute.
    pub fn read(style: &str) -> Veil {
        let mut veil = Veil::default();
        let (mut flat, mut clipped, mut held_open) = (false, false, false);
        let (mut transparent, mut unready) = (false, false);
        for (property, value) in declarations(style) {
            veil.overlays |= overlays(property, value);
            let is = |name: &str| property.eq_ignore_ascii_case(name);
            if is("height") || is("max-height") {
                flat |= is_zero(value);
            } else if is("overflow") || is("overflow-y") {
                clipped = value.eq_ignore_ascii_case("hidden");
            } else if starts_with(property, "padding") || is("min-height") {
                held_open |= !is_zero(value);
            } else if is("opacity") {
                transparent = is_zero(value);
            } else if is("visibility") {
                // Together with `opacity: 0`, the body before its scripts have run, wherever it was copied to.
                unready = value.eq_ignore_ascii_case("hidden");
            } else if is("font") {
                veil.sizeless = Some(false);
            } else if is("font-size") {
                veil.sizeless = Some(is_zero(value));
            } else if is("color") {
                veil.ink = Some(ink(value));
            } else if starts_with(property, "background") {
                veil.painted |= !is_clear(value) && ink(value) != Ink::White;
            } else if starts_with(property, "text-shadow")
                || starts_with(property, "-webkit-")
                || starts_with(property, "border-image")
                || is("box-shadow")
                || is("filter")
                || is("mix-blend-mode")
            {
                veil.painted = true;
            }
        }
        veil.folded = flat && clipped && !held_open;
        veil.transparent = transparent && !unready;
        veil
    }
}

/// Whether a declaration may put an element over, or under, another.
fn overlays(property: &str, value: &str) -> bool {
    let is = |name: &str| property.eq_ignore_ascii_case(name);
    is("position") && !value.eq_ignore_ascii_case("static")
        || is("transform") && !value.eq_ignore_ascii_case("none")
        || starts_with(property, "margin") && value.contains('-')
        || starts_with(property, "grid")
        || (is("height") || is("max-height") || is("width")) && is_zero(value)
}

/// Whether a node of that style and all within it cannot be seen, `display` aside.
pub(super) fn hides(node: NodeRef<'_>, style: Style, scene: &Scene<'_>) -> bool {
    if dom::is_hidden(node) {
        return true;
    }
    // Pictures and WeChat's own elements are transparent until a script has drawn them.
    let name = dom::name(node);
    let is_drawn_later = matches!(
        name,
        "img" | "image" | "iframe" | "video" | "audio" | "qqmusic"
    ) || name.starts_with("mp");
    !scene.animated && (style.veil.folded || style.veil.transparent && !is_drawn_later)
}

/// Whether an element that is not displayed is a frame of a drawing, which an animation may put on show.
pub(super) fn may_appear(node: NodeRef<'_>, scene: &Scene<'_>) -> bool {
    scene.animated && (dom::name(node) == "svg" || dom::has_ancestor(node, "svg"))
}

/// What the styles around a text tell about whether it can be seen. Unlike the above, an element within may undo it.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sight {
    /// The text has no size.
    sizeless: bool,
    ink: Ink,
    /// Something is painted under or around the text.
    painted: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Default)]
enum Ink {
    #[default]
    Seen,
    Transparent,
    White,
}

impl Sight {
    /// What holds within an element of that style that stands within `self`.
    pub fn within(self, node: NodeRef<'_>, style: Style) -> Sight {
        let is_painted = dom::name(node) == "svg" || dom::attr(node, "bgcolor").is_some();
        Sight {
            sizeless: style.veil.sizeless.unwrap_or(self.sizeless),
            ink: style.veil.ink.unwrap_or(self.ink),
            painted: self.painted || is_painted || style.veil.painted,
        }
    }

    /// Whether text set so cannot be seen.
    pub fn hides_text(self, scene: &Scene<'_>) -> bool {
        self.sizeless
            || !self.painted
                && !scene.animated
                && match self.ink {
                    Ink::Seen => false,
                    Ink::Transparent => true,
                    Ink::White => !scene.overlaid,
                }
    }
}

fn ink(color: &str) -> Ink {
    match Colour::parse(&color.to_ascii_lowercase()) {
        Some(colour) if colour.is_transparent() => Ink::Transparent,
        Some(colour) if colour.is_pure_white() => Ink::White,
        _ => Ink::Seen,
    }
}

/// Whether the value of a background paints nothing.
fn is_clear(value: &str) -> bool {
    ["none", "transparent", "initial", "unset", "inherit"]
        .iter()
        .any(|clear| value.eq_ignore_ascii_case(clear))
        || ink(value) == Ink::Transparent
}

/// Whether a number is nought, with a unit or without.
fn is_zero(value: &str) -> bool {
    let number = value.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '%');
    crate::number::parse(number) == Some(0.0)
}

fn starts_with(text: &str, start: &str) -> bool {
    text.get(..start.len())
        .is_some_and(|head| head.eq_ignore_ascii_case(start))
}
