// Why there is no article, in words with a next step.

import { reportLink } from './about.js'
import { byId, element, webLink } from './dom.js'
import { words, write } from './i18n.js'

let shown = null // the error

/** Shows an error in the words of its code. */
export function showFailure(error) {
  shown = error
  translateFailure()
}

/** Takes the error away again. */
export function clearFailure() {
  shown = null
  translateFailure()
}

/** The code that the page has words for. */
export const codeOf = ({ code }) => (words(`error.${code}`) ? code : 'internal')

/** Writes the error in the language now in use; without one, the page's welcome stands in its place. */
export function translateFailure() {
  const box = byId('failure')
  byId('welcome').hidden = shown !== null
  box.hidden = shown === null
  if (!shown) return box.replaceChildren()
  const code = codeOf(shown)
  const next = element('p')
  write(next, `error.${code}.next`)
  box.dataset.code = code
  if (code === 'url-only' && !byId('bookmarklet').hidden) next.append(words('bookmarklet.hint'))
  box.replaceChildren(element('h1', {}, words(`error.${code}`)), ...said(shown), next, ...links(code, shown.url))
}

/** What the notice page itself says; of a defect, what the program says. */
function said({ code, message, reason, account }) {
  if (codeOf({ code }) === 'internal') return [element('pre', { lang: 'en', tabindex: 0 }, String(message))]
  const quoted = [reason, account && words('fact.account', { value: account })].filter(Boolean)
  return quoted.length > 0 ? [element('blockquote', {}, quoted.join(' · '))] : []
}

/** The codes of faults of this program, which its makers want to hear of. */
const FAULTS = ['timeout', 'crashed', 'internal']

function links(code, url) {
  if (FAULTS.includes(code)) return [reportLink()]
  const link = webLink(url, words(code === 'url-only' ? 'error.url-only.link' : 'error.link'))
  return link ? [link] : []
}
