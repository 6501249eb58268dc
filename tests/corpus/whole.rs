//! Kept and removed are all that the page's own body says.
//!
//! What a body says is read here in another way than the crate's: every text in it but that of scripts and styles,
//! hidden or not, without blanks and characters that take no room. Each of its characters is to come out as often, and
//! each of its texts in one piece, wherever it comes to stand.
//!
//! Of some characters the article has the meaning instead: see [`Signs`]. There are no other exceptions.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use scraper::{ElementRef, Html, Node, Selector};
use wechat_article_cleaner::{Article, Block, Inline, Options, clean_bytes};

use crate::{corpus, unpacked};

/// What is typed around the number of an item, or instead of one.
const POINTS: &str = "•·●▪◆-–—.．、,，:：()（）";

#[test]
fn kept_and_removed_are_the_whole() {
    let Some(folder) = corpus() else { return };
    let (mut n_pages, mut wrong) = (0, Vec::new());
    let kinds = ["html", "fragments", "clipboard", "live"];
    for path in kinds.iter().flat_map(|kind| files(&folder.join(kind))) {
        let page = unpacked(&path);
        let article = clean_bytes(&page, &Options::default()).expect("every page holds an article");
        let said = said(&String::from_utf8_lossy(&page));
        let told = Told::by(&article);
        let missing = told.lacks(&said);
        let torn = said.iter().find(|text| !told.holds(text));
        n_pages += 1;
        if torn.is_some() || !missing.is_empty() {
            wrong.push(format!(
                "{}: missing {missing:?}, torn {torn:?}",
                path.display()
            ));
        }
    }
    assert!(n_pages > 0);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("the corpus has its folders");
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.expect("they can be read").path())
        .collect();
    paths.sort();
    paths
}

/// The texts in the body of a page, one for each node.
fn said(page: &str) -> Vec<String> {
    let html = Html::parse_document(page);
    let find = |selector: &str| -> Option<ElementRef<'_>> {
        html.select(&Selector::parse(selector).expect("a selector"))
            .next()
    };
    let body = find("#js_content").or_else(|| find("body"));
    let body = body.expect("every document has a body");
    let texts = body.descendants().filter_map(|node| {
        let Node::Text(text) = node.value() else {
            return None;
        };
        let around = node.parent()?.value().as_element()?.name();
        (!["script", "style"].contains(&around)).then(|| bare(text))
    });
    texts.filter(|text| !text.is_empty()).collect()
}

/// What comes out of a page.
#[derive(Default)]
struct Told {
    text: String,
    signs: Signs,
}

/// Characters that an article has as structure.
#[derive(Default)]
struct Signs {
    /// The numbers of the items of lists, and twice those of notes: in the text and in the list of what they stand for.
    numbers: String,
    /// Of how many items the points may have been typed.
    n_items: usize,
}

impl Told {
    fn by(article: &Article) -> Told {
        let mut told = Told::default();
        for piece in &article.pieces {
            told.block(&piece.block);
        }
        told.text = bare(&told.text);
        told
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph { content }
            | Block::Heading { content, .. }
            | Block::Image {
                caption: content, ..
            } => self.line(content),
            Block::List { start, items } => {
                for (item, at) in items.iter().zip(0..) {
                    self.signs.n_items += 1;
                    if let Some(start) = start {
                        self.signs.numbers += &(start + at).to_string();
                    }
                    item.iter().for_each(|block| self.block(block));
                }
            }
            Block::Quote { blocks } => blocks.iter().for_each(|block| self.block(block)),
            Block::Code { text, .. } => self.text += text,
            Block::Table { rows } => {
                for cell in rows.iter().flatten() {
                    self.line(&cell.content);
                }
            }
            _ => {}
        }
    }

    fn line(&mut self, content: &[Inline]) {
        for inline in content {
            match inline {
                Inline::Text(run) => self.text += &run.text,
                Inline::Footnote { number, content } => {
                    let number = number.map(|number| number.to_string()).unwrap_or_default();
                    self.signs.numbers += &format!("[{number}][{number}]");
                    self.line(content);
                }
                _ => {}
            }
        }
    }

    /// The characters of these texts that it lacks.
    fn lacks(&self, said: &[String]) -> String {
        let mut told = tally(&self.text);
        let mut numbers = tally(&self.signs.numbers);
        let mut n_points = 2 * self.signs.n_items;
        let mut is_told = |c: &char| {
            let takes = |counts: &mut HashMap<char, usize>| {
                counts
                    .get_mut(c)
                    .and_then(|n| n.checked_sub(1).map(|left| *n = left))
                    .is_some()
            };
            if takes(&mut told) || takes(&mut numbers) {
                return true;
            }
            let is_point = POINTS.contains(*c) && n_points > 0;
            n_points -= usize::from(is_point);
            is_point
        };
        let all = said.iter().flat_map(|text| text.chars());
        all.filter(|c| !is_told(c)).collect()
    }

    /// Whether it holds this text in one piece, or all but the number before it.
    fn holds(&self, text: &str) -> bool {
        let is_sign = |c: char| c.is_ascii_digit() || POINTS.contains(c) || "[]".contains(c);
        self.text.contains(text) || self.text.contains(text.trim_start_matches(is_sign))
    }
}

/// Text without what takes no room.
fn bare(text: &str) -> String {
    let takes_room = |c: &char| {
        let is_unseen = matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fff9}'..='\u{fffb}' | '\u{feff}');
        !is_unseen && !c.is_whitespace() && !c.is_control()
    };
    text.chars().filter(takes_room).collect()
}

fn tally(text: &str) -> HashMap<char, usize> {
    let mut counts = HashMap::new();
    for c in text.chars() {
        *counts.entry(c).or_default() += 1;
    }
    counts
}
