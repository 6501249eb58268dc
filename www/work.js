// The article at hand: cleaned, shown, and cleaned anew with every choice of its reader.

import { clean, stop, warmUp } from './cleaner.js'
import { byId } from './dom.js'
import { clearFailure, showFailure } from './failure.js'
import { hasFiles } from './files.js'
import { words } from './i18n.js'
import { showResult } from './result.js'
import {
  begin,
  canUndo,
  givenInput,
  keepCategory,
  keepPiece,
  keptCategories,
  options,
  picturesOfGiven,
  undo,
} from './session.js'
import { announce, arriveAt, isShown, setBusy, show } from './stage.js'

/** Cleans what was given; `known` is `{ url, pictures }`, its address and the way to its pictures, as far as known. */
export function start(input, known) {
  begin(input, known)
  return run({ isNew: true })
}

async function run({ isNew }) {
  announce(words('working'))
  setBusy(true)
  try {
    const article = await clean(givenInput(), options())
    if (article) succeed(article, isNew)
  } catch (error) {
    fail(error)
  }
}

function succeed(article, isNew) {
  setBusy(false)
  clearFailure()
  show('done', article.title)
  const choices = {
    kept: keptCategories(),
    canUndo: canUndo(),
    onToggle: choose(keepPiece),
    onKeep: choose(keepCategory),
    withPictures: picturesOfGiven() && { pictures: picturesOfGiven(), rewrite: rewriter() },
  }
  showResult(article, choices, { isNew })
  announce(words('status.done', { title: article.title || words('untitled'), count: article.removed.length }))
  if (!isNew) return
  byId('source').value = ''
  byId('again').textContent = words(hasFiles() ? 'again.files' : 'again')
  arriveAt('title')
}

/** Says why there is no article, and gives the box back. */
export function fail(error) {
  setBusy(false)
  announce('') // the error itself is an alert
  show('intake')
  showFailure(error, givenInput())
  arriveAt('source')
  byId('source').select()
}

// Makes the callback for a choice about what was set aside.
function choose(keep) {
  return (value, isKept) => {
    keep(value, isKept)
    run({ isNew: false })
  }
}

// Makes what writes the article at hand anew, as its reader has it then, with pictures led to `copies`; it gives null
// where the reader has gone on to another.
function rewriter() {
  const input = givenInput()
  return async (copies) => (givenInput() === input ? clean(input, { ...options(), copies }) : null)
}

/** Undoes the last choice about what was set aside. */
export function takeBack() {
  if (!isShown('done') || !canUndo()) return
  undo()
  run({ isNew: false })
}

/** Gives up the cleaning that is under way, and says so. */
export function giveUp() {
  drop()
  announce(words('status.stopped'))
  if (isShown('intake')) arriveAt('source')
}

/** Lets go of what is under way, so that it does not come up where the reader has gone on. */
export function drop() {
  stop()
  warmUp()
  setBusy(false)
}
