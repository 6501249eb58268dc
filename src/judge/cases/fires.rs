//! What each rule removes.

/// The rule that removes the marked line, and the case.
pub(in crate::judge) const FIRES: &[(&str, &str)] = &[
    ("hidden/unseen", "…\n> [hidden] 山间的茶\n…"),
    ("chrome/page", "> 阿茶\n===\n…\n===\n预览时标签不可点"),
    (
        "chrome/page",
        "阿茶\n===\n…\n===\n预览时标签不可点\n> 知道了",
    ),
    (
        "chrome/card",
        "以下文章来源于河边的人\n，作者阿木\n> [img 132x132 wx.qlogo.cn/mmhead/a]\n河边的人\n.\n…",
    ),
    (
        "chrome/card",
        "以下文章来源于河边的人，作者阿木\n[img 132x132 wx.qlogo.cn/mmhead/a]\n> 河边的人\n.\n…",
    ),
    (
        "chrome/card-words",
        "以下文章来源于河边的人\n[img 132x132 wx.qlogo.cn/mmhead/a]\n河边的人\n.\n> 写河，写桥，写渡船\n…",
    ),
    // What stands at the edges of the article is at its edges, whatever the page has around it.
    (
        "decor/banner",
        "阿茶\n===\n> [img 640x120 head]\n…\n===\n知道了",
    ),
    ("chrome/label", "…\n> 视频加载失败，请刷新页面再试\n…"),
    (
        "chrome/refresh",
        "…\n视频加载失败，请刷新页面再试\n> 刷新\n…",
    ),
    // What lies between and is not seen parts nothing.
    (
        "chrome/refresh",
        "…\n视频加载失败，请刷新页面再试\n[hidden] 全屏\n> 刷新\n…",
    ),
    ("chrome/title", "> # 茶山来信\n…"),
    ("follow/ask", "> 点击上方蓝字关注我们\n…"),
    ("follow/reply", "> 回复“茶书”获取整理好的茶谱！\n…"),
    (
        "qr/join",
        "…\n[img 300x300 code]\n> 扫码添加小助手\n回复关键词茶书\n加入茶友交流群\n…",
    ),
    ("follow/ask", "…\n> 觉得有用，欢迎关注"),
    // Before the sources, which end many an article.
    (
        "follow/ask",
        "…\n> 觉得有用，欢迎关注\n参考文献：\n[1] 陆羽，《茶经》，山脚书局重印，第三十二页至第四十五页，附图十二幅，注释一百二十条。\n[2] 赵佶，《大观茶论》，山脚书局影印，卷首至卷末，附校勘记二十七则，据河边藏本，未署年月。\n[3] 许次纾，《茶疏》，山脚书局点校，凡三十六则，附旧序三篇，据桥头藏本，二十年前所得。",
    ),
    (
        "follow/ask",
        "…\n> 觉得有用，欢迎关注\n引用链接\n[1] 茶经: https://tea.example.org/classics/the-classic-of-tea-in-three-volumes-with-notes/1\n[2] 大观茶论: https://tea.example.org/classics/treatise-on-tea-in-twenty-chapters/2",
    ),
    // A fence may be no more than a box.
    (
        "follow/ask",
        "…\n> [code] 点击下方山脚读书会，选择设为星标 / 每周一封来信\n欢迎关注",
    ),
    // After the end mark, whatever else is told there.
    (
        "follow/ask",
        "…\nEND\n> 觉得有用，欢迎关注\n山上的雾散了以后，来的人要比往年多一些，他们在桥头坐一会儿，喝一碗茶，然后才往上走。\n山上的雾散了以后，来的人要比往年多一些，他们在桥头坐一会儿，喝一碗茶，然后才往上走。",
    ),
    (
        "follow/ask",
        "…\n今天的分享就到这里，我们山上见\n> 觉得有用，欢迎关注\n山上的雾散了以后，来的人要比往年多一些，他们在桥头坐一会儿，喝一碗茶，然后才往上走。\n山上的雾散了以后，来的人要比往年多一些，他们在桥头坐一会儿，喝一碗茶，然后才往上走。",
    ),
    // What the account says of itself does not go on with the text.
    (
        "follow/ask",
        "…\n> 觉得有用，欢迎关注\n山脚读书会成立于2011年，是一家专注于茶书的公众号，致力于为读者提供优质的内容和服务，欢迎各位朋友投稿，商务合作请添加小编微信。\n[img 300x300 qr]",
    ),
    (
        "legal/under-heading",
        "…\n四、免责声明\n> 这张地图只用于走路，使用者须遵守山里的规矩和法律。\n走错了路，本人不承担任何后果。\n…",
    ),
    (
        "legal/under-heading",
        "…\n四、免责声明\n这张地图只用于走路，使用者须遵守山里的规矩和法律。\n> 走错了路，本人不承担任何后果。\n…",
    ),
    (
        "legal/heading",
        "…\n> 四、免责声明\n这张地图只用于走路，使用者须遵守山里的规矩和法律。\n…",
    ),
    (
        "legal/heading",
        "茶山图鉴\n> 阅读须知\n仅供学习，请勿用于非法用途\n…",
    ),
    (
        "legal/use",
        "> 注：本文仅供学习，坚决反对危害茶山的行为，造成后果自行负责！\n…",
    ),
    ("legal/reprint", "> 阅读即代表您同意以上条款。\n…"),
    ("follow/ask-bare", "…\n> 【关注】"),
    ("follow/account-name", "…\n> 关注脚读书，关注茶山"),
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
    (
        "follow/reply",
        "…\n> 在微信里回复关键词“茶山”，即可得到地图",
    ),
    ("follow/reply", "…\n> 后台回复“茶山”可以得到全部照片"),
    ("follow/reply", "…\n> 回复【3】：领取采茶的图谱"),
    ("follow/card", "…\n> [card 山脚读书会]"),
    (
        "follow/after-ask",
        "…\n长按识别二维码\n> [card 山脚读书会]\n[img 300x300 qr]\n…",
    ),
    ("follow/picture", "…\n欢迎关注\n> [img 900x380 poster]"),
    ("decor/edge", "> ---\n…"),
    ("decor/edge", "…\n> ---\n欢迎关注"),
    ("qr/scan", "…\n> 扫描下方二维码加入我们"),
    (
        "qr/invite",
        "> 加入山脚茶友交流群，同爱茶的人说说话，也有老茶农每个月来讲一次课，点击文末阅读原文申请入群。\n…",
    ),
    (
        "qr/contact",
        "…\n> 喜欢在QQ说话的茶友，欢迎来山脚的QQ群500000000",
    ),
    ("qr/press", "…\n> 长按识别二维码查看\n[img 300x300 qr]\n…"),
    ("qr/contact", "…\n> 想聊天的朋友可以加微信 tea-letters"),
    ("qr/contact", "…\n> QQ群：500000000"),
    (
        "qr/invite",
        "…\n> 山脚已经有了十个茶友交流群，按茶的颜色来分，有绿茶群、红茶群、白茶群、黑茶群、花茶群，也有只看山不喝茶的群，想来的朋友扫码添加小满，拉你入群，备注你喝哪一种茶。\n[img 300x300 qr]",
    ),
    (
        "qr/press",
        "…\n> 长按识别二维码看原信\nhttps://example.org/tea\n…",
    ),
    ("qr/code", "…\n扫描下方二维码加入我们\n> [img 300x300 qr]"),
    (
        "qr/code-further",
        "…\n长按识别二维码查看\nhttps://example.org/tea\n> [img 300x300 qr]\n…",
    ),
    ("share/plea", "…\n> 写作不易，点个在看再走吧"),
    ("share/plea", "…\n最后\n> 您的支持是我们写信的最大动力"),
    ("share/deeds", "…\n> 觉得好就点赞、收藏一下"),
    ("share/deeds", "> 觉得好，可以多点赞、分享\n…"),
    ("share/deeds", "…\n> 把这封信分享至朋友圈，可以换一包茶"),
    (
        "share/plea",
        "…\n> 茶山要不要修一条新路，村里说法不一，各位茶友怎么看？这周都在等信，欢迎留言",
    ),
    (
        "share/list",
        "…\n> [list] 点个在看，让更多的人看到茶山上的事，也看到写信的人 / 关注公众号，回复春茶，和几百个爱茶的人说说话",
    ),
    ("share/button", "…\n> 点收藏\n[img 300x300 star]"),
    (
        "share/question",
        "…\n读者来信\n> 你怎么看山上的路？\n[img 900x600 view]\n点个在看再走吧",
    ),
    (
        "share/heads-question",
        "…\n> 读者来信\n你怎么看山上的路？\n点个在看再走吧",
    ),
    ("share/comment", "…\n> 你去过茶山吗？评论区聊聊"),
    ("share/plea", "…\n> 重要公告：你在找我们吗？请转发转告！"),
    (
        "share/reward",
        "…\n> 本号没有广告，全靠读者的赞赏支持，谢谢。",
    ),
    ("related/heading", "…\n> 往期：\n[link] 河边的一年"),
    ("related/heading", "…\n> 【往期推荐】\n[link] 河边的一年"),
    (
        "related/heading",
        "> 相关内容：\n[link] 河边的一年\n[link] 山里的灯\n…",
    ),
    ("related/heading", "…\n> 往 期 热 门\n[link] 河边的一年"),
    (
        "related/heading",
        "…\n> 山里的精选好文\n[link] 河边的一年\n[link] 山里的灯",
    ),
    ("related/heading", "…\n…\n> 往年回顾\n[link] 河边的一年\n…"),
    (
        "related/heading",
        "> 本号相关文章（点击下方\n[link] 河边的一年\n…",
    ),
    (
        "related/heading",
        "…\n> 热点视频\n阿茶：采茶的第一年，除了我们几个，没有谁上过山。\n关注我们的公众号",
    ),
    (
        "related/item",
        "…\n热点视频\n> 阿茶：采茶的第一年，除了我们几个，没有谁上过山。\n关注我们的公众号",
    ),
    ("related/item", "…\n…\n往年回顾\n> [link] 河边的一年\n…"),
    (
        "related/hint",
        "…\n> （点击图片即可阅读）\n[img 900x380 a] link",
    ),
    ("related/item", "…\n推荐阅读\n> 河边的一年\n山里的灯"),
    ("related/head-item", "往期文章\n> [link] 河边的一年\n…"),
    ("related/links", "…\n> [link] 河边的一年\n[link] 山里的灯"),
    ("related/links", "…\n> [links] 河边的一年 / 山里的灯"),
    (
        "related/named-link",
        "…\n…\n> [link] 前文回顾：《河边的一年》\n村里的人都来了。\n…",
    ),
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
    ("about/contact", "…\n> “投稿联系方式：小满 020-00000000”"),
    (
        "about/contact-row",
        "…\n> 网站：tea.example.org\n电话：020-00000000\n邮箱：tea@example.org",
    ),
    (
        "about/contact-row",
        "…\n长按识别二维码\n> 地址：茶山县河边路1号",
    ),
    (
        "about/contact-row",
        "…\n长按识别二维码\n> 网站：\nhttps://tea.example.org\n电话：020-00000000（白天）\n020-00000001（夜里）",
    ),
    (
        "about/contact-row",
        "…\n长按识别二维码\n网站：\n> https://tea.example.org\n电话：020-00000000（白天）",
    ),
    (
        "about/contact-row",
        "…\n长按识别二维码\n电话：020-00000000（白天）\n> 020-00000001（夜里）",
    ),
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
    // The name alone, over what the company says of itself.
    (
        "about/heading",
        "…\n> 山脚读书会\n茶山市山脚读书会成立于2011年，是专注于茶书的读书会，多年来办了三百场茶会，来过的朋友有两万人，每年春天还会上山采茶。",
    ),
    (
        "about/phone",
        "…\n> 联系电话：020-00000000\n[img 300x300 poster]",
    ),
    ("about/phone", "…\n> 邮箱：tea@example.org"),
    (
        "about/heads-removed",
        "…\n> 添加小满微信号\n想聊天的朋友可以加微信 tea-letters",
    ),
    (
        "about/after-end",
        "…\n— END —\n> 茶友社群 | 与爱茶的人交流\n[img 900x380 poster]",
    ),
    ("about/description", "…\n> 写山里的人，也写路过的书"),
    (
        "about/heading",
        "…\n> 山脚茶室服务\n送茶上门\n教人泡茶\n邮箱：tea@example.org",
    ),
    (
        "about/after-heading",
        "…\n山脚茶室服务\n> 送茶上门\n教人泡茶\n邮箱：tea@example.org",
    ),
    ("about/tagline", "> 这里记录山脚的四季\n…"),
    ("about/tagline", "> 这是山脚的第 20 篇原创\n…"),
    (
        "about/welcome",
        "> 欢迎来到《山间头条》！第一次来的朋友，可以先看看茶馆门口的木牌。\n…",
    ),
    (
        "about/portrait",
        "…\n> 茶山云是一家给茶农记账的公司，成立于2011年，专注雨水、采摘与收成，在三个县的茶园里用了五年。",
    ),
    (
        "about/portrait",
        "…\n> 山脚读书会成立于2011年，专注于山里的人和事，几位朋友轮流写，写茶，写雨，写路过的书。",
    ),
    (
        "about/portrait",
        "…\n— END —\n> 山下茶业是一家种茶、卖茶、写茶的公司，在三个县有茶园，旗下有两个品牌和一份小报。",
    ),
    (
        "about/portrait-before",
        "扫描下方二维码加入我们\n> 山脚读书会成立于2011年，专注于山里的人和事，几位朋友轮流写，写茶，写雨，写路过的书。\n…",
    ),
    (
        "about/portrait-before",
        "扫描下方二维码加入我们\n山脚读书会成立于2011年，专注于山里的人和事，几位朋友轮流写，写茶，写雨，写路过的书。\n> 山脚读书会也等着更多爱写信的朋友，一起把山里的事情写下来，寄给远处的人看。\n…",
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
    // An article without prose ends with its credits.
    (
        "about/in-footer",
        "[img 900x3000 comic]\n（来源：山脚日报）\n欢迎关注\n> 山脚的茶，等你来喝",
    ),
    (
        "about/in-footer",
        "…\n点个在看再走吧\n[img 900x380 poster]\n> 万一哪天找不到我们，还可以去河边的小号那里看一看。",
    ),
    ("about/name", "…\n> 山脚读书会"),
    ("about/after-end", "…\n— END —\n> 把山里的事讲给你听"),
    (
        "about/after-credit",
        "…\n（来源：山脚日报）\n> 读山里的书 走山里的路\n欢迎关注",
    ),
    (
        "about/between",
        "> 把山里的事一件一件地讲给住在城里的你听，也讲给自己听\n欢迎关注\n…",
    ),
    (
        "legal/disclaimer",
        "…\n> 免责声明：图片来自网络，若有不妥请告诉我们。",
    ),
    (
        "legal/use",
        "> 本号所讲的泡法仅供学习与交流，严禁用于任何商业用途。\n…",
    ),
    ("legal/use", "…\n> 文中的地图只供研究，请勿照着它进山。"),
    (
        "legal/liability",
        "> 由于传播、利用本文所提供的信息而造成的任何后果，作者不承担任何责任。\n…",
    ),
    // Early, after what reads like prose.
    (
        "legal/liability",
        "…\n> 由于传播、利用本公众号所提供的信息而造成的任何后果及损失，均由使用者本人负责，本公众号不为此承担任何责任。\n…\n…\n…\n…\n…",
    ),
    (
        "legal/heading",
        "…\n> 0x04声明\n---\n由于传播、利用此文而造成的任何后果，均由使用者本人负责。",
    ),
    (
        "legal/reprint",
        "> 转载请注明以下内容：\n来源：山脚读书会\n…",
    ),
    ("legal/reprint", "…\n> 未经许可，任何人不得转载本文。"),
    ("legal/reprint", "…\n> 故事纯属虚构，如有雷同，也是缘分"),
    ("legal/reprint", "…\n> 本文首发于本号，转载请注明出处"),
    (
        "ad/offer",
        "…\n> 另外，我的知识星球正在招新，欢迎感兴趣的朋友加入。",
    ),
    ("ad/subscribe", "> 邮发代号 00-000\n…"),
    (
        "ad/notice",
        "> 培训通知：五月十日起教人炒茶，名额不多，请添加微信号 chashan\n…",
    ),
    ("ad/pointer", "> （想要茶样的朋友，文末有福利）\n…"),
    ("ad/button", "…\n> 【立即预约】\n[img 900x380 poster]"),
    ("ad/draw", "…\n点个在看再走吧\n> 开奖时间：三月五日正午"),
    (
        "ad/heading",
        "…\n> 招聘\n茶山缺两个认得路的人，会泡茶的更好\n[img 900x600 tea]",
    ),
    ("ad/heading", "…\n> 活动推荐\n[img 900x380 poster]"),
    (
        "ad/after-heading",
        "…\n加入山脚\n> 泡茶的人，要求认得一百种茶，并且能在天亮之前起床，背得动竹篓，走得完山路，下雨的日子也不例外。\n看门的人，要求夜里不睡，早上不走，认得山上的每一条狗，也认得每一个来读书的人。",
    ),
    (
        "ad/after-heading",
        "…\n活动推荐\n> 三月五日，茶山县的茶会在河边的老仓库里开场，来的人有茶农、画家和写信的人，从早上坐到天黑。\n[img 900x380 poster]",
    ),
    ("ad/join", "…\n> 茶馆正在招募泡茶的人，欢迎投递简历"),
    ("ad/join", "…\n> 也欢迎各位加入我们山脚"),
    (
        "ad/join",
        "…\n> 茶队长期招新，有意的朋友请把简历发到邮箱 tea@example.org。",
    ),
    (
        "ad/community",
        "…\n加入知识星球，可获取权益\n一、茶山的地图\n> 茶山的每一条路都有人走过三遍，每一棵树都有名字，读完这二十六章，走到哪里都不会再迷失方向，欢迎入圈来读。\n二、适合谁",
    ),
    (
        "ad/community",
        "…\n茶书小圈子\n> 每周五更新一篇讲茶的长文，附泡茶的图谱和老师傅的录音，读完可以提问\n一、茶山的地图\n圈子里现在有两百人，期待你的加入\n[img 900x600 circle]",
    ),
    (
        "ad/between",
        "…\n我的知识星球正在招新，欢迎加入\n> [img 900x380 poster]\n[img 300x300 qr]",
    ),
    ("share/likely", "…\n> 喜欢的话，转给也爱喝茶的老朋友吧~"),
    (
        "qr/likely",
        "…\n> 茶友群又空出几个位子，备注“喝茶”，阿茶拉你进来",
    ),
    ("follow/likely", "…\n> 订阅山脚读书会，每周三给你沏一壶好茶"),
    (
        "legal/likely",
        "…\n> 本号图文皆为茶友所赠，版权在茶友，要用请先问过我们",
    ),
    ("related/likely", "…\n> 上期我们聊了茶农的一天，点这里补课"),
    ("about/likely", "…\n> 山脚读书会 · 每天一杯茶，陪你读好书"),
    (
        "ad/likely",
        "…\n> 阿茶家的明前茶今天开卖，老客户减二十，找店长微信下单哦~",
    ),
    ("decor/end", "…\n> —THE END—"),
    ("decor/ornament", "…\n> ▼▼▼\n…"),
    (
        "decor/repeated-line",
        "…\n> HAPPY NEW YEAR\n…\nHAPPY NEW YEAR\n…",
    ),
    (
        "decor/repeated-line",
        "…\n> HAPPY\n…\nHAPPY\n…\nHAPPY\n…\nHAPPY\n…",
    ),
    ("decor/rule", "…\n> ---我是分割线---\n…"),
    ("decor/swipe", "…\n> <<左右滑动查看更多>>\n…"),
    ("decor/notes", "…\n> [notes] 参考资料"),
    ("decor/length", "> 全文约3000字，阅读需要8分钟\n…"),
    ("decor/length", "> 本文共计3000个字\n…"),
    ("decor/line", "…\n> [img 640x20 line]\n…"),
    ("decor/tiny", "…\n> [img 33x30 dot]\n…"),
    (
        "decor/repeated",
        "…\n> [img 232x106 fan]\n…\n[img 232x106 fan]\n…\n[img 232x106 fan]\n…",
    ),
    ("decor/banner", "> [img 640x120 head]\n…"),
    (
        "decor/repeated",
        "[archive]\n…\n> [img - cup]\n春\n…\n[img - cup]\n夏\n…\n[img - cup]\n秋\n…",
    ),
    (
        "decor/repeated",
        "…\n> [img - cup]\n…\n[img - cup]\n…\n[img - cup]\n…\n[img - cup]\n…",
    ),
    (
        "decor/frame",
        "…\n> [img 640x400 leaf]\n第二封信\n[img 640x400 leaf]\n…",
    ),
    (
        "decor/head",
        "> [img 900x600 head]\n扫描下方二维码加入我们\n…",
    ),
    (
        "decor/in-footer",
        "…\n点个在看再走吧\n河边的一年\n> [img 900x600 poster]\n图：阿茶",
    ),
    (
        "decor/number",
        "…\n> PART.04\n扫码加入我们的读者交流群\n[img 300x300 qr]",
    ),
    (
        "decor/number",
        "…\n> PART\n04\n扫码加入我们的读者交流群\n[img 300x300 qr]",
    ),
    ("decor/after-end", "…\n— END —\n> [img 900x500 poster]"),
    ("decor/footer", "…\n> [img 640x400 mmbiz_gif]"),
    (
        "decor/between",
        "投稿邮箱：tea@example.org\n> [img 900x380 poster]\n欢迎关注\n…",
    ),
    ("about/recurring", "> [again] 山里的灯，一盏一盏地亮\n…"),
    (
        "about/recurring",
        "> [again] 一盏茶的时间，读一封山里的信\n…",
    ),
    // Prose, too, and what follows on it.
    (
        "about/recurring",
        "…\n> [again] 我们是几个住在山脚的人，白天各有各的事做，晚上聚在一起读几页书，再写几行字，这样已经过了十年。\n[again] 山里的灯，一盏一盏地亮",
    ),
    (
        "decor/recurring",
        "…\n> [again] [img 900x600 a-lamp-in-the-mountains]",
    ),
    (
        "decor/recurring",
        "[archive]\n> [again] [img - a-lamp-in-the-mountains]\n…",
    ),
];
