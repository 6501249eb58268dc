//! Whether all that a reader could see of an article is among its pieces, kept or removed.
//!
//! Shared by the tests of damaged fixtures and by the fuzz targets.

use std::collections::HashMap;

use scraper::{Html, Selector};
use wechat_article_cleaner::{Article, Block, Inline};

/// What hides, what stands for something else, and what means something to WeChat.
const SPECIAL: &[&str] = &[
    "style",
    "hidden",
    "class",
    "data-",
    "mp-",
    "mp",
    "wx-",
    "aria",
    "<svg",
    "<math",
    "iframe",
    "color",
    "ruby",
    "<rt",
    "<rp",
    "js_",
    "id=",
    "&",
    "select",
    "option",
    "details",
    "dialog",
    "audio",
    "video",
    "canvas",
    "object",
    "textarea",
    "<title",
    "noembed",
    "noframes",
    "template",
    "datalist",
    "script",
    "xmp",
    "plaintext",
    "frameset",
    "\0",
    "button",
    "<img",
    "input",
    "isindex",
    "qq",
    "<image",
    "cdata",
];

/// Whether there is nothing in the inside of an article that hides, or that means something to WeChat.
pub fn is_plain(body: &str) -> bool {
    let lower = body.to_ascii_lowercase();
    !SPECIAL.iter().any(|word| lower.contains(word))
}

/// Markup without attributes and character references: most of what would keep it from being plain.
pub fn bare(body: &str) -> String {
    let mut out = String::new();
    for part in body.replace('&', "").split_inclusive('>') {
        let (text, tag) = part.split_at(part.rfind('<').unwrap_or(part.len()));
        out.push_str(text);
        match tag.split_once(char::is_whitespace) {
            Some((name, _)) => out.extend([name, ">"]),
            None => out.push_str(tag),
        }
    }
    out
}

/// What is lost of `body`, the inside of the article of a page, if anything is: each Chinese character must be among
/// the pieces as often as it is in the article's element. Where the markup ends that element, what follows stands beside
/// the article, on the page.
///
/// Asks only of a body that [`is_plain`].
pub fn lost(body: &str, page: &str, article: &Article) -> Option<String> {
    if !is_plain(body) {
        return None;
    }
    let mut seen: HashMap<char, isize> = HashMap::new();
    for piece in &article.pieces {
        count_block(&piece.block, &mut seen);
    }
    let inside = Selector::parse("#js_content").expect("a selector");
    let page = Html::parse_document(page);
    let mut texts = page.select(&inside).flat_map(|inside| inside.text());
    let lost = texts.find_map(|text| {
        text.chars().filter(|c| is_ideograph(*c)).find(|character| {
            let count = seen.entry(*character).or_default();
            *count -= 1;
            *count < 0
        })
    });
    lost.map(|character| format!("{character} is lost of {body}: {article:#?}"))
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
