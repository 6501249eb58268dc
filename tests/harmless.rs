//! Lines that ask for nothing stay, wherever they stand between the sentences of an article, long or short.
#![allow(clippy::print_stderr)]

use wechat_article_cleaner::{Options, Verdict, clean};

/// A story, a paragraph a line.
const STORY: &str = "\
春天到了，村口的老槐树又发了新芽，孩子们在树下追着跑，笑声一直传到河对岸的山坡上去。
奶奶说，这棵树是她嫁过来那年种下的，算起来已经五十多年了，那时候村里还没有通电。
那天下午我们走了很远的路，穿过一片油菜花田，又翻过两座小山，才看见那座废弃的水电站。
水电站的墙上还留着当年的字，红漆已经斑驳，但每个字都写得很有力气，像是怕后来的人看不清。
我问父亲当年修它的人现在都在哪里，他想了很久，说有的进了城，有的不在了，剩下的都老了。
回来的路上下起了雨，我们躲在一户人家的屋檐下，主人端出热茶，和我们聊起今年的收成。
他说今年雨水太多，麦子倒了一大片，好在油菜卖了个好价钱，够家里用到明年开春了。
雨停的时候天已经黑了，村里的灯一盏一盏亮起来，远远看去像是落在地上的星星。
第二天一早，我们去看了镇上的集市，卖菜的、卖布的、修鞋的都在，热闹得像过年一样。
母亲买了两斤豆腐和一把青菜，又给我挑了一双布鞋，说是城里买不到这么结实的了。
集市散得很早，十点钟不到人就少了一半，只剩几个老人坐在墙根下晒太阳，说些从前的事。
我把这些都记在本子上，想着以后也许会忘记，但写下来的字总归还在，翻一翻就能想起来。
离开的那天，奶奶站在槐树底下送我们，车开出很远，回头看她还站在那里，没有动。
后来我再也没有回去过，只是每到春天，总会想起那棵树，和树下那些跑来跑去的孩子。";

/// Days, places, names, steps, headings, prices, answers.
const LINES: &str = "好 方法 安装 如图 杭州 ¥30 点击确定 第二天 打开官网 双击运行，一路点击下一步 输入密码，点击确定 内 第一步 材料 做法 \
    鸡蛋两个 盐少许 （一） 01 A 答：是的 问：为什么？ 张三 早上八点 12:30 2023年5月 三天后 他走了 没有人说话 真的吗 不知道 等等 晚安 \
    夏天 结果如下 代码如下 见下图 图1 表1 优点 适合人群 营业时间：9:00-18:00 门票：免费 建议 原因 总分：90 下载地址 打开设置 选择“通用” \
    重启电脑 完成 搞定 明年见 下雪了 我的猫 她笑了";

fn page(paragraphs: &[&str]) -> String {
    let body: String = paragraphs
        .iter()
        .map(|text| format!("<p>{text}</p>"))
        .collect();
    format!(
        "<html><head><meta property=\"og:title\" content=\"老槐树\"></head><body><a id=\"js_name\">街角记事</a>\
         <div id=\"js_content\">{body}</div></body></html>"
    )
}

#[test]
fn harmless_lines_stay_between_the_sentences_of_any_article() {
    let story: Vec<&str> = STORY.lines().collect();
    let (mut n_tried, mut taken) = (0, Vec::new());
    for n_paragraphs in [1, 2, 3, 4, 6, 8, 14] {
        for at in 1..n_paragraphs {
            for line in LINES.split_whitespace() {
                let mut paragraphs = story[..n_paragraphs].to_vec();
                paragraphs.insert(at, line);
                let article = clean(&page(&paragraphs), &Options::default()).expect("an article");
                n_tried += 1;
                let text = article.to_text();
                for sentence in &story[..n_paragraphs] {
                    assert!(text.contains(sentence), "with {line} goes {sentence}");
                }
                if !text.lines().any(|kept| kept == line) {
                    let verdicts = article.pieces.iter().map(|piece| piece.verdict);
                    let rules: Vec<_> = verdicts
                        .filter_map(|verdict| match verdict {
                            Verdict::Remove(rule) => Some(rule.id),
                            _ => None,
                        })
                        .collect();
                    taken.push(format!("{line} after {at} of {n_paragraphs}: {rules:?}"));
                }
            }
        }
    }
    eprintln!("{} of {n_tried} lines are taken", taken.len());
    assert!(taken.len() * 400 <= n_tried, "{taken:#?}");
}
