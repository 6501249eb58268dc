//! What the rules leave and what they take, over made-up articles of many accounts.
//!
//! A file of `tests/accounts` is one article, a block a line: `K` (article) or `R` (to be removed), the kind of block,
//! its text. They were written by people who had not seen the rules, so they tell how far the rules reach beyond the
//! pages that these were made from. Each is judged as a page and as an archive in Markdown.
//!
//! `cargo test --test accounts -- --nocapture` prints the figures; `SHOW=1` with it prints every block that went wrong.

// The figures are said where the tests are run.
#![allow(clippy::print_stderr)]

use std::path::Path;

use serde_json::Value;
use wechat_article_cleaner::{Options, clean};

use set::{Account, Line, accounts, archive, letters, page, picture_name};

mod set;

#[derive(Default)]
struct Tally {
    n_article: usize,
    n_lost: usize,
    n_junk: usize,
    n_left: usize,
}

/// Adds what became of an account's lines to the tally.
fn judge(account: &Account, input: &str, form: &str, tally: &mut Tally) {
    let name = &account.file;
    let article = clean(input, &Options::default())
        .unwrap_or_else(|error| panic!("{name} ({form}): {error}"));
    let json: Value = serde_json::from_str(&article.to_json()).expect("the JSON is valid");
    let mut removed = String::new();
    for piece in json["removed"].as_array().expect("a list") {
        removed += &said(piece["text"].as_str().unwrap_or_default());
        for image in piece["images"].as_array().into_iter().flatten() {
            removed += &said(image["url"].as_str().or(image.as_str()).unwrap_or_default());
        }
        removed.push('\n');
    }
    let mut kept = said(&article.to_markdown());
    let mut order: Vec<(usize, &Line)> = account.lines.iter().enumerate().collect();
    order.sort_by_key(|(_, line)| std::cmp::Reverse(line.text.len()));
    for (n, line) in order {
        let sought = match line.kind.as_str() {
            "hr" => continue,
            "img" => picture_name(n),
            _ => said(&line.text),
        };
        if sought.is_empty() {
            continue;
        }
        let is_kept = match kept.find(&sought) {
            // Used up, so that a shorter line that says a part of it is not found in it.
            Some(at) if line.is_article || !removed.contains(&sought) => {
                kept.replace_range(at..at + sought.len(), "\n");
                true
            }
            _ => false,
        };
        let wrong = match (line.is_article, is_kept) {
            (true, true) => {
                tally.n_article += 1;
                None
            }
            (true, false) => {
                tally.n_article += 1;
                tally.n_lost += 1;
                Some("lost")
            }
            (false, true) => {
                tally.n_junk += 1;
                tally.n_left += 1;
                Some("left")
            }
            (false, false) => {
                tally.n_junk += 1;
                None
            }
        };
        if let Some(wrong) = wrong
            && std::env::var_os("SHOW").is_some()
        {
            eprintln!(
                "{wrong}\t{form}\t{name}:{}\t{}\t{}",
                n + 2,
                line.kind,
                line.text
            );
        }
    }
}

/// The letters of a text, with numbers for the circled ones that a list begins with. Entities of signs are no letters.
fn said(text: &str) -> String {
    let entities = ["&lt;", "&amp;", "&#91;", "&#93;", "&#96;"];
    let text = entities
        .iter()
        .fold(text.to_owned(), |text, entity| text.replace(entity, " "));
    let plain = |c: char| match c {
        '①'..='⑳' => (u32::from(c) - u32::from('①') + 1).to_string(),
        c => c.to_string(),
    };
    letters(&text).chars().map(plain).collect()
}

fn share(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}

fn holds(set: &str, most: [(f64, f64); 2]) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/accounts");
    let accounts = accounts(&root.join(set));
    for (form, (most_left, most_lost)) in ["page", "archive"].into_iter().zip(most) {
        let mut tally = Tally::default();
        for account in &accounts {
            let input = if form == "page" {
                page(account)
            } else {
                archive(account)
            };
            judge(account, &input, form, &mut tally);
        }
        let (left, lost) = (
            share(tally.n_left, tally.n_junk),
            share(tally.n_lost, tally.n_article),
        );
        eprintln!(
            "{set} as {form}: {} accounts, junk left {left:.1} % of {}, article lost {lost:.2} % of {}",
            accounts.len(),
            tally.n_junk,
            tally.n_article
        );
        assert!(
            left <= most_left,
            "{form}: more junk is left than before: {left:.1} %"
        );
        assert!(
            lost <= most_lost,
            "{form}: more of the article is lost than before: {lost:.2} %"
        );
    }
}

/// The weights of the scorer were learned from these, among others.
#[test]
fn promotion_goes_and_the_article_stays_in_what_was_learned_from() {
    holds("seen", [(19.5, 0.4), (19.5, 0.45)]);
}

/// Nothing was learned or worded from these. They must stay so: look at the figures, not at the texts.
#[test]
fn promotion_goes_and_the_article_stays_in_what_was_never_seen() {
    holds("unseen", [(34.5, 0.1), (36.5, 0.2)]);
}
