//! How words are set.

use super::assert_becomes;

#[test]
fn marks() {
    assert_becomes(&[
        (
            "<p><u>一</u>、<ins>二</ins>、<span style='text-decoration: underline'>三</span></p>",
            "p u{一}、u{二}、u{三}",
        ),
        // Links are underlined anyway; code stands on a ground anyway; so do headings.
        (
            "<p><a href='https://a.cn' style='text-decoration:underline'><u>一</u></a><code style='background:#fde'>x</code></p>",
            "p a{一}c{x}",
        ),
        ("<h2><span style='background:#ff0'>一</span></h2>", "h2 一"),
        // Themes set all links in bold, and code in no other weight than theirs.
        (
            "<p><a href='https://a.cn' style='font-weight:bold'>一</a>、<a href='https://a.cn'><b>二</b></a></p>",
            "p a{一}、ba{二}",
        ),
        (
            "<p><b>一<code style='font-weight:normal'>x</code></b></p>",
            "p b{一}bc{x}",
        ),
        (
            "<p><mark>一</mark>、<span style='background-color: rgb(255, 251, 0)'>二</span>、<span style='background:#ffb8b8'>三</span></p>",
            "p h{一}、h{二}、h{三}",
        ),
        (
            "<p><span style='background:#c00;color:#fff'>01</span>一</p>",
            "p 01一",
        ),
        // Grounds without colour, or hardly to be seen, and those of boxes.
        (
            "<p><span style='background:#fff'>一</span><span style='background-color:rgb(245, 246, 248)'>二</span><span style='background:rgba(255,0,0,0.02)'>三</span></p>\
             <section style='background:#ff0'>四季</section><p><span style='display:block;background:#ff0'>五谷</span></p>",
            "p 一二三\np 四季\np 五谷",
        ),
        (
            "<p>H<span style='vertical-align:sub'>2</span>O 5<span style='vertical-align: super'>2</span></p>",
            "p H_{2}O 5^{2}",
        ),
    ]);
}

#[test]
fn ruby() {
    assert_becomes(&[
        ("<p><ruby>茶<rt>chá</rt></ruby>树</p>", "p 茶(chá)树"),
        (
            "<p><ruby>茶<rp>（</rp><rt>chá</rt><rp>）</rp></ruby></p>",
            "p 茶（chá）",
        ),
    ]);
}

#[test]
fn links() {
    assert_becomes(&[
        (
            "<p><a class='wx_topic_link' topic-id='x' data-topic='1'>#茶</a> <a class='wx_img_refer_link' data-refer='图2'>图2</a> https://a.cn</p>",
            "p #茶 图2 https://a.cn",
        ),
        (
            "<p><a class='wx_topic_link' href='https://mp.weixin.qq.com/s/abc'>#茶</a></p>",
            "p #茶",
        ),
    ]);
}

#[test]
fn characters_that_take_no_room() {
    assert_becomes(&[(
        "<p>\u{2066}一\u{2069}\u{ad}二\u{feff}\u{202e}三\u{61c}\u{180e}四</p>",
        "p 一二三四",
    )]);
}
