//! The Markdown of an article, read by a CommonMark parser, is the article: blocks, nesting, text and marks. Its HTML
//! is within the table of what may come out.
//!
//! Articles are made up, out of what makes trouble, each from its own number, so that every run is the same; and read
//! from the fixtures and the corpus.

mod allowed;
#[path = "../safety/damage.rs"]
mod damage;
mod html;
// Whole documents are held to it where the vectors are.
#[allow(dead_code)]
#[path = "../safety/html.rs"]
mod html_out;
mod node;
#[allow(dead_code)]
#[path = "../safety/output.rs"]
mod output;
mod pages;
mod random;
mod read;

use pulldown_cmark::Options as Extensions;
use wechat_article_cleaner::{
    Article, Block, Cell, Inline, Links, Marks, Options, Piece, Run, clean,
};

use random::Random;

const CASES: u64 = 4000;

#[test]
fn reads_as_the_article() {
    check(CASES, Links::Inline, |case| Random::new(case).blocks());
}

#[test]
fn reads_as_the_article_whose_addresses_stand_at_the_end() {
    check(CASES, Links::Reference, |case| Random::new(case).blocks());
}

/// Many single paragraphs too: most of the trouble is in what stands next to what.
#[test]
fn reads_as_the_line() {
    check(CASES * 10, Links::Inline, |case| {
        vec![Random::new(case).paragraph()]
    });
}

/// With any characters at all, as the fuzz target `render` chooses them.
#[test]
fn reads_as_the_article_of_any_characters() {
    check(CASES, Links::Inline, |case| {
        Random::Given(&Random::new(case).characters()).blocks()
    });
}

/// Found by the fuzz target `render`: in a table that is HTML, a note that begins and ends in blanks of code, and after it
/// in a line's end.
#[test]
fn reads_as_the_note_of_code() {
    for text in [" 茶) ", "\u{3000}茶\u{3000}"] {
        let code = Inline::Text(Run {
            text: text.to_owned(),
            marks: Marks {
                code: true,
                ..Marks::default()
            },
            ..Run::default()
        });
        let note = Inline::Footnote {
            number: None,
            content: vec![code, Inline::Break],
        };
        let wide = Cell {
            columns: 2,
            ..Cell::new(vec![Inline::text("水")])
        };
        let rows = vec![
            vec![wide],
            vec![Cell::new(vec![note]), Cell::new(Vec::new())],
        ];
        check(1, Links::Inline, |_| {
            vec![Block::Table { rows: rows.clone() }]
        });
    }
}

/// Makes articles and shows the shortest that does not read as itself.
fn check(n_cases: u64, links: Links, make: impl Fn(u64) -> Vec<Block>) {
    let mut article = empty_article(links);
    let failures = (1..=n_cases).filter_map(|case| {
        let blocks = make(case);
        article.pieces = blocks.iter().map(kept).collect();
        let markdown = article.to_markdown();
        (read::nodes(&markdown, github()) != node::nodes(&blocks)).then_some((markdown, blocks))
    });
    let failures: Vec<_> = failures.collect();
    if let Some((markdown, blocks)) = failures.iter().min_by_key(|(markdown, _)| markdown.len()) {
        panic!(
            "{} of {n_cases} fail, the shortest being\n{blocks:#?}\nwritten as\n{markdown}\nexpected {:?}\nread     {:?}",
            failures.len(),
            node::nodes(blocks),
            read::nodes(markdown, github()),
        );
    }
}

/// All that GitHub reads beyond CommonMark.
fn github() -> Extensions {
    Extensions::ENABLE_TABLES
        | Extensions::ENABLE_STRIKETHROUGH
        | Extensions::ENABLE_TASKLISTS
        | Extensions::ENABLE_FOOTNOTES
        | Extensions::ENABLE_MATH
        | Extensions::ENABLE_GFM
}

/// An article to put blocks into, without title and front matter.
fn empty_article(links: Links) -> Article {
    let page = r#"<h1 id="activity-name">山间来信</h1><a id="js_name">小镇读书会</a>
        <div id="js_content"><p>春天到了，山上的茶树发了新芽，采茶人天不亮就出门。</p></div>"#;
    let mut options = Options::default();
    options.render.front_matter.clear();
    options.render.links = links;
    let mut article = clean(page, &options).expect("the page holds an article");
    article.page.title.clear();
    article
}

fn kept(block: &Block) -> Piece {
    Piece::from(block.clone())
}
