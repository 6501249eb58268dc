//! What an inline style tells about the text within.

use super::border::{self, Side, four, length, quantity, values};
use super::colour::Colour;
use super::hidden::Veil;
use crate::draft::Border;

/// How an element takes part in the layout.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) enum Display {
    /// Its content is not shown.
    None,
    /// It begins a new line.
    Block,
    /// As its name says.
    #[default]
    Default,
}

/// A size of letters.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Size {
    /// In pixels.
    Pixels(f32),
    /// In times that of the text around.
    Times(f32),
}

/// How a box sets its lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Align {
    Centre,
    Other,
}

/// Where a text stands to its line.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) enum Shift {
    #[default]
    None,
    Raised,
    Lowered,
}

/// The part of an inline style that matters for text.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Style {
    pub display: Display,
    /// Whether the text is bold; `None` if the style leaves it as it is.
    pub strong: Option<bool>,
    pub italic: bool,
    pub struck: bool,
    pub size: Option<Size>,
    pub colour: Option<Colour>,
    /// Whether it lays a ground that can be seen.
    pub ground: bool,
    pub align: Option<Align>,
    pub border: Border,
    /// Whether it is moved off its place, over or under its neighbours.
    pub is_layered: bool,
    /// Whether what it holds stands side by side.
    pub is_row: bool,
    /// How far its content stands to the right of where it begins, in pixels.
    pub indent: f32,
    pub underlined: bool,
    /// Whether the text stands on a coloured ground.
    pub highlighted: bool,
    pub shift: Shift,
    /// Whether it sets text in a fixed width before all else.
    pub is_fixed: bool,
    /// Whether it keeps blanks and line ends.
    pub keeps_blanks: bool,
    /// Whether it hides what it holds.
    pub veil: Veil,
}

impl Style {
    /// Reads the value of a `style` attribute.
    pub fn parse(style: &str) -> Style {
        let mut read = Style {
            veil: Veil::read(style),
            ..Style::default()
        };
        let mut sides = [Side::default(); 4];
        for (property, value) in declarations(style) {
            let value = value.to_ascii_lowercase();
            match property.to_ascii_lowercase().as_str() {
                "display" => {
                    read.is_row = value.ends_with("flex");
                    read.display = match value.as_str() {
                        "none" => Display::None,
                        "block" | "flex" | "grid" | "table" | "list-item" => Display::Block,
                        _ => Display::Default,
                    }
                }
                "font-weight" => {
                    read.strong = match value.as_str() {
                        "bold" | "bolder" => Some(true),
                        "normal" | "lighter" => Some(false),
                        number => crate::number::parse(number).map(|weight| weight >= 600.0),
                    }
                }
                "font-family" => {
                    let first = value.split(',').next().unwrap_or_default();
                    let mut names = ["mono", "menlo", "consolas", "courier"].iter();
                    read.is_fixed = names.any(|name| first.contains(name));
                }
                "white-space" => read.keeps_blanks = value == "pre" || value == "pre-wrap",
                "font-style" => read.italic = value == "italic" || value == "oblique",
                "text-decoration" | "text-decoration-line" => {
                    read.struck = value.contains("line-through");
                    read.underlined = value.contains("underline");
                }
                "vertical-align" => {
                    read.shift = match value.as_str() {
                        "super" => Shift::Raised,
                        "sub" => Shift::Lowered,
                        _ => Shift::None,
                    }
                }
                "font-size" => read.size = size(&value).or(read.size),
                "color" => read.colour = Colour::parse(&value).or(read.colour),
                "background-color" | "background" => {
                    let colour =
                        Colour::parse(&value).or_else(|| values(&value).find_map(Colour::parse));
                    read.ground = match colour {
                        Some(colour) => colour.is_seen() && !colour.is_white(),
                        None => value.contains("gradient("),
                    };
                    read.highlighted = colour.is_some_and(|colour| {
                        colour.is_seen() && colour.is_bright() && !colour.is_white()
                    });
                }
                "background-image" => read.ground |= value.contains("gradient("),
                "text-align" => {
                    read.align = Some(match value.as_str() {
                        "center" | "-webkit-center" => Align::Centre,
                        _ => Align::Other,
                    })
                }
                "position" => read.is_layered |= value == "absolute",
                "margin-top" | "margin-bottom" | "margin" => {
                    read.is_layered |= value.starts_with('-');
                    if property.eq_ignore_ascii_case("margin") {
                        let [.., left] = four(&value);
                        read.indent += length(left);
                    }
                }
                "height" => read.is_layered |= matches!(value.as_str(), "0" | "0px"),
                "flex-direction" | "flex-flow" if value.contains("column") => read.is_row = false,
                "justify-content" if value == "center" => read.align = Some(Align::Centre),
                "padding-left" | "margin-left" => read.indent += length(&value),
                "padding" => {
                    let [.., left] = four(&value);
                    read.indent += length(left);
                }
                property => {
                    if let Some(part) = property.strip_prefix("border") {
                        border::read(part, &value, &mut sides);
                    }
                }
            }
        }
        read.border = border::of(sides);
        // White on a colour is a badge: a number, a label.
        read.highlighted &= !read.colour.is_some_and(Colour::is_white);
        read
    }
}

/// Pixels to a letter's height where the page does not say: WeChat's own.
pub(super) const BODY: f32 = 17.0;

fn size(value: &str) -> Option<Size> {
    let (number, unit) = quantity(value)?;
    let size = match unit {
        "em" => Size::Times(number),
        "%" => Size::Times(number / 100.0),
        "rem" => Size::Pixels(number * 16.0),
        "pt" => Size::Pixels(number * 4.0 / 3.0),
        "px" => Size::Pixels(number),
        _ => return None,
    };
    // Zero is a trick against blanks between boxes; the text says its own size.
    (number > 0.0 && number < 1000.0).then_some(size)
}

/// The declarations of a style, without `!important`. A `;` within an address splits it in two harmless halves.
pub(super) fn declarations(style: &str) -> impl Iterator<Item = (&str, &str)> {
    style.split(';').filter_map(|declaration| {
        let (property, value) = declaration.split_once(':')?;
        let value = value.split('!').next().unwrap_or_default();
        Some((property.trim(), value.trim()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_matters() {
        for (style, expected) in [
            ("", Style::default()),
            ("overflow: hidden; visibility: hidden", Style::default()),
            (
                "DISPLAY : none!important",
                Style {
                    display: Display::None,
                    ..Style::default()
                },
            ),
            (
                "font-weight:700;font-style:italic",
                Style {
                    strong: Some(true),
                    italic: true,
                    ..Style::default()
                },
            ),
            (
                "font-weight: 400; background: url(data:image/png;base64,display:none)",
                Style {
                    strong: Some(false),
                    ..Style::default()
                },
            ),
        ] {
            let read = Style {
                veil: Veil::default(),
                ..Style::parse(style)
            };
            assert_eq!(read, expected, "{style}");
        }
    }
}
