use std::time::{Duration, Instant};

use ego_tree::iter::Edge;
use scraper::Html;

use super::nesting::MAX_DEPTH;
use super::scan;

/// What is made of `source`, as markup.
fn shown(source: &str) -> String {
    scan(source).html.html()
}

/// What the parser makes of `source`.
fn parsed(source: &str) -> String {
    // It is read here as if it had a document type, which is left out.
    let html = Html::parse_document(&format!("<!DOCTYPE html>{source}")).html();
    html.replace("<!DOCTYPE html>", "")
}

#[test]
fn leaves_out_what_is_not_shown() {
    for (source, expected) in [
        ("a<script>b</script>c", "ac"),
        ("a<SCRIPT type='x>y'>b</Script\n>c", "ac"),
        ("a<script>'</scripts>'</script x=\">\">c", "ac"),
        ("a<style>b > c {}</style>c", "ac"),
        ("a<script>b", "a"),
        ("a<script>b</script", "a"),
        (
            "a<!-- <p> -->b<!-->c<!--->d<!-- --!>e<!-- -- > -->f<!--!> -->g",
            "abcdefg",
        ),
        ("a<!-- b", "a"),
        ("a<!-- b -- !> --", "a"),
        ("<!--StartFragment--><p>a</p><!--EndFragment-->", "<p>a</p>"),
        (
            "<!--headTrap<body></body>--><html><body class='x'>",
            "<html><body class='x'>",
        ),
        ("a<?xml > b?>c</ d>e</>f<!x>g", "a b?>cefg"),
        ("a<![CDATA[b>c]]>d", "ac]]>d"),
        (
            "<svg><text>a<![CDATA[b>c]]>d</text></svg>",
            "<svg><text>ab&gt;cd</text></svg>",
        ),
        (
            "<svg><style/><script href='x'/><title>茶</title><style>a{}</style></svg>",
            "<svg><title>茶</title></svg>",
        ),
        ("a<noscript><img src=x></noscript>b", "ab"),
        (
            "a<template><p><template></template><script></template></script>b</template>c",
            "ac",
        ),
        (
            "<iframe src=x>old <b>browser</iframe>b",
            "<iframe src=x></iframe>b",
        ),
        ("<iframe src=x />b", "<iframe src=x></iframe>b"),
        ("<!DOCTYPE html><p>a", "<p>a"),
        ("a&am<!-- -->p;\r<!-- -->\nb", "a&amp;amp;\n\nb"),
        (
            "<form><select><option>a</select></form><plaintext>b<frameset>",
            "ab",
        ),
        ("a <b title='x", "a "),
        // Two pieces of text must not make a tag between them.
        ("<<!-- -->b>", "&lt;b>"),
        ("<<script></script>/p>", "&lt;/p>"),
    ] {
        assert_eq!(shown(source), parsed(expected), "{source}");
    }
}

#[test]
fn keeps_text_that_looks_like_markup() {
    for source in [
        "<title><b></title>",
        "<textarea><script></textarea>",
        "<xmp><!-- </xmp>",
        "<a title='<script>'>b</a>",
    ] {
        assert_eq!(shown(source), parsed(source));
    }
}

#[test]
fn keeps_scripts_that_hold_data() {
    let source = "<script>var ct = '1';</script>\
        <script>window.cgiDataNew = {content: '<p>\\x3c/script>'};</script>\
        <script>if (ct == 1) { nickname(); }</script>\
        <script>var product = 1;</script>\
        <script src=\"x.js\"></script>\
        <template><script>var ct = 2;</script></template>\
        <script>var msg_title='cut off";
    assert_eq!(
        scan(source).scripts,
        [
            "var ct = '1';",
            "window.cgiDataNew = {content: '<p>\\x3c/script>'};",
            "var msg_title='cut off"
        ]
    );
}

#[test]
fn ends_scripts_as_browsers_do() {
    for (script, rest) in [
        ("ct = 1; x = '<!-- <p>'", "</script>a"),
        ("ct = 1; <!-- <script> </script> -->", "</script>a"),
        ("ct = 1; <!-- <script> </script> <!-- ", "</script>a"),
        ("ct = 1; <!--> <script>", "</script>a"),
        ("ct = 1; <!-- <scripts>", "</script>a"),
        ("ct = 1; <!-- <script> --> </p>", "</script>a"),
        ("ct = 1; <!-- <SCRIPT/> </p> </script>a", ""),
    ] {
        let source = format!("<script>{script}{rest}");
        let scan = scan(&source);
        assert_eq!(scan.scripts, [script]);
        let expected = if rest.is_empty() { "" } else { "a" };
        assert_eq!(scan.html.html(), parsed(expected), "{source}");
    }
}

#[test]
fn changes_nothing_for_the_parser() {
    for source in [
        "<ul><li>a<li><p>b<ul><li>c</ul><li>d</ul>e",
        "<p>a<p>b<div>c</p>d</div></p>e",
        "a</p>b</br>c</div>d</b>e",
        "<!DOCTYPE html><p>a<table><tr><td>b<td>c<tr><th>d<tbody><td>e</table>f",
        "<table><caption>a<col><tr><td><table><tr><td>b</table>c</table>d",
        "<table>a<b>c</b><tr>d<td>e</table>",
        "<dl><dt>a<dd>b<dt>c</dl>",
        "<h1>a<h2>b</h3>c",
        "<ruby>汉<rp>(<rt>han<rp>)</ruby>",
        "<section><span>a<b>b</section>",
        "<span><div>a</span>b</div>c",
        "<b><b><b><b>a</b></b></b></b>b",
        "<a href=1>a<a href=2>b</a>",
        "<button>a<button>b",
        "<svg><g><path/><circle></g><foreignObject><p>a<div>b</foreignObject></svg>c",
        "<svg><g><p>a</svg>b",
        "<math><mi>a<mo>b</math>c",
        "<DIV><P>a<SPAN>b</DIV>c",
        "<html lang=zh><head><title>a</title></head><body class=x>b</body></html>\n<p>c",
        "<div/>a<br/>b</div>c",
        "<p a=1 b = 'x>' c=\"'\" d=e/f/ g/>a",
    ] {
        assert_eq!(shown(source), parsed(source), "{source}");
    }
}

#[test]
fn ends_misnested_formatting() {
    for (source, expected) in [
        ("<p><b>a</p><p>b</p>", "<p><b>a</b></p><p>b</p>"),
        ("<b><p>a</b>b</p>c", "<b><p>ab</p></b>c"),
        ("<i><b>a</i>b</b>", "<i><b>a</b></i>b"),
        ("<a><div>a<a>b</a>c</div></a>", "<a><div>abc</div></a>"),
        (
            "<b><table><td></b>a</table>",
            "<b><table><td>a</td></tr></tbody></table>",
        ),
    ] {
        assert_eq!(shown(source), parsed(expected), "{source}");
    }
}

#[test]
fn leaves_out_what_goes_too_deep() {
    let open = "<section>".repeat(MAX_DEPTH + 10);
    let close = "</section>".repeat(MAX_DEPTH + 10);
    let source = format!("<div>{open}a<img src=x><hr><path/>{close}</div><p>b</p>");
    let open = "<section>".repeat(MAX_DEPTH - 1);
    let close = "</section>".repeat(MAX_DEPTH - 1);
    assert_eq!(
        shown(&source),
        parsed(&format!("<div>{open}a<img src=x>{close}</div><p>b</p>"))
    );
    // What has no end does not keep the rest of the page out.
    let source = format!("<div>{}a</div><p>b</p>", "<i>".repeat(MAX_DEPTH + 10));
    assert!(shown(&source).ends_with("</i></div><p>b</p></body></html>"));
}

#[test]
fn leaves_out_too_many_attributes() {
    let attributes: String = (0..300).map(|i| format!(" a{i}=x")).collect();
    for (source, expected) in [
        (format!("<p{attributes}>a</p{attributes}>"), "<p>a</p>"),
        (format!("<svg><g{attributes} /></svg>"), "<svg><g/></svg>"),
        (format!("<title>a</title{attributes}>"), "<title>a</title>"),
    ] {
        assert_eq!(shown(&source), parsed(expected));
    }
}

#[test]
fn stays_linear_in_hostile_pages() {
    const SIZE: usize = 200_000;
    let deep = "<section>".repeat(200);
    let unclosed: String = (0..SIZE / 20)
        .map(|i| format!("<p><b id={i}>x</p>"))
        .collect();
    let attributes: String = (0..SIZE / 8).map(|i| format!(" a{i}")).collect();
    let roots: String = (0..SIZE / 12).map(|i| format!("<body a{i}>")).collect();
    let repeated = |part: &str| part.repeat(SIZE / part.len());
    for source in [
        repeated("<section>"),
        repeated("<div></i>"),
        repeated("<b><p></b>"),
        repeated("<a><div>"),
        repeated("<li><dd>"),
        repeated("<table><tr><td>"),
        repeated("<svg><foreignObject><div>"),
        repeated("<optgroup><ruby><rt>"),
        repeated("<font size=1></object><object>"),
        repeated("<!--"),
        repeated("<script><!--"),
        repeated("<title></t"),
        repeated("<![CDATA["),
        format!("<svg>{}", repeated("<![CDATA[")),
        format!("{deep}{}", repeated("<p>")),
        format!("<b>{deep}{}", repeated("\n")),
        format!("{deep}{}", repeated("<i></x>")),
        unclosed,
        format!("<p{attributes}>"),
        roots,
    ] {
        let start = Instant::now();
        let html = scan(&source).html;
        let elapsed = start.elapsed();
        let shown = &source[source.len().saturating_sub(40)..];
        assert!(elapsed < Duration::from_secs(10), "{elapsed:?}: … {shown}");
        let (mut depth, mut deepest) = (0usize, 0);
        for edge in html.tree.root().traverse() {
            match edge {
                Edge::Open(_) => depth += 1,
                Edge::Close(_) => depth -= 1,
            }
            deepest = deepest.max(depth);
        }
        assert!(deepest < MAX_DEPTH + 10, "{deepest}: … {shown}");
        assert!(html.tree.nodes().len() < SIZE, "… {shown}");
    }
}

#[test]
fn survives_every_cut() {
    let source = "<!DOCTYPE html><p 中='茶' b=\"<\">中<!-- 茶 --><svg><![CDATA[文]]></svg><script>ct='<!--<script>茶'</script>\
        <iframe/><title>中</title><table><col>茶</td></table><b><p></b>";
    for (end, _) in source.char_indices() {
        let _ = shown(&source[..end]);
        let _ = shown(&source[end..]);
    }
}
