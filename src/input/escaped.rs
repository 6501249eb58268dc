//! HTML within a string of JSON or JavaScript: alone, assigned to a name, in an object, or with its quotes lost.

use super::{Opened, Said, Source, Wrapping, around, has_markup};
use crate::number;
use crate::script::{self, Value};

/// How much code may stand before the value: `window.article = `.
const LONGEST_CODE: usize = 200;

/// The keys of an article's properties in feeds and in what programs write, best first.
const TITLE: [&str; 3] = ["title", "name", "msg_title"];
const AUTHOR: [&str; 4] = ["author", "authors", "creator", "byline"];
const ADDRESS: [&str; 4] = ["url", "link", "content_url", "permalink"];
const PUBLISHED: [&str; 8] = [
    "date_published",
    "pubDate",
    "published",
    "publish_time",
    "create_time",
    "isoDate",
    "datetime",
    "date",
];

/// The HTML that the value holds.
pub(super) fn open(text: &str, opening: &str) -> Option<Opened> {
    if let Some(source) = value_of(text) {
        let value = read(source)?;
        return match value {
            Value::String(text) => Some(plain(text)),
            value => in_object(&value),
        };
    }
    is_escaped(opening).then(|| plain(script::unescape(text)))
}

fn plain(text: String) -> Opened {
    Opened {
        text,
        wrapping: Wrapping {
            form: Some(Source::Escaped),
            ..Wrapping::default()
        },
    }
}

/// Where the value begins, if this is one, alone or with a name before it.
fn value_of(text: &str) -> Option<&str> {
    let start = text
        .bytes()
        .take(LONGEST_CODE)
        .position(|byte| matches!(byte, b'"' | b'\'' | b'`' | b'{' | b'[' | b'<'))?;
    let (code, value) = text.split_at_checked(start)?;
    let code = code.trim_end();
    let is_value = code.is_empty() || code.ends_with(['=', ':', '(']) && code.is_ascii();
    (is_value && !value.starts_with('<')).then_some(value)
}

/// The value; of `"content": "<p>…"` the second.
fn read(source: &str) -> Option<Value> {
    let (value, length) = script::read(source);
    match value {
        Some(Value::String(text)) if !has_markup(&text) => {
            let rest = source.get(length..)?.trim_start().strip_prefix(':')?;
            script::read(rest).0
        }
        Some(Value::String(text)) => {
            let rest = source
                .get(length..)?
                .trim_matches([' ', '\n', '\r', ';', ',', ')', '}']);
            // With more behind it the quotes were not those of a string, or its own were not escaped.
            if rest.is_empty() {
                Some(Value::String(text))
            } else {
                unquoted(source)
            }
        }
        Some(value @ (Value::Object(_) | Value::Array(_))) => Some(value),
        _ => unquoted(source),
    }
}

/// A string as it should not be: with line ends or its own quotes in it. All of it is taken.
fn unquoted(source: &str) -> Option<Value> {
    let quote = source
        .chars()
        .next()
        .filter(|c| matches!(c, '"' | '\'' | '`'))?;
    let inside = source[1..].trim_end_matches([' ', '\n', '\r', ';', ',', ')']);
    let inside = inside.strip_suffix(quote)?.trim_start();
    (inside.starts_with('<') || inside.starts_with("\\u003c") || inside.starts_with("\\n"))
        .then(|| Value::String(script::unescape(inside)))
        .filter(|value| value.text().is_some_and(has_markup))
}

/// The HTML of the first object that holds any, and what the object says about it.
fn in_object(value: &Value) -> Option<Opened> {
    let mut wrapping = Wrapping {
        form: Some(Source::Escaped),
        ..Wrapping::default()
    };
    let mut open = vec![value];
    while let Some(value) = open.pop() {
        if let Some(body) = body(value) {
            wrapping.said = said(value);
            wrapping.address = first(value, &ADDRESS);
            if value.get("content_html").is_some() {
                wrapping.form = Some(Source::Feed);
            }
            let text = body.to_owned();
            return Some(Opened { text, wrapping });
        }
        if let Value::Array(items) = value
            && items.iter().filter_map(body).nth(1).is_some()
        {
            wrapping.warnings.push(super::several());
        }
        open.extend(members(value).rev());
    }
    None
}

fn members(value: &Value) -> Box<dyn DoubleEndedIterator<Item = &Value> + '_> {
    match value {
        Value::Array(items) => Box::new(items.iter()),
        Value::Object(members) => Box::new(members.iter().map(|(_, value)| value)),
        _ => Box::new(std::iter::empty()),
    }
}

/// The longest of the texts with markup directly within a value: a digest may have tags too.
fn body(value: &Value) -> Option<&str> {
    let texts = members(value).filter_map(Value::text);
    texts
        .filter(|text| has_markup(text))
        .max_by_key(|text| text.len())
}

fn said(object: &Value) -> Said {
    Said {
        title: first(object, &TITLE),
        author: first(object, &AUTHOR),
        published: first(object, &PUBLISHED),
    }
}

/// The text under the first of `keys` that has one; of an author, who may be an object or several, the first's name.
fn first(object: &Value, keys: &[&str]) -> Option<String> {
    keys.iter().find_map(|key| {
        let mut value = object.get(key)?;
        if let Value::Array(items) = value {
            value = items.first()?;
        }
        match value.get("name").unwrap_or(value) {
            Value::Number(number) => number::write(*number),
            value => value.text().map(str::to_owned),
        }
    })
}

/// Whether markup is escaped as in a string. The first quote of an attribute tells, as escaped ones can't stand before
/// plain ones; or an end tag; or a line end after one.
fn is_escaped(opening: &str) -> bool {
    if ["\\u003c", "\\x3c", "\\n"]
        .iter()
        .any(|start| opening.starts_with(start))
    {
        return true;
    }
    if !opening.starts_with('<') {
        return false;
    }
    let find = |mark: &str| around(opening, mark).map(|(before, _)| before.len());
    let first = |marks: &[&str]| marks.iter().filter_map(|mark| find(mark)).min();
    let is_before = |escaped: Option<usize>, plain: Option<usize>| {
        escaped.is_some_and(|escaped| plain.is_none_or(|plain| escaped < plain))
    };
    let quote = first(&["=\"", "='"]);
    is_before(first(&["=\\\"", "=\\'"]), quote)
        || is_before(find("<\\/"), first(&["=\"", "='", "</"]))
        || is_before(first(&["</p>\\n", "</div>\\n", "</section>\\n"]), quote)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(text: &str) -> Option<String> {
        open(text, &super::super::opening(text)).map(|opened| opened.text)
    }

    #[test]
    fn reads_strings() {
        const HTML: &str = "<p class=\"a\">茶</p>\n<p>水</p>";
        for text in [
            r#""<p class=\"a\">茶</p>\n<p>水</p>""#,
            r#""\u003cp class=\u0022a\u0022\u003e\u8336\u003c\/p\u003e\n\u003cp\u003e水\u003c/p\u003e";"#,
            r#"'<p class="a">茶<\/p>\n<p>水<\/p>'"#,
            "`<p class=\"a\">茶</p>\n<p>水</p>`",
            r#"var html = '<p class="a">茶</p>\n' + '<p>水</p>';"#,
            r#"document.write("<p class=\"a\">茶</p>\n<p>水</p>");"#,
            r#""content": "<p class=\"a\">茶</p>\n<p>水</p>","#,
            r#"<p class=\"a\">茶</p>\n<p>水</p>"#,
            r#"\u003cp class=\"a\">茶</p>\n<p>水</p>"#,
            "\"<p class=\"a\">茶</p>\n<p>水</p>\"",
            "{\"data\": {\"title\": \"x\", \"digest\": \"<b>茶</b>\", \"body\": \"<p class=\\\"a\\\">茶</p>\\n<p>水</p>\"}}",
            r#"[1, "<p class=\"a\">茶</p>\n<p>水</p>"]"#,
            r#"window.data = { content_noencode: '\x3cp class=\x22a\x22\x3e茶\x3c/p\x3e\x0a<p>水</p>', };"#,
        ] {
            assert_eq!(html(text).as_deref(), Some(HTML), "{text}");
        }
        assert_eq!(
            html(r"<p>一<\/p><p>二<\/p>").as_deref(),
            Some("<p>一</p><p>二</p>")
        );
        assert_eq!(
            html(r"<p>一</p>\n<p>二</p>").as_deref(),
            Some("<p>一</p>\n<p>二</p>")
        );
    }

    #[test]
    fn leaves_others_alone() {
        for text in [
            "<p class=\"a\">print(\"=\\\"\")</p>",
            "<p>正则 <code>\\n</code></p>",
            "<html class=\"\n\"><script>x = '<\\/script>'</script>",
            "他说：“茶”",
            "[茶](https://example.org/a) \"<b>\"",
            "{茶} <b>",
            "He said: \"tea\"",
            "\"tea\" <b>x</b>",
            "{",
            "\"",
            "",
        ] {
            assert_eq!(html(text), None, "{text}");
        }
    }

    #[test]
    fn reads_what_an_object_says() {
        let feed = r#"{"version": "https://jsonfeed.org/version/1.1", "title": "小镇", "items": [
            {"url": "https://mp.weixin.qq.com/s/x", "title": "山间", "authors": [{"name": "阿茶"}],
             "date_published": "2024-03-05T08:30:00+08:00", "content_html": "<p>茶</p>"},
            {"content_html": "<p>水</p>"}]}"#;
        let opened = open(feed, feed).unwrap();
        assert_eq!(opened.text, "<p>茶</p>");
        assert_eq!(opened.wrapping.form, Some(Source::Feed));
        assert_eq!(
            opened.wrapping.address.as_deref(),
            Some("https://mp.weixin.qq.com/s/x")
        );
        let said = opened.wrapping.said;
        assert_eq!(said.title.as_deref(), Some("山间"));
        assert_eq!(said.author.as_deref(), Some("阿茶"));
        assert_eq!(said.published.as_deref(), Some("2024-03-05T08:30:00+08:00"));
        assert_eq!(opened.wrapping.warnings.len(), 1);
    }
}
