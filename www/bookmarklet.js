// The bookmark and the userscript that bring an article here in one click. They are made as this page runs, as only
// then is it known where it is served.

import { courier } from './courier.js'
import { byId } from './dom.js'
import { isTouch, words } from './i18n.js'

/** Where the courier brings the article. */
const address = location.origin + location.pathname

/** Prepares the section; `announce(text, { visible })` speaks to screen readers, or to all. */
export function initBookmarklet(announce) {
  // A page on a disk cannot be opened from one on the web.
  byId('bookmarklet').hidden = !location.protocol.startsWith('http')
  const copying = (text, done) => async () => {
    try {
      await navigator.clipboard.writeText(text())
      announce(words(done), { visible: true })
    } catch {
      announce(words('bookmarklet.refused'), { visible: true })
    }
  }
  const copyBookmark = copying(bookmark, 'bookmarklet.copied')
  byId('bookmark').addEventListener('click', (event) => {
    event.preventDefault()
    // Fingers drag nothing to a bar that phones do not have.
    if (isTouch) copyBookmark()
    else announce(words('bookmarklet.drag'), { visible: true })
  })
  byId('by-hand').hidden = isTouch
  byId('copy-bookmark').addEventListener('click', copyBookmark)
  byId('copy-userscript').addEventListener('click', copying(userscript, 'bookmarklet.userscript-copied'))
}

/** Makes the bookmark speak the language now in use. */
export function translateBookmarklet() {
  byId('bookmark').href = bookmark()
}

/** The bookmark's address: the source as it stands, save for percent signs and ends of lines, which would not last. */
function bookmark() {
  return `javascript:void ${call()}`.replace(/%/g, '%25').replace(/\n/g, '%0A')
}

/** The userscript: a button on the article that does what the bookmark does. */
function userscript() {
  const name = words('name')
  return `// ==UserScript==
// @name        ${name}
// @namespace   ${address}
// @version     1.0
// @match       https://mp.weixin.qq.com/s*
// @run-at      document-end
// @noframes
// @grant       none
// ==/UserScript==

(${source(addButton)})(${JSON.stringify(words('bookmarklet.button'))}, () => ${call()})
`
}

function call() {
  const given = [address, words('courier.copied'), words('courier.failed')]
  return `(${source(courier)})(${given.map((text) => JSON.stringify(text)).join(',')})`
}

/** A function as text, without its indentation and what ends of lines and blanks it can do without. */
function source(made) {
  return String(made)
    .replace(/\n\s*/g, '\n')
    .replace(/\{\n|\n(?=[.}])/g, (end) => end.trim())
    .replace(/ ?([{}=>+,:]+) ?/g, '$1')
}

/** Runs on the article's page, so it needs nothing around it. */
function addButton(label, carry) {
  const button = document.createElement('button')
  button.textContent = label
  button.style.cssText =
    'position:fixed;inset:auto 20px 20px auto;z-index:9999;padding:8px 16px;border:0;border-radius:8px;' +
    'background:#37674e;color:#fff;font:600 15px/1.5 system-ui,sans-serif;box-shadow:0 2px 8px #0004;cursor:pointer'
  button.addEventListener('click', carry)
  // In a shadow, so that the button is no part of the page's source.
  const host = document.createElement('div')
  host.attachShadow({ mode: 'closed' }).append(button)
  document.body.append(host)
}
