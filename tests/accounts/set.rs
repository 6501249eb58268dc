//! The made-up articles: how a file of them is read, and what page and what archive it stands for.

use std::fmt::Write;
use std::fs;
use std::path::Path;

/// One article of the set.
pub(crate) struct Account {
    /// The name of its file, for messages.
    pub file: String,
    pub account: String,
    pub author: String,
    pub title: String,
    pub lines: Vec<Line>,
}

pub(crate) struct Line {
    pub is_article: bool,
    pub kind: String,
    pub text: String,
}

/// The articles of a folder, by name.
pub(crate) fn accounts(folder: &Path) -> Vec<Account> {
    let mut paths: Vec<_> = fs::read_dir(folder)
        .expect("the set is there")
        .map(|entry| entry.expect("it can be listed").path())
        .collect();
    paths.sort();
    paths
        .iter()
        .map(|path| {
            account(
                path.file_stem()
                    .expect("it has a name")
                    .to_string_lossy()
                    .as_ref(),
                &fs::read_to_string(path).expect("it can be read"),
            )
        })
        .collect()
}

fn account(file: &str, text: &str) -> Account {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let head: Vec<&str> = lines.next().expect("a first line").split('\t').collect();
    let [_, account, author, title] = head[..] else {
        panic!("{file}: the first line wants #, account, author and title: {head:?}");
    };
    let lines = lines.map(|line| {
        let parts: Vec<&str> = line.splitn(3, '\t').collect();
        assert!(
            matches!(parts[0], "K" | "R") && parts.len() >= 2,
            "{file}: {line}"
        );
        Line {
            is_article: parts[0] == "K",
            kind: parts[1].to_owned(),
            text: parts
                .get(2)
                .map_or(String::new(), |text| (*text).to_owned()),
        }
    });
    Account {
        file: file.to_owned(),
        account: account.to_owned(),
        author: author.to_owned(),
        title: title.to_owned(),
        lines: lines.collect(),
    }
}

/// What the address of the picture in line `n` holds, and no other.
pub(crate) fn picture_name(n: usize) -> String {
    format!("picture{n}x")
}

fn picture(n: usize) -> String {
    format!(
        "https://mmbiz.qpic.cn/mmbiz_png/{}/640?wx_fmt=png",
        picture_name(n)
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// The size that the words of a picture tell: `qr 300x300`.
fn size(text: &str) -> Option<(f64, f64)> {
    text.split(' ').find_map(|word| {
        let (width, height) = word.split_once('x')?;
        Some((width.parse().ok()?, height.parse().ok()?))
    })
}

pub(crate) fn page(account: &Account) -> String {
    let mut out = format!(
        "<html><head><meta property=\"og:title\" content=\"{0}\"></head><body><div id=\"page-content\">\
         <h1 id=\"activity-name\">{0}</h1><a id=\"js_name\">{1}</a>\
         <script>var nickname = \"{1}\"; var msg_title = '{0}';</script><div id=\"js_content\">\n",
        escaped(&account.title),
        escaped(&account.account)
    );
    for (n, Line { kind, text, .. }) in account.lines.iter().enumerate() {
        let words = escaped(text);
        let address = picture(n);
        let _ = match kind.as_str() {
            "h" => writeln!(out, "<h2>{words}</h2>"),
            "b" => writeln!(out, "<p><strong><span>{words}</span></strong></p>"),
            "li" => writeln!(out, "<ul><li><p>{words}</p></li></ul>"),
            "q" => writeln!(out, "<blockquote><p>{words}</p></blockquote>"),
            "hr" => writeln!(out, "<hr>"),
            "link" => writeln!(
                out,
                "<p><a href=\"https://mp.weixin.qq.com/s/link{n}\">{words}</a></p>"
            ),
            "img" => {
                let (width, height) = size(text).unwrap_or((1080.0, 720.0));
                let kind = if text.contains("gif") { "gif" } else { "png" };
                let ratio = height / width;
                writeln!(
                    out,
                    "<p><img data-src=\"{address}\" data-type=\"{kind}\" data-w=\"{width}\" data-ratio=\"{ratio}\"></p>"
                )
            }
            _ => writeln!(out, "<p><span>{words}</span></p>"),
        };
    }
    out + "</div></div></body></html>"
}

pub(crate) fn archive(account: &Account) -> String {
    let mut out = format!(
        "---\ntitle: {0}\nurl: https://mp.weixin.qq.com/s?__biz=MzAwMDAwMDAwMA==&mid=2650000001&idx=1&sn=00ff\nsource: {1}\n\
         date: 2024-03-05\n---\n\n# {0}\n\n{2}\n\n{1}\n\n",
        account.title, account.account, account.author
    );
    for (n, Line { kind, text, .. }) in account.lines.iter().enumerate() {
        let address = picture(n);
        let _ = match kind.as_str() {
            "h" => writeln!(out, "## {text}\n"),
            "b" => writeln!(out, "**{text}**\n"),
            "li" => writeln!(out, "* {text}\n"),
            "q" => writeln!(out, "> {text}\n"),
            "hr" => writeln!(out, "---\n"),
            "link" => writeln!(out, "[{text}](https://mp.weixin.qq.com/s/link{n})\n"),
            "img" => writeln!(out, "![]({address})\n"),
            _ => writeln!(out, "{text}\n"),
        };
    }
    out
}

/// Letters and digits only, so that marks of Markdown and spacing do not count.
pub(crate) fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}
