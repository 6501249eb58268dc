// Runs the cleaner off the page's own thread, so that a page of 4 MB never freezes it.
// Messages: in { id, input, options }, where `options.copies` may be a map from the addresses of pictures to those of
// their copies, or { id, files }, of which is to be found what recurs; out { id, isBegun } when the turn of the input or of
// a file comes, then { id, answer } or { id, error: { code, message, reason, url, account } }.

import { clean, init, recurring } from './pkg/slim.js'

const ready = init(new URL('./pkg/core.wasm', import.meta.url))
ready.catch(() => {}) // told to whoever asks first

addEventListener('message', async ({ data: { id, input, options, files } }) => {
  try {
    await ready
  } catch (error) {
    postMessage({ id, error: { code: 'not-loaded', message: String(error?.message ?? error) } })
    return
  }
  try {
    postMessage({ id, answer: files ? recurring(pagesIn(id, files)) : cleaned(id, input, options) })
  } catch (error) {
    const { code = 'internal', reason, url, account } = error ?? {}
    postMessage({ id, error: { code, message: String(error?.message ?? error), reason, url, account } })
  }
})

function cleaned(id, input, { copies, ...options }) {
  postMessage({ id, isBegun: true })
  return clean(input, { ...options, imageUrl: copies && ((url) => copies.get(url)) })
}

/** The pages in files, one after another; of one that cannot be read, cleaning it tells. */
function* pagesIn(id, files) {
  for (const file of files) {
    postMessage({ id, isBegun: true })
    try {
      yield new Uint8Array(new FileReaderSync().readAsArrayBuffer(file))
    } catch {}
  }
}
