//! What every result must be, whatever went in, in each format.
//!
//! Shared by the tests of the vectors and by the fuzz targets.

use pulldown_cmark::{Event, Options as Extensions, Parser, Tag};
use wechat_article_cleaner::{Article, Field};

use crate::html_out;

/// What is wrong with the result of a page, if anything is.
#[allow(dead_code)] // Made-up blocks may hold any address.
pub fn fault(article: &Article) -> Option<String> {
    written_fault(article).or_else(|| address_fault(article))
}

/// What is wrong with what is written of any blocks.
pub fn written_fault(article: &Article) -> Option<String> {
    html_out::fault(&article.to_html())
        .or_else(|| html_out::document_fault(&article.to_html_document()))
        .or_else(|| markdown_fault(&article.to_markdown()))
        .or_else(|| text_fault(&article.to_text()))
        .or_else(|| json_fault(article))
        .or_else(|| name_fault(&article.file_name()))
}

/// Markdown holds no HTML but the tags that stand for marks and tables, and leads nowhere that HTML does not.
fn markdown_fault(markdown: &str) -> Option<String> {
    let body = match front_matter(markdown) {
        Ok(body) => body,
        Err(fault) => return Some(fault),
    };
    if let Some(c) = body
        .chars()
        .find(|c| c.is_control() && !"\n\t".contains(*c))
    {
        return Some(format!("{c:?} in {markdown:?}"));
    }
    // As readers of CommonMark alone see it, and as those see it who know all of GitHub's ways and more.
    [
        Extensions::empty(),
        // These two are of no reader else: in the middle of a text, a line would begin front matter, and words in
        // brackets would lead to a page of their name.
        Extensions::all()
            - Extensions::ENABLE_WIKILINKS
            - Extensions::ENABLE_YAML_STYLE_METADATA_BLOCKS
            - Extensions::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS,
    ]
    .into_iter()
    .find_map(|extensions| events_fault(body, extensions))
    .map(|fault| format!("{fault} in {markdown}"))
}

fn events_fault(markdown: &str, extensions: Extensions) -> Option<String> {
    const TAGS: &[&str] = &["strong", "em", "del", "mark", "sup", "sub", "code", "u"];
    let is_known = |html: &str| {
        let name = html
            .strip_prefix('<')
            .and_then(|rest| rest.strip_suffix('>'));
        let name = name.map(|name| name.strip_prefix('/').unwrap_or(name));
        matches!(html, "<br>" | "<!-- -->") || name.is_some_and(|name| TAGS.contains(&name))
    };
    let mut block = String::new();
    for event in Parser::new_ext(markdown, extensions) {
        let found = match &event {
            Event::Html(html) => {
                block.push_str(html);
                None
            }
            Event::InlineHtml(html) if !is_known(html) => Some(html.to_string()),
            // To readers that know no notes, `[^1]: word` is an address.
            Event::Start(Tag::Link { dest_url, .. })
                if !html_out::is_address(dest_url)
                    && (extensions.contains(Extensions::ENABLE_FOOTNOTES)
                        || has_scheme(dest_url)) =>
            {
                Some(dest_url.to_string())
            }
            // In a file, a picture may be a copy beside it.
            Event::Start(Tag::Image { dest_url, .. })
                if !html_out::is_address(dest_url)
                    && !html_out::is_picture(dest_url)
                    && has_scheme(dest_url) =>
            {
                Some(dest_url.to_string())
            }
            Event::Start(Tag::MetadataBlock(_)) => Some("a further front matter".to_owned()),
            _ => None,
        };
        if found.is_some() {
            return found;
        }
    }
    // Here too, a picture may be a copy beside the file.
    html_out::fault_but(&block, |address| !has_scheme(address))
}

/// Whether an address leads away from where it stands, as a browser reads it.
fn has_scheme(address: &str) -> bool {
    let address = address.replace(['\t', '\n', '\r'], "");
    let address = address.trim_start_matches(|c: char| c <= ' ');
    let scheme = address.split_once(':').map_or("", |(scheme, _)| scheme);
    let is_part = |c: char| c.is_ascii_alphanumeric() || "+.-".contains(c);
    let is_scheme =
        scheme.starts_with(|c: char| c.is_ascii_alphabetic()) && scheme.chars().all(is_part);
    is_scheme || address.starts_with("//")
}

/// What follows the front matter, which is of single lines, each a known field with a plain or a quoted value.
fn front_matter(markdown: &str) -> Result<&str, String> {
    let Some(rest) = markdown.strip_prefix("---\n") else {
        return Ok(markdown);
    };
    let (front, body) = rest.split_once("\n---\n").unwrap_or_default();
    for line in front.split('\n') {
        let (name, value) = line.split_once(": ").unwrap_or_default();
        let is_field = Field::ALL.iter().any(|field| field.name() == name);
        let is_value = match value.strip_prefix('"') {
            // What JSON reads as one string YAML does too, but for the longer escapes, which JSON lacks.
            Some(_) => serde_json::from_str::<String>(&value.replace("\\U", "\\\\U")).is_ok(),
            None => {
                let first = value.chars().next().unwrap_or(' ');
                !"-?:,[]{}#&*!|>'\"%@`= ".contains(first)
                    && !value.contains(": ")
                    && !value.contains(" #")
                    && !value.ends_with([':', ' '])
            }
        };
        let is_line = !line.contains(|c: char| c.is_control() || "\u{2028}\u{2029}".contains(c));
        if !(is_field && is_value && is_line) {
            return Err(format!("{line:?} in {markdown}"));
        }
    }
    Ok(body)
}

/// A terminal shows text as text.
fn text_fault(text: &str) -> Option<String> {
    let control = text
        .chars()
        .find(|c| c.is_control() && !"\n\t".contains(*c));
    control.map(|c| format!("{c:?} in {text:?}"))
}

/// JSON is JSON, and lists each piece once; a `<script>` may hold it, and a terminal show it.
fn json_fault(article: &Article) -> Option<String> {
    let json = article.to_json();
    let value: serde_json::Value = match serde_json::from_str(&json) {
        Ok(value) => value,
        Err(error) => return Some(format!("{error} in {json}")),
    };
    if json.contains("</") || json.contains("<!") {
        return Some(format!("markup in {json}"));
    }
    if json.contains(|c: char| c.is_control() && c != '\n') {
        return Some(format!("a control character in {json:?}"));
    }
    let listed = |name: &str| value[name].as_array().map_or(0, Vec::len);
    let n_removed = article.pieces.iter().filter(|piece| !piece.is_kept());
    (listed("removed") != n_removed.count()).then(|| format!("not all is listed in {json}"))
}

/// The name of a file is one on every system, and shows what it is.
fn name_fault(name: &str) -> Option<String> {
    let stem = name.split('.').next().unwrap_or_default().trim();
    let is_device = ["con", "prn", "aux", "nul", "conin$", "conout$"]
        .iter()
        .any(|device| stem.eq_ignore_ascii_case(device));
    let is_bad = |c: char| {
        c.is_control()
            || "/\\:*?\"<>|".contains(c)
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    let is_fine = !name.is_empty()
        && name.len() <= 128
        && !is_device
        && !name.contains(is_bad)
        && !name.starts_with(['.', ' ', '-', '~'])
        && !name.ends_with(['.', ' ']);
    (!is_fine).then(|| format!("{name:?}"))
}

/// JSON leads nowhere that HTML does not.
fn address_fault(article: &Article) -> Option<String> {
    let json = article.to_json();
    let value: serde_json::Value = serde_json::from_str(&json).unwrap_or_default();
    let mut values = vec![&value];
    while let Some(value) = values.pop() {
        match value {
            serde_json::Value::Object(members) => {
                for (name, value) in members {
                    let address = value.as_str().unwrap_or("https://");
                    let is_address =
                        ["url", "link", "cover", "avatar", "readMore"].contains(&&**name);
                    if is_address
                        && has_scheme(address)
                        && !html_out::is_address(address)
                        && !(name == "url" && html_out::is_picture(address))
                    {
                        return Some(format!("{name} {address:?} in {json}"));
                    }
                }
                values.extend(members.values());
            }
            serde_json::Value::Array(items) => values.extend(items),
            _ => {}
        }
    }
    None
}
