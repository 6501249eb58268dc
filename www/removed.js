// The list of what was set aside: by category, each piece with its reason and a way back.

import { element } from './dom.js'
import { reasonElement, words } from './i18n.js'

/** What a reader may miss comes first, what no one misses last. */
const ORDER = ['related', 'ad', 'about', 'legal', 'follow', 'qr', 'share', 'more', 'decor', 'chrome', 'hidden']

/** Fills `list`. `kept` holds the categories kept whole; the callbacks are told of a piece or a category. */
export function renderRemoved(list, article, { kept, onToggle, onKeep }) {
  const focused = list.contains(document.activeElement) ? document.activeElement.id : null
  const groups = grouped(article)
  list.replaceChildren(
    ...(groups.length > 0
      ? groups.map(([category, pieces]) => group(category, pieces, kept.has(category), onToggle, onKeep))
      : [element('p', { class: 'nothing' }, words('removed.none'))]),
  )
  // The list is made anew, so the control just used is another element now.
  if (focused) document.getElementById(focused)?.focus()
}

function grouped(article) {
  const pieces = [
    ...article.removed.map((piece) => ({ ...piece, restored: false })),
    ...article.restored.map((piece) => ({ ...piece, restored: true })),
  ].sort((a, b) => a.id - b.id)
  const byCategory = new Map()
  for (const piece of pieces) {
    if (!byCategory.has(piece.category)) byCategory.set(piece.category, [])
    byCategory.get(piece.category).push(piece)
  }
  const rank = (category) => (ORDER.includes(category) ? ORDER.indexOf(category) : ORDER.length)
  return [...byCategory].sort(([a], [b]) => rank(a) - rank(b))
}

function group(category, pieces, isKept, onToggle, onKeep) {
  const name = words(`category.${category}`) ?? category
  const keep = element('input', {
    type: 'checkbox',
    role: 'switch',
    id: `keep-${category}`,
    checked: isKept,
    'aria-label': words('removed.keepLabel', { category: name }),
    change: (event) => onKeep(category, event.target.checked),
  })
  return element(
    'section',
    { class: 'group', 'data-category': category },
    element(
      'div',
      { class: 'group-head' },
      element('h3', {}, name, ' ', element('span', { class: 'count' }, String(pieces.length))),
      element('label', { class: 'switch' }, keep, element('span', { 'aria-hidden': 'true' }, words('removed.keep'))),
    ),
    element('ul', {}, ...pieces.map((piece) => item(piece, isKept, onToggle))),
  )
}

function item(piece, isKept, onToggle) {
  const text = piece.text.trim()
  const count = piece.images.length
  const pictures = count > 0 ? words(count === 1 ? 'removed.picture' : 'removed.pictures', { count }) : null
  const said = text || pictures || piece.rule
  const button = element(
    'button',
    {
      type: 'button',
      class: 'small',
      id: `piece-${piece.id}`,
      'aria-label': words(piece.restored ? 'removed.removeLabel' : 'removed.restoreLabel', { text: said.slice(0, 60) }),
      click: () => onToggle(piece.id, !piece.restored),
    },
    words(piece.restored ? 'removed.remove' : 'removed.restore'),
  )
  return element(
    'li',
    {},
    element(
      'div',
      { class: 'piece' },
      element('p', { class: text ? 'piece-text' : 'piece-text wordless' }, said),
      element(
        'p',
        { class: 'piece-reason' },
        piece.restored ? element('span', { class: 'mark' }, words('removed.restored')) : null,
        text ? pictures && element('span', {}, pictures) : null,
        reasonElement(piece.reason),
      ),
    ),
    // A piece of a category that is kept whole has no choice of its own.
    isKept ? null : button,
  )
}
