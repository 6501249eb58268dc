//! A static reader of the data in a page's scripts. Nothing is ever executed.
//!
//! WeChat's server writes an article's data into scripts as JavaScript literals, dressed in a few expressions:
//! `'0' * 1`, `"" || "2247"`, `JsDecode('…')`, `'…'.html(false)`, `xml ? getXmlValue('title.DATA') : '…'`.
//! These are evaluated; whatever else stands there reads as [`Value::Null`].

mod code;
mod evaluate;
mod literal;
mod reader;
mod text;

use crate::search::{find, find_all};
use code::Code;
pub(crate) use literal::unescape;
pub(crate) use reader::read_on as read;
pub(crate) use text::{decode_entities, js_decode};

/// A JavaScript value, as far as page data uses them.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value {
    /// `null`, `undefined`, or an expression whose value only a running page could know.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A finite number.
    Number(f64),
    /// A string.
    String(String),
    /// An array.
    Array(Vec<Value>),
    /// An object, keys in the order of the source.
    Object(Vec<(String, Value)>),
}

impl Value {
    /// The value under `key`, if this is an object that has it. Of several the last, as in JavaScript.
    pub fn get(&self, key: &str) -> Option<&Value> {
        match self {
            Value::Object(members) => members
                .iter()
                .rev()
                .find(|(name, _)| name == key)
                .map(|(_, value)| value),
            _ => None,
        }
    }

    /// The text of a string that is not empty.
    pub fn text(&self) -> Option<&str> {
        match self {
            Value::String(text) if !text.is_empty() => Some(text),
            _ => None,
        }
    }

    /// A number, or a string that holds one.
    pub fn number(&self) -> Option<f64> {
        match self {
            Value::Number(number) => Some(*number),
            Value::String(text) => literal::number(text),
            _ => None,
        }
    }

    fn is_empty(&self) -> bool {
        match self {
            Value::Null => true,
            Value::Bool(_) | Value::Number(_) => false,
            Value::String(text) => text.is_empty(),
            Value::Array(items) => items.is_empty(),
            Value::Object(members) => members.is_empty(),
        }
    }

    fn is_truthy(&self) -> bool {
        match self {
            Value::Null => false,
            Value::Bool(value) => *value,
            Value::Number(number) => *number != 0.0,
            Value::String(text) => !text.is_empty(),
            Value::Array(_) | Value::Object(_) => true,
        }
    }
}

/// The objects on which pages keep their data. `d` and `_g` are WeChat's short names for two of them.
const HOLDERS: [&str; 5] = ["window", "d", "_g", "self", "cgiData"];

/// The value assigned to `name` in `script`: by `var name = …`, `window.name = …`, `d.name = …`, also in a chain
/// (`window.name = window.title = …`). The first assignment of a value that is not empty.
pub(crate) fn assigned(script: &str, name: &str) -> Option<Value> {
    let mut code = Code::new(script);
    // Assignments may stand within each other without an end, each of them to be read as far as the script goes.
    let mut allowance = script.len().saturating_mul(8);
    for at in find_all(script.as_bytes(), name.as_bytes()) {
        // An article about WeChat's pages may quote such a line within its own text.
        let Some(source) = assignment(script, at, name).filter(|_| code.holds(at)) else {
            continue;
        };
        let (value, length) = reader::read_on(source);
        if value.as_ref().is_some_and(|value| !value.is_empty()) {
            return value;
        }
        allowance = allowance.checked_sub(length)?;
    }
    None
}

/// The text that `script` writes into its page where it stands, without what it does to it on the way. Picture and video
/// posts of 2018 and 2019 write their text so, and so does the page that asks for a proof of being a person.
pub(crate) fn written(script: &str) -> Option<String> {
    const WRITERS: [&str; 2] = [
        "document.write(",
        "document.getElementById('js_video_desc').innerHTML =",
    ];
    let mut code = Code::new(script);
    let (at, writer) = WRITERS
        .iter()
        .filter_map(|writer| Some((find(script.as_bytes(), writer.as_bytes())?, writer)))
        .min()?;
    let source = script.get(at + writer.len()..).filter(|_| code.holds(at))?;
    match reader::read_on(source).0 {
        Some(Value::String(text)) if !text.is_empty() => Some(text),
        _ => None,
    }
}

/// What stands to the right of `=` if `name`, found at `at`, is a variable or a member of a holder that is assigned to.
fn assignment<'a>(script: &'a str, at: usize, name: &str) -> Option<&'a str> {
    let mut before = script.get(..at)?;
    while let Some(path) = before.strip_suffix('.') {
        before = HOLDERS
            .iter()
            .find_map(|holder| path.strip_suffix(holder))?;
    }
    let value = script
        .get(at + name.len()..)?
        .trim_start()
        .strip_prefix('=')?;
    (!before.ends_with(is_identifier) && !value.starts_with(['=', '>'])).then_some(value)
}

fn is_identifier(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '$'
}

#[cfg(test)]
mod tests {
    use super::reader::read;
    use super::*;

    fn text(script: &str, name: &str) -> Option<String> {
        assigned(script, name)?.text().map(str::to_owned)
    }

    #[test]
    fn finds_assignments() {
        for (script, name) in [
            ("var title = \"山\";", "title"),
            ("let title='山'", "title"),
            ("const title\n  =\n  `山`", "title"),
            ("var a = 1, title = '山';", "title"),
            ("window.title = '山' || '';", "title"),
            ("window.cgiData.title = '山'", "title"),
            ("window.title = window.name = '' || '山'", "title"),
            ("window.title = window.name = '山'", "name"),
            ("d.title = xml ? getXmlValue('title.DATA') : '山';", "title"),
            ("var title = ''; var title = '山'", "title"),
            ("var title = null; _g.title = '山'", "title"),
            ("var cdn_url_1_1  = '山'", "cdn_url_1_1"),
            ("标title = 'x'; title = '山'", "title"),
            // A quote in a regular expression opens no string.
            ("s.replace(/'/g, x);\nvar title = '山'", "title"),
            ("s = a / b; // it's\n/* it's */ var title = '山'", "title"),
            ("s = 'open\nvar title = '山'", "title"),
        ] {
            assert_eq!(text(script, name).as_deref(), Some("山"), "{script}");
        }
    }

    #[test]
    fn passes_over_what_is_no_assignment() {
        for script in [
            "",
            "title",
            "if (title == 'x') {}",
            "if (title === 'x') {}",
            "(title => 'x')",
            "sub_title = 'x'; $title = 'x'; 标title = 'x'",
            "titles = 'x'",
            "x.title.y = 'x'",
            "a.window.title = 'x'",
            "old.title = 'x'",
            "event.title = 'x'",
            "({ title: 'x' })",
            "var title;",
            "var title = ",
            "var title = 'x",
            "var title = ''; var title = []; var title = {}; var title = unknown()",
            "var content = 'var title = \"x\"';",
            "var content = '\\'var title = \"x\"';",
            "var content = `\nvar title = 'x'`",
            "// var title = 'x'",
            "/* var title = 'x'; */",
        ] {
            assert_eq!(text(script, "title"), None, "{script}");
        }
    }

    #[test]
    fn finds_what_is_written_into_the_page() {
        for (script, expected) in [
            (
                r#"document.write("山\n水".replace(/\r/g,"").replace(/\n/g,"<br>").replace(/\s/g,"&nbsp;"))"#,
                Some("山\n水"),
            ),
            (
                "if (!x) { document.getElementById('js_video_desc').innerHTML = \"山\".replace(/\\n/g,'<br>'); }",
                Some("山"),
            ),
            (
                "document.write('<div>\\\n山</div>');",
                Some("<div>山</div>"),
            ),
            ("document.write(make(山))", None),
            ("var s = 'document.write(\"山\")'", None),
            ("document.write(", None),
            ("", None),
        ] {
            assert_eq!(written(script).as_deref(), expected, "{script}");
        }
    }

    #[test]
    fn answers_for_values() {
        let value = read("{ a: 'x', a: 'y', n: '12', e: '', o: { b: 1 } }").unwrap();
        assert_eq!(value.get("a").and_then(Value::text), Some("y"));
        assert_eq!(value.get("n").and_then(Value::number), Some(12.0));
        assert_eq!(value.get("e").and_then(Value::text), None);
        assert_eq!(
            value.get("o").and_then(|o| o.get("b")),
            Some(&Value::Number(1.0))
        );
        assert_eq!(value.get("missing"), None);
        assert_eq!(Value::Null.get("a"), None);
    }

    #[test]
    fn stays_linear_in_hostile_scripts() {
        // What is quadratic takes minutes.
        let n = 1 << 20;
        for part in [
            "ct=[",
            "ct='",
            "ct=`\\`",
            "ct=/*",
            "ct=/[",
            "ct=\"\\\"",
            "ct={ct:",
            "ct=(",
            "ct=!",
            "ct=a?",
            "ct=ct",
            "ct=''+",
            "ct=a.b(",
            "ct=ct=",
            "ct=[0,0,0,0,0,0,0,",
            "'\\'",
            "`\\`ct=",
        ] {
            let script = part.repeat(n / part.len());
            let start = std::time::Instant::now();
            let _ = assigned(&script, "ct");
            assert!(
                start.elapsed().as_secs() < 5,
                "{part}: {:?}",
                start.elapsed()
            );
        }
    }
}
