//! What comes of made-up articles is safe in every format, and their HTML uses all of the table of allowed markup.

use scraper::{Html, Selector};
use wechat_article_cleaner::{ALLOWED_HTML, Links};

use pulldown_cmark::{Event, Options as Extensions, Parser, Tag};

use crate::random::Random;
use crate::{empty_article, github, html_out, kept, output};

#[test]
fn html_is_within_the_table() {
    let mut article = empty_article(Links::Inline);
    let all = Selector::parse("*").expect("a selector");
    let mut seen = std::collections::HashSet::new();
    for case in 1..=1000 {
        let blocks = Random::new(case).blocks();
        article.pieces = blocks.iter().map(kept).collect();
        let html = article.to_html();
        assert_eq!(html_out::fault(&html), None);
        let page = Html::parse_document(&html);
        // The parser's own frame: html, head and body.
        for element in page.select(&all).skip(3) {
            let name = element.value().name();
            seen.insert(name.to_owned());
            for (attribute, _) in element.value().attrs() {
                seen.insert(format!("{name} {attribute}"));
            }
        }
    }
    // No line of the table is idle, but what only a page with a date and a title has.
    for (name, attributes) in ALLOWED_HTML {
        let rare = ["header", "time", "h1"].contains(name);
        assert!(rare || seen.contains(*name), "<{name}> never comes out");
        for attribute in *attributes {
            let rare = rare || ["width", "height"].contains(attribute);
            assert!(
                rare || seen.contains(&format!("{name} {attribute}")),
                "{name} {attribute}"
            );
        }
    }
}

/// Each id is there once, and each link within the article leads to one.
#[test]
fn notes_lead_there_and_back() {
    let mut article = empty_article(Links::Inline);
    let (links, ids) = (
        Selector::parse("a[href^='#']").expect("a selector"),
        Selector::parse("[id]").expect("a selector"),
    );
    let mut n_notes = 0;
    for case in 1..=500 {
        let blocks = Random::new(case).blocks();
        article.pieces = blocks.iter().map(kept).collect();
        let page = Html::parse_document(&article.to_html());
        let ids: Vec<_> = page
            .select(&ids)
            .filter_map(|element| element.attr("id"))
            .collect();
        let unique: std::collections::HashSet<_> = ids.iter().collect();
        assert_eq!(ids.len(), unique.len(), "{ids:?}");
        for link in page.select(&links) {
            let target = link
                .attr("href")
                .unwrap_or_default()
                .trim_start_matches('#');
            assert!(ids.contains(&target), "{target} of {ids:?}");
            n_notes += 1;
        }
    }
    assert!(n_notes > 100);
}

/// With all that GitHub knows and without, Markdown leads and loads from nowhere that HTML does not; nor does it hold a tag
/// of the page's. Paths are of files, and of notes to readers that know none.
#[test]
fn markdown_is_no_more_than_html() {
    let selector = Selector::parse("a[href], img").expect("a selector");
    for links in [Links::Inline, Links::Reference] {
        let mut article = empty_article(links);
        for case in 1..=4000 {
            let blocks = Random::new(case).blocks();
            article.pieces = blocks.iter().map(kept).collect();
            assert_eq!(output::written_fault(&article), None, "{case}");
            let html = Html::parse_document(&article.to_html());
            let own: std::collections::HashSet<_> = html
                .select(&selector)
                .map(|element| {
                    let address = element.attr("href").or(element.attr("src"));
                    (element.value().name(), address.unwrap_or_default())
                })
                .collect();
            let words: String = html.root_element().text().collect();
            let markdown = article.to_markdown();
            for extensions in [Extensions::empty(), github()] {
                for event in Parser::new_ext(&markdown, extensions) {
                    let (name, address) = match event {
                        Event::Start(Tag::Link { dest_url, .. }) => ("a", dest_url),
                        Event::Start(Tag::Image { dest_url, .. }) => ("img", dest_url),
                        _ => continue,
                    };
                    let is_known = own.contains(&(name, &*address))
                        // An address that stands in the text, or is a note, may be a link on itself.
                        || name == "a" && words.contains(&*address);
                    assert!(
                        is_known || !html_out::is_address(&address),
                        "{case}: {name} {address} in {markdown}"
                    );
                }
            }
        }
    }
}
