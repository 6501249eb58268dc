//! Which addresses may come in and leave: the one place that decides what is safe to follow or to load.
//!
//! Asked when a page is turned into blocks, and once more when blocks are written, since blocks are open to all.
//! A link comes out absolute, with a scheme that cannot run anything, and without the characters that Markdown
//! or HTML could trip over. A browser ignores tabs and line ends inside an address and spaces around it, so
//! `java\nscript:` is `javascript:` to it; they go before the scheme is read.

use crate::rewrite::rewrite;

/// The address of a link as it may be written, or `None` if it must not be followed.
pub(crate) fn link(address: &str) -> Option<String> {
    let address = written(address);
    (is_web(&address) || has_scheme(&address, "mailto:")).then_some(address)
}

/// The address of a picture as it may be loaded from any page, or `None` if it must not be.
pub(crate) fn image(address: &str) -> Option<String> {
    let address = written(address);
    match address.strip_prefix("http://") {
        // WeChat's picture host speaks https, its pages often say http.
        Some(rest) if rest.contains("qpic.cn/") => Some(format!("https://{rest}")),
        _ => (is_web(&address) || is_embedded(&address)).then_some(address),
    }
}

/// Up to how long an address is that holds a picture itself and stands for one that is not loaded yet: one colour, or
/// the outline of a sign.
pub(crate) const PLACEHOLDER: usize = 1024;

/// Whether the address is a picture in pixels, as tools write it that save a page in one file. A drawing (SVG) is a
/// document, with links and scripts of its own.
fn is_embedded(address: &str) -> bool {
    let told = address
        .strip_prefix("data:image/")
        .and_then(|rest| rest.split_once(";base64,"));
    told.is_some_and(|(kind, data)| {
        matches!(kind, "png" | "jpeg" | "jpg" | "gif" | "webp" | "avif")
            && data.len() > PLACEHOLDER
            && data
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"+/=".contains(&byte))
    })
}

/// The address of a picture, or the path of its copy beside a saved page. A path is for files alone: within a page on
/// the web, `/logout` would be asked of that page's own server.
pub(crate) fn image_or_copy(address: &str) -> Option<String> {
    image(address).or_else(|| Some(written(address)).filter(|address| is_relative(address)))
}

/// Whether there is a path and no scheme before it.
fn is_relative(address: &str) -> bool {
    let first = address.split(['/', '?', '#']).next().unwrap_or_default();
    !address.is_empty() && !address.starts_with(['#', '?']) && !first.contains(':')
}

fn is_web(address: &str) -> bool {
    has_scheme(address, "https://") || has_scheme(address, "http://")
}

fn has_scheme(address: &str, scheme: &str) -> bool {
    address.len() > scheme.len()
        && address
            .get(..scheme.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
}

/// The address as a browser reads it, with what neither an attribute nor a Markdown link may hold encoded.
fn written(address: &str) -> String {
    let address = address.trim_matches(|c: char| c <= ' ' || c.is_whitespace());
    let mut out = String::with_capacity(address.len());
    let mut seen = address.chars().filter(|c| !"\t\n\r".contains(*c));
    let mut is_slash = || seen.next().is_some_and(|c| c == '/' || c == '\\');
    if is_slash() && is_slash() {
        out.push_str("https:");
    }
    let may_change = |byte: u8| !byte.is_ascii_graphic() || b"\\\"<>`|".contains(&byte);
    rewrite(address, &mut out, may_change, |character, out| {
        match character {
            '\t' | '\n' | '\r' => {}
            // To a browser the two are the same in a web address.
            '\\' => out.push('/'),
            '"' | '<' | '>' | '`' | '|' => percent_encode(character, out),
            c if c.is_whitespace() || c.is_control() => percent_encode(c, out),
            c => out.push(c),
        }
    });
    out
}

fn percent_encode(character: char, out: &mut String) {
    const DIGITS: [char; 16] = [
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F',
    ];
    for byte in character.encode_utf8(&mut [0; 4]).bytes() {
        out.push('%');
        out.push(DIGITS[usize::from(byte >> 4)]);
        out.push(DIGITS[usize::from(byte & 15)]);
    }
}

/// `text` with its percent-encoded bytes as characters; `None` if they make none.
pub(crate) fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(if byte == b'%' {
            let mut digit = || char::from(rest.next()?).to_digit(16);
            (digit()? * 16 + digit()?) as u8
        } else {
            byte
        });
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    #[test]
    fn links() {
        for (given, expected) in [
            ("https://a.cn/b?c=d&e=f#g", Some("https://a.cn/b?c=d&e=f#g")),
            ("HTTP://a.cn", Some("HTTP://a.cn")),
            ("//a.cn/b", Some("https://a.cn/b")),
            ("\\\\a.cn\\b", Some("https://a.cn/b")),
            ("/\t\n\\a.cn/b", Some("https://a.cn/b")),
            ("mailto:a@b.cn", Some("mailto:a@b.cn")),
            (" https://a.cn/b c\u{3000}", Some("https://a.cn/b%20c")),
            ("https://a.cn/山|水", Some("https://a.cn/山%7C水")),
            (
                "https://a.cn/\"><b>`",
                Some("https://a.cn/%22%3E%3Cb%3E%60"),
            ),
            ("https://a.cn\\b", Some("https://a.cn/b")),
            ("https://a.cn/\u{2028}", Some("https://a.cn/")),
            ("https://a.cn/\u{1}x", Some("https://a.cn/%01x")),
            ("", None),
            ("https://", None),
            ("mailto:", None),
            ("#top", None),
            ("/s/abc", None),
            ("weixin://dl/business", None),
            ("javascript:alert(1)", None),
            ("JaVa\nScript:alert(1)", None),
            (" \u{1}javascript:alert(1)", None),
            ("javascript://a.cn/%0aalert(1)", None),
            ("data:text/html,x", None),
            ("vbscript:x", None),
            ("data:https://a.cn", None),
            ("山", None),
        ] {
            assert_eq!(super::link(given).as_deref(), expected, "{given:?}");
        }
    }

    #[test]
    fn images() {
        for (given, expected) in [
            ("https://mmbiz.qpic.cn/a/0?wx_fmt=png", true),
            ("//mmbiz.qpic.cn/a", true),
            ("mailto:a@b.cn", false),
            ("java\nscript:alert(1)", false),
            ("./雪夜_files/640", false),
            ("/logout", false),
            ("data:image/png;base64,AAAA", false),
            ("", false),
        ] {
            assert_eq!(super::image(given).is_some(), expected, "{given:?}");
        }
    }

    #[test]
    fn pictures_within_a_page() {
        let data = "iVBORw0KGgo/+=".repeat(100);
        for (given, expected) in [
            (format!("data:image/png;base64,{data}"), true),
            (format!("data:image/webp;base64,{data}"), true),
            (format!(" data:image/jpeg;base64,{data}\n{data}"), true),
            (format!("data:image/svg+xml;base64,{data}"), false),
            (format!("data:image/png,{data}"), false),
            (format!("data:text/html;base64,{data}"), false),
            (format!("data:image/png;base64,{data}<script>"), false),
            (format!("data:image/png;base64,{data},)"), false),
            ("data:image/png;base64,iVBORw0KGgo=".to_owned(), false),
        ] {
            assert_eq!(super::image(&given).is_some(), expected, "{given:?}");
            assert_eq!(super::image_or_copy(&given).is_some(), expected);
            assert_eq!(super::link(&given), None);
        }
    }

    #[test]
    fn percent() {
        for (given, expected) in [
            ("%E8%8C%B6+%2f%2F", Some("茶+//")),
            ("茶", Some("茶")),
            ("%8C", None),
            ("%4", None),
            ("%zz", None),
            ("%+5", None),
            ("%-5", None),
        ] {
            assert_eq!(
                super::percent_decoded(given).as_deref(),
                expected,
                "{given:?}"
            );
        }
    }

    #[test]
    fn copies() {
        for (given, expected) in [
            ("./雪夜_files/640", true),
            ("a/b:c.png", true),
            ("https://mmbiz.qpic.cn/a", true),
            ("#top", false),
            ("", false),
            ("java\nscript:alert(1)", false),
            ("data:image/png;base64,AAAA", false),
        ] {
            assert_eq!(super::image_or_copy(given).is_some(), expected, "{given:?}");
        }
    }
}
