// The article at hand: cleaned, shown, and cleaned anew with every choice of its reader.

import { clean, stop, warmUp } from './cleaner.js'
import { byId } from './dom.js'
import { clearFailure, codeOf, showFailure } from './failure.js'
import { amend } from './files.js'
import { words } from './i18n.js'
import { showResult, translateResult } from './result.js'
import {
  alwaysKept,
  begin,
  canUndo,
  keepAlways,
  keepCategory,
  keepPiece,
  keptCategories,
  optionsOf,
  prepare,
  session,
  undo,
} from './session.js'
import { announce, arriveAt, isShown, setBusy, show } from './stage.js'
import { isBeforeFiles, stepTo } from './steps.js'

/**
 * Cleans what was given; `known` is `{ url, pictures, item }`, its address, the way to its pictures, and which of several
 * files it is, as far as known.
 */
export function start(input, known) {
  return run(prepare(input, known), { isNew: true })
}

// Until there is an article, the one that is shown stays the one at hand.
async function run(prepared, { isNew }) {
  announce(words('working'))
  setBusy(true)
  try {
    const article = await clean(prepared.input, optionsOf(prepared))
    if (!article) return
    begin(prepared)
    succeed(article, isNew)
  } catch (error) {
    if (!isNew) undo() // what is shown is without that choice
    fail(error, prepared.input)
  }
}

function succeed(article, isNew) {
  const { pictures, item, keep, restore } = session()
  setBusy(false)
  clearFailure()
  show('done', article.title)
  if (isNew) stepTo('done')
  const choices = {
    kept: keptCategories(),
    always: alwaysKept(),
    canUndo: canUndo(),
    onToggle: choose(keepPiece),
    onKeep: choose(keepCategory),
    onAlways: choose(keepAlways),
    withPictures: pictures && { pictures, rewrite: rewriter() },
  }
  showResult(article, choices, { isNew })
  if (item && !isNew) amend(item, article, { keep: [...keep], restore: [...restore] })
  announce(words('status.done', { title: article.title || words('untitled'), count: article.removed.length }))
  if (!isNew) return
  byId('source').value = ''
  nameWayBack()
  arriveAt('title')
}

/** Says where the way back from the article leads: to the box, or to the list of files. */
export function nameWayBack() {
  byId('again').textContent = words(isBeforeFiles() ? 'again.files' : 'again')
}

/** Says why there is no article of `input`: with the box, or over the article or the files that are shown. */
export function fail(error, input = '') {
  setBusy(false)
  if (!isShown('intake')) {
    translateResult() // controls may tell a choice that came to nothing
    return announce(`${words(`error.${codeOf(error)}`)} ${words('status.stays')}`, { visible: true })
  }
  announce('') // the error itself is an alert
  showFailure(error, input)
  arriveAt('source')
  byId('source').select()
}

// Makes the callback for a choice about what was set aside.
function choose(keep) {
  return (value, isKept) => {
    keep(value, isKept)
    run(session(), { isNew: false })
  }
}

// Makes what writes the article at hand anew, as its reader has it then, with pictures led to `copies`; it gives null
// where the reader has gone on to another.
function rewriter() {
  const mine = session()
  return async (copies) => (session() === mine ? clean(mine.input, { ...optionsOf(mine), copies }) : null)
}

/** Undoes the last choice about what was set aside. */
export function takeBack() {
  if (!isShown('done') || !canUndo()) return
  undo()
  run(session(), { isNew: false })
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
