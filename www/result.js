// The result: the article's title and facts, its formats, and what was set aside.

import { articleSource } from './document.js'
import { byId, element, webLink } from './dom.js'
import { languageTag, words } from './i18n.js'
import { copy, download, FORMATS, textOf } from './output.js'
import { renderRemoved } from './removed.js'
import { makeTabs } from './tabs.js'

const STYLESHEET = new URL('./preview.css', import.meta.url).href

let shown = null // { article, kept, onToggle, onKeep }
let format = 'preview'
let tabs = null

/** Prepares the tabs and buttons; `announce(text, { visible })` speaks to screen readers, or to all. */
export function initResult(announce) {
  tabs = makeTabs(byId('tabs'), byId('panel'), FORMATS, (name) => {
    format = name
    if (shown) showFormat()
  })
  tabs.select(format)
  byId('download').addEventListener('click', () => download(shown.article, format))
  byId('copy').addEventListener('click', async () => {
    try {
      await copy(shown.article, format)
      announce(words('copied'))
      confirmCopy()
    } catch {
      if (format !== 'preview') getSelection().selectAllChildren(byId('code'))
      announce(words('copy.refused'), { visible: true })
    }
  })
}

/** Shows an article. `choices` has the categories `kept` and the callbacks `onToggle` and `onKeep`. */
export function showResult(article, choices) {
  shown = { article, ...choices }
  translateResult()
  showPreview(article)
  showFormat()
}

/** Writes the words of the result in the language now in use. */
export function translateResult() {
  tabs.translate()
  byId('preview').title = words('tabs.preview')
  if (!shown) return
  const { article } = shown
  const date = article.publishedAt && new Date(article.publishedAt)
  const facts = [
    article.account.name && words('fact.account', { value: article.account.name }),
    article.author && words('fact.author', { value: article.author }),
    date && !Number.isNaN(date.valueOf()) && element('time', { datetime: article.publishedAt }, dateInChina(date)),
    webLink(article.url, words('fact.original')),
  ].filter(Boolean)
  byId('title').textContent = article.title || words('untitled')
  byId('facts').replaceChildren(...facts.map((fact) => element('span', {}, fact)))
  byId('warnings').replaceChildren(
    ...article.warnings.map(({ code, message }) => element('li', { lang: 'en', 'data-code': code }, message)),
  )
  const count = String(article.removed.length)
  byId('removed-title').replaceChildren(words('removed.title'), ' ', element('span', { class: 'count' }, count))
  byId('removed-hint').textContent = words('removed.hint')
  byId('removed-hint').hidden = article.removed.length + article.restored.length === 0
  renderRemoved(byId('removed-list'), article, shown)
}

// A frame for each article: Chromium leaves one blank whose `srcdoc` changes in the moment it is shown again,
// and every change would be a step in the browser's history.
function showPreview(article) {
  const frame = element('iframe', {
    id: 'preview',
    hidden: format !== 'preview',
    title: words('tabs.preview'),
    sandbox: 'allow-popups allow-popups-to-escape-sandbox',
    referrerpolicy: 'no-referrer',
  })
  frame.srcdoc = articleSource(article, STYLESHEET)
  byId('preview').replaceWith(frame)
}

// Of the text formats only the one in sight is made: the JSON of a long article is a megabyte.
function showFormat() {
  byId('preview').hidden = format !== 'preview'
  byId('code').hidden = format === 'preview'
  byId('code').textContent = format === 'preview' ? '' : textOf(shown.article, format)
  byId('code').scrollTop = 0
}

// Articles carry the date of China's clock, wherever they are read.
function dateInChina(date) {
  return new Intl.DateTimeFormat(languageTag(), {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Asia/Shanghai',
  }).format(date)
}

function confirmCopy() {
  const button = byId('copy')
  button.textContent = words('copied')
  button.classList.add('confirmed')
  setTimeout(() => {
    button.textContent = words('copy')
    button.classList.remove('confirmed')
  }, 1800)
}
