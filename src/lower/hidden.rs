//! What a reader cannot see, though the markup holds it.
//!
//! Calling something hidden that is not loses a part of the article, so a doubt counts as seen: whatever may be
//! painted over, moved or animated is taken to show. The body's own `visibility: hidden; opacity: 0`, which every
//! page has until its scripts have run, is no sign; nor is any `visibility`, for the same reason.

use super::style::declarations;
use crate::dom::{self, NodeRef};

/// What an article does as a whole that makes single styles say less.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Scene {
    /// It has SVG animations: what is transparent or folded up may appear at a touch.
    animated: bool,
    /// It lays elements over each other: white text may stand on a picture.
    overlaid: bool,
}

impl Scene {
    /// Looks over an article.
    pub fn of(root: NodeRef<'_>) -> Scene {
        let mut scene = Scene::default();
        for node in root.descendants() {
            match dom::name(node) {
                "animate" | "animateTransform" | "animateMotion" | "set" => scene.animated = true,
                _ => {}
            }
            if !scene.overlaid
                && let Some(style) = dom::attr(node, "style")
            {
                scene.overlaid =
                    declarations(style).any(|(property, value)| overlays(property, value));
            }
        }
        scene
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

/// Whether a node and all within it cannot be seen, `display` aside.
pub(super) fn hides(node: NodeRef<'_>, scene: Scene) -> bool {
    if dom::is_hidden(node) {
        return true;
    }
    let Some(style) = dom::attr(node, "style") else {
        return false;
    };
    let (mut flat, mut clipped, mut held_open) = (false, false, false);
    let (mut transparent, mut unready) = (false, false);
    for (property, value) in declarations(style) {
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
        }
    }
    // Pictures and WeChat's own elements are transparent until a script has drawn them.
    let name = dom::name(node);
    let is_drawn_later = matches!(
        name,
        "img" | "image" | "iframe" | "video" | "audio" | "qqmusic"
    ) || name.starts_with("mp");
    let folded = flat && clipped && !held_open;
    !scene.animated && (folded || transparent && !unready && !is_drawn_later)
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
    /// What holds within an element that stands within `self`.
    pub fn within(mut self, node: NodeRef<'_>) -> Sight {
        self.painted |= dom::name(node) == "svg" || dom::attr(node, "bgcolor").is_some();
        for (property, value) in declarations(dom::attr(node, "style").unwrap_or_default()) {
            let is = |name: &str| property.eq_ignore_ascii_case(name);
            if is("font") {
                self.sizeless = false;
            } else if is("font-size") {
                self.sizeless = is_zero(value);
            } else if is("color") {
                self.ink = ink(value);
            } else if starts_with(property, "background") {
                self.painted |= !is_clear(value) && ink(value) != Ink::White;
            } else if starts_with(property, "text-shadow")
                || starts_with(property, "-webkit-")
                || starts_with(property, "border-image")
                || is("box-shadow")
                || is("filter")
                || is("mix-blend-mode")
            {
                self.painted = true;
            }
        }
        self
    }

    /// Whether text set so cannot be seen.
    pub fn hides_text(self, scene: Scene) -> bool {
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
    let is = |name: &str| color.eq_ignore_ascii_case(name);
    if is("transparent") {
        return Ink::Transparent;
    }
    if is("white") || is("#fff") || is("#ffffff") {
        return Ink::White;
    }
    let numbers = color
        .split_once('(')
        .and_then(|(name, rest)| starts_with(name, "rgb").then_some(rest))
        .and_then(|rest| rest.split_once(')'));
    let Some((numbers, _)) = numbers else {
        return Ink::Seen;
    };
    let numbers: Vec<_> = numbers
        .split([',', ' ', '/'])
        .filter(|number| !number.is_empty())
        .take(5)
        .collect();
    match numbers[..] {
        [_, _, _, alpha] if is_zero(alpha) => Ink::Transparent,
        ["255", "255", "255", ..] => Ink::White,
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
