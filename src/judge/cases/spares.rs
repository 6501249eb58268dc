//! What looks like it and is spared.

/// Lines that look like prompts and are the article.
pub(in crate::judge) const SPARES: &[&str] = &[
    // Sentences of an article that hold a prompt's words.
    "…\n> 很多茶饼的包装上印着二维码，扫码能看到采摘的日子，看不到的那几家，老人说多半是陈茶。\n…",
    "…\n> 那天他在后台留言，说自己点赞和转发过的文章，后来一篇也没有再读。\n…",
    "…\n> 山上的路修好以后，来喝茶的人比往年多了一倍，老人们把这些年写下的信都挂在茶馆的墙上，谁想看都可以看，看完了欢迎留言、转发。",
    // Short lines between prose, and near both ends of a short text.
    "茶山的地图可以在电脑上看，也可以在手机上看，老人说这样的地图从前要画三年才能画好。\n> 输入密码，点击确定\n…",
    "茶山的地图可以在电脑上看，也可以在手机上看，老人说这样的地图从前要画三年才能画好。\n> 第二天\n画好的地图挂在茶馆的墙上，谁想看都可以看，看完了记得把灯关上，把门也带上，别让山里的风吹进来。",
    "茶山的地图可以在电脑上看，也可以在手机上看，老人说这样的地图从前要画三年才能画好。\n画好的地图挂在茶馆的墙上，谁想看都可以看，看完了记得把灯关上，把门也带上，别让山里的风吹进来。\n> 双击运行，一路点击下一步",
    "…\n[img 900x600 hall]\n> ▲排练中",
    // Items of a list that say among other things where to ask.
    "…\n> [list] 上山的人请在登记处填写预约的时间，核对以后才能进入茶园。 / 茶园的地图可以收藏到手机里，也可以打印一份带在身边。 / 如有疑问，请致电茶园，也可以在评论区留言。",
    // What goes on after a notice in the midst of a text, or after a prompt.
    "茶山的地图可以在电脑上看，也可以在手机上看，老人说这样的地图从前要画三年才能画好。\n本工具仅供授权的研究使用，严禁用于任何非法用途，由此造成的后果由使用者自行承担。\n安装与使用\n> 单文件，双击就能用，全程图形化，无需命令行。\n结果保存在目录里，双击可以打开窗口查看\n网盘链接：\n后台回复：茶山，获取下载链接",
    "…\n欢迎关注\n> 0x02 安装\n双击就能打开窗口，不用命令，也不用联网。",
    // A company of which the article tells.
    "公司简介\n…\n> 团队介绍\n山脚读书会的团队由几位老人组成，他们认得山上的每一条路。",
    // A story in pictures, before any prose.
    "# 春天的第一天\n> [img 900x600 sprout]\n一出山门就看见了，芽上都是露水\n# 第二天\n[img 900x600 rain]\n今天下了雨，芽长高了\n…",
    // How articles on the law of the land end.
    "…\n> 茶山不是法外之地，请爱惜每一棵树，也爱惜自己走过的路。",
    // What follows a disclaimer in the midst of a text.
    "…\n免责声明\n这张地图只用于走路，走错了路，本人不承担任何后果。\n> 这次上山已经得到茶山主人的授权，走的是后山那条多年没有人走的小路，一路上都是新发的茶芽。\n…",
    // What heads an address.
    "…\n欢迎关注\n> 地图的地址\nhttps://tea.example.org/map",
    // Pictures of an archive, which tells no sizes: several before the text, and one shown again where no line follows.
    "[archive]\n> [img - hill]\n[img - tea]\n[img - rain]\n…",
    "[archive]\n…\n> [img - cup]\n这是那一年的杯子，底下刻着他的名字。\n…\n[img - cup]\n杯子后来碎了，他也没有再买过一个新的。\n…\n[img - cup]\n许多年以后，有人在旧货摊上见到了它。\n…",
    // The first sentence, and the title in other words.
    "> 一次小更新，让泡茶更顺手。\n…",
    "> 来信茶山，茶山来信\n…",
    // A screenshot after a line that only reads like a prompt, where the text goes on.
    "…\n山茶图鉴\n可以扫描叶片，双击对应的茶树，可以选择收藏对应的茶树\n> [img - screen]\n加密茶名\n[img - names]\n茶名是怎么来的",
    // A line that reads like a prompt where the text goes on, and addresses under one another.
    "…\n山茶图鉴\n> 选中茶名以后点击下载，就能看到\n[img - screen]\n那年春天，老人把这些茶名一个一个写在信里。",
    "…\n图鉴的地址\n> mail.chashan.example\nwww.chashan.example",
    // Where a text is from.
    "> 文章来自微信公号茶山来信\n…",
    // Code with Chinese in it.
    "…\n> [code] if 关注 { 星标(); }\n欢迎关注",
    // What is announced goes on after it.
    "…\n我的知识星球正在招新，欢迎加入\n> 以下是那封信：\n[img 900x380 letter]\n春山\n夏雨\n秋月\n冬雪\n茶烟",
    // A circle of people that the text speaks of: among other things, early on, or once.
    "…\n> 山里人的圈子很小\n圈子外面的人不知道这些事，也不想知道\n…",
    "圈子里的人都知道这件事\n圈子外的人也知道\n…\n> 他说茶书圈子里有两百个人，圈子外面还有更多的人在学习，而真正的圈子只在山里。",
    "…\n> 圈子里的人学习茶书",
    "…\n> 这几年他加入了山里的一个圈子，跟着几位老人学习采茶。\n圈子里的人不多，却很欢迎他，每个人都分享自己知道的一切，春天就这样过去了。",
    // A picture that is announced, and words of the title.
    "…\n泡茶的步骤：\n> [img - steps]\n欢迎关注",
    "> 山来信\n[img 900x380 letter]\n…",
    // An author's last words, and an address to know.
    "…\n> 最后\n茶山的时代已经来了，要走快一点的是我们！",
    "…\n最后\n> 茶山的时代已经来了，要走快一点的是我们！",
    "…\n> 这张地图画了三年，画在旧报纸的背面，地址：https://tea.example.org/map，点击阅读原文也能看到。",
    // The site of what the article tells of, and what leads to an address.
    "他把地图放到了ChaShanMap上。\n…\n> 官网：www.chashanmap.example\n欢迎关注",
    "…\n点个在看再走吧\n欢迎关注\n> 目录的更新见：\nhttps://tea.example.org/list\n欢迎关注",
    // A line of several.
    "…\n更轻了\n> 真正好喝\n不用水\n随身带\n[img 900x600 tea]",
    // A story goes on after a sentence that sounds like its end.
    "…\n山上的茶会到此结束。\n> [img 900x600 hill]\n人都散了\n茶还是热的，杯子里的叶子慢慢沉下去，像那些年里沉下去的许多事情，谁也没有再提起。\n茶还是热的，杯子里的叶子慢慢沉下去，像那些年里沉下去的许多事情，谁也没有再提起。",
    // An answer, and what stands alone under a heading.
    "…\n> 答案：丁\n欢迎关注",
    "…\n# 三、怎么办\n> 多喝茶\n扫描下方二维码加入我们\n[img 300x300 qr]",
    // Sources after prompts, and what only looks like their heading.
    "…\n欢迎关注\n> 参考资料\nhttps://example.org/tea\n点个在看再走吧",
    "…\n欢迎关注\n参考资料\n> 《茶经》第三卷\n点个在看再走吧",
    "…\n欢迎关注\n> 参考资料：tea.example.org\n点个在看再走吧",
    // A last sentence, and who is thanked.
    "…\n> 明年春天，他还会再来。",
    "阿茶\n===\n> 春天到了\n…\n===\n知道了",
    "…\n> [img 300x300 wx.qlogo.cn/mmhead/a]\n…",
    "以下文章来源于河边的人\n[img 132x132 wx.qlogo.cn/mmhead/a]\n河边的人\n.\n> 船到对岸的时候，天已经黑了。\n…",
    "> 以下文章来源于河边的人，作者阿木\n[img 132x132 wx.qlogo.cn/mmhead/a]\n河边的人\n.\n…",
    "…\n（来源：山脚日报）\n> 记者 阿茶\n欢迎关注",
    "> [img 900x600 head]\n▼\n…",
    "…\n> [img 640x400 leaf]\n第二封信\n[img 640x400 cup]\n…",
    "…\n> [img 640x400 leaf]\n第二封信\n雨还在下\n[img 640x400 leaf]\n…",
    "…\n[img 640x400 leaf]\n> [img 900x600 view]\n[img 640x400 leaf]",
    "…\n> HAPPY\n…\nHAPPY\n…",
    "…\n> 茶树、茶山、茶馆、茶具，说到底都是同一件事，把一件事从头到尾做好就够了，如果你觉得有用，点个赞吧",
    "…\n> 山脚茶室服务\n送茶上门\n教人泡茶",
    "…\n> 你怎么看山上的路？",
    "…\n> 你怎么看山上的路？\n图：阿茶\n点个在看再走吧",
    "…\n> 分享\n…",
    "[img 900x3000 comic]\n欢迎关注\n> 山脚的茶凉了，人还没有来",
    // A price in a row of facts.
    "…\n● 地点：山脚茶馆\n> ● 联合购票：三百元（名额仅限三十人）",
    "…\n> [img - map]\n扫描下方二维码加入我们\n[img - qr]\n图：阿茶",
    "…\n文末\n> 河的底部有一本课程表\n…",
    // A prompt in the midst of many short lines ends nothing.
    "…\n欢迎关注\n> 第二天，雨停了，茶山上的人都出来了，站在桥头看着河水涨起来\n一\n二\n三\n四\n五\n六\n七",
    "…\n点个在看再走吧\n> 题图：山脚的茶园，由小满拍摄于去年的春天早晨",
    "…\n（来源：山脚日报）\n> 读山里的书 走山里的路",
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
    "…\n> 地址：茶山县河边路1号\n开放时间：每天上午",
    // An address that the article names, however near a prompt.
    "…\n全部数据在这里：\n> https://example.org/tea\n长按识别二维码",
    "…\n参考资料：\n> https://example.org/tea\n长按识别二维码",
    "> 小满 阿茶 发自 茶山 山脚读书会 报道\n…",
    "点个在看再走吧\n> [img - view]\n…",
    // The last words of an article, before the prompts.
    "…\n> 喝茶的人都懂，一起加油吧！\n点个在看再走吧",
    "…\n> PS：茶没有好坏，喝得惯就是对的！\n点个在看再走吧",
    // A warning of what the prompts of swindlers say.
    "…\n> 民警提醒，凡是让你扫码添加好友、再拉你进群、要你备注姓名的，都是骗子，请不要相信，也不要把二维码转给家里的老人。",
    // Words between pictures, which they name.
    "…\n通知管理\n[img - one]\n订阅管理\n[img - two]\n> 关注列表\n[img - three]\n…",
    "> 昨天我和它聊了聊茶：\n[link] 和它聊聊茶\n…",
    "昨天我和它聊了聊茶：\n> [link] 和它聊聊茶\n…",
    "> 本文讲一讲字\n…",
    "…\n> 山脚读书会成立于2011年，专注于山里的人和事，几位朋友轮流写，写茶，写雨，写路过的书。\n…",
    "> 山脚读书会成立于2011年，专注于山里的人和事，几位朋友轮流写，写茶，写雨，写路过的书。\n…",
    "扫描下方二维码加入我们\n> 茶山云成立于2011年，专注于山里的人和事，几位朋友轮流写，写茶，写雨，写路过的书。\n…",
    "…\n> 关于茶山云\n茶山云是一套给茶农用的账本，记雨水、记采摘、记收成，在三个县的茶园里用了五年。\n…",
    "茶山云今年春天到村里来。\n…\n> 茶山云是一家给茶农记账的公司，成立于2011年，专注雨水、采摘与收成，在三个县的茶园里用了五年。",
    "…\n> 感谢大家对山脚读书会的关注和支持",
    "…\n> 各种后果和损失，茶农不承担，茶厂承担。\n…",
    "…\n> 本期内容由山脚读书会与河边书店联合出品！",
    "…\n欢迎关注\n> 编辑：小满",
    "…\n欢迎关注\n> 摄影&文字：小满",
    "…\n> 文／小满 图／网络（侵删）",
    "…\n> 山脚茶室 2024年3月5日\n投稿邮箱：tea@example.org",
    "…\n欢迎关注\n> 文字 小满 图片 阿茶 校对 林一",
    // Bars of all alphabets part a name from what it did, over a code too.
    "…\n> 摄影∣林一\n长按识别二维码\n[img 300x300 qr]",
    "…\n欢迎关注\n> （记者小满）",
    "…\n欢迎关注\n> 2024年3月5日",
    "…\n> 历史回顾\n[img 900x380 old]\n…",
    "…\n【参考】\n> [link] 河边的一年\n[link] 山里的灯",
    "…\n推荐阅读\n[link] 河边的一年\n> 本期由山脚读书会出品！",
    "…\n关于我们\n> 头图 | 阿茶",
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
    // Code is the article's, however little it reads like its prose.
    "…\n> #include <stdio.h>\n…",
    "> #include <stdio.h>\n…",
    "…\n> #include <stdio.h>",
    "> import tea;\n…",
    "…\n> return leaf;",
    "…\n> x = brew(leaf)",
    // The heading of each of an account's notices, and who writes them.
    "…\n> [again] 山里的灯，一盏一盏地亮\n…",
    "…\n> [again] 02 山里的灯，一盏一盏地亮\n…",
    "> [again] 一、山里的灯，一盏一盏地亮\n…",
    // The sentence under it, also at the end.
    "…\n[again] 02 山里的灯\n> [again] 山里的灯，一盏一盏地亮",
    // A picture that a series comes back to.
    "…\n> [again] [img 900x600 a-lamp-in-the-mountains]\n…",
    "> [again] [img 900x600 a-lamp-in-the-mountains]\n…",
    "> [again] 编辑：阿茶\n…",
    // Another version of the same article has all of it.
    "> [again] 山里的灯，一盏一盏地亮",
    // The steps under a numbered heading.
    "…\n# 十：如何修改密码\n> [list] 点击“忘记密码”按钮 / 填写注册时的手机号并点击下一步 / 输入新的密码并点击确认",
];
