// The article at hand: what was given, and what its reader chose to keep, step by step so that it can be undone.

import { memory, remember } from './memory.js'

let at = prepare('')

/**
 * Prepares for another input, of the page at `url` and with a way to its pictures, where these are known. What was put
 * back belongs to the last one; categories are kept for all.
 */
export function prepare(input, { url, pictures } = {}) {
  return { input, url, pictures, restore: new Set(), past: [] }
}

/** Begins with what was prepared. */
export function begin(prepared) {
  at = prepared
}

/** The article at hand, for `optionsOf`. */
export const session = () => at

/** What was given. */
export const givenInput = () => at.input

/** The way to the pictures of what was given (see courier.js), if there is one. */
export const picturesOfGiven = () => at.pictures

/** The categories that are kept whole. */
export const keptCategories = () => new Set(memory.keep)

/** Whether there is a choice to undo. */
export const canUndo = () => at.past.length > 0

/** What the cleaner needs to know. */
export function optionsOf({ url, restore }) {
  return { url, keep: memory.keep, restore: [...restore] }
}

/** Keeps a piece, or sets it aside again. */
export function keepPiece(id, isKept) {
  step()
  at.restore = changed(at.restore, id, isKept)
}

/** Keeps a whole category, in this article and in those to come, or sets it aside again. */
export function keepCategory(category, isKept) {
  step()
  remember({ keep: [...changed(memory.keep, category, isKept)] })
}

/** Takes the last choice back. */
export function undo() {
  const last = at.past.pop()
  at.restore = last.restore
  remember({ keep: last.keep })
}

function step() {
  at.past.push({ restore: at.restore, keep: memory.keep })
}

function changed(values, value, isIn) {
  const set = new Set(values)
  if (isIn) set.add(value)
  else set.delete(value)
  return set
}
