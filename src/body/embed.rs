//! What the posts that play something play.

use crate::address;
use crate::block::{Embed, EmbedKind};
use crate::page::{Data, Page, url};
use crate::script::{Value, decode_entities};

/// The film of a video post: of 2018 and 2019 in `cgiData`, later in `video_page_infos`.
pub(super) fn film(data: &Data<'_>, page: &Page) -> Option<Embed> {
    let listed = first(data, "video_page_infos", "videoPageInfos");
    let member = |name: &str| text(listed.as_ref()?.get(name)?);
    let old = |name: &str| text(data.old_key(name)?);
    let id = old("vid")
        .or_else(|| data.text("", "vid"))
        .or_else(|| member("video_id"));
    let address = old("source_link")
        .and_then(|link| address::link(&link))
        .or_else(|| url::film(&id?));
    Some(Embed {
        cover: page.cover.as_ref().map(|cover| cover.url.clone()),
        ..embed(EmbedKind::Video, old("video_title"), address, page)?
    })
}

/// The recording of an audio post: by its id in `cgiData` (`voiceid`), later in `voice_in_appmsg`.
pub(super) fn recording(data: &Data<'_>, page: &Page) -> Option<Embed> {
    let listed = first(data, "voice_in_appmsg", "voiceList");
    let member = |name: &str| text(listed.as_ref()?.get(name)?);
    let old = |name: &str| text(data.old_key(name)?);
    let id = old("voiceid")
        .or_else(|| data.text("", "voiceid"))
        .or_else(|| member("voice_id"));
    embed(
        EmbedKind::Audio,
        old("voice_title"),
        id.and_then(|id| url::recording(&id)),
        page,
    )
}

/// The music of a music post. Its names are those of the element `qqmusic` in articles.
pub(super) fn music(data: &Data<'_>, page: &Page) -> Option<Embed> {
    let said = |name: &str| {
        data.old_key(name).and_then(text).or_else(|| {
            data.text("", name)
                .and_then(|said| text(&Value::String(said)))
        })
    };
    let address = said("music_url").or_else(|| said("audiourl"));
    let url = address.and_then(|url| address::link(&url));
    let music = embed(EmbedKind::Music, said("music_name"), url, page)?;
    Some(Embed {
        author: said("singer"),
        ..music
    })
}

/// What is known of the piece; `None` if nothing is but that there should be one.
fn embed(
    kind: EmbedKind,
    title: Option<String>,
    url: Option<String>,
    page: &Page,
) -> Option<Embed> {
    let title = title.or_else(|| Some(page.title.clone()).filter(|title| !title.is_empty()));
    let is_known = title.is_some() || url.is_some();
    is_known.then(|| Embed::new(kind, title, url))
}

/// The first object of a list under a key of `cgiDataNew` or in a variable.
fn first(data: &Data<'_>, key: &str, variable: &str) -> Option<Value> {
    let listed = data.key(key).cloned().or_else(|| data.variable(variable));
    match listed {
        Some(Value::Array(items)) => items.into_iter().next(),
        _ => None,
    }
}

fn text(value: &Value) -> Option<String> {
    value.text().map(decode_entities)
}
