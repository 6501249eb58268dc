/** Why there is no article, and what to do next, in English. */
export default {
  'error.empty': 'There is nothing here yet.',
  'error.empty.next': 'Open the article, press `Ctrl+A` to select all and `Ctrl+C` to copy, then paste here.',
  'error.url-only': 'That is only the link, not the article.',
  'error.url-only.next':
    'WeChat shows articles to readers’ own browsers only, so no other page can fetch them, and this one has no server. Open the link, press `Ctrl+A` and `Ctrl+C`, then paste here.',
  'error.url-only.link': 'Open the article',
  'error.link': 'The address that it names',
  'error.not-wechat': 'This does not look like a WeChat article.',
  'error.not-wechat.next':
    'Open the article in a browser (its address begins with mp.weixin.qq.com), press `Ctrl+A` and `Ctrl+C`, then paste here.',
  'error.deleted': 'The author has deleted this article.',
  'error.deleted.next': 'The page holds only the notice. If you saved the article earlier, drop that .html file here.',
  'error.violation': 'WeChat has taken this article down.',
  'error.violation.next':
    'The page holds only the notice. If you saved the article earlier, drop that .html file here.',
  'error.expired': 'This was a temporary link, and it has expired.',
  'error.expired.next':
    'Open the article in WeChat again, copy its new link, open that in a browser, then copy the article.',
  'error.captcha': 'This is WeChat’s verification page, not the article.',
  'error.captcha.next':
    'Complete the check in your browser, wait until the article shows, then press `Ctrl+A` and `Ctrl+C`.',
  'error.unavailable': 'WeChat is not showing this article at the moment.',
  'error.unavailable.next': 'Open it again later in a browser, and copy it once the article shows.',
  'error.migrated': 'This account has moved, and the article is no longer here.',
  'error.migrated.next': 'Look for the article at the account’s new name, open it in a browser, and copy it there.',
  'error.blocked': 'This account is blocked or closed.',
  'error.blocked.next': 'The page holds only the notice. If you saved the article earlier, drop that .html file here.',
  'error.private': 'This article is shown to some people only.',
  'error.private.next': 'Open it where you may read it, wait until it shows, then press `Ctrl+A` and `Ctrl+C`.',
  'error.account-profile': 'This is an account’s list of articles.',
  'error.account-profile.next': 'Open one of the articles, press `Ctrl+A` and `Ctrl+C`, then paste here.',
  'error.account-about': 'This page is about an account; it is not an article.',
  'error.account-about.next': 'Open one of the articles, press `Ctrl+A` and `Ctrl+C`, then paste here.',
  'error.truncated': 'The page is incomplete: the article is missing.',
  'error.truncated.next': 'Open the article again, wait until all of it shows, then copy or save it.',
  'error.no-article': 'There is no article on this WeChat page.',
  'error.no-article.next':
    'Make sure it is an article, not an account’s profile, and that its text shows before you copy.',
  'error.too-large': 'The file is too large to be an article.',
  'error.too-large.next': 'Choose a saved .html file of no more than 64 MB.',
  'error.unreadable': 'The file could not be read.',
  'error.unreadable.next':
    'It may have been moved or be in use. Choose it again, or open it, copy its content and paste.',
  'error.clipboard': 'The browser does not show the clipboard to this page.',
  'error.clipboard.next': 'Click into the box and press `Ctrl+V`: that always works.',
  'error.not-loaded': 'The cleaner did not load.',
  'error.not-loaded.next': 'Check the connection and try again, or reload the page.',
  'error.timeout': 'The cleaner did not finish in time, and has been restarted.',
  'error.timeout.next': 'Other articles work as before. Please report the article’s link, so that this one does too.',
  'error.crashed': 'The cleaner stopped half-way and has been restarted.',
  'error.crashed.next': 'Please try once more. If it happens again, please report the article’s link.',
  'error.internal': 'The cleaner failed.',
  'error.internal.next':
    'That is a defect of this program, not of the article. Please report the article’s link and the text above.',
}
