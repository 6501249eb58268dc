// Hands work to the worker. Requests are numbered and the newest wins; a crashed worker is replaced.

let worker = null
let newest = 0
let waiting = null

/** An error with the code that the page has words for. */
export class CleanError extends Error {
  constructor({ code, message }) {
    super(message)
    this.name = 'CleanError'
    this.code = code
  }
}

/** Starts the worker ahead of the first request, so that it is ready by then. */
export function warmUp() {
  worker ??= launch()
}

/** Cleans the input. Resolves to the article, or to null when a newer request has overtaken this one. */
export function clean(input, options) {
  waiting?.resolve(null)
  const id = ++newest
  return new Promise((resolve, reject) => {
    waiting = { id, resolve, reject }
    warmUp()
    worker.postMessage({ id, input, options })
  })
}

function launch() {
  const launched = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' })
  launched.addEventListener('message', ({ data }) => {
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

// The next request starts a new one; starting it here could loop when the server is gone.
function retire(broken) {
  broken.terminate()
  if (worker === broken) worker = null
}

function settle({ id, article, error }) {
  if (!waiting || waiting.id !== id) return
  const { resolve, reject } = waiting
  waiting = null
  if (error) reject(new CleanError(error))
  else resolve(article)
}
