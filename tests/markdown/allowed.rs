//! What comes of made-up articles is safe in every format, and their HTML uses all of the table of allowed markup.

use scraper::{Html, Selector};
use wechat_article_cleaner::{ALLOWED_HTML, Links};

use crate::random::Random;
use crate::{empty_article, html_out, kept};

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
