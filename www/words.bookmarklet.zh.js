/** What the page says of the bookmark and the userscript, and these of it, in Chinese. */
export default {
  'bookmarklet.title': '或者，点一下就好',
  'bookmarklet.lead':
    '把这个按钮拖到书签栏。以后打开文章，点一下这个书签，清理好的正文就在新标签页里；内容只在你的浏览器里从一个标签页交到另一个，还可以连图下载。',
  'bookmarklet.button': '清理文章',
  'bookmarklet.take': '清理文章',
  'bookmarklet.drag': '请把它拖到书签栏。按 Ctrl+Shift+B 可显示书签栏。',
  'bookmarklet.more': '其他方式',
  'bookmarklet.by-hand': '没有书签栏：随便收藏一个网页，再把书签的网址换成它。',
  'bookmarklet.copy': '复制书签',
  'bookmarklet.copied': '已复制。请新建一个书签，把它粘贴为网址。',
  'bookmarklet.userscript':
    '让每篇文章上都有按钮：在 Tampermonkey、Violentmonkey 等用户脚本管理器里新建脚本，把内容换成它。',
  'bookmarklet.copy-userscript': '复制用户脚本',
  'bookmarklet.userscript-copied': '已复制。请在用户脚本管理器里新建脚本，粘贴进去。',
  'bookmarklet.file': '把这个网页存成一个文件：从硬盘直接打开，不用联网。',
  'bookmarklet.download': '下载这个网页',
  'bookmarklet.hint': '用下面的书签，点一下就好。',
  'bookmarklet.refused': '浏览器不允许复制。',
  'courier.copied': '弹窗被拦截。文章已复制，请粘贴到 ',
  'courier.failed': '没有打开。请复制文章，粘贴到 ',
}
