//! What people do for an article, as its credits say it: the one list that all who look for credits share.

use crate::words::is_word;

/// The roles, of those that begin alike the longer first.
pub(crate) const ROLES: &str = "\
    执行主编 值班主编 责任编辑 值班编辑 责任校对 文章来源 内容来源 图片来源 素材来源 视频剪辑 实习记者 \
    特约记者 本文作者 原文作者 版面编辑 新媒体编辑 微信编辑 总编辑 总监制 副主编 总策划 通讯员 实习生 作者 \
    撰文 撰稿 文字 采写 采访 记者 编辑 责编 美编 主编 编审 编译 校对 校审 审核 审校 审定 初审 复审 终审 一审 \
    二审 三审 监制 出品 制作 策划 统筹 来源 稿源 转自 题图 摄影 供图 供稿 整理 配图 图源 图片 插画 绘图 翻译 译者 \
    排版 设计 头图 封面 制图 文图 图文 文 图";

/// Those of them that make the pictures, not the text.
const OF_PICTURES: &str = "题图 图片来源 素材来源 摄影 供图 配图 图源 图片 插画 绘图 设计 制图 图";

/// What stands between a role and a name.
pub(crate) const SEPARATORS: [char; 9] = ['：', ':', '|', '｜', '丨', '/', '／', '︱', '∣'];

/// Roles that a blank alone may part from the name.
const LOOSE: &str = "文 图 作者";

/// What follows such a role in titles: “about the author”, “a word from the author”.
const NO_NAMES: &str = "简介 介绍 信息 说明 声明 寄语 自述";

/// Whether what follows a role is a name that only a blank parts from it: `文 林小山`. Not so the next character of a
/// word that is set wide (文 化 中 国), nor a number (图 1).
pub(crate) fn is_named_after_blank(role: &str, after: &str) -> bool {
    let name = after.split_whitespace().next().unwrap_or_default();
    is_word(LOOSE, role)
        && after.starts_with(char::is_whitespace)
        && name.chars().nth(1).is_some()
        && !name.starts_with(|c: char| c.is_ascii_digit())
        && !is_word(NO_NAMES, name)
}

/// Whether a word is a role.
pub(crate) fn is_role(word: &str) -> bool {
    is_word(ROLES, word)
}

/// Whether a word is the role of someone who made the pictures.
pub(crate) fn is_of_pictures(word: &str) -> bool {
    is_word(OF_PICTURES, word)
}
