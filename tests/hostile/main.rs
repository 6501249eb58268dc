//! Inputs made to hang, to crash or to fill the memory: a result or an error comes, and soon.

mod archives;
#[path = "../corpus/folder.rs"]
mod folder;
mod growth;

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use folder::{corpus, unpacked};
use wechat_article_cleaner::{Options, clean, clean_bytes};

/// Generous, because tests run unoptimised and beside others. It stops what hangs; `growth` tells what is not linear.
const SOON: Duration = Duration::from_secs(60);

const MEGABYTE: usize = 1 << 20;

/// `part` again and again, up to `size` bytes.
fn many(part: &str, size: usize) -> String {
    part.repeat(size / part.len())
}

fn page(body: &str) -> String {
    format!("<!DOCTYPE html><html><body><div id=\"js_content\">{body}</div></body></html>")
}

fn ends_soon(name: &str, input: &str) {
    let start = Instant::now();
    let outcome = clean(input, &Options::default())
        .map(|article| article.to_markdown().len() + article.to_html().len());
    let took = start.elapsed();
    assert!(took < SOON, "{name} took {took:?}: {outcome:?}");
}

#[test]
fn ten_megabytes_of_sections() {
    ends_soon("sections", &page(&many("<section>", 10 * MEGABYTE)));
}

#[test]
fn attributes_and_styles() {
    let attributes: String = (0..100_000).map(|n| format!(" a{n}=1")).collect();
    ends_soon("attributes", &page(&format!("<p{attributes}>字")));
    ends_soon(
        "style",
        &page(&format!("<p style=\"{}\">字", many("a:b;", MEGABYTE))),
    );
}

#[test]
fn wide_and_uneven_tables() {
    let wide = many("<td>字", 100_000);
    let long = many("<tr><td>字", 500_000);
    ends_soon("uneven table", &page(&format!("<table><tr>{wide}{long}")));
    let spanning = many("<tr><td colspan=1000 rowspan=65534>字<td>字", MEGABYTE);
    ends_soon("cells that span", &page(&format!("<table>{spanning}")));
    let cells = many("<mtd><mtable></mtable></mtd>", MEGABYTE);
    ends_soon(
        "formula of tables",
        &page(&format!("<math><mtable><mtr>{cells}")),
    );
    let lines = many("<code><span>1</span>字</code>", MEGABYTE);
    ends_soon("one block of code", &page(&format!("<pre>{lines}")));
}

#[test]
fn bytes_of_every_sort() {
    for (name, start, part) in [
        ("broken UTF-8", &b"<p>"[..], &[0xE8, 0x8C][..]),
        ("broken GBK", b"<meta charset=gbk>", &[0xFF]),
        ("half pairs", &[0xFF, 0xFE], &[0x00, 0xD8]),
        ("NULs", b"<p>", &[0]),
        ("declarations", b"", b"charset="),
        ("shifts", b"<meta charset=iso-2022-jp>\xFF", b"\x1b$B"),
    ] {
        let begin = Instant::now();
        let bytes = [start, &part.repeat(2 * MEGABYTE / part.len())].concat();
        let _ = clean_bytes(&bytes, &Options::default());
        assert!(begin.elapsed() < SOON, "{name} took {:?}", begin.elapsed());
    }
}

#[test]
fn bytes_without_sense() {
    let mut state = 99_u64;
    let letters: Vec<char> = "<>/=\"'&;!-[]()#*`\\ \n\0\u{feff}字a1script"
        .chars()
        .collect();
    for _ in 0..2000 {
        let text: String = (0..200)
            .map(|_| {
                state = state
                    .wrapping_mul(6364136223846793005)
                    .wrapping_add(1442695040888963407);
                letters[(state >> 33) as usize % letters.len()]
            })
            .collect();
        let _ = clean(&text, &Options::default());
        let _ = clean(&page(&text), &Options::default());
        for start in [
            "Content-Type: multipart/related\n\n--b\n",
            "Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n",
            "<item>",
            "{\"a\": \"<p>",
            "\"<p>",
            "<p class=\\\"",
            "<body id=\"viewsource\">js_content",
            "<td class=\"line-content\">js_content",
            "Version:0.9\nStartHTML:1\n",
        ] {
            let _ = clean(&format!("{start}{text}"), &Options::default());
        }
        let bytes: Vec<u8> = text
            .bytes()
            .map(|byte| byte ^ (state >> 56) as u8)
            .collect();
        let _ = clean_bytes(&bytes, &Options::default());
    }
}

/// A page cut off anywhere is an article or an error, and what it says is in one piece.
#[test]
fn fixtures_cut_off_anywhere() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut n_cuts = 0;
    for fixture in fs::read_dir(fixtures).expect("the fixtures are there") {
        for file in fs::read_dir(fixture.expect("a folder").path()).expect("its files") {
            let path = file.expect("a file").path();
            if path.file_stem().is_some_and(|stem| stem == "page") {
                n_cuts += cut_off(&fs::read(&path).expect("a page"), 1);
            }
        }
    }
    assert!(n_cuts > 10_000, "{n_cuts}");
}

/// As much of real pages, where there is a corpus: at a prime number of bytes, so that all sorts of places are met.
#[test]
fn real_pages_cut_off() {
    let Some(corpus) = corpus() else { return };
    let pages = fs::read_dir(corpus.join("html")).expect("the corpus has pages");
    let mut paths: Vec<_> = pages.map(|page| page.expect("a page").path()).collect();
    paths.sort();
    // `HOSTILE_STEP=1` cuts off at every byte, which takes hours.
    let step = std::env::var("HOSTILE_STEP").map_or(104_729, |step| step.parse().expect("bytes"));
    for path in paths.into_iter().step_by(10) {
        cut_off(&unpacked(&path), step);
    }
}

/// Cleans every beginning of a page, `step` bytes apart, as bytes, and as text where it is; how many these were.
fn cut_off(page: &[u8], step: usize) -> usize {
    let mut n_cuts = 0;
    for end in (0..page.len()).step_by(step) {
        let beginning = &page[..end];
        let text = std::str::from_utf8(beginning).ok();
        let of_text = text.map(|text| clean(text, &Options::default()));
        for cleaned in of_text
            .into_iter()
            .chain([clean_bytes(beginning, &Options::default())])
        {
            let is_fine = cleaned.as_ref().map_or_else(
                |error| error.code() != "internal",
                |article| !article.pieces.is_empty() && article.to_markdown().ends_with('\n'),
            );
            assert!(is_fine, "{end}: {cleaned:?}");
            n_cuts += 1;
        }
    }
    n_cuts
}

/// Parts of a page in other charsets than it says, in the middle of characters and of markup.
#[test]
fn charsets_that_meet() {
    let page = "<meta charset=gbk><div id=js_content><p>春天到了。</p></div>".as_bytes();
    let parts: [&[u8]; 7] = [
        b"\xb4\xba\xcc\xec",
        b"\xff\xfe<\0p\0>\0",
        b"\xef\xbb\xbf",
        b"\x81\x30\x81",
        b"\xed\xa0\x80\xed\xb0\x80",
        b"\xf4\x90\x80\x80",
        b"\x1b$B\0\0",
    ];
    for part in parts {
        for at in 0..page.len() {
            let mixed = [&page[..at], part, &page[at..]].concat();
            if let Ok(article) = clean_bytes(&mixed, &Options::default()) {
                assert!(!article.to_text().contains('\0'), "{part:?} at {at}");
            }
        }
    }
}
