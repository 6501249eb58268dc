/** What is said otherwise where fingers point: no keys, nothing to drag. In English. */
export default {
  'box.placeholder': 'Paste here, or choose saved pages',
  'steps.open': 'In WeChat tap ··· at the top right, then Open in Browser',
  'steps.copy': 'Press on the text, select all and copy',
  'steps.paste': 'Come back and tap Paste',
  'steps.files':
    'Or choose saved pages (.html, .mhtml), Markdown of an archiver (.md), items of feeds (.xml, .json): as many as you like, and take them with you as one ZIP.',

  'bookmarklet.title': 'Or with a bookmark',
  'bookmarklet.lead':
    'Copy this, make a bookmark of any page, and put it in place of the bookmark’s address. On an open article choose the bookmark (in Chrome, by typing its name into the address bar): the clean text opens in a new tab, handed from tab to tab within your browser, and can be downloaded with its pictures.',
  'bookmarklet.take': 'Copy the bookmark',
  'bookmarklet.hint': ' The bookmark below does it in one tap.',
  'courier.failed': 'The page did not open. Select all of the article, copy it, and paste it at ',
  'copy.refused': 'The browser does not allow copying here. Press on the text, select all and copy.',

  'error.empty.next': 'Open the article in a browser, press on its text, select all and copy, then paste here.',
  'error.url-only.next':
    'WeChat shows articles to readers’ own browsers only, so no other page can fetch them, and this one has no server. Open the link in a browser, select all and copy, then paste here.',
  'error.not-wechat.next':
    'Open the article in a browser (its address begins with mp.weixin.qq.com), select all and copy, then paste here.',
  'error.deleted.next':
    'The page holds only the notice. If you saved the article earlier, choose that .html file here.',
  'error.violation.next':
    'The page holds only the notice. If you saved the article earlier, choose that .html file here.',
  'error.captcha.next': 'Complete the check in your browser, wait until the article shows, then select all and copy.',
  'error.blocked.next':
    'The page holds only the notice. If you saved the article earlier, choose that .html file here.',
  'error.private.next': 'Open it where you may read it, wait until it shows, then select all and copy.',
  'error.account-profile.next': 'Open one of the articles, select all and copy, then paste here.',
  'error.account-about.next': 'Open one of the articles, select all and copy, then paste here.',
  'error.clipboard.next': 'Press into the box and choose Paste: that always works.',
}
