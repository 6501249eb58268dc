// Carries an article from the tab in which it is open to this page. Both ends of the way are here.

const WECHAT = 'https://mp.weixin.qq.com'

/** More characters are no article: a page of WeChat has 2 to 4 million. */
const LONGEST = 20_000_000

/**
 * The end in the article's tab. A bookmark or a userscript holds its source (see bookmarklet.js): so it needs nothing
 * around it, is short, and knows only how to carry, which never goes out of date. It opens the page at `address` in the
 * reader's click, and gives the article to exactly that window and origin, once it says that it is ready. Where the
 * browser allows no window, it copies the article; `copied` and `failed` are what it says, followed by the address.
 */
export function courier(address, copied, failed) {
  const html = () => document.documentElement.outerHTML
  const fail = () => alert(failed + address)
  const tab = open(address)
  if (!tab) {
    navigator.clipboard.writeText(html()).then(() => alert(copied + address), fail)
    return
  }
  const { origin } = new URL(address)
  const timer = setTimeout(fail, 15e3)
  addEventListener('message', function hear(event) {
    if (event.source !== tab || event.origin !== origin || event.data !== 'ready') return
    removeEventListener('message', hear)
    clearTimeout(timer)
    tab.postMessage({ html: html(), url: location.href }, origin)
  })
}

/**
 * The end in this page: says that it is ready to the tab that opened it, and calls `onArticle(html, url)` with the
 * first article that comes from there, or `onError({ code })`. Whatever else is sent is not looked at.
 */
export function receive(onArticle, onError) {
  const { opener } = window
  if (!opener) return
  addEventListener('message', function hear({ source, origin, data }) {
    if (source !== opener || !mayCarry(origin) || !isArticle(data)) return
    removeEventListener('message', hear)
    if (data.html.length > LONGEST) onError({ code: 'too-large' })
    else onArticle(data.html, data.url)
  })
  // To any origin, as nothing is told by it; where the tab is not of WeChat, no one there listens.
  opener.postMessage('ready', '*')
}

/** Only WeChat's pages, and where this page itself is served for tests and development, those of the same machine. */
function mayCarry(origin) {
  const isLocal = (host) => host === 'localhost' || host === '127.0.0.1'
  return origin === WECHAT || (isLocal(location.hostname) && URL.canParse(origin) && isLocal(new URL(origin).hostname))
}

function isArticle(data) {
  return typeof data?.html === 'string' && typeof data.url === 'string' && URL.canParse(data.url)
}
