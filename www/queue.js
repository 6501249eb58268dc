// Cleans several files one after another. Of each article only what its files need is kept, so that a thousand of
// them fit into memory; to look at one, its file is read again.

import { createCleaner } from './cleaner.js'
import { ZIP_FORMATS } from './facts.js'
import { readFile } from './intake.js'
import { contentOf } from './output.js'

const FORMAT_OF = { md: 'markdown', html: 'html', txt: 'text', json: 'json' }

/**
 * Makes a queue. Each item is `{ file, state }`, its state `waiting`, `cleaning`, `cancelled`, `good` with
 * `{ title, fileName, contents, count }` and, once its reader changed it, `{ choices, isChanged }`, or `failed` with the `error`; `onChange(item)` is told of every change.
 */
export function createQueue(files, options, onChange) {
  const cleaner = createCleaner()
  const items = files.map((file) => ({ file, state: 'waiting' }))
  let isStopped = false

  function change(item, facts) {
    Object.assign(item, facts)
    onChange(item)
  }

  /** Works through the items; resolves when the last one is done or the queue was stopped. */
  async function run() {
    for (const item of items) {
      if (isStopped) break
      change(item, { state: 'cleaning' })
      try {
        const article = await cleaner.clean(await readFile(item.file), options)
        change(item, article && !isStopped ? { state: 'good', ...kept(article) } : { state: 'cancelled' })
      } catch (error) {
        change(item, isStopped ? { state: 'cancelled' } : { state: 'failed', error })
      }
    }
    for (const item of items) if (item.state === 'waiting') change(item, { state: 'cancelled' })
    cleaner.stop()
  }

  /** Puts an article in the place of what became of its item, with the choices `{ keep, restore }` that made it so. */
  function amend(item, article, choices) {
    if (!items.includes(item)) return
    const isChanged = choices.restore.length > 0 || String(choices.keep.sort()) !== String([...options.keep].sort())
    change(item, { ...kept(article), choices, isChanged })
  }

  /** Ends the work; what is done stays. */
  function stop() {
    isStopped = true
    cleaner.stop()
  }

  return { items, run, amend, stop, isStopped: () => isStopped }
}

function kept(article) {
  const contents = Object.fromEntries(
    ZIP_FORMATS.map((ending) => [ending, new Blob([contentOf(article, FORMAT_OF[ending])])]),
  )
  const { title, fileName, removed } = article
  return { title, fileName, contents, count: removed.length }
}
