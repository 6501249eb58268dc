//! What WeChat's page shows around every article, in the words of its interface since 2017.
//!
//! Whoever reads an open page whole, as scrapers do, gets these lines along with the article. The one list of them is
//! here: `archive` finds by it where an article begins and ends, and the rule `chrome/label` takes out what still
//! stands within one.

use crate::words::{Words, begins_with_any};

/// A line as these lists have it: without blanks, ASCII in lower case.
pub(crate) fn squeeze(line: &str) -> String {
    line.chars()
        .filter(|c| !c.is_whitespace() && !is_unseen(*c))
        .map(|c| c.to_ascii_lowercase())
        .collect()
}

/// Whether it takes no room.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

/// The line that stands under every article since 2018, before all other furniture: “tags can't be clicked in the
/// preview”.
pub(crate) const FIRST_AFTER: &str = "预览时标签不可点";

/// Lines that no article has for itself.
pub(crate) static LABELS: Words = Words::new(concat!(
    "预览时标签不可点 ",
    "微信扫一扫关注该公众号 ",   // scan to follow this account
    "继续滑动看下一个 ",         // scroll on for the next
    "轻触阅读原文 ",             // tap to read the original
    "轻触查看原文 ",             // tap to see the original
    "向上滑动看下一个 ",         // swipe up for the next
    "微信扫一扫使用小程序 ",     // scan to use the mini-program
    "微信扫一扫可打开此内容， ", // scan to open this
    "微信扫一扫可打开此内容，使用完整服务 ",
    "，轻点两下取消赞 ",   // tap twice to take the like back
    "，轻点两下取消在看 ", // tap twice to take the 在看 back
    "微信扫一扫赞赏作者 ", // scan to reward the author
    "微信扫一扫赞赏作者赞赏 ",
    "长按二维码向我转账 ", // press the code to send me money
    "最多40字，当前共字 ", // 40 characters at most
    "最多200字，当前共字 ",
    "人赞赏 ",                     // people rewarded it
    "已同步到看一看写下你的想法 ", // shown among friends' reading: write what you think
    "____已同步到看一看写下你的想法 ",
    "前往“发现”-“看一看”浏览“朋友在看” ",
    "前往看一看 ",
    "看一看入口已关闭 ",
    "在“设置”-“通用”-“发现页管理”打开“看一看”入口 ",
    "发送到看一看 ",
    "长按识别前往小程序 ",               // press to go to the mini-program
    "调整当前正文文字大小 ",             // set the size of the text
    "搜索「」网络结果 ",                 // search the web for
    "暂无留言 ",                         // no comments yet
    "已无更多数据 ",                     // nothing more
    "该文章作者已设置需关注才可以留言 ", // only followers may comment
    "以上留言由公众号筛选后显示 ",       // comments are chosen by the account
    "了解留言功能详情 ",
    "即将打开\"\"小程序 ", // about to open the mini-program
    "朋友会在“发现-看一看”看到你“在看”的内容 ",
    "sendmessage ",
    "scantofollow ",
    "gotit ",
    "scanwithweixintousethisminiprogram ",
    "scanqrcodeviawechattofollowofficialaccount ",
    "视频加载失败，请刷新页面再试 ", // the player could not load the film
    "已关注关注重播分享赞 ",         // the buttons of the player, in one
    "喜欢此内容的人还喜欢 ",         // readers of this also liked
    "不看此公众号 ",                 // see no more of this account
    "最低赞赏¥0 ",                   // the least reward
    "liketheauthor ",
    "lovetheauthor ",
));

/// Labels that stand before the article, under the names, since 2026.
static LABELS_BEFORE: Words = Words::new(concat!(
    "在小说阅读器读本章 ",     // read this chapter in the novel reader
    "在小说阅读器中沉浸阅读 ", // read it undisturbed in the novel reader
    "在公众号小说中沉浸阅读 ",
));

/// How labels begin that go on with a number, a name or the like.
const LABEL_STARTS: &str = concat!(
    "：，。视频小程序赞 ",
    "：，，，，，，，，，，，，。 ",
    "受苹果公司新规定影响，微信ios版的赞赏功能被关闭 ", // rewards are switched off on iOS
    "作者提示: ",                                       // the author's declaration
    "作者提示： ",
    "收录于合集# ", // the collection it is in
);

/// How the label of the album ends that an article is in (“contents”).
const ALBUM: &str = "·目录";

/// Words of the page's buttons and signs. Articles have them too: they count only among labels.
static BUTTONS: Words = Words::new(
    "微信扫一扫 知道了 我知道了 取消 允许 取消允许 × 分析 使用完整服务 关注该公众号 使用小程序 发送给作者 \
    写下你的留言 视频 小程序 赞 在看 赞在看 分享 留言 收藏 分享收藏 听过 推荐 写留言 写留言: 写留言： 精选留言 \
    阅读原文 阅读 修改于 不喜欢 投诉 去阅读 赞赏 喜欢作者 发送 发送中 已发送 加载中 更多 100% 上一篇 下一篇 \
    上一篇下一篇 收录于话题 收录于话题# 收录于合集 个__ 取消__ 已喜欢，对作者说句悄悄话 上一页1/3下一页 \
    个人观点，仅供参考 素材来源官方媒体/网络新闻 内容由ai生成 虚构演绎，仅供娱乐 转载 原创 close comment \
    cancel allow cancelallow readmore views reward like wow share favorite video miniprogram report name name: \
    send sent more readoriginal original modifiedon namecleared 确定 内容质量低 不看的原因",
);

/// Names that pictures of the page have after the article: avatars, codes.
pub(crate) const PICTURES: &str = "作者头像 跳转二维码 赞赏二维码 示意图";

/// How a line sits with this list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Likeness {
    /// A line of the page, and of nothing else.
    Label,
    /// The same, before the article.
    LabelBefore,
    /// A line that the page has, but articles too.
    Button,
    /// None of the page's lines.
    Other,
}

/// Tells what a line, [squeezed](squeeze), is.
pub(crate) fn likeness(line: &str) -> Likeness {
    if LABELS_BEFORE.has(line) {
        Likeness::LabelBefore
    } else if LABELS.has(line)
        || is_count(line)
        || begins_with_any(line, LABEL_STARTS)
        || line.ends_with(ALBUM)
    {
        Likeness::Label
    } else if BUTTONS.has(line) || is_sign(line) || is_turn(line) {
        Likeness::Button
    } else {
        Likeness::Other
    }
}

/// Whether the line tells how many articles an account has published.
pub(crate) fn is_count(line: &str) -> bool {
    line.strip_suffix("篇原创内容")
        .is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
}

/// Whether the line has the titles before and after this one in the collection, which no sentence joins:
/// `上一篇一口锅下一篇采茶人`.
fn is_turn(line: &str) -> bool {
    line.strip_prefix("上一篇")
        .and_then(|titles| titles.split_once("下一篇"))
        .is_some_and(|(before, _)| !before.ends_with(['，', '。', '；']))
}

/// Whether the line is one of the signs that the page sets between its buttons.
fn is_sign(line: &str) -> bool {
    !line.is_empty() && line.chars().all(|c| "：，。,.:_*#".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_furniture_from_sentences() {
        for (line, expected) in [
            (FIRST_AFTER, Likeness::Label),
            ("12篇原创内容", Likeness::Label),
            ("他写了12篇原创内容", Likeness::Other),
            ("收录于合集#茶", Likeness::Label),
            ("收录于合集的文章", Likeness::Other),
            ("上一篇一口锅，两双手下一篇采茶人", Likeness::Button),
            ("上一篇讲了锅，下一篇讲采茶人。", Likeness::Other),
            ("不看的原因", Likeness::Button),
        ] {
            assert_eq!(likeness(line), expected, "{line}");
        }
    }
}
