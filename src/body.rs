//! Finds the article on its page.

use ego_tree::NodeId;
use scraper::Html;

use crate::address;
use crate::block::{Block, Embed, EmbedKind, Image};
use crate::dom::{self, Ids, NodeRef};
use crate::error::{Error, ErrorKind};
use crate::input::Recognised;
use crate::page::{Data, Page, PageKind, url};
use crate::script::{Value, decode_entities};

/// An article found on its page.
pub(crate) struct Body {
    stands: Stands,
    /// What the page shows before the text and keeps apart from it: a picture post's pictures, a video post's film.
    pub before: Vec<Block>,
}

/// Where an article stands.
enum Stands {
    /// Within an element of the page.
    InElement(NodeId),
    /// In the page's script data, parsed apart. Reposts, picture and text posts keep it there.
    InScript(Html),
}

impl Body {
    /// The node whose children are the article.
    pub fn root<'a>(&'a self, page: &'a Html) -> NodeRef<'a> {
        match &self.stands {
            Stands::InElement(id) => page.tree.get(*id).unwrap_or_else(|| page.tree.root()),
            Stands::InScript(html) => html.tree.root(),
        }
    }
}

/// Finds the article.
///
/// # Errors
///
/// If the page is a WeChat page and holds none.
pub(crate) fn find(
    html: &Html,
    ids: &Ids<'_>,
    data: &Data<'_>,
    page: &Page,
    given: &Recognised<'_>,
) -> Result<Body, Error> {
    let before = match page.kind {
        PageKind::Picture => pictures(data),
        PageKind::Video => film(data).into_iter().collect(),
        _ => Vec::new(),
    };
    let element = content_element(html, ids);
    let stands = if let Some(element) = element.filter(|element| has_content(*element)) {
        Stands::InElement(element.id())
    } else if let Some(content) = script_content(data) {
        Stands::InScript(dom::parse(&as_markup(content)))
    } else if given.is_part {
        Stands::InElement(html.tree.root().id())
    } else if !before.is_empty() {
        Stands::InScript(Html::new_document())
    } else {
        return Err(no_article(element.is_some(), &given.text));
    };
    Ok(Body { stands, before })
}

/// The error for an article without anything in it.
pub(crate) fn empty() -> Error {
    Error::new(
        ErrorKind::NoArticle,
        "the article is empty: `#js_content` holds nothing, and neither does the script data",
    )
}

fn no_article(has_element: bool, input: &str) -> Error {
    if has_element {
        empty()
    } else if crate::input::contains(input, "</html>") {
        Error::new(
            ErrorKind::NoArticle,
            "no article on this WeChat page: expected `#js_content`, or script data with a text",
        )
    } else {
        Error::new(
            ErrorKind::Truncated,
            "the page is cut off before the article: save or copy it again, whole",
        )
    }
}

/// The text that the script data holds.
fn script_content<'a>(data: &'a Data<'_>) -> Option<&'a str> {
    ["content_noencode", "text_page_info.content"]
        .iter()
        .find_map(|path| data.key(path)?.text())
}

/// The pictures of a picture post. Each also names a watermark and a cover under the same key, one level further down.
fn pictures(data: &Data<'_>) -> Vec<Block> {
    let listed = data.key("picture_page_info_list").cloned();
    let Some(Value::Array(listed)) = listed.or_else(|| data.variable("picture_page_info_list"))
    else {
        return Vec::new();
    };
    let size = |picture: &Value, name| {
        let size = picture.get(name)?.number()?;
        (1.0..1e6).contains(&size).then_some(size as u32)
    };
    listed
        .iter()
        .filter_map(|picture| {
            let image = Image {
                url: address::image(&decode_entities(picture.get("cdn_url")?.text()?))?,
                alt: String::new(),
                width: size(picture, "width"),
                height: size(picture, "height"),
            };
            Some(Block::image(image, None))
        })
        .collect()
}

/// The film of a video post.
fn film(data: &Data<'_>) -> Option<Block> {
    let named = |name| data.old_key(name).and_then(Value::text).map(str::to_owned);
    let url = named("source_link")
        .and_then(|link| address::link(&link))
        .or_else(|| url::film(&named("vid").or_else(|| data.text(&[], &["vid"]))?))?;
    Some(Block::Embed(Embed::new(
        EmbedKind::Video,
        named("video_title"),
        Some(url),
    )))
}

/// The element that holds the body of an ordinary article. A text post has it too, for the page's own furniture and an
/// empty place for the text.
fn content_element<'a>(html: &'a Html, ids: &Ids<'a>) -> Option<NodeRef<'a>> {
    if ids.contains_key("js_text_desc") {
        return None;
    }
    ids.get("js_content").copied().or_else(|| {
        let mut nodes = html.tree.root().descendants();
        nodes.find(|node| dom::has_class(*node, "rich_media_content"))
    })
}

/// Whether anything in an element could be seen or played.
fn has_content(element: NodeRef<'_>) -> bool {
    element.descendants().any(|node| match node.value() {
        scraper::Node::Text(text) => !text.trim().is_empty(),
        scraper::Node::Element(element) => match element.name() {
            "img" | "iframe" | "video" | "audio" | "svg" | "qqmusic" => true,
            // Left by the editor in every article, for its own use.
            "mp-style-type" => false,
            name => name.starts_with("mp"),
        },
        _ => false,
    })
}

/// The script data's text as HTML: the posts that are plain text break lines by line feeds.
fn as_markup(content: &str) -> String {
    if content.contains("<p") || content.contains("<section") || content.contains("<div") {
        content.to_owned()
    } else {
        format!("<p>{}</p>", content.replace('\n', "<br>"))
    }
}
