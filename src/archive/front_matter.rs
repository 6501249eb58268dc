//! The lines between `---` at the head of a scrape, as far as they tell of the article.
//!
//! Not YAML: archivers write titles with colons, quotes and even line ends as they are. A line that begins with a word
//! and a colon begins a field; any other line goes on with the one before.

use std::borrow::Cow;

use crate::words::words;

/// The fields of a front matter, in order.
#[derive(Default)]
pub(super) struct FrontMatter<'a> {
    fields: Vec<(Cow<'a, str>, String)>,
}

/// Longer words than this before a colon are no field's name.
const LONGEST_NAME: usize = 24;

/// Parts the front matter, if there is one, from the text.
pub(super) fn split(input: &str) -> Option<(FrontMatter<'_>, &str)> {
    let mut fields: Vec<(Cow<'_, str>, String)> = Vec::new();
    let mut at = 0;
    for (number, line) in input.split_inclusive('\n').enumerate() {
        at += line.len();
        let line = line.trim_end();
        match (number, line) {
            (0, "---") => {}
            (0, _) => return None,
            (_, "---" | "...") => return Some((FrontMatter { fields }, &input[at..])),
            _ => match field(line) {
                Some((name, value)) => fields.push((name, value.to_owned())),
                None => {
                    let (_, value) = fields.last_mut()?;
                    value.push('\n');
                    value.push_str(line.trim());
                }
            },
        }
    }
    // A file that was cut off within its front matter has no article.
    None
}

fn field(line: &str) -> Option<(Cow<'_, str>, &str)> {
    let (name, value) = line.split_once(':')?;
    let is_name = !name.is_empty()
        && name.len() <= LONGEST_NAME
        && !name.starts_with(char::is_whitespace)
        && name.chars().all(|c| c.is_alphanumeric() || "_- ".contains(c))
        // `https://…` is no field, nor is the second line of a title: `第二章:春天`.
        && !value.starts_with('/')
        && (value.is_empty() || value.starts_with(' '));
    is_name.then(|| {
        let name = name.trim().to_ascii_lowercase().replace([' ', '-'], "_");
        (Cow::Owned(name), value.trim())
    })
}

impl FrontMatter<'_> {
    /// The value of the first of the fields that has one, without quotation marks and brackets around it.
    pub fn text(&self, names: &str) -> Option<String> {
        words(names).find_map(|name| {
            let (_, value) = self.fields.iter().find(|(known, _)| known == name)?;
            let value = plain(value);
            (!value.is_empty()).then_some(value)
        })
    }

    /// Whether one of the fields is there.
    pub fn has(&self, names: &str) -> bool {
        self.text(names).is_some()
    }
}

/// A value without what YAML and Obsidian set around it: quotes, `- ` of a list, `[[…]]` of a link.
fn plain(value: &str) -> String {
    let value = value.trim();
    let value = value.strip_prefix("- ").unwrap_or(value).trim();
    let quoted = |quote: char| value.strip_prefix(quote)?.strip_suffix(quote);
    let value = match (quoted('"'), quoted('\'')) {
        (Some(value), _) => unescaped(value),
        (None, Some(value)) => value.replace("''", "'"),
        (None, None) => value.to_owned(),
    };
    let value = value
        .strip_prefix("[[")
        .and_then(|value| value.strip_suffix("]]"))
        .unwrap_or(&value);
    match value.trim() {
        "null" | "~" | "|" | ">" => String::new(),
        value => value.to_owned(),
    }
}

/// Undoes the escapes of YAML's double quotes that occur in titles.
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut characters = text.chars();
    while let Some(c) = characters.next() {
        match c {
            '\\' => match characters.next() {
                Some('n') => out.push('\n'),
                Some('t') => out.push('\t'),
                Some(c) => out.push(c),
                None => out.push('\\'),
            },
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_archivers_write() {
        let input = "---\ntitle: 春天: 一封信\n第二行\nSource: \"https://a.cn/b\"\nauthor:\n  - \"[[阿茶]]\"\n\
                     say: \"a \\\"b\\\"\"\nempty:\n---\n\n# 春天\n";
        let (front, rest) = split(input).expect("there is a front matter");
        assert_eq!(rest, "\n# 春天\n");
        for (names, expected) in [
            ("title", Some("春天: 一封信\n第二行")),
            ("url source", Some("https://a.cn/b")),
            ("author", Some("阿茶")),
            ("say", Some("a \"b\"")),
            ("empty", None),
            ("none", None),
        ] {
            assert_eq!(front.text(names).as_deref(), expected, "{names}");
        }
    }

    #[test]
    fn other_texts_have_none() {
        for input in [
            "",
            "# 春天",
            "---\ntitle: 一",
            "---\n\n---",
            "---\n春天来了\n---\n",
        ] {
            let found = split(input).is_some_and(|(front, _)| !front.fields.is_empty());
            assert!(!found, "{input:?}");
        }
    }
}
