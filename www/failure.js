// Why there is no article, in words with a next step.

import { byId, element, webLink } from './dom.js'
import { words, write } from './i18n.js'

let shown = null // { code, message, input }

/** Shows an error in the words of its code; `input` is what was given, text or bytes, for a link in it. */
export function showFailure({ code, message }, input) {
  shown = words(`error.${code}`) ? { code, message, input } : { code: 'internal', message: String(message), input }
  translateFailure()
}

/** Takes the error away again. */
export function clearFailure() {
  shown = null
  translateFailure()
}

/** Writes the error in the language now in use; without one, the page's welcome stands in its place. */
export function translateFailure() {
  const box = byId('failure')
  byId('welcome').hidden = byId('steps').hidden = shown !== null
  box.hidden = shown === null
  if (!shown) return box.replaceChildren()
  const { code, message, input } = shown
  const next = element('p')
  write(next, `error.${code}.next`)
  const link = code === 'url-only' ? webLink(asText(input).trim(), words('error.url-only.link')) : null
  const detail = code === 'internal' ? element('pre', { lang: 'en' }, message) : null
  box.dataset.code = code
  box.replaceChildren(element('h1', {}, words(`error.${code}`)), next, ...[link, detail].filter(Boolean))
}

function asText(input) {
  return typeof input === 'string' ? input : new TextDecoder().decode(input)
}
