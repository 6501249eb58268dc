/** What the page says of the bookmark and the userscript, and these of it, in English. */
export default {
  'bookmarklet.title': 'Or in one click',
  'bookmarklet.lead':
    'Drag this to your bookmarks bar. On an open article, click it: the clean text opens in a new tab, handed from tab to tab within your browser, and can be downloaded with its pictures.',
  'bookmarklet.button': 'Clean article',
  'bookmarklet.take': 'Clean article',
  'bookmarklet.drag': 'Drag it to the bookmarks bar. Ctrl+Shift+B shows the bar.',
  'bookmarklet.more': 'Other ways',
  'bookmarklet.by-hand': 'No bookmarks bar: make a bookmark of any page, and put this in place of its address.',
  'bookmarklet.copy': 'Copy the bookmark',
  'bookmarklet.copied': 'Copied. Now make a bookmark, and paste it as its address.',
  'bookmarklet.userscript':
    'A button on every article: in Tampermonkey, Violentmonkey or another userscript manager, make a new script and put this in place of its text.',
  'bookmarklet.copy-userscript': 'Copy the userscript',
  'bookmarklet.userscript-copied': 'Copied. Now paste it as a new script in your userscript manager.',
  'bookmarklet.file': 'This page as one file: it opens from your disk and needs no network.',
  'bookmarklet.download': 'Download the page',
  'bookmarklet.hint': ' With the bookmark below it takes one click.',
  'bookmarklet.refused': 'The browser does not allow copying here.',
  'courier.copied': 'The new tab was blocked. The article is copied; paste it at ',
  'courier.failed': 'The page did not open. Copy the article (Ctrl+A, Ctrl+C) and paste it at ',
}
