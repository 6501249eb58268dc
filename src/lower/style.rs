//! What an inline style tells about the text within.

use crate::dom::{self, NodeRef};

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

/// The part of an inline style that matters for text.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Style {
    pub display: Display,
    /// Whether the text is bold; `None` if the style leaves it as it is.
    pub strong: Option<bool>,
    pub italic: bool,
    pub struck: bool,
}

impl Style {
    /// Reads the `style` attribute of an element.
    pub fn of(node: NodeRef<'_>) -> Style {
        dom::attr(node, "style")
            .map(Style::parse)
            .unwrap_or_default()
    }

    fn parse(style: &str) -> Style {
        let mut read = Style::default();
        for (property, value) in declarations(style) {
            let value = value.to_ascii_lowercase();
            match property.to_ascii_lowercase().as_str() {
                "display" => {
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
                "font-style" => read.italic = value == "italic" || value == "oblique",
                "text-decoration" | "text-decoration-line" => {
                    read.struck = value.contains("line-through")
                }
                _ => {}
            }
        }
        read
    }
}

/// The declarations of a style, without `!important`. A `;` within an address splits it in two harmless halves.
fn declarations(style: &str) -> impl Iterator<Item = (&str, &str)> {
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
            assert_eq!(Style::parse(style), expected, "{style}");
        }
    }
}
