//! HTML: a fragment that is safe to put into a page as it stands, and a document around it.
//!
//! Written from an allow-list by construction: only the elements and attributes named here can come out.

use crate::address;
use crate::article::Article;
use crate::block::{Block, Cell, Image, Inline, Run};

use super::spans::{Span, printable, spans};
use super::{Levels, code_text, date, embed_label, language};

/// Enough to read by, in light and dark.
const STYLE: &str = "\
:root { color-scheme: light dark; }
body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 1.0625rem/1.75 system-ui, sans-serif; overflow-wrap: break-word; }
h1, h2, h3, h4, h5, h6 { line-height: 1.35; }
header p { opacity: 0.7; }
img { max-width: 100%; height: auto; }
figure { margin: 1.5rem 0; }
blockquote { margin-inline: 0; padding-inline-start: 1rem; border-inline-start: 0.2rem solid; }
pre { padding: 1rem; overflow: auto; border: 1px solid; line-height: 1.5; }
table { border-collapse: collapse; }
th, td { padding: 0.3rem 0.6rem; border: 1px solid; }
";

/// Writes an article as a fragment.
pub(super) fn fragment(article: &Article) -> String {
    let mut body = String::new();
    header(article, &mut body);
    let blocks = article.blocks();
    sequence(&blocks, Levels::of(&blocks), &mut body);
    format!("<article{}>\n{body}</article>\n", lang(article))
}

/// Writes an article as a document.
pub(super) fn document(article: &Article) -> String {
    let page = &article.page;
    let fragment = fragment(article);
    let mut out = format!(
        "<!DOCTYPE html>\n<html{}>\n<head>\n<meta charset=\"utf-8\">\n",
        lang(article)
    );
    out.push_str("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    // WeChat's picture host refuses requests that come from elsewhere.
    out.push_str("<meta name=\"referrer\" content=\"no-referrer\">\n<title>");
    escape(page.title.trim(), &mut out);
    out.push_str("</title>\n");
    if let Some(author) = page.author.as_deref().or(page.account.name.as_deref()) {
        out.push_str("<meta name=\"author\"");
        attribute("content", author, &mut out);
        out.push_str(">\n");
    }
    if let Some(url) = page.url.as_deref().and_then(address::link) {
        out.push_str("<link rel=\"canonical\"");
        attribute("href", &url, &mut out);
        out.push_str(">\n");
    }
    out.extend([
        "<style>\n",
        STYLE,
        "</style>\n</head>\n<body>\n",
        &fragment,
        "</body>\n</html>\n",
    ]);
    out
}

fn lang(article: &Article) -> String {
    let language = article.language();
    language.map_or(String::new(), |tag| format!(" lang=\"{tag}\""))
}

fn header(article: &Article, out: &mut String) {
    let page = &article.page;
    let mut byline: Vec<String> = Vec::new();
    let author = page
        .author
        .as_ref()
        .filter(|author| page.account.name.as_ref() != Some(*author));
    for name in page.account.name.iter().chain(author) {
        let mut part = String::new();
        escape(name.trim(), &mut part);
        byline.push(part);
    }
    if let (Some(date), Some(published_at)) = (date(page), &page.published_at) {
        let mut time = "<time".to_owned();
        attribute("datetime", published_at, &mut time);
        time.extend([">", date, "</time>"]);
        byline.push(time);
    }
    let title = page.title.trim();
    if title.is_empty() && byline.is_empty() {
        return;
    }
    out.push_str("<header>\n");
    inline_element("h1", &[Inline::text(title)], out);
    if !byline.is_empty() {
        out.extend(["<p>", &byline.join(" · "), "</p>\n"]);
    }
    out.push_str("</header>\n");
}

fn sequence(blocks: &[Block], levels: Levels, out: &mut String) {
    for block in blocks {
        match block {
            Block::Paragraph { content } => inline_element("p", content, out),
            Block::Heading { level, content } => {
                // Not by formatting the level, so that only these six can ever come out.
                let name = match levels.shown(*level) {
                    0..=2 => "h2",
                    3 => "h3",
                    4 => "h4",
                    5 => "h5",
                    _ => "h6",
                };
                inline_element(name, content, out);
            }
            Block::List { start, items } => list(*start, items, levels, out),
            Block::Quote { blocks } => {
                let mut quoted = String::new();
                sequence(blocks, levels, &mut quoted);
                if !quoted.is_empty() {
                    out.extend(["<blockquote>\n", &quoted, "</blockquote>\n"]);
                }
            }
            Block::Code { language, text } => code(language.as_deref(), text, out),
            Block::Table { rows } => table(rows, out),
            Block::Image {
                image,
                link,
                caption,
            } => {
                picture(image, link.as_deref(), out);
                inline_element("p", caption, out);
            }
            Block::Formula { latex } => inline_element("p", &[Inline::text(latex)], out),
            Block::Embed(embed) => linked(&embed_label(embed), embed.url.as_deref(), out),
            Block::Divider => out.push_str("<hr>\n"),
        }
    }
}

fn list(start: Option<u32>, items: &[Vec<Block>], levels: Levels, out: &mut String) {
    let mut body = String::new();
    for item in items {
        let mut text = String::new();
        match item.as_slice() {
            // The usual item: a line of text, and the lists below it.
            [Block::Paragraph { content }, lists @ ..]
                if lists
                    .iter()
                    .all(|block| matches!(block, Block::List { .. })) =>
            {
                inline(content, &mut text);
                if !lists.is_empty() {
                    text.push('\n');
                    sequence(lists, levels, &mut text);
                }
            }
            blocks => {
                sequence(blocks, levels, &mut text);
                if !text.is_empty() {
                    text.insert(0, '\n');
                }
            }
        }
        if !text.trim().is_empty() {
            body.extend(["<li>", &text, "</li>\n"]);
        }
    }
    if body.is_empty() {
        return;
    }
    match start {
        None => out.extend(["<ul>\n", &body, "</ul>\n"]),
        Some(1) => out.extend(["<ol>\n", &body, "</ol>\n"]),
        Some(start) => out.push_str(&format!("<ol start=\"{start}\">\n{body}</ol>\n")),
    }
}

fn code(name: Option<&str>, text: &str, out: &mut String) {
    let text = code_text(text);
    if text.trim().is_empty() {
        return;
    }
    out.push_str("<pre><code");
    let name = name.map_or("", language);
    if !name.is_empty() {
        attribute("class", &format!("language-{name}"), out);
    }
    out.push('>');
    escape(&text, out);
    out.push_str("</code></pre>\n");
}

fn table(rows: &[Vec<Cell>], out: &mut String) {
    if rows.iter().all(Vec::is_empty) {
        return;
    }
    out.push_str("<table>\n");
    for (at, row) in rows.iter().enumerate() {
        let (before, cell, after) = match at {
            0 => ("<thead>\n", "th", "</thead>\n"),
            1 => ("<tbody>\n", "td", ""),
            _ => ("", "td", ""),
        };
        out.extend([before, "<tr>"]);
        for Cell { content, .. } in row {
            out.extend(["<", cell, ">"]);
            inline(content, out);
            out.extend(["</", cell, ">"]);
        }
        out.extend(["</tr>\n", after]);
    }
    if rows.len() > 1 {
        out.push_str("</tbody>\n");
    }
    out.push_str("</table>\n");
}

fn picture(image: &Image, link: Option<&str>, out: &mut String) {
    let Some(url) = address::image(&image.url) else {
        return linked(&image.alt, link, out);
    };
    out.push_str("<figure>");
    match link.and_then(address::link) {
        Some(link) => {
            open_link(&link, out);
            img(image, &url, out);
            out.push_str("</a>");
        }
        None => img(image, &url, out),
    }
    out.push_str("</figure>\n");
}

/// Text as a paragraph of its own, as a link if there is somewhere to go.
fn linked(text: &str, link: Option<&str>, out: &mut String) {
    let run = Run {
        text: text.to_owned(),
        link: link.map(str::to_owned),
        ..Run::default()
    };
    inline_element("p", &[Inline::Text(run)], out);
}

fn img(image: &Image, url: &str, out: &mut String) {
    out.push_str("<img");
    attribute("src", url, out);
    attribute("alt", printable(&image.alt).trim(), out);
    for (name, value) in [("width", image.width), ("height", image.height)] {
        if let Some(value) = value {
            attribute(name, &value.to_string(), out);
        }
    }
    out.push_str(" loading=\"lazy\" referrerpolicy=\"no-referrer\">");
}

fn open_link(url: &str, out: &mut String) {
    out.push_str("<a");
    attribute("href", url, out);
    out.push_str(" rel=\"noopener noreferrer\">");
}

/// Writes inline content as an element of its own, if there is any.
fn inline_element(name: &str, content: &[Inline], out: &mut String) {
    let mut text = String::new();
    inline(content, &mut text);
    if !text.is_empty() {
        out.extend(["<", name, ">", &text, "</", name, ">\n"]);
    }
}

fn inline(content: &[Inline], out: &mut String) {
    for span in spans(content) {
        match span {
            Span::Text(text) => escape(&text, out),
            Span::Code(text) => {
                out.push_str("<code>");
                escape(&text, out);
                out.push_str("</code>");
            }
            Span::Image(image, url) => img(image, &url, out),
            Span::Break => out.push_str("<br>\n"),
            Span::Open(mark) => out.extend(["<", mark.tag(), ">"]),
            Span::Close(mark) => out.extend(["</", mark.tag(), ">"]),
            Span::OpenLink(url) => open_link(&url, out),
            Span::CloseLink(_) => out.push_str("</a>"),
        }
    }
}

fn attribute(name: &str, value: &str, out: &mut String) {
    out.extend([" ", name, "=\""]);
    escape(value, out);
    out.push('"');
}

/// Writes text so that HTML reads it as itself, within elements and within quoted attributes.
fn escape(text: &str, out: &mut String) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(character),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
}
