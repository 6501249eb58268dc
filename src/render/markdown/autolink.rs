//! Addresses that stand in the text as they are.
//!
//! Many readers make links of them, up to the next space: past `，` and past the `**` that should end there. Such an
//! address becomes a link on itself, which ends it for every reader; between angle brackets it would be shorter, but
//! some take that for a tag. One before a space stays bare.

use crate::render::spans::Span;

use super::escape::is_entity;

/// Whether there is something that some readers take for the beginning of an address.
pub(super) fn has_address(text: &str) -> bool {
    let is_www = |part: &[u8]| part.eq_ignore_ascii_case(b"www.");
    text.contains("://") || text.as_bytes().windows(4).any(is_www)
}

/// Turns the addresses that must not stay bare into links on themselves.
pub(super) fn bracket_addresses(spans: Vec<Span<'_>>) -> Vec<Span<'_>> {
    let mut out = Vec::with_capacity(spans.len());
    let mut spans = spans.into_iter().peekable();
    let mut in_link = false;
    while let Some(span) = spans.next() {
        in_link = match span {
            Span::OpenLink(_) => true,
            Span::CloseLink(_) => false,
            _ => in_link,
        };
        match span {
            Span::Text(text) if !in_link && text.contains("://") => {
                split(&text, spans.peek().is_none(), &mut out);
            }
            span => out.push(span),
        }
    }
    out
}

/// A line's end within a paragraph is no space: it is written with a backslash, which would join the address.
fn split(text: &str, is_last: bool, out: &mut Vec<Span<'_>>) {
    let mut written = 0;
    let mut seen = 0;
    for (at, _) in text.match_indices("http") {
        if at < seen || text[..at].ends_with(|c: char| c.is_ascii_alphabetic()) {
            continue;
        }
        let Some(run) = leading_run(&text[at..]) else {
            continue;
        };
        seen = at + run.len();
        let after = text[seen..].chars().next();
        let is_fine = after.map_or(is_last, char::is_whitespace) && is_plain(run);
        let Some(url) = address(run).filter(|_| !is_fine) else {
            continue;
        };
        if written < at {
            out.push(Span::Text(text[written..at].to_owned()));
        }
        written = at + url.len();
        out.push(Span::OpenLink(url.to_owned()));
        out.push(Span::Text(url.to_owned()));
        out.push(Span::CloseLink(url.to_owned()));
    }
    if written < text.len() {
        out.push(Span::Text(text[written..].to_owned()));
    }
}

/// The characters that an address may hold, if they begin as one does.
fn leading_run(text: &str) -> Option<&str> {
    let is_address = text.starts_with("http://") || text.starts_with("https://");
    let end = || text.find(|c: char| !c.is_ascii_graphic() || "<>\"`\\|[]{}^".contains(c));
    is_address.then(|| &text[..end().unwrap_or(text.len())])
}

/// The address at the beginning of such a run, without the punctuation of the sentence.
fn address(run: &str) -> Option<&str> {
    let entity = run
        .match_indices('&')
        .find(|(at, _)| is_entity(&run[at + 1..]));
    let mut url = entity.map_or(run, |(at, _)| &run[..at]);
    url = url.trim_end_matches(|c| ".,;:!?'*_~".contains(c));
    if !url.contains('(') {
        url = url.find(')').map_or(url, |end| &url[..end]);
    }
    (!url.split_once("://")?.1.is_empty()).then_some(url)
}

/// Whether nothing in the run could need an escape, which would become part of the address.
fn is_plain(run: &str) -> bool {
    let is_word = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let is_within_word =
        |at: usize| is_word(run[..at].chars().next_back()) && is_word(run[at + 1..].chars().next());
    !run.contains(['*', '~', '$'])
        && run.match_indices('_').all(|(at, _)| is_within_word(at))
        && !run
            .match_indices('&')
            .any(|(at, _)| is_entity(&run[at + 1..]))
}

#[cfg(test)]
mod tests {
    use crate::block::Inline;
    use crate::render::markdown::inline::{Place, alone as inline};

    #[test]
    fn addresses() {
        for (text, expected) in [
            (
                "见 https://a.cn/b_c?d=e&f=g 一文",
                "见 https://a.cn/b_c?d=e&f=g 一文",
            ),
            ("见https://a.cn", "见https://a.cn"),
            ("见https://a.cn.", "见https://a.cn."),
            (
                "见https://a.cn，后文",
                "见[https://a.cn](https://a.cn)，后文",
            ),
            ("（https://a.cn）", "（[https://a.cn](https://a.cn)）"),
            ("(https://a.cn)", "(https://a.cn)"),
            ("(https://a.cn)后文", "([https://a.cn](https://a.cn))后文"),
            (
                "https://a.cn/b_(c)后文",
                "[https://a.cn/b_(c)](<https://a.cn/b_(c)>)后文",
            ),
            (
                "https://mp.weixin.qq.com/s?__biz=Mz==",
                "[https://mp.weixin.qq.com/s?__biz=Mz==](https://mp.weixin.qq.com/s?__biz=Mz==)",
            ),
            ("https://a.cn/~b", "[https://a.cn/~b](https://a.cn/~b)"),
            (
                "https://a.cn/b&amp;c",
                "[https://a.cn/b](https://a.cn/b)&amp;amp;c",
            ),
            ("第3https://a.cn后", "第3[https://a.cn](https://a.cn)后"),
            ("http://", "http://"),
            ("https，http", "https，http"),
            ("xhttps://a.cn后", "xhttps://a.cn后"),
        ] {
            assert_eq!(inline(&[Inline::text(text)], Place::Paragraph), expected);
        }
    }
}
