//! The tree from our tokens beside the one from html5ever's own.

mod hostile;
mod random;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use ego_tree::iter::Edge;
use html5ever::tokenizer::states::ScriptData;
use scraper::Node;
use scraper::node::Element;

use super::super::scan;
use super::super::token::{self, Kind};
use super::*;
use random::{Random, nested, soup};

/// What the parser makes of `source`. With a document type, as ours is read as if it had one.
fn theirs(source: &str) -> Html {
    Html::parse_document(&format!("<!DOCTYPE html>{source}"))
}

/// The tree from all tokens of `source`: nothing is left out, and nothing kept within bounds.
fn ours(source: &str) -> Html {
    let tree = Tree::new();
    let mut at = 0;
    while let Some(token) = token::next(source, at) {
        tree.text(&source[at..token.start]);
        at = token.end;
        match token.kind {
            Kind::Cdata
                if tree
                    .builder
                    .adjusted_current_node_present_but_not_in_html_namespace() =>
            {
                at = token::cdata_end(source, token.start);
                tree.plain_text(token::cdata_text(&source[token.start..at]));
            }
            Kind::Comment | Kind::Cdata => {
                if is_comment(&source[token.start..token.end]) {
                    tree.add(tokenizer::CommentToken("".into()));
                }
            }
            Kind::EndTag => tree.end_tag(token.name),
            Kind::StartTag => {
                let Some(kind) = tree.start_tag(&token) else {
                    continue;
                };
                let end = match kind {
                    ScriptData => token::script_end(source, at),
                    _ => token::raw_text_end(source, at, token.name),
                };
                let text = without_nulls(&source[at..end.map_or(source.len(), |end| end.start)]);
                match kind {
                    Rcdata => tree.characters(&entities::decode(&text, Place::Text)),
                    _ => tree.characters(&text),
                }
                at = end.map_or(source.len(), |end| end.end);
                if let Some(end) = end.filter(|end| end.kind == Kind::EndTag) {
                    tree.end_tag(end.name);
                }
            }
        }
    }
    tree.text(&source[at..]);
    tree.finish()
}

/// Whether a token that is no tag is a comment, rather than a document type, `</>`, or a tag that is cut off.
fn is_comment(written: &str) -> bool {
    match written.as_bytes() {
        [b'<', b'!', name @ ..] => !name
            .get(..7)
            .is_some_and(|name| name.eq_ignore_ascii_case(b"doctype")),
        [b'<', b'?', ..] => true,
        [b'<', b'/', first, ..] => !first.is_ascii_alphabetic() && *first != b'>',
        _ => false,
    }
}

/// A tree as text, so that two can be told apart: all of it but the document type and what comments say.
fn outline(html: &Html) -> String {
    let mut outline = String::new();
    for edge in html.tree.root().traverse() {
        match edge {
            Edge::Open(node) => match node.value() {
                Node::Element(element) => outline += &start(element),
                Node::Text(text) => outline += &format!("{:?}", &*text.text),
                Node::Comment(_) => outline += "<!>",
                _ => {}
            },
            Edge::Close(node) if node.value().is_element() => outline += "</>",
            Edge::Close(_) => {}
        }
    }
    outline
}

/// The same without what [`scan`] leaves out.
fn outline_of_what_is_shown(html: &Html) -> String {
    let mut outline = String::new();
    // How many hidden elements are open.
    let mut hidden = 0;
    for edge in html.tree.root().traverse() {
        let (Edge::Open(node) | Edge::Close(node)) = edge;
        let is_start = matches!(edge, Edge::Open(_));
        match node.value() {
            Node::Text(text) if is_start && hidden == 0 => outline += text,
            Node::Element(element) => {
                let content = content(element);
                if hidden == 0 && is_start && matches!(content, Content::Shown | Content::Frame) {
                    outline += &start(element);
                }
                if matches!(content, Content::Hidden | Content::Frame) {
                    hidden += if is_start { 1 } else { -1 };
                }
                if hidden == 0 && !is_start && matches!(content, Content::Shown | Content::Frame) {
                    outline += "</>";
                }
            }
            _ => {}
        }
    }
    outline
}

enum Content {
    Shown,
    /// The tags are left out.
    Open,
    /// The text is left out.
    Frame,
    /// All is left out.
    Hidden,
}

fn content(element: &Element) -> Content {
    match (element.name(), element.name.ns == ns!(html)) {
        ("script" | "style", _) | ("noscript" | "noembed" | "noframes" | "template", true) => {
            Content::Hidden
        }
        ("form" | "nobr" | "optgroup" | "option" | "select", true) => Content::Open,
        ("iframe", true) => Content::Frame,
        _ => Content::Shown,
    }
}

fn start(element: &Element) -> String {
    let name = |name: &QualName| {
        let space = name.ns.rsplit('/').next().unwrap_or_default();
        format!("{space}:{}", name.local)
    };
    let mut start = format!("<{}", name(&element.name));
    let read = |(attribute, _): &&(QualName, _)| !UNREAD.has(&attribute.local);
    for (attribute, value) in element.attrs.iter().filter(read) {
        start += &format!(" {}={:?}", name(attribute), &**value);
    }
    start + ">"
}

/// Asserts that both trees are the same.
fn assert_same(source: &str, name: &str) {
    assert_equal(&outline(&ours(source)), &outline(&theirs(source)), name);
}

/// Asserts that the two trees are the same without what [`scan`] leaves out.
fn assert_shows_the_same(source: &str, name: &str) {
    let ours = outline_of_what_is_shown(&scan(source).html);
    assert_equal(&ours, &outline_of_what_is_shown(&theirs(source)), name);
}

fn assert_equal(ours: &str, theirs: &str, name: &str) {
    if ours != theirs {
        let pairs = ours.chars().zip(theirs.chars());
        let same = pairs.take_while(|(ours, theirs)| ours == theirs).count();
        let from_there = |outline: &str| -> String {
            outline
                .chars()
                .skip(same.saturating_sub(40))
                .take(120)
                .collect()
        };
        panic!(
            "{name}\n  ours: {}\ntheirs: {}",
            from_there(ours),
            from_there(theirs)
        );
    }
}

#[test]
fn reads_what_is_hard_to_read_as_the_parser_does() {
    for source in [
        "a<!-->b<!--->c<!-- --!>d<!--- -->e<!--!-->f<!-- <!-- -->g--><!--",
        "a</>b</ x>c<?x?>d<!x>e<!DOCTYPE x 'a>b'>f<![CDATA[g]]>h<",
        "<svg><![CDATA[a&amp;<b>\0\r\nc]]]>d</svg><math><![CDATA[a",
        "<p a=1 A=2 b = 'x>\r\ny' c=\"&lt;&copy=1\" d=e/f/ g/ =h=i \"j'>k<P\tÄ=\0 \0=Ä/>",
        "<p a=1/><br/ ><svg/><svg><g/ ></svg><a\0B>",
        "a\r\nb\rc\r\r\nd\n\re\0f",
        "<pre>\n\na</pre><pre>&#10;a</pre><listing>\r\na</listing><textarea>\r\n\na</textarea>",
        "<title>a&amp;<b>\0</titles></TITLE x='>'>b",
        "<textarea>a&lt</textarea/><xmp>&amp;<!--</xmp>-->b",
        "<script>a<!--<script>b</script>c</script>d<style><!--</style>e",
        "<iframe>&amp;<p></iframe><noembed>&amp;</noembed><noscript>&amp;<p></noscript>a",
        "<svg><title>a<b>c</title><style>a<g>b</style><script>c<g></script><desc><p></svg>",
        "<math><mi><p>a<annotation-xml encoding='text/html'><p>b</math>c",
        "<table>a&#32;<tr> <td>b&nbsp;<tr>c\0 ",
        "<select><option>a<b>c<option>d</select><frameset>",
        "<title>a</title x",
        "<title>a</title",
        "<script>a</script",
        "<p a='b",
        "a</",
        "</p",
        "<!",
    ] {
        assert_same(source, source);
    }
}

#[test]
fn builds_the_same_tree_from_any_soup() {
    let mut random = Random::new(1);
    for case in 0..30_000 {
        let source = soup(&mut random);
        assert_same(&source, &format!("case {case}, {source:?}"));
    }
}

#[test]
fn shows_the_same_of_what_is_well_nested() {
    let mut random = Random::new(2);
    for case in 0..10_000 {
        let source = nested(&mut random);
        assert_shows_the_same(&source, &format!("case {case}, {source:?}"));
    }
}

#[test]
fn builds_the_same_trees_of_pages() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut pages: Vec<(PathBuf, Vec<u8>)> = Vec::new();
    for folder in fs::read_dir(fixtures).unwrap() {
        let page = folder.unwrap().path().join("page.html");
        if let Ok(content) = fs::read(&page) {
            pages.push((page, content));
        }
    }
    assert!(pages.len() > 10, "fixtures are missing");
    pages.extend(corpus());
    for (path, page) in pages {
        let page = String::from_utf8_lossy(&page);
        let name = path.display().to_string();
        assert_same(&page, &name);
        assert_shows_the_same(&page, &name);
    }
}

/// The pages of the corpus, which is not part of this repository. None where it is not beside the checkout.
#[expect(clippy::print_stderr, reason = "a test that is skipped should say so")]
fn corpus() -> Vec<(PathBuf, Vec<u8>)> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    let corpus = env::var_os("CORPUS").map_or(beside, PathBuf::from);
    let mut pages = Vec::new();
    for folder in ["html", "fragments", "clipboard", "live", "special"] {
        let Ok(entries) = fs::read_dir(corpus.join(folder)) else {
            eprintln!("no {folder} of the corpus at {}", corpus.display());
            continue;
        };
        for path in entries.map(|entry| entry.unwrap().path()) {
            if path.to_string_lossy().ends_with(".html.gz") {
                let unpacked = Command::new("gzip").arg("-dc").arg(&path).output().unwrap();
                assert!(unpacked.status.success(), "{}", path.display());
                pages.push((path, unpacked.stdout));
            }
        }
    }
    pages
}
