// Carries an article from the tab in which it is open to this page, and its pictures when they are asked for. Both ends
// of the way are here.

import { urlOf } from './dom.js'

const WECHAT = 'https://mp.weixin.qq.com'

/** More characters are no article: a page of WeChat has 2 to 4 million. */
const LONGEST = 20_000_000

/** How long the article's tab may say nothing before no more pictures are waited for, in milliseconds. */
const PATIENCE = 15_000

/**
 * The end in the article's tab. A bookmark or a userscript holds its source (see bookmarklet.js): so it needs nothing
 * around it, is short, and knows only how to carry, which never goes out of date. It opens the page at `address` in the
 * reader's click, and gives the article to exactly that window and origin, whenever it says that it is ready; then the
 * pictures that it asks for, which WeChat gives to its own pages only. Where the browser allows no window, it copies the
 * article; `copied` and `failed` are what it says, followed by the address.
 */
export function courier(address, copied, failed) {
  const html = () => document.documentElement.outerHTML
  const fail = () => alert(failed + address)
  const tab = open(address)
  if (!tab) {
    navigator.clipboard.writeText(html()).then(() => alert(copied + address), fail)
    return
  }
  const timer = setTimeout(fail, 15e3)
  const give = (message) => tab.postMessage(message, address)
  addEventListener('message', ({ source, origin, data }) => {
    if (source !== tab || !address.startsWith(`${origin}/`)) return
    clearTimeout(timer)
    if (data === 'ready') give({ html: html(), url: location.href })
    else
      for (const url of data.pictures)
        fetch(url)
          .then((answer) => answer.blob())
          .catch(() => {})
          .then((picture) => give({ url, picture }))
  })
}

/**
 * The end in this page: says that it is ready to the tab that opened it, and calls `onArticle(html, { url, pictures })`
 * with the first article that comes from there, or `onError({ code })`. `pictures(addresses, onPicture)` asks that tab for
 * pictures of the article and resolves to a map of blobs by address, as many as came; `onPicture(count)` is told how
 * many were answered. Whatever else is sent is not looked at.
 */
export function receive(onArticle, onError) {
  const { opener } = window
  if (!opener) return
  addEventListener('message', function hear({ source, origin, data }) {
    if (source !== opener || !mayCarry(origin) || !isArticle(data)) return
    removeEventListener('message', hear)
    if (data.html.length > LONGEST) onError({ code: 'too-large' })
    else onArticle(data.html, { url: data.url, pictures: (...asked) => picturesFrom(opener, origin, ...asked) })
  })
  // To any origin, as nothing is told by it; where the tab is not of WeChat, no one there listens.
  opener.postMessage('ready', '*')
}

function picturesFrom(tab, tabOrigin, addresses, onPicture) {
  const awaited = new Set(addresses)
  const pictures = new Map()
  return new Promise((resolve) => {
    let timer
    function end() {
      removeEventListener('message', hear)
      resolve(pictures)
    }
    function wait() {
      clearTimeout(timer)
      timer = setTimeout(end, awaited.size > 0 && !tab.closed ? PATIENCE : 0)
    }
    function hear({ source, origin, data }) {
      if (source !== tab || origin !== tabOrigin || !awaited.delete(data?.url)) return
      if (data.picture instanceof Blob) pictures.set(data.url, data.picture)
      onPicture(addresses.length - awaited.size)
      wait()
    }
    addEventListener('message', hear)
    wait()
    tab.postMessage({ pictures: addresses }, tabOrigin)
  })
}

/** Only WeChat's pages, and where this page itself is served for tests and development, those of the same machine. */
function mayCarry(origin) {
  const isLocal = (host) => host === 'localhost' || host === '127.0.0.1'
  return origin === WECHAT || (isLocal(location.hostname) && isLocal(urlOf(origin)?.hostname))
}

function isArticle(data) {
  return typeof data?.html === 'string' && typeof data.url === 'string' && urlOf(data.url) !== null
}
