//! Pages that show a notice in place of an article.
//!
//! Judged by structure, never by a phrase somewhere in the page: an article may well quote 该内容已被发布者删除.
//! A page with a container for an article is not looked at any further.

use scraper::Html;

use super::Data;
use crate::dom::{self, Ids};
use crate::error::{Error, ErrorKind};
use crate::script::Value;

/// Notices by what their title holds, in WeChat's Chinese and English.
const NOTICES: [(&str, ErrorKind); 6] = [
    ("发布者删除", ErrorKind::Deleted),
    ("deleted by the author", ErrorKind::Deleted),
    ("违规", ErrorKind::Violation),
    ("violat", ErrorKind::Violation),
    ("过期", ErrorKind::Expired),
    ("expired", ErrorKind::Expired),
];

/// The ids of the containers in which pages with an article hold it.
const CONTAINERS: [&str; 3] = ["js_content", "js_article", "img-content"];

/// # Errors
///
/// If the page shows a notice in place of an article.
pub(super) fn check(html: &Html, ids: &Ids<'_>, data: &Data<'_>) -> Result<(), Error> {
    if CONTAINERS.iter().any(|id| ids.contains_key(id)) {
        return Ok(());
    }
    if let Some(title) = notice_title(html) {
        return Err(notice(&title, data));
    }
    if data.old_key("cap_appid").is_some() {
        let asked = data
            .old_key("target_url")
            .and_then(Value::text)
            .unwrap_or("the article");
        return Err(Error::new(
            ErrorKind::Captcha,
            format!(
                "WeChat asked to prove that a person is reading: open {asked} in a browser and pass the check"
            ),
        ));
    }
    Ok(())
}

/// The title of the page's notice.
fn notice_title(html: &Html) -> Option<String> {
    html.tree
        .root()
        .descendants()
        .find(|node| {
            dom::has_class(*node, "weui-msg__title") || dom::has_class(*node, "mesg-block")
        })
        .map(dom::text)
}

fn notice(title: &str, data: &Data<'_>) -> Error {
    let title = title.trim_end_matches(['.', '。']);
    let lower = title.to_ascii_lowercase();
    let kind = NOTICES
        .iter()
        .find(|(phrase, _)| lower.contains(phrase))
        .map_or(ErrorKind::Unavailable, |(_, kind)| *kind);
    let reason = match data.old_key("del_reason").and_then(Value::text) {
        Some(reason) => format!(" ({})", dom::one_line(reason)),
        None => String::new(),
    };
    let what = match kind {
        ErrorKind::Deleted => "the author deleted the article",
        ErrorKind::Violation => "WeChat took the article down",
        ErrorKind::Expired => "the link has expired: ask for the article's permanent link",
        _ => "WeChat does not show the article",
    };
    Error::new(kind, format!("{what}; the page says: {title}{reason}"))
}
