//! Inputs made to hang, to crash or to fill the memory: a result or an error comes, and soon.

use std::time::{Duration, Instant};

use wechat_article_cleaner::{Options, clean};

/// Generous, because tests run unoptimised and beside others. What is not linear takes hours.
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
    }
}
