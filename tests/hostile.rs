//! Inputs made to hang, to crash or to fill the memory: a result or an error comes, and soon.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use wechat_article_cleaner::{Options, clean, clean_bytes};

/// Generous, because tests run unoptimised and beside others. What is not linear takes hours.
const SOON: Duration = Duration::from_secs(60);

const MEGABYTE: usize = 1 << 20;

/// What an article may repeat of itself, addresses of links and notes, in bytes.
const MOST_REPEATED: usize = 16 * MEGABYTE;

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
fn depth_of_every_sort() {
    for (name, part) in [
        ("sections with paragraphs", "<section><p>字"),
        ("spans", "<span>字"),
        ("bold", "<b><i>字"),
        (
            "fonts that differ",
            "<font color=1><font color=2><font color=3>字",
        ),
        ("lists", "<ul><li>字"),
        ("quotes", "<blockquote>字"),
        ("tables", "<table><tr><td>字"),
        ("links", "<a href=//a.cn>字"),
        ("drawings", "<svg><g>"),
        ("breakouts", "<svg><div>字"),
        ("buttons", "<button>字"),
        ("hidden", "<p style='opacity:0'><span hidden>字"),
        (
            "grounds",
            "<div style='background:url(//a.cn/1)'><p style=color:#fff>字",
        ),
        (
            "code",
            "<pre><code><div style='white-space:pre;font-family:mono'>字",
        ),
        (
            "formulas",
            "<math><mfrac><msqrt><mrow><mtable><mtr><mtd><mi>x",
        ),
        (
            "drawn formulas",
            "<svg><g data-mml-node=math><g data-mml-node=mover>",
        ),
    ] {
        ends_soon(name, &page(&many(part, 2 * MEGABYTE)));
    }
}

#[test]
fn length_of_every_sort() {
    for (name, part) in [
        ("paragraphs", "<p>字"),
        ("ends of paragraphs", "</p>"),
        ("breaks", "<br>"),
        ("runs", "字<b>字</b>"),
        ("stars", "*"),
        ("brackets", "["),
        ("backticks", "`a``b"),
        ("comments", "<!--"),
        ("entities", "&amp"),
        ("rows", "<table><tr><td>字</table>"),
        ("prompts", "<p>知识星球报名优惠，欢迎加入</p>"),
        (
            "headings of lists",
            "<p>推荐阅读</p><p><a href='https://mp.weixin.qq.com/s/a'>字</a></p>",
        ),
        ("pictures", "<img data-src='https://mmbiz.qpic.cn/a/b/0'>"),
        ("hidden", "<p hidden>字<i style=font-size:0>字</i>"),
        (
            "drawn pictures",
            "<svg style='background:url(//a.cn/1)'></svg>",
        ),
        (
            "lines of code",
            "<pre><code>字</code><code><span>1</span>字</code></pre>",
        ),
        ("formulas", "<math><mi>x</mi><mtable></mtable></math>"),
        ("readings", "<ruby>字<rt>字"),
        ("notes", "<p>字<sup>[1]</sup><p>[1] 字https://"),
        ("numbers of notes", "<sup>[1][2]</sup>字"),
        ("lists of notes", "<ol><li>字<li>字</ol><p>字"),
    ] {
        ends_soon(name, &page(&many(part, MEGABYTE)));
    }
}

#[test]
fn attributes_and_scripts() {
    let attributes: String = (0..100_000).map(|n| format!(" a{n}=1")).collect();
    ends_soon("attributes", &page(&format!("<p{attributes}>字")));
    ends_soon(
        "style",
        &page(&format!("<p style=\"{}\">字", many("a:b;", MEGABYTE))),
    );
    for (name, part) in [
        ("arrays", "["),
        ("objects", "{a:"),
        ("assignments", "msg_title = "),
        ("unended texts", "var msg_title = '"),
        ("unended objects", "window.cgiDataNew = {a:"),
        ("calls", "JsDecode("),
        ("operators", "1||"),
        ("signs", "-"),
    ] {
        let script = format!("<script>window.cgiDataNew = {}", many(part, MEGABYTE));
        ends_soon(name, &page(&script));
        ends_soon(name, &page(&format!("{script}</script>")));
    }
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
fn archives_of_every_sort() {
    let head = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n";
    let html = "\n--b\nContent-Type: text/html\n";
    let nested = "\n--b\nContent-Type: multipart/related; boundary=b\n";
    for (name, start, part) in [
        ("headers", head, "X-Header: value\n"),
        ("folded headers", head, "\t folded\n"),
        ("a header", head, "x"),
        ("colons", ":", ":\n"),
        ("no boundary", "Content-Type: multipart/related\n\n", "--\n"),
        ("boundaries", head, "\n--b\n"),
        ("boundaries in lines", head, "--b"),
        ("parts", head, html),
        ("parts within parts", head, nested),
        (
            "boundaries that grow",
            head,
            "\n--bb\nContent-Type: multipart/related; boundary=bb\n\n",
        ),
        ("dashes", "Content-Type: multipart/related\n\n", "-"),
    ] {
        ends_soon(name, &format!("{start}{}", many(part, 2 * MEGABYTE)));
    }
    let html = format!("{head}{html}");
    for (name, header, part) in [
        ("equals", "Content-Transfer-Encoding: quoted-printable", "="),
        (
            "soft breaks",
            "Content-Transfer-Encoding: quoted-printable",
            "= \t",
        ),
        ("base64", "Content-Transfer-Encoding: base64", "PHA+"),
        ("padding", "Content-Transfer-Encoding: base64", "="),
        ("ids", "Content-Location: https://a.cn", "\"cid:"),
        ("pictures by id", "Content-ID: <x>", "<img src=\"cid:x\">"),
        ("charset", "Content-Type: text/html; charset=x", "字"),
    ] {
        ends_soon(
            name,
            &format!("{html}{header}\n\n{}", many(part, 2 * MEGABYTE)),
        );
    }
}

#[test]
fn wrappings_of_every_sort() {
    for (name, start, part) in [
        ("items", "<rss>", "<item>"),
        ("ended items", "<rss>", "<item></item>"),
        ("members", "<item>", "<a>x</a>"),
        ("members without end", "<item>", "<a>"),
        ("names", "<item>", "<a"),
        ("sections", "<item><description>", "<![CDATA["),
        ("ended sections", "<item><description>", "<![CDATA[]]>"),
        (
            "ends in sections",
            "<item><description>",
            "<![CDATA[</description>]]>",
        ),
        ("attributes", "<entry><link href=", "href="),
        ("comments before a root", "", "<!---->"),
        ("quotes", "\"<p>", "\\\""),
        ("escapes", "\"<p>", "\\u003"),
        ("backslashes", "<p class=\\\"a\\\">", "\\"),
        ("arrays", "", "["),
        ("objects", "", "{\"a\":"),
        ("members with markup", "{", "\"a\":\"<p>字\","),
        ("items with markup", "[", "{\"a\":\"<p>字\"},"),
        ("ended arrays", "[", "[\"<\"],"),
        ("strings in strings", "", "\"\\\""),
        ("entities", "&lt;p", "&amp;lt;"),
        ("lines", "<html>", "<td class=\"line-content\">js_content"),
        (
            "unended lines",
            "<html>",
            "class=\"line-content\"js_content",
        ),
        (
            "shown source",
            "<body id=\"viewsource\">js_content",
            "<a \"",
        ),
        ("starts of selections", "", "<!--StartFragment-->"),
        (
            "ends of selections",
            "<!--StartFragment-->",
            "<!--EndFragment-->",
        ),
        (
            "headers of selections",
            "Version:0.9\nStartHTML:1\n",
            "SourceURL:x\n",
        ),
    ] {
        ends_soon(name, &format!("{start}{}", many(part, 2 * MEGABYTE)));
    }
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
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    let corpus = std::env::var_os("CORPUS").map_or(beside, PathBuf::from);
    let Ok(pages) = fs::read_dir(corpus.join("html")) else {
        // Straight to the terminal: the runner shows the rest only of tests that fail.
        let said = format!("skipped: no corpus at {}\n", corpus.display());
        let _ = std::io::Write::write_all(&mut std::io::stderr(), said.as_bytes());
        return;
    };
    let mut paths: Vec<_> = pages.map(|page| page.expect("a page").path()).collect();
    paths.sort();
    // `HOSTILE_STEP=1` cuts off at every byte, which takes hours.
    let step = std::env::var("HOSTILE_STEP").map_or(104_729, |step| step.parse().expect("bytes"));
    for path in paths.iter().step_by(10) {
        let unpacked = Command::new("gzip").arg("-dc").arg(path).output();
        let page = unpacked.expect("gzip unpacks the corpus").stdout;
        cut_off(&page, step);
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
