// Keeps a copy of the page for when there is no network.
//
// The network goes first, so whoever has one gets what the host has, and no old version can stick. The copy is one set,
// named after the hash of all its files: a new set is whole, each file checked against its hash, before the old one goes.
// Nothing is kept but the files that the build lists, so nothing foreign and nothing of an article.

importScripts('./pkg/files.js') // version, files: { path: hash }

const NAME = `wechat-article-cleaner ${registration.scope} `
const CACHE = NAME + version

/** A network that takes longer to answer counts as none, and for how long it does so then, in milliseconds. */
const PATIENCE = 5000
const REST = 30_000

let noNetworkUntil = 0

addEventListener('install', (event) => {
  const requests = Object.entries(files).map(
    ([path, hash]) => new Request(path, { cache: 'no-cache', integrity: `sha256-${hash}` }),
  )
  const store = async () => (await caches.open(CACHE)).addAll(requests)
  event.waitUntil(store().then(() => skipWaiting()))
})

addEventListener('activate', (event) => {
  const tidy = async () => {
    const old = (await caches.keys()).filter((name) => name.startsWith(NAME) && name !== CACHE)
    await Promise.all(old.map((name) => caches.delete(name)))
    await clients.claim()
  }
  event.waitUntil(tidy())
})

addEventListener('fetch', (event) => {
  const path = pathOf(event.request)
  if (Object.hasOwn(files, path)) event.respondWith(answer(event.request, path))
})

/** A request's path from the page's folder, without its query; `./` is the page itself. */
function pathOf({ method, url }) {
  if (method !== 'GET' || !url.startsWith(registration.scope)) return ''
  const path = url.slice(registration.scope.length).split(/[?#]/)[0]
  return path === '' || path === 'index.html' ? './' : path
}

async function answer(request, path) {
  const kept = await (await caches.open(CACHE)).match(path)
  if (!kept) return fetch(request)
  if (Date.now() < noNetworkUntil) return kept
  const network = fetch(request).catch(() => null)
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, 'late'))
  const first = await Promise.race([network, late])
  if (first === 'late') noNetworkUntil = Date.now() + REST
  return first?.status < 500 ? first : kept
}
