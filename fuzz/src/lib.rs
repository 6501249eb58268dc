//! What must hold of every result, whatever the input: asked by all targets.

// The tests' own reading of Markdown and HTML, and their made-up articles.
#[path = "../../tests/markdown/html.rs"]
mod html;
#[path = "../../tests/safety/html.rs"]
mod html_out;
#[path = "../../tests/markdown/node.rs"]
mod node;
#[path = "../../tests/safety/output.rs"]
mod output;
#[allow(dead_code)]
#[path = "../../tests/markdown/random.rs"]
mod random;
#[path = "../../tests/markdown/read.rs"]
mod read;

use std::collections::HashMap;

use pulldown_cmark::Options as Extensions;
use scraper::{Html, Selector};
use wechat_article_cleaner::{
    Article, Block, Category, Error, Inline, Links, Options, Piece, Verdict, clean,
};

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
        .map(|block| Piece {
            block,
            continues: false,
            verdict: Verdict::Keep,
            uncertain: false,
        })
        .collect();
    article
}

/// What a reader could see is among the pieces: each Chinese character of the text as often as it is in the article's
/// element. Where the markup ends that element, what follows stands beside the article, on the page.
///
/// Only of markup that hides nothing and means nothing to WeChat.
pub fn check_nothing_is_lost(body: &str, article: &Article) {
    let lower = body.to_ascii_lowercase();
    const SPECIAL: &str = "style hidden class data- mp- mp wx- aria <svg <math iframe color ruby <rt <rp js_ id= & select \
        option details dialog audio video canvas object textarea <title noembed noframes template \
        datalist script xmp plaintext frameset \0 button <img input isindex qq <image cdata";
    if SPECIAL.split(' ').any(|word| lower.contains(word)) {
        return;
    }
    let mut seen: HashMap<char, isize> = HashMap::new();
    for piece in &article.pieces {
        count_block(&piece.block, &mut seen);
    }
    let page = Html::parse_document(&page_of(body));
    let inside = Selector::parse("#js_content").expect("a selector");
    for text in page.select(&inside).flat_map(|inside| inside.text()) {
        for character in text.chars().filter(|c| is_ideograph(*c)) {
            let count = seen.entry(character).or_default();
            *count -= 1;
            assert!(*count >= 0, "{character} is lost of {body}: {article:#?}");
        }
    }
}

fn is_ideograph(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

fn count_block(block: &Block, seen: &mut HashMap<char, isize>) {
    match block {
        Block::Paragraph { content } | Block::Heading { content, .. } => count(content, seen),
        Block::List { items, .. } => items
            .iter()
            .flatten()
            .for_each(|block| count_block(block, seen)),
        Block::Quote { blocks } => blocks.iter().for_each(|block| count_block(block, seen)),
        Block::Table { rows } => rows
            .iter()
            .flatten()
            .for_each(|cell| count(&cell.content, seen)),
        Block::Code { text, .. } => count_text(text, seen),
        Block::Image { caption, .. } => count(caption, seen),
        _ => {}
    }
}

fn count(content: &[Inline], seen: &mut HashMap<char, isize>) {
    for inline in content {
        match inline {
            Inline::Text(run) => count_text(&run.text, seen),
            Inline::Footnote { content, .. } => count(content, seen),
            _ => {}
        }
    }
}

fn count_text(text: &str, seen: &mut HashMap<char, isize>) {
    for character in text.chars().filter(|c| is_ideograph(*c)) {
        *seen.entry(character).or_default() += 1;
    }
}
