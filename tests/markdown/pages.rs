//! Real articles: the fixtures, and the corpus where there is one.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use wechat_article_cleaner::{Category, Options, clean};

use crate::{github, node, read};

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

/// Every article, with all that was removed from it put back, reads as its blocks.
fn check(pages: &[PathBuf], read: impl Fn(&Path) -> Vec<u8>) {
    let mut options = Options::default();
    options.keep = Category::ALL.to_vec();
    options.render.front_matter.clear();
    let mut n_articles = 0;
    for path in pages {
        let page = read(path);
        let Ok(mut article) = clean(&String::from_utf8_lossy(&page), &options) else {
            continue;
        };
        n_articles += 1;
        article.page.title.clear();
        let markdown = article.to_markdown();
        let expected = node::nodes(&article.blocks());
        let found = read::nodes(&markdown, github());
        let differs = expected.iter().zip(&found).find(|(a, b)| a != b);
        assert!(differs.is_none(), "{}\n{differs:#?}", path.display());
        assert_eq!(expected.len(), found.len(), "{}", path.display());
    }
    assert!(n_articles > 0, "no page held an article");
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
