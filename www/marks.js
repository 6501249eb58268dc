// Thin marks in the preview: each where something was set aside, or was put back.
//
// A choice is a `<details>`: opening it is what a click or a key does there without any script, and can be watched
// from outside. WebKit runs no listener in a frame that allows no scripts, not even this page's own.

import { element } from './dom.js'
import { languageTag, reasonElement, words } from './i18n.js'
import { categoryName, choiceOf, picturesOf, piecesOf, saidBy } from './pieces.js'
import { placesOf } from './place.js'

/**
 * Puts the marks into `article`, the shown element, in which `images` are `link` or `drop`. Pieces of categories that
 * are `kept` whole have none.
 */
export function addMarks(article, cleaned, { kept, images }) {
  const places = placesOf(cleaned.blocks, article, { images })
  const shown = piecesOf(cleaned).filter(({ category }) => !kept.has(category))
  for (const pieces of together(shown)) {
    article.insertBefore(mark(pieces), places[Math.min(pieces[0].position, places.length - 1)])
  }
}

/** The id of the piece whose choice this element is, once it was made; else null. */
export const chosenPiece = (node) => (node.matches('details.choice[open]') ? Number(node.dataset.piece) : null)

/** What was set aside in one place is one mark; each piece that was put back has its own. */
function together(pieces) {
  const runs = []
  for (const piece of pieces) {
    const last = runs.at(-1)?.at(-1)
    const goesOn = last?.position === piece.position && !last.isRestored && !piece.isRestored
    if (goesOn) runs.at(-1).push(piece)
    else runs.push([piece])
  }
  return runs
}

function mark(pieces) {
  const lines = pieces.map(line)
  if (lines.length === 1) return element('aside', { class: 'mark', lang: languageTag() }, lines[0])
  const names = [...new Set(pieces.map(({ category }) => categoryName(category)))]
  return element(
    'details',
    { class: 'mark', lang: languageTag() },
    element(
      'summary',
      {},
      element('b', {}, words('removed.several', { count: pieces.length })),
      ` · ${names.join(words('removed.and'))}`,
    ),
    ...lines,
  )
}

function line(piece) {
  const { text, label } = choiceOf(piece)
  const pictures = piece.text.trim() ? picturesOf(piece) : null
  return element(
    'div',
    { class: `line${piece.isRestored ? ' restored' : ''}${piece.uncertain ? ' unsure' : ''}`, id: `piece-${piece.id}` },
    element(
      'p',
      {},
      element('b', {}, piece.isRestored ? words('removed.restored') : categoryName(piece.category)),
      piece.uncertain ? element('i', {}, words('removed.unsure')) : null,
      ' ',
      element('span', { class: 'said' }, saidBy(piece)),
      element('span', { class: 'why' }, pictures && `${pictures} · `, reasonElement(piece.reason)),
    ),
    element('details', { class: 'choice', 'data-piece': piece.id }, element('summary', { 'aria-label': label }, text)),
  )
}
