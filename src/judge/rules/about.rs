//! Who the account is, and how to reach it.

use super::likely::heads_last_words;
use super::{Category, Phase, Rule, because, is_credit};
use crate::judge::place::Place;
use crate::judge::seen::Kind;
use crate::measure;
use crate::words::{begins_with_any, ends_with_any, is_word};

const CONTACTS: &str = "\
    投稿邮箱 投稿或 投稿请 投稿至 投稿微信 投稿： 投稿: 投稿联系 投稿地址 投稿方式 投稿热线 来稿请 供稿邮箱 新闻热线 \
    新闻线索 商务合作 商务洽谈 商务联系 媒体合作 品牌合作 内容合作 合作请 合作微信 合作联系 合作电话 合作邮箱 \
    广告合作 爆料请 爆料邮箱 爆料热线 报料 小编微信 客服微信 联系小编 转载合作 寻求报道 联系我们 稿费";

/// What a line that tells how to reach someone begins with.
const MEANS: &str = "\
    电话 邮箱 邮编 地址 网址 网站 官网 官方网站 官方微博 微博 微信 微信号 公众号 传真 手机 热线 电邮 客服 qq qq群 \
    投稿 联系人 联系方式 联系电话 联系地址 联系邮箱 咨询电话 咨询热线 服务热线 客服电话 电子邮箱 编辑部 tel email e-mail";

const HEADINGS: &str = "\
    关于我们 关于本号 关于公众号 公众号简介 公司简介 企业简介 机构简介 单位简介 研究所简介 期刊简介 实验室简介 \
    团队介绍 团队简介 联系方式 获得奖项 账号简介 个人微信";

/// Whether the line is a date, under which a letter is signed.
fn is_date(place: &Place<'_>) -> bool {
    place.has("年") && place.has("月")
        || place.text().starts_with(|c: char| c.is_ascii_digit()) && place.has("- / .")
}

/// Whether the line says what something is: a role and who has it, a label and what it stands for.
fn is_named(place: &Place<'_>) -> bool {
    const SIGNS: [char; 5] = ['：', ':', '|', '｜', '丨'];
    place.text().trim_end_matches(SIGNS).contains(SIGNS)
}

/// Whether the line is the first, and so may be all, under a heading that stays.
fn is_headed(place: &Place<'_>) -> bool {
    place
        .kept_before()
        .is_some_and(|before| before.kind() == Kind::Heading)
}

/// The rules by which lines fall that such a line stands under.
const CONTACT_RULES: &str = "about/contact about/contact-row about/phone";

/// Whether the line names a means, and what it is or where it stands below: 电话：020-00000000, 网站：
fn names_means(place: &Place<'_>) -> bool {
    measure::from_letter(place.text())
        .split_once(['：', ':'])
        .is_some_and(|(label, _)| is_word(MEANS, label))
}

/// Whether the line is a means and nothing else: an address of the web or of mail, a number.
fn is_means(place: &Place<'_>) -> bool {
    let (means, _) = place.text().split_once('（').unwrap_or((place.text(), ""));
    let n_digits = means.chars().filter(char::is_ascii_digit).count();
    means.is_ascii() && (means.contains(['@', '.']) || n_digits >= 7)
}

/// What a company or an account says of itself: founded, devoted to, holding to, is one of …
const PORTRAITS: &str = "\
    成立于 成立以来 创刊于 专注 致力于 秉承 是一家 是国内 隶属 旗下 股票代码 创立于 自创立 是中国 自媒体 主办 领军企业 提供商";

/// Whether the line is the account's name, over a paragraph of what it says of itself.
fn names_portrayed(place: &Place<'_>) -> bool {
    place.is_account_name()
        && place
            .next()
            .is_some_and(|next| next.names_account() && next.has(PORTRAITS))
}

/// How the line under an account's banner begins: “here we note …”, “we share …”, “official account”.
const TAGLINES: &str = "\
    这里记录 这里，记录 这里分享 这里有 分享最 专注分享 专注于 官方微信 官方公众号 第一时间送达 每周分享 每日分享 每天分享";

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "about/contact",
        category: Category::About,
        reason: because("tells how to reach the account"),
        phase: Phase::Alone,
        fires: |place| {
            place.is_short(80) && place.at_edge() && place.has(CONTACTS) && !is_credit(place)
        },
    },
    Rule {
        id: "about/phone",
        category: Category::About,
        reason: because("tells how to reach the account"),
        phase: Phase::Alone,
        // Announcements end with a telephone number that belongs to what they announce.
        fires: |place| {
            place.is_short(40)
                && place.is_last()
                && place.has_prose()
                && !place.is_in_call()
                && !place.is_announcement()
                && !place.leads_to_known_site()
                && begins_with_any(
                    place.bare(),
                    "联系方式 联系电话 咨询电话 服务热线 客服电话 咨询热线 邮箱 联系邮箱 官方网站 官网",
                )
        },
    },
    Rule {
        id: "about/contact-row",
        category: Category::About,
        reason: because("tells how to reach the account, beside another line that was left out"),
        phase: Phase::Beside,
        // 电话：…, 网址：…, 地址：… under one another, or with what they label on a line of its own.
        fires: |place| {
            place.is_short(60)
                && (names_means(place)
                    || is_means(place) && place.is_among(names_means, CONTACT_RULES))
                && place.after_prose()
                && place.has_prose()
                && !place.is_in_call()
                && !place.is_announcement()
                && place.stands_by_prompt()
                && !place.leads_to_known_site()
        },
    },
    Rule {
        id: "about/powered-by",
        category: Category::About,
        reason: because("names the account as the maker"),
        phase: Phase::Alone,
        fires: |place| {
            place.is_short(30) && place.at_edge() && place.text().starts_with("poweredby")
        },
    },
    Rule {
        id: "about/heading",
        category: Category::About,
        reason: because("heads what the account says of itself"),
        phase: Phase::Alone,
        fires: |place| {
            let names_self = place.bare().starts_with("关于") && place.is_about_account();
            place.is_short(20)
                && !place.is_in_portrait()
                && !is_date(place)
                && (place.fraction() > 0.6
                    && ends_with_any(place.bare(), HEADINGS)
                    || place.fraction() > 0.5 && (names_self || names_portrayed(place))
                    // 山脚茶室服务 (“services of the Shanjiao tea room”), with nothing but lines down to a contact.
                    || place.after_prose()
                        && place.has_prose()
                        && place.begins_with_brand()
                        && place.ends_with_removed(Category::About))
        },
    },
    Rule {
        id: "about/after-heading",
        category: Category::About,
        reason: because("is what the account says of itself"),
        phase: Phase::Run,
        fires: |place| {
            place.fraction() > 0.5
                && place.is_short(400)
                && (place.names_account()
                    || !place.is_prose() && place.fraction() > 0.8
                    || place.has("公司 团队 媒体 平台"))
                && place.follows_removed(Category::About)
                && !place.follows_rule("about/after-prompt")
                && !is_credit(place)
        },
    },
    Rule {
        id: "about/tagline",
        category: Category::About,
        reason: because("tells before the text what the account is"),
        phase: Phase::Alone,
        // 这里记录每周的茶事 (“here we note the week's tea”), 这是山脚的第 20 篇原创 (“the 20th original post”).
        fires: |place| {
            place.kind() == Kind::Text
                && place.is_short(30)
                && place.in_head()
                && place.has_prose()
                && (place.has(TAGLINES)
                    || place.has("篇原创 篇文章 期分享")
                        && place.has("第")
                        && place.has("这是 本文是"))
        },
    },
    Rule {
        id: "about/welcome",
        category: Category::About,
        reason: because("welcomes the reader before the text"),
        phase: Phase::Alone,
        // 欢迎来到《山间头条》！ (“welcome to the mountain headlines!”)
        fires: |place| {
            place.is_short(200)
                && place.in_head()
                && place.has_prose()
                && (place.has("欢迎来到 欢迎光临 欢迎收听 欢迎收看 欢迎大家围观")
                    || place.names_account() && place.has("这里是"))
        },
    },
    Rule {
        id: "about/portrait",
        category: Category::About,
        reason: because("tells who the account is, at the end"),
        phase: Phase::Alone,
        // 山脚读书会成立于2011年，专注于… (“founded in 2011, devoted to …”): the last paragraph begins with the name, or
        // with one that the article has not named before.
        fires: |place| {
            place.is_short(400)
                && place.after_prose()
                && place.has_prose_before()
                && ((place.begins_with_account() || place.begins_with_brand())
                    && place.has(PORTRAITS)
                    || place.after_end_mark() && place.has(PORTRAITS)
                    || place.is_last() && place.count(PORTRAITS) >= 2 && !place.begins_with_known()
                    || place.is_last() && place.has("本公众号是 本公众号专注 本号是 公众号专注"))
        },
    },
    Rule {
        id: "about/portrait-before",
        category: Category::About,
        reason: because("tells who the account is, after a prompt before the text"),
        phase: Phase::Run,
        fires: |place| {
            place.is_short(400)
                && place.in_head()
                && (place.follows_prompt() && place.begins_with_account() && place.has(PORTRAITS)
                    || place.follows_rule("about/portrait-before")
                        && (place.has(PORTRAITS) || place.names_account()))
        },
    },
    Rule {
        id: "about/subject",
        category: Category::About,
        reason: because(
            "tells what a company or product is that the article is not about, at the end",
        ),
        phase: Phase::Alone,
        // 关于茶山云 (“about Chashan Cloud”), then 茶山云是… (“Chashan Cloud is …”), then nothing.
        fires: |place| {
            place.fraction() > 0.6
                && place.after_prose()
                && place.headed_subject().is_some_and(|subject| {
                    place
                        .text()
                        .find(subject)
                        .is_some_and(|at| at <= "“深圳市茶山".len())
                })
        },
    },
    Rule {
        id: "about/after-credit",
        category: Category::About,
        reason: because("is a short line between the credits and a prompt"),
        phase: Phase::Beside,
        // A slogan: 分享知识 强化意识. Names without a colon are credits too: 记者 阿茶.
        fires: |place| {
            place.kind() == Kind::Text
                && place.is_short(30)
                && place.after_prose()
                && !place.has("。 ， ：")
                && !place.has("记者 编辑 作者 来源 摄 审")
                && place.previous().is_some_and(|before| is_credit(&before))
                && place
                    .rule_after()
                    .is_some_and(|rule| rule.category == Category::Follow)
        },
    },
    Rule {
        id: "about/heads-removed",
        category: Category::About,
        reason: because("heads what was left out"),
        phase: Phase::Beside,
        fires: |place| {
            place.is_short(20)
                && place.is_last()
                && place.has_prose()
                && place.rule_after().is_some_and(|rule| {
                    rule.category != Category::Decor
                        && (place.kind() == Kind::Heading
                            || place.text().ends_with(['：', ':'])
                            || place.text().starts_with("关于")
                            || rule.phase != Phase::Likely
                                && place.reads_like_heading_of_prompts()
                                && !is_named(place)
                                && !is_headed(place))
                })
                && !is_credit(place)
                && !heads_last_words(place)
        },
    },
    Rule {
        id: "about/after-prompt",
        category: Category::About,
        reason: because("is a short line after prompts at the end"),
        phase: Phase::Run,
        // Slogans and the names of what is sold; a reference, a date or a name with a role is none, nor a heading that
        // programmers number: 0x02 安装 (“installation”).
        fires: |place| {
            place.is_short(24)
                && place.has_prose()
                && place.after_prose()
                && place.follows_prompt()
                && place.fraction() > 0.5
                && !is_credit(place)
                && !is_date(place)
                && !place.has("http www 参考 。 ： : | ｜ [")
                && !place.text().starts_with("0x")
                && !place.heads_address()
        },
    },
    Rule {
        id: "about/in-footer",
        category: Category::About,
        reason: because("stands among the furniture after the article"),
        phase: Phase::Run,
        fires: |place| {
            place.is_text()
                && place.in_footer()
                && !place.is_prose()
                && !place.is_unlikely()
                && !is_credit(place)
                && !is_date(place)
                && !is_named(place)
                && !place.has("http 参考 来源 原文 作者 编辑")
                && !place.text().starts_with("0x")
                && !place
                    .next()
                    .is_some_and(|next| next.text().starts_with("http"))
        },
    },
    Rule {
        id: "about/description",
        category: Category::About,
        reason: because("is what the account says of itself on its own page"),
        phase: Phase::Alone,
        fires: |place| place.is_text() && place.at_edge() && place.is_description(),
    },
    Rule {
        id: "about/name",
        category: Category::About,
        reason: because("is the account's name"),
        phase: Phase::Alone,
        fires: |place| place.is_text() && place.in_tail() && place.is_account_name(),
    },
    Rule {
        id: "about/after-end",
        category: Category::About,
        reason: because("is a short line after the end mark"),
        phase: Phase::Run,
        fires: |place| {
            place.is_short(24)
                && place.after_end_mark()
                && place.after_prose()
                && !is_credit(place)
                && !place.text().contains(['：', ':'])
                && (!place.text().contains(['|', '｜', '丨'])
                    || place.reads_like_heading_of_prompts())
        },
    },
    Rule {
        id: "about/between",
        category: Category::About,
        reason: because("is a short line among prompts"),
        phase: Phase::Beside,
        fires: |place| {
            place.kind() == Kind::Text
                && place.is_short(30)
                && place.has_prose()
                && !place.has("。")
                && (place.after_prose() && place.stands_by_prompt() || place.previous().is_none())
                && place.stands_between_removed()
                && !is_credit(place)
                && !is_date(place)
                && !(place.after_prose() && is_named(place))
        },
    },
];
