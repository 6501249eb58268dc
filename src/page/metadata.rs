//! What a page says about its article.

use scraper::Html;

use super::{Data, Page, PageKind, url};
use crate::address;
use crate::dom::{self, Ids, NodeRef};
use crate::input::Recognised;
use crate::options::Options;
use crate::script::{Value, decode_entities};

/// Reads the metadata of a page with an article.
pub(super) fn read(
    html: &Html,
    ids: &Ids<'_>,
    data: &Data<'_>,
    given: &Recognised<'_>,
    options: &Options,
) -> Page {
    let metas = Metas::read(html);
    let kind = kind(data);
    let shown = |id: &str| {
        ids.get(id)
            .map(|node| dom::text(*node))
            .filter(|text| !text.is_empty())
    };
    let title = data
        .text(&["title"], &["msg_title"])
        .map(|title| clean(&title))
        .filter(|title| !title.is_empty())
        .or_else(|| shown("activity-name"))
        .or_else(|| Some(clean(data.old_key("video_title")?.text()?)))
        .or_else(|| metas.text("og:title"))
        .or_else(|| element_text(html, |node| dom::has_class(node, "rich_media_title")))
        .or_else(|| element_text(html, |node| dom::name(node) == "title"))
        .unwrap_or_default();
    Page {
        source: given.form,
        kind,
        title: if kind == PageKind::Text && !has_own_title(data) {
            opening(&title)
        } else {
            title
        },
        account: data
            .text(&["nick_name"], &["nickname", "nick_name"])
            .map(|name| clean(&name))
            .filter(|name| !name.is_empty())
            .or_else(|| shown("js_name"))
            .or_else(|| shown("post-user"))
            .or_else(|| shown("profileBt")),
        author: data
            .text(&["author"], &["author"])
            .map(|name| clean(&name))
            .filter(|name| !name.is_empty())
            .or_else(|| shown("js_author_name_text"))
            .or_else(|| metas.text("author"))
            .or_else(|| metas.text("og:article:author"))
            .or_else(|| element_text(html, is_byline)),
        published_at: data
            .number(
                &["ori_create_time", "create_timestamp"],
                &["ct", "create_time"],
            )
            .and_then(at_seconds)
            .or_else(|| {
                shown("publish_time")
                    .or_else(|| shown("post-date"))
                    .as_deref()
                    .and_then(at_date)
            }),
        url: address(data, &metas, given, options),
        cover: data
            .text(&["cdn_url"], &["msg_cdn_url", "cdn_url"])
            .map(|address| clean(&address))
            .or_else(|| metas.text("og:image"))
            .as_deref()
            .and_then(address::image),
        digest: data
            .text(&["desc"], &["msg_desc"])
            .map(|digest| clean(&digest))
            .filter(|digest| !digest.is_empty())
            .or_else(|| metas.text("og:description"))
            .or_else(|| metas.text("description")),
    }
}

fn kind(data: &Data<'_>) -> PageKind {
    match data
        .number(&["item_show_type"], &["item_show_type"])
        .unwrap_or_default() as u32
    {
        5 => PageKind::Video,
        6 => PageKind::Music,
        7 => PageKind::Audio,
        8 => PageKind::Picture,
        10 => PageKind::Text,
        _ => PageKind::Article,
    }
}

fn address(
    data: &Data<'_>,
    metas: &Metas,
    given: &Recognised<'_>,
    options: &Options,
) -> Option<String> {
    let said = data.text(&["link"], &["msg_link"]);
    said.as_deref()
        .map(clean)
        .as_deref()
        .and_then(url::canonical)
        .or_else(|| metas.text("og:url").as_deref().and_then(url::canonical))
        .or_else(|| given.saved_from.as_deref().and_then(url::canonical))
        .or_else(|| options.url.as_deref().and_then(url::canonical))
        .or_else(|| {
            url::from_parts(
                &data.text(&["bizuin"], &["biz"])?,
                &data.text(&["mid"], &["mid"])?,
                &data.text(&["idx"], &["idx"])?,
                &data.text(&["sn"], &["sn"])?,
            )
        })
        .or_else(|| options.url.clone().filter(|url| url.starts_with("http")))
}

/// The metas of the head that tell about the article.
struct Metas(Vec<(String, String)>);

impl Metas {
    fn read(html: &Html) -> Self {
        Metas(
            html.tree
                .root()
                .descendants()
                .filter(|node| dom::name(*node) == "meta")
                .filter_map(|node| {
                    let name = dom::attr(node, "property").or_else(|| dom::attr(node, "name"))?;
                    Some((name.to_owned(), dom::attr(node, "content")?.to_owned()))
                })
                .collect(),
        )
    }

    /// The content of a meta as plain text. WeChat leaves JavaScript escapes in it, and has escaped it twice.
    fn text(&self, name: &str) -> Option<String> {
        let (_, content) = self.0.iter().find(|(known, _)| known == name)?;
        let text = dom::without_tags(&clean(&unescape(content)));
        (!text.is_empty()).then_some(text)
    }
}

/// `text` with the escapes `\x26`, `\x0a` … undone that WeChat's templates leave in attributes.
fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("\\x") {
        out.push_str(before);
        match after
            .get(..2)
            .and_then(|hex| u8::from_str_radix(hex, 16).ok())
        {
            Some(byte) if byte.is_ascii() => {
                out.push(char::from(byte));
                rest = after.get(2..).unwrap_or_default();
            }
            _ => {
                out.push_str("\\x");
                rest = after;
            }
        }
    }
    out + rest
}

/// One line of plain text: HTML entities, which WeChat's data has twice escaped in places, become characters.
fn clean(text: &str) -> String {
    dom::one_line(&decode_entities(&decode_entities(text)))
}

fn element_text(html: &Html, wanted: impl Fn(NodeRef<'_>) -> bool) -> Option<String> {
    html.tree
        .root()
        .descendants()
        .filter(|node| wanted(*node))
        .map(dom::text)
        .find(|text| !text.is_empty())
}

/// Whether the author gave a text post a title. If not, WeChat takes the whole text for one.
fn has_own_title(data: &Data<'_>) -> bool {
    data.key("text_page_info.is_user_title")
        .and_then(Value::number)
        .is_some_and(|given| given != 0.0)
}

/// The first sentence of a text, cut where a title would be too long.
fn opening(text: &str) -> String {
    const LONGEST: usize = 40;
    let sentence = text
        .split_inclusive(['。', '！', '？'])
        .next()
        .unwrap_or(text);
    let sentence = sentence.trim_end_matches('。');
    match sentence.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", sentence[..end].trim_end()),
        None => sentence.to_owned(),
    }
}

/// The author's name as pages of 2017 and 2018 show it: an element like the date's, but for its missing id.
fn is_byline(node: NodeRef<'_>) -> bool {
    dom::name(node) == "em"
        && dom::has_class(node, "rich_media_meta_text")
        && dom::attr(node, "id").is_none()
}

/// RFC 3339 in China's time zone, of seconds since 1970.
pub(super) fn at_seconds(seconds: f64) -> Option<String> {
    const CHINA: i64 = 8 * 3600;
    // WeChat began in 2011; what lies outside is no publication time.
    if !(1.2e9..4.2e9).contains(&seconds) {
        return None;
    }
    let local = seconds as i64 + CHINA;
    let (days, time) = (local.div_euclid(86_400), local.rem_euclid(86_400));
    let (year, month, day) = civil_date(days);
    Some(format!(
        "{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}+08:00",
        time / 3600,
        time / 60 % 60,
        time % 60
    ))
}

/// Year, month and day of a day counted from 1970-01-01, in the proleptic Gregorian calendar.
/// The method is Howard Hinnant's `civil_from_days`: years are counted from March, so that leap days come last.
fn civil_date(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 {
        month_from_march + 3
    } else {
        month_from_march - 9
    };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, day)
}

/// A date as pages show it (`2017-12-13`, `2023-01-10 07:07`, `2023年1月10日 07:07`). Relative words (5天前) tell no date.
fn at_date(shown: &str) -> Option<String> {
    let numbers: Vec<u32> = shown
        .split(|c: char| !c.is_ascii_digit())
        .filter(|digits| !digits.is_empty())
        .map_while(|digits| digits.parse().ok())
        .collect();
    let (year, month, day) = (*numbers.first()?, *numbers.get(1)?, *numbers.get(2)?);
    if !((2011..2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day)) {
        return None;
    }
    let date = format!("{year:04}-{month:02}-{day:02}");
    Some(match (numbers.get(3), numbers.get(4)) {
        (Some(hour @ 0..24), Some(minute @ 0..60)) => {
            format!("{date}T{hour:02}:{minute:02}:00+08:00")
        }
        _ => date,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_times_in_china() {
        for (seconds, expected) in [
            (1_513_163_700.0, Some("2017-12-13T19:15:00+08:00")),
            (1_709_136_000.0, Some("2024-02-29T00:00:00+08:00")),
            (1_735_660_799.0, Some("2024-12-31T23:59:59+08:00")),
            (0.0, None),
            (f64::NAN, None),
        ] {
            assert_eq!(at_seconds(seconds).as_deref(), expected);
        }
    }

    #[test]
    fn reads_dates_that_pages_show() {
        for (shown, expected) in [
            ("2017-12-13", Some("2017-12-13")),
            ("2023-01-10 07:07", Some("2023-01-10T07:07:00+08:00")),
            ("2023年1月9日 7:05", Some("2023-01-09T07:05:00+08:00")),
            ("5天前", None),
            ("", None),
            ("99999999999999-1-1", None),
        ] {
            assert_eq!(at_date(shown).as_deref(), expected, "{shown}");
        }
    }

    #[test]
    fn cuts_titles_out_of_texts() {
        let long = "一".repeat(50);
        let cut = format!("{}…", "一".repeat(40));
        for (text, expected) in [
            ("今天停更一期。下周再见。", "今天停更一期"),
            ("真的吗？真的。", "真的吗？"),
            ("没有句号的一行", "没有句号的一行"),
            (long.as_str(), cut.as_str()),
            ("", ""),
        ] {
            assert_eq!(opening(text), expected);
        }
    }

    #[test]
    fn undoes_escapes_left_in_metas() {
        let raw = r"周末\x0a读 \x26lt;a class=\x26quot;wx_topic_link\x26quot;\x26gt;#茶\x26lt;/a\x26gt; \x26amp;amp; 书 \xzz";
        assert_eq!(
            dom::without_tags(&clean(&unescape(raw))),
            r"周末 读 #茶 & 书 \xzz"
        );
    }
}
