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

#[test]
fn stages_point_one_way() {
    for (stage, later) in [
        (
            "input/",
            &[
                "crate::scan",
                "crate::page",
                "crate::lower",
                "crate::judge",
                "crate::render",
            ][..],
        ),
        (
            "scan/",
            &[
                "crate::page",
                "crate::lower",
                "crate::judge",
                "crate::render",
            ],
        ),
        (
            "script/",
            &[
                "crate::page",
                "crate::lower",
                "crate::judge",
                "crate::render",
            ],
        ),
        ("page/", &["crate::lower", "crate::judge", "crate::render"]),
        ("body", &["crate::lower", "crate::judge", "crate::render"]),
        ("lower/", &["crate::judge", "crate::render"]),
        ("archive/", &["crate::judge", "crate::render", "crate::dom"]),
        ("judge/", &["crate::lower", "crate::render", "crate::dom"]),
        ("render/", &["crate::dom", "crate::lower", "crate::scan"]),
    ] {
        let mut n_files = 0;
        for (name, text) in sources().iter().filter(|(name, _)| name.starts_with(stage)) {
            n_files += 1;
            for word in later {
                assert!(!text.contains(word), "src/{name} names {word}");
            }
        }
        assert!(n_files > 0, "no stage {stage}");
    }
}

#[test]
fn rules_never_see_options() {
    for (name, text) in sources() {
        if name.starts_with("judge/rules/") || name == "judge/place.rs" || name == "judge/seen.rs" {
            assert!(!text.contains("Options"), "src/{name}");
        }
    }
}

#[test]
fn files_stay_within_bounds() {
    for (name, text) in sources() {
        assert!(text.lines().count() <= 700, "src/{name} is past 700 lines");
    }
}
