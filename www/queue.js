// Cleans several files one after another. Of each article only what its files need is kept, so that a thousand of
// them fit into memory; to look at one, its file is read again.

import { createCleaner } from './cleaner.js'
import { ZIP_FORMATS } from './facts.js'
import { isTooLarge, readFile } from './intake.js'
import { isWrittenSo, writing } from './memory.js'
import { contentOf } from './output.js'

const FORMAT_OF = { md: 'markdown', html: 'html', txt: 'text', json: 'json' }

/**
 * Makes a queue. Each item is `{ file, state }`, its state `waiting`, `cleaning`, `cancelled`, `good` with
 * `{ title, fileName, contents, count, written }` and, once its reader changed it, `{ choices, isChanged }`, or `failed`
 * with the `error`; `onChange(item)` is told of every change.
 */
export function createQueue(files, options, onChange) {
  const cleaner = createCleaner()
  const items = files.map((file) => ({ file, state: 'waiting' }))
  let isStopped = false

  function change(item, facts) {
    Object.assign(item, facts)
    onChange(item)
  }

  /** Finds what several files have in common. Without it each is cleaned as if it were alone. */
  async function compare() {
    const recurring = await cleaner.recurring(files.filter((file) => !isTooLarge(file))).catch(() => null)
    for (const item of items) item.recurring = recurring ?? undefined
  }

  /** Cleans a file, with what its reader chose for it; null where that was stopped. */
  async function make({ file, recurring, choices = options }) {
    const written = writing()
    const article = await cleaner.clean(await readFile(file), { ...choices, recurring, ...written })
    return article && { ...kept(article), written }
  }

  /** Works through the items; resolves when the last one is done or the queue was stopped. */
  async function run() {
    await compare()
    for (const item of items) {
      if (isStopped) break
      change(item, { state: 'cleaning' })
      try {
        const made = await make(item)
        change(item, made && !isStopped ? { state: 'good', ...made } : { state: 'cancelled' })
      } catch (error) {
        change(item, isStopped ? { state: 'cancelled' } : { state: 'failed', error })
      }
    }
    for (const item of items) if (item.state === 'waiting') change(item, { state: 'cancelled' })
    cleaner.stop()
  }

  /** Puts an article in the place of what became of its item; `choices`, `{ keep, restore }`, and `written` made it so. */
  function amend(item, article, { choices, written }) {
    if (!items.includes(item)) return
    const isChanged =
      choices.restore.length > 0 || String([...choices.keep].sort()) !== String([...options.keep].sort())
    change(item, { ...kept(article), choices, isChanged, written })
  }

  /** Makes those anew that were written otherwise than is wanted now. */
  async function renew() {
    for (const item of items) {
      if (item.state === 'good' && !isWrittenSo(item.written)) change(item, await make(item))
    }
    cleaner.stop()
  }

  /** Ends the work; what is done stays. */
  function stop() {
    isStopped = true
    cleaner.stop()
  }

  return { items, run, amend, renew, stop, isStopped: () => isStopped }
}

function kept(article) {
  const contents = Object.fromEntries(
    ZIP_FORMATS.map((ending) => [ending, new Blob([contentOf(article, FORMAT_OF[ending])])]),
  )
  const { title, fileName, removed } = article
  return { title, fileName, contents, count: removed.length }
}
