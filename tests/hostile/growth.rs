//! Four times the input takes four times the time: of one part repeated, and of two parts that meet.

use std::collections::BTreeMap;
use std::fs;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use serde::Deserialize;
use wechat_article_cleaner::{Options, clean};

use super::{MEGABYTE, many, page};

/// What an article may repeat of itself, addresses of links and notes, in bytes.
const MOST_REPEATED: usize = 16 * MEGABYTE;

/// What is repeated: in an article, as a whole document after a start, and in archives in Markdown. `npm run hostile` reads
/// the same list.
const REPEATED: &str = include_str!("repeated.json");

/// How many bytes of a part the smaller input has.
const SIZE: usize = 1 << 16;

#[derive(Deserialize)]
struct Repeated {
    pages: BTreeMap<String, String>,
    /// What stands before the part, the part, and what stands after it, if anything.
    documents: BTreeMap<String, Vec<String>>,
    markdown: Vec<String>,
}

fn repeated() -> Repeated {
    serde_json::from_str(REPEATED).expect("the list is JSON")
}

#[test]
fn pages_are_linear() {
    for (name, part) in repeated().pages {
        grows_with(&name, SIZE, |size| {
            (page(&many(&part, size)), Options::default())
        });
    }
}

#[test]
fn documents_are_linear() {
    for (name, parts) in repeated().documents {
        let end = parts.get(2).map_or("", String::as_str);
        grows_with(&name, SIZE, |size| {
            let whole = format!("{}{}{end}", parts[0], many(&parts[1], size));
            (whole, Options::default())
        });
    }
}

#[test]
fn markdown_is_linear() {
    for part in repeated().markdown {
        for (start, middle) in [
            ("![](https://mmbiz.qpic.cn/a)\n\n", None),
            (
                "Title: a\nURL Source: https://mp.weixin.qq.com/s/a\nMarkdown Content:\n",
                None,
            ),
            (
                "---\ntitle: a\nurl: https://mp.weixin.qq.com/s/a\n",
                Some("\n---\n"),
            ),
        ] {
            grows_with(&format!("{start}{part}"), SIZE / 2, |size| {
                let many = many(&part, size);
                let rest = middle.map_or(String::new(), |middle| format!("{middle}{many}"));
                (format!("{start}{many}{rest}"), Options::default())
            });
        }
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
    grows_with(
        "the text of a post as its title and its paragraphs",
        10_000,
        |n| {
            let lines: String = (0..n).map(|n| format!("山{n}\n\n")).collect();
            let title = lines.replace('\n', " ");
            of_page(format!(
                "---\ntitle: {title}\nurl: https://mp.weixin.qq.com/s/a\n---\n\n{lines}"
            ))
        },
    );
    grows_with(
        "lines that begin as the account's name, and pictures",
        10_000,
        |n| {
            let lines = "<p>山脚茶室服务</p>".repeat(n);
            let pictures = "<img data-src=//a.cn/1>".repeat(n);
            let body = format!(
                "<p>{}</p>{lines}{pictures}",
                "山上的茶，春天开始采。".repeat(4)
            );
            of_page(page(&body) + "<a id=js_name>山脚茶室</a>")
        },
    );
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

/// Four times `size` takes four times the time, and what comes out is not much longer than what went in: what is said again
/// and again would fill the memory.
fn grows_with(name: &str, size: usize, input: impl Fn(usize) -> (String, Options)) {
    /// What is quadratic takes 16 times as long; the bound leaves room for caches, and for what is sorted.
    const MOST: f64 = 8.0;
    /// What takes less, no clock compares. What is quadratic takes seconds.
    const SHORT: Duration = Duration::from_millis(150);
    let took = |size| {
        let (input, options) = input(size);
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
    let (mut quarter, mut whole) = (Duration::MAX, Duration::MAX);
    // A second and a third time, should the machine be at fault.
    for _ in 0..3 {
        whole = whole.min(took(4 * size));
        if whole < SHORT {
            return;
        }
        quarter = quarter.min(took(size));
        if whole.as_secs_f64() < MOST * quarter.as_secs_f64() {
            return;
        }
    }
    panic!("{name}: {quarter:?}, and four times as much {whole:?}");
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
