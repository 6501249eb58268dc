// A WeChat page around what a publisher made, as WeChat keeps it.

/** What WeChat does to the markup: always the first, and in old or strict cases the second too. */
export const TREATMENTS = { mild: keepClasses, harsh: dropClasses }

/** The page, in the shape of the pages that WeChat serves. */
export function wechatPage(content) {
  return `<!DOCTYPE html>
<html><head><meta charset="utf-8"><meta property="og:url" content="https://mp.weixin.qq.com/s/PublisherRoundTripPage"></head>
<body id="activity-detail" class="zh_CN mm_appmsg"><div class="rich_media"><div class="rich_media_area_primary"><div id="img-content" class="rich_media_wrp">
<h1 class="rich_media_title" id="activity-name">往返</h1>
<div id="meta_content" class="rich_media_meta_list"><a href="javascript:void(0);" id="js_name">小镇读书会</a><em id="publish_time"></em></div>
<div class="rich_media_content js_underline_content" id="js_content" style="visibility: hidden; opacity: 0; ">${content}</div>
</div></div></div></body></html>`
}

/** Ids, style sheets and scripts go, pictures wait for the reader, and code loses its line ends. */
function keepClasses(html) {
  return html
    .replace(/<(style|script)\b.*?<\/\1>/gs, '')
    .replace(/(<[^>]*?) id="[^"]*"/g, '$1')
    .replace(/<img\b([^>]*?) src="([^"]*)"/g, '<img$1 data-src="$2" data-ratio="0.75" data-w="1080" data-type="jpeg"')
    .replace(/(<pre\b[^>]*>)(.*?)(<\/pre>)/gs, (_, start, code, end) => start + code.replace(/\n/g, '') + end)
}

/** Classes go too, and blanks at the beginning of code. */
function dropClasses(html) {
  return keepClasses(html)
    .replace(/(<[^>]*?) class="[^"]*"/g, '$1')
    .replace(/(<pre\b[^>]*>)[ \t]+/g, '$1')
}
