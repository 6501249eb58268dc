// Made-up pages for the tests, with the markup of real ones.

/** The source of a page with this body. */
export const pageOf = (body, { title = '雨后的菜市场', head = '' } = {}) => `<!DOCTYPE html>
<html><head><meta charset="utf-8"><meta property="og:title" content="${title}">${head}</head>
<body><h1 class="rich_media_title" id="activity-name">${title}</h1>
<a href="javascript:void(0);" id="js_name">街角记事</a>
<script>var ct = "1777161600"; var item_show_type = "0";</script>
<div class="rich_media_content" id="js_content" style="visibility: hidden;">${body}</div></body></html>`

/** Paragraphs that are plainly article. */
export const body = [
  '雨停了以后，菜市场的棚顶还在滴水。卖豆腐的老周把木板擦了三遍，才把第一板豆腐端上来。',
  '他说，雨天来的人少，可来的都是熟人，不问价，只问今天的豆腐嫩不嫩。',
  '到了九点，太阳从塑料布的缝里照进来，地上的水洼一个一个亮起来。',
]
  .map((text) => `<p><span leaf="">${text}</span></p>`)
  .join('\n')

/** What is left of a page whose author deleted the article. */
export const deletedPage = `<!DOCTYPE html>
<html><head><meta charset="utf-8"><title></title></head><body id="activity-detail" class="zh_CN">
<div class="weui-msg"><div class="weui-msg__text-area">
<div class="weui-msg__title warn">该内容已被发布者删除</div>
</div></div></body></html>`
