//! Bytes as text: the one place that decides in which charset they were written.
//!
//! The tables of the old charsets are large. The library takes them from `encoding_rs`, WebAssembly from the platform's
//! own `TextDecoder`; UTF-8 and UTF-16 are read here.

use std::borrow::Cow;

use memchr::memchr;

use super::Wrapping;
use crate::article::Warning;
use crate::search::find;
#[cfg(all(feature = "js", target_family = "wasm"))]
use crate::wasm::decode as by_label;

/// How far into a file its charset is looked for. Browsers look through 1024 bytes; saved pages have comments before it.
const REACH: usize = 4096;

/// What GBK, GB2312 and their other names are read as: the charset that holds them all, so that it does not matter how
/// far a platform keeps them apart.
const GB18030: &str = "gb18030";

enum Charset<'a> {
    Utf8,
    Utf16(fn([u8; 2]) -> u16),
    Named(&'a str),
}

/// The text that `bytes` hold. `declared` is the charset that stands outside of them, such as in a header.
pub(super) fn decode<'a>(
    bytes: &'a [u8],
    declared: Option<&str>,
    wrapping: &mut Wrapping,
) -> Cow<'a, str> {
    if let Ok(text) = str::from_utf8(bytes) {
        // Whatever is declared: other charsets do not come out as valid UTF-8 by chance, and UTF-16 has NULs.
        if memchr(0, bytes).is_none() {
            return Cow::Borrowed(text);
        }
    }
    let found = declared.or_else(|| declaration(bytes));
    let (text, is_lossy) = match charset(bytes, found) {
        Charset::Utf8 => {
            let text = String::from_utf8_lossy(bytes);
            let is_lossy = matches!(text, Cow::Owned(_));
            (text, is_lossy)
        }
        Charset::Utf16(read) => {
            let units = bytes.chunks_exact(2).map(|pair| read([pair[0], pair[1]]));
            let mut is_lossy = false;
            let text = char::decode_utf16(units)
                .map(|unit| {
                    unit.unwrap_or_else(|_| {
                        is_lossy = true;
                        char::REPLACEMENT_CHARACTER
                    })
                })
                .collect();
            (Cow::Owned(text), is_lossy)
        }
        Charset::Named(label) => match by_label(label, bytes) {
            Some(text) => {
                let is_lossy = text.contains(char::REPLACEMENT_CHARACTER);
                (Cow::Owned(text), is_lossy)
            }
            None => (String::from_utf8_lossy(bytes), true),
        },
    };
    if is_lossy {
        wrapping.warnings.push(Warning::new(
            "undecodable-bytes",
            "some bytes are no text in the charset of the input: U+FFFD stands in their place",
        ));
    }
    text
}

/// The charset of bytes that are not valid UTF-8.
fn charset<'a>(bytes: &[u8], declared: Option<&'a str>) -> Charset<'a> {
    match bytes {
        [0xEF, 0xBB, 0xBF, ..] => return Charset::Utf8,
        [0xFF, 0xFE, ..] | [b'<', 0, ..] => return Charset::Utf16(u16::from_le_bytes),
        [0xFE, 0xFF, ..] | [0, b'<', ..] => return Charset::Utf16(u16::from_be_bytes),
        _ => {}
    }
    if is_mostly_utf8(bytes) {
        return Charset::Utf8;
    }
    let is = |prefix: &str| {
        declared
            .and_then(|label| label.get(..prefix.len()))
            .is_some_and(|start| start.eq_ignore_ascii_case(prefix))
    };
    match declared {
        // A page that declares UTF-8 and is not was written anew by a program of its reader's system.
        Some(label) if !is("utf") && !is("gb") && !is("x-gbk") && !is("iso-8859") => {
            Charset::Named(label)
        }
        _ => Charset::Named(GB18030),
    }
}

/// Whether damaged places are rare among the characters beyond ASCII. In UTF-8 that was cut or spoiled they are; in any
/// other charset nearly every character is one.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut n_sound, mut n_broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        n_sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        n_broken += usize::from(!chunk.invalid().is_empty());
    }
    n_broken <= n_sound / 4
}

/// The charset that a page declares: `<meta charset="gbk">`, `content="text/html; charset=gbk"`.
fn declaration(bytes: &[u8]) -> Option<&str> {
    let head = &bytes[..bytes.len().min(REACH)];
    let after = find(head, b"charset=")
        .or_else(|| find(head, b"CHARSET="))
        .map(|at| &head[at + "charset=".len()..])?;
    label(after)
}

/// The name at the start of `text`, which may stand in quotes.
fn label(text: &[u8]) -> Option<&str> {
    let text = match text {
        [b'"' | b'\'' | b' ', text @ ..] | text => text,
    };
    let is_part = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b':');
    let length = text.iter().take(40).take_while(is_part).count();
    let label = str::from_utf8(&text[..length]).ok()?;
    (!label.is_empty()).then_some(label)
}

/// Decodes by the name of a charset; `None` if there is none of that name.
#[cfg(not(all(feature = "js", target_family = "wasm")))]
fn by_label(label: &str, bytes: &[u8]) -> Option<String> {
    let charset = encoding_rs::Encoding::for_label(label.as_bytes())?;
    let (text, _) = charset.decode_without_bom_handling(bytes);
    Some(text.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8], declared: Option<&str>) -> (String, bool) {
        let mut wrapping = Wrapping::default();
        let text = decode(bytes, declared, &mut wrapping).into_owned();
        (text, !wrapping.warnings.is_empty())
    }

    fn utf16(text: &str, write: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(write).collect()
    }

    const TEA: &str = "<p>春天到了，山上的茶树发了新芽</p>";

    fn gbk(text: &str) -> Vec<u8> {
        encoding_rs::GBK.encode(text).0.into_owned()
    }

    #[test]
    fn finds_the_charset() {
        let declared = |charset: &str| format!("<meta charset=\"{charset}\">{TEA}");
        for (bytes, label, expected) in [
            (TEA.as_bytes().to_vec(), None, TEA.to_owned()),
            // Saved anew as UTF-8, the old declaration left in.
            (declared("gbk").into_bytes(), Some("gbk"), declared("gbk")),
            (gbk(TEA), None, TEA.to_owned()),
            (gbk(TEA), Some("GB2312"), TEA.to_owned()),
            (gbk(&declared("gbk")), None, declared("gbk")),
            // Saved anew by a Chinese Windows.
            (gbk(&declared("utf-8")), None, declared("utf-8")),
            (
                encoding_rs::BIG5.encode("<p>春天到了</p>").0.into_owned(),
                Some("big5"),
                "<p>春天到了</p>".to_owned(),
            ),
            (
                encoding_rs::BIG5
                    .encode("<meta content='text/html; charset=big5'>春天到了")
                    .0
                    .into_owned(),
                None,
                "<meta content='text/html; charset=big5'>春天到了".to_owned(),
            ),
            (
                utf16(&format!("\u{feff}{TEA}"), u16::to_le_bytes),
                None,
                format!("\u{feff}{TEA}"),
            ),
            (
                utf16(&format!("\u{feff}{TEA}"), u16::to_be_bytes),
                None,
                format!("\u{feff}{TEA}"),
            ),
            (utf16(TEA, u16::to_le_bytes), None, TEA.to_owned()),
            (utf16(TEA, u16::to_be_bytes), None, TEA.to_owned()),
            (Vec::new(), None, String::new()),
        ] {
            assert_eq!(read(&bytes, label), (expected, false), "{label:?}");
        }
    }

    #[test]
    fn tells_of_undecodable_bytes() {
        let mut cut = TEA.as_bytes().to_vec();
        cut[5] = 0xFF;
        let (text, is_lossy) = read(&cut, Some("gbk"));
        assert!(
            is_lossy && text.starts_with("<p>\u{fffd}") && text.contains("山上的茶树"),
            "{text}"
        );
        let mut spoiled = gbk(TEA);
        spoiled[4] = 0xFF;
        let (text, is_lossy) = read(&spoiled, None);
        assert!(is_lossy && text.contains("山上的茶树"), "{text}");
        let (text, is_lossy) = read(&gbk(TEA), Some("klingon"));
        assert!(is_lossy && text.starts_with("<p>\u{fffd}"), "{text}");
        assert!(read(&[0xFF, 0xFE, 0x00, 0xD8, 0x41, 0x00], None).1);
    }
}
