//! Players and cards: what WeChat shows through elements of its own, and through frames.

use crate::address;
use crate::block::{Block, Embed, EmbedKind, Image, Inline};
use crate::dom::{self, NodeRef};
use crate::page::url;
use crate::script::{self, Value, decode_entities};

/// What an element turned out to be.
pub(super) enum Found {
    /// A player, a card or a sticker.
    Block(Block),
    /// Something of that sort without anything to show.
    Nothing,
    /// Something else.
    No,
}

/// WeChat's elements, and what they show.
const KNOWN: [(&str, EmbedKind); 32] = [
    ("mp-common-videosnap", EmbedKind::Video),
    ("mpvideo", EmbedKind::Video),
    ("mp-common-live", EmbedKind::Video),
    ("mp-common-finder-live", EmbedKind::Video),
    ("mpvoice", EmbedKind::Audio),
    ("mp-common-mpaudio", EmbedKind::Audio),
    ("qqmusic", EmbedKind::Music),
    ("mp-common-qqmusic", EmbedKind::Music),
    ("mpvote", EmbedKind::Vote),
    ("mp-common-vote", EmbedKind::Vote),
    ("mp-miniprogram", EmbedKind::MiniProgram),
    ("mp-common-miniprogram", EmbedKind::MiniProgram),
    ("mp-weapp", EmbedKind::MiniProgram),
    ("mp-common-weapp", EmbedKind::MiniProgram),
    ("mp-common-gameprofile", EmbedKind::MiniProgram),
    ("mpcpc", EmbedKind::Product),
    ("mpcps", EmbedKind::Product),
    ("mpproduct", EmbedKind::Product),
    ("mp-common-product", EmbedKind::Product),
    ("mp-common-cpsad", EmbedKind::Product),
    ("mp-common-shopprofile", EmbedKind::Product),
    ("mp-common-shoptag", EmbedKind::Product),
    ("mp-common-profile", EmbedKind::Account),
    ("mpprofile", EmbedKind::Account),
    ("mp-profile", EmbedKind::Account),
    ("mp-common-poi", EmbedKind::Location),
    ("mp-common-redpacketcover", EmbedKind::Other),
    ("mp-common-redpacket", EmbedKind::Other),
    ("mp-common-bluepacket", EmbedKind::Other),
    ("mp-common-article", EmbedKind::Other),
    ("mp-common-read", EmbedKind::Other),
    ("mp-common-search", EmbedKind::Other),
];

/// The attributes that hold what a card shows, best first. What is a title on one is a name on another.
const TITLES: [&str; 11] = [
    "data-title",
    "music_name",
    "data-miniprogram-title",
    "data-desc",
    "data-name",
    "name",
    "title",
    "data-nickname",
    "data-miniprogram-nickname",
    "data-address",
    "data-wording",
];
const AUTHORS: [&str; 5] = [
    "singer",
    "author",
    "data-nickname",
    "data-miniprogram-nickname",
    "data-author",
];
const DESCRIPTIONS: [&str; 4] = ["data-signature", "data-address", "data-digest", "data-desc"];
const COVERS: [&str; 9] = [
    "data-cover",
    "cover",
    "data-coverurl",
    "albumurl",
    "poster",
    "data-headimg",
    "data-miniprogram-imageurl",
    "data-imgurl",
    "data-headimgurl",
];
const ADDRESSES: [&str; 5] = ["audiourl", "data-src", "src", "origin_src", "data-url"];

/// Reads the element if it is a player, a card or a sticker.
pub(super) fn lower(node: NodeRef<'_>) -> Found {
    let name = dom::name(node);
    // Nearly all elements are none of these, and tell so at once.
    if (name.starts_with("mp") || name == "qqmusic")
        && let Some((_, kind)) = KNOWN.iter().find(|(known, _)| *known == name)
    {
        let mut embed = read(node, *kind);
        match name {
            // What stands in its `data-url` is the picture shown before it plays.
            "mp-common-videosnap" => embed.cover = web_address(node, &["data-url"]).or(embed.cover),
            "mpvoice" | "mp-common-mpaudio" => {
                embed.url = dom::attr(node, "voice_encode_fileid").and_then(url::recording);
            }
            "qqmusic" | "mp-common-qqmusic" => embed.url = web_address(node, &["audiourl"]),
            "mpvote" | "mp-common-vote" => ask(node, &mut embed),
            _ => embed.url = web_address(node, &["data-url", "data-link"]),
        }
        // Drawn by scripts as a rule; a link to a product has its words within.
        let words = dom::text(node);
        let told = [&embed.title, &embed.author, &embed.description];
        if !words.is_empty() && !told.contains(&&Some(words.clone())) {
            match embed.title {
                None => embed.title = Some(words),
                Some(_) => embed.description = Some(words),
            }
        }
        return Found::Block(Block::embed(embed));
    }
    match name {
        "mp-common-sticker" => sticker(node),
        "mp-common-blockquote" => quotation(node),
        "iframe" | "embed" => frame(node),
        "span" | "div" if is_film(node) => frame(node),
        // The address that a player loads a film of WeChat's from is good for a few hours; its box has a lasting one.
        "video" if node.ancestors().any(is_film) => Found::Nothing,
        "video" | "audio" => player(node, name),
        "canvas" | "object" => Found::Nothing,
        _ => Found::No,
    }
}

/// What the attributes of an element tell, but for where it leads.
fn read(node: NodeRef<'_>, kind: EmbedKind) -> Embed {
    let first = |names: &[&str]| names.iter().find_map(|name| text(node, name));
    let title = first(&TITLES);
    let differs = |text: &String| Some(text) != title.as_ref();
    Embed {
        author: first(&AUTHORS).filter(differs),
        description: first(&DESCRIPTIONS).filter(differs),
        duration: duration(node),
        cover: COVERS
            .iter()
            .filter_map(|name| dom::attr(node, name))
            .find_map(cover),
        ..Embed::new(kind, title, None)
    }
}

/// The same for an element of plain HTML, whose name is for scripts.
fn read_plain(node: NodeRef<'_>, kind: EmbedKind) -> Embed {
    let title = ["data-title", "title"]
        .iter()
        .find_map(|name| text(node, name));
    Embed {
        title,
        ..read(node, kind)
    }
}

/// A text in an attribute. WeChat has escaped it once more than HTML asks (`【Day&amp;nbsp;15】`).
fn text(node: NodeRef<'_>, attribute: &str) -> Option<String> {
    let text = dom::without_tags(&decode_entities(dom::attr(node, attribute)?));
    (!text.is_empty()).then_some(text)
}

/// How long it plays. WeChat gives thousandths of a second, or `mm:ss`.
fn duration(node: NodeRef<'_>) -> Option<u32> {
    let length = ["play_length", "data-duration", "duration"]
        .iter()
        .find_map(|name| dom::attr(node, name))?;
    if let Some((minutes, seconds)) = length.split_once(':') {
        return minutes
            .parse::<u32>()
            .ok()?
            .checked_mul(60)?
            .checked_add(seconds.parse().ok()?);
    }
    let thousandths: u32 = length.parse().ok()?;
    (thousandths > 0).then(|| thousandths.div_ceil(1000))
}

/// The address of a picture, which some cards encode once more: `http%3A%2F%2Fmmbiz…`.
fn cover(written: &str) -> Option<String> {
    let decoded = address::percent_decoded(written).filter(|_| !written.contains("://"));
    let url = address::image(decoded.as_deref().unwrap_or(written));
    // The covers of albums are named by their path on the music service's picture host.
    url.filter(|url| url.contains("://"))
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

/// Words quoted from another post, which stand in an attribute.
fn quotation(node: NodeRef<'_>) -> Found {
    match text(node, "data-content") {
        Some(words) => Found::Block(Block::Quote {
            blocks: vec![Block::Paragraph {
                content: vec![Inline::text(words)],
            }],
        }),
        None => Found::No,
    }
}

/// Reads what a vote asks and what can be chosen, as its page's data has it:
/// `[{"title": …, "options": [{"name": …}]}]`.
fn ask(node: NodeRef<'_>, vote: &mut Embed) {
    let subjects = dom::attr(node, "data-votesubject").and_then(|json| script::read(json).0);
    let said = |value: Option<&Value>| {
        let said = decode_entities(value?.text()?);
        (!said.trim().is_empty()).then_some(said)
    };
    for subject in items(subjects.as_ref()) {
        let title = said(subject.get("title"));
        match vote.title {
            None => vote.title = title,
            // Several questions in one vote.
            Some(_) => vote.choices.extend(title),
        }
        let options = items(subject.get("options"));
        vote.choices
            .extend(options.iter().filter_map(|option| said(option.get("name"))));
    }
}

fn items(value: Option<&Value>) -> &[Value] {
    match value {
        Some(Value::Array(items)) => items,
        _ => &[],
    }
}

/// Whether an element is what a script puts in place of a film's frame: a box with the frame's attributes, and in it or,
/// once saved and read again, after it the player.
fn is_film(node: NodeRef<'_>) -> bool {
    match dom::name(node) {
        "span" => dom::has_class(node, "video_iframe"),
        "div" => player_of(node).is_some(),
        _ => false,
    }
}

/// The film that a player is for.
fn player_of(node: NodeRef<'_>) -> Option<&str> {
    dom::attr(node, "id")?.strip_prefix("js_mpvedio_wrapper_")
}

/// The id of the film that an element shows.
pub(super) fn vid(node: NodeRef<'_>) -> Option<&str> {
    let told = ["data-mpvid", "vid"];
    let told = told.iter().find_map(|name| dom::attr(node, name));
    told.or_else(|| player_of(node))
}

fn frame(node: NodeRef<'_>) -> Found {
    let url = web_address(node, &["data-src"])
        .or_else(|| vid(node).and_then(url::film))
        .or_else(|| web_address(node, &["src"]));
    let class = dom::attr(node, "class").unwrap_or_default();
    let is_at = |part: &str| url.as_ref().is_some_and(|url| url.contains(part));
    let kind = if class.contains("vote") || is_at("vote?") {
        EmbedKind::Vote
    } else if class.contains("video") || is_at("v.qq.com/") || is_boxed(node) {
        EmbedKind::Video
    } else {
        EmbedKind::Other
    };
    // A film without an address is one still: a saved page has its player as a file beside it.
    if url.is_none() && kind != EmbedKind::Video {
        return Found::Nothing;
    }
    // The name of a frame is for scripts.
    let title = text(node, "data-title");
    let mut embed = Embed {
        title,
        ..read(node, kind)
    };
    embed.url = url.as_deref().and_then(watch_page).or(url);
    Found::Block(Block::embed(embed))
}

/// Whether a frame stands in the box that a script makes for a film of Tencent Video.
fn is_boxed(frame: NodeRef<'_>) -> bool {
    frame
        .parent()
        .is_some_and(|around| dom::has_class(around, "js_tx_video_container"))
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

/// A player of plain HTML: as such, or in a page saved once a script had put it in place of a frame.
fn player(node: NodeRef<'_>, name: &str) -> Found {
    let mut held = node.children();
    let source = held.find(|child| dom::name(*child) == "source");
    let url = web_address(node, &ADDRESSES).or_else(|| web_address(source?, &["src"]));
    let is_audio = |url: &String| url.contains("/getvoice?") || url.contains(".mp3");
    let kind = if name == "audio" || url.as_ref().is_some_and(is_audio) {
        EmbedKind::Audio
    } else {
        EmbedKind::Video
    };
    let mut embed = read_plain(node, kind);
    embed.url = url.as_deref().and_then(kept_film).or(url);
    Found::Block(Block::embed(embed))
}

/// The page to watch a film of Tencent Video on, for the address that it is streamed from for a few hours.
fn kept_film(stream: &str) -> Option<String> {
    let (_, file) = stream.split_once("video.tc.qq.com/")?;
    let (vid, _) = file.split_once('.')?;
    url::film(vid)
}

fn web_address(node: NodeRef<'_>, attributes: &[&str]) -> Option<String> {
    attributes.iter().find_map(|name| {
        let address = dom::attr(node, name)?;
        if address.starts_with('/') && !address.starts_with("//") {
            return address::link(&format!("https://mp.weixin.qq.com{address}"));
        }
        address::link(address).filter(|address| address.starts_with("http"))
    })
}
