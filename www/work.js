// The article at hand: cleaned, shown, and cleaned anew with every choice of its reader.

import { clean, stop, warmUp } from './cleaner.js'
import { byId } from './dom.js'
import { clearFailure, codeOf, showFailure } from './failure.js'
import { amend } from './files.js'
import { words } from './i18n.js'
import { isWrittenSo, writing } from './memory.js'
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
async function run(prepared, { isNew, said = 'status.done', onFail }) {
  const written = writing()
  announce(words('working'))
  setBusy(true)
  try {
    const article = await clean(prepared.input, { ...optionsOf(prepared), ...written })
    if (!article) return
    begin(Object.assign(prepared, { written }))
    succeed(article, { isNew, said })
  } catch (error) {
    onFail?.()
    fail(error)
  }
}

function succeed(article, { isNew, said }) {
  const { pictures, item, keep, restore, written } = session()
  setBusy(false)
  clearFailure()
  show('done', article.title)
  if (isNew) stepTo('done')
  const choices = {
    kept: keptCategories(),
    always: alwaysKept(),
    images: written.images,
    canUndo: canUndo(),
    onToggle: choose(keepPiece),
    onKeep: choose(keepCategory),
    onAlways: choose(keepAlways),
    withPictures: pictures && { pictures, rewrite: rewriter() },
  }
  showResult(article, choices, { isNew })
  if (item && !isNew) amend(item, article, { choices: { keep: [...keep], restore: [...restore] }, written })
  announce(words(said, { title: article.title || words('untitled'), count: article.removed.length }))
  if (!isNew) return
  byId('source').value = ''
  nameWayBack()
  arriveAt('title')
}

/** Says where the way back from the article leads: to the box, or to the list of files. */
export function nameWayBack() {
  byId('again').textContent = words(isBeforeFiles() ? 'again.files' : 'again')
}

/** Says why there is no article: with the box, or over the article or the files that are shown. */
export function fail(error) {
  setBusy(false)
  if (!isShown('intake')) {
    translateResult() // controls may tell a choice that came to nothing
    return announce(words('status.stays', { error: words(`error.${codeOf(error)}`) }), { visible: true })
  }
  announce('') // the error itself is an alert
  showFailure(error)
  arriveAt('source')
  byId('source').select()
}

// Makes the callback for a choice about what was set aside.
function choose(keep) {
  return (value, isKept) => {
    keep(value, isKept)
    run(session(), { isNew: false, onFail: undo }) // what is shown is without that choice
  }
}

// Makes what writes the article at hand anew, as its reader has it then, with options of its own; it gives null where
// the reader has gone on to another.
function rewriter() {
  const mine = session()
  return async (own) => (session() === mine ? clean(mine.input, { ...optionsOf(mine), ...writing(), ...own }) : null)
}

/** Undoes the last choice about what was set aside. */
export function takeBack() {
  if (!isShown('done') || !canUndo()) return
  undo()
  run(session(), { isNew: false, said: 'status.undone' })
}

/** Writes the article at hand anew, as its reader now wants it written. */
export function rewrite() {
  if (isShown('done') && !isWrittenSo(session().written)) run(session(), { isNew: false, said: 'status.rewritten' })
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
