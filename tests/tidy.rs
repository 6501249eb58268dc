//! What can be told of the sources alone: versions agree, and each stage keeps to itself.

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(name: impl AsRef<Path>) -> String {
    let path = root().join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Every Rust source under `src`, with its path from there.
fn sources() -> Vec<(String, String)> {
    let src = root().join("src");
    let mut folders = vec![src.clone()];
    let mut sources = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("src can be read") {
            let path = entry.expect("its entries too").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path.strip_prefix(&src).expect("it is in src");
                let name = name.display().to_string().replace('\\', "/");
                sources.push((name, read(&path)));
            }
        }
    }
    assert!(sources.len() > 30, "sources are missing");
    sources
}

#[test]
fn versions_agree() {
    let version = env!("CARGO_PKG_VERSION");
    assert!(read("package.json").contains(&format!("\"version\": \"{version}\"")));
    assert!(read("CHANGELOG.md").contains(&format!("\n## {version} ")));
}

/// What comes out may get more, but for what an article is made of (`block.rs`): see “What may grow” in `lib.rs`.
#[test]
fn what_comes_out_can_grow() {
    let facade = read("src/lib.rs");
    let exported: Vec<&str> = facade
        .split("pub use ")
        .skip(1)
        .filter_map(|rest| rest.split(';').next())
        .flat_map(|names| names.split(|c: char| !c.is_alphanumeric()))
        .collect();
    let mut n_types = 0;
    for (name, text) in sources() {
        for item in text.split("\n\n") {
            let Some((attributes, rest)) = ["pub struct ", "pub enum "]
                .iter()
                .find_map(|kind| item.split_once(&format!("\n{kind}")))
            else {
                continue;
            };
            let of = rest.split([' ', '<', ';']).next().unwrap_or_default();
            let is_shown = rest.contains("\n    pub ") || item.contains("\npub enum ");
            let is_part = name == "block.rs" && item.contains("\npub struct ");
            if exported.contains(&of) && is_shown && !is_part {
                n_types += 1;
                assert!(
                    attributes.contains("#[non_exhaustive]"),
                    "{of} in src/{name}"
                );
            }
        }
    }
    assert!(n_types > 20, "types are missing: there are {n_types}");
}

#[test]
fn only_the_faces_touch_the_world() {
    for (name, text) in sources() {
        for (word, home) in [
            ("wasm_bindgen::", "wasm.rs"),
            ("js_sys::", "wasm.rs"),
            ("web_sys::", "wasm.rs"),
            ("std::fs", "main.rs"),
            ("std::io", "main.rs"),
            ("std::env", "main.rs"),
            ("std::time", ""),
            ("SystemTime", ""),
        ] {
            // Tests may read clocks and files, and so may what learns, which is run as one.
            let in_tests = name.ends_with("tests.rs")
                || name.contains("/tests/")
                || name == "judge/scorer/learn.rs";
            let text = text
                .split("#[cfg(test)]\nmod tests {")
                .next()
                .unwrap_or_default();
            assert!(
                name == home || in_tests || !text.contains(word),
                "src/{name} names {word}"
            );
        }
    }
}

/// The stages, each of which may name those before it.
const STAGES: [&str; 10] = [
    "script", "input", "scan", "page", "body", "lower", "archive", "judge", "outline", "render",
];

/// Where a stage names a later one all the same: what is Markdown, and what a front matter holds, `archive` alone knows.
/// And where it reads a tree though it begins with Markdown: a table in HTML.
const EXCEPTIONS: [(&str, &str); 3] = [
    ("archive/leaf.rs", "dom"),
    ("input/mod.rs", "archive"),
    ("input/post.rs", "archive"),
];

#[test]
fn stages_point_one_way() {
    let mut n_files = [0; STAGES.len()];
    let mut exceptions = Vec::new();
    for (name, text) in sources() {
        let of = name.split(['/', '.']).next().unwrap_or_default();
        let Some(at) = STAGES.iter().position(|stage| *stage == of) else {
            continue;
        };
        n_files[at] += 1;
        for module in modules_named(&text) {
            let is_later = STAGES[at + 1..].contains(&&*module);
            // The tree is the page's: what comes after `lower` knows blocks alone.
            let is_tree =
                module == "dom" && matches!(of, "archive" | "judge" | "outline" | "render");
            // Blocks are all that these have to know, wherever they came from.
            let is_around =
                matches!(of, "judge" | "render") && matches!(&*module, "lower" | "scan");
            if is_later || is_tree || is_around {
                exceptions.push((name.clone(), module));
            }
        }
    }
    assert!(!n_files.contains(&0), "a stage is missing: {n_files:?}");
    exceptions.sort();
    exceptions.dedup();
    let expected = EXCEPTIONS.map(|(name, module)| (name.to_owned(), module.to_owned()));
    assert_eq!(exceptions, expected);
}

/// The modules of this crate that a source names, comments and tests aside.
fn modules_named(text: &str) -> Vec<String> {
    let text = text
        .split("#[cfg(test)]\nmod tests {")
        .next()
        .unwrap_or_default();
    let lines = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    let code: String = lines.collect();
    let mut modules = Vec::new();
    for path in code.split("crate::").skip(1) {
        // `crate::{a, b::c}`; lists within lists name what is in a module.
        let names = match path.strip_prefix('{') {
            Some(list) => list.split('}').next().unwrap_or_default(),
            None => path,
        };
        let names = names
            .split(',')
            .take(if path.starts_with('{') { usize::MAX } else { 1 });
        for name in names {
            let name = name.trim_start();
            let end = name.find(|c: char| !c.is_alphanumeric() && c != '_');
            modules.push(name[..end.unwrap_or(name.len())].to_owned());
        }
    }
    modules
}

#[test]
fn rules_never_see_options() {
    let mut n_files = 0;
    for (name, text) in sources() {
        // `judge` itself applies them to what the rules decided; what recurs is one of them; what learns and what tests has
        // its own.
        let may = ["mod.rs", "recurring.rs", "tests.rs", "scorer/learn.rs"]
            .iter()
            .any(|may| name.strip_prefix("judge/") == Some(may));
        if name.starts_with("judge/") && !may {
            n_files += 1;
            assert!(!text.contains("Options"), "src/{name}");
        }
    }
    assert!(n_files > 20, "only {n_files} files are looked at");
}

#[test]
fn files_stay_within_bounds() {
    for (name, text) in sources() {
        assert!(text.lines().count() <= 700, "src/{name} is past 700 lines");
    }
}
