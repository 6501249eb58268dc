//! What browsers put on the clipboard for a selection, as `text/html`.
//!
//! Windows sets a header of its own before it (CF_HTML), and marks the selection by comments. Chromium does the latter
//! everywhere. Where neither stands, Chromium, Safari and Firefox begin with a meta that no page has outside its head;
//! and Chromium and Safari write all that the first element inherits into its style.

use super::{OPENING, Opened, Source, Wrapping, around, contains};
use crate::search::find_all;

const START: &str = "<!--StartFragment-->";
const END: &str = "<!--EndFragment-->";

/// A part of computed styles. WeChat's editor, into which authors paste such styles, leaves the blanks out.
const COMPUTED: &str = "-webkit-text-stroke-width: 0px; ";

/// The selection within its header and its marks.
pub(super) fn open(text: &str, opening: &str) -> Option<Opened> {
    let header = header(text, opening);
    let (before, selection) = match around(text, START) {
        // Within a page, such a comment is left over from what its author pasted.
        Some((before, selection)) if header.is_some() || is_scaffold(before) => (before, selection),
        _ => (header?, text.get(header?.len()..)?),
    };
    let end = find_all(selection.as_bytes(), END.as_bytes()).last();
    let selection = end.map_or(selection, |end| &selection[..end]);
    let address = before
        .lines()
        .take_while(|line| !line.starts_with('<'))
        .find_map(|line| line.strip_prefix("SourceURL:"));
    Some(Opened {
        text: selection.to_owned(),
        wrapping: Wrapping {
            form: Some(Source::Clipboard),
            address: address.map(|address| address.trim().to_owned()),
            ..Wrapping::default()
        },
    })
}

/// The header of Windows: `Version:0.9`, places in bytes (`StartHTML:00000097`), the page's address.
fn header<'a>(text: &'a str, opening: &str) -> Option<&'a str> {
    let is_header = opening.starts_with("version:") && contains(opening, "\nstarthtml:");
    is_header.then(|| &text[..text.find('<').unwrap_or(text.len())])
}

/// Whether nothing but `<html><body>` stands before the mark.
fn is_scaffold(before: &str) -> bool {
    before.len() < OPENING
        && before.split('<').skip(1).all(|tag| {
            let name = tag.trim_start_matches('/');
            ["html", "body", "head", "meta", "!doctype"]
                .iter()
                .any(|known| {
                    name.get(..known.len())
                        .is_some_and(|n| n.eq_ignore_ascii_case(known))
                })
        })
}

/// Whether a part of a page came by the clipboard.
pub(super) fn is_selection(opening: &str) -> bool {
    let first_tag = opening.split('>').next().unwrap_or_default();
    let is_declaration = first_tag.starts_with("<meta")
        && (contains(first_tag, "charset=") || contains(first_tag, "content-type"));
    is_declaration || contains(first_tag, COMPUTED)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn selection(text: &str) -> Option<(String, Option<String>)> {
        let opened = open(text, &super::super::opening(text))?;
        Some((opened.text.trim().to_owned(), opened.wrapping.address))
    }

    #[test]
    fn takes_the_selection_out() {
        for text in [
            "<html><body>\r\n<!--StartFragment--><p>茶</p><!--EndFragment-->\r\n</body>\r\n</html>",
            "<html>\n<body>\n<!--StartFragment--><p>茶</p>",
            "<!--StartFragment--><p>茶</p><!--EndFragment-->",
            "Version:0.9\r\nStartHTML:00000097\r\nEndHTML:00000170\r\n<html><body><!--StartFragment--><p>茶</p><!--EndFragment--></body></html>",
            "Version:1.0\nStartHTML:-1\nEndHTML:-1\n<p>茶</p>",
        ] {
            assert_eq!(selection(text), Some(("<p>茶</p>".into(), None)), "{text}");
        }
        let text = "Version:0.9\r\nStartHTML:0\r\nSourceURL:https://mp.weixin.qq.com/s/x\r\n<html><body>\r\n<!--StartFragment--><p>茶</p><!--EndFragment-->";
        let address = Some("https://mp.weixin.qq.com/s/x".to_owned());
        assert_eq!(selection(text), Some(("<p>茶</p>".into(), address)));
    }

    #[test]
    fn leaves_pages_alone() {
        for text in [
            "<!DOCTYPE html><html><body><p>一</p><!--StartFragment--><p>二</p><!--EndFragment--></body>",
            "<p>一</p><!--StartFragment--><p>二</p>",
            "Version:0.9 of the <b>tea</b>",
            "",
        ] {
            assert_eq!(selection(text), None, "{text}");
        }
    }

    #[test]
    fn knows_selections_without_marks() {
        for (opening, expected) in [
            ("<meta charset='utf-8'><p>", true),
            (
                "<meta http-equiv=\"content-type\" content=\"text/html; charset=utf-8\"><p>",
                true,
            ),
            (
                "<p style=\"color: red; -webkit-text-stroke-width: 0px; white-space: normal;\">",
                true,
            ),
            (
                "<p style=\"color: red;-webkit-text-stroke-width: 0px;white-space: normal;\">",
                false,
            ),
            ("<meta name=\"a\" content=\"b\"><p>", false),
            ("<p><span style=\"-webkit-text-stroke-width: 0px\">", false),
            ("", false),
        ] {
            assert_eq!(is_selection(opening), expected, "{opening}");
        }
    }
}
