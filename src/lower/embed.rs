//! Players and cards: what WeChat shows through elements of its own, and through frames.

use crate::block::{Block, Embed, EmbedKind, Image};
use crate::dom::{self, NodeRef};
use crate::page::url;
use crate::script::decode_entities;

/// What an element turned out to be.
pub(super) enum Found {
    /// A player, a card or a sticker.
    Block(Block),
    /// Something of that sort without anything to show.
    Nothing,
    /// Something else.
    No,
}

/// A player or card: the element's name, what it is, and the attributes that may hold its title, best first.
const KNOWN: [(&str, EmbedKind, &[&str]); 22] = [
    (
        "mp-common-videosnap",
        EmbedKind::Video,
        &["data-desc", "data-nickname"],
    ),
    ("mpvideo", EmbedKind::Video, &["data-title"]),
    ("mpvoice", EmbedKind::Audio, &["name"]),
    ("mp-common-mpaudio", EmbedKind::Audio, &["name"]),
    ("qqmusic", EmbedKind::Music, &["music_name"]),
    ("mp-common-qqmusic", EmbedKind::Music, &["music_name"]),
    ("mpvote", EmbedKind::Vote, &["data-title"]),
    ("mp-common-vote", EmbedKind::Vote, &["data-title"]),
    (
        "mp-miniprogram",
        EmbedKind::MiniProgram,
        &["data-miniprogram-title", "data-miniprogram-nickname"],
    ),
    (
        "mp-common-miniprogram",
        EmbedKind::MiniProgram,
        &["data-miniprogram-title", "data-miniprogram-nickname"],
    ),
    (
        "mp-weapp",
        EmbedKind::MiniProgram,
        &["data-miniprogram-title"],
    ),
    (
        "mp-common-weapp",
        EmbedKind::MiniProgram,
        &["data-miniprogram-title"],
    ),
    ("mpcps", EmbedKind::Product, &["data-title"]),
    ("mpproduct", EmbedKind::Product, &["data-title"]),
    ("mp-common-product", EmbedKind::Product, &["data-title"]),
    ("mp-common-cpsad", EmbedKind::Product, &["data-title"]),
    ("mp-common-profile", EmbedKind::Account, &["data-nickname"]),
    ("mpprofile", EmbedKind::Account, &["data-nickname"]),
    ("mp-profile", EmbedKind::Account, &["data-nickname"]),
    (
        "mp-common-poi",
        EmbedKind::Location,
        &["data-name", "data-address"],
    ),
    (
        "mp-common-live",
        EmbedKind::Video,
        &["data-desc", "data-nickname"],
    ),
    (
        "mp-common-redpacketcover",
        EmbedKind::Other,
        &["data-title"],
    ),
];

/// Reads the element if it is a player, a card or a sticker.
pub(super) fn lower(node: NodeRef<'_>) -> Found {
    let name = dom::name(node);
    if let Some((_, kind, titles)) = KNOWN.iter().find(|(known, _, _)| *known == name) {
        return Found::Block(Block::Embed(Embed::new(
            *kind,
            titles.iter().find_map(|title| self::title(node, title)),
            web_address(node, &["data-url", "audiourl"]),
        )));
    }
    match name {
        "mp-common-sticker" => sticker(node),
        "iframe" | "embed" => frame(node),
        "video" | "audio" => player(node, name),
        "canvas" | "object" => Found::Nothing,
        _ => Found::No,
    }
}

fn sticker(node: NodeRef<'_>) -> Found {
    match dom::attr(node, "data-emoji_url").and_then(super::image::address) {
        Some(url) => Found::Block(Block::image(
            Image {
                url,
                ..Image::default()
            },
            None,
        )),
        None => Found::Nothing,
    }
}

fn frame(node: NodeRef<'_>) -> Found {
    let Some(url) = web_address(node, &["data-src", "src"]) else {
        return Found::Nothing;
    };
    let class = dom::attr(node, "class").unwrap_or_default();
    let kind = if class.contains("vote") || url.contains("vote?") {
        EmbedKind::Vote
    } else if class.contains("video") || url.contains("v.qq.com/") {
        EmbedKind::Video
    } else {
        EmbedKind::Other
    };
    Found::Block(Block::Embed(Embed::new(
        kind,
        title(node, "data-title"),
        Some(watch_page(&url).unwrap_or(url)),
    )))
}

/// The page to watch a film of Tencent Video on, for the address of its embedded player.
fn watch_page(player: &str) -> Option<String> {
    let (_, query) = player.split_once("v.qq.com/")?.1.split_once('?')?;
    url::film(
        query
            .split('&')
            .find_map(|pair| pair.strip_prefix("vid="))?,
    )
}

fn player(node: NodeRef<'_>, name: &str) -> Found {
    let kind = if name == "audio" {
        EmbedKind::Audio
    } else {
        EmbedKind::Video
    };
    Found::Block(Block::Embed(Embed::new(
        kind,
        title(node, "title"),
        web_address(node, &["src", "data-src", "origin_src"]),
    )))
}

/// A title in an attribute. WeChat has escaped it once more than HTML asks (`【Day&amp;nbsp;15】`).
fn title(node: NodeRef<'_>, attribute: &str) -> Option<String> {
    let title = dom::without_tags(&decode_entities(dom::attr(node, attribute)?));
    (!title.is_empty()).then_some(title)
}

fn web_address(node: NodeRef<'_>, attributes: &[&str]) -> Option<String> {
    attributes.iter().find_map(|name| {
        let address = dom::attr(node, name)?;
        if address.starts_with("https://") || address.starts_with("http://") {
            Some(address.to_owned())
        } else if address.starts_with("//") {
            Some(format!("https:{address}"))
        } else if address.starts_with('/') {
            Some(format!("https://mp.weixin.qq.com{address}"))
        } else {
            None
        }
    })
}
