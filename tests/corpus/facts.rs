//! Kinds of page, errors and metadata.
//!
//! The lists of the corpus were made by a program and looked over; where a page disproves its list, the page is right,
//! and a table here says which and why.

use serde_json::Value;
use wechat_article_cleaner::{Article, OriginState, Page, PageKind};

use crate::{cleaned, corpus, list, text};

/// What the lists have wrong: id, fact, what the page says, and where it says it.
const DISPROVED: [(&str, &str, &str, &str); 4] = [
    (
        "s059",
        "title",
        "半月谈《基层说》",
        "the list has what the page's <title> says, 视频 (“video”); `video_title` and the page have this",
    ),
    (
        "s167",
        "title",
        "槽动画丨魂斗草（易诱发精神病，请谨慎观看）",
        "as with s059",
    ),
    (
        "s117",
        "original",
        "true",
        "the list is read from scripts, which this archive lacks; the page shows the mark, `#copyright_logo`",
    ),
    (
        "s164",
        "published",
        "",
        "the list has the relative words that the page shows, 4天前 (“four days ago”): no date",
    ),
];

/// The kinds of the list that are errors, by the codes of these.
const ERRORS: [(&str, &str); 8] = [
    ("link-expired", "expired"),
    ("account-profile", "account-profile"),
    ("aboutbiz", "account-about"),
    ("captcha", "captcha"),
    ("truncated", "truncated"),
    ("deleted", "deleted"),
    ("violation", "violation"),
    ("unavailable", "unavailable"),
];

/// What a page says where it disproves its list.
fn disproved(id: &str, fact: &str) -> Option<&'static str> {
    let row = DISPROVED
        .iter()
        .find(|(of, what, ..)| *of == id && *what == fact);
    row.map(|(_, _, page_says, _)| *page_says)
}

/// What a list says of an entry, or what its page says instead.
fn told<'a>(id: &str, meta: &'a Value, fact: &str) -> &'a str {
    disproved(id, fact).unwrap_or_else(|| text(meta, fact))
}

/// Compares everything that the lists tell with what was read; notes what differs.
fn compare(id: &str, meta: &Value, article: &Article, wrong: &mut Vec<String>) {
    let page = &article.page;
    let mut expect = |fact: &str, expected: &str, actual: &str| {
        if expected != actual {
            wrong.push(format!(
                "{id} {fact}: expected {expected:?}, got {actual:?}"
            ));
        }
    };
    let some = |text: &Option<String>| text.clone().unwrap_or_default();
    let title = told(id, meta, "title");
    if !is_beginning(page, title) {
        expect("title", title, &page.title);
    }
    expect(
        "account",
        told(id, meta, "account"),
        &some(&page.account.name),
    );
    // The lists have minutes, or days.
    let published = told(id, meta, "published").replace(' ', "T");
    let actual = some(&page.published_at);
    expect(
        "published",
        &published,
        actual.get(..published.len()).unwrap_or(&actual),
    );
    if published.is_empty() {
        expect("published", "", &actual);
    }
    if !meta["biz"].is_null() {
        expect("biz", text(meta, "biz"), &some(&page.account.biz));
    }
    if let Some(url) = page.url.as_deref().filter(|url| url.contains("__biz=")) {
        for part in ["mid", "idx", "sn"] {
            let named = format!("&{part}={}", text(meta, part));
            if !meta[part].is_null() && !url.contains(&named) {
                expect("url", &named, url);
            }
        }
    }
    let features: Vec<&str> = text(meta, "features").split(',').collect();
    let has = |feature: &str| features.contains(&feature).to_string();
    let state = page.origin.as_ref().map(|origin| origin.state);
    let is_original = state == Some(OriginState::Original);
    let listed = has("original");
    let listed = disproved(id, "original").unwrap_or(&listed);
    expect("original", listed, &is_original.to_string());
    expect(
        "read-more link",
        &has("source_url"),
        &page.read_more.is_some().to_string(),
    );
    if features.contains(&"cgiDataNew") {
        let is_other = matches!(state, Some(OriginState::Reprint | OriginState::Share));
        expect("reprint", &has("copyright_stat=2"), &is_other.to_string());
        expect(
            "album",
            &has("album"),
            &(!page.albums.is_empty()).to_string(),
        );
    }
    let pictures = features
        .iter()
        .find_map(|feature| feature.strip_prefix("pictures="));
    if let Some(pictures) = pictures.filter(|pictures| *pictures != "0") {
        let json: Value = serde_json::from_str(&article.to_json()).expect("JSON");
        let read = json["images"].as_array().map_or(0, Vec::len);
        expect("pictures", pictures, &read.to_string());
    }
}

/// Whether a page is a text post whose title is the beginning of the listed one, and shorter. For a post that was given
/// no title the list has the whole text, cut, as WeChat has; ours ends with the first sentence or line.
fn is_beginning(page: &Page, listed: &str) -> bool {
    let beginning = page.title.trim_end_matches('…');
    page.kind == PageKind::Text
        && !beginning.is_empty()
        && beginning.len() < listed.len()
        && listed.starts_with(beginning)
}

#[test]
fn special_pages_are_what_they_are() {
    let Some(folder) = corpus() else { return };
    let entries = list(&folder, "special.json");
    assert_eq!(entries.len(), 29);
    let mut wrong = Vec::new();
    for entry in &entries {
        let id = text(entry, "id");
        let (listed, meta) = (text(entry, "page_type"), &entry["meta"]);
        let code = ERRORS.iter().find(|(kind, _)| *kind == listed);
        match (cleaned(&folder, entry), code) {
            (Err(error), Some((_, code))) => {
                if error.code() != *code {
                    wrong.push(format!("{id}: expected {code}, got {}", error.code()));
                }
                if !meta["account"].is_null() && error.account() != Some(text(meta, "account")) {
                    wrong.push(format!("{id} account: got {:?}", error.account()));
                }
            }
            (Ok(article), None) => {
                let json: Value = serde_json::from_str(&article.to_json()).expect("JSON");
                // A video's own page is a video.
                let kind = listed.split('-').next().unwrap_or_default();
                if json["kind"] != kind {
                    wrong.push(format!("{id}: expected {kind}, got {}", json["kind"]));
                }
                compare(id, meta, &article, &mut wrong);
            }
            (Ok(_), Some((_, code))) => {
                wrong.push(format!("{id}: expected {code}, got an article"))
            }
            (Err(error), None) => {
                wrong.push(format!("{id}: expected {listed}, got {}", error.code()))
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn pages_tell_what_the_list_says() {
    let Some(folder) = corpus() else { return };
    let entries = list(&folder, "docs.json");
    let pages: Vec<&Value> = entries
        .iter()
        .filter(|entry| text(entry, "path").starts_with("html/"))
        .collect();
    assert_eq!(pages.len(), 39);
    let mut wrong = Vec::new();
    for entry in pages {
        let id = text(entry, "id");
        match cleaned(&folder, entry) {
            Ok(article) => compare(id, &entry["meta"], &article, &mut wrong),
            Err(error) => wrong.push(format!("{id}: {}", error.code())),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
