//! Advertises something that is not the article's subject.

use super::{Category, Phase, Rule, because, is_credit};
use crate::judge::seen::Kind;
use crate::words::{begins_with_any, ends_with_any, is_word};

/// Words of offers. Of an article that speaks of them early, they are the subject.
pub(in crate::judge) const OFFERS: &str = "\
    知识星球 训练营 课程 报名 优惠 特惠 限时 福利 领取 邀请码 购买 下单 试听 试看 免费送 赠送 折扣 原价 周边 \
    急救班 付费 直播间 抽奖 红包 试用 会员";

/// What is to be had below, in the words of the line that says so at the top.
const OFFERS_BELOW: &str = "福利 彩蛋 惊喜 领取 课程 二维码 加入 报名 抽奖 赠";

/// Headings of what is advertised after a text: events, meetings, courses, books, goods, jobs.
const HEADINGS: &str = "\
    活动推荐 会议推荐 大会推荐 课程推荐 好课推荐 新书推荐 好书推荐 产品推荐 好物推荐 活动预告 直播预告 大会预告 会议预告 \
    课程预告 招聘信息 文末福利 学习福利 粉丝福利 广告时间";

/// The same where they are the whole heading: of other headings they are a word.
const BARE_HEADINGS: &str = "招聘 广告 加入我们 招贤纳士 诚聘英才";

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "ad/offer",
        category: Category::Ad,
        reason: because("offers something that is not the article's subject"),
        phase: Phase::Alone,
        fires: |place| {
            place.is_short(220)
                && place.fraction() > 0.8
                && !place.is_in_call()
                && (place.is_short(100) || place.count(OFFERS) >= 2)
                && place.has_off_subject(OFFERS)
                && place.has("你 大家 欢迎 同学 ！ 加入 立即 扫 添加 感兴趣 免费 点击")
                && !is_credit(place)
        },
    },
    Rule {
        id: "ad/subscribe",
        category: Category::Ad,
        reason: because("sells subscriptions of a magazine"),
        phase: Phase::Alone,
        fires: |place| {
            place.is_short(40)
                && place.at_edge()
                && place.has("邮发代号 征订热线 订阅热线 发行热线 征订电话 订阅电话")
        },
    },
    Rule {
        id: "ad/button",
        category: Category::Ad,
        reason: because("is a button of an offer"),
        phase: Phase::Alone,
        fires: |place| {
            const BUTTONS: &str = "\
                立即购买 立即报名 立即下单 立即抢购 立即咨询 立即预约 点击购买 点击报名 立即领取 立即购票";
            place.is_text() && place.fraction() > 0.7 && is_word(BUTTONS, place.bare())
        },
    },
    Rule {
        id: "ad/pointer",
        category: Category::Ad,
        reason: because("tells before the text of an offer after it"),
        phase: Phase::Alone,
        // （文末有福利） (“there is a gift at the end”)
        fires: |place| {
            place.is_short(30)
                && place.in_head()
                && !place.is_in_call()
                && place.has("文末 文尾 底部 文章最后")
                && place.has(OFFERS_BELOW)
        },
    },
    Rule {
        id: "ad/notice",
        category: Category::Ad,
        reason: because("announces before the text what is not its subject"),
        phase: Phase::Alone,
        // 培训通知：五月十日开课… (“notice of a course: begins on May 10”)
        fires: |place| {
            const NOTICES: &str = "\
                培训通知 开课通知 课程通知 报名通知 招聘通知 招生通知 直播通知 直播预告 账号调整 账号迁移 账号变更 \
                公众号迁移 公众号改名 更名通知 改名通知 搬家通知";
            place.is_short(200)
                && place.in_head()
                && place.has_prose()
                && !place.is_in_call()
                && !place.is_announcement()
                && begins_with_any(place.bare(), NOTICES)
                && place.text().contains(['：', ':'])
        },
    },
    Rule {
        id: "ad/join",
        category: Category::Ad,
        reason: because("asks to join the account's team"),
        phase: Phase::Alone,
        fires: |place| {
            let recruits = place.has("招新 诚招 长期招 招募 招聘 诚聘")
                && place.has("邮箱 简历 联系 投递")
                && (place.at_edge() || place.fraction() > 0.8);
            !place.is_in_call() && place.is_short(200) && recruits
                || place.is_short(60)
                    && place.in_tail()
                    && !place.is_in_call()
                    && (place.has("欢迎") && place.has("加入我们 加入团队")
                        || place.is_links() && place.has("招新 招聘 招募"))
        },
    },
    Rule {
        id: "ad/draw",
        category: Category::Ad,
        reason: because("tells of a draw among the readers"),
        phase: Phase::Beside,
        fires: |place| {
            place.is_short(60)
                && place.in_tail()
                && !place.is_in_call()
                && place.has("抽奖 开奖 中奖 兑奖")
                && place.stands_by_prompt()
        },
    },
    Rule {
        id: "ad/heading",
        category: Category::Ad,
        reason: because("heads what is advertised after the text"),
        phase: Phase::Alone,
        fires: |place| {
            !place.is_in_call()
                && place.is_short(12)
                && (place.fraction() > 0.7
                    && (ends_with_any(place.bare(), HEADINGS)
                        || is_word(BARE_HEADINGS, place.bare()))
                    // 加入山脚 (“join Shanjiao”), or the whole of its name, over jobs of whatever length.
                    || place.fraction() > 0.4
                        && place.bare().starts_with("加入")
                        && place.is_about_account())
        },
    },
    Rule {
        id: "ad/after-heading",
        category: Category::Ad,
        reason: because("stands under a heading of advertisements after the text"),
        phase: Phase::Run,
        fires: |place| {
            matches!(place.kind(), Kind::Text | Kind::Image)
                && (place.follows_rule("ad/heading") || place.follows_rule("ad/after-heading"))
                && !is_credit(place)
        },
    },
    Rule {
        id: "ad/community",
        category: Category::Ad,
        reason: because("stands where the account advertises its community"),
        phase: Phase::Run,
        fires: |place| place.in_offer() && !is_credit(place),
    },
    Rule {
        id: "ad/between",
        category: Category::Ad,
        reason: because("stands between offers after the text"),
        phase: Phase::Beside,
        fires: |place| {
            let is_ad = |rule: &'static Rule| rule.category == Category::Ad;
            place.after_prose()
                && (place.is_short(40)
                    || place.is_short(200) && place.n_items() > 0
                    || place.kind() == Kind::Image)
                && place.rule_before().is_some_and(is_ad)
                && place
                    .next()
                    .is_none_or(|next| next.removed_by().is_some() || next.kind() == Kind::Image)
                && !is_credit(place)
                // 以下是原文： (“here is the original:”) and the pictures of it.
                && !place.goes_on()
                && !place.is_sentence_of_article()
        },
    },
];
