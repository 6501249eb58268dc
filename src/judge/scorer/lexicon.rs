//! The words that prompts are made of, by what they are said for.
//!
//! One word tells little: articles hold all of these. How many a piece holds of each topic, and how much of it they
//! make up, tells much, and holds for accounts that word things in their own way.

/// A line a topic, the words as [`condense`](crate::judge::seen::condense) leaves them. A word may be of several topics.
const WORDS: &str = "\
关注 订阅 星标 置顶 蓝字 蓝色 公众号 公号 订阅号 服务号 视频号 本号 粉丝 新朋友 老朋友 不迷路 迷路 走散 失联 找到我 推送 更新 右上角 名片 头像 矩阵 全网 同名 抖音 微博 小红书 b站 哔哩 头条号 快手 知乎 喜马拉雅 网易云 加个星 标星 第一时间 不错过 错过
扫码 扫一扫 扫描 扫下 扫 码上 长按 识别 二维码 小程序 图中 下图 上图 海报 这个码 下码 戳 轻触 轻点 点击 点一 点开 点下方 点上面 点下面 下方 上方 左下 文末 底部 链接 进入 直达 跳转 打开微信 复制 按住 ↓ ▼ 👇 ⬇ ↑ ▲ → 👆 👉
加群 进群 入群 社群 交流群 群聊 读者群 粉丝群 群主 拉你 拉群 加微信 加我 好友 添加 助理 助手 小助手 客服 微信 微信号 备注 注明 暗号 私信 私聊 咨询 满员 名额 社区 同好 群友 一群 二群 三群 四群 加入
点赞 点个 赞 在看 转发 转给 转到 分享 收藏 留言 评论 评论区 留言区 投票 打赏 赞赏 三连 一键 朋友圈 告诉 家人 身边 支持 鼓励 动力 小手 动动 右下角 好看 爱心 打卡 晒 聊聊 说说 怎么看 你觉得 你会 你有 你的 接龙 鸡腿 扩散 帮忙 拜托 喜欢 求 互动 话题
后台 回复 发送 输入 关键词 关键字 领取 获取 下载 免费 资料 礼包 福利 干货 电子版 pdf 网盘 提取码 模板 数字 菜单 对话框 公众号内 公号内 限量领 白嫖 打包 源码 领 送 抽奖 抽取 中奖 开奖 奖品 获奖 赢取 免单 赠
元 ￥ ¥ 价 原价 现价 折 立减 减 优惠 券 秒杀 包邮 拼团 下单 购买 抢购 抢 限时 限量 特价 促销 首单 库存 套餐 旗舰店 天猫 淘宝 京东 拼多多 店铺 小店 商城 橱窗 直播间 团购 好物 同款 粉丝价 新品 热卖 专享 低至 仅需 到手 赠送 付款 预售 现货 直销 招商 加盟 代理 预购 正品 爆款 购 买 上架 门店 特惠 首付 售楼 开售
课程 报名 招生 招募 招聘 训练营 开班 网课 公开课 试听 名师 老师 学员 小班 协议班 冲刺 真题 备考 导师 体验 1对1 一对一 预约 辅导 上岸 会员 专栏 知识星球 星球 年卡 圈子 开营 讲座 论坛 大会 直播 前10 名额 最后 先到先得 满额 截止 仅剩 只剩 倒计时 席位
电话 热线 手机 邮箱 投稿 合作 商务 联系 地址 官网 网址 传真 qq 洽谈 爆料 供稿 约稿 稿件 稿费 稿酬 征稿 来稿 投递 客户端 app 加微 致电 拨打 经理 信箱 邮件 广告 推广 品牌 总部 路号 来电 千字
版权 声明 免责 侵权 侵删 删除 删文 转载 授权 原创 出处 来源 开白 白名单 未经 许可 禁止 严禁 不得 违者 追究 法律责任 必究 不代表 观点 立场 仅供参考 参考 不构成 投资建议 依据 风险 谨慎 入市 盈亏 自负 网络 素材 作者所有 如有 涉及 权利人 告知 真实性 准确性 完整性 承担 责任 洗稿 抄袭 整理 转自 摘自 仅代表 请勿 交流学习 学术分享 仅作 归原 平台立场 须知 署名 字体
往期 回顾 推荐 推荐阅读 延伸 相关阅读 相关文章 热文 热门 精选 精彩 更多 上期 下期 上一篇 下一篇 系列 合集 专题 猜你 可能 目录 历史文章 历史消息 必读 必看 好文 昨日 近期 阅读 原文 查看 猛戳 这里 下周 预告 期待 待续 明天见 栏目 推文 文章 看过
成立于 创办 创立 始于 专注 致力 旗下 运营 主办 承办 主管 一家 我们是 我是 平台 媒体 团队 机构 公司 研究院 协会 集团 一站式 解决方案 服务 提供 领先 知名 行业 领域 拥有 荣获 累计 覆盖 简介 关于我们 主理人 作者 宗旨 使命 创始人 工作室 编辑部 出品 智库 单位 定制 设计
有趣 有料 有态度 有温度 深度 价值 传递 生活 美好 遇见 发现 世界 陪伴 陪你 成长 一起 让 用心 读懂 每天 每日 每晚 每周 天天 准时 只做 都在看 最有 温度 态度 守护 温暖 美学 思想 独立 理性 灵魂 诗意 真实 记录 见证
end 完 全文完 本期 就到这里 以上 感谢 谢谢 再见 晚安 早安 下次 下期见 咱们 记得 别忘 顺手 一下 哦 吧 呀 啦 ~ ～ ！ ! 亲 宝 小伙伴 各位 老铁 小编 姐妹 家长 读者 朋友 您
边听 边读 收听 音频 朗读 播放 主播 耳机 bgm 背景音乐 识曲 听 配乐 字数 分钟 全文 共 图片 摄影 视频";

/// How many topics there are.
pub(super) const N_TOPICS: usize = 14;

/// The words, each with its topic, in buckets by their first character.
pub(super) struct Lexicon([Vec<(&'static str, u8)>; N_BUCKETS]);

const N_BUCKETS: usize = 256;

/// The bucket of the words that begin with a character.
fn bucket(first: char) -> usize {
    first as usize % N_BUCKETS
}

/// What a text holds of the words.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Held {
    /// How often words of each topic stand in it.
    pub n_words: [usize; N_TOPICS],
    /// How many of its bytes are part of a word.
    pub n_bytes: usize,
}

impl Lexicon {
    pub fn new() -> Lexicon {
        let mut buckets = [const { Vec::new() }; N_BUCKETS];
        for (line, topic) in WORDS.lines().zip(0..) {
            for word in line.split(' ') {
                let first = word.chars().next().unwrap_or_default();
                buckets[bucket(first)].push((word, topic));
            }
        }
        Lexicon(buckets)
    }

    /// What `text` holds of the words.
    pub fn held(&self, text: &str) -> Held {
        let mut held = Held {
            n_words: [0; N_TOPICS],
            n_bytes: 0,
        };
        let mut covered = 0;
        for (at, c) in text.char_indices() {
            let rest = &text[at..];
            let candidates = self.0[bucket(c)].iter();
            for (word, topic) in candidates.filter(|(word, _)| rest.starts_with(word)) {
                held.n_words[usize::from(*topic)] += 1;
                let end = at + word.len();
                held.n_bytes += end.saturating_sub(covered.max(at));
                covered = covered.max(end);
            }
        }
        held
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_a_topic_of_words_each_once() {
        assert_eq!(WORDS.lines().count(), N_TOPICS);
        let mut words = Lexicon::new().0.concat();
        words.sort_unstable();
        assert!(words.iter().all(|(word, _)| !word.is_empty()));
        assert!(words.windows(2).all(|pair| pair[0] != pair[1]));
    }

    #[test]
    fn finds_every_word_as_a_search_for_each_would() {
        let lexicon = Lexicon::new();
        for text in [
            "",
            "点击下方名片关注我们",
            "长按识别二维码，扫一扫加群",
            "a元元元b",
            "the end",
            "原创不易，一键三连",
        ] {
            let mut n_words = [0; N_TOPICS];
            for (word, topic) in lexicon.0.iter().flatten() {
                n_words[usize::from(*topic)] += text.matches(word).count();
            }
            assert_eq!(lexicon.held(text).n_words, n_words, "{text}");
        }
    }

    #[test]
    fn counts_no_byte_twice() {
        let lexicon = Lexicon::new();
        // 推荐, 荐 and 推荐阅读, 阅读 overlap.
        assert_eq!(lexicon.held("推荐阅读").n_bytes, "推荐阅读".len());
        assert_eq!(lexicon.held("河水推荐").n_bytes, "推荐".len());
    }
}
