//! Pictures, wherever the markup keeps them.

use super::{assert_becomes, blocks};
use crate::block::Block;

#[test]
fn painted_grounds() {
    assert_becomes(&[
        (
            "<p>一</p><section style='width:7em;height:7em;background-image: url(&quot;https://mmbiz.qpic.cn/a/1/640?wx_fmt=png#imgIndex=3&quot;)'></section>",
            "p 一\nimg https://mmbiz.qpic.cn/a/1/640?wx_fmt=png",
        ),
        (
            "<section style='BACKGROUND: #fff url(https://a.cn/1.png) no-repeat'><section><br></section></section>",
            "img https://a.cn/1.png",
        ),
        (
            "<section style='height:300px;background-image:url(https://a.cn/1.png)'>一</section>",
            "img https://a.cn/1.png\np 一",
        ),
        // Ornaments: under a number, behind a title, a strip between two parts; a placeholder.
        (
            "<section style='height:3em;background-image:url(https://a.cn/1.png)'>1</section>",
            "p 1",
        ),
        (
            "<p style='height:20px;background:url(https://a.cn/1.png)'></p>",
            "",
        ),
        (
            "<p style='background-image:url(data:image/png;base64,AA)'></p>",
            "",
        ),
        (
            "<p style='background-image:linear-gradient(red,blue)'></p>",
            "",
        ),
    ]);
}

#[test]
fn drawings() {
    assert_becomes(&[
        (
            "<svg style='background-image:url(https://a.cn/1.png)'><image xlink:href='https://a.cn/2.png'></image>\
             <g><foreignObject><svg style='background-image:url(https://a.cn/1.png)'></svg><p>一</p></foreignObject></g>\
             <text>二</text><image href='https://a.cn/2.png'></image></svg>",
            "img https://a.cn/1.png\nimg https://a.cn/2.png\np 一\np 二",
        ),
        (
            "<p><img data-src='https://a.cn/1.png'><img data-src='https://a.cn/1.png'></p>",
            "img https://a.cn/1.png\nimg https://a.cn/1.png",
        ),
    ]);
}

#[test]
fn emoji() {
    assert_becomes(&[
        (
            "<p>好<img class='wx_emoji' alt='[微笑]' src='https://res.wx.qq.com/1.png'>！</p>",
            "p 好[微笑]！",
        ),
        (
            "<p><img data-type='emoji' alt='强' src='https://a.cn/1.png'>好</p>",
            "p [强]好",
        ),
        (
            "<p>好<img src='https://res.wx.qq.com/emoji_ios/u1F602.png'></p>",
            "p 好😂",
        ),
        (
            "<p>好<img src='https://res.wx.qq.com/smiley_4.png'></p>",
            "p 好<https://res.wx.qq.com/smiley_4.png>",
        ),
    ]);
}

#[test]
fn signs() {
    let sign = "<img data-src='https://a.cn/1.png' data-w=128 style='width: 20px'>";
    assert_becomes(&[
        (
            &format!("<p>好{sign}{sign}吧</p>"),
            "p 好<https://a.cn/1.png><https://a.cn/1.png>吧",
        ),
        // It may be the icon of a heading, or the end of a text.
        (&format!("<p>{sign}好</p>"), "img https://a.cn/1.png\np 好"),
        (
            &format!("<p>好</p><p>{sign}</p>"),
            "p 好\nimg https://a.cn/1.png",
        ),
    ]);
}

#[test]
fn sizes() {
    for (attributes, expected) in [
        (
            "data-w=1080 data-ratio=0.5 width=600",
            (Some(1080), Some(540)),
        ),
        ("width=600px height=300", (Some(600), Some(300))),
        ("data-backw=500 data-backh=250", (Some(500), Some(250))),
        ("style='width: 20px; height: auto'", (Some(20), None)),
        (
            "data-w=1080 data-ratio=0.5 style='width: 22px !important; height: auto'",
            (Some(22), Some(11)),
        ),
        (
            "data-w=1080 data-ratio=0.5 style='width: 677px'",
            (Some(1080), Some(540)),
        ),
        ("width=100% style='width:50%'", (None, None)),
    ] {
        let found = blocks(&format!("<img data-src='https://a.cn/1.png' {attributes}>"));
        let [Block::Image { image, .. }] = &found[..] else {
            panic!("{found:?}");
        };
        assert_eq!((image.width, image.height), expected, "{attributes}");
    }
}

#[test]
fn addresses() {
    assert_becomes(&[
        (
            "<img src='data:image/gif;base64,AA' data-croporisrc='https://a.cn/1.png'><img src='data:image/gif;base64,AA'>",
            "img https://a.cn/1.png",
        ),
        (
            "<img src='page_files/640' data-src='https://a.cn/1.png' data-backsrc='https://a.cn/2.png'>",
            "img https://a.cn/1.png",
        ),
    ]);
}

#[test]
fn pictures_within_the_page() {
    let data = "A".repeat(2000);
    let png = format!("data:image/png;base64,{data}");
    let svg = format!("data:image/svg+xml;base64,{data}");
    assert_becomes(&[
        (
            &format!("<p>一</p><img src='{png}' alt='山'>"),
            &format!("p 一\nimg {png}"),
        ),
        (
            &format!("<img data-src='https://a.cn/1.png' src='{png}'>"),
            "img https://a.cn/1.png",
        ),
        (
            &format!(
                "<p>一<img src='{svg}' alt='山'>二<img src='blob:https://mp.weixin.qq.com/1' alt='图片'></p>"
            ),
            "p 一二",
        ),
        ("<img src='data:image/svg+xml,%3Csvg/%3E' alt='山'>", ""),
    ]);
}

#[test]
fn counts_the_pictures_that_are_lost() {
    let lowered = |html: &str| super::super::lower(crate::dom::parse(html).tree.root()).warnings;
    let svg = format!("data:image/svg+xml;base64,{}", "A".repeat(2000));
    let found = lowered(&format!(
        "<p>一</p><table><tr><td><img src='{svg}'></td></tr></table><img src='blob:https://a.cn/1'>\
         <img src='{svg}' data-src='https://a.cn/1.png'>"
    ));
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].code, "lost-pictures");
    assert!(found[0].message.ends_with(": 2"), "{}", found[0].message);
    assert_eq!(
        lowered("<img src='data:image/gif;base64,AA'><img src=''>"),
        []
    );
}
