// Several files: what became of each, how far the work is, and one ZIP at the end.

import { byId, element } from './dom.js'
import { ZIP_FORMATS } from './facts.js'
import { codeOf } from './failure.js'
import { words } from './i18n.js'
import { memory, recall, remember } from './memory.js'
import { save } from './output.js'
import { createQueue } from './queue.js'
import { namedFiles, pack } from './zip.js'

let queue = null
let hooks = null // { announce, onView(item) }

/** Prepares the controls. `announce(text)` speaks to screen readers; `onView(item)` shows one of the files. */
export function initFiles(given) {
  hooks = given
  byId('files-cancel').addEventListener('click', () => queue.stop())
  byId('files-zip').addEventListener('click', download)
  byId('files-formats').replaceChildren(...ZIP_FORMATS.map(formatBox))
}

/** Cleans the files one after another and shows how it goes. */
export async function showFiles(files) {
  endFiles()
  const rows = byId('files-list')
  const mine = createQueue(files, { keep: recall('keep') }, (item) => {
    if (queue !== mine) return
    rows.children[mine.items.indexOf(item)].replaceWith(row(item))
    showProgress()
  })
  queue = mine
  translateFiles()
  await mine.run()
  if (queue !== mine) return
  showProgress()
  hooks.announce(words(mine.isStopped() ? 'files.stopped' : 'files.status', tally()))
}

/** Takes over what its reader made of one of the files, into the list and the ZIP; made as `how` tells. */
export const amend = (item, article, how) => queue?.amend(item, article, how)

/** Ends the work, if there is any, and forgets the files. */
export function endFiles() {
  queue?.stop()
  queue = null
}

/** Whether there is a list of files to go back to. */
export const hasFiles = () => queue !== null

/** Writes the words of the list in the language now in use. */
export function translateFiles() {
  if (!queue) return
  byId('files-list').replaceChildren(...queue.items.map(row))
  showProgress()
}

function tally() {
  const count = (...states) => queue.items.filter(({ state }) => states.includes(state)).length
  return { count: queue.items.length, good: count('good'), done: queue.items.length - count('waiting', 'cleaning') }
}

function showProgress() {
  const { count, good, done } = tally()
  const isDone = done === count
  const isBegun = queue.items.some(({ state }) => state !== 'waiting')
  const said = isDone
    ? queue.isStopped()
      ? 'files.stopped'
      : 'files.done'
    : isBegun
      ? 'files.working'
      : 'files.comparing'
  byId('files-title').textContent = words(said, { count, good, done })
  Object.assign(byId('files-progress'), { max: count, value: done, hidden: isDone })
  byId('files-cancel').hidden = isDone
  byId('files-zip').disabled = !isDone || good === 0 || memory.zip.length === 0
}

function row(item) {
  const { file, state, title, error, count } = item
  const name = title || words('untitled')
  const isGood = state === 'good'
  return element(
    'li',
    { 'data-state': state },
    element(
      'div',
      { class: 'file' },
      element('p', { class: 'file-title' }, isGood ? name : file.name),
      element(
        'p',
        { class: 'file-facts' },
        isGood ? element('span', {}, file.name) : null,
        item.isChanged ? element('span', { class: 'changed' }, words('files.changed')) : null,
        isGood && count > 0 ? element('span', {}, words('files.facts', { count })) : null,
        error ? element('span', {}, words(`error.${codeOf(error)}`)) : null,
        error?.reason ? element('q', {}, error.reason) : null,
      ),
    ),
    element('span', { class: 'file-state' }, words(`files.${state}`)),
    isGood
      ? element(
          'button',
          {
            type: 'button',
            class: 'small',
            'aria-label': words('files.viewLabel', { title: name }),
            click: () => hooks.onView(item),
          },
          words('files.view'),
        )
      : null,
  )
}

function formatBox(ending) {
  const box = element('input', {
    type: 'checkbox',
    checked: memory.zip.includes(ending),
    value: ending,
    change: () => {
      const chosen = [...byId('files-formats').querySelectorAll(':checked')].map(({ value }) => value)
      remember({ zip: chosen })
      showProgress()
    },
  })
  return element('label', { class: 'check' }, box, `.${ending}`)
}

async function download() {
  const button = byId('files-zip')
  if (button.ariaBusy === 'true') return
  button.textContent = words('files.packing')
  button.ariaBusy = 'true'
  try {
    await queue.renew()
    save(await pack(namedFiles(queue.items, memory.zip)), 'articles.zip')
  } catch (error) {
    hooks.announce(words(error.code ? `error.${codeOf(error)}` : 'error.not-loaded'), { visible: true })
  }
  button.textContent = words('files.zip')
  button.ariaBusy = 'false'
}
