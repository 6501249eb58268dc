//! What each rule removes, and what it spares.
//!
//! A case is a small article written one piece a line; the piece under test is the line that begins with `>`.
//! `[img 300x300 name]` is a picture, `[link] text` a link to another article, `[card 名]` an account card, `# ` a heading,
//! `---` a divider.

use std::collections::HashSet;

use super::*;
use crate::block::{Embed, EmbedKind, Image, Run};
use crate::input::Source;
use crate::page::PageKind;

const PROSE: &str =
    "春天的茶山上雾气很重，采茶的人天不亮就出了门，背篓里装着干粮和水，一路上谁也不说话。";

fn page() -> Page {
    Page {
        source: Source::Page,
        kind: PageKind::Article,
        title: "茶山来信".to_owned(),
        account: Some("山脚读书会".to_owned()),
        author: None,
        published_at: None,
        url: None,
        cover: None,
        digest: None,
    }
}

fn block(line: &str) -> Block {
    const ARTICLE: &str = "https://mp.weixin.qq.com/s/abc";
    let inside = line.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    match inside {
        _ if line == "---" => Block::Divider,
        Some(("link", rest)) => Block::Paragraph {
            content: vec![Inline::Text(Run {
                text: rest.trim().to_owned(),
                link: Some(ARTICLE.to_owned()),
                ..Run::default()
            })],
        },
        Some((tag, _)) if tag.starts_with("card ") => Block::Embed(Embed::new(
            EmbedKind::Account,
            Some(tag.trim_start_matches("card ").to_owned()),
            None,
        )),
        Some((tag, rest)) if tag.starts_with("img ") => {
            let mut words = tag.split(' ').skip(1);
            let (width, height) = words.next().unwrap().split_once('x').unwrap();
            Block::image(
                Image {
                    url: format!(
                        "https://mmbiz.qpic.cn/mmbiz_png/{}/640",
                        words.next().unwrap()
                    ),
                    alt: String::new(),
                    width: width.parse().ok(),
                    height: height.parse().ok(),
                },
                (rest.trim() == "link").then(|| ARTICLE.to_owned()),
            )
        }
        _ => match line.strip_prefix("# ") {
            Some(heading) => Block::Heading {
                level: 2,
                content: vec![Inline::text(heading)],
            },
            None => Block::paragraph(line),
        },
    }
}

/// The rule that removes the marked line. `…` stands for eight paragraphs of prose.
fn fired(case: &str) -> Option<&'static str> {
    let mut drafts = Vec::new();
    let mut marked = None;
    for line in case.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if line == "…" {
            drafts.extend((0..8).map(|_| Draft::from(Block::paragraph(PROSE))));
            continue;
        }
        let line = line.strip_prefix("> ").map_or(line, |line| {
            marked = Some(drafts.len());
            line
        });
        let mut draft = Draft::from(block(line.trim_start_matches("[hidden] ")));
        draft.look.hidden = line.starts_with("[hidden] ");
        drafts.push(draft);
    }
    let pieces = judge(drafts, &page(), &Options::default());
    match pieces[marked.expect("a case marks a line")].verdict {
        Verdict::Remove(rule) => Some(rule.id),
        _ => None,
    }
}

/// Every rule with a case in which it removes the marked line.
const FIRES: &[(&str, &str)] = &[
    ("hidden/unseen", "…\n> [hidden] 山间的茶\n…"),
    ("chrome/label", "…\n> 视频加载失败，请刷新页面再试\n…"),
    (
        "chrome/refresh",
        "…\n视频加载失败，请刷新页面再试\n> 刷新\n…",
    ),
    ("chrome/title", "> # 茶山来信\n…"),
    ("follow/ask", "> 点击上方蓝字关注我们\n…"),
    ("follow/ask", "…\n> 觉得有用，欢迎关注"),
    ("follow/ask-bare", "…\n> 【关注】"),
    ("follow/account-name", "…\n> 关注「山脚读书会」，一起读书"),
    (
        "follow/star",
        "…\n> 公众号改版后，没有设星标的读者会收不到推送，请大家动动手指。\n…",
    ),
    (
        "follow/star",
        "…\n> 微信改了规则，不点在看就会收不到本号的推送。",
    ),
    (
        "follow/portrait",
        "…\n> 本公众号由几位住在茶山下的朋友发起，写山里的人和事，也写路过的书与路过的雨，每周更新一次，有时也把读者的来信印出来，放在茶馆的桌上给人看，欢迎关注我们。",
    ),
    ("follow/reply", "…\n> 后台回复“茶山”可以得到全部照片"),
    ("follow/card", "…\n> [card 山脚读书会]"),
    (
        "follow/after-ask",
        "…\n长按识别二维码\n> [card 山脚读书会]\n[img 300x300 qr]\n…",
    ),
    ("follow/picture", "…\n欢迎关注\n> [img 900x380 poster]"),
    ("decor/edge", "> ---\n…"),
    ("decor/edge", "…\n> ---\n欢迎关注"),
    ("qr/scan", "…\n> 扫描下方二维码加入我们"),
    ("qr/press", "…\n> 长按识别二维码查看\n[img 300x300 qr]\n…"),
    ("qr/contact", "…\n> 想聊天的朋友可以加微信 tea-letters"),
    ("qr/code", "…\n扫描下方二维码加入我们\n> [img 300x300 qr]"),
    (
        "qr/code-further",
        "…\n长按识别二维码查看\nhttps://example.org/tea\n> [img 300x300 qr]\n…",
    ),
    ("share/plea", "…\n> 写作不易，点个在看再走吧"),
    ("share/deeds", "…\n> 觉得好就点赞、收藏一下"),
    ("share/comment", "…\n> 你去过茶山吗？评论区聊聊"),
    ("share/plea", "…\n> 重要公告：你在找我们吗？请转发转告！"),
    (
        "share/reward",
        "…\n> 本号没有广告，全靠读者的赞赏支持，谢谢。",
    ),
    ("related/heading", "…\n> 【往期推荐】\n[link] 河边的一年"),
    ("related/heading", "…\n> 往 期 热 门\n[link] 河边的一年"),
    (
        "related/heading",
        "…\n> 山里的精选好文\n[link] 河边的一年\n[link] 山里的灯",
    ),
    ("related/heading", "…\n…\n> 往年回顾\n[link] 河边的一年\n…"),
    ("related/item", "…\n…\n往年回顾\n> [link] 河边的一年\n…"),
    (
        "related/hint",
        "…\n> （点击图片即可阅读）\n[img 900x380 a] link",
    ),
    ("related/item", "…\n推荐阅读\n> 河边的一年\n山里的灯"),
    ("related/head-item", "往期文章\n> [link] 河边的一年\n…"),
    ("related/links", "…\n> [link] 河边的一年\n[link] 山里的灯"),
    ("related/picture", "…\n> [img 900x380 a] link"),
    (
        "related/heads-links",
        "…\n> 还写过这些\n[link] 河边的一年\n[link] 山里的灯",
    ),
    ("related/after-end", "…\n— END —\n> [link] 河边的一年"),
    ("more/ask", "…\n> 点击“阅读原文”看更多照片"),
    ("more/ask", "…\n> 茶山的地图在左下角，访问阅读原文下载"),
    ("more/label", "…\n> 阅读原文"),
    ("about/contact", "…\n> 投稿邮箱：tea@example.org"),
    ("about/powered-by", "…\n> Powered by 山脚"),
    (
        "about/heading",
        "…\n> 关于我们\n山脚读书会是几个朋友办的公众号。",
    ),
    (
        "about/after-heading",
        "…\n关于我们\n> 山脚读书会是几个朋友一起办的公众号，每周写一篇文章，写山里的人和事，也写书。",
    ),
    (
        "about/heading",
        "…\n> 关于山脚读书会\n山脚读书会是几个朋友办的公众号。",
    ),
    (
        "about/phone",
        "…\n> 联系电话：020-00000000\n[img 300x300 poster]",
    ),
    ("about/tagline", "> 这里记录山脚的四季\n…"),
    ("about/tagline", "> 这是山脚的第 20 篇原创\n…"),
    (
        "about/portrait",
        "…\n> 山脚读书会成立于2011年，专注于山里的人和事，几位朋友轮流写，写茶，写雨，写路过的书。",
    ),
    (
        "about/portrait",
        "…\n— END —\n> 山下茶业是一家种茶、卖茶、写茶的公司，在三个县有茶园，旗下有两个品牌和一份小报。",
    ),
    (
        "about/subject",
        "…\n关于茶山云\n> 茶山云是一套给茶农用的账本，记雨水、记采摘、记收成，在三个县的茶园里用了五年。",
    ),
    (
        "about/heads-removed",
        "…\n> 附注：\n投稿邮箱：tea@example.org",
    ),
    (
        "about/after-prompt",
        "…\n点个在看再走吧\n> 把山里的事讲给你听\n山里的灯",
    ),
    ("about/name", "…\n> 山脚读书会"),
    ("about/after-end", "…\n— END —\n> 把山里的事讲给你听"),
    (
        "about/between",
        "…\n欢迎关注\n> 把山里的事一件一件地讲给住在城里的你听，也讲给自己听\n投稿邮箱：tea@example.org",
    ),
    (
        "legal/disclaimer",
        "…\n> 免责声明：图片来自网络，若有不妥请告诉我们。",
    ),
    (
        "legal/liability",
        "> 由于传播、利用本文所提供的信息而造成的任何后果，作者不承担任何责任。\n…",
    ),
    (
        "legal/heading",
        "…\n> 0x04声明\n由于传播、利用此文而造成的任何后果，均由使用者本人负责。",
    ),
    ("legal/reprint", "…\n> 未经许可，任何人不得转载本文。"),
    ("legal/reprint", "…\n> 本文首发于本号，转载请注明出处"),
    (
        "ad/offer",
        "…\n> 另外，我的知识星球正在招新，欢迎感兴趣的朋友加入。",
    ),
    ("ad/subscribe", "> 邮发代号 00-000\n…"),
    ("ad/button", "…\n> 【立即预约】\n[img 900x380 poster]"),
    ("ad/join", "…\n> 也欢迎各位加入我们山脚"),
    (
        "ad/join",
        "…\n> 茶队长期招新，有意的朋友请把简历发到邮箱 tea@example.org。",
    ),
    (
        "ad/between",
        "…\n我的知识星球正在招新，欢迎加入\n> 越早加入越便宜，由老朋友介绍来的新朋友还能再便宜一些些哦\n[img 300x300 qr]",
    ),
    ("decor/end", "…\n> —THE END—"),
    ("decor/ornament", "…\n> ▼▼▼\n…"),
    (
        "decor/repeated-line",
        "…\n> HAPPY NEW YEAR\n…\nHAPPY NEW YEAR\n…",
    ),
    ("decor/rule", "…\n> ---我是分割线---\n…"),
    ("decor/swipe", "…\n> <<左右滑动查看更多>>\n…"),
    ("decor/length", "> 全文约3000字，阅读需要8分钟\n…"),
    ("decor/line", "…\n> [img 640x20 line]\n…"),
    ("decor/tiny", "…\n> [img 33x30 dot]\n…"),
    (
        "decor/repeated",
        "…\n> [img 232x106 fan]\n…\n[img 232x106 fan]\n…\n[img 232x106 fan]\n…",
    ),
    ("decor/banner", "> [img 640x120 head]\n…"),
    ("decor/after-end", "…\n— END —\n> [img 900x500 poster]"),
    ("decor/footer", "…\n> [img 640x400 mmbiz_gif]"),
    (
        "decor/between",
        "…\n投稿邮箱：tea@example.org\n> [img 900x380 poster]\n欢迎关注",
    ),
];

/// Lines that look like prompts and are the article.
const SPARES: &[&str] = &[
    "> # 茶山的第二封信\n…",
    "…\n> 刷新\n…",
    "…\n> 我们一直在关注我们的茶树\n…",
    "…\n> 恶意项目会买来大量星标，让仓库看上去很受欢迎。\n…",
    "…\n> 他在公众号后台看到了很多留言\n…",
    "…\n> [card 另一个茶山号]\n…",
    "…\n> 不要扫描来历不明的二维码\n…",
    "…\n> 村里人都进了交流群\n…",
    "…\n> [img 300x300 cup]\n…",
    "…\nhttps://example.org/tea\n> [img 300x300 cup]\n…",
    "…\n> 短视频的点赞和转发都是假的\n…",
    "…\n> 他说：“评论区里的人，你一个也不认识。”\n…",
    "…\n> 她给主播打赏了两万元，家人不支持。\n…",
    "…\n> 推荐阅读\n…",
    "…\n> [link] 上一封信\n…",
    "…\n> [img 900x380 map] link\n…",
    "…\n> 点击图片可以阅读大图\n…",
    "…\n> 阅读原文的乐趣，译文是给不了的\n…",
    "…\n> 投稿邮箱换过三次\n…",
    "…\n> # 关于我们\n…",
    "…\n> 免责声明写在合同的最后一页。\n…",
    "…\n> 未经许可，任何人不得进山采茶。\n…",
    "这家公司办知识星球已经三年。\n…\n> 知识星球如今每年招新一次，欢迎所有人加入。",
    "…\n> （完）字写得很小，没有人看见\n…",
    "如果罪名成立，他可能因未经授权访问、损害系统面临十年监禁和罚款，还要向茶厂支付赔偿。\n…\n> 他因未经授权访问被罚。",
    "…\n> HAPPY NEW YEAR\n…",
    "…\n> 河水左右摇摆，向上滑动的船很慢。\n…",
    "…\n> 联系电话：020-00000000\n…",
    "…\n> 山脚读书会成立于2011年，专注于山里的人和事，几位朋友轮流写，写茶，写雨，写路过的书。\n…",
    "…\n> 关于茶山云\n茶山云是一套给茶农用的账本，记雨水、记采摘、记收成，在三个县的茶园里用了五年。\n…",
    "…\n> 感谢大家对山脚读书会的关注和支持",
    "…\n> 各种后果和损失，茶农不承担，茶厂承担。\n…",
    "…\n> 本期内容由山脚读书会与河边书店联合出品！",
    "…\n欢迎关注\n> 编辑：小满",
    "…\n欢迎关注\n> 2024年3月5日",
    "…\n> 历史回顾\n[img 900x380 old]\n…",
    "…\n> ……\n…",
    "…\n> ？！\n…",
    "…\n> 01\n…",
    "…\n> 这本书有三十万字，我读了四十分钟就放下了\n…",
    "…\n> [img 1080x600 view]\n…",
    "> [img 1080x600 view]\n…",
    "…\n> 作者：阿茶 编辑：小满",
    "…\n> 来源：山脚日报",
    "> 春天到了，山上的茶树发了新芽，采茶人天不亮就出门。\n欢迎关注",
    "> 春天到了\n▼\n山上的茶树发了新芽",
    "…\n> ---\n…",
    "…\n— END —\n> 作者：阿茶",
    "…\n— END —\n> 下午 4:22",
    "> 作者：阿茶\n…",
];

#[test]
fn each_rule_removes_what_it_is_for() {
    for (rule, case) in FIRES {
        assert_eq!(fired(case), Some(*rule), "{case}");
    }
}

#[test]
fn content_that_looks_alike_is_spared() {
    for case in SPARES {
        assert_eq!(fired(case), None, "{case}");
    }
}

#[test]
fn every_rule_is_tested_and_named_after_its_category() {
    let tested: HashSet<_> = FIRES.iter().map(|(rule, _)| *rule).collect();
    let mut seen = HashSet::new();
    for rule in rules() {
        assert!(seen.insert(rule.id), "two rules are called {}", rule.id);
        assert!(tested.contains(rule.id), "no case for {}", rule.id);
        let category = rule.category.name();
        assert!(
            rule.id.starts_with(&format!("{category}/")),
            "{} is not {category}",
            rule.id
        );
    }
}

#[test]
fn options_keep_and_restore() {
    let lines = [PROSE, "欢迎关注", "投稿邮箱：tea@example.org"];
    let judged = |options: &Options| -> Vec<bool> {
        let drafts = lines
            .iter()
            .map(|line| Block::paragraph(line).into())
            .collect();
        judge(drafts, &page(), options)
            .iter()
            .map(Piece::is_kept)
            .collect()
    };
    assert_eq!(judged(&Options::default()), [true, false, false]);
    let keep = Options {
        keep: vec![Category::Follow],
        ..Options::default()
    };
    assert_eq!(judged(&keep), [true, true, false]);
    let restore = Options {
        restore: vec![2, 99],
        ..Options::default()
    };
    assert_eq!(judged(&restore), [true, false, true]);
}

#[test]
fn one_line_of_a_paragraph_can_go_alone() {
    let content = vec![
        Inline::text(PROSE),
        Inline::Break,
        Inline::text("欢迎关注"),
        Inline::Break,
        Inline::text("投稿邮箱：tea@example.org"),
    ];
    let pieces = judge(
        vec![Block::Paragraph { content }.into()],
        &page(),
        &Options::default(),
    );
    let kept: Vec<_> = pieces
        .iter()
        .map(|piece| (piece.is_kept(), piece.continues))
        .collect();
    assert_eq!(kept, [(true, false), (false, true), (false, true)]);
}

#[test]
fn categories_are_read_by_their_names() {
    for category in Category::ALL {
        assert_eq!(category.name().parse(), Ok(category));
    }
    assert!(
        "credits"
            .parse::<Category>()
            .unwrap_err()
            .contains("expected one of chrome")
    );
}
