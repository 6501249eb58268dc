//! Real articles: the fixtures, and the corpus where there is one.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use wechat_article_cleaner::{Category, Options, clean};

use crate::{damage, github, node, read};

#[test]
fn fixtures_read_as_themselves() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let pages = files(&root, "page.html");
    assert!(pages.len() >= 10, "fixtures are missing");
    check(&pages, |path| fs::read(path).expect("a page can be read"));
}

/// The corpus is not part of this repository. `CORPUS` says where it is.
#[test]
fn the_corpus_reads_as_itself() {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    let corpus = std::env::var_os("CORPUS").map_or(beside, PathBuf::from);
    let pages = files(&corpus, ".html.gz");
    if pages.is_empty() {
        // Straight to the terminal: the runner shows the rest only of tests that fail.
        let _ = std::io::Write::write_all(
            &mut std::io::stderr(),
            format!("skipped: no corpus at {}\n", corpus.display()).as_bytes(),
        );
        return;
    }
    check(&pages, |path| {
        let output = Command::new("gzip").arg("-dc").arg(path).output();
        output.expect("gzip unpacks the corpus").stdout
    });
}

#[test]
fn damaged_fixtures_read_as_themselves() {
    let mut n_articles = 0;
    for body in damage::damaged(&damage::insides(), 60) {
        let page = format!("<!DOCTYPE html><div id=js_content>{body}</div>");
        n_articles += usize::from(is_article(&page, &body));
    }
    assert!(n_articles > 1000, "only {n_articles} articles");
}

fn check(pages: &[PathBuf], read: impl Fn(&Path) -> Vec<u8>) {
    let mut n_articles = 0;
    for path in pages {
        let page = String::from_utf8_lossy(&read(path)).into_owned();
        n_articles += usize::from(is_article(&page, &path.display().to_string()));
    }
    assert!(n_articles > 0, "no page held an article");
}

/// Whether there is an article, which, with all that was removed from it put back, reads as its blocks.
fn is_article(page: &str, name: &str) -> bool {
    let mut options = Options::default();
    options.keep = Category::ALL.to_vec();
    options.render.front_matter.clear();
    let Ok(mut article) = clean(page, &options) else {
        return false;
    };
    article.page.title.clear();
    let markdown = article.to_markdown();
    let expected = node::nodes(&article.blocks());
    let found = read::nodes(&markdown, github());
    let differs = expected.iter().zip(&found).find(|(a, b)| a != b);
    assert!(differs.is_none(), "{name}\n{differs:#?}");
    assert_eq!(expected.len(), found.len(), "{name}");
    true
}

/// The files below a folder whose names end so.
fn files(root: &Path, end: &str) -> Vec<PathBuf> {
    let mut folders = vec![root.to_owned()];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if entry.file_name().to_string_lossy().ends_with(end) {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}
