//! Cuts HTML into tokens, as the HTML standard says (§ 13.2.5).

use crate::search::{find, find_all};
use memchr::{memchr, memchr_iter};

/// A token that is not text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token<'a> {
    pub kind: Kind,
    pub start: usize,
    pub end: usize,
    /// The name of a tag, as it is written.
    pub name: &'a str,
    pub attributes: Attributes<'a>,
    /// How many attributes a tag has.
    pub n_attributes: usize,
    /// Whether a tag ends with `/>`.
    pub closes_itself: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    StartTag,
    EndTag,
    /// A comment, a document type, something that the parser takes for one, or a tag that the end of the source cuts off.
    Comment,
    /// `<![CDATA[`: within SVG and MathML text up to `]]>`, else a comment up to `>`.
    Cdata,
}

/// The next token of `source` from `from` on.
pub(super) fn next(source: &str, from: usize) -> Option<Token<'_>> {
    let bytes = source.as_bytes();
    memchr_iter(b'<', bytes.get(from..)?).find_map(|found| {
        let start = from + found;
        let rest = bytes.get(start + 1..)?;
        let (kind, end) = match rest {
            [b'/', letter, ..] if letter.is_ascii_alphabetic() => {
                return Some(tag(source, start, start + 2));
            }
            [letter, ..] if letter.is_ascii_alphabetic() => {
                return Some(tag(source, start, start + 1));
            }
            [b'!', b'-', b'-', ..] => (Kind::Comment, comment_end(bytes, start)),
            [b'!', b'[', b'C', b'D', b'A', b'T', b'A', b'[', ..] => {
                (Kind::Cdata, bogus_end(bytes, start))
            }
            [b'!' | b'?', ..] | [b'/', _, ..] => (Kind::Comment, bogus_end(bytes, start)),
            _ => return None,
        };
        Some(Token {
            kind,
            start,
            end,
            name: "",
            attributes: Attributes::default(),
            n_attributes: 0,
            closes_itself: false,
        })
    })
}

/// The tag at `start`, whose name begins at `name_start`.
fn tag(source: &str, start: usize, name_start: usize) -> Token<'_> {
    let bytes = source.as_bytes();
    let name_end = skip(bytes, name_start, |byte| {
        is_blank(byte) || matches!(byte, b'/' | b'>')
    });
    let attributes = Attributes {
        source,
        at: name_end,
        closes_itself: false,
    };
    let mut read = attributes;
    let n_attributes = read.by_ref().count();
    let is_whole = bytes.get(read.at) == Some(&b'>');
    Token {
        kind: match (is_whole, name_start == start + 1) {
            (false, _) => Kind::Comment,
            (true, true) => Kind::StartTag,
            (true, false) => Kind::EndTag,
        },
        start,
        end: if is_whole { read.at + 1 } else { bytes.len() },
        name: &source[name_start..name_end],
        attributes,
        n_attributes,
        closes_itself: is_whole && read.closes_itself,
    }
}

/// The attributes of a tag, names and values as they are written. Ends before `>`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Attributes<'a> {
    source: &'a str,
    at: usize,
    /// Whether the last thing read is the `/` of `/>`.
    closes_itself: bool,
}

impl<'a> Iterator for Attributes<'a> {
    type Item = (&'a str, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        let bytes = self.source.as_bytes();
        loop {
            self.at = skip(bytes, self.at, |byte| !is_blank(byte));
            match bytes.get(self.at)? {
                b'>' => return None,
                b'/' => {
                    self.at += 1;
                    self.closes_itself = bytes.get(self.at) == Some(&b'>');
                }
                _ => break,
            }
        }
        // An attribute's name may begin with `=`, but not go on with it.
        let name_end = skip(bytes, self.at + 1, |byte| {
            is_blank(byte) || matches!(byte, b'/' | b'>' | b'=')
        });
        let name = &self.source[self.at..name_end];
        self.at = skip(bytes, name_end, |byte| !is_blank(byte));
        if bytes.get(self.at) != Some(&b'=') {
            return Some((name, ""));
        }
        self.at = skip(bytes, self.at + 1, |byte| !is_blank(byte));
        let (value, end) = match bytes.get(self.at) {
            Some(quote @ (b'"' | b'\'')) => {
                let start = self.at + 1;
                let end = start + memchr(*quote, &bytes[start..]).unwrap_or(bytes.len() - start);
                (start..end, end + 1)
            }
            Some(b'>') => (self.at..self.at, self.at),
            _ => {
                let end = skip(bytes, self.at, |byte| is_blank(byte) || byte == b'>');
                (self.at..end, end)
            }
        };
        self.at = end;
        Some((name, &self.source[value]))
    }
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, b'\t' | b'\n' | b'\r' | b'\x0c' | b' ')
}

/// The first place from `from` on where `stop` holds.
fn skip(bytes: &[u8], from: usize, stop: impl Fn(u8) -> bool) -> usize {
    let rest = bytes.get(from..).unwrap_or_default();
    from + rest
        .iter()
        .position(|byte| stop(*byte))
        .unwrap_or(rest.len())
}

/// Where the comment at `start` ends: `<!-->` and `<!--->` are whole comments, and `--!>` ends one as `-->` does.
fn comment_end(bytes: &[u8], start: usize) -> usize {
    let (dashes, text) = (start + 2, start + 4);
    memchr_iter(b'>', bytes.get(text..).unwrap_or_default())
        .map(|found| text + found)
        .find(|&at| bytes[dashes..at].ends_with(b"--") || bytes[text..at].ends_with(b"--!"))
        .map_or(bytes.len(), |at| at + 1)
}

fn bogus_end(bytes: &[u8], start: usize) -> usize {
    memchr(b'>', &bytes[start..]).map_or(bytes.len(), |found| start + found + 1)
}

/// Where the CDATA section at `start` ends.
pub(super) fn cdata_end(source: &str, start: usize) -> usize {
    let section = source.as_bytes().get(start..).unwrap_or_default();
    find(section, b"]]>").map_or(source.len(), |found| start + found + 3)
}

/// The text of a CDATA section.
pub(super) fn cdata_text(section: &str) -> &str {
    let text = section.get("<![CDATA[".len()..).unwrap_or_default();
    text.strip_suffix("]]>").unwrap_or(text)
}

/// Where the element ends whose start tag is `start` and which is not shown.
pub(super) fn element_end(source: &str, start: &Token<'_>) -> usize {
    if !start.name.eq_ignore_ascii_case("template") {
        return raw_text_end(source, start.end, start.name).map_or(source.len(), |end| end.end);
    }
    let mut depth = 1;
    let mut at = start.end;
    while let Some(token) = next(source, at) {
        at = token.end;
        let is_any = |names: &[&str]| {
            names
                .iter()
                .any(|name| name.eq_ignore_ascii_case(token.name))
        };
        match token.kind {
            Kind::StartTag if is_any(&["template"]) => depth += 1,
            Kind::StartTag if is_any(&["script"]) => {
                at = script_end(source, at).map_or(source.len(), |end| end.end)
            }
            Kind::StartTag if is_any(&["style", "textarea", "title", "xmp"]) => {
                at = raw_text_end(source, at, token.name).map_or(source.len(), |end| end.end);
            }
            Kind::EndTag if is_any(&["template"]) => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at;
        }
    }
    source.len()
}

/// The end tag, which may be cut off, of the element `name` whose text begins at `from` and holds no markup.
/// `None` if it has no end.
pub(super) fn raw_text_end<'a>(source: &'a str, from: usize, name: &str) -> Option<Token<'a>> {
    let text = source.as_bytes().get(from..)?;
    let start = from + find_all(text, b"</").find(|&found| is_named(&text[found + 2..], name))?;
    Some(tag(source, start, start + 2))
}

/// The end tag, which may be cut off, of the script whose text begins at `from`. `None` if it has no end.
///
/// Within `<!-- … -->` a script may hold `<script>…</script>`, for the sake of pages from before 1997.
pub(super) fn script_end(source: &str, from: usize) -> Option<Token<'_>> {
    let text = source.as_bytes().get(from..)?;
    // From where on the end of the comment at hand is looked for. It holds no `<`, so none is looked for beyond the next.
    let mut comment = None;
    let mut is_nested = false;
    for found in memchr_iter(b'<', text) {
        let rest = &text[found + 1..];
        comment =
            comment.and_then(|from| find(&text[from..found], b"-->").map_or(Some(found), |_| None));
        if comment.is_some() {
            if is_named(rest, "script") {
                is_nested = true;
                continue;
            }
        } else {
            is_nested = false;
            if rest.starts_with(b"!--") {
                // The comment's dashes may be those of its end as well.
                comment = Some(found + 2);
                continue;
            }
        }
        if rest.starts_with(b"/") && is_named(&rest[1..], "script") {
            if !is_nested {
                let start = from + found;
                return Some(tag(source, start, start + 2));
            }
            is_nested = false;
        }
    }
    None
}

/// Whether `text` begins with the whole tag name `name`.
fn is_named(text: &[u8], name: &str) -> bool {
    starts_with(text, name)
        && text
            .get(name.len())
            .is_some_and(|&next| is_blank(next) || matches!(next, b'/' | b'>'))
}

fn starts_with(text: &[u8], word: &str) -> bool {
    text.get(..word.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(word.as_bytes()))
}
