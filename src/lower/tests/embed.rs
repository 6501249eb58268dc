//! Players and cards, with all that their markup tells.

use super::blocks;
use crate::block::{Block, Embed, EmbedKind};

fn embed(kind: EmbedKind) -> Embed {
    Embed::new(kind, None, None)
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[test]
fn players_and_cards() {
    for (html, expected) in [
        (
            "<iframe class='video_iframe' data-mpvid='wxv_1' data-cover='http%3A%2F%2Fmmbiz.qpic.cn%2Fa%2F0%3Fwx_fmt%3Djpeg' data-src='https://mp.weixin.qq.com/mp/readtemplate?action=mpvideo&amp;vid=wxv_1'></iframe>",
            Embed {
                url: some("https://mp.weixin.qq.com/mp/readtemplate?action=mpvideo&vid=wxv_1"),
                cover: some("https://mmbiz.qpic.cn/a/0?wx_fmt=jpeg"),
                ..embed(EmbedKind::Video)
            },
        ),
        // A script has put a box into the frame's place.
        (
            "<span class='video_iframe' vid='a1b2'></span>",
            Embed {
                url: some("https://v.qq.com/x/page/a1b2.html"),
                ..embed(EmbedKind::Video)
            },
        ),
        (
            "<span class='js_tx_video_container'><iframe src='saved_files/player.html'></iframe></span>",
            embed(EmbedKind::Video),
        ),
        (
            "<mp-common-videosnap data-type='video' data-url='https://findermp.video.qq.com/251/1' data-nickname='山间' data-desc='采茶&lt;br&gt;一日' data-headimgurl='http://wx.qlogo.cn/1'></mp-common-videosnap>",
            Embed {
                title: some("采茶 一日"),
                author: some("山间"),
                cover: some("https://findermp.video.qq.com/251/1"),
                ..embed(EmbedKind::Video)
            },
        ),
        (
            "<mpvoice name='雨声&amp;nbsp;第一夜' play_length='283000' voice_encode_fileid='Ab_1='></mpvoice>",
            Embed {
                title: some("雨声 第一夜"),
                url: some("https://res.wx.qq.com/voice/getvoice?mediaid=Ab_1="),
                duration: Some(283),
                ..embed(EmbedKind::Audio)
            },
        ),
        (
            "<mp-common-mpaudio name='雨声' author='山间' play_length='66400' cover='http://mmbiz.qpic.cn/a/0' voice_encode_fileid='a&quot;b'></mp-common-mpaudio>",
            Embed {
                title: some("雨声"),
                author: some("山间"),
                duration: Some(67),
                cover: some("https://mmbiz.qpic.cn/a/0"),
                ..embed(EmbedKind::Audio)
            },
        ),
        (
            "<qqmusic music_name='采茶歌' singer='阿山' albumurl='/photo/1.jpg' audiourl='http://ws.stream.qqmusic.qq.com/1.m4a' play_length='201000'></qqmusic>",
            Embed {
                title: some("采茶歌"),
                url: some("http://ws.stream.qqmusic.qq.com/1.m4a"),
                author: some("阿山"),
                duration: Some(201),
                ..embed(EmbedKind::Music)
            },
        ),
        (
            "<mp-common-profile data-nickname='山间' data-alias='shan' data-headimg='http://mmbiz.qpic.cn/h/0' data-signature='一封信'></mp-common-profile>",
            Embed {
                title: some("山间"),
                description: some("一封信"),
                cover: some("https://mmbiz.qpic.cn/h/0"),
                ..embed(EmbedKind::Account)
            },
        ),
        (
            "<mp-miniprogram data-miniprogram-title='订茶' data-miniprogram-nickname='山间小店' data-miniprogram-imageurl='http://mmbiz.qpic.cn/m/0'></mp-miniprogram>",
            Embed {
                title: some("订茶"),
                author: some("山间小店"),
                cover: some("https://mmbiz.qpic.cn/m/0"),
                ..embed(EmbedKind::MiniProgram)
            },
        ),
        (
            "<mp-common-poi data-name='茶山' data-address='山路一号'></mp-common-poi>",
            Embed {
                title: some("茶山"),
                description: some("山路一号"),
                ..embed(EmbedKind::Location)
            },
        ),
        (
            "<mpvote data-title='喝什么'></mpvote>",
            Embed {
                title: some("喝什么"),
                ..embed(EmbedKind::Vote)
            },
        ),
        (
            "<mp-common-vote data-supervoteid='1' data-votesubject='[{&quot;title&quot;:&quot;喝什么&quot;,&quot;options&quot;:[{&quot;name&quot;:&quot;绿茶&quot;,&quot;cnt&quot;:0},{&quot;name&quot;:&quot;红茶&quot;}]},{&quot;title&quot;:&quot;几点喝&quot;,&quot;options&quot;:[{&quot;name&quot;:&quot;清晨&quot;}]}]'></mp-common-vote>",
            Embed {
                title: some("喝什么"),
                choices: ["绿茶", "红茶", "几点喝", "清晨"]
                    .map(str::to_owned)
                    .to_vec(),
                ..embed(EmbedKind::Vote)
            },
        ),
        (
            "<mp-common-vote data-votesubject='[]'></mp-common-vote>",
            embed(EmbedKind::Vote),
        ),
        // The words within an element that is a card.
        (
            "<mp-common-product data-cardtype='2'><a class='product_text_link'>明前茶</a></mp-common-product>",
            Embed {
                title: some("明前茶"),
                ..embed(EmbedKind::Product)
            },
        ),
        (
            "<mp-common-product data-title='明前茶'>一罐</mp-common-product>",
            Embed {
                title: some("明前茶"),
                description: some("一罐"),
                ..embed(EmbedKind::Product)
            },
        ),
        (
            "<mp-common-shoptag></mp-common-shoptag>",
            embed(EmbedKind::Product),
        ),
        (
            "<mp-common-search></mp-common-search>",
            embed(EmbedKind::Other),
        ),
        (
            "<iframe class='vote_iframe' name='f1' data-src='/mp/newappmsgvote?action=show&amp;supervoteid=1'></iframe>",
            Embed {
                url: some("https://mp.weixin.qq.com/mp/newappmsgvote?action=show&supervoteid=1"),
                ..embed(EmbedKind::Vote)
            },
        ),
        (
            "<video name='media' poster='https://a.cn/1.jpg' src='https://a.cn/1.mp4' duration='01:05'></video>",
            Embed {
                url: some("https://a.cn/1.mp4"),
                duration: Some(65),
                cover: some("https://a.cn/1.jpg"),
                ..embed(EmbedKind::Video)
            },
        ),
        (
            "<video name='media'><source src='http://1.2.3.4/vhot2.qqvideo.tc.qq.com/s13aafdk.m701.mp4?vkey=00'></video>",
            Embed {
                url: some("https://v.qq.com/x/page/s13aafdk.html"),
                ..embed(EmbedKind::Video)
            },
        ),
        (
            "<video><source src='https://res.wx.qq.com/voice/getvoice?mediaid=a1'></video>",
            Embed {
                url: some("https://res.wx.qq.com/voice/getvoice?mediaid=a1"),
                ..embed(EmbedKind::Audio)
            },
        ),
    ] {
        assert_eq!(blocks(html), [Block::embed(expected)], "{html}");
    }
}

#[test]
fn a_film_comes_once_with_the_address_that_lasts() {
    let film = "<span class='video_iframe rich_pages' data-mpvid='a1'></span>";
    super::assert_becomes(&[
        (
            &format!("{film}<div>{film}<div>{film}</div></div>"),
            "Video - https://v.qq.com/x/page/a1.html",
        ),
        // What a player loads its film from is good for a few hours; its buttons are for those who watch.
        (
            "<p>采茶<span class='video_iframe' data-mpvid='a1' data-src='https://a.cn/1'><video src='https://a.cn/1.mp4?dis_k=1'></video><div id='js_mpvedio_wrapper_a1'><div><video src='https://a.cn/1.mp4?dis_k=1'></video>倍速</div></div></span>一日</p>",
            "p 采茶\nVideo - https://a.cn/1\np 一日\n-p 倍速",
        ),
        (
            "<div id='js_mpvedio_wrapper_a1'>倍速</div>",
            "Video - https://v.qq.com/x/page/a1.html\n-p 倍速",
        ),
    ]);
}

#[test]
fn links_to_mini_programs_keep_their_words_and_pictures() {
    super::assert_becomes(&[(
        "<p><a class='weapp_text_link' data-miniprogram-appid='wx1' href=''>订茶</a></p><a class='weapp_image_link' href=''><img data-src='https://a.cn/1.png'></a>",
        "p 订茶\nimg https://a.cn/1.png",
    )]);
}

#[test]
fn quoted_posts_and_music_within_a_line() {
    super::assert_becomes(&[
        (
            "<mp-common-blockquote data-quote-id='1' data-content='茶是&amp;nbsp;山的话'></mp-common-blockquote>",
            "quote [p 茶是 山的话]",
        ),
        (
            "<p>听<mp-common-plain-music><canvas></canvas><a>采茶歌</a></mp-common-plain-music>去</p>",
            "p 听采茶歌去",
        ),
    ]);
}
