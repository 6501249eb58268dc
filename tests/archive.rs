//! Archives: pages scraped to Markdown, as their converters leave them.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use wechat_article_cleaner::{Category, Options, Source, clean};

/// What lies beside the checkout and is not part of it.
fn shared() -> PathBuf {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    std::env::var_os("CORPUS").map_or(beside, |corpus| Path::new(&corpus).join(".."))
}

fn fixture(name: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    fs::read_to_string(root.join(name).join("page.md")).expect("the fixture is there")
}

#[test]
#[allow(clippy::print_stderr)]
fn the_seed_becomes_what_was_agreed() {
    let read = |name: &str| fs::read_to_string(shared().join(name)).ok();
    let (Some(seed), Some(expected)) = (read("seed.md"), read("seed-clean.md")) else {
        eprintln!(
            "skipped: no seed.md and seed-clean.md in {}",
            shared().display()
        );
        return;
    };
    let article = clean(&seed, &Options::default()).expect("the seed is an article");
    assert_eq!(article.to_markdown(), expected);
}

/// Kept and removed together are all that the file has, but for what became metadata: the title and the fields.
#[test]
fn nothing_is_lost() {
    let letters = |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
    for name in [
        "archive",
        "archive-2021",
        "archive-reprint",
        "archive-clipper",
    ] {
        let page = fixture(name);
        let mut options = Options::default();
        options.keep = Category::ALL.to_vec();
        let all = letters(&clean(&page, &options).expect("an article").to_text());
        let body = page.splitn(3, "---\n").last().unwrap_or_default();
        for word in body.split(|c: char| !('\u{4e00}'..='\u{9fff}').contains(&c)) {
            // Names that converters give pictures are nowhere to be seen, where these have no address.
            if !["跳转二维码", "赞赏二维码"].contains(&word) {
                assert!(all.contains(word), "{name}: {word} is lost");
            }
        }
    }
}

#[test]
fn a_file_may_be_cut_off_anywhere() {
    for name in [
        "archive",
        "archive-2021",
        "archive-reprint",
        "archive-clipper",
    ] {
        let page = fixture(name);
        for end in (0..page.len()).filter(|end| page.is_char_boundary(*end)) {
            let cut = format!("{}...", &page[..end]);
            if let Ok(article) = clean(&cut, &Options::default()) {
                assert!(
                    !article.to_markdown().contains("](http...)"),
                    "{name} at {end}"
                );
            }
        }
    }
}

#[test]
fn furniture_never_stays() {
    let page = fixture("archive");
    let whole = clean(&page, &Options::default())
        .expect("an article")
        .to_text();
    let first = page
        .find("预览时标签不可点")
        .expect("the furniture is there");
    // From where the cut leaves enough of a label to be known.
    for (at, _) in page[first..].char_indices().filter(|(at, _)| *at >= 9) {
        let article =
            clean(&format!("{}...", &page[..first + at]), &Options::default()).expect("an article");
        assert_eq!(
            article.to_text(),
            whole,
            "cut {at} bytes into the furniture"
        );
    }
}

#[test]
fn other_markdown_is_not_taken_for_an_archive() {
    for input in [
        "# A readme\n\nSome words, and [a link](https://example.org).",
        "---\ntitle: 一\n---\n\n正文",
        "预览时标签不可点",
    ] {
        assert_eq!(
            clean(input, &Options::default())
                .map(|_| ())
                .map_err(|error| error.code()),
            Err("not-wechat"),
            "{input}"
        );
    }
    let article = clean(
        "<p>文字 ](https://mmbiz.qpic.cn/a)</p>",
        &Options::default(),
    )
    .expect("a part of a page");
    assert_eq!(article.page.source, Source::Fragment);
}

#[test]
fn hostile_markdown_ends_soon() {
    let link = "[a](https://mp.weixin.qq.com/s/a)\n\n";
    for part in [
        ">",
        "> ",
        "- ",
        "* a\n",
        "1. ",
        "  * a\n    ",
        "[",
        "![",
        "](",
        "[a](",
        "[a](b)",
        "![a](b)",
        "[[a](b)",
        "*",
        "**",
        "*a ",
        "**a",
        "_a",
        "_a_ ",
        "`",
        "`a``b",
        "```\n",
        "````\n```\n",
        "|",
        "|a|\n|-|\n",
        "|a|b|\n|-|-|\n|c|\n",
        "<",
        "<http://",
        "\\",
        "&",
        "&amp;",
        "#",
        "# a\n",
        "---\n",
        "a\n===\n",
        "　",
        "\u{200d}",
        "预览时标签不可点\n\n",
        "赞\n\n",
        "> > a\n",
        "a: b\n",
        "    a\n",
        "\t- a\n",
        "以下文章来源于a\n\n.\n\n",
        "阿茶\n\n",
        "(",
        "](a\\",
        "![![",
        "`[`](",
        "*[a](b)*",
    ] {
        let many = part.repeat((1 << 18) / part.len());
        for input in [
            format!("{link}{many}"),
            format!("---\ntitle: a\nurl: https://mp.weixin.qq.com/s/a\n{many}\n---\n{many}"),
        ] {
            let start = Instant::now();
            let outcome =
                clean(&input, &Options::default()).map(|article| article.to_markdown().len());
            let took = start.elapsed();
            assert!(
                took < Duration::from_secs(30),
                "{part:?} took {took:?}: {outcome:?}"
            );
        }
    }
}

#[test]
fn depth_is_bounded() {
    for part in ["> ", "- ", "1. ", "> - "] {
        let deep = format!(
            "[a](https://mp.weixin.qq.com/s/a)\n\n{}字\n",
            part.repeat(10_000)
        );
        let text = clean(&deep, &Options::default())
            .expect("an article")
            .to_text();
        assert!(text.contains('字'), "{part:?}");
    }
}
