//! What a page says about its article: for each fact the places that tell it, in the order in which they are asked.
//!
//! No place is filled in all eras (2017–2026), so the rule is the same for all facts. The scripts' data goes first,
//! because WeChat renders the page from it: `cgiDataNew` (from late 2025), then variables, then `cgiData` (video posts).
//! Then the elements that a reader sees; then the metas of the head; then what the caller knows. A page's own word goes
//! before the caller's. All text is decoded exactly once: JavaScript's escapes by [`script`](crate::script), entities
//! here or by the parser.

use std::cell::LazyCell;

use scraper::Html;

use super::date::{at_date, at_local_date, at_seconds};
use super::metas::Metas;
use super::{Account, Album, Cover, Data, Origin, OriginState, Page, PageKind, Paid, url};
use crate::address;
use crate::dom::{self, Ids, NodeRef};
use crate::input::{Recognised, Source};
use crate::options::Options;
use crate::script::{Value, decode_entities};
use crate::words;

/// How many albums and topics are read. A page with more is a hostile one.
const MOST: usize = 64;

/// Everything that may tell something about an article.
pub(super) struct Sources<'a> {
    pub html: &'a Html,
    pub ids: &'a Ids<'a>,
    pub data: &'a Data<'a>,
    pub given: &'a Recognised<'a>,
    pub options: &'a Options,
    pub metas: Metas,
}

impl<'a> Sources<'a> {
    pub fn new(
        html: &'a Html,
        ids: &'a Ids<'a>,
        data: &'a Data<'a>,
        given: &'a Recognised<'a>,
        options: &'a Options,
    ) -> Self {
        let metas = Metas::read(html);
        Sources {
            html,
            ids,
            data,
            given,
            options,
            metas,
        }
    }

    /// What the page says, taken together.
    pub fn page(&self) -> Page {
        let kind = self.kind();
        Page {
            source: self.source(),
            kind,
            title: self.title(kind),
            account: self.account(),
            author: self.author(),
            published_at: self.published_at(),
            fetched_at: None,
            modified_at: self
                .data
                .number("modify_time", "modify_time")
                .and_then(at_seconds),
            url: self.url(),
            cover: self.cover(),
            digest: self.digest(),
            origin: self.origin(),
            read_more: self
                .said("source_url", "msg_source_url")
                .and_then(|url| url::canonical(&url).or_else(|| address::link(&url))),
            place: self.place(),
            albums: self.albums(),
            tags: self.tags(),
            paid: self.paid(),
        }
    }

    /// The form of the input. The server sends the article hidden from 2020 on, and a script shows it.
    fn source(&self) -> Source {
        let style = |node: &NodeRef<'a>| dom::attr(*node, "style");
        let article = self.ids.get("js_content").and_then(style);
        let is_shown = article.is_some_and(|style| style.contains("visibility: visible"));
        match self.given.form {
            Source::Page if is_shown => Source::Saved,
            form => form,
        }
    }

    fn kind(&self) -> PageKind {
        match self.show_type() {
            Some(5) => PageKind::Video,
            Some(6) => PageKind::Music,
            Some(7) => PageKind::Audio,
            Some(8) => PageKind::Picture,
            Some(10) => PageKind::Text,
            Some(17) => PageKind::Short,
            // The video pages of 2017 do not tell.
            None if self.ids.contains_key("js_mpvedio") => PageKind::Video,
            None if self.ids.contains_key("voice_parent") => PageKind::Audio,
            _ => PageKind::Article,
        }
    }

    /// WeChat's `item_show_type`.
    fn show_type(&self) -> Option<u32> {
        let told = self.data.number("item_show_type", "item_show_type")?;
        Some(told as u32)
    }

    fn title(&self, kind: PageKind) -> String {
        if kind == PageKind::Text && !self.has_own_title() {
            let whole = self.data.text("title", "msg_title");
            return opening(&decode_entities(&whole.unwrap_or_default()));
        }
        // In articles the variable is the account's name; there is none but this in the posts that play something.
        let plays = matches!(kind, PageKind::Video | PageKind::Audio | PageKind::Music);
        self.said("title", "msg_title")
            .or_else(|| self.shown("activity-name"))
            .or_else(|| self.old("video_title"))
            .or_else(|| self.said("", "title").filter(|_| plays))
            .or_else(|| self.shown("js_text_title"))
            .or_else(|| self.shown("video_title"))
            .or_else(|| self.metas.text("og:title"))
            .or_else(|| self.element(|node| dom::has_class(node, "rich_media_title")))
            .or_else(|| self.element(|node| dom::name(node) == "title"))
            .unwrap_or_default()
    }

    /// Whether the author gave a text post a title. If not, WeChat takes the whole text for one.
    fn has_own_title(&self) -> bool {
        self.data
            .key("text_page_info.is_user_title")
            .and_then(Value::number)
            .is_some_and(|given| given != 0.0)
    }

    pub fn account(&self) -> Account {
        // The card behind the account's name, in pages saved until 2019: 微信号 (id), then 功能介绍 (description).
        let card = |label: &str| {
            let card = self.ids.get("js_profile_qrcode")?;
            let line = card.descendants().find(|node| {
                dom::has_class(*node, "profile_meta") && dom::text(*node).starts_with(label)
            })?;
            let value = line
                .descendants()
                .find(|node| dom::has_class(*node, "profile_meta_value"))?;
            Some(dom::text(value)).filter(|text| !text.is_empty())
        };
        Account {
            name: self
                .said("nick_name", "nickname nick_name")
                .or_else(|| self.old("nick_name"))
                .or_else(|| self.shown("js_name"))
                .or_else(|| self.shown("post-user"))
                .or_else(|| self.shown("profileBt"))
                .or_else(|| self.element(|node| dom::has_class(node, "account_nickname_inner")))
                .or_else(|| self.element(|node| dom::has_class(node, "profile_nickname"))),
            id: self
                .said("user_name", "user_name")
                .or_else(|| self.old("user_name"))
                .filter(|id| id.starts_with("gh_")),
            alias: self
                .said("alias", "alias")
                .or_else(|| card("微信号"))
                .filter(|alias| !alias.contains(char::is_whitespace)),
            biz: self
                .said("bizuin", "biz appuin")
                .filter(|biz| url::is_biz(biz))
                .or_else(|| self.options.url.as_deref().and_then(url::biz)),
            avatar: self
                .said(
                    "round_head_img hd_head_img ori_head_img_url",
                    "round_head_img hd_head_img ori_head_img_url",
                )
                .and_then(|url| address::image(&url)),
            description: self.said("signature", "").or_else(|| card("功能介绍")),
        }
    }

    fn author(&self) -> Option<String> {
        self.said("author", "author")
            .or_else(|| self.shown("js_author_name_text"))
            .or_else(|| self.metas.text("author"))
            .or_else(|| self.metas.text("og:article:author"))
            .or_else(|| self.element(is_byline))
    }

    fn published_at(&self) -> Option<String> {
        self.data
            .number(
                "ori_create_time create_timestamp",
                "ct create_time oriCreateTime",
            )
            .and_then(at_seconds)
            .or_else(|| at_date(&self.said("create_time", "createTime publish_time")?))
            // A script writes it, by the clock of whoever opened the page.
            .or_else(|| at_local_date(&self.shown("publish_time")?))
            .or_else(|| at_date(&self.shown("post-date")?))
    }

    pub fn url(&self) -> Option<String> {
        let canonical = |url: String| url::canonical(&url);
        self.said("link", "msg_link")
            .and_then(canonical)
            .or_else(|| self.metas.text("og:url").and_then(canonical))
            .or_else(|| self.said("short_link", "short_link").and_then(canonical))
            .or_else(|| self.title_link())
            .or_else(|| self.given.saved_from.as_deref().and_then(url::canonical))
            .or_else(|| self.options.url.as_deref().and_then(url::canonical))
            .or_else(|| {
                url::from_parts(
                    &self.said("bizuin", "biz")?,
                    &self.said("mid", "mid")?,
                    &self.said("idx", "idx")?,
                    &self.said("sn", "sn")?,
                )
            })
            .or_else(|| {
                let given = self.options.url.as_deref().and_then(address::link);
                given.filter(|url| url.starts_with("http"))
            })
    }

    /// Where the title leads, on pages that programs made anew.
    fn title_link(&self) -> Option<String> {
        let mut nodes = self.html.tree.root().descendants();
        let link = |node| url::canonical(dom::attr(node, "href")?);
        nodes.find_map(|node| link(node).filter(|_| dom::has_ancestor(node, "h1")))
    }

    fn cover(&self) -> Option<Cover> {
        let image = |name: &str| self.said(name, name).and_then(|url| address::image(&url));
        let square = image("cdn_url_1_1");
        let banner = image("cdn_url_235_1");
        let landscape = image("cdn_url_16_9");
        let portrait = image("cdn_url_3_4");
        let url = self
            .said("cdn_url", "msg_cdn_url cdn_url")
            .or_else(|| self.old("cdn_url"))
            .or_else(|| self.metas.text("og:image"))
            .and_then(|url| address::image(&url));
        Some(Cover {
            url: url.or_else(|| {
                let crops = [&banner, &landscape, &square, &portrait];
                crops.into_iter().flatten().next().cloned()
            })?,
            square,
            banner,
            landscape,
            portrait,
        })
    }

    fn digest(&self) -> Option<String> {
        self.said("desc", "msg_desc")
            .map(|digest| dom::without_tags(&digest))
            .or_else(|| self.metas.text("og:description"))
            .or_else(|| self.metas.text("description"))
    }

    fn origin(&self) -> Option<Origin> {
        let stat = self
            .data
            .number("copyright_info.copyright_stat", "copyright_stat");
        let is_card = self.show_type() == Some(11)
            || self.ids.contains_key("js_share_source")
            || self.ids.contains_key("js_share_content");
        let state = match stat.map(|stat| stat as u32) {
            _ if is_card => OriginState::Share,
            Some(2) => OriginState::Reprint,
            Some(1) => OriginState::Original,
            None if self.ids.contains_key("copyright_logo") => OriginState::Original,
            _ => return None,
        };
        if state == OriginState::Original {
            return Some(Origin::of(state));
        }
        let link = self
            .ids
            .get("js_share_source")
            .and_then(|node| dom::attr(*node, "data-url"));
        Some(Origin {
            state,
            account: self
                .said("copyright_info.platform", "source_nickname")
                .or_else(|| self.shown("js_share_author"))
                .or_else(|| self.element(is_source)),
            account_id: self
                .said("copyright_info.source_username", "source_username")
                .filter(|id| id.starts_with("gh_")),
            url: self
                .said("copyright_info.reprint_url", "reprint_url")
                .as_deref()
                .and_then(url::canonical)
                .or_else(|| url::canonical(link?)),
        })
    }

    fn place(&self) -> Option<String> {
        let variable = LazyCell::new(|| self.data.variable("ip_wording"));
        let member = |key: &str, of_variable: &str| {
            self.said(key, "")
                .or_else(|| text(variable.as_ref()?.get(of_variable)?.text()?))
        };
        member("ip_wording.province_name", "provinceName")
            .or_else(|| member("ip_wording.country_name", "countryName"))
            .or_else(|| self.shown("js_ip_wording"))
    }

    fn albums(&self) -> Vec<Album> {
        let album = |album: &Value| {
            let said = |name: &str| text(album.get(name)?.text()?);
            Some(Album {
                title: said("title").or_else(|| said("tag_name"))?,
                url: said("link")
                    .or_else(|| said("tag_link"))
                    .and_then(|url| address::link(&url)),
            })
        };
        let tags = match self.data.key("public_tag_info.tags") {
            Some(Value::Array(tags)) => tags.as_slice(),
            _ => &[],
        };
        let mut albums: Vec<Album> = Vec::new();
        for value in self.data.key("appmsgalbuminfo").into_iter().chain(tags) {
            if let Some(album) = album(value).filter(|_| albums.len() < MOST)
                && !albums.iter().any(|known| known.title == album.title)
            {
                albums.push(album);
            }
        }
        albums
    }

    /// The topics that the data lists, or those shown below the article. In ordinary articles the list also has
    /// numbers, from text such as `#175`.
    fn tags(&self) -> Vec<String> {
        let listed: Vec<String> = match self.data.key("hashtags.hashtag") {
            Some(Value::Array(listed)) => listed
                .iter()
                .filter_map(|topic| text(topic.text()?))
                .filter(|topic| !topic.bytes().all(|byte| byte.is_ascii_digit()))
                .take(MOST)
                .collect(),
            _ => Vec::new(),
        };
        if !listed.is_empty() {
            return listed;
        }
        self.html
            .tree
            .root()
            .descendants()
            .filter(|node| dom::has_class(*node, "article-tag__item"))
            .take(MOST)
            .map(|node| dom::text(node).trim_start_matches('#').to_owned())
            .filter(|topic| !topic.is_empty())
            .collect()
    }

    fn paid(&self) -> Option<Paid> {
        let is_set = |keys: &str, variables: &str| {
            self.data
                .number(keys, variables)
                .is_some_and(|told| told != 0.0)
        };
        if !is_set("is_pay_subscribe", "isPaySubscribe") {
            return None;
        }
        let amount = |key: &str, variable: &str| {
            let amount = self.data.number(key, variable)?;
            (1.0..1e9).contains(&amount).then_some(amount as u32)
        };
        let is_bought = is_set("user_info.is_paid", "isPaid") || self.element(is_receipt).is_some();
        Some(Paid {
            fee: amount("pay_subscribe_info.fee", "fee"),
            beans: amount("pay_subscribe_info.wecoin_amount", "wecoin_amount"),
            preview_percent: amount("pay_subscribe_info.preview_percent", "previewPercent"),
            locked: !is_bought,
        })
    }

    /// The text under the first of `keys` of `cgiDataNew` or, failing these, in the first of `variables`, as one line.
    fn said(&self, keys: &str, variables: &str) -> Option<String> {
        text(&self.data.text(keys, variables)?)
    }

    /// The text under a key of `cgiData`.
    fn old(&self, key: &str) -> Option<String> {
        text(self.data.old_key(key)?.text()?)
    }

    /// The text of the element with an id.
    pub fn shown(&self, id: &str) -> Option<String> {
        let text = dom::text(*self.ids.get(id)?);
        (!text.is_empty()).then_some(text)
    }

    /// The text of the first element that is wanted and has any.
    pub fn element(&self, wanted: impl Fn(NodeRef<'_>) -> bool) -> Option<String> {
        let mut texts = self
            .html
            .tree
            .root()
            .descendants()
            .filter(|node| wanted(*node))
            .map(dom::text);
        texts.find(|text| !text.is_empty())
    }
}

/// A text of the scripts' data as one line, its entities decoded.
pub(super) fn text(encoded: &str) -> Option<String> {
    let text = words::one_line(&decode_entities(encoded));
    (!text.is_empty()).then_some(text)
}

/// The first sentence of a text, or its first line if that is shorter, cut where a title would be too long.
pub(crate) fn opening(text: &str) -> String {
    const LONGEST: usize = 40;
    let line = dom::without_tags(text.trim_start().lines().next().unwrap_or_default());
    let sentence = line
        .split_inclusive(['。', '！', '？'])
        .next()
        .unwrap_or_default();
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

/// The name on the card of the account that an article is reprinted from: below the article in 2018 (文章转载自公众号),
/// above it later (以下文章来源于).
fn is_source(node: NodeRef<'_>) -> bool {
    dom::has_class(node, "original_cell_nickname")
        || dom::has_class(node, "original_primary_nickname")
}

/// The mark beside the title that tells a reader who has paid (已付费).
fn is_receipt(node: NodeRef<'_>) -> bool {
    dom::has_class(node, "pay__tag") && dom::text(node).contains("已付费")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_titles_out_of_texts() {
        let long = "一".repeat(50);
        let cut = format!("{}…", "一".repeat(40));
        for (text, expected) in [
            ("今天停更一期。下周再见。", "今天停更一期"),
            ("真的吗？真的。", "真的吗？"),
            ("没有句号的一行\n第二行", "没有句号的一行"),
            ("\n <a class=\"wx_topic_link\">#茶</a> 山", "#茶 山"),
            (long.as_str(), cut.as_str()),
            ("", ""),
        ] {
            assert_eq!(opening(text), expected);
        }
    }
}
