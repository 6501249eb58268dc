// The article at hand: what was given, and what its reader chose to keep, step by step so that it can be undone.

import { memory, remember } from './memory.js'

let given = { input: '', url: undefined, pictures: undefined }
let restore = new Set()
let past = []

/**
 * Begins with another input, of the page at `url` and with a way to its pictures, where these are known. What was put
 * back belongs to the last one; categories are kept for all.
 */
export function begin(input, { url, pictures } = {}) {
  given = { input, url, pictures }
  restore = new Set()
  past = []
}

/** What was given. */
export const givenInput = () => given.input

/** The way to the pictures of what was given (see courier.js), if there is one. */
export const picturesOfGiven = () => given.pictures

/** The categories that are kept whole. */
export const keptCategories = () => new Set(memory.keep)

/** Whether there is a choice to undo. */
export const canUndo = () => past.length > 0

/** What the cleaner needs to know. */
export function options() {
  return { url: given.url, keep: memory.keep, restore: [...restore] }
}

/** Keeps a piece, or sets it aside again. */
export function keepPiece(id, isKept) {
  step()
  restore = changed(restore, id, isKept)
}

/** Keeps a whole category, in this article and in those to come, or sets it aside again. */
export function keepCategory(category, isKept) {
  step()
  remember({ keep: [...changed(memory.keep, category, isKept)] })
}

/** Takes the last choice back. */
export function undo() {
  const last = past.pop()
  restore = last.restore
  remember({ keep: last.keep })
}

function step() {
  past.push({ restore, keep: memory.keep })
}

function changed(values, value, isIn) {
  const set = new Set(values)
  if (isIn) set.add(value)
  else set.delete(value)
  return set
}
