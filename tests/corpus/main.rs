//! What comes out of real pages, which are not part of this repository.
//!
//! The pages are looked for in `../shared/corpus` beside the checkout, or where the variable `CORPUS` says. Without them
//! the tests say so and pass.

// What is left out is said where the tests are run.
#![allow(clippy::print_stderr)]

mod facts;
mod whole;

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use wechat_article_cleaner::{Article, Error, Options, clean_bytes};

/// The folder of the corpus, or `None` with a word about it.
fn corpus() -> Option<PathBuf> {
    let folder = std::env::var_os("CORPUS").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus"),
        PathBuf::from,
    );
    if folder.join("special.json").exists() {
        return Some(folder);
    }
    eprintln!("skipped: there is no corpus at {}", folder.display());
    None
}

fn list(folder: &Path, name: &str) -> Vec<Value> {
    let text = std::fs::read_to_string(folder.join(name)).expect("the corpus has its lists");
    serde_json::from_str(&text).expect("its lists are JSON arrays")
}

fn cleaned(folder: &Path, entry: &Value) -> Result<Article, Error> {
    let page = unpacked(&folder.join(text(entry, "path")));
    clean_bytes(&page, &Options::default())
}

fn unpacked(path: &Path) -> Vec<u8> {
    if path
        .extension()
        .is_some_and(|extension| extension == "html")
    {
        return std::fs::read(path).expect("a page can be read");
    }
    let out = Command::new("gzip").arg("-dc").arg(path).output();
    let out = out.expect("gzip can be run");
    assert!(out.status.success(), "{} cannot be read", path.display());
    out.stdout
}

fn text<'a>(entry: &'a Value, key: &str) -> &'a str {
    entry[key].as_str().unwrap_or_default()
}
