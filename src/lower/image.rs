//! Pictures.

use crate::address;
use crate::block::Image;
use crate::dom::{self, NodeRef};

/// Where an `<img>` keeps its address, best first: WeChat loads pictures late, from `data-src`; in a saved page `src`
/// is a copy on the reader's disk or a placeholder.
const ADDRESSES: [&str; 4] = ["data-src", "data-croporisrc", "src", "data-backsrc"];

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

/// The size of the stored picture: WeChat's own attributes, or those of plain HTML.
fn size(node: NodeRef<'_>) -> (Option<f64>, Option<f64>) {
    match number(node, "data-w") {
        Some(width) => (
            Some(width),
            number(node, "data-ratio").map(|ratio| width * ratio),
        ),
        None => (number(node, "width"), number(node, "height")),
    }
}

/// Whether a picture is a sign within the text: WeChat's own emoji.
pub(super) fn is_emoji(node: NodeRef<'_>, image: &Image) -> bool {
    image.url.contains("res.wx.qq.com/")
        || dom::attr(node, "data-type").is_some_and(|kind| kind.contains("emoji"))
        || dom::attr(node, "class").is_some_and(|class| class.contains("emoji"))
}

/// The address of a picture, without the fragment that WeChat counts pictures with.
pub(crate) fn address(raw: &str) -> Option<String> {
    address::image_or_copy(raw.split("#imgIndex").next()?)
}

/// The alternative text as one line, without those that say nothing.
pub(crate) fn alt(text: &str) -> String {
    let alt = dom::one_line(text);
    if EMPTY_ALTS.contains(&alt.to_ascii_lowercase().as_str()) {
        String::new()
    } else {
        alt
    }
}

fn number(node: NodeRef<'_>, name: &str) -> Option<f64> {
    crate::number::parse(dom::attr(node, name)?).filter(|number| *number > 0.0)
}

/// Whole pixels, at least one; sizes past what a picture can have are cut to it.
fn pixels(size: f64) -> u32 {
    size.round().clamp(1.0, 1e6) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

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
            ("page_files/640.png", Some("page_files/640.png")),
            ("data:image/gif;base64,AAAA", None),
            ("JavaScript:alert(1)", None),
            ("", None),
        ] {
            assert_eq!(address(raw).as_deref(), expected, "{raw}");
        }
    }
}
