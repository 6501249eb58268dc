// The list of what was set aside: the uncertain first, then by category, each piece with its reason and a way back.

import { element } from './dom.js'
import { CATEGORIES } from './facts.js'
import { reasonElement, words } from './i18n.js'
import { categoryName, choiceOf, picturesOf, piecesOf, saidBy } from './pieces.js'

/**
 * Fills `list`. `kept` holds the categories kept whole; the callbacks are told of a piece or a category, and of a
 * piece whose place is to be shown.
 */
export function renderRemoved(list, article, choices) {
  const focused = list.contains(document.activeElement) ? document.activeElement.id : null
  const isOpen = list.querySelector('details.other')?.open
  const pieces = piecesOf(article)
  const uncertain = pieces.filter((piece) => piece.uncertain)
  const certain = Map.groupBy(
    pieces.filter((piece) => !piece.uncertain),
    ({ category }) => category,
  )
  const groups = [...certain].sort(([a], [b]) => rank(a) - rank(b))
  list.replaceChildren(
    ...(uncertain.length > 0 ? [group('uncertain', words('removed.uncertain'), uncertain, choices)] : []),
    ...groups.map(([category, pieces]) => group(category, categoryName(category), pieces, choices)),
    ...(pieces.length > 0 ? [] : [element('p', { class: 'nothing' }, words('removed.none'))]),
    others(
      CATEGORIES.filter((category) => !certain.has(category)),
      isOpen,
      choices,
    ),
  )
  // The list is made anew, so the control just used is another element now.
  if (focused) document.getElementById(focused)?.focus()
}

const rank = (category) => (CATEGORIES.includes(category) ? CATEGORIES.indexOf(category) : CATEGORIES.length)

function group(id, name, pieces, choices) {
  return element(
    'section',
    { class: 'group', 'data-category': id },
    element(
      'div',
      { class: 'group-head' },
      element('h3', {}, name, ' ', element('span', { class: 'count' }, String(pieces.length))),
      id === 'uncertain'
        ? null
        : keepSwitch(id, words('removed.keep'), words('removed.keepLabel', { category: name }), choices),
    ),
    element('ul', {}, ...pieces.map((piece) => item(piece, id === 'uncertain', choices))),
  )
}

/** The categories that this article has nothing of: they are kept, or not, in every other. */
function others(categories, isOpen, choices) {
  return element(
    'details',
    { class: 'other', open: isOpen },
    element('summary', { id: 'other' }, words('removed.other')),
    element('p', { class: 'hint' }, words('removed.otherHint')),
    element(
      'ul',
      {},
      ...categories.map((category) => element('li', {}, keepSwitch(category, categoryName(category), null, choices))),
    ),
  )
}

function keepSwitch(category, text, label, { kept, onKeep }) {
  const input = element('input', {
    type: 'checkbox',
    role: 'switch',
    id: `keep-${category}`,
    checked: kept.has(category),
    'aria-label': label,
    change: (event) => onKeep(category, event.target.checked),
  })
  return element('label', { class: 'switch' }, input, element('span', { 'aria-hidden': label && 'true' }, text))
}

function item(piece, isUncertain, { kept, onToggle, onShow }) {
  const pictures = piece.text.trim() ? picturesOf(piece) : null
  const isKept = kept.has(piece.category)
  const { text, label } = choiceOf(piece)
  return element(
    'li',
    {},
    // For the pointer alone: by keyboard the same mark is in reach in the preview itself.
    element(
      'div',
      { class: 'piece', title: isKept ? null : words('removed.show'), click: () => isKept || onShow(piece.id) },
      element('p', { class: piece.text.trim() ? 'piece-text' : 'piece-text wordless' }, saidBy(piece)),
      element(
        'p',
        { class: 'piece-reason' },
        piece.isRestored ? element('span', { class: 'mark' }, words('removed.restored')) : null,
        isUncertain ? element('span', {}, categoryName(piece.category)) : null,
        pictures && element('span', {}, pictures),
        reasonElement(piece.reason),
      ),
    ),
    // A piece of a category that is kept whole has no choice of its own.
    isKept
      ? null
      : element(
          'button',
          {
            type: 'button',
            class: 'small',
            id: `piece-${piece.id}`,
            'aria-label': label,
            click: () => onToggle(piece.id, !piece.isRestored),
          },
          text,
        ),
  )
}
