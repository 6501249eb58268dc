//! Fixtures with small damage, as a fuzzer does it: parts left out, moved in from other fixtures, and characters put in
//! that begin or end something, or that nothing of its kind holds.
//!
//! Short runs of what the fuzz targets do, each from its own number, so that every run is the same.

use std::fs;
use std::path::Path;

use crate::random::Random;

/// What is put in.
const SCRAPS: &[&str] = &[
    "\0", "\u{1}", "\u{7f}", "\u{2028}", "\u{200b}", "\u{feff}", "\n", "\r\n", "\t", " ", "<", ">",
    "</", "</p>", "</div>", "<p>", "<li>", "<table>", "<td>", "<pre>", "<sup>", "<a href=", "<!--",
    "-->", "\"", "'", "&", "=", "\\", "\\x0a", "*", "_", "`", "```", "~~", "[", "](", ")", "|",
    "#", "$", "{", "}", ",", "/", "字", "1.",
];

/// The inputs of all fixtures, in the order of their names.
pub fn fixtures() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut paths = Vec::new();
    for folder in fs::read_dir(root).expect("the fixtures are there") {
        for file in fs::read_dir(folder.expect("a folder").path()).expect("its files") {
            paths.push(file.expect("a file").path());
        }
    }
    paths.retain(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name != "why.md" && !name.starts_with("expected.")
    });
    paths.sort();
    let read = |path| String::from_utf8_lossy(&fs::read(path).expect("an input")).into_owned();
    paths.iter().map(read).collect()
}

/// The insides of the articles among the fixtures.
#[allow(dead_code)] // Not all tests want whole pages, nor all want insides.
pub fn insides() -> Vec<String> {
    let fixtures = fixtures();
    let insides = fixtures.iter().filter_map(|page| {
        let (_, rest) = page.split_once("id=\"js_content\"")?;
        let (_, inside) = rest.split_once('>')?;
        Some(inside.to_owned())
    });
    insides.collect()
}

/// Every text `times` times, with other damage each time.
pub fn damaged(texts: &[String], times: u64) -> impl Iterator<Item = String> {
    let seeds = 1..=times * texts.len() as u64;
    seeds.zip(texts.iter().cycle()).map(|(seed, text)| {
        let mut random = Random::new(seed);
        let other = &texts[random.below(texts.len())];
        let mut text = text.clone();
        for _ in 0..=random.below(4) {
            damage(&mut text, other, &mut random);
        }
        text
    })
}

fn damage(text: &mut String, other: &str, random: &mut Random<'_>) {
    let (at, end) = part(text, random);
    match random.below(4) {
        0 => text.replace_range(at..end, ""),
        1 => {
            let (start, end) = part(other, random);
            text.insert_str(at, &other[start..end]);
        }
        // In place of as much as it is long, or between what is there.
        kind => {
            let n = random.one_of(&[1, 1, 2, 8]);
            let scrap = random.one_of(SCRAPS).repeat(n);
            let end = if kind == 2 {
                boundary(text, at + scrap.len())
            } else {
                at
            };
            text.replace_range(at..end, &scrap);
        }
    }
}

/// Where a short part of a text begins and ends.
fn part(text: &str, random: &mut Random<'_>) -> (usize, usize) {
    let start = boundary(text, random.below(text.len() + 1));
    let length = random.one_of(&[1, 4, 16, 64, 256]);
    (start, boundary(text, start + random.below(length + 1)))
}

/// The place of a character at or before a place.
fn boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
