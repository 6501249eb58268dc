//! HTML: a fragment that is safe to put into a page as it stands, and a document around it.
//!
//! Written from an allow-list by construction: only the elements and attributes of [`ALLOWED_HTML`] can come out.
//! Formulas are LaTeX in `<span class="math …">`, between the signs that MathJax and KaTeX look for, as pandoc
//! writes them. Notes are a section at the end. The ids that lead there and back hold a number made from the text, so
//! that neither the page around nor another article in it has them, nor a script of that page a name like them.

mod allowed;
mod document;

use crate::address;
use crate::article::Article;
use crate::block::{Block, Cell, Image, Inline};
use crate::rewrite::{may_be_control, rewrite};

use super::numbered::Numbered;
use super::prepare::{Keep, prepared};
use super::spans::{Span, printable, spans};
use super::table::{MAX_COLUMNS, MAX_ROWS};
use super::{Levels, code_text, date, language, text};
pub use allowed::ALLOWED_HTML;
pub(super) use document::document;

/// Writes an article as a fragment.
pub(super) fn fragment(article: &Article) -> String {
    let blocks = prepared(article, Keep::of(article));
    let mut writer = Writer {
        levels: Levels::of(&blocks),
        notes: Some(Notes {
            article,
            texts: Numbered::default(),
            key: None,
        }),
    };
    let mut body = String::new();
    header(article, &mut body);
    writer.sequence(&blocks, &mut body);
    writer.written_notes(&mut body);
    format!("<article{}>\n{body}</article>\n", lang(article))
}

/// Writes a table for Markdown, notes in parentheses, each row on a line. To readers that leave HTML out it is text, in
/// which brackets would be links and pictures.
pub(super) fn table_alone(rows: &[Vec<Cell>]) -> String {
    let mut writer = Writer {
        levels: Levels { shift: 0 },
        notes: None,
    };
    let mut out = String::new();
    writer.table(rows, &mut out);
    out.replace('[', "&#91;").replace(']', "&#93;")
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
    if !title.is_empty() {
        out.push_str("<h1>");
        escape(title, out);
        out.push_str("</h1>\n");
    }
    if !byline.is_empty() {
        out.extend(["<p>", &byline.join(" · "), "</p>\n"]);
    }
    out.push_str("</header>\n");
}

/// Writes blocks.
struct Writer<'a> {
    levels: Levels,
    /// The notes so far; `None` where notes stand in the text.
    notes: Option<Notes<'a>>,
}

/// Notes, each text once.
struct Notes<'a> {
    article: &'a Article,
    texts: Numbered,
    /// What the ids of this article have in common, once one is needed.
    key: Option<String>,
}

impl Notes<'_> {
    /// A number made from the article's text (FNV-1a): the same for the same article, another for another.
    fn key(&mut self) -> &str {
        self.key.get_or_insert_with(|| {
            let text = text::text(self.article);
            let hash = text.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
                (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
            });
            format!("{hash:08x}")
        })
    }
}

impl Writer<'_> {
    fn sequence(&mut self, blocks: &[Block], out: &mut String) {
        for block in blocks {
            self.block(block, out);
        }
    }

    fn block(&mut self, block: &Block, out: &mut String) {
        match block {
            Block::Paragraph { content } => self.element("p", content, out),
            Block::Heading { level, content } => {
                // Not by formatting the level, so that only these six can ever come out.
                let name = match self.levels.shown(*level) {
                    0..=2 => "h2",
                    3 => "h3",
                    4 => "h4",
                    5 => "h5",
                    _ => "h6",
                };
                self.element(name, content, out);
            }
            Block::List { start, items } => self.list(*start, items, out),
            Block::Quote { blocks } => {
                let mut quoted = String::new();
                self.sequence(blocks, &mut quoted);
                if !quoted.is_empty() {
                    out.extend(["<blockquote>\n", &quoted, "</blockquote>\n"]);
                }
            }
            Block::Code { language, text } => code(language.as_deref(), text, out),
            Block::Table { rows } => self.table(rows, out),
            Block::Image {
                image,
                link,
                caption,
            } => self.figure(image, link.as_deref(), caption, out),
            Block::Formula { latex } => {
                let latex = code_text(latex);
                if !latex.trim().is_empty() {
                    out.push_str("<p>");
                    formula("<span class=\"math display\">\\[", latex.trim(), "\\]", out);
                    out.push_str("</p>\n");
                }
            }
            // Put into words before.
            Block::Embed(_) => {}
            Block::Divider => out.push_str("<hr>\n"),
        }
    }

    fn list(&mut self, start: Option<u32>, items: &[Vec<Block>], out: &mut String) {
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
                    self.inline(content, &mut text);
                    if !lists.is_empty() {
                        text.push('\n');
                        self.sequence(lists, &mut text);
                    }
                }
                blocks => {
                    self.sequence(blocks, &mut text);
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

    fn table(&mut self, rows: &[Vec<Cell>], out: &mut String) {
        if rows.iter().all(Vec::is_empty) {
            return;
        }
        out.push_str("<table>\n");
        for (at, row) in rows.iter().enumerate() {
            let (before, name, after) = match at {
                0 => ("<thead>\n", "th", "</thead>\n"),
                1 => ("<tbody>\n", "td", ""),
                _ => ("", "td", ""),
            };
            out.extend([before, "<tr>"]);
            for cell in row {
                out.extend(["<", name]);
                for (name, span, most) in [
                    ("colspan", cell.columns, MAX_COLUMNS),
                    ("rowspan", cell.rows, MAX_ROWS),
                ] {
                    if span > 1 {
                        attribute(name, &span.min(most).to_string(), out);
                    }
                }
                out.push('>');
                let mut text = String::new();
                self.inline(&cell.content, &mut text);
                out.extend([&text.replace('\n', ""), "</", name, ">"]);
            }
            out.extend(["</tr>\n", after]);
        }
        if rows.len() > 1 {
            out.push_str("</tbody>\n");
        }
        out.push_str("</table>\n");
    }

    fn figure(&mut self, image: &Image, link: Option<&str>, caption: &[Inline], out: &mut String) {
        let Some(url) = address::image_or_copy(&image.url) else {
            return;
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
        let mut text = String::new();
        self.element("figcaption", caption, &mut text);
        if !text.is_empty() {
            out.extend(["\n", &text]);
        }
        out.push_str("</figure>\n");
    }

    /// Writes inline content as an element of its own, if there is any.
    fn element(&mut self, name: &str, content: &[Inline], out: &mut String) {
        let mut text = String::new();
        self.inline(content, &mut text);
        if !text.is_empty() {
            out.extend(["<", name, ">", &text, "</", name, ">\n"]);
        }
    }

    fn inline(&mut self, content: &[Inline], out: &mut String) {
        self.spans(spans(content), out);
    }

    fn spans(&mut self, spans: Vec<Span<'_>>, out: &mut String) {
        for span in spans {
            match span {
                Span::Text(text) => escape(&text, out),
                Span::Code(text) => {
                    out.push_str("<code>");
                    escape(&text, out);
                    out.push_str("</code>");
                }
                Span::Image(image, url) => img(image, &url, out),
                Span::Formula(latex) => {
                    formula("<span class=\"math inline\">\\(", &latex, "\\)", out);
                }
                Span::Note(number, note) => self.note(number, note, out),
                Span::Break => out.push_str("<br>\n"),
                Span::Open(mark) => out.extend(["<", mark.tag(), ">"]),
                Span::Close(mark) => out.extend(["</", mark.tag(), ">"]),
                Span::OpenLink(url) => open_link(&url, out),
                Span::CloseLink(_) => out.push_str("</a>"),
            }
        }
    }

    /// Writes the number of a note. Notes hold no notes: this goes one step deep.
    fn note(&mut self, wish: Option<u32>, note: Vec<Span<'_>>, out: &mut String) {
        let mut text = String::new();
        self.spans(note, &mut text);
        let text = text.trim().to_owned();
        let Some(notes) = &mut self.notes else {
            return out.extend(["（", text.as_str(), "）"]);
        };
        let (number, is_first) = notes.texts.number(text, wish);
        let key = notes.key();
        out.push_str(&format!("<sup><a href=\"#fn-{key}-{number}\""));
        if is_first {
            out.push_str(&format!(" id=\"fnref-{key}-{number}\""));
        }
        out.push_str(&format!(" role=\"doc-noteref\">[{number}]</a></sup>"));
    }

    fn written_notes(&mut self, out: &mut String) {
        let Some(notes) = self.notes.as_mut().filter(|notes| !notes.texts.is_empty()) else {
            return;
        };
        let key = notes.key().to_owned();
        out.push_str("<section role=\"doc-endnotes\">\n<ol>\n");
        for (counted, (number, text)) in (1..).zip(notes.texts.texts()) {
            out.push_str(&format!("<li id=\"fn-{key}-{number}\""));
            if number != counted {
                out.push_str(&format!(" value=\"{number}\""));
            }
            out.push_str(&format!(
                ">{text} <a href=\"#fnref-{key}-{number}\" role=\"doc-backlink\">↩</a></li>\n"
            ));
        }
        out.push_str("</ol>\n</section>\n");
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

fn formula(start: &str, latex: &str, end: &str, out: &mut String) {
    out.push_str(start);
    escape(latex, out);
    out.extend([end, "</span>"]);
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

fn attribute(name: &str, value: &str, out: &mut String) {
    out.extend([" ", name, "=\""]);
    escape(value, out);
    out.push('"');
}

/// Writes text so that HTML reads it as itself, within elements and within quoted attributes.
fn escape(text: &str, out: &mut String) {
    let may_change = |byte: u8| may_be_control(byte) || b"&<>\"".contains(&byte);
    rewrite(text, out, may_change, |character, out| match character {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '"' => out.push_str("&quot;"),
        '\n' | '\t' => out.push(character),
        c if c.is_control() => {}
        c => out.push(c),
    });
}
