//! Colours as inline styles name them.

/// A colour: red, green, blue and opacity, each 0 to 255.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Colour {
    red: u8,
    green: u8,
    blue: u8,
    opacity: u8,
}

impl Colour {
    /// Reads `#rgb`, `#rrggbb`, `rgb(…)`, `rgba(…)` and the commonest names, in lower case.
    pub fn parse(value: &str) -> Option<Colour> {
        let opaque = |red, green, blue| Colour {
            red,
            green,
            blue,
            opacity: 255,
        };
        if let Some(digits) = value.strip_prefix('#') {
            return hex(digits);
        }
        if let Some(parts) = value
            .strip_prefix("rgba(")
            .or_else(|| value.strip_prefix("rgb("))
        {
            // Behind the bracket stands the rest of a background.
            let parts = parts.split_once(')').map_or(parts, |(parts, _)| parts);
            let mut parts = parts.split([',', ' ', '/']).filter(|part| !part.is_empty());
            let number = |part| crate::number::parse(part).unwrap_or_default();
            let mut part = || parts.next().map(number);
            let colour = opaque(part()? as u8, part()? as u8, part()? as u8);
            let opacity = parts
                .next()
                .map_or(255, |part| match part.strip_suffix('%') {
                    Some(percent) => (number(percent) * 2.55) as u8,
                    None => (number(part) * 255.0) as u8,
                });
            return Some(Colour { opacity, ..colour });
        }
        Some(match value {
            "black" => opaque(0, 0, 0),
            "white" => opaque(255, 255, 255),
            "gray" | "grey" => opaque(128, 128, 128),
            "silver" => opaque(192, 192, 192),
            "red" => opaque(255, 0, 0),
            "green" => opaque(0, 128, 0),
            "blue" => opaque(0, 0, 255),
            "orange" => opaque(255, 165, 0),
            "transparent" => Colour {
                opacity: 0,
                ..opaque(0, 0, 0)
            },
            _ => return None,
        })
    }

    /// Whether it covers what is below.
    pub fn is_seen(self) -> bool {
        self.opacity > 8
    }

    /// Whether nothing is painted with it.
    pub fn is_transparent(self) -> bool {
        self.opacity == 0
    }

    /// Whether it is the page's white itself.
    pub fn is_pure_white(self) -> bool {
        [self.red, self.green, self.blue] == [255; 3]
    }

    /// Whether it is white, or so close that no one sees it on the page's white.
    pub fn is_white(self) -> bool {
        self.red.min(self.green).min(self.blue) > 250
    }

    /// Whether it is a colour indeed, or the white of letters on one.
    pub fn is_bright(self) -> bool {
        let low = self.red.min(self.green).min(self.blue);
        let high = self.red.max(self.green).max(self.blue);
        high - low > 48 || self.is_white()
    }

    /// Whether it is a grey that is neither the black of text nor white.
    pub fn is_grey(self) -> bool {
        let low = self.red.min(self.green).min(self.blue);
        let high = self.red.max(self.green).max(self.blue);
        high - low <= 24 && (104..=220).contains(&high)
    }
}

fn hex(digits: &str) -> Option<Colour> {
    if !matches!(digits.len(), 3 | 4 | 6 | 8) {
        return None;
    }
    let digit = |at: usize| {
        let digit = char::from(*digits.as_bytes().get(at)?).to_digit(16)?;
        u8::try_from(digit).ok()
    };
    let (short, long) = (
        |at| Some(digit(at)? * 17),
        |at| Some(digit(2 * at)? * 16 + digit(2 * at + 1)?),
    );
    let part = |at| {
        if digits.len() < 6 {
            short(at)
        } else {
            long(at)
        }
    };
    Some(Colour {
        red: part(0)?,
        green: part(1)?,
        blue: part(2)?,
        opacity: part(3).unwrap_or(255),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_colours() {
        for (text, grey, white, seen) in [
            ("#888", true, false, true),
            ("rgb(136, 136, 136)", true, false, true),
            ("rgba(136,136,136,0)", true, false, false),
            ("rgb(51,51,51)", false, false, true),
            ("#3f3f3f", false, false, true),
            ("#ffffff", false, true, true),
            ("white", false, true, true),
            ("#ff000000", false, false, false),
            ("transparent", false, false, false),
            ("rgb(0 128 255 / 0.5)", false, false, true),
            ("rgb(0 128 255 / 50%)", false, false, true),
            ("rgba(0,0,0,0.5) none", false, false, true),
        ] {
            let colour = Colour::parse(text).expect(text);
            let read = (colour.is_grey(), colour.is_white(), colour.is_seen());
            assert_eq!(read, (grey, white, seen), "{text}");
        }
        for text in [
            "",
            "#",
            "#é",
            "#12",
            "#ffffff url(a)",
            "inherit",
            "rgb(",
            "var(--x)",
        ] {
            assert_eq!(Colour::parse(text), None, "{text}");
        }
    }
}
