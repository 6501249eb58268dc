// The page's languages: Chinese and English, by the browser's preference, with a switch that is remembered.

import { element } from './dom.js'
import { memory, remember } from './memory.js'
import reasons from './reasons.zh.js'
import warnings from './warnings.zh.js'
import bookmarkletEn from './words.bookmarklet.en.js'
import bookmarkletZh from './words.bookmarklet.zh.js'
import en from './words.en.js'
import failuresEn from './words.failures.en.js'
import failuresZh from './words.failures.zh.js'
import resultEn from './words.result.en.js'
import resultZh from './words.result.zh.js'
import touchEn from './words.touch.en.js'
import touchZh from './words.touch.zh.js'
import zh from './words.zh.js'

/** Whether fingers point, and there is no keyboard to speak of: then some things are said otherwise. */
export const isTouch = matchMedia('(pointer: coarse)').matches

const WORDS = {
  en: { ...en, ...bookmarkletEn, ...resultEn, ...failuresEn, ...(isTouch && touchEn) },
  zh: { ...zh, ...bookmarkletZh, ...resultZh, ...failuresZh, ...(isTouch && touchZh) },
}
const TAGS = { en: 'en', zh: 'zh-CN' }
const APPLE = /mac|iphone|ipad/i.test(navigator.platform)

let current = memory.language ?? (/^zh\b/i.test(navigator.language) ? 'zh' : 'en')

/** The BCP 47 tag of the language now in use. */
export const languageTag = () => TAGS[current]

/** The words for `key`, with `{name}` filled in from `values`; undefined when there are none. */
export function words(key, values = {}) {
  const text = WORDS[current][key]
  return text?.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '').replaceAll('Ctrl+', APPLE ? '⌘' : 'Ctrl+')
}

/** A rule's reason as an element; where there is no translation, in the core's English. */
export const reasonElement = (reason) => coreElement(reasons[reason], reason)

/** A warning as an element, in the same way; the core's sentences begin small and have no full stop. */
export function warningElement({ code, message }) {
  return coreElement(warnings[code], `${message.charAt(0).toUpperCase()}${message.slice(1)}.`)
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
    ['title', 'title'],
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
  remember({ language: current })
}

function coreElement(chinese, english) {
  const translated = current === 'zh' ? chinese : undefined
  return element('span', { lang: translated ? false : 'en' }, translated ?? english)
}
