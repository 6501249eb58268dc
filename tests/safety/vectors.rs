//! Hostile vectors, and the places where they are put: the files of `tests/vectors`, which tell their own form.

use std::fs;
use std::path::Path;

/// An input that somebody made to do harm.
pub struct Hostile {
    /// The class of the vector, and the place.
    pub name: String,
    pub input: String,
}

/// Every vector in every place that takes it.
pub fn all() -> Vec<Hostile> {
    let mut all = Vec::new();
    for (kind, places) in sections("contexts.txt") {
        let file = match kind.as_str() {
            "markup" => "html.txt",
            "address" => "addresses.txt",
            "words" => "text.txt",
            other => panic!("no vectors of {other}"),
        };
        for (class, vectors) in sections(file) {
            for vector in &vectors {
                let vector = vector.replace("ELSEWHERE", "http://elsewhere.example");
                for place in &places {
                    let (place, template) = place.split_once(": ").expect("a name and a place");
                    all.push(Hostile {
                        name: format!("{class} in {kind} {place}"),
                        input: put(&vector, template),
                    });
                }
            }
        }
    }
    all
}

/// The vectors or places of a file under their headings, escapes undone.
fn sections(name: &str) -> Vec<(String, Vec<String>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors");
    let text = fs::read_to_string(root.join(name)).expect("the file is there");
    let mut sections: Vec<(String, Vec<String>)> = Vec::new();
    for line in text.lines().filter(|line| !line.is_empty()) {
        match (line.strip_prefix("== "), sections.last_mut()) {
            (Some(heading), _) => sections.push((heading.to_owned(), Vec::new())),
            (None, Some((_, lines))) => lines.push(unescaped(line)),
            (None, None) => {}
        }
    }
    sections
}

fn unescaped(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line.chars();
    while let Some(c) = rest.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        out.push(match rest.next() {
            Some('n') => '\n',
            Some('r') => '\r',
            Some('t') => '\t',
            Some('f') => '\u{c}',
            Some('0') => '\0',
            Some('\\') => '\\',
            Some('u') => {
                let digits: String = rest.by_ref().skip(1).take_while(|c| *c != '}').collect();
                let number = u32::from_str_radix(&digits, 16).expect("hexadecimal digits");
                char::from_u32(number).unwrap_or('\u{fffd}')
            }
            other => {
                out.push('\\');
                out.extend(other);
                continue;
            }
        });
    }
    out
}

/// A vector where the braces of the place are.
fn put(vector: &str, place: &str) -> String {
    let html = vector
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;");
    let js = vector
        .replace('\\', "\\x5c")
        .replace('\'', "\\x27")
        .replace('<', "\\x3c")
        .replace('\n', "\\x0a")
        .replace('\r', "\\x0d");
    let json = serde_json::to_string(vector).expect("any text can be written");
    place
        .replace("{html}", &html)
        .replace("{js}", &js)
        .replace("{json}", &json[1..json.len() - 1])
        .replace("{md}", vector)
        .replace("{}", vector)
}
