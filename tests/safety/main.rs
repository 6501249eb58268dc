//! What comes out of hostile input is safe in every format: vectors of all classes, in all places of a page that may
//! hold them. `tests/page/vectors.test.mjs` puts the same into browsers.

mod damage;
#[path = "html.rs"]
mod html_out;
mod lost;
mod output;
#[allow(dead_code)] // Its articles are for the tests of Markdown.
#[path = "../markdown/random.rs"]
mod random;
mod vectors;

use std::collections::HashSet;

use wechat_article_cleaner::{Category, Links, Options, clean};

#[test]
fn nothing_hostile_comes_through() {
    let all = vectors::all();
    let (mut n_articles, mut faults) = (0, Vec::new());
    let mut seen = HashSet::new();
    for (hostile, links) in all.iter().zip(Links::ALL.iter().cycle()) {
        let mut options = Options::default();
        options.keep = Category::ALL.to_vec();
        options.render.links = *links;
        let Ok(article) = clean(&hostile.input, &options) else {
            continue;
        };
        n_articles += 1;
        // Much of it leaves no trace at all.
        if !seen.insert((article.to_markdown(), article.to_html())) {
            continue;
        }
        if let Some(fault) = output::fault(&article) {
            faults.push(format!("{}: {}\n{fault}", hostile.name, hostile.input));
        }
    }
    assert!(
        faults.is_empty(),
        "{} of {} results have faults, such as\n{}",
        faults.len(),
        n_articles,
        faults[..faults.len().min(12)].join("\n\n")
    );
    assert!(
        n_articles > all.len() * 9 / 10 && seen.len() > all.len() / 4,
        "only {n_articles} articles of {}, {} of them different",
        all.len(),
        seen.len()
    );
}

#[test]
fn damaged_fixtures_do_no_harm() {
    let mut n_articles = 0;
    for input in damage::damaged(&damage::fixtures(), 30) {
        match clean(&input, &Options::default()) {
            Err(error) => assert!(!error.code().is_empty() && error.code() != "internal"),
            Ok(article) => {
                n_articles += 1;
                assert_eq!(output::fault(&article), None, "{input}");
            }
        }
    }
    assert!(n_articles > 1000, "only {n_articles} articles");
}

/// What fuzzing found.
#[test]
fn a_copy_of_a_picture_in_a_table_leads_nowhere() {
    let body = "<table><tr><td>茶<br><img data-src='<div id='></td><td colspan=2>水</td></tr>\
                <tr><td>一</td><td>二</td><td>三</td></tr></table>";
    let page = format!("<!DOCTYPE html><div id=js_content>{body}</div>");
    let article = clean(&page, &Options::default()).expect("an article");
    assert!(article.to_markdown().contains("<img src=\"%3Cdiv%20id=\""));
    assert!(!article.to_html().contains("<img"));
    assert_eq!(output::fault(&article), None);
}

/// With bare tags: what attributes do is another matter.
#[test]
fn nothing_is_lost_of_damaged_fixtures() {
    let insides: Vec<_> = damage::insides()
        .iter()
        .map(|body| lost::bare(body))
        .collect();
    let mut n_plain = 0;
    for body in damage::damaged(&insides, 60).filter(|body| lost::is_plain(body)) {
        n_plain += 1;
        let page = format!("<!DOCTYPE html><div id=js_content>{body}</div>");
        if let Ok(article) = clean(&page, &Options::default()) {
            assert_eq!(lost::lost(&body, &page, &article), None);
        }
    }
    assert!(n_plain > 500, "only {n_plain} bodies");
}
