// The pieces that were set aside, in the words both the list and the preview show them by.

import { grouped } from './grouped.js'
import { words } from './i18n.js'

/** How many pieces are shown: real articles have a few hundred at most, and each is a dozen elements. */
const MOST_SHOWN = 2000

/** How much of a piece is said in the name of a control, in characters. */
const LONGEST_NAME = 60

/**
 * The pieces that a rule removed or would have removed, in reading order, with `isRestored` told of each, and a `number`
 * of those that say the same as others, such as “1 picture”. Of very many only the first are there.
 */
export function piecesOf({ removed, restored }) {
  const told = (isRestored) => (piece) => ({ ...piece, isRestored })
  const all = [...removed.map(told(false)), ...restored.map(told(true))].sort((a, b) => a.id - b.id)
  const pieces = all.slice(0, MOST_SHOWN)
  const alike = grouped(pieces, (piece) => saidBy(piece).slice(0, LONGEST_NAME))
  return pieces.map((piece) => {
    const those = alike.get(saidBy(piece).slice(0, LONGEST_NAME))
    return those.length > 1 ? { ...piece, number: those.indexOf(piece) + 1 } : piece
  })
}

/** How many pieces are not among those that `piecesOf` gives. */
export const unshown = ({ removed, restored }) => Math.max(0, removed.length + restored.length - MOST_SHOWN)

/** What a piece says: its text, else how many pictures it is, else the name of its rule. */
export const saidBy = (piece) => piece.text.trim() || picturesOf(piece) || piece.rule

/** How many pictures a piece has, in words; null if none. */
export function picturesOf({ images: { length: count } }) {
  return count > 0 ? words(count === 1 ? 'removed.picture' : 'removed.pictures', { count }) : null
}

/** The name of a category; one that the page does not know yet has its own name. */
export const categoryName = (category) => words(`category.${category}`) ?? category

/** What a control that puts a piece back, or sets it aside again, does and is called. */
export function choiceOf(piece) {
  const verb = piece.isRestored ? 'removed.remove' : 'removed.restore'
  const said = saidBy(piece).slice(0, LONGEST_NAME)
  const text = piece.number ? words('removed.numbered', { text: said, number: piece.number }) : said
  return { text: words(verb), label: words(`${verb}Label`, { text }) }
}
