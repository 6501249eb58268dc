//! Archives: pages scraped to Markdown, as their converters leave them.

use std::fs;
use std::path::{Path, PathBuf};

use wechat_article_cleaner::{Category, Options, Source, clean};

/// What lies beside the checkout and is not part of it.
fn shared() -> PathBuf {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    std::env::var_os("CORPUS").map_or(beside, |corpus| Path::new(&corpus).join(".."))
}

fn fixture(name: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    fs::read_to_string(root.join(name).join("page.md")).expect("the fixture is there")
}

#[test]
#[allow(clippy::print_stderr)]
fn the_seed_becomes_what_was_agreed() {
    let read = |name: &str| fs::read_to_string(shared().join(name)).ok();
    let (Some(seed), Some(expected)) = (read("seed.md"), read("seed-clean.md")) else {
        eprintln!(
            "skipped: no seed.md and seed-clean.md in {}",
            shared().display()
        );
        return;
    };
    let article = clean(&seed, &Options::default()).expect("the seed is an article");
    assert_eq!(article.to_markdown(), expected);
}

/// Kept and removed together are all that the file has, but for what became metadata: the title and the fields.
#[test]
fn nothing_is_lost() {
    let letters = |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
    for name in [
        "archive",
        "archive-2021",
        "archive-reprint",
        "archive-clipper",
        "archive-jina",
        "archive-typora",
        "archive-notes",
        "archive-html2text",
        "archive-note-app",
        "archive-sync",
        "archive-feed",
    ] {
        let page = fixture(name);
        let mut options = Options::default();
        options.keep = Category::ALL.to_vec();
        let all = letters(&clean(&page, &options).expect("an article").to_text());
        let body = page.splitn(3, "---\n").last().unwrap_or_default();
        for word in body.split(|c: char| !('\u{4e00}'..='\u{9fff}').contains(&c)) {
            // Names that converters give pictures are nowhere to be seen, where these have no address.
            if !["跳转二维码", "赞赏二维码", "图片"].contains(&word) {
                assert!(all.contains(word), "{name}: {word} is lost");
            }
        }
    }
}

#[test]
fn a_file_may_be_cut_off_anywhere() {
    for name in [
        "archive",
        "archive-2021",
        "archive-reprint",
        "archive-clipper",
    ] {
        let page = fixture(name);
        for end in (0..page.len()).filter(|end| page.is_char_boundary(*end)) {
            let cut = format!("{}...", &page[..end]);
            if let Ok(article) = clean(&cut, &Options::default()) {
                assert!(
                    !article.to_markdown().contains("](http...)"),
                    "{name} at {end}"
                );
            }
        }
    }
}

#[test]
fn furniture_never_stays() {
    let page = fixture("archive");
    let whole = clean(&page, &Options::default())
        .expect("an article")
        .to_text();
    let first = page
        .find("预览时标签不可点")
        .expect("the furniture is there");
    // From where the cut leaves enough of a label to be known.
    for (at, _) in page[first..].char_indices().filter(|(at, _)| *at >= 9) {
        let article =
            clean(&format!("{}...", &page[..first + at]), &Options::default()).expect("an article");
        assert_eq!(
            article.to_text(),
            whole,
            "cut {at} bytes into the furniture"
        );
    }
}

#[test]
fn other_markdown_is_not_taken_for_an_archive() {
    for input in [
        "# A readme\n\nSome words, and [a link](https://example.org).",
        "---\ndate: 2024-03-05\n---\n\n正文",
        "预览时标签不可点",
        // Whoever writes about WeChat links to it.
        "# 一篇博客\n\n他写过[一封信](https://mp.weixin.qq.com/s/AbCdEf)，很好看。",
        "# 一篇博客\n\n> 公众号: 山脚读书会\n\n正文",
        "# 说明\n\n图片的地址是 https://mmbiz.qpic.cn/mmbiz_png/a/640 这样的。",
    ] {
        assert_eq!(
            clean(input, &Options::default())
                .map(|_| ())
                .map_err(|error| error.code()),
            Err("not-wechat"),
            "{input}"
        );
    }
    let article = clean(
        "<p>文字 ](https://mmbiz.qpic.cn/a)</p>",
        &Options::default(),
    )
    .expect("a part of a page");
    assert_eq!(article.page.source, Source::Fragment);
}

#[test]
fn markdown_of_wechat_is_taken_for_an_archive() {
    for input in [
        "---\nsource: https://mp.weixin.qq.com/s/a\n---\n\n正文",
        "---\n公众号: 山脚读书会\n---\n\n正文",
        // Labels of the page, some of which go on with numbers.
        "一\n\n正文 Vec<String>\n\n喜欢此内容的人还喜欢\n\n：，。视频小程序赞，轻点两下取消赞",
        // An archive need not tell where its articles stood. Blank lines may stand between the fields.
        "---\ntitle: 一\n---\n\n<center>图</center>\n\n正文",
        "---\n\nlayout: post\n\ntitle: 一\n\n---\n\n正文",
        "Title: 一\n\nURL Source: https://mp.weixin.qq.com/s/a\n\nMarkdown Content:\n正文",
        "# 一\n\n原文链接：https://mp.weixin.qq.com/s/a\n\n正文",
        "[原文链接](https://mp.weixin.qq.com/s/a)\n# 一\n正文",
        "# 一\n\n<img src='https://mmbiz.qpic.cn/mmbiz_png/a/640' />\n\n正文",
        "一\n\n<img data-src=\"https://mmbiz.qpic.cn/mmbiz_png/a/640\">\n\n二",
        "**一**<br><img data-src=\"https://mmbiz.qpic.cn/mmbiz_png/a/640\">二",
        "# 一\n\n[二](http://mp.weixin.qq.com/s?__biz=a&mid=1&scene=21#wechat_redirect)\n\n正文",
    ] {
        let article = clean(input, &Options::default()).expect(input);
        assert_eq!(article.page.source, Source::Markdown, "{input}");
    }
    for part in [
        // Paragraphs that are elements are HTML, whatever stands before them.
        "前言<p><img src=\"https://mmbiz.qpic.cn/mmbiz_png/a/640\"></p><p>正文</p>",
        // So are pictures as the page has them among text without a sign of Markdown.
        "春天<br><img data-src=\"https://mmbiz.qpic.cn/mmbiz_png/a/640\"><strong>粗</strong>",
    ] {
        let article = clean(part, &Options::default()).expect("a part of a page");
        assert_eq!(article.page.source, Source::Fragment, "{part}");
    }
}

#[test]
fn heads_are_read_in_any_form() {
    let picture = "\n\n![](https://mmbiz.qpic.cn/mmbiz_png/a/640)\n\n采茶人天不亮就出门。";
    let front = |fields: &str| {
        format!("---\ntitle: 一\nurl: https://mp.weixin.qq.com/s/a\n{fields}---\n\n")
    };
    let (account, none) = (front("account: 山脚读书会\n"), front(""));
    for (head, title, author, name, date) in [
        // Who is not the account is the author.
        (
            format!("{account}原创 阿茶 2024-03-05 08:30 云南"),
            "一",
            "阿茶",
            "山脚读书会",
            "2024-03-05",
        ),
        (
            format!("{account}原创\n阿茶\n\n山脚读书会"),
            "一",
            "阿茶",
            "山脚读书会",
            "",
        ),
        (
            format!("{none}原创\n阿茶\n\n山脚读书会"),
            "一",
            "阿茶",
            "山脚读书会",
            "",
        ),
        (
            format!("{none}原创 阿茶 OriginalTea"),
            "一",
            "阿茶",
            "OriginalTea",
            "",
        ),
        (
            format!("{none}Original阿茶 山脚读书会"),
            "一",
            "阿茶",
            "山脚读书会",
            "",
        ),
        (
            "---\ntitle: 分享的图片、视频、链接\nurl: https://mp.weixin.qq.com/s/a\n---\n\n# 分享的图片、视频、链接\n\n# 一\n\n原创 阿茶 山脚读书会".to_owned(),
            "一",
            "阿茶",
            "山脚读书会",
            "",
        ),
        (
            "一\n===\n\n[mp.weixin.qq.com](https://mp.weixin.qq.com/s/a)阿茶 山脚读书会".to_owned(),
            "一",
            "阿茶",
            "山脚读书会",
            "",
        ),
        (
            "---\ntitle: |\n  一\nauthor: |\n  阿茶\ndate_published: 2024-03-05 08:30:00\n---\n\n# 一\n#Omnivore\n\n[Read on Omnivore](https://omnivore.app/me/a)\n\n[Read Original](https://mp.weixin.qq.com/s/a)\n\n## Full Content:\n\n原创 阿茶 山脚读书会".to_owned(),
            "一",
            "阿茶",
            "山脚读书会",
            "2024-03-05",
        ),
        // The page's own title, below what a program noted.
        (
            "# 一\n\n---\n\n原文链接: [https://mp.weixin.qq.com/s/a...](https://mp.weixin.qq.com/s/a)\n\n一\n===\n\n原创 阿茶 山脚读书会"
                .to_owned(),
            "一",
            "阿茶",
            "山脚读书会",
            "",
        ),
        (
            format!("{none}山脚读书会 *2024-03-05 08:30*"),
            "一",
            "",
            "山脚读书会",
            "2024-03-05",
        ),
        (
            format!("{none}*2024年3月5日 08:30*"),
            "一",
            "",
            "",
            "2024-03-05",
        ),
        (
            front("author: \"[[Weixin Official Accounts Platform]]\"\n"),
            "一",
            "",
            "",
            "",
        ),
        (
            "# [一](https://mp.weixin.qq.com/s/a)\n\n公众号：山脚读书会".to_owned(),
            "一",
            "",
            "山脚读书会",
            "",
        ),
        (
            "---\n---\n-----\n\n# 一\n\n**公众号**: 山脚读书会\n**发布日期**: 2024-03-05 08:30:00"
                .to_owned(),
            "一",
            "",
            "山脚读书会",
            "2024-03-05",
        ),
        (
            "---\npublish_time: 1709598600\n---\n\n# 一".to_owned(),
            "一",
            "",
            "",
            "2024-03-05",
        ),
        (
            "## 一\n\n[山脚 读书会](javascript:void(0);) *3月5日*".to_owned(),
            "一",
            "",
            "山脚 读书会",
            "",
        ),
        (
            "## 一\n\n阿茶 [山脚读书会](javascript:void\\(0\\);) _3天前_".to_owned(),
            "一",
            "阿茶",
            "山脚读书会",
            "",
        ),
        // Of a name that stands there twice, one.
        (
            "## 一\n\n原创 阿茶 阿茶 [ 山脚读书会 ](javascript:void%280%29;)".to_owned(),
            "一",
            "阿茶",
            "山脚读书会",
            "",
        ),
        (
            "## 一\n\n阿茶 阿茶 [ 山脚 读书会 ](javascript:void%280%29;)".to_owned(),
            "一",
            "阿茶",
            "山脚 读书会",
            "",
        ),
        (
            "一 {#activity-name .rich_media_title}\n---\n\nBy 阿茶 [山脚读书会](javascript:void(0);)"
                .to_owned(),
            "一",
            "阿茶",
            "山脚读书会",
            "",
        ),
        // The page tells who wrote it, whatever the archiver files it under.
        (
            format!(
                "{}阿茶 山脚读书会 *2024年3月5日 02:39*",
                front("author: \"[[读书笔记_v1]]\"\n")
            ),
            "一",
            "阿茶",
            "山脚读书会",
            "2024-03-05",
        ),
        // Some write the name of what they found it in for the account.
        (
            format!(
                "{}山脚读书会\n\n在小说阅读器读本章\n\n去阅读",
                front("source: Tea's feed\n")
            ),
            "一",
            "",
            "山脚读书会",
            "",
        ),
        (
            format!(
                "{}公众号名称：山脚读书会\n\n作者名称：\n\n发布时间：2024-03-05 20:24",
                front("author: 阿茶\nsource: 微信公众号\n")
            ),
            "一",
            "阿茶",
            "山脚读书会",
            "2024-03-05",
        ),
        // One note that is sure tells of those beside it.
        (
            "# 一\n\n> 来源: 山脚读书会\n\n> 发布时间: 2024-03-05\n\n> 原文链接: https://mp.weixin.qq.com/s/a"
                .to_owned(),
            "一",
            "",
            "山脚读书会",
            "2024-03-05",
        ),
        (
            "# 一\n\n- 专辑：茶\n- 公众号：山脚读书会\n- 发布时间：2024-03-05 17:08\n\n---".to_owned(),
            "一",
            "",
            "山脚读书会",
            "2024-03-05",
        ),
        (
            "# 一\n\n**作者**: 阿茶\n\n**来源**: https://mp.weixin.qq.com/s/a\n\n---\n\n## 摘要\n\n\
             采茶人天不亮\n\n---\n\n## 正文\n\n阿茶\n\n山脚读书会\n\n在小说阅读器读本章"
                .to_owned(),
            "一",
            "阿茶",
            "山脚读书会",
            "",
        ),
        // A dateline is the article's.
        ("## 一\n\n新华社 北京 3月5日 电".to_owned(), "", "", "", ""),
    ] {
        let input = format!("{head}{picture}");
        let page = clean(&input, &Options::default()).expect(&input).page;
        let read = |found: &Option<String>| found.clone().unwrap_or_default();
        assert_eq!(page.title, title, "{input}");
        assert_eq!(read(&page.author), author, "{input}");
        assert_eq!(read(&page.account.name), name, "{input}");
        assert_eq!(
            read(&page.published_at).split('T').next(),
            Some(date),
            "{input}"
        );
    }
}

#[test]
fn embeds_of_obsidian_are_pictures() {
    let page = "---\n公众号: 山脚读书会\n---\n\n采茶人天不亮就出门。\n\n![[茶 山/雾.png|300]]\n\n雾散了。\n\n\
                ![[点.jpg||18]]\n\n他写过![[秤.md]]，很好看。";
    let article = clean(page, &Options::default()).expect("an article");
    assert_eq!(
        article.to_markdown().splitn(3, "---\n").last(),
        Some(
            "\n采茶人天不亮就出门。\n\n![](茶%20山/雾.png)\n\n雾散了。\n\n他写过![[秤.md]]，很好看。\n"
        )
    );
    assert!(article.to_json().contains("\"width\": 300"));
}

#[test]
fn headings_and_credits_of_the_article_stay() {
    for article in [
        "## 来源\n\n茶从南边来。",
        "## 摘要\n\n茶从南边来。\n\n## 正文\n\n采茶人天不亮就出门。",
        "---\n\n作者：阿茶\n\n采茶人天不亮就出门。",
        "#茶# 从南边来。\n\n采茶人天不亮就出门。",
    ] {
        let page = format!("# 一\n\n> 原文链接：https://mp.weixin.qq.com/s/a\n\n{article}");
        let kept = clean(&page, &Options::default()).expect(&page).to_text();
        for word in article.split(|c: char| !c.is_alphanumeric()) {
            assert!(kept.contains(word), "{article}: {word} is lost");
        }
    }
}

#[test]
fn an_address_at_the_end_may_be_the_articles_own() {
    let page = "# 一\n\n![](https://mmbiz.qpic.cn/a)\n\n采茶人天不亮就出门。\n\n原文链接：https://mp.weixin.qq.com/s/a";
    let article = clean(page, &Options::default()).expect("an article");
    assert_eq!(article.page.url, None);
    assert!(
        article.to_text().contains("原文链接"),
        "the article's own line is kept"
    );
}

#[test]
fn a_front_matter_is_read_as_generators_write_it() {
    let input = "---\n# draft\ntitle: >-\n  春天的\n  来信\ndate: 2024-03-05T20:30:00Z\nauthor: [\"阿茶\", \"小山\"]\n---\n\n正文";
    let page = clean(input, &Options::default()).expect("an article").page;
    assert_eq!(page.title, "春天的 来信");
    assert_eq!(page.author.as_deref(), Some("阿茶、小山"));
    assert_eq!(
        page.published_at.as_deref(),
        Some("2024-03-06T04:30:00+08:00")
    );
}
