//! Why there is no article.

use std::fmt;

/// There is no article in the input. Says why, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    kind: ErrorKind,
    message: String,
}

/// The kinds of [`Error`], each with a stable [code](ErrorKind::code).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The input holds nothing.
    Empty,
    /// The input is an address alone. WeChat shows its pages to readers' browsers only, so it cannot be fetched.
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
        }
    }

    /// The kind of error.
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// The stable code of the kind, such as `deleted`.
    pub fn code(&self) -> &'static str {
        self.kind.code()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}
