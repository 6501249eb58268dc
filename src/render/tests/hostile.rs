//! What a page could make of each format beyond words.

use super::{B, bare};
use crate::block::{Block, Cell, Inline, Marks, Run};

fn paragraph(content: Vec<Inline>) -> Block {
    B::Paragraph { content }
}

fn text(text: &str) -> Block {
    paragraph(vec![Inline::text(text)])
}

/// A string may hold them as they are from DEL on.
#[test]
fn json_without_controls() {
    let article = bare(vec![text("山\u{7f}\u{80}\u{9b}2J\u{9f}\u{a0}©")]);
    let json = article.to_json();
    assert!(
        json.contains("山\\u007f\\u0080\\u009b2J\\u009f\u{a0}©"),
        "{json}"
    );
}

/// Without a head of ours, what the text begins with is none.
#[test]
fn no_front_matter_of_the_page() {
    for (blocks, markdown) in [
        (vec![B::Divider], "***\n"),
        (vec![text("+++"), text("+++")], "\\+++\n\n+++\n"),
        (vec![text("{\"title\": 1}")], "\\{\"title\": 1}\n"),
    ] {
        assert_eq!(bare(blocks).to_markdown(), markdown);
    }
}

/// A wide row is not paid for by each of the others.
#[test]
fn ragged_tables() {
    let cells = |n: usize| vec![Cell::new(vec![Inline::text("山")]); n];
    let mut rows = vec![cells(3000)];
    rows.extend(vec![cells(1); 3000]);
    rows.push(Vec::new());
    let article = bare(vec![B::Table { rows: rows.clone() }]);
    assert!(article.to_markdown().len() < 100_000);
    for cell in &mut rows[0] {
        cell.rows = 65534;
    }
    let article = bare(vec![B::Table { rows }]);
    assert!(article.to_text().len() < 3_100_000);
}

/// What dangerous neighbours do to code, and none to that of ordinary lines.
#[test]
fn code_that_would_be_markup() {
    let code = |text: &str| {
        Inline::Text(Run {
            text: text.to_owned(),
            marks: Marks {
                code: true,
                ..Marks::default()
            },
            link: None,
        })
    };
    for (before, markdown) in [
        ("用 ", "用 `Vec<T>` `a[0]` `b`"),
        ("见(a.b)：", "见(a.b)：`Vec<T>` `a[0]` `b`"),
        ("www.a", "www.a<code>Vec&lt;T></code> `a[0]` `b`"),
        ("HTTP://a", "HTTP://a<code>Vec&lt;T></code> `a[0]` `b`"),
        ("约~", "约~<code>Vec&lt;T></code> `a[0]` `b`"),
        ("见`", "见\\`<code>Vec&lt;T></code> `a[0]` `b`"),
    ] {
        let content = vec![
            Inline::text(before),
            code("Vec<T>"),
            Inline::text(" "),
            code("a[0]"),
            Inline::text(" "),
            code("b"),
        ];
        assert_eq!(
            bare(vec![paragraph(content)]).to_markdown(),
            format!("{markdown}\n")
        );
    }
}
