//! The one HTML block that Markdown may hold: a table.

use scraper::{ElementRef, Html, Node as Markup, Selector};
use wechat_article_cleaner::Marks;

use crate::node::{Glyph, Node, Thing, lines};
use crate::read::UNKNOWN;

/// Reads a table.
pub fn table(html: &str) -> Node {
    if html.contains("\n\n") || !html.starts_with("<table>\n<thead>\n<tr>") {
        return Node::Code(html.to_owned(), UNKNOWN.to_string());
    }
    let html = Html::parse_fragment(html);
    let find = |name| Selector::parse(name).expect("a name is a selector");
    let (row, cell) = (find("tr"), find("th, td"));
    let cells = |row: ElementRef<'_>| row.select(&cell).map(place).collect();
    Node::Table(html.select(&row).map(cells).collect())
}

fn place(cell: ElementRef<'_>) -> (u32, u32, Vec<Glyph>) {
    let span = |name| cell.attr(name).map_or(1, |n| n.parse().expect("a number"));
    let mut glyphs = Vec::new();
    content(cell, Marks::default(), None, &mut glyphs);
    (span("colspan"), span("rowspan"), lines(glyphs))
}

fn content(element: ElementRef<'_>, marks: Marks, link: Option<&str>, out: &mut Vec<Glyph>) {
    for child in element.children() {
        match child.value() {
            Markup::Text(text) => {
                out.extend(
                    text.chars()
                        .map(|c| Glyph::new(c, marks, link.map(str::to_owned))),
                );
            }
            Markup::Element(found) => {
                let Some(child) = ElementRef::wrap(child) else {
                    continue;
                };
                let mut marks = marks;
                let mut link = link;
                match found.name() {
                    "strong" => marks.strong = true,
                    "em" => marks.emphasis = true,
                    "del" => marks.strike = true,
                    "mark" => marks.highlight = true,
                    "sup" => marks.sup = true,
                    "sub" => marks.sub = true,
                    "code" => marks.code = true,
                    "a" => link = found.attr("href"),
                    "br" => out.push(Glyph::new('\n', marks, None)),
                    "img" => {
                        let attribute = |name| found.attr(name).unwrap_or_default().to_owned();
                        let picture = Thing::Picture(attribute("alt"), attribute("src"));
                        out.push(Glyph::thing(picture, link.map(str::to_owned)));
                    }
                    "span" => {
                        let text: String = child.text().collect();
                        let latex = text
                            .strip_prefix("\\(")
                            .and_then(|text| text.strip_suffix("\\)"));
                        let latex = latex.unwrap_or(&text).to_owned();
                        out.push(Glyph::thing(Thing::Formula(latex), None));
                        continue;
                    }
                    _ => out.push(Glyph::new(UNKNOWN, marks, None)),
                }
                content(child, marks, link, out);
            }
            _ => out.push(Glyph::new(UNKNOWN, marks, None)),
        }
    }
}
