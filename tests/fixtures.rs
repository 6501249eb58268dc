//! Every folder in `tests/fixtures` holds an input, and what must come of it; `why.md` says what the case is for.
//! The input is the one file of any other name: `page.html`, `page.mhtml`, `item.json` …
//!
//! `UPDATE_EXPECT=1 cargo test --test fixtures` writes the expected files anew: read the difference before you keep it.
//! The tests of the npm package read the same folders.

use std::fs;
use std::path::{Path, PathBuf};

use wechat_article_cleaner::{Article, Category, Error, Links, Options, clean, clean_bytes};

fn folders() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut folders: Vec<_> = fs::read_dir(root)
        .expect("tests/fixtures can be read")
        .map(|entry| entry.expect("its entries too").path())
        .collect();
    folders.sort();
    folders
}

/// The bytes of the input in a folder.
fn input(folder: &Path) -> Vec<u8> {
    let mut inputs: Vec<_> = fs::read_dir(folder)
        .expect("a fixture is a folder")
        .map(|entry| entry.expect("its entries can be read").file_name())
        .filter(|name| {
            let name = name.to_string_lossy();
            name != "why.md" && !name.starts_with("expected.")
        })
        .collect();
    let name = inputs.pop().filter(|_| inputs.is_empty());
    let name = name.unwrap_or_else(|| panic!("{}: expected one input", folder.display()));
    fs::read(folder.join(name)).expect("an input can be read")
}

/// Cleans an input as bytes, and sees to it that text gives the same.
fn cleaned(input: &[u8], options: &Options) -> Result<Article, Error> {
    let article = clean_bytes(input, options);
    if let Ok(text) = str::from_utf8(input) {
        let same = |result: &Result<Article, Error>| result.as_ref().map(Article::to_json).ok();
        assert_eq!(same(&clean(text, options)), same(&article));
    }
    article
}

/// What must come of the input in a folder: file names and contents.
fn outcome(folder: &Path) -> Vec<(&'static str, String)> {
    match cleaned(&input(folder), &Options::default()) {
        Ok(article) => vec![
            ("expected.md", article.to_markdown()),
            ("expected.html", article.to_html()),
            ("expected.txt", article.to_text()),
            ("expected.json", article.to_json()),
        ],
        Err(error) => {
            let said = [
                ("reason", error.reason()),
                ("url", error.url()),
                ("account", error.account()),
            ];
            let said = said
                .iter()
                .filter_map(|(name, text)| Some(format!("{name}: {}\n", (*text)?)));
            let text = format!("{}\n{error}\n{}", error.code(), said.collect::<String>());
            vec![("expected.error.txt", text)]
        }
    }
}

#[test]
fn pages_give_what_is_expected() {
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    let folders = folders();
    assert!(folders.len() >= 10, "fixtures are missing");
    let mut wrong = Vec::new();
    for folder in folders {
        assert!(
            folder.join("why.md").exists(),
            "{} has no why.md",
            folder.display()
        );
        let outcome = outcome(&folder);
        for name in [
            "expected.md",
            "expected.html",
            "expected.txt",
            "expected.json",
            "expected.error.txt",
        ] {
            let path = folder.join(name);
            let expected = fs::read_to_string(&path).ok();
            let actual = outcome
                .iter()
                .find(|(of, _)| *of == name)
                .map(|(_, text)| text);
            if expected.as_ref() == actual {
                continue;
            }
            match actual {
                Some(text) if update => {
                    fs::write(&path, text).expect("expected files can be written")
                }
                None if update => fs::remove_file(&path).expect("expected files can be removed"),
                _ => wrong.push(format!(
                    "{}\n--- expected\n{}\n--- actual\n{}",
                    path.display(),
                    expected.unwrap_or_default(),
                    actual.cloned().unwrap_or_default()
                )),
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// The article's own HTML, cleaned again, is the article: nothing is lost or invented on the way round.
#[test]
fn cleaning_twice_changes_nothing() {
    let mut options = Options::default();
    options.keep = Category::ALL.to_vec();
    options.render.front_matter.clear();
    for folder in folders() {
        let Ok(once) = cleaned(&input(&folder), &options) else {
            continue;
        };
        let html = once.to_html();
        let (_, body) = html.split_once("</header>").unwrap_or(("", &html));
        let twice =
            clean(body, &options).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        let markdown = once.to_markdown();
        let body = match once.page.title.as_str() {
            "" => markdown.as_str(),
            _ => {
                markdown
                    .split_once("\n\n")
                    .expect("a body follows the title")
                    .1
            }
        };
        assert_eq!(twice.to_markdown(), body, "{}", folder.display());
    }
}

/// The article's own Markdown, read as an archive, is the article.
#[test]
fn markdown_is_read_back() {
    for links in [Links::Inline, Links::Reference] {
        let mut options = Options::default();
        options.render.links = links;
        for folder in folders() {
            let Ok(once) = cleaned(&input(&folder), &options) else {
                continue;
            };
            let markdown = once.to_markdown();
            // Nothing is read back of an article of which nothing is left, nor told of one without a title.
            if markdown.trim().is_empty() {
                continue;
            }
            let twice = clean(&markdown, &options)
                .unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
            assert_eq!(twice.to_markdown(), markdown, "{}", folder.display());
        }
    }
}
