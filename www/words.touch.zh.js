/** What is said otherwise where fingers point: no keys, nothing to drag. In Chinese. */
export default {
  'box.placeholder': '在这里粘贴，或选择保存的网页',
  'steps.open': '在微信里点右上角 ···，选“在浏览器打开”',
  'steps.copy': '长按文字，全选并复制',
  'steps.paste': '回到这里，点“粘贴”',
  'steps.files':
    '也可以选择保存的网页（.html、.mhtml）、存档工具得到的 Markdown（.md）、订阅源里的条目（.xml、.json）。一次可以多个，最后打包成一个 ZIP。',

  'bookmarklet.title': '或者，用一个书签',
  'bookmarklet.lead':
    '复制它，随便收藏一个网页，再把书签的网址换成它。以后打开文章，点这个书签（Chrome 里在地址栏输入书签的名字），清理好的正文就在新标签页里；内容只在你的浏览器里从一个标签页交到另一个，还可以连图下载。',
  'bookmarklet.take': '复制书签',
  'bookmarklet.hint': '用下面的书签，点一下就好。',
  'courier.failed': '没有打开。请全选并复制文章，粘贴到 ',
  'copy.refused': '浏览器不允许复制。请长按内容，全选并复制。',

  'error.empty.next': '在浏览器里打开文章，长按文字，全选并复制，再到这里粘贴。',
  'error.url-only.next':
    '微信只把文章交给读者自己的浏览器，其他网页取不到；本页也不经过任何服务器。请在浏览器里打开链接，全选并复制，再到这里粘贴。',
  'error.not-wechat.next': '请在浏览器里打开公众号文章（地址以 mp.weixin.qq.com 开头），全选并复制，再到这里粘贴。',
  'error.deleted.next': '页面里只剩删除提示。如果你以前保存过这篇文章，可以选择当时的 .html 文件。',
  'error.violation.next': '页面里只剩下架提示。如果你以前保存过这篇文章，可以选择当时的 .html 文件。',
  'error.captcha.next': '请在浏览器里完成验证，等文章显示出来，再全选并复制。',
  'error.blocked.next': '页面里只剩提示。如果你以前保存过这篇文章，可以选择当时的 .html 文件。',
  'error.private.next': '请在你能看到它的地方打开，等文章显示出来，再全选并复制。',
  'error.account-profile.next': '请打开其中一篇文章，全选并复制，再到这里粘贴。',
  'error.account-about.next': '请打开一篇文章，全选并复制，再到这里粘贴。',
  'error.clipboard.next': '请长按输入框，选“粘贴”，这样总能粘贴。',
}
