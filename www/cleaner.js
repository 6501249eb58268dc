// Hands work to a worker. Requests are numbered and the newest wins; a worker that crashed or hangs is replaced.

/** The longest that a page may take, in milliseconds, from the moment the worker has it: a large one takes some 100. */
const LIMIT = 30_000

/** An error with the code that the page has words for, and what the notice page itself says. */
export class CleanError extends Error {
  constructor({ code, message, reason = null, url = null, account = null }) {
    super(message)
    this.name = 'CleanError'
    Object.assign(this, { code, reason, url, account })
  }
}

/** Makes a cleaner with a worker of its own: `clean(input, options)`, `recurring(files)`, `warmUp()` and `stop()`. */
export function createCleaner() {
  let worker = null
  let timer = null
  let newest = 0
  let waiting = null

  /** Starts the worker ahead of the first request, so that it is ready by then. */
  function warmUp() {
    worker ??= launch()
  }

  /** Cleans the input. Resolves to the article, or to null when it was stopped or a newer request has overtaken it. */
  const clean = (input, options) => ask({ input, options })

  /** Finds what several of the files have in common, for the option of that name; else as `clean`. */
  const recurring = (files) => ask({ files })

  function ask(request) {
    settle({ id: waiting?.id, answer: null })
    const id = ++newest
    return new Promise((resolve, reject) => {
      waiting = { id, resolve, reject }
      warmUp()
      worker.postMessage({ id, ...request })
    })
  }

  /** Gives up what is under way, and lets the worker go. */
  function stop() {
    if (worker) retire(worker)
    settle({ id: waiting?.id, answer: null })
  }

  function launch() {
    const launched = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' })
    launched.addEventListener('message', ({ data }) => {
      clearTimeout(timer)
      if (data.isBegun) {
        timer = setTimeout(() => giveUp(launched), LIMIT)
        return
      }
      if (data.error?.code === 'not-loaded') retire(launched)
      settle(data)
    })
    launched.addEventListener('error', (event) => {
      event.preventDefault()
      retire(launched)
      // Without a message the script itself did not arrive; with one, it ran and broke.
      const code = event.message ? 'crashed' : 'not-loaded'
      settle({ id: waiting?.id, error: { code, message: event.message ?? '' } })
    })
    return launched
  }

  // Whoever waits, waits behind what hangs.
  function giveUp(hanging) {
    retire(hanging)
    settle({ id: waiting?.id, error: { code: 'timeout', message: '' } })
  }

  // The next request starts a new one; starting it here could loop when the server is gone.
  function retire(broken) {
    broken.terminate()
    clearTimeout(timer)
    if (worker === broken) worker = null
  }

  function settle({ id, answer, error }) {
    if (!waiting || waiting.id !== id) return
    const { resolve, reject } = waiting
    waiting = null
    if (error) reject(new CleanError(error))
    else resolve(answer)
  }

  return { clean, recurring, warmUp, stop }
}

/** The cleaner of the one article that is shown. */
export const { clean, warmUp, stop } = createCleaner()
