//! The page that an article stands on: its kind, and what it says about the article.
//!
//! The same fact stands in several places, and no place is filled in all eras (2017–2026). The script's data goes
//! first, because WeChat renders the page from it; then the elements that a reader sees; then the metas of the head,
//! whose values carry leftovers of JavaScript escaping.

mod data;
mod gone;
mod metadata;
mod said;
pub(crate) mod url;

use serde::Serialize;

pub(crate) use data::Data;

use crate::dom::Ids;
use crate::error::Error;
use crate::input::{Recognised, Source};
use crate::options::Options;

/// A page and its metadata.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Page {
    /// In what form it was given.
    pub source: Source,
    /// What kind of page it is.
    pub kind: PageKind,
    /// The title, one line; empty where the input has none.
    pub title: String,
    /// The name of the Official Account.
    pub account: Option<String>,
    /// The author named in the byline, who often isn't the account.
    pub author: Option<String>,
    /// When it was published: RFC 3339 in China's time zone (`2026-01-24T23:46:28+08:00`), or the date alone
    /// (`2017-12-13`) where the page tells no time.
    pub published_at: Option<String>,
    /// The article's address, without tracking parameters.
    pub url: Option<String>,
    /// The address of the cover picture.
    pub cover: Option<String>,
    /// The summary that WeChat shows in lists.
    pub digest: Option<String>,
}

/// The kind of page, by WeChat's own `item_show_type`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum PageKind {
    /// An ordinary article (0).
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
}

/// Reads what the page says about its article.
///
/// # Errors
///
/// If the page shows a notice in place of an article.
pub(crate) fn read(
    html: &scraper::Html,
    ids: &Ids<'_>,
    data: &Data<'_>,
    given: &Recognised<'_>,
    options: &Options,
) -> Result<Page, Error> {
    gone::check(html, ids, data)?;
    let mut page = metadata::read(html, ids, data, given, options);
    said::complete(&mut page, &given.said);
    Ok(page)
}
