//! What comes out of real pages, which are not part of this repository.
//!
//! The pages are looked for in `../shared/corpus` beside the checkout, or where the variable `CORPUS` says. Without them
//! the tests say so and pass.

// What is left out is said where the tests are run.
#![allow(clippy::print_stderr)]

mod facts;
mod folder;
mod whole;

use std::path::Path;

use serde_json::Value;
use wechat_article_cleaner::{Article, Error, Options, clean_bytes};

use folder::{corpus, unpacked};

fn list(folder: &Path, name: &str) -> Vec<Value> {
    let text = std::fs::read_to_string(folder.join(name)).expect("the corpus has its lists");
    serde_json::from_str(&text).expect("its lists are JSON arrays")
}

fn cleaned(folder: &Path, entry: &Value) -> Result<Article, Error> {
    let page = unpacked(&folder.join(text(entry, "path")));
    clean_bytes(&page, &Options::default())
}

fn text<'a>(entry: &'a Value, key: &str) -> &'a str {
    entry[key].as_str().unwrap_or_default()
}
