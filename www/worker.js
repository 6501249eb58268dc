// Runs the cleaner off the page's own thread, so that a page of 4 MB never freezes it.
// Messages: in { id, input, options }, where `options.copies` may be a map from the addresses of pictures to those of
// their copies; out { id, isBegun } when the input's turn comes, then
// { id, article } or { id, error: { code, message, reason, url, account } }.

import { clean, init } from './pkg/slim.js'

const ready = init(new URL('./pkg/core.wasm', import.meta.url))
ready.catch(() => {}) // told to whoever asks first

addEventListener('message', async ({ data: { id, input, options } }) => {
  try {
    await ready
  } catch (error) {
    postMessage({ id, error: { code: 'not-loaded', message: String(error?.message ?? error) } })
    return
  }
  postMessage({ id, isBegun: true })
  try {
    const { copies, ...rest } = options
    const imageUrl = copies && ((url) => copies.get(url))
    postMessage({ id, article: clean(input, { ...rest, imageUrl }) })
  } catch (error) {
    const { code = 'internal', reason, url, account } = error ?? {}
    postMessage({ id, error: { code, message: String(error?.message ?? error), reason, url, account } })
  }
})
