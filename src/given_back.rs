//! An article as JavaScript gives it back, to be written in another format or with other choices.
//!
//! Of its JSON no more is read than the formats need: what was removed stays removed. JSON being a part of JavaScript,
//! the reader of page data reads it.

use crate::article::{Article, Piece};
use crate::block::{Block, Cell, Embed, EmbedKind, Image, Inline, Marks, Run};
use crate::options::Render;
use crate::page::{Cover, Page};
use crate::script::{self, Value};

/// The article of which [`Article::to_json`] told, with all its blocks kept, to be written as `render` says. `None`
/// where something in it is not what it should be.
pub(crate) fn article(json: &str, render: Render) -> Option<Article> {
    let value = script::read(json).0?;
    let mut page = Page::titled(&text(&value, "title")?);
    page.author = text(&value, "author");
    page.account.name = text(value.get("account")?, "name");
    page.published_at = text(&value, "publishedAt");
    page.fetched_at = text(&value, "fetchedAt");
    page.url = text(&value, "url");
    page.cover = text(value.get("cover")?, "url").map(|url| Cover {
        url,
        ..Cover::default()
    });
    let pieces = list(value.get("blocks")?, |value| block(value).map(Piece::from));
    Some(Article {
        page,
        pieces: pieces?,
        warnings: Vec::new(),
        render,
        has_own_images: false,
    })
}

fn block(value: &Value) -> Option<Block> {
    Some(match value.get("type")?.text()? {
        "paragraph" => Block::Paragraph {
            content: content(value, "content")?,
        },
        "heading" => Block::Heading {
            level: u8::try_from(count(value, "level")?).ok()?,
            content: content(value, "content")?,
        },
        "list" => Block::List {
            start: count(value, "start"),
            items: list(value.get("items")?, |item| list(item, block))?,
        },
        "quote" => Block::Quote {
            blocks: list(value.get("blocks")?, block)?,
        },
        "code" => Block::Code {
            language: text(value, "language"),
            text: text(value, "text")?,
        },
        "table" => Block::Table {
            rows: list(value.get("rows")?, |row| list(row, cell))?,
        },
        "formula" => Block::Formula {
            latex: text(value, "latex")?,
        },
        "image" => Block::Image {
            image: Box::new(image(value)?),
            link: text(value, "link"),
            caption: content(value, "caption")?,
        },
        "embed" => Block::embed(embed(value)?),
        "divider" => Block::Divider,
        _ => return None,
    })
}

fn content(value: &Value, name: &str) -> Option<Vec<Inline>> {
    list(value.get(name)?, inline)
}

fn inline(value: &Value) -> Option<Inline> {
    Some(match value.get("type")?.text()? {
        "text" => Inline::Text(Run {
            text: text(value, "text")?,
            marks: marks(value),
            link: text(value, "link"),
        }),
        "image" => Inline::Image(image(value)?),
        "formula" => Inline::Formula {
            latex: text(value, "latex")?,
        },
        "footnote" => Inline::Footnote {
            number: count(value, "number"),
            content: content(value, "content")?,
        },
        "break" => Inline::Break,
        _ => return None,
    })
}

fn marks(value: &Value) -> Marks {
    let has = |name| value.get(name) == Some(&Value::Bool(true));
    Marks {
        strong: has("strong"),
        emphasis: has("emphasis"),
        strike: has("strike"),
        code: has("code"),
        sup: has("sup"),
        sub: has("sub"),
        underline: has("underline"),
        highlight: has("highlight"),
    }
}

fn cell(value: &Value) -> Option<Cell> {
    Some(Cell {
        content: content(value, "content")?,
        columns: count(value, "columns")?,
        rows: count(value, "rows")?,
    })
}

fn image(value: &Value) -> Option<Image> {
    Some(Image {
        url: text(value, "url")?,
        alt: text(value, "alt")?,
        width: count(value, "width"),
        height: count(value, "height"),
    })
}

fn embed(value: &Value) -> Option<Embed> {
    Some(Embed {
        kind: match value.get("kind")?.text()? {
            "video" => EmbedKind::Video,
            "audio" => EmbedKind::Audio,
            "music" => EmbedKind::Music,
            "vote" => EmbedKind::Vote,
            "miniProgram" => EmbedKind::MiniProgram,
            "product" => EmbedKind::Product,
            "account" => EmbedKind::Account,
            "location" => EmbedKind::Location,
            "other" => EmbedKind::Other,
            _ => return None,
        },
        title: text(value, "title"),
        url: text(value, "url"),
        author: text(value, "author"),
        description: text(value, "description"),
        duration: count(value, "duration"),
        cover: text(value, "cover"),
        choices: list(value.get("choices")?, string)?,
    })
}

fn list<T>(value: &Value, read: impl Fn(&Value) -> Option<T>) -> Option<Vec<T>> {
    match value {
        Value::Array(items) => items.iter().map(read).collect(),
        _ => None,
    }
}

fn text(value: &Value, name: &str) -> Option<String> {
    string(value.get(name)?)
}

fn string(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        _ => None,
    }
}

fn count(value: &Value, name: &str) -> Option<u32> {
    match value.get(name)? {
        // What is too large or no whole number becomes the nearest that can be.
        Value::Number(number) => Some(*number as u32),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::Options;

    fn read(json: &str) -> Option<Article> {
        article(json, Render::default())
    }

    #[test]
    fn what_comes_back_is_written_as_before() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures");
        let mut n_articles = 0;
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let page = std::fs::read(path.join("page.html")).unwrap_or_default();
            let Ok(article) = crate::clean_bytes(&page, &Options::default()) else {
                continue;
            };
            n_articles += 1;
            let back = read(&article.to_json()).unwrap();
            let formats = |article: &Article| {
                let text = (article.to_text(), article.file_name());
                let html = (article.to_html(), article.to_html_document());
                (article.to_markdown(), text, html)
            };
            assert_eq!(formats(&back), formats(&article), "{}", path.display());
            assert_eq!(back.blocks(), article.blocks(), "{}", path.display());
        }
        assert!(n_articles > 30);
    }

    #[test]
    fn text_comes_back_to_the_character() {
        let text = "\"\\/\u{8}\u{c}\n\r\t\u{0}\u{1f}\u{7f}\u{2028}</script>${}`'😀\u{feff}";
        let json = serde_json::json!({ "title": text, "account": {}, "cover": null, "blocks": [] })
            .to_string();
        assert_eq!(read(&json).unwrap().page.title, text);
        let escaped: String = text
            .encode_utf16()
            .map(|unit| format!("\\u{unit:04x}"))
            .collect();
        let json = format!(r#"{{"title":"{escaped}","account":{{}},"cover":null,"blocks":[]}}"#);
        assert_eq!(read(&json).unwrap().page.title, text);
    }

    #[test]
    fn nothing_but_an_article_is_read() {
        let with = |block: &str| {
            format!(r#"{{"title":"","account":{{}},"cover":null,"blocks":[{block}]}}"#)
        };
        assert!(read(&with("")).is_some());
        assert!(read(&with(r#"{"type":"divider"}"#)).is_some());
        for json in [
            "".to_owned(),
            "null".to_owned(),
            "[]".to_owned(),
            r#"{"title":"","account":{},"cover":null}"#.to_owned(),
            with("1"),
            with(r#"{"type":"poem"}"#),
            with(r#"{"type":"heading","level":256,"content":[]}"#),
            with(r#"{"type":"list","items":[1]}"#),
            with(r#"{"type":"list","items":[[{"type":"code"}]]}"#),
            with(r#"{"type":"paragraph","content":[{"type":"bold"}]}"#),
            with(r#"{"type":"table","rows":[[{"content":[],"columns":"1","rows":1}]]}"#),
            with(r#"{"type":"embed","kind":"vote","choices":[1]}"#),
        ] {
            assert!(read(&json).is_none(), "{json}");
        }
    }

    #[test]
    fn hostile_articles_are_written_all_the_same() {
        let cell = r#"{"content":[],"columns":4294967295,"rows":-1}"#;
        let with = |blocks: &str| {
            format!(r#"{{"title":"<b>","account":{{}},"cover":null,"blocks":[{blocks}]}}"#)
        };
        let nested = |n| {
            format!(
                "{}{}",
                r#"{"type":"quote","blocks":["#.repeat(n),
                "]}".repeat(n)
            )
        };
        for blocks in [
            format!(r#"{{"type":"table","rows":[[{cell},{cell}],[{cell}]]}}"#),
            r#"{"type":"table","rows":[]},{"type":"table","rows":[[],[]]}"#.to_owned(),
            r#"{"type":"heading","level":-1e300,"content":[]}"#.to_owned(),
            r#"{"type":"list","start":-1,"items":[[],[]]}"#.to_owned(),
            r#"{"type":"image","url":"javascript:alert(1)","alt":"<b>","caption":[]}"#.to_owned(),
            nested(25),
        ] {
            let article = read(&with(&blocks)).unwrap();
            let html = article.to_html_document();
            assert!(
                !html.contains("<b>") && !html.contains("javascript"),
                "{html}"
            );
            let _ = (article.to_markdown(), article.to_text());
        }
        // Deeper than anything is read.
        assert!(read(&with(&nested(100_000))).is_none());
    }
}
