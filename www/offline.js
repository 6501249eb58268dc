// Lets the page work without a network after the first visit. Left out of the single file, which needs none.

/** Registers the service worker, where the browser has any. */
export async function workOffline() {
  try {
    // Its parts are always asked for anew, whatever the host says on caching: an old one must not keep itself.
    await navigator.serviceWorker?.register(new URL('./sw.js', import.meta.url), { updateViaCache: 'none' })
  } catch {
    // Forbidden here, or the host has no such file. The page works all the same.
  }
}
