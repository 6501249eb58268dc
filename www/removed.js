// The list of what was set aside: the uncertain first, then by category, each piece with its reason and a way back.

import { element } from './dom.js'
import { CATEGORIES } from './facts.js'
import { grouped } from './grouped.js'
import { languageTag, reasonElement, words } from './i18n.js'
import { categoryName, choiceOf, picturesOf, piecesOf, saidBy, unshown } from './pieces.js'
import { thumbnailOf } from './thumbnail.js'

/**
 * Fills `list`. `kept` holds the categories of this article that are kept whole, `always` those of every article; the
 * callbacks are told of a piece or a category, and of a piece whose place is to be shown; `remote` tells whether pictures
 * from the web may be.
 */
export function renderRemoved(list, article, choices) {
  const focused = list.contains(document.activeElement) ? document.activeElement.id : null
  const isOpen = list.querySelector('details.other')?.open
  const pieces = piecesOf(article)
  // Of a category that is kept whole no piece is left to doubt.
  const isDoubted = ({ uncertain, category }) => uncertain && !choices.kept.has(category)
  const uncertain = pieces.filter(isDoubted)
  const certain = grouped(
    pieces.filter((piece) => !isDoubted(piece)),
    ({ category }) => category,
  )
  const lasting = CATEGORIES.filter(
    (category) => choices.always.has(category) && article.restored.some((piece) => piece.category === category),
  )
  const groups = [...certain].sort(([a], [b]) => rank(a) - rank(b))
  list.replaceChildren(
    ...(lasting.length > 0
      ? [element('p', { class: 'hint' }, words('removed.lasting', { list: listed(lasting) }))]
      : []),
    ...(uncertain.length > 0 ? [group('uncertain', words('removed.uncertain'), uncertain, choices)] : []),
    ...groups.map(([category, pieces]) => group(category, categoryName(category), pieces, choices)),
    ...(pieces.length > 0 ? [] : [element('p', { class: 'nothing' }, words('removed.none'))]),
    ...(unshown(article) > 0
      ? [element('p', { class: 'hint' }, words('removed.unshown', { count: unshown(article) }))]
      : []),
    inEveryArticle(isOpen, choices),
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
      id === 'uncertain' ? null : keepAll(id, name, choices),
    ),
    element('ul', {}, ...pieces.map((piece) => item(piece, id === 'uncertain', choices))),
  )
}

function keepAll(category, name, { kept, onKeep }) {
  const label = words('removed.keepLabel', { category: name })
  return toggle(`keep-${category}`, kept.has(category), words('removed.keep'), label, (isOn) => onKeep(category, isOn))
}

/** The categories, each with the choice to keep it in this article and in all to come. */
function inEveryArticle(isOpen, { always, onAlways }) {
  const choice = (category) =>
    toggle(`always-${category}`, always.has(category), categoryName(category), null, (isOn) => onAlways(category, isOn))
  return element(
    'details',
    { class: 'other', open: isOpen },
    element('summary', { id: 'other' }, words('removed.other')),
    element('p', { class: 'hint' }, words('removed.otherHint')),
    element('ul', {}, ...CATEGORIES.map((category) => element('li', {}, choice(category)))),
  )
}

function toggle(id, isOn, text, label, onChange) {
  const input = element('input', {
    type: 'checkbox',
    role: 'switch',
    id,
    checked: isOn,
    'aria-label': label,
    change: (event) => onChange(event.target.checked),
  })
  return element('label', { class: 'switch' }, input, element('span', { 'aria-hidden': label && 'true' }, text))
}

const listed = (categories) => new Intl.ListFormat(languageTag()).format(categories.map(categoryName))

function item(piece, isUncertain, { kept, remote, onToggle, onShow }) {
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
      thumbnailOf(piece, remote),
      element(
        'div',
        {},
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
