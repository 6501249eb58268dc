//! Markdown made to hang, as archives are read.

use std::time::{Duration, Instant};

use wechat_article_cleaner::{Options, clean};

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
