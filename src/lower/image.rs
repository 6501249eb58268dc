//! Pictures.

use super::style::declarations;
use crate::address;
use crate::block::Image;
use crate::dom::{self, NodeRef};
use crate::input::contains;
use crate::words;

/// Where an `<img>` keeps its address, best first: WeChat loads pictures late, from `data-src`; in a saved page `src`
/// is a copy on the reader's disk or a placeholder.
const ADDRESSES: [&str; 5] = [
    "data-src",
    "data-croporisrc",
    "src",
    "data-backsrc",
    "data-original",
];

/// An empty box that is lower than this, in pixels, is a line or a strip of ornaments, whatever it is painted with.
const STRIP: f64 = 40.0;

/// A box with text that is set to this height, in pixels, is there for the picture it is painted with.
const TALL: f64 = 120.0;

/// Alternative texts that WeChat's editor writes by itself: “picture”.
const EMPTY_ALTS: [&str; 4] = ["图片", "图像", "image", "img"];

/// Reads an `<img>` or an SVG `<image>`; `None` for placeholders.
pub(super) fn read(node: NodeRef<'_>) -> Option<Image> {
    let url = if dom::name(node) == "image" {
        // The parser files `xlink:href` under its local name.
        dom::element(node)?
            .attrs()
            .find_map(|(name, value)| (name == "href").then_some(value))
            .and_then(address)?
    } else {
        ADDRESSES
            .iter()
            .filter_map(|name| dom::attr(node, name))
            .find_map(address)?
    };
    let (width, height) = size(node);
    Some(Image {
        url,
        alt: dom::attr(node, "alt").map(alt).unwrap_or_default(),
        width: width.map(pixels),
        height: height.map(pixels),
    })
}

/// Whether a picture is lost: it stands in the page alone, in a way that cannot be kept.
pub(super) fn is_lost(node: NodeRef<'_>) -> bool {
    let is_own = |src: &str| {
        src.starts_with("blob:") || src.len() > address::PLACEHOLDER && src.starts_with("data:")
    };
    dom::name(node) == "img" && dom::attr(node, "src").is_some_and(is_own) && read(node).is_none()
}

/// Reads the picture that an element is painted with, if the element is there for it: if there is nothing else in it,
/// or if it is drawn in SVG or set to a picture's size. What is painted under a text is an ornament.
pub(super) fn ground(node: NodeRef<'_>) -> Option<Image> {
    let style = dom::attr(node, "style");
    // Few boxes are painted with a picture, and every element is asked.
    let painted = style
        .filter(|style| contains(style, "url("))
        .and_then(painted);
    let url = address(dom::attr(node, "data-lazy-bgimg").or(painted)?)?;
    let (width, height) = style.map(styled_size).unwrap_or_default();
    let is_content = height.is_none_or(|height| height >= STRIP)
        && (dom::name(node) == "svg"
            || height.is_some_and(|height| height >= TALL)
            || !node.descendants().any(shows));
    is_content.then(|| Image {
        url,
        alt: alt(dom::attr(node, "alt").unwrap_or_default()),
        width: width.map(pixels),
        height: height.map(pixels),
    })
}

/// Whether a node is something to see.
fn shows(node: NodeRef<'_>) -> bool {
    match node.value() {
        scraper::Node::Text(text) => !text.trim().is_empty(),
        scraper::Node::Element(element) => matches!(element.name(), "img" | "image" | "iframe"),
        _ => false,
    }
}

/// The address in the background of a style.
fn painted(style: &str) -> Option<&str> {
    let is_background = |property: &str| {
        property.eq_ignore_ascii_case("background-image")
            || property.eq_ignore_ascii_case("background")
    };
    let (_, value) = declarations(style)
        .find(|(property, value)| is_background(property) && value.contains("url("))?;
    let (_, address) = value.split_once("url(")?;
    let (address, _) = address.split_once(')')?;
    Some(address.trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\'')))
}

/// Up to how many pixels wide a picture is shown that is a sign: the icon beside a heading, the end of a line.
const SIGN: f64 = 48.0;

/// The size of the stored picture: WeChat's own attributes, or those of plain HTML; else that at which it is shown. Of a
/// picture shown as a sign it is that first of all.
fn size(node: NodeRef<'_>) -> (Option<f64>, Option<f64>) {
    let shown = dom::attr(node, "style")
        .map(styled_size)
        .unwrap_or_default();
    let sign = shown.0.filter(|width| *width > 0.0 && *width <= SIGN);
    if let Some(width) = sign.or_else(|| number(node, "data-w")) {
        let ratio = number(node, "data-ratio");
        return (Some(width), ratio.map(|ratio| width * ratio));
    }
    let pairs = [("width", "height"), ("data-backw", "data-backh")];
    pairs
        .into_iter()
        .map(|(width, height)| (number(node, width), number(node, height)))
        .find(|(width, _)| width.is_some())
        .unwrap_or(shown)
}

/// Width and height of a style in pixels, as far as they do not hang on what is around.
fn styled_size(style: &str) -> (Option<f64>, Option<f64>) {
    let mut size = (None, None);
    for (property, value) in declarations(style) {
        if property.eq_ignore_ascii_case("width") {
            size.0 = length(value);
        } else if property.eq_ignore_ascii_case("height")
            || property.eq_ignore_ascii_case("min-height")
        {
            size.1 = length(value);
        }
    }
    size
}

/// Whether a picture is shown as small as a sign.
pub(super) fn is_sign(image: &Image) -> bool {
    image.width.is_some_and(|width| f64::from(width) <= SIGN)
}

/// Whether a picture is a sign within the text: WeChat's own emoji.
pub(super) fn is_emoji(node: NodeRef<'_>, image: &Image) -> bool {
    is_emoji_address(&image.url)
        || dom::attr(node, "data-type").is_some_and(|kind| kind.contains("emoji"))
        || dom::attr(node, "class").is_some_and(|class| class.contains("emoji"))
}

/// Whether WeChat keeps an emoji at the address; other pictures on that host are buttons of the page.
pub(crate) fn is_emoji_address(url: &str) -> bool {
    let url = url.to_ascii_lowercase();
    url.contains("res.wx.qq.com/")
        && ["emoji", "emotion", "expression", "smiley"]
            .iter()
            .any(|part| url.contains(part))
}

/// The name of an emoji, as the text that it stands for: `[微笑]` (“smile”), or the character itself.
pub(crate) fn emoji_name(image: &Image) -> Option<String> {
    let alt = image.alt.as_str();
    if alt.starts_with('[') || alt.chars().any(|c| c >= '\u{2190}' && !c.is_alphanumeric()) {
        return Some(alt.to_owned());
    }
    if !alt.is_empty() {
        return Some(format!("[{alt}]"));
    }
    // `…/emoji_ios/u1F602.png`
    let (_, file) = image.url.rsplit_once('/')?;
    let code = file.strip_prefix('u')?.split('.').next()?;
    char::from_u32(u32::from_str_radix(code, 16).ok()?)
        .filter(|c| *c >= '\u{2190}')
        .map(String::from)
}

/// The address of a picture, without the fragment that WeChat counts pictures with.
pub(crate) fn address(raw: &str) -> Option<String> {
    let raw = raw.split("#imgIndex").next()?;
    mirrored(raw).or_else(|| address::image_or_copy(raw))
}

/// The address of a picture on WeChat's host within that of a copy, such as a search engine's, which is gone sooner:
/// `https://img01.store.sogou.com/net/a/04/link?url=http://mmbiz.qpic.cn/…`, written so or encoded.
fn mirrored(raw: &str) -> Option<String> {
    let (_, own) = raw.get(1..)?.split_once("http")?;
    let own = match own.split_once(['%', ':'])? {
        (_, rest) if rest.starts_with("//") => own.to_owned(),
        _ => address::percent_decoded(own.split('&').next()?)?,
    };
    let host = own.split('/').nth(2)?;
    host.ends_with(".qpic.cn").then_some(())?;
    address::image(&format!("http{own}"))
}

/// The alternative text as one line, without those that say nothing.
pub(crate) fn alt(text: &str) -> String {
    let alt = words::one_line(text);
    if EMPTY_ALTS.contains(&alt.to_ascii_lowercase().as_str()) || is_file_name(&alt) {
        String::new()
    } else {
        alt
    }
}

/// Whether this is the name that a camera or a program gave a file: `1522160301.jpg`. What a person named tells something.
fn is_file_name(alt: &str) -> bool {
    alt.rsplit_once('.').is_some_and(|(name, ending)| {
        name.contains(|c: char| c.is_ascii_digit())
            && name
                .bytes()
                .all(|byte| byte.is_ascii_hexdigit() || b"-_".contains(&byte))
            && words::is_word("jpg jpeg png gif webp", &ending.to_ascii_lowercase())
    })
}

fn number(node: NodeRef<'_>, name: &str) -> Option<f64> {
    in_pixels(dom::attr(node, name)?)
}

/// A length in pixels; an `em` is taken for the usual size of text.
fn length(value: &str) -> Option<f64> {
    match value.strip_suffix("em") {
        Some(number) => in_pixels(number.trim_end_matches('r')).map(|size| size * 16.0),
        None => in_pixels(value),
    }
}

fn in_pixels(size: &str) -> Option<f64> {
    crate::number::parse(size.strip_suffix("px").unwrap_or(size)).filter(|number| *number > 0.0)
}

/// Whole pixels, at least one; sizes past what a picture can have are cut to it.
fn pixels(size: f64) -> u32 {
    size.round().clamp(1.0, 1e6) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passes_over_alternative_texts_that_say_nothing() {
        for (written, expected) in [
            ("图片", ""),
            ("1522160301.jpg", ""),
            ("8232b2-c1a8_95.PNG", ""),
            ("茶山 1.jpg", "茶山 1.jpg"),
            ("qrcode.png", "qrcode.png"),
            ("1.5", "1.5"),
        ] {
            assert_eq!(alt(written), expected, "{written}");
        }
    }

    #[test]
    fn puts_addresses_in_order() {
        for (raw, expected) in [
            (
                "http://mmbiz.qpic.cn/a/b/640?wx_fmt=png",
                Some("https://mmbiz.qpic.cn/a/b/640?wx_fmt=png"),
            ),
            (
                "https://mmbiz.qpic.cn/a/b/640?wx_fmt=png#imgIndex=5",
                Some("https://mmbiz.qpic.cn/a/b/640?wx_fmt=png"),
            ),
            ("//mmbiz.qpic.cn/a", Some("https://mmbiz.qpic.cn/a")),
            (
                "http://a.cn/link?id=1&url=http://mmbiz.qpic.cn/a/640?wx_fmt=png&tp=webp",
                Some("https://mmbiz.qpic.cn/a/640?wx_fmt=png&tp=webp"),
            ),
            (
                "https://a.cn/?url=http%3A%2F%2Fmmbiz.qpic.cn%2Fa%3Fwx_fmt%3Dpng&w=9",
                Some("https://mmbiz.qpic.cn/a?wx_fmt=png"),
            ),
            (
                "https://a.cn/?url=http://b.cn/mmbiz.qpic.cn",
                Some("https://a.cn/?url=http://b.cn/mmbiz.qpic.cn"),
            ),
            ("https://a.cn/http", Some("https://a.cn/http")),
            ("page_files/640.png", Some("page_files/640.png")),
            ("data:image/gif;base64,AAAA", None),
            ("JavaScript:alert(1)", None),
            ("", None),
        ] {
            assert_eq!(address(raw).as_deref(), expected, "{raw}");
        }
    }
}
