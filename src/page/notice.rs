//! What WeChat shows in place of an article: notices by their words, and what to say of them.

use crate::error::{Error, ErrorKind};
use crate::words;

/// Notices by what their title or, failing that, their description holds, in WeChat's Chinese and English. WeChat
/// writes account as 帐号 and 账号.
const NOTICES: [(&str, ErrorKind); 22] = [
    ("发布者删除", ErrorKind::Deleted),
    ("deleted by the author", ErrorKind::Deleted),
    ("已迁移", ErrorKind::Migrated),
    ("迁移流程", ErrorKind::Migrated),
    ("migrated", ErrorKind::Migrated),
    ("号已被屏蔽", ErrorKind::Blocked),
    ("号已被封", ErrorKind::Blocked),
    ("号已自主注销", ErrorKind::Blocked),
    ("号已注销", ErrorKind::Blocked),
    ("account has been blocked", ErrorKind::Blocked),
    ("内部分享", ErrorKind::Private),
    ("违规", ErrorKind::Violation),
    ("违反", ErrorKind::Violation),
    ("侵权", ErrorKind::Violation),
    ("发送失败", ErrorKind::Violation),
    ("violat", ErrorKind::Violation),
    ("过期", ErrorKind::Expired),
    ("expired", ErrorKind::Expired),
    ("环境异常", ErrorKind::Captcha),
    ("验证身份", ErrorKind::Captcha),
    ("过于频繁", ErrorKind::Captcha),
    ("verify", ErrorKind::Captcha),
];

pub(super) const CAPTCHA: &str = "WeChat asked to prove that a person is reading: open the article in a browser and pass the check";

pub(super) const PRIVATE: &str = "the article is for a group of people alone (仅内部分享可见), and WeChat shows it to them alone";

/// Titles of notices as they begin, for where nothing but the words tells: a scrape has no elements.
const TITLES: [&str; 14] = [
    "该内容已被发布者删除",
    "This content has been deleted by the author",
    "The content has been deleted by the author",
    "此内容因违规无法查看",
    "此内容被投诉且经审核涉嫌侵权",
    "此内容发送失败无法查看",
    "该内容暂时无法查看",
    "该公众号已迁移",
    "此帐号已被屏蔽",
    "此账号已被屏蔽",
    "参数错误",
    "链接已过期",
    "环境异常",
    "当前环境异常",
];

/// What a notice is about, if its words tell.
pub(super) fn kind_of(words: &str) -> Option<ErrorKind> {
    let words = words.to_ascii_lowercase();
    let found = NOTICES.iter().find(|(phrase, _)| words.contains(phrase));
    found.map(|(_, kind)| *kind)
}

/// One sentence about a notice, with what it says.
pub(super) fn message(kind: ErrorKind, title: &str, reason: Option<&str>) -> String {
    let what = match kind {
        ErrorKind::Deleted => "the author deleted the article",
        ErrorKind::Violation => "WeChat took the article down",
        ErrorKind::Expired => "the link has expired: ask for the article's permanent link",
        ErrorKind::Migrated => "the account has moved, and the article is not here any more",
        ErrorKind::Blocked => "the account is blocked or closed",
        ErrorKind::Private => PRIVATE,
        ErrorKind::Captcha => CAPTCHA,
        _ => "WeChat does not show the article",
    };
    match reason {
        Some(reason) => format!("{what}; the page says: {title} ({reason})"),
        None => format!("{what}; the page says: {title}"),
    }
}

/// The error for a text that begins as a notice does.
pub(crate) fn known(title: &str) -> Option<Error> {
    TITLES.iter().find(|start| title.starts_with(*start))?;
    let kind = kind_of(title).unwrap_or(ErrorKind::Unavailable);
    let title = words::one_line(title);
    Some(Error::new(
        kind,
        message(kind, title.trim_end_matches(['.', '。']), None),
    ))
}
