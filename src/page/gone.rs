//! Pages that show something else in place of an article.
//!
//! Judged by structure, never by a phrase somewhere in the page: an article may well quote 该内容已被发布者删除. A page
//! with a container for an article is not looked at any further, and a notice counts only where the page shows hardly
//! anything else.

use super::metadata::{Sources, text};
use super::{notice, url};
use crate::dom::{self, NodeRef};
use crate::error::{Error, ErrorKind, Told};
use crate::input::Source;
use crate::script::Value;

/// The ids of the containers in which pages with an article hold it.
const CONTAINERS: [&str; 3] = ["js_content", "js_article", "img-content"];

/// How many characters a page may show beside its notice: links to help, the account's name.
const BESIDE: usize = 200;

/// The error that says what the page shows in place of an article, if it does.
pub(super) fn find(sources: &Sources<'_>) -> Option<Error> {
    if CONTAINERS.iter().any(|id| sources.ids.contains_key(id)) {
        return None;
    }
    verification(sources)
        .or_else(|| notice(sources))
        .or_else(|| written_notice(sources))
        .or_else(|| about_account(sources))
        .or_else(|| shell(sources))
}

/// The error with what else the page says: the account, and the address that was asked for.
fn error(sources: &Sources<'_>, kind: ErrorKind, message: String, reason: Option<String>) -> Error {
    // Links of WeChat's own: where the check leads on to, and where a moved account has the article.
    let target = sources.data.old_key("target_url").cloned();
    let target = target.or_else(|| sources.data.variable("transferTargetLink"));
    let target = target.as_ref().and_then(|url| text(url.text()?));
    Error::new(kind, message).saying(Told {
        reason,
        url: target
            .as_deref()
            .and_then(url::canonical)
            .or_else(|| sources.url()),
        account: sources.account().name,
    })
}

/// The check that a person is reading (环境异常). Its words are not in the source: a script brings them.
fn verification(sources: &Sources<'_>) -> Option<Error> {
    let is_check = sources.data.old_key("cap_appid").is_some()
        || sources
            .data
            .variable("PAGE_MID")
            .as_ref()
            .and_then(Value::text)
            .is_some_and(|page| page.contains("secitptpage/verify"));
    is_check.then(|| {
        error(
            sources,
            ErrorKind::Captcha,
            notice::CAPTCHA.to_owned(),
            None,
        )
    })
}

/// A notice that the page holds.
fn notice(sources: &Sources<'_>) -> Option<Error> {
    let root = sources.html.tree.root();
    let notice = root
        .descendants()
        .find(|node| dom::has_class(*node, "weui-msg") || dom::has_class(*node, "mesg-block"))
        .or_else(|| {
            root.descendants().find(|node| {
                dom::has_class(*node, "weui-msg__title")
                    || dom::has_class(*node, "global_error_msg")
            })
        })?;
    let beside = n_characters(root).saturating_sub(n_characters(notice));
    let most = match sources.given.form {
        // Of a part of a page nothing tells that it isn't an article but what it shows.
        Source::Fragment => 0,
        _ => BESIDE,
    };
    (beside <= most).then(|| read_notice(sources, notice))
}

/// A notice that a script writes into the page.
fn written_notice(sources: &Sources<'_>) -> Option<Error> {
    if sources.given.form == Source::Fragment {
        return None;
    }
    let markup = sources.data.written()?;
    let html = dom::parse(&markup);
    let notice = html
        .tree
        .root()
        .descendants()
        .find(|node| dom::has_class(*node, "weui-msg"))?;
    Some(read_notice(sources, notice))
}

/// What a notice says. Its title is the sentence; its description, which a script may fill from the data, the reason.
fn read_notice(sources: &Sources<'_>, notice: NodeRef<'_>) -> Error {
    let part = |class: &str| {
        let mut parts = notice.descendants();
        let part = parts.find(|node| dom::has_class(*node, class))?;
        Some(dom::text(part)).filter(|text| !text.is_empty())
    };
    let title = part("weui-msg__title").unwrap_or_else(|| dom::text(notice));
    let reason = sources
        .data
        .old_key("del_reason")
        .and_then(|reason| text(reason.text()?))
        .or_else(|| part("weui-msg__desc"));
    let kind = notice::kind_of(&title)
        .or_else(|| notice::kind_of(reason.as_deref()?))
        .unwrap_or(ErrorKind::Unavailable);
    let title = title.trim_end_matches(['.', '。']);
    let message = notice::message(kind, title, reason.as_deref());
    error(sources, kind, message, reason.or(Some(title.to_owned())))
}

/// Pages about the account: the list of its articles, and what it says of itself (关于公众号).
fn about_account(sources: &Sources<'_>) -> Option<Error> {
    let has = |class: &str| {
        let mut nodes = sources.html.tree.root().descendants();
        nodes.any(|node| dom::has_class(node, class))
    };
    if has("profile_info_area") {
        let what = "the page lists an account's articles: open the article itself";
        Some(error(
            sources,
            ErrorKind::AccountProfile,
            what.to_owned(),
            None,
        ))
    } else if has("about-page") && has("item-info") {
        let what = "the page tells about an account: open the article itself";
        Some(error(
            sources,
            ErrorKind::AccountAbout,
            what.to_owned(),
            None,
        ))
    } else {
        None
    }
}

/// An empty shell for a script to fill, as WeChat sends in place of private articles.
fn shell(sources: &Sources<'_>) -> Option<Error> {
    let app = sources.ids.get("app")?;
    let has_data =
        sources.data.key("title").is_some() || sources.data.text("", "msg_title").is_some();
    let is_shell = sources.given.form != Source::Fragment && !has_data && n_characters(*app) == 0;
    is_shell.then(|| {
        error(
            sources,
            ErrorKind::Private,
            notice::PRIVATE.to_owned(),
            None,
        )
    })
}

/// How many characters other than blanks a reader sees within `node`.
fn n_characters(node: NodeRef<'_>) -> usize {
    node.descendants()
        .filter(|node| {
            node.parent()
                .is_none_or(|parent| dom::name(parent) != "title")
        })
        .filter_map(|node| node.value().as_text())
        .map(|text| text.chars().filter(|c| !c.is_whitespace()).count())
        .sum()
}
