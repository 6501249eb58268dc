//! The page that an article stands on: its kind, and what it says about the article.
//!
//! [`metadata`] says which of the places that tell a fact goes first; [`gone`] knows the pages that have no article.

mod data;
mod date;
mod gone;
mod metadata;
mod metas;
pub(crate) mod notice;
mod said;
#[cfg(test)]
mod tests;
pub(crate) mod url;

use serde::Serialize;

pub(crate) use data::Data;
pub(crate) use date::at_date;
pub(crate) use metadata::opening;

use crate::article::Warning;
use crate::dom::Ids;
use crate::error::Error;
use crate::input::{Recognised, Source};
use crate::options::Options;

/// A page and its metadata. What the page does not tell is `None`, or empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Page {
    /// In what form it was given.
    pub source: Source,
    /// What kind of page it is.
    pub kind: PageKind,
    /// The title, one line; empty where the input has none. A text post without a title has its first sentence.
    pub title: String,
    /// The Official Account that published it.
    pub account: Account,
    /// The author named in the byline, who often isn't the account.
    pub author: Option<String>,
    /// When it was published: RFC 3339 in China's time zone (`2026-01-24T23:46:28+08:00`). Without a zone
    /// (`2026-01-24T23:46:00`) where only a shown page or a selection of it tells: WeChat shows the time by the clock of
    /// whoever opened it. The date alone (`2017-12-13`) where there is no time.
    pub published_at: Option<String>,
    /// When it was last changed after that, in the same form.
    pub modified_at: Option<String>,
    /// When an archiver read the page, in its own words. Only archives tell.
    pub fetched_at: Option<String>,
    /// The article's address, without tracking parameters.
    pub url: Option<String>,
    /// The cover picture.
    pub cover: Option<Cover>,
    /// The summary that WeChat shows in lists.
    pub digest: Option<String>,
    /// Whether the article is declared original, or whose it is.
    pub origin: Option<Origin>,
    /// Where 阅读原文 (“read the original”) below the article leads.
    pub read_more: Option<String>,
    /// From where it was published, as WeChat shows it (IP 属地): a province of China, or another country.
    pub place: Option<String>,
    /// The collections (合集) that the article is part of.
    pub albums: Vec<Album>,
    /// The topics (#话题) it is filed under, without `#`.
    pub tags: Vec<String>,
    /// What it costs to read, if it costs anything.
    pub paid: Option<Paid>,
}

/// The kind of page, by WeChat's own `item_show_type`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum PageKind {
    /// An ordinary article (0), or another account's article passed on (11, or 0 with [`OriginState::Share`]).
    Article,
    /// A video (5).
    Video,
    /// A piece of music (6).
    Music,
    /// A recording (7).
    Audio,
    /// Pictures with a text (8).
    Picture,
    /// A short text (10).
    Text,
    /// A short post of text and pictures (17).
    Short,
}

/// An Official Account.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[non_exhaustive]
pub struct Account {
    /// The name shown.
    pub name: Option<String>,
    /// The lasting id, `gh_` and twelve digits.
    pub id: Option<String>,
    /// The id that the account chose for itself (微信号).
    pub alias: Option<String>,
    /// The id used in addresses (`__biz`), in Base64.
    pub biz: Option<String>,
    /// The address of its picture.
    pub avatar: Option<String>,
    /// What it says about itself (功能介绍).
    pub description: Option<String>,
}

/// A cover picture and its crops, as addresses.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[non_exhaustive]
pub struct Cover {
    /// The picture.
    pub url: String,
    /// Cropped to 1:1.
    pub square: Option<String>,
    /// Cropped to 2.35:1, as in lists.
    pub banner: Option<String>,
    /// Cropped to 16:9.
    pub landscape: Option<String>,
    /// Cropped to 3:4.
    pub portrait: Option<String>,
}

/// Whose an article is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Origin {
    /// In what way it came here.
    pub state: OriginState,
    /// The name of the account it comes from; `None` for an original.
    pub account: Option<String>,
    /// That account's lasting id, `gh_…`.
    pub account_id: Option<String>,
    /// The address of the article there.
    pub url: Option<String>,
}

impl Origin {
    /// That an article came so; from where is not known.
    pub(crate) fn of(state: OriginState) -> Origin {
        Origin {
            state,
            account: None,
            account_id: None,
            url: None,
        }
    }
}

/// In what way an article came to its page, by WeChat's own `copyright_stat`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum OriginState {
    /// Declared original (原创).
    Original,
    /// Reprinted whole, as the account's own page (以下文章来源于…).
    Reprint,
    /// Passed on as a card (转载): the page shows the card and what the account says about it.
    Share,
}

/// A collection of articles.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Album {
    /// Its name.
    pub title: String,
    /// The address of its list.
    pub url: Option<String>,
}

/// What it costs to read an article (付费).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Paid {
    /// The price in fen, hundredths of a yuan.
    pub fee: Option<u32>,
    /// The price in WeChat's beans (微信豆).
    pub beans: Option<u32>,
    /// How much of the article is free to read, in percent.
    pub preview_percent: Option<u32>,
    /// Whether the page holds no more than that part.
    pub locked: bool,
}

impl Page {
    /// Which of the facts that every article has the input does not tell, by their names in JSON: `title`,
    /// `account`, `publishedAt`, `url`.
    pub fn missing(&self) -> Vec<&'static str> {
        let told = [
            ("title", !self.title.is_empty()),
            ("account", self.account.name.is_some()),
            ("publishedAt", self.published_at.is_some()),
            ("url", self.url.is_some()),
        ];
        told.into_iter()
            .filter(|(_, is_told)| !is_told)
            .map(|(name, _)| name)
            .collect()
    }

    /// A page of an ordinary article of which nothing but the title is known.
    pub(crate) fn titled(title: &str) -> Page {
        Page {
            source: Source::Page,
            kind: PageKind::Article,
            title: title.to_owned(),
            account: Account::default(),
            author: None,
            published_at: None,
            modified_at: None,
            fetched_at: None,
            url: None,
            cover: None,
            digest: None,
            origin: None,
            read_more: None,
            place: None,
            albums: Vec::new(),
            tags: Vec::new(),
            paid: None,
        }
    }

    /// Whether the page shows another account's article as a card.
    pub(crate) fn is_shared(&self) -> bool {
        let origin = self.origin.as_ref();
        origin.is_some_and(|origin| origin.state == OriginState::Share)
    }

    /// What a reader should know about the page before the article.
    pub(crate) fn warnings(&self) -> Vec<Warning> {
        let is_locked = self.paid.as_ref().is_some_and(|paid| paid.locked);
        let preview = || {
            Warning::new(
                "paid-preview",
                "this is the free part of a paid article: the rest is not on the page",
            )
        };
        is_locked.then(preview).into_iter().collect()
    }
}

/// Reads what the page says about its article.
///
/// # Errors
///
/// If the page shows something else in place of an article.
pub(crate) fn read(
    html: &scraper::Html,
    ids: &Ids<'_>,
    data: &Data<'_>,
    given: &Recognised<'_>,
    options: &Options,
) -> Result<Page, Error> {
    let sources = metadata::Sources::new(html, ids, data, given, options);
    if let Some(error) = gone::find(&sources) {
        return Err(error);
    }
    let mut page = sources.page();
    said::complete(&mut page, &given.said);
    Ok(page)
}
