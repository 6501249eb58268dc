// The copy that the page keeps of itself, with hosts and networks that misbehave. In Chromium; that it works without a
// network, and gives way to the next version, is tested in all browsers by browsers.test.mjs.

import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { after, before, test } from 'node:test'
import { startBrowser, untilDone } from './browser.mjs'

let browser
let host
before(async () => {
  browser = await startBrowser()
  host = await startHost()
})
after(async () => {
  await browser.close()
  host.close()
})

/** Another host of the page: it answers with what `change(path, text)` makes of a file, or not at all for null. */
async function startHost() {
  const host = { change: (_, text) => text, asked: [] }
  const server = createServer(async ({ url }, response) => {
    host.asked.push(url)
    const original = await fetch(new URL(url, browser.url))
    const content = Buffer.from(await original.arrayBuffer())
    // A second's patience will do here.
    const text = url === '/sw.js' ? content.toString().replace('PATIENCE = 5000', 'PATIENCE = 1000') : content
    const changed = host.change(url, text)
    if (changed === null) return
    const headers = { 'Content-Type': original.headers.get('content-type'), 'Cache-Control': 'max-age=600' }
    response.writeHead(changed === undefined ? 503 : original.status, headers).end(changed)
  })
  await new Promise((resolve) => server.listen(0, 'localhost', resolve))
  host.url = `http://localhost:${server.address().port}/`
  host.close = () => [server.closeAllConnections(), server.close()]
  return host
}

/** Visits the host, and waits until the page has its copy. */
async function visit() {
  host.change = (_, text) => text
  const { page, ...opened } = await browser.open({ serviceWorkers: 'allow' })
  await page.goto(host.url)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  return { page, ...opened }
}

const keptVersions = (page) => page.evaluate(() => caches.keys())

async function trySample(page) {
  await page.reload()
  await page.locator('#clean:not(:empty)').waitFor()
  await page.click('#sample')
  await untilDone(page)
}

test('a host that is down or does not answer is no hindrance', async () => {
  const { page } = await visit()
  host.change = () => undefined
  await trySample(page)
  host.change = () => null
  const start = performance.now()
  await trySample(page)
  assert.ok(performance.now() - start < 8000, 'it waits once, not for each file')
})

test('a copy with a file that is not of its version is not taken, and the old one stays', async () => {
  const { page } = await visit()
  const before = await keptVersions(page)
  assert.equal(before.length, 1)
  const next = (path, text) => (path === '/pkg/files.js' ? String(text).replace(/version = '/, '$&next-') : text)
  host.change = (path, text) => (path === '/main.js' ? `${text}\n// half-way through an upload` : next(path, text))
  host.asked.length = 0
  await page.reload()
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration()
    await registration.update().catch(() => {})
    const { installing } = registration
    if (installing) await new Promise((resolve) => installing.addEventListener('statechange', resolve))
  })
  assert.ok(host.asked.includes('/pkg/files.js'), 'it was looked for')
  assert.deepEqual((await keptVersions(page)).slice(0, 1), before)
  assert.equal(await page.evaluate(async () => (await (await navigator.serviceWorker.ready).active).state), 'activated')

  host.change = next
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update())
  await page.waitForFunction(async () => {
    const names = await caches.keys()
    return names.length === 1 && / next-/.test(names[0])
  })
  host.change = () => null
  await trySample(page)
})

test('nothing is kept but the page’s own files', async () => {
  const { page, foreign, problems } = await visit()
  await trySample(page)
  await page.evaluate(() => fetch('sample/street.svg?article=1').then(() => fetch('pkg/files.js')))
  const kept = await page.evaluate(async () => {
    const names = await caches.keys()
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
    return requests.flat().map(({ url }) => url)
  })
  const listed = await page.evaluate(async () => {
    const text = await (await fetch('pkg/files.js')).text()
    return Object.keys(JSON.parse(text.slice(text.indexOf('files = ') + 8)))
  })
  assert.deepEqual(kept.sort(), listed.map((path) => new URL(path, host.url).href).sort())
  assert.deepEqual([problems, foreign], [[], []])
})
