//! Why there is no article.

use std::fmt;

/// There is no article in the input. Says why, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    kind: ErrorKind,
    message: String,
    said: Box<Told>,
}

/// What a page without an article says itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Told {
    pub reason: Option<String>,
    pub url: Option<String>,
    pub account: Option<String>,
}

/// The kinds of [`Error`], each with a stable [code](ErrorKind::code).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The input holds nothing.
    Empty,
    /// The input is an address, alone or with a title or a few words, as links are passed on. WeChat shows its pages to readers' browsers only, so it cannot be fetched.
    UrlOnly,
    /// The input is not a WeChat page, nor part of one.
    NotWechat,
    /// The author deleted the article (该内容已被发布者删除).
    Deleted,
    /// WeChat took the article down (此内容因违规无法查看).
    Violation,
    /// The link was a temporary one (链接已过期).
    Expired,
    /// WeChat asked to prove that a person is reading (环境异常).
    Captcha,
    /// WeChat shows a notice instead of the article, such as 该内容暂时无法查看.
    Unavailable,
    /// The account has moved to another one (该公众号已迁移), and the article did not come with it.
    Migrated,
    /// The account is blocked or closed (此帐号已被屏蔽, 此帐号已自主注销).
    Blocked,
    /// The article is for a group of people alone (仅内部分享可见).
    Private,
    /// The page lists an account's articles.
    AccountProfile,
    /// The page tells about an account (关于公众号).
    AccountAbout,
    /// The download stopped before the article.
    Truncated,
    /// A WeChat page whose article could not be found: none where articles stand, or a kind not read yet.
    NoArticle,
    /// A defect of this program, not of the input.
    Internal,
}

impl ErrorKind {
    /// The code: stable between versions, lower case, words parted by `-`.
    pub fn code(self) -> &'static str {
        match self {
            ErrorKind::Empty => "empty",
            ErrorKind::UrlOnly => "url-only",
            ErrorKind::NotWechat => "not-wechat",
            ErrorKind::Deleted => "deleted",
            ErrorKind::Violation => "violation",
            ErrorKind::Expired => "expired",
            ErrorKind::Captcha => "captcha",
            ErrorKind::Unavailable => "unavailable",
            ErrorKind::Migrated => "migrated",
            ErrorKind::Blocked => "blocked",
            ErrorKind::Private => "private",
            ErrorKind::AccountProfile => "account-profile",
            ErrorKind::AccountAbout => "account-about",
            ErrorKind::Truncated => "truncated",
            ErrorKind::NoArticle => "no-article",
            ErrorKind::Internal => "internal",
        }
    }
}

impl Error {
    pub(crate) fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Error {
            kind,
            message: message.into(),
            said: Box::default(),
        }
    }

    /// The error with what the page says itself.
    pub(crate) fn saying(mut self, said: Told) -> Self {
        self.said = Box::new(said);
        self
    }

    /// The kind of error.
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// The stable code of the kind, such as `deleted`.
    pub fn code(&self) -> &'static str {
        self.kind.code()
    }

    /// The page's own words for why it has no article, in its language.
    pub fn reason(&self) -> Option<&str> {
        self.said.reason.as_deref()
    }

    /// The address of the article that was asked for, or of where a moved one went.
    pub fn url(&self) -> Option<&str> {
        self.said.url.as_deref()
    }

    /// The name of the account.
    pub fn account(&self) -> Option<&str> {
        self.said.account.as_deref()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}
