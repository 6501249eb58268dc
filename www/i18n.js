// The page's languages: Chinese and English, by the browser's preference, with a switch that is remembered.

import { element } from './dom.js'
import reasons from './reasons.zh.js'
import en from './words.en.js'
import zh from './words.zh.js'

const WORDS = { en, zh }
const TAGS = { en: 'en', zh: 'zh-CN' }
const KEY = 'language'
const APPLE = /mac|iphone|ipad/i.test(navigator.platform)

let current = remembered() ?? (/^zh\b/i.test(navigator.language) ? 'zh' : 'en')

/** The BCP 47 tag of the language now in use. */
export const languageTag = () => TAGS[current]

/** The words for `key`, with `{name}` filled in from `values`; undefined when there are none. */
export function words(key, values = {}) {
  const text = WORDS[current][key]
  return text?.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '').replaceAll('Ctrl+', APPLE ? '⌘' : 'Ctrl+')
}

/** A rule's reason as an element; where there is no translation, in the core's English. */
export function reasonElement(reason) {
  const translated = current === 'zh' ? reasons[reason] : undefined
  return element('span', { lang: translated ? false : 'en' }, translated ?? reason)
}

/** Puts words into an element; what stands between backticks becomes keys of a keyboard. */
export function write(target, key, values) {
  const parts = (words(key, values) ?? '').split('`')
  target.replaceChildren(...parts.map((part, idx) => (idx % 2 ? element('kbd', {}, part) : part)))
}

/** Sets the language of everything that index.html marks with `data-text`, `data-label` and the like. */
export function translatePage() {
  document.documentElement.lang = languageTag()
  for (const node of document.querySelectorAll('[data-text]')) write(node, node.dataset.text)
  for (const [mark, attribute] of [
    ['label', 'aria-label'],
    ['placeholder', 'placeholder'],
  ]) {
    for (const node of document.querySelectorAll(`[data-${mark}]`)) {
      node.setAttribute(attribute, words(node.dataset[mark]))
    }
  }
}

/** Goes to the other language and remembers it on this device. */
export function switchLanguage() {
  current = current === 'zh' ? 'en' : 'zh'
  try {
    localStorage.setItem(KEY, current)
  } catch {
    // Storage may be forbidden; then the choice lasts as long as the page.
  }
}

function remembered() {
  try {
    const language = localStorage.getItem(KEY)
    return language in WORDS ? language : null
  } catch {
    return null
  }
}
