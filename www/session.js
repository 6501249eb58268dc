// The article at hand: what was given, and what its reader chose to keep, step by step so that it can be undone.

import { recall, remember } from './memory.js'

let at = prepare('')

/**
 * Prepares for another input, of the page at `url` and with a way to its pictures, where these are known. The choices
 * made for the last one are not its own; an `item` of several files has those that were made for it before.
 */
export function prepare(input, { url, pictures, item } = {}) {
  const { keep, restore } = item?.choices ?? { keep: recall('keep'), restore: [] }
  const { recurring } = item ?? {}
  return { input, url, pictures, item, recurring, keep: new Set(keep), restore: new Set(restore), past: [] }
}

/** Begins with what was prepared. */
export function begin(prepared) {
  at = prepared
}

/** What is at hand, as `prepare` makes it. */
export const session = () => at

/** The categories of this article that are kept whole. */
export const keptCategories = () => at.keep

/** The categories that are kept whole in every article. */
export const alwaysKept = () => new Set(recall('keep'))

/** Whether there is a choice to undo. */
export const canUndo = () => at.past.length > 0

/** What the cleaner needs to know of what is at hand or prepared. */
export function optionsOf({ url, recurring, keep, restore }) {
  return { url, recurring, keep: [...keep], restore: [...restore] }
}

/** Keeps a piece, or sets it aside again. */
export function keepPiece(id, isKept) {
  step()
  at.restore = changed(at.restore, id, isKept)
}

/** Keeps a whole category of this article, or sets it aside again. */
export function keepCategory(category, isKept) {
  step()
  at.keep = changed(at.keep, category, isKept)
}

/** Keeps a whole category in this article and in those to come, or no longer. */
export function keepAlways(category, isKept) {
  step({ category, isKept: !isKept })
  at.keep = changed(at.keep, category, isKept)
  rememberKept(category, isKept)
}

/** Takes the last choice back. */
export function undo() {
  const { lasting, ...before } = at.past.pop()
  Object.assign(at, before)
  if (lasting) rememberKept(lasting.category, lasting.isKept)
}

// `lasting` is what must be remembered again where the step is undone.
function step(lasting) {
  at.past.push({ restore: at.restore, keep: at.keep, lasting })
}

function rememberKept(category, isKept) {
  remember({ keep: [...changed(recall('keep'), category, isKept)] })
}

function changed(values, value, isIn) {
  const set = new Set(values)
  if (isIn) set.add(value)
  else set.delete(value)
  return set
}
