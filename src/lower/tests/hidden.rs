//! What no reader sees, and what only seems so.

use super::assert_becomes;

#[test]
fn hidden_elements_are_set_apart() {
    assert_becomes(&[
        (
            "<p>一</p><p style='display: none'>二</p><p hidden>三</p><style>四</style>",
            "p 一\n-p 二\n-p 三",
        ),
        (
            "<p>一<span style='display:none'>二</span>三</p><p>四</p>",
            "p 一三\n-p 二\np 四",
        ),
        (
            "<section style='height:0;overflow:hidden'><p>一<b>二</b></p></section>",
            "-p 一b{二}",
        ),
        ("<p style='opacity:0'>一</p>", "-p 一"),
        (
            "<ul><li>一<span style='display:none'>二</span></li><li>三</li></ul>",
            "ul [p 一][p 三]\n-p 二",
        ),
        (
            "<table><tr><td>一<span hidden>二</span><td>三<tr><td>四<td>五</table>",
            "table 一|三 / 四|五\n-p 二",
        ),
        (
            "<p style='display:none'><mp-style-type data-value=3></mp-style-type></p>",
            "",
        ),
        (
            "<img hidden data-src='https://mmbiz.qpic.cn/a/1/640'>",
            "-img https://mmbiz.qpic.cn/a/1/640",
        ),
    ]);
}

#[test]
fn hidden_text_is_set_apart_from_the_line_it_stands_in() {
    assert_becomes(&[
        (
            "<p style='font-size:0px'>一<span style='font-size:15px'>二</span></p>",
            "p 二\n-p 一",
        ),
        (
            "<p>一<span style='color:transparent'>二</span></p>",
            "p 一\n-p 二",
        ),
        ("<p style='color:rgba(0, 0, 0, 0)'>一</p>", "-p 一"),
        ("<p style='color:#FFF'>一</p>", "-p 一"),
        (
            "<section style='background:#fff'><p style='color: rgb(255, 255, 255)'>一</p></section>",
            "-p 一",
        ),
    ]);
}

#[test]
fn what_a_script_draws_later_is_seen() {
    assert_becomes(&[
        (
            "<mpvoice name='雨声' style='opacity: 0;'></mpvoice>",
            "Audio 雨声 -",
        ),
        (
            "<img style='opacity:0' data-src='https://a.cn/1.png'>",
            "img https://a.cn/1.png",
        ),
    ]);
}

#[test]
fn cells_stand_on_the_ground_of_their_table() {
    let white = "<td><span style='color:#fff'>一</span><td>二<tr><td>三<td>四</table>";
    for (table, expected) in [
        ("<table><tr style='background:#333'>", "table 一|二 / 三|四"),
        ("<table bgcolor=#333><tr>", "table 一|二 / 三|四"),
        (
            "<section style='background:#333'><table><tr>",
            "table 一|二 / 三|四",
        ),
        ("<table><tr>", "table |二 / 三|四\n-p 一"),
    ] {
        assert_becomes(&[(&format!("{table}{white}"), expected)]);
    }
}

#[test]
fn what_may_show_is_seen() {
    for html in [
        // The body itself, before its scripts have run.
        "<div style='visibility: hidden; opacity: 0'>一</div>",
        "<p style='overflow:hidden'>一</p>",
        "<p style='height:0'>一</p>",
        "<p style='height:0;overflow:hidden;padding-bottom:56%'>一</p>",
        "<p style='font-size:0'><span style='font-size:14px'>一</span></p>",
        "<p style='font-size:0'><span style='font: 14px serif'>一</span></p>",
        // A gradient that shines through the letters; white on a ground; white on a picture drawn up under it.
        "<p style='background:linear-gradient(red,blue);-webkit-background-clip:text;color:transparent'>一</p>",
        "<section style='background-color:#c00'><p style='color:#fff'>一</p></section>",
        "<section style='margin-top:-80px'><p style='color:#fff'>一</p></section>",
        "<svg><rect></rect><foreignObject><p style='color:#fff'>一</p></foreignObject></svg>",
        // Shown at a touch.
        "<svg><animate attributeName='opacity'></animate><foreignObject><p style='opacity:0'>一</p></foreignObject></svg>",
        "<svg><set attributeName='display' to='block'></set><foreignObject style='display:none'><p>一</p></foreignObject></svg>",
        "<section style='height:0;overflow:hidden'>一<svg><animate attributeName='height'></animate></svg></section>",
    ] {
        assert_becomes(&[(html, "p 一")]);
    }
}
