//! Markdown made to hang, as archives are read.

use std::time::{Duration, Instant};

use wechat_article_cleaner::{Options, clean};

use super::{MEGABYTE, ends_soon, many};

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
fn hostile_markdown_ends_soon() {
    let link = "![](https://mmbiz.qpic.cn/a)\n\n";
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
        "<img ",
        "<img src='a'>",
        "[\n\n![](a)\n\n",
        "1篇原创内容\n\n",
        "![](a)\n\n一\n\n",
        "喜欢此内容的人还喜欢\n\n一\n\n",
        "公众号：a\n",
        "> 公众号：a\n\n",
        "a | b | ",
        "Title: a\n",
        "![[",
        "![[a.png|",
        "![[a.png]]",
        "## 摘要\n\n",
        "#a\n\n",
        "作者：a\n\n",
        "a~~",
        "~~a~~",
        "$a",
        "$$a",
        "$",
        "[^a",
        "[^a]",
        "[^1]: a\n",
        "a[^1]\n\n[^1]: ",
        "[a][1]\n[1]: http://a.cn\n",
        "<sub>",
        "<b>a</b>",
        "<!--",
        "<!-- -->",
        "<table>\n",
        "<table><tr><td>a\n",
        "~~~\n",
        "- [x] a\n",
    ] {
        let many = part.repeat((1 << 18) / part.len());
        for input in [
            format!("{link}{many}"),
            format!(
                "Title: a\nURL Source: https://mp.weixin.qq.com/s/a\nMarkdown Content:\n{many}"
            ),
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

/// What stands within each other, or is long and used often, is not copied again and again.
#[test]
fn what_is_nested_is_read_in_time() {
    let n = 200_000;
    let note = "春".repeat(n);
    for body in [
        format!("{}{}", "![a".repeat(n), "](x)".repeat(n)),
        format!("{}{}", "![a".repeat(n), "](javascript:x)".repeat(n)),
        format!("{}{}", "[a".repeat(n), "](x)".repeat(n)),
        format!("{}{}", "[![a".repeat(n), "](x)](y)".repeat(n)),
        format!("{}\n\n[^1]: {note}", "a[^1]".repeat(n)),
        format!("{}\n\n[1]: https://a.cn/{note}", "[a][1]".repeat(n)),
        format!("{}{}", "<b>".repeat(n), "</b>".repeat(n)),
        format!("{}</table>", "<table>\n".repeat(n)),
    ] {
        let start = Instant::now();
        let article = clean(
            &format!("---\ntitle: a\n---\n\n{body}"),
            &Options::default(),
        );
        let length = article.map(|article| article.to_markdown().len());
        let took = start.elapsed();
        assert!(took < Duration::from_secs(10), "{}: {took:?}", &body[..9]);
        assert!(
            !length.is_ok_and(|length| length > 8 * body.len()),
            "{}",
            &body[..9]
        );
    }
}

#[test]
fn depth_is_bounded() {
    for part in ["> ", "- ", "1. ", "> - "] {
        let deep = format!(
            "![](https://mmbiz.qpic.cn/a)\n\n{}字\n",
            part.repeat(10_000)
        );
        let text = clean(&deep, &Options::default())
            .expect("an article")
            .to_text();
        assert!(text.contains('字'), "{part:?}");
    }
}
