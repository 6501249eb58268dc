//! Borders and lengths of inline styles.

use super::colour::Colour;
use crate::draft::Border;

/// A border of one side.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Side {
    /// In pixels; a border of which only the style is told has some.
    width: Option<f32>,
    has_style: bool,
    is_clear: bool,
}

impl Side {
    /// Whether it can be seen as more than a hair line.
    fn is_drawn(self) -> bool {
        self.has_style && !self.is_clear && self.width.is_none_or(|width| width >= 1.0)
    }

    /// Reads one of the values of a border: its width, its style or its colour.
    fn read(&mut self, value: &str) {
        match value {
            "solid" | "dashed" | "dotted" | "double" | "groove" | "ridge" | "inset" | "outset" => {
                self.has_style = true
            }
            "none" | "hidden" => self.has_style = false,
            // What the page itself sets: no borders.
            "initial" | "unset" => {}
            _ if value.starts_with(|c: char| c.is_ascii_digit() || c == '.') => {
                self.width = Some(length(value))
            }
            _ => {
                if let Some(colour) = Colour::parse(value) {
                    self.is_clear = !colour.is_seen() || colour.is_white();
                }
            }
        }
    }
}

/// Which borders a box of these sides draws.
pub(super) fn of(sides: [Side; 4]) -> Border {
    match sides.map(Side::is_drawn) {
        [false, false, false, false] => Border::None,
        [false, false, false, true] => Border::Left,
        [false, false, true, false] => Border::Below,
        _ => Border::Around,
    }
}

/// Reads a property `border…`, given what follows that word. Sides go clockwise from the top.
pub(super) fn read(property: &str, value: &str, sides: &mut [Side; 4]) {
    let of_side = ["-top", "-right", "-bottom", "-left"]
        .iter()
        .zip(sides.iter_mut())
        .find_map(|(name, side)| Some((property.strip_prefix(name)?, side)));
    match of_side {
        Some(("" | "-width" | "-style" | "-color", side)) => {
            values(value).for_each(|value| side.read(value))
        }
        Some(_) => {}
        None if property.is_empty() => {
            for side in sides {
                values(value).for_each(|value| side.read(value));
            }
        }
        None if matches!(property, "-width" | "-style" | "-color") => {
            for (side, value) in sides.iter_mut().zip(four(value)) {
                side.read(value);
            }
        }
        None => {}
    }
}

/// The values of the four sides, clockwise from the top, as CSS fills up what is not told.
pub(super) fn four(value: &str) -> [&str; 4] {
    let mut told = values(value);
    let top = told.next().unwrap_or_default();
    let right = told.next().unwrap_or(top);
    let bottom = told.next().unwrap_or(top);
    [top, right, bottom, told.next().unwrap_or(right)]
}

/// The values of a property that has several; blanks within brackets part none.
pub(super) fn values(value: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0usize;
    value
        .split(move |c: char| {
            match c {
                '(' => depth += 1,
                ')' => depth = depth.saturating_sub(1),
                _ => {}
            }
            depth == 0 && c.is_whitespace()
        })
        .filter(|value| !value.is_empty())
}

/// A length in pixels, 0 where it is none or goes to the left.
pub(super) fn length(value: &str) -> f32 {
    let pixels = quantity(value).map_or(0.0, |(number, unit)| match unit {
        "px" => number,
        "em" | "rem" => number * 16.0,
        "pt" => number * 4.0 / 3.0,
        _ => 0.0,
    });
    pixels.clamp(0.0, 400.0)
}

pub(super) fn quantity(value: &str) -> Option<(f32, &str)> {
    let unit = value
        .find(|c: char| c.is_ascii_alphabetic() || c == '%')
        .unwrap_or(value.len());
    let (number, unit) = value.split_at(unit);
    Some((crate::number::parse(number.trim())? as f32, unit))
}
