//! MHTML: a page and its pictures in one file, in the form of a mail. Browsers save it as “single file”.

use memchr::{memchr, memchr_iter};

use super::{Opened, Source, Wrapping, around, bytes, transfer};
use crate::search::find;

/// How deep parts are looked for within parts: `related` holds `alternative` holds the page.
const MAX_NESTING: usize = 3;

/// How much of the headers is read. Real ones have up to some 10 KB, where a picture has a `data:` address.
const MAX_HEADERS: usize = 64 * 1024;

/// The page within an archive.
pub(super) fn open(archive: &[u8]) -> Option<Opened> {
    if !is_archive(archive) {
        return None;
    }
    let (mut headers, mut body) = part(archive);
    let mut address = headers.get("snapshot-content-location");
    let mut siblings = Vec::new();
    for _ in 0..MAX_NESTING {
        if !headers.media_type().starts_with("multipart/") {
            break;
        }
        siblings = split(
            body,
            &headers.parameter("boundary").or_else(|| boundary(body))?,
        );
        (headers, body) = siblings
            .iter()
            .map(|text| part(text))
            .find(|(headers, _)| {
                let media_type = headers.media_type();
                is_page(&media_type) || media_type.starts_with("multipart/")
            })?;
    }
    if !is_page(&headers.media_type()) {
        return None;
    }
    address = address.or_else(|| headers.get("content-location"));
    let encoding = headers.get("content-transfer-encoding");
    let decoded = match encoding.unwrap_or_default().to_ascii_lowercase().as_str() {
        "quoted-printable" => transfer::quoted_printable(body),
        "base64" => transfer::base64(body),
        _ => body.to_owned(),
    };
    let mut wrapping = Wrapping {
        form: Some(Source::Mhtml),
        address: address.filter(|address| address.starts_with("http")),
        ..Wrapping::default()
    };
    let charset = headers.parameter("charset");
    let text = bytes::decode(&decoded, charset.as_deref(), &mut wrapping);
    let text = with_addresses(&text, &siblings);
    Some(Opened { text, wrapping })
}

/// Whether this begins with the headers of a mail that holds parts or a page.
fn is_archive(archive: &[u8]) -> bool {
    let name = archive.iter().take(80).position(|byte| *byte == b':');
    let has_name = name.is_some_and(|end| {
        end > 0
            && archive[..end]
                .iter()
                .all(|b| b.is_ascii_alphabetic() || *b == b'-')
    });
    has_name && {
        let media_type = part(archive).0.media_type();
        media_type.starts_with("multipart/") || is_page(&media_type)
    }
}

fn is_page(media_type: &str) -> bool {
    matches!(media_type, "text/html" | "application/xhtml+xml")
}

/// The headers of a part and what follows them.
fn part(text: &[u8]) -> (Headers, &[u8]) {
    let mut start = 0;
    let mut lines: Vec<String> = Vec::new();
    let head = &text[..text.len().min(MAX_HEADERS)];
    for end in memchr_iter(b'\n', head) {
        let line = &head[start..end];
        let is_first = start == 0;
        start = end + 1;
        match line.trim_ascii() {
            // A part may begin with the line end after its boundary.
            [] if is_first => {}
            [] => break,
            folded if line.starts_with(b" ") || line.starts_with(b"\t") => {
                if let Some(last) = lines.last_mut() {
                    last.push(' ');
                    last.push_str(&String::from_utf8_lossy(folded));
                }
            }
            line => lines.push(String::from_utf8_lossy(line).into_owned()),
        }
    }
    (Headers(lines), &text[start..])
}

/// The headers of a part, a line each.
struct Headers(Vec<String>);

impl Headers {
    fn get(&self, name: &str) -> Option<String> {
        self.0.iter().find_map(|line| {
            let (known, value) = line.split_once(':')?;
            let value = value.trim();
            (known.eq_ignore_ascii_case(name) && !value.is_empty()).then(|| value.to_owned())
        })
    }

    /// The type of the part, such as `text/html`; a mail without one is plain text.
    fn media_type(&self) -> String {
        let header = self.get("content-type").unwrap_or_default();
        let media_type = header.split(';').next().unwrap_or_default();
        media_type.trim().to_ascii_lowercase()
    }

    /// A parameter of the type, without its quotes.
    fn parameter(&self, name: &str) -> Option<String> {
        let header = self.get("content-type")?;
        header.split(';').skip(1).find_map(|parameter| {
            let (known, value) = parameter.split_once('=')?;
            let value = value.trim().trim_matches('"');
            (known.trim().eq_ignore_ascii_case(name) && !value.is_empty()).then(|| value.to_owned())
        })
    }
}

/// The boundary that the first line with one shows, where the headers name none.
fn boundary(body: &[u8]) -> Option<String> {
    let start = match body {
        [b'-', b'-', ..] => 2,
        _ => find(body, b"\n--")? + 3,
    };
    let end = memchr(b'\n', &body[start..]).map_or(body.len(), |end| start + end);
    let line = str::from_utf8(&body[start..end]).ok()?.trim_end();
    (!line.is_empty()).then(|| line.to_owned())
}

/// The parts between lines that hold the boundary.
fn split<'a>(body: &'a [u8], boundary: &str) -> Vec<&'a [u8]> {
    let delimiter = format!("--{boundary}");
    let mut parts = Vec::new();
    let mut start = None;
    let lines = std::iter::once(0).chain(memchr_iter(b'\n', body).map(|end| end + 1));
    for at in lines {
        let Some(after) = body[at..].strip_prefix(delimiter.as_bytes()) else {
            continue;
        };
        // Boundaries of parts within parts may begin alike.
        if !matches!(after, [] | [b'\r' | b'\n' | b' ' | b'\t' | b'-', ..]) {
            continue;
        }
        if let Some(start) = start {
            parts.push(&body[start..at]);
        }
        start = Some(at + delimiter.len());
        if after.starts_with(b"--") {
            return parts;
        }
    }
    // Cut off before its end.
    parts.extend(start.map(|start| &body[start..]));
    parts
}

/// `text` with the pictures that it names by their part (`cid:…`) named by the addresses that the parts came from.
fn with_addresses(text: &str, parts: &[&[u8]]) -> String {
    const SCHEME: &str = "cid:";
    let mut out = String::with_capacity(text.len());
    let mut addresses: Option<Vec<(String, String)>> = None;
    let mut rest = text;
    while let Some((before, after)) = around(rest, SCHEME) {
        out.push_str(before);
        let length = after.bytes().take(256).position(|byte| {
            matches!(byte, b'"' | b'\'' | b')' | b'>' | b'<' | b'&') || byte.is_ascii_whitespace()
        });
        let id = length.and_then(|length| after.get(..length));
        let address = id
            .filter(|_| before.ends_with(['"', '\'', '(', '=', ';']))
            .and_then(|id| {
                let addresses = addresses.get_or_insert_with(|| locations(parts));
                addresses.iter().find(|(known, _)| known == id)
            });
        match (id, address) {
            (Some(id), Some((_, address))) => {
                out.push_str(address);
                rest = &after[id.len()..];
            }
            _ => {
                out.push_str(SCHEME);
                rest = after;
            }
        }
    }
    out + rest
}

/// The addresses of the parts that have one on the web, by their ids.
fn locations(parts: &[&[u8]]) -> Vec<(String, String)> {
    /// Each name is compared with all of them, so they must not be too many.
    const MOST: usize = 256;
    let located = parts.iter().filter_map(|text| {
        let (headers, _) = part(text);
        let id = headers.get("content-id")?;
        let id = id.trim_matches(['<', '>']).to_owned();
        let address = headers
            .get("content-location")?
            .replace('&', "&amp;")
            .replace('"', "%22");
        address.starts_with("http").then_some((id, address))
    });
    located.take(MOST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(archive: &str) -> Option<String> {
        open(archive.as_bytes()).map(|opened| opened.text)
    }

    #[test]
    fn finds_the_page() {
        for archive in [
            "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"b--\"\r\n\r\n\
             --b--\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p id=3D\"a\">=\r\n=E8=8C=B6</p>\r\n--b----\r\n",
            // Line ends of one character, a picture first, no end.
            "Content-type: Multipart/Related; Boundary=b\n\npreamble\n--b\nContent-Type: image/png\n\nxx\n\
             --b\ncontent-type: TEXT/HTML; charset=utf-8\ncontent-transfer-encoding: BASE64\n\nPHAgaWQ9ImEiPuiM\ntjwvcD4=\n",
            // Within `alternative`, with a boundary that begins like the outer one.
            "Content-Type: multipart/related; boundary=b\n\n--b\nContent-Type: multipart/alternative; boundary=b2\n\n\
             --b2\nContent-Type: text/plain\n\n茶\n--b2\nContent-Type: text/html\n\n<p id=\"a\">茶</p>\n--b2--\n--b--",
            "Content-Type: multipart/related\n\n--shown\nContent-Type: text/html\n\n<p id=\"a\">茶</p>\n--shown--",
            "Content-Type: text/html\n\n<p id=\"a\">茶</p>",
        ] {
            assert_eq!(
                text(archive).as_deref().map(str::trim),
                Some("<p id=\"a\">茶</p>"),
                "{archive}"
            );
        }
    }

    #[test]
    fn passes_over_what_holds_no_page() {
        for archive in [
            "",
            ":",
            "Content-Type: text/plain\n\n<p>x</p>",
            "Content-Type: multipart/related\n\nno boundary",
            "Content-Type: multipart/related; boundary=b\n\n--c\nContent-Type: text/html\n\n<p>",
            "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: image/png\n\n--b--",
            "<p>Content-Type: text/html</p>",
            "标题: Content-Type: text/html",
            "Tea: grows\n\nContent-Type: text/html",
        ] {
            assert_eq!(text(archive), None, "{archive}");
        }
    }

    #[test]
    fn reads_the_charset_and_the_address() {
        let mut archive = b"Snapshot-Content-Location: https://mp.weixin.qq.com/s/x\nContent-Type: multipart/related; boundary=b\n\n\
            --b\nContent-Type: text/html; charset=\"gb2312\"\nContent-Location: https://example.org\n\n<p>"
            .to_vec();
        archive.extend_from_slice(&[0xB2, 0xE8, 0xCB, 0xAE]);
        let opened = open(&archive).unwrap();
        assert_eq!(opened.text, "<p>茶水");
        assert_eq!(
            opened.wrapping.address.as_deref(),
            Some("https://mp.weixin.qq.com/s/x")
        );
    }

    #[test]
    fn names_pictures_by_their_addresses() {
        let archive = "Content-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n\
            <img src=\"cid:1@x\"><img src='cid:2'> cid:1@x <b style=\"background: url(cid:1@x)\">\n\
            --b\nContent-ID: <1@x>\nContent-Location: https://a.cn/1?b&c\n\n--b\nContent-ID: <2>\n\n--b--";
        assert_eq!(
            text(archive).as_deref().map(str::trim),
            Some(
                "<img src=\"https://a.cn/1?b&amp;c\"><img src='cid:2'> cid:1@x <b style=\"background: url(https://a.cn/1?b&amp;c)\">"
            )
        );
    }
}
