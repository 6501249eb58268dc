//! The head of the Markdown: what is known about the article, as YAML.

use crate::address;
use crate::options::Field;
use crate::page::Page;
use crate::render::date;

/// Writes those of the fields that are known, between fences; nothing if none is.
pub(super) fn front_matter(page: &Page, fields: &[Field]) -> String {
    let lines: Vec<String> = Field::ALL
        .iter()
        .copied()
        .filter(|field| fields.contains(field))
        .filter_map(|field| Some(format!("{}: {}\n", field.name(), value(page, field)?)))
        .collect();
    if lines.is_empty() {
        return String::new();
    }
    format!("---\n{}---", lines.concat())
}

/// A field as YAML.
fn value(page: &Page, field: Field) -> Option<String> {
    let text = |text: &str| {
        Some(text.trim())
            .filter(|text| !text.is_empty())
            .map(scalar)
    };
    let address = |url: &String| address::link(url).as_deref().map(scalar);
    match field {
        Field::Title => text(&page.title),
        Field::Author => page.author.as_deref().and_then(text),
        Field::Source => page.account.name.as_deref().and_then(text),
        Field::Url => page.url.as_ref().and_then(address),
        // Plain, so that YAML takes it for a date.
        Field::Date => date(page).map(str::to_owned),
        Field::FetchDate => page.fetched_at.as_deref().and_then(time),
        Field::Cover => page.cover.as_ref().and_then(|cover| address(&cover.url)),
    }
}

/// A time as it was given: plain if it is one to YAML too.
fn time(text: &str) -> Option<String> {
    let is_time = text.len() >= 8
        && text.starts_with(|c: char| c.is_ascii_digit())
        // What ends with a colon is the name of a field to YAML.
        && text.ends_with(|c: char| c.is_ascii_digit() || c == 'Z')
        && text
            .bytes()
            .all(|b| b.is_ascii_digit() || b"-:.+TZ".contains(&b));
    if is_time {
        Some(text.to_owned())
    } else {
        Some(text.trim())
            .filter(|text| !text.is_empty())
            .map(scalar)
    }
}

/// A string as YAML: plain where every reader of YAML 1.1 and 1.2 takes it for this string, else in double quotes.
fn scalar(text: &str) -> String {
    if is_plain(text) {
        return text.to_owned();
    }
    let mut out = String::from("\"");
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if !is_printable(c) && u32::from(c) > 0xffff => {
                out.push_str(&format!("\\U{:08x}", u32::from(c)))
            }
            c if !is_printable(c) => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

fn is_plain(text: &str) -> bool {
    !text.is_empty()
        && !text.starts_with(|c: char| "-?:,[]{}#&*!|>'\"%@`=<~".contains(c))
        && !text.ends_with(':')
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.contains(|c| !is_printable(c))
        && !is_other_type(text)
}

/// Whether YAML may read the text as a number, a time, a truth value or nothing.
fn is_other_type(text: &str) -> bool {
    let number = text.starts_with(|c: char| c.is_ascii_digit() || "+.".contains(c))
        && text
            .chars()
            .all(|c| c.is_ascii_hexdigit() || "+-._:xobnifatzTZ ".contains(c.to_ascii_lowercase()));
    let word = ["true", "false", "yes", "no", "on", "off", "y", "n", "null"];
    number || word.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// Whether YAML allows the character as it is, on one line.
fn is_printable(c: char) -> bool {
    !c.is_control()
        && !matches!(
            c,
            '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}'
        )
}

#[cfg(test)]
mod tests {
    use super::{scalar, time};

    #[test]
    fn plain_where_yaml_allows_it() {
        for text in [
            "山间来信",
            "关注 | 法国人工智能行动峰会闭幕 美英未签声明",
            "第1章：春天",
            "3月5日",
            "https://mp.weixin.qq.com/s?__biz=MzA5MzE5MDAzOA==&mid=1#rd",
            "C# 入门",
            "“引号”",
            "a:b",
            "it's",
            "No. 1",
            "2024年终总结",
            "🎉新年好",
        ] {
            assert_eq!(scalar(text), text);
        }
    }

    #[test]
    fn times_are_plain() {
        for (text, expected) in [
            ("2025-06-25T09:23:23Z", "2025-06-25T09:23:23Z"),
            ("2025-06-25", "2025-06-25"),
            ("2025-06-25T09:23:23:", "\"2025-06-25T09:23:23:\""),
            ("昨天", "昨天"),
        ] {
            assert_eq!(time(text).as_deref(), Some(expected));
        }
    }

    #[test]
    fn quoted_where_it_must_be() {
        for (text, expected) in [
            ("Rust: 一门语言", r#""Rust: 一门语言""#),
            ("结论:", r#""结论:""#),
            ("一 #二", r##""一 #二""##),
            ("#话题#", r##""#话题#""##),
            ("- 一", r#""- 一""#),
            ("[转]一", r#""[转]一""#),
            ("\"一\"二", r#""\"一\"二""#),
            ("*\\", r#""*\\""#),
            ("@某人", r#""@某人""#),
            ("true", r#""true""#),
            ("No", r#""No""#),
            ("NULL", r#""NULL""#),
            ("~", r#""~""#),
            ("2024", r#""2024""#),
            ("-1.5", r#""-1.5""#),
            (".inf", r#"".inf""#),
            ("0x1F", r#""0x1F""#),
            ("1e3", r#""1e3""#),
            ("12:30", r#""12:30""#),
            ("2024-03-05", r#""2024-03-05""#),
            ("2024-03-05T08:30:00Z", r#""2024-03-05T08:30:00Z""#),
            ("一\n二\u{1}", r#""一\n二\u0001""#),
            ("一\u{2028}二", r#""一\u2028二""#),
            ("", r#""""#),
        ] {
            assert_eq!(scalar(text), expected);
        }
    }
}
