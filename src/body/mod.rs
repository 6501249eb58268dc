//! Finds the article on its page.

mod embed;

use ego_tree::NodeId;
use scraper::Html;

use crate::address;
use crate::article::Warning;
use crate::block::{Block, Image, Inline};
use crate::dom::{self, Ids, NodeRef};
use crate::error::{Error, ErrorKind, Told};
use crate::input::Recognised;
use crate::page::{Data, Page, PageKind};
use crate::scan::Scan;
use crate::script::{Value, decode_entities};
use crate::words::has_any;

/// An article found on its page.
pub(crate) struct Body {
    stands: Stands,
    /// What the page shows before the text and keeps apart from it.
    pub before: Vec<Block>,
    /// What is odd about it.
    pub warning: Option<Warning>,
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
    scan: &Scan<'_>,
    ids: &Ids<'_>,
    data: &Data<'_>,
    page: &Page,
    given: &Recognised<'_>,
) -> Result<Body, Error> {
    let html = &scan.html;
    let element = content_element(html, ids);
    let filled = element.filter(|element| has_content(*element));
    let content = script_content(data, page.kind);
    let mut before = before(data, ids, page);
    // Of an article passed on, the card shows the beginning alone.
    let filled = filled.filter(|_| !page.is_shared() || content.is_none());
    let is_cut_off = |element| !given.is_part && !scan.has_end && is_open(element, scan.n_open);
    let warning = filled.filter(|element| is_cut_off(*element)).map(|_| {
        Warning::new(
            "cut-off",
            "the page is cut off within the article: save or copy it again, whole",
        )
    });
    let stands = if let Some(element) = filled {
        Stands::InElement(element.id())
    } else if let Some(content) = content {
        Stands::InScript(dom::parse(&as_markup(&content, page.kind)))
    } else if given.is_part {
        Stands::InElement(html.tree.root().id())
    } else if let Some(element) = rebuilt(html, data) {
        Stands::InElement(element.id())
    } else if !before.is_empty() {
        before.extend(description(data, ids, page));
        Stands::InScript(Html::new_document())
    } else {
        return Err(no_article(page, element.is_some(), scan.has_end));
    };
    Ok(Body {
        stands,
        before,
        warning,
    })
}

/// Whether a page that leaves so many elements open ends within this one.
fn is_open(element: NodeRef<'_>, n_open: usize) -> bool {
    let (mut at, mut n_around) = (element, 0);
    while let Some(parent) = at.parent().filter(|_| at.next_sibling().is_none()) {
        (at, n_around) = (parent, n_around + 1);
    }
    // The document, `<html>` and `<body>` are around it, and do not count.
    at.parent().is_none() && n_around < n_open + 3
}

/// The element that holds the article of a page which a program made anew, as readers of feeds do: nothing of WeChat's own
/// page is left, but the title leads to it, or the pictures bear what its editor says of them.
fn rebuilt<'a>(html: &'a Html, data: &Data<'_>) -> Option<NodeRef<'a>> {
    if !data.is_empty() {
        return None;
    }
    let (mut names_wechat, mut article, mut body) = (false, None, None);
    for node in html.tree.root().descendants() {
        let has = |name: &str, words: &str| {
            dom::attr(node, name).is_some_and(|value| has_any(value, words))
        };
        if has("id", "js_") || has("class", "rich_media weui mesg-block") {
            return None;
        }
        match dom::name(node) {
            "article" | "main" => article = article.or(Some(node)),
            "body" => body = Some(node),
            "a" if has("href", "//mp.weixin.qq.com/s") => {
                names_wechat |= dom::has_ancestor(node, "h1");
            }
            "img" if has("data-src", "//mmbiz.q") || has("src", "//mmbiz.q") => {
                names_wechat |= dom::attr(node, "data-w").is_some();
            }
            _ => {}
        }
    }
    article.or(body).filter(|_| names_wechat)
}

/// What a page shows apart from its text: a picture post's pictures, a film, a recording, a sharer's own words.
fn before(data: &Data<'_>, ids: &Ids<'_>, page: &Page) -> Vec<Block> {
    match page.kind {
        // Until 2019 the pictures stood in an element, and a script wrote the text before them.
        PageKind::Picture if ids.contains_key("img_list") && ids.contains_key("js_content") => {
            paragraphs(&data.written().unwrap_or_default())
        }
        PageKind::Picture | PageKind::Short => pictures(data),
        PageKind::Video => embed::film(data, page)
            .map(Block::embed)
            .into_iter()
            .collect(),
        PageKind::Audio => embed::recording(data, page)
            .map(Block::embed)
            .into_iter()
            .collect(),
        PageKind::Music => embed::music(data, page)
            .map(Block::embed)
            .into_iter()
            .collect(),
        PageKind::Article if page.is_shared() => {
            let words = data.text("copyright_info.guide_words", "");
            paragraphs(&words.unwrap_or_default())
        }
        _ => Vec::new(),
    }
}

/// The ids of the elements for the words below a film.
const DESCRIPTIONS: [&str; 2] = ["js_video_desc", "js_common_share_desc"];

/// The few words below a film or a recording: in an element, written by a script, or for a script to write.
fn description(data: &Data<'_>, ids: &Ids<'_>, page: &Page) -> Vec<Block> {
    let shown = DESCRIPTIONS
        .iter()
        .filter_map(|id| ids.get(*id))
        .map(|node| dom::text(*node))
        .find(|text| !text.is_empty());
    let text = shown
        .or_else(|| data.written())
        .or_else(|| page.digest.clone())
        .unwrap_or_default();
    paragraphs(&text)
}

/// Plain text of the scripts' data as paragraphs: blank lines part them, other line ends break lines.
fn paragraphs(text: &str) -> Vec<Block> {
    let text = decode_entities(text);
    let mut blocks = Vec::new();
    let mut content = Vec::new();
    for line in text.lines().chain([""]) {
        let line = dom::without_tags(line);
        if !line.is_empty() {
            if !content.is_empty() {
                content.push(Inline::Break);
            }
            content.push(Inline::text(line));
        } else if !content.is_empty() {
            blocks.push(Block::Paragraph {
                content: std::mem::take(&mut content),
            });
        }
    }
    blocks
}

/// The error for an article without anything in it.
pub(crate) fn empty() -> Error {
    Error::new(
        ErrorKind::NoArticle,
        "the article is empty: `#js_content` holds nothing, and neither does the script data",
    )
}

fn no_article(page: &Page, has_element: bool, has_end: bool) -> Error {
    let said = Told {
        reason: None,
        url: page.url.clone(),
        account: page.account.name.clone(),
    };
    missing(has_element, has_end).saying(said)
}

fn missing(has_element: bool, has_end: bool) -> Error {
    if has_element {
        empty()
    } else if has_end {
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

/// The text that the script data holds, as HTML or, in posts, as plain text that may hold links.
fn script_content(data: &Data<'_>, kind: PageKind) -> Option<String> {
    let text = data.text("content_noencode text_page_info.content", "");
    // The same once more for scripts of another age; entities are encoded here.
    text.or_else(|| {
        is_post(kind)
            .then(|| data.text("", "desc"))?
            .map(|text| decode_entities(&text))
    })
}

/// Whether the kind is one whose text is plain, lines parted by line feeds.
fn is_post(kind: PageKind) -> bool {
    matches!(kind, PageKind::Picture | PageKind::Text)
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

/// The element that holds the body of an ordinary article. Text posts and films have it too, for the page's own
/// furniture around a place for the text, which is empty until a script fills it.
fn content_element<'a>(html: &'a Html, ids: &Ids<'a>) -> Option<NodeRef<'a>> {
    if let Some(text) = ids.get("js_text_desc") {
        return Some(*text);
    }
    if DESCRIPTIONS.iter().any(|id| ids.contains_key(id)) {
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
            "mp-style-type" | "mp-pay-preview-filter" => false,
            name => name.starts_with("mp"),
        },
        _ => false,
    })
}

/// The script data's text as HTML: posts that are plain text break lines by line feeds.
fn as_markup(content: &str, kind: PageKind) -> String {
    let is_html = ["<p", "<section", "<div"]
        .iter()
        .any(|tag| content.contains(tag));
    if is_html && !is_post(kind) {
        content.to_owned()
    } else {
        format!("<p>{}</p>", content.replace('\n', "<br>"))
    }
}

#[cfg(test)]
mod tests {
    use crate::{Options, clean};

    #[test]
    fn tells_where_a_page_is_cut_off() {
        const PAGE: &str = "<!DOCTYPE html><html><body><!--<html></html>--><div class=\"rich_media\"><div id=\"js_content\">";
        let rebuilt = "<!DOCTYPE html><html><body><h1><a href=\"https://mp.weixin.qq.com/s/a\">山</a></h1><article><p>文";
        for (source, is_cut_off) in [
            (format!("{PAGE}<p>文</p><p>字"), true),
            (format!("{PAGE}<section><p>文</p><p><b>字</b>"), true),
            (format!("{PAGE}<p>文</p>"), true),
            (
                format!("{PAGE}<p>文</p><img data-src=\"https://mmbiz.q"),
                true,
            ),
            // What was lost stood after the article.
            (format!("{PAGE}<p>文</p></div>"), false),
            (
                format!("{PAGE}<p>文</p></div></div><script>var a = 1;"),
                false,
            ),
            (format!("{PAGE}<p>文</p></div><p>字"), false),
            // Nothing was, though the markup is damaged.
            (format!("{PAGE}<p>文</body></html>"), false),
            (format!("{PAGE}<section><p>文</HTML>\n"), false),
            // Parts of pages, and pages made anew.
            ("<div id=\"js_content\"><p>文".to_owned(), false),
            ("<section><p>文".to_owned(), false),
            (rebuilt.to_owned(), false),
        ] {
            let article = clean(&source, &Options::default()).expect("an article");
            let warned = article
                .warnings
                .iter()
                .any(|warning| warning.code == "cut-off");
            assert_eq!(warned, is_cut_off, "{source}");
        }
    }

    /// The server writes `</html>` into a comment at the beginning of a page.
    #[test]
    fn tells_a_page_cut_off_before_its_article() {
        for (source, code) in [
            (
                "<!DOCTYPE html><!--<html></html>--><html><body class=\"rich_media\">",
                "truncated",
            ),
            (
                "<!DOCTYPE html><html><body class=\"rich_media\"></body></html>",
                "no-article",
            ),
        ] {
            let error = clean(source, &Options::default()).expect_err("no article");
            assert_eq!(error.code(), code, "{source}");
        }
    }
}
