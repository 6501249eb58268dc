//! Whatever form an article is given in, it is the same article.
//!
//! Pages of this repository are wrapped here in each form. The forms of real pages, which browsers made, stand in a
//! corpus that is not part of it: `../shared/corpus`, or where `CORPUS` says.

#[path = "corpus/folder.rs"]
mod folder;

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use encoding_rs::GB18030;
use folder::{corpus, unpacked};
use wechat_article_cleaner::{Article, ErrorKind, Options, Source, clean, clean_bytes};

fn fixture(name: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    fs::read_to_string(root.join(name).join("page.html")).expect("the fixture is there")
}

fn cleaned(input: &[u8]) -> Article {
    clean_bytes(input, &Options::default())
        .unwrap_or_else(|error| panic!("{error}\n{}", String::from_utf8_lossy(input)))
}

/// A text as a literal of JSON.
fn json(text: &str) -> String {
    serde_json::to_string(text).expect("any text can be written")
}

/// A text as it stands in HTML.
fn html(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('\u{a0}', "&nbsp;")
}

fn quoted_printable(bytes: &[u8]) -> String {
    let mut out = String::new();
    let mut length = 0;
    for byte in bytes {
        let start = out.len();
        match byte {
            b'\n' => out.push_str("\r\n"),
            b' '..=b'~' if *byte != b'=' => out.push(char::from(*byte)),
            byte => write!(out, "={byte:02X}").expect("a string takes it"),
        }
        length = if *byte == b'\n' {
            0
        } else {
            length + out.len() - start
        };
        if length > 72 {
            out.push_str("=\r\n");
            length = 0;
        }
    }
    out
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for (n, chunk) in bytes.chunks(3).enumerate() {
        let bits = (0..3).fold(0, |bits, at| {
            bits << 8 | usize::from(*chunk.get(at).unwrap_or(&0))
        });
        for at in 0..4 {
            let digit = DIGITS[bits >> (18 - 6 * at) & 63];
            out.push(if at > chunk.len() {
                '='
            } else {
                char::from(digit)
            });
        }
        if n % 19 == 18 {
            out.push_str("\r\n");
        }
    }
    out
}

fn archive(encoding: &str, charset: &str, body: &str) -> Vec<u8> {
    format!(
        "From: <Saved by Blink>\r\nSubject: =?utf-8?Q?=E8=8C=B6?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----b----\"\r\n\r\n\r\n\
         ------b----\r\nContent-Type: text/html{charset}\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n{body}\r\n\
         ------b----\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n------b------\r\n"
    )
    .into_bytes()
}

fn chromium_view(page: &str) -> String {
    let lines: String = page
        .lines()
        .map(|line| {
            let line = html(line).replace("&lt;div", "<span class=\"html-tag\">&lt;div</span>");
            format!("<tr><td class=\"line-number\" value=\"1\"></td><td class=\"line-content\">{line}</td></tr>")
        })
        .collect();
    format!(
        "<html><head><meta name=\"color-scheme\" content=\"light dark\"></head><body><div class=\"line-gutter-backdrop\"></div>\
         <form autocomplete=\"off\"><label class=\"line-wrap-control\">Line wrap<input type=\"checkbox\"></label></form>\
         <table><tbody>{lines}</tbody></table></body></html>"
    )
}

fn firefox_view(page: &str) -> String {
    let shown = html(page).replace("&lt;div", "&lt;<span class=\"start-tag\">div</span>");
    format!(
        "<html><head><title></title></head><body id=\"viewsource\" class=\"highlight\"><pre id=\"line1\">{shown}</pre></body></html>"
    )
}

fn utf16(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(to_bytes).collect()
}

/// A page in each form that holds whole pages.
fn wrapped_page(page: &str) -> Vec<(&'static str, Source, Vec<u8>)> {
    let gbk = GB18030.encode(page).0;
    let marked = format!("\u{feff}{page}");
    let js = page
        .replace('\\', "\\\\")
        .replace('\'', "\\'")
        .replace('\n', "\\n")
        .replace("</", "<\\/");
    let ascii: String = json(page)
        .chars()
        .flat_map(|c| {
            if c.is_ascii() && !"<>&".contains(c) {
                c.to_string()
            } else {
                c.encode_utf16(&mut [0; 2])
                    .iter()
                    .map(|unit| format!("\\u{unit:04x}"))
                    .collect()
            }
            .chars()
            .collect::<Vec<_>>()
        })
        .collect();
    let in_json = json(page);
    vec![
        ("mark", Source::Page, marked.clone().into_bytes()),
        ("gbk", Source::Page, gbk.to_vec()),
        ("utf-16le", Source::Page, utf16(&marked, u16::to_le_bytes)),
        ("utf-16be", Source::Page, utf16(&marked, u16::to_be_bytes)),
        (
            "quoted-printable",
            Source::Mhtml,
            archive("quoted-printable", "", &quoted_printable(page.as_bytes())),
        ),
        (
            "base64",
            Source::Mhtml,
            archive("base64", "", &base64(page.as_bytes())),
        ),
        (
            "8bit",
            Source::Mhtml,
            archive("8bit", "; charset=\"utf-8\"", page),
        ),
        (
            "gbk in an archive",
            Source::Mhtml,
            archive("base64", "; charset=gb2312", &base64(&gbk)),
        ),
        (
            "chromium's view",
            Source::ViewSource,
            chromium_view(page).into_bytes(),
        ),
        (
            "firefox's view",
            Source::ViewSource,
            firefox_view(page).into_bytes(),
        ),
        ("entities", Source::ViewSource, html(page).into_bytes()),
        ("json", Source::Escaped, in_json.clone().into_bytes()),
        ("ascii json", Source::Escaped, ascii.into_bytes()),
        (
            "json without quotes",
            Source::Escaped,
            in_json.trim_matches('"').as_bytes().to_vec(),
        ),
        ("json in json", Source::Escaped, json(&in_json).into_bytes()),
        (
            "js",
            Source::Escaped,
            format!("const page = '{js}';").into_bytes(),
        ),
        (
            "object",
            Source::Escaped,
            format!("{{\"code\": 0, \"data\": {{\"html\": {in_json}}}}}").into_bytes(),
        ),
        (
            "json in an archive",
            Source::Mhtml,
            archive(
                "quoted-printable",
                "",
                &quoted_printable(in_json.as_bytes()),
            ),
        ),
    ]
}

#[test]
fn pages_are_the_same_in_each_form() {
    for name in ["article-2017", "article-2026", "pictures", "text-post"] {
        let page = fixture(name);
        let expected = cleaned(page.as_bytes()).to_markdown();
        for (form, source, input) in wrapped_page(&page) {
            let article = cleaned(&input);
            assert_eq!(article.to_markdown(), expected, "{name}, {form}");
            assert_eq!(article.page.source, source, "{name}, {form}");
            assert!(
                article.warnings.is_empty(),
                "{name}, {form}: {:?}",
                article.warnings
            );
        }
    }
}

/// A part of a page in each form that holds parts.
fn wrapped_part(part: &str) -> Vec<(&'static str, Source, String)> {
    let selection = format!(
        "<html><body>\r\n<!--StartFragment-->{part}<!--EndFragment-->\r\n</body>\r\n</html>"
    );
    let escaped = html(part);
    let in_json = json(part);
    vec![
        ("comments", Source::Clipboard, selection.clone()),
        (
            "windows",
            Source::Clipboard,
            format!(
                "Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:0000000500\r\nStartFragment:0000000141\r\nEndFragment:0000000460\r\n{selection}"
            ),
        ),
        (
            "chromium",
            Source::Clipboard,
            format!("<meta charset='utf-8'>{part}"),
        ),
        (
            "firefox",
            Source::Clipboard,
            format!(
                "<meta http-equiv=\"content-type\" content=\"text/html; charset=utf-8\">{part}"
            ),
        ),
        (
            "rss",
            Source::Feed,
            format!(
                "<?xml version=\"1.0\"?>\n<rss version=\"2.0\"><channel><title>茶</title><item><description>短</description><content:encoded><![CDATA[{part}]]></content:encoded></item></channel></rss>"
            ),
        ),
        (
            "item",
            Source::Feed,
            format!("<item><description>{escaped}</description></item>"),
        ),
        (
            "atom",
            Source::Feed,
            format!(
                "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><content type=\"html\">{escaped}</content></entry></feed>"
            ),
        ),
        (
            "json feed",
            Source::Feed,
            format!(
                "{{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [{{\"content_html\": {in_json}}}]}}"
            ),
        ),
        ("json", Source::Escaped, in_json.clone()),
        (
            "member",
            Source::Escaped,
            format!("\"content\": {in_json},"),
        ),
        ("entities", Source::ViewSource, escaped),
    ]
}

#[test]
fn parts_are_the_same_in_each_form() {
    let part = fixture("fragment");
    let expected = cleaned(part.as_bytes()).to_markdown();
    for (form, source, input) in wrapped_part(&part) {
        for input in [
            input.clone().into_bytes(),
            GB18030.encode(&input).0.into_owned(),
        ] {
            let article = cleaned(&input);
            assert_eq!(article.to_markdown(), expected, "{form}");
            assert_eq!(article.page.source, source, "{form}");
        }
    }
}

#[test]
fn notices_come_out_of_each_form() {
    for (name, kind) in [
        ("error-captcha", ErrorKind::Captcha),
        ("error-deleted", ErrorKind::Deleted),
        ("error-not-wechat", ErrorKind::NotWechat),
    ] {
        for (form, _, input) in wrapped_page(&fixture(name)) {
            // Shown source that is not WeChat's is an article on HTML, for all one can tell.
            let is_shown = form.contains("view") && kind == ErrorKind::NotWechat;
            let error = clean_bytes(&input, &Options::default()).map(|article| article.to_text());
            let error = error.expect_err(form);
            assert!(error.kind() == kind || is_shown, "{name}, {form}: {error}");
        }
    }
}

#[test]
fn wrappings_are_taken_off_three_times_at_most() {
    let mut text = fixture("fragment");
    let expected = cleaned(text.as_bytes()).to_markdown();
    for round in 1..=4 {
        text = json(&text);
        let article = clean(&text, &Options::default());
        let is_same = article.is_ok_and(|article| article.to_markdown() == expected);
        assert_eq!(is_same, round <= 3, "{round} times");
    }
}

#[test]
fn items_of_feeds_tell_what_their_html_does_not() {
    let item = "<item><title>山间来信</title><link>https://mp.weixin.qq.com/s/AbC</link><dc:creator>阿茶</dc:creator>\
        <pubDate>Tue, 05 Mar 2024 00:30:00 GMT</pubDate><description>&lt;p&gt;采茶人天不亮就出门。&lt;/p&gt;</description></item>";
    let page = cleaned(item.as_bytes()).page;
    assert_eq!(page.title, "山间来信");
    assert_eq!(page.author.as_deref(), Some("阿茶"));
    assert_eq!(
        page.published_at.as_deref(),
        Some("2024-03-05T08:30:00+08:00")
    );
    assert_eq!(page.url.as_deref(), Some("https://mp.weixin.qq.com/s/AbC"));
    // What a page itself says goes first.
    let whole = fixture("article-2026");
    let said = cleaned(
        format!(
            "<item><title>别的</title><description>{}</description></item>",
            html(&whole)
        )
        .as_bytes(),
    )
    .page;
    assert_eq!(said.title, cleaned(whole.as_bytes()).page.title);
}

#[test]
fn bytes_that_are_no_text_are_told_of() {
    let page = fixture("article-2026");
    let (at, _) = page.match_indices("茶").last().expect("it is about tea");
    let mut bytes = page.into_bytes();
    bytes[at] = 0xFF;
    let article = cleaned(&bytes);
    assert_eq!(article.warnings[0].code, "undecodable-bytes");
}

/// The kept blocks as Markdown, without what the page says around them.
fn body(input: &[u8]) -> String {
    let mut options = Options::default();
    options.render.front_matter.clear();
    let mut article = clean_bytes(input, &options).expect("the corpus holds articles here");
    article.page.title.clear();
    article.to_markdown()
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.expect("its entries can be read").path())
        .collect()
}

#[test]
fn real_pages_are_the_same_in_each_form() {
    let Some(root) = corpus() else { return };
    let mut wrong = Vec::new();
    for (form, source) in [("clipboard", Source::Clipboard), ("live", Source::Live)] {
        let paths = entries(&root.join(form));
        assert!(!paths.is_empty(), "{form}");
        for path in paths {
            let name = path.file_name().expect("entries have names");
            let page = body(&unpacked(&root.join("html").join(name)));
            let given = unpacked(&path);
            assert_eq!(cleaned(&given).page.source, source, "{}", path.display());
            let given = body(&given);
            if page != given {
                let line = page.lines().zip(given.lines()).find(|(a, b)| a != b);
                wrong.push(format!("{}: {line:#?}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let archives = entries(&root.join("special"));
    let is_archive = |path: &&PathBuf| path.to_string_lossy().contains(".mhtml");
    for path in archives.iter().filter(is_archive) {
        let page = cleaned(&unpacked(path)).page;
        assert_eq!(page.source, Source::Mhtml, "{}", path.display());
        assert!(page.url.is_some(), "{}", path.display());
    }
}
