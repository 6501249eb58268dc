//! What must hold of every result, whatever the input: asked by all targets.

// The tests' own reading of Markdown and HTML, and their made-up articles.
#[path = "../../tests/markdown/html.rs"]
mod html;
#[path = "../../tests/safety/html.rs"]
mod html_out;
#[path = "../../tests/safety/lost.rs"]
mod lost;
#[path = "../../tests/markdown/node.rs"]
mod node;
#[path = "../../tests/safety/output.rs"]
mod output;
#[allow(dead_code)]
#[path = "../../tests/markdown/random.rs"]
mod random;
#[path = "../../tests/markdown/read.rs"]
mod read;

use pulldown_cmark::Options as Extensions;
use wechat_article_cleaner::{Article, Category, Error, Links, Options, Piece, clean};

/// The inside of an article as a page.
pub fn page_of(body: &str) -> String {
    format!("<!DOCTYPE html><html><body><div id=\"js_content\">{body}</div></body></html>")
}

/// Asks of a result what must hold of it.
pub fn check(cleaned: &Result<Article, Error>) {
    match cleaned {
        Err(error) => assert!(!error.code().is_empty() && error.code() != "internal"),
        Ok(article) => check_article(article),
    }
}

fn check_article(article: &Article) {
    assert!(!article.pieces.is_empty());
    if let Some(fault) = output::fault(article) {
        panic!("{fault}");
    }
}

/// Asks of what is written of any blocks what must hold of it.
pub fn check_written(article: &Article) {
    if let Some(fault) = output::written_fault(article) {
        panic!("{fault}");
    }
}

/// The inside of an article, cleaned with everything kept and without front matter.
pub fn kept_whole(body: &str) -> Option<Article> {
    let mut options = Options::default();
    options.keep = Category::ALL.to_vec();
    options.render.front_matter.clear();
    let mut article = clean(&page_of(body), &options).ok()?;
    article.page.title.clear();
    Some(article)
}

/// Its Markdown must read as its blocks.
pub fn check_markdown(article: &Article) {
    let blocks = article.blocks();
    let markdown = article.to_markdown();
    let github = Extensions::ENABLE_TABLES
        | Extensions::ENABLE_STRIKETHROUGH
        | Extensions::ENABLE_TASKLISTS
        | Extensions::ENABLE_FOOTNOTES
        | Extensions::ENABLE_MATH
        | Extensions::ENABLE_GFM;
    let expected = node::nodes(&blocks);
    let found = read::nodes(&markdown, github);
    assert!(
        expected == found,
        "{blocks:#?}\nwritten as\n{markdown}\nexpected {expected:?}\nread     {found:?}"
    );
}

/// An article of blocks that `bytes` choose.
pub fn made_up(bytes: &[u8]) -> Article {
    let (&first, rest) = bytes.split_first().unwrap_or((&0, &[]));
    let mut options = Options::default();
    options.render.front_matter.clear();
    if first % 4 == 0 {
        options.render.links = Links::Reference;
    }
    let mut article = clean(&page_of("<p>山</p>"), &options).expect("an article");
    article.pieces = random::Random::Given(rest)
        .blocks()
        .into_iter()
        .map(Piece::from)
        .collect();
    article
}

/// The inside of an article with bare tags, and what is cleaned of it: of this more can be asked than of what hides.
pub fn cleaned_bare(body: &str) -> (String, Result<Article, Error>) {
    let body = lost::bare(body);
    let cleaned = clean(&page_of(&body), &Options::default());
    (body, cleaned)
}

/// What a reader could see of an article is among its pieces.
pub fn check_nothing_is_lost(body: &str, article: &Article) {
    if let Some(lost) = lost::lost(body, &page_of(body), article) {
        panic!("{lost}");
    }
}
