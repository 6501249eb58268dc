//! What is typed before an item of a list or a heading: a bullet, a number.

use crate::measure;

/// What is typed before an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Marker {
    Bullet(char),
    Number { form: Form, value: u32 },
}

/// How a number is written; those of the outer parts of a text come first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Form {
    /// `第一章`, `第2步`
    Part,
    /// `一、`
    Chinese,
    /// `（一）`
    ChineseInBrackets,
    /// `01` with nothing but a blank after it
    Plain,
    /// `1.`, `1．`
    Dot,
    /// `1、`
    Comma,
    /// `1)`
    Bracket,
    /// `（1）`
    InBrackets,
    /// `①`
    Circled,
}

impl Form {
    /// Whether items of a list are counted so. Chinese numbers head the parts of a text.
    pub fn counts_items(self) -> bool {
        self > Form::Plain
    }
}

/// Reads the marker that a line begins with, and tells how many characters it takes.
pub(super) fn read(line: &str) -> Option<(Marker, usize)> {
    let first = line.chars().next()?;
    let after = line.chars().nth(1);
    let is_blank = after.is_some_and(char::is_whitespace);
    match first {
        '•' | '·' | '●' | '▪' | '◆' | '■' | '○' | '◇' | '□' | '▶' | '►' | '➤' | '✓' | '✔' | '☑'
        | '✅' | '◦' | '▫' | '⚫' | '🔹' | '🔸' => {
            // A row of them is an ornament.
            let repeats = after == Some(first);
            let length = if after == Some('\u{fe0f}') { 2 } else { 1 };
            (!repeats).then_some((Marker::Bullet(first), length))
        }
        '-' | '–' | '*' if is_blank => Some((Marker::Bullet(first), 1)),
        '①'..='⑳' => {
            let value = first as u32 - '①' as u32 + 1;
            let form = Form::Circled;
            Some((Marker::Number { form, value }, 1))
        }
        '第' => {
            let digits: String = line.chars().skip(1).take_while(is_digit).take(3).collect();
            let n = digits.chars().count();
            let (value, _) = number(&digits)?;
            let unit = line.chars().nth(n + 1)?;
            let form = Form::Part;
            "章节步部篇组讲招课幕站"
                .contains(unit)
                .then_some((Marker::Number { form, value }, n + 2))
        }
        '（' | '(' => {
            let inside: String = line.chars().skip(1).take_while(is_digit).take(3).collect();
            let n = inside.chars().count();
            let closes = matches!(line.chars().nth(n + 1), Some('）' | ')'));
            let (value, is_chinese) = number(&inside)?;
            let form = if is_chinese {
                Form::ChineseInBrackets
            } else {
                Form::InBrackets
            };
            closes.then_some((Marker::Number { form, value }, n + 2))
        }
        _ => {
            let digits: String = line.chars().take_while(is_digit).take(3).collect();
            let n = digits.chars().count();
            let (value, is_chinese) = number(&digits)?;
            let then = line.chars().nth(n + 1);
            let form = match (line.chars().nth(n)?, is_chinese) {
                ('、', true) => Form::Chinese,
                ('、', false) => Form::Comma,
                // No decimal, no date, no version.
                ('.' | '．', false) if !then.is_some_and(|c| c.is_ascii_digit()) => Form::Dot,
                ('）' | ')', false) => Form::Bracket,
                (c, false) if c.is_whitespace() && digits.starts_with('0') => Form::Plain,
                _ => return None,
            };
            Some((Marker::Number { form, value }, n + 1))
        }
    }
}

/// Reads the marker that a line begins with, if words follow it.
pub(super) fn before(line: &str) -> Option<(Marker, usize)> {
    let (marker, length) = read(line)?;
    let has_words = line.chars().skip(length).any(char::is_alphanumeric);
    has_words.then_some((marker, length))
}

/// Reads a line that is a number and nothing else but ornaments: `01`, `-1-`, `Part 2`, `一`.
pub(super) fn lone_number(line: &str) -> Option<u32> {
    let bare = measure::bare(line);
    let upper = bare.to_ascii_uppercase();
    let bare = ["PART", "CHAPTER", "NO"]
        .iter()
        .find_map(|word| upper.strip_prefix(word))
        .unwrap_or(&upper)
        .trim_start_matches(['.', ' ', '·']);
    (bare.chars().count() <= 3)
        .then(|| number(bare))
        .flatten()
        .map(|(value, _)| value)
}

fn is_digit(c: &char) -> bool {
    c.is_ascii_digit() || chinese_digit(*c).is_some()
}

/// The value of the digits of a number up to 99, and whether they are Chinese.
fn number(digits: &str) -> Option<(u32, bool)> {
    if digits.is_empty() {
        return None;
    }
    if digits.bytes().all(|byte| byte.is_ascii_digit()) {
        let value = digits.parse().ok()?;
        return (value < 100).then_some((value, false));
    }
    let mut value = 0;
    for c in digits.chars() {
        value = match chinese_digit(c)? {
            10 => value.max(1) * 10,
            digit => value + digit,
        };
    }
    (1..100).contains(&value).then_some((value, true))
}

fn chinese_digit(c: char) -> Option<u32> {
    const DIGITS: [[char; 2]; 10] = [
        ['一', '壹'],
        ['二', '贰'],
        ['三', '叁'],
        ['四', '肆'],
        ['五', '伍'],
        ['六', '陆'],
        ['七', '柒'],
        ['八', '捌'],
        ['九', '玖'],
        ['十', '拾'],
    ];
    let at = DIGITS.iter().position(|forms| forms.contains(&c))?;
    u32::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_markers() {
        let number = |form, value, n| Some((Marker::Number { form, value }, n));
        for (line, expected) in [
            ("• 茶", Some((Marker::Bullet('•'), 1))),
            ("·茶", Some((Marker::Bullet('·'), 1))),
            ("· · ·", Some((Marker::Bullet('·'), 1))),
            ("···", None),
            ("- 茶", Some((Marker::Bullet('-'), 1))),
            ("-茶", None),
            ("——茶", None),
            ("1. 茶", number(Form::Dot, 1, 2)),
            ("12.茶", number(Form::Dot, 12, 3)),
            ("1.5 亿", None),
            ("2019. 茶", None),
            ("3、茶", number(Form::Comma, 3, 2)),
            ("（4）茶", number(Form::InBrackets, 4, 3)),
            ("5)茶", number(Form::Bracket, 5, 2)),
            ("⑥茶", number(Form::Circled, 6, 1)),
            ("十一、茶", number(Form::Chinese, 11, 3)),
            ("（二十三）茶", number(Form::ChineseInBrackets, 23, 5)),
            ("第二步：茶", number(Form::Part, 2, 3)),
            ("第二天", None),
            ("01 茶", number(Form::Plain, 1, 3)),
            ("10 茶", None),
            ("一茶", None),
            ("（茶）", None),
            ("", None),
        ] {
            assert_eq!(read(line), expected, "{line}");
        }
    }

    #[test]
    fn reads_lone_numbers() {
        for (line, expected) in [
            ("01", Some(1)),
            ("-2-", Some(2)),
            ("3.", Some(3)),
            ("PART 4", Some(4)),
            ("Part.05", Some(5)),
            ("六", Some(6)),
            ("十二", Some(12)),
            ("2019", None),
            ("茶", None),
            ("Part", None),
            ("1 茶", None),
            ("…", None),
        ] {
            assert_eq!(lone_number(line), expected, "{line}");
        }
    }
}
