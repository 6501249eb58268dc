//! Twice the input takes twice the time: of one part repeated, and of two parts that meet.

use std::fs;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use wechat_article_cleaner::{Options, clean};

use super::{MEGABYTE, many, page};

/// What an article may repeat of itself, addresses of links and notes, in bytes.
const MOST_REPEATED: usize = 16 * MEGABYTE;

/// Twice the input takes twice the time. What is quadratic takes four times as long; the bound leaves room for caches.
#[test]
fn time_is_linear() {
    for (name, part) in [
        ("sections", "<section>"),
        ("paragraphs", "<p>字"),
        ("bold", "<b><i>字"),
        ("items", "<ul><li>字"),
        ("quotes", "<blockquote>字"),
        ("rows", "<table><tr><td>字"),
        ("runs", "字<b>字</b>"),
        ("links", "<a href=//a.cn>字</a>"),
        ("pictures", "<img data-src=//a.cn/1>"),
        ("notes", "字<sup>[1]</sup>"),
        ("entities", "&amp;&#x4e2d;"),
        ("brackets", "[字]("),
        ("stars", "*字 _"),
        ("prompts", "<p>点击上方蓝字关注我们</p>"),
        ("headings", "<h2>字</h2><p>字</p>"),
        ("code", "<pre><code>字</code></pre>"),
    ] {
        grows_with(name, 100_000, |size| {
            (page(&many(part, size)), Options::default())
        });
    }
}

/// Two parts of an input that both grow, and meet: each of the many with the whole of the long one. What is linear in the
/// length of each may be quadratic in that of the input.
#[test]
fn products_are_linear() {
    const PIECE: &str = "<p>山上的茶</p>";
    const FIELDS: &str = "---\ntitle: 山\nurl: https://mp.weixin.qq.com/s/a\n";
    let of_page = |html: String| (html, Options::default());
    let run = |n: usize| "字<b>体</b>".repeat(n);
    let address = |n: usize| format!("https://a.cn/{}", "a".repeat(n));
    let headed = |head: String, n: usize| {
        of_page(format!(
            "<html><head>{head}</head>{}",
            page(&PIECE.repeat(n))
        ))
    };
    let name = |n: usize| "茶".repeat(n);

    grows_with("a link's address and its runs", 7_000, |n| {
        of_page(page(&format!("<a href={}>{}</a>", address(10 * n), run(n))))
    });
    grows_with("a link's address and its paragraphs", 7_000, |n| {
        of_page(page(&format!(
            "<a href={}>{}</a>",
            address(10 * n),
            PIECE.repeat(n)
        )))
    });
    grows_with("a link's address and its pictures", 7_000, |n| {
        let pictures = "<img data-src=//a.cn/1>".repeat(n);
        of_page(page(&format!("<a href={}>{pictures}</a>", address(10 * n))))
    });
    grows_with("a note and its numbers", 7_000, |n| {
        let numbers = "字<sup>[1]</sup>".repeat(n);
        of_page(page(&format!(
            "<p>{numbers}</p><p>[1] {}</p>",
            "注".repeat(10 * n)
        )))
    });
    grows_with("a note's address and the words noted", 7_000, |n| {
        let words = format!("<span class=footnote-word>{}</span>", run(n));
        of_page(page(&format!(
            "<p>{words}<sup>[1]</sup></p><p>[1] {}</p>",
            address(10 * n)
        )))
    });
    grows_with("an account's name and pieces", 20_000, |n| {
        of_page(page(&PIECE.repeat(n)) + &format!("<a id=js_name>{}</a>", name(10 * n)))
    });
    grows_with("an author's name and pieces", 20_000, |n| {
        headed(format!("<meta name=author content={}>", name(10 * n)), n)
    });
    grows_with("a title and pieces", 20_000, |n| {
        headed(
            format!("<meta property=og:title content={}>", name(10 * n)),
            n,
        )
    });
    grows_with("a description and pieces", 20_000, |n| {
        headed(
            format!("<meta property=og:description content={}>", name(10 * n)),
            n,
        )
    });
    grows_with("pieces to be put back", 20_000, |n| {
        let mut options = Options::default();
        options.restore = (0..n).rev().collect();
        (page(&"<p>点击上方蓝字关注我们</p>".repeat(n)), options)
    });
    grows_with("pictures in pictures of Markdown", 20_000, |n| {
        of_page(format!(
            "{FIELDS}---\n\n{}字{}",
            "![".repeat(n),
            "](x)".repeat(n)
        ))
    });
    grows_with("an account's name and pieces of Markdown", 10_000, |n| {
        let pieces = "山上的茶\n\n".repeat(n);
        of_page(format!(
            "{FIELDS}account: {}\n---\n\n{pieces}",
            name(10 * n)
        ))
    });
}

/// Twice `size` takes twice the time, and what comes out is not much longer than what went in: what is said again and again
/// would fill the memory.
fn grows_with(name: &str, size: usize, input: impl Fn(usize) -> (String, Options)) {
    let took = |size| {
        let (input, options) = input(size);
        let run = || {
            let start = spent();
            let written = clean(&input, &options).map(|article| {
                [article.to_markdown(), article.to_html(), article.to_json()].map(|text| text.len())
            });
            let most = 100 * input.len() + 4 * MOST_REPEATED;
            let n_written: usize = written.iter().flatten().sum();
            assert!(
                n_written < most,
                "{name}: {n_written} bytes of {}",
                input.len()
            );
            spent() - start
        };
        run().min(run()).min(run())
    };
    let (half, whole) = (took(size), took(2 * size));
    let growth = whole.as_secs_f64() / half.as_secs_f64();
    // What is quadratic at this size takes seconds; what takes less than this, no clock compares.
    let is_short = whole.as_millis() < 100;
    assert!(
        is_short || growth < 3.0,
        "{name}: {half:?}, and twice as much {whole:?}"
    );
}

/// How long this thread has run, where the system tells; else the time of day, which counts what others do too.
fn spent() -> Duration {
    static START: OnceLock<Instant> = OnceLock::new();
    fs::read_to_string("/proc/thread-self/schedstat")
        .ok()
        .and_then(|text| text.split(' ').next()?.parse().ok())
        .map_or_else(
            || START.get_or_init(Instant::now).elapsed(),
            Duration::from_nanos,
        )
}
