//! What pages of each era tell, and what looks like it and isn't.

use super::*;
use crate::clean;

/// The page of an article whose head has a script, and whose body has more than the text.
fn page(script: &str, more: &str) -> Page {
    let source = format!(
        "<!DOCTYPE html><html>\n<head><script>{script}</script></head>\
         <body><div id=\"js_content\"><p>春天到了。</p></div>{more}</body></html>"
    );
    match clean(&source, &Options::default()) {
        Ok(article) => article.page,
        Err(error) => panic!("{error}"),
    }
}

#[test]
fn reads_the_variables_of_all_eras() {
    for script in [
        "var msg_title = \"山 & 水\"; var nickname = \"小镇读书会\"; var ct = \"1513163700\";",
        "var nickname = \"小镇读书会\"; var msg_title = '山 &amp; 水'.html(false); var ct=\"1513163700\"*1",
        "var nickname = htmlDecode(\"小镇读书会\"); var msg_title = '山 &amp; 水'.html(false); var create_time = \"1513163700\" * 1;",
        "window.msg_title = window.title = '山 &amp; 水' || ''; d.nick_name = '小镇读书会'; window.ct = '1513163700' || '';",
        r"window.cgiDataNew = { title: JsDecode('山 \x26amp; 水'), nick_name: JsDecode('小镇读书会'), ori_create_time: '1513163700' * 1, };",
        r"window.cgiDataNew = { title: '山 \x26amp; 水', nick_name: '小镇读书会', create_timestamp: '1513163700' * 1, };",
    ] {
        let page = page(script, "");
        assert_eq!(page.title, "山 & 水", "{script}");
        assert_eq!(page.account.name.as_deref(), Some("小镇读书会"), "{script}");
        assert_eq!(
            page.published_at.as_deref(),
            Some("2017-12-13T19:15:00+08:00"),
            "{script}"
        );
    }
}

#[test]
fn puts_an_address_from_elsewhere_in_order() {
    for (given, expected) in [
        (
            "https://mp.weixin.qq.com/s/a?scene=1",
            Some("https://mp.weixin.qq.com/s/a"),
        ),
        ("https://a.cn/b \u{1}c", Some("https://a.cn/b%20%01c")),
        ("javascript:alert(1)", None),
        ("mailto:a@b.cn", None),
        ("page.html", None),
    ] {
        let options = Options {
            url: Some(given.to_owned()),
            ..Options::default()
        };
        let page = clean("<div id=js_content><p>山</p></div>", &options);
        assert_eq!(page.unwrap().page.url.as_deref(), expected, "{given:?}");
    }
}

#[test]
fn decodes_entities_once() {
    for script in [
        r"window.cgiDataNew = { title: JsDecode('怎样写 \x26amp;lt;p\x26amp;gt;') };",
        "var msg_title = '怎样写 &amp;lt;p&amp;gt;'.html(false);",
        "var msg_title = htmlDecode(\"怎样写 &amp;lt;p&amp;gt;\");",
        "var msg_title = \"怎样写 &amp;lt;p&amp;gt;\";",
    ] {
        assert_eq!(page(script, "").title, "怎样写 &lt;p&gt;", "{script}");
    }
    let meta = "<meta property=\"og:title\" content=\"怎样写 &amp;lt;p&amp;gt;\">";
    assert_eq!(page("", meta).title, "怎样写 &lt;p&gt;");
}

#[test]
fn is_not_taken_in_by_what_looks_alike() {
    // The account's name under `title`, a variable within a function, an advertiser's name in library code.
    let page = page(
        "function report() { var biz = null; var o = { nick_name: '微信广告', signature: '微信广告' }; }
         var biz = \"\" || \"MzA5MDAwMDAwMQ==\";
         var title =\"小镇读书会\";
         var nickname = \"小镇读书会\";
         var msg_title = '山间来信'.html(false);
         send(window.msg_title || '');
         var picture_page_info_list = [{ watermark_info: { cdn_url: 'https://mmbiz.qpic.cn/mark/0' }, share_cover: { cdn_url: 'https://mmbiz.qpic.cn/share/0' } }];
         var reward_author_head = 'https://mmbiz.qlogo.cn/reward/0';
         var source_username = \"\";
         var copyright_stat = \"0\" * 1;",
        "<span data-miniprogram-nickname=\"某小程序\"></span>",
    );
    assert_eq!(page.title, "山间来信");
    let account = Account {
        name: Some("小镇读书会".to_owned()),
        biz: Some("MzA5MDAwMDAwMQ==".to_owned()),
        ..Account::default()
    };
    assert_eq!(page.account, account);
    assert_eq!(page.cover, None);
    assert_eq!(page.origin, None);
    assert_eq!(page.missing(), ["publishedAt", "url"]);
}

#[test]
fn does_not_take_a_digest_for_the_body() {
    // Pages of 2023 have the digest under the name that later pages have the body under.
    let source = "<!DOCTYPE html><html>\n<head><script>window.cgiData = { content_noencode: '十分优秀！' || '' };</script>\
         </head><body class=\"mm_appmsg\"><div id=\"js_content\" class=\"rich_media_content\"></div></body></html>";
    let error = clean(source, &Options::default()).unwrap_err();
    assert_eq!(error.code(), "no-article");
}

#[test]
fn reads_everything_that_pages_of_2026_tell() {
    let page = page(
        r"window.cgiDataNew = {
          user_name: 'gh_0123456789ab', nick_name: '小镇读书会', alias: 'town-reads', bizuin: 'MzA5MDAwMDAwMQ==',
          round_head_img: 'http://mmbiz.qpic.cn/head/0', signature: '每周一封信', author: '阿茶',
          title: '山间来信', desc: '雾散了\x0a茶就没了', link: 'https://mp.weixin.qq.com/s/made-up-1',
          source_url: 'http://mp.weixin.qq.com/s?__biz=MzA5MDAwMDAwMQ==\x26amp;mid=2\x26amp;idx=1\x26amp;sn=b\x26amp;chksm=c#rd',
          create_time: '2026-01-24 23:46', modify_time: '1769270000' * 1,
          cdn_url: 'https://mmbiz.qpic.cn/c/0', cdn_url_1_1: 'https://mmbiz.qpic.cn/c11/0', cdn_url_235_1: '',
          cdn_url_16_9: 'https://mmbiz.qpic.cn/c169/0', cdn_url_3_4: '',
          copyright_info: { copyright_stat: '2' * 1, platform: '山脚杂志', source_username: 'gh_ba9876543210',
            reprint_url: 'http://mp.weixin.qq.com/s?__biz=MzA5MDAwMDAwMg%3D%3D\x26amp;mid=3\x26amp;idx=1\x26amp;sn=d' },
          ip_wording: { country_name: '中国', country_id: '156', province_name: '浙江' },
          appmsgalbuminfo: { album_id: '1', title: '山居', link: 'https://mp.weixin.qq.com/mp/appmsgalbum?album_id=1\x26amp;x=2' },
          public_tag_info: { tags: [ { tag_name: '山居', tag_link: '' }, { tag_name: '茶', tag_link: 'https://example.org/2' } ] },
          hashtags: { hashtag: [ '春茶', '25' ] },
        };",
        "",
    );
    let some = |text: &str| Some(text.to_owned());
    let expected = Page {
        account: Account {
            name: some("小镇读书会"),
            id: some("gh_0123456789ab"),
            alias: some("town-reads"),
            biz: some("MzA5MDAwMDAwMQ=="),
            avatar: some("https://mmbiz.qpic.cn/head/0"),
            description: some("每周一封信"),
        },
        author: some("阿茶"),
        published_at: some("2026-01-24T23:46:00+08:00"),
        modified_at: some("2026-01-24T23:53:20+08:00"),
        url: some("https://mp.weixin.qq.com/s/made-up-1"),
        cover: Some(Cover {
            url: "https://mmbiz.qpic.cn/c/0".to_owned(),
            square: some("https://mmbiz.qpic.cn/c11/0"),
            banner: None,
            landscape: some("https://mmbiz.qpic.cn/c169/0"),
            portrait: None,
        }),
        digest: some("雾散了 茶就没了"),
        origin: Some(Origin {
            state: OriginState::Reprint,
            account: some("山脚杂志"),
            account_id: some("gh_ba9876543210"),
            url: some("https://mp.weixin.qq.com/s?__biz=MzA5MDAwMDAwMg==&mid=3&idx=1&sn=d"),
        }),
        read_more: some("https://mp.weixin.qq.com/s?__biz=MzA5MDAwMDAwMQ==&mid=2&idx=1&sn=b"),
        place: some("浙江"),
        albums: vec![
            Album {
                title: "山居".to_owned(),
                url: some("https://mp.weixin.qq.com/mp/appmsgalbum?album_id=1&x=2"),
            },
            Album {
                title: "茶".to_owned(),
                url: some("https://example.org/2"),
            },
        ],
        tags: vec!["春茶".to_owned()],
        ..Page::titled("山间来信")
    };
    assert_eq!(page, expected);
    assert_eq!(page.missing(), [] as [&str; 0]);
}

#[test]
fn reads_what_saved_pages_show() {
    let page = page(
        "",
        "<h2 id=\"activity-name\"> 山间\n来信 </h2><span id=\"copyright_logo\">原创</span>\
         <em id=\"publish_time\">2023年1月9日 7:05</em><span id=\"js_ip_wording\">浙江</span>\
         <a id=\"js_name\">小镇读书会</a><div id=\"js_profile_qrcode\">\
         <p class=\"profile_meta\"><label>微信号</label><span class=\"profile_meta_value\">town-reads</span></p>\
         <p class=\"profile_meta\"><label>功能介绍</label><span class=\"profile_meta_value\">每周一封信</span></p></div>\
         <span class=\"article-tag__item\">#春茶</span>",
    );
    assert_eq!(page.title, "山间 来信");
    assert_eq!(page.account.alias.as_deref(), Some("town-reads"));
    assert_eq!(page.account.description.as_deref(), Some("每周一封信"));
    assert_eq!(page.published_at.as_deref(), Some("2023-01-09T07:05:00"));
    assert_eq!(page.place.as_deref(), Some("浙江"));
    assert_eq!(page.tags, ["春茶"]);
    assert_eq!(
        page.origin.map(|origin| origin.state),
        Some(OriginState::Original)
    );
}

#[test]
fn knows_kinds_by_number_and_by_structure() {
    let of = |number: u32| page(&format!("var item_show_type = \"{number}\";"), "").kind;
    for (number, kind) in [
        (0, PageKind::Article),
        (5, PageKind::Video),
        (6, PageKind::Music),
        (7, PageKind::Audio),
        (8, PageKind::Picture),
        (10, PageKind::Text),
        (11, PageKind::Article),
        (17, PageKind::Short),
        (99, PageKind::Article),
    ] {
        assert_eq!(of(number), kind, "{number}");
    }
    let structure = |more: &str| page("", more).kind;
    assert_eq!(structure("<div id=\"js_mpvedio\"></div>"), PageKind::Video);
    assert_eq!(
        structure("<div id=\"voice_parent\"></div>"),
        PageKind::Audio
    );
    // An ordinary article lists its pictures too.
    let listed = "window.cgiDataNew = { item_show_type: '0' * 1, picture_page_info_list: [ { cdn_url: 'https://mmbiz.qpic.cn/a/0' } ] };";
    assert_eq!(page(listed, "").kind, PageKind::Article);
}

#[test]
fn tells_who_has_paid() {
    let data = |paid: u32| {
        format!(
            "window.cgiDataNew = {{ is_pay_subscribe: '1' * 1, user_info: {{ is_paid: '{paid}' * 1 }},
             pay_subscribe_info: {{ preview_percent: '30' * 1, fee: '100' * 1, wecoin_amount: '10' * 1 }} }};"
        )
    };
    let paid = |locked| Paid {
        fee: Some(100),
        beans: Some(10),
        preview_percent: Some(30),
        locked,
    };
    assert_eq!(page(&data(0), "").paid, Some(paid(true)));
    assert_eq!(page(&data(1), "").paid, Some(paid(false)));
    let receipt = "<h1><span class=\"pay__tag\">已付费</span></h1>";
    assert_eq!(page(&data(0), receipt).paid, Some(paid(false)));
    let free =
        "window.cgiDataNew = { is_pay_subscribe: '0' * 1, pay_subscribe_info: { fee: '0' * 1 } };";
    assert_eq!(page(free, "").paid, None);
}

#[test]
fn goes_by_the_notice_only_where_it_is_all_there_is() {
    let notice =
        "<div class=\"weui-msg\"><h2 class=\"weui-msg__title\">该内容已被发布者删除</h2></div>";
    let prose = "<p>山上的茶树发了新芽，采茶人天不亮就出门，背篓里装着干粮。</p>";
    for (source, expected) in [
        (
            format!("<!DOCTYPE html><html><body>{notice}<p>weui rich_media</p></body></html>"),
            "deleted",
        ),
        (
            format!(
                "<!DOCTYPE html><html><body><div id=\"js_content\">{notice}{prose}</div></body></html>"
            ),
            "ok",
        ),
        (format!("{notice}{prose}"), "ok"),
        (notice.to_owned(), "deleted"),
        (format!("<h2>环境异常</h2><h2>链接已过期</h2>{prose}"), "ok"),
    ] {
        let code = clean(&source, &Options::default()).map_or_else(|error| error.code(), |_| "ok");
        assert_eq!(code, expected, "{source}");
    }
}

#[test]
fn reads_pages_made_anew_of_an_article_and_no_others() {
    let article = "<p>山上的茶树发了新芽。</p>\
        <img data-src=\"https://mmbiz.qpic.cn/mmbiz_jpg/a/640\" data-w=\"1080\">";
    let title =
        "<h1><a href=\"http://mp.weixin.qq.com/s/a\">山间来信</a></h1><p>山上的茶树发了新芽。</p>";
    for (body, expected) in [
        (article.to_owned(), "ok"),
        (title.to_owned(), "ok"),
        (format!("<nav>首页</nav><main>{article}</main>"), "ok"),
        // A page that shows a picture of WeChat's, or leads to an article.
        (
            "<p>茶</p><img src=\"https://mmbiz.qpic.cn/a/640\">".to_owned(),
            "no-article",
        ),
        (
            "<p>见<a href=\"https://mp.weixin.qq.com/s/a\">这里</a></p>".to_owned(),
            "no-article",
        ),
        // WeChat's own pages without an article.
        (format!("<div id=\"js_list\">{article}</div>"), "no-article"),
        (
            format!("<div class=\"rich_media_area\">{article}</div>"),
            "no-article",
        ),
        (
            format!("<script>var biz = 'a';</script>{article}"),
            "no-article",
        ),
    ] {
        let source = format!("<!DOCTYPE html><html><body>{body}</body></html>");
        let cleaned = clean(&source, &Options::default());
        if let Ok(article) = &cleaned {
            assert!(!article.to_text().contains("首页"));
        }
        let code = cleaned.map_or_else(|error| error.code(), |_| "ok");
        assert_eq!(code, expected, "{source}");
    }
}

#[test]
fn names_every_notice() {
    for (title, description, expected) in [
        ("该内容已被发布者删除", "", "deleted"),
        ("此内容因违规无法查看", "", "violation"),
        ("此内容被投诉且经审核涉嫌侵权，无法查看。", "", "violation"),
        ("此内容发送失败无法查看", "", "violation"),
        ("链接已过期", "", "expired"),
        ("该公众号已迁移", "", "migrated"),
        ("此帐号处于帐号迁移流程中", "", "migrated"),
        ("此帐号已被屏蔽, 内容无法查看", "", "blocked"),
        ("此账号已自主注销，内容无法查看", "", "blocked"),
        ("仅内部分享可见", "", "private"),
        (
            "验证身份",
            "你的访问过于频繁，需要从微信打开验证身份",
            "captcha",
        ),
        ("无法查看", "由用户投诉，涉嫌违反相关法律法规", "violation"),
        ("参数错误", "", "unavailable"),
    ] {
        let source = format!(
            "<!DOCTYPE html><html><body><div class=\"weui-msg\"><h2 class='weui-msg__title title'>\n {title}\n</h2>\
             <p class=\"weui-msg__desc\">{description}</p></div></body></html>"
        );
        let error = clean(&source, &Options::default()).unwrap_err();
        assert_eq!(error.code(), expected, "{title}");
        let said = if description.is_empty() {
            title
        } else {
            description
        };
        assert_eq!(error.reason(), Some(said.trim_end_matches('。')));
    }
}

#[test]
fn tells_a_page_whose_script_showed_the_article() {
    for (style, expected) in [
        ("", Source::Page),
        ("visibility: hidden; opacity: 0;", Source::Page),
        ("visibility: visible;", Source::Saved),
    ] {
        let source = format!(
            "<!DOCTYPE html><html>\n<script>find('<p id=\"js_content\" style=\"visibility: visible\">')</script>\
             <div id=\"js_content\" style=\"{style}\"><p>春天到了。</p></div></html>"
        );
        let article = clean(&source, &Options::default()).unwrap();
        assert_eq!(article.page.source, expected, "{style}");
    }
}
