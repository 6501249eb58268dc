// What comes of hostile pages runs nothing and loads nothing but pictures, in each browser that is here: put into a page
// as it stands, as a document of its own, and as Markdown that a reader has made HTML of, unsanitised.

import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { after, before, suite, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { marked } from 'marked'
import { clean } from 'wechat-article-cleaner'
import { inputs, markup } from './vectors.mjs'

const ELSEWHERE = 'http://elsewhere.example'
/** How many documents are opened, of all in even steps: each takes a frame of its own. */
const DOCUMENTS = 1000
const ALL = ['follow', 'qr', 'share', 'related', 'ad', 'about', 'legal', 'decor', 'more', 'chrome', 'hidden']

const given = inputs(ELSEWHERE)
const articles = given.flatMap((input) => {
  try {
    return [clean(input, { keep: ALL, frontMatter: false })]
  } catch (error) {
    assert.notEqual(error.code, 'internal', input)
    return []
  }
})
const fragments = distinct(articles.map(({ html }) => html))
const documents = distinct(articles.map(({ document }) => document))
const rendered = distinct(articles.map(({ markdown }) => marked.parse(markdown)))

test('the vectors are many, and most leave an article', () => {
  assert.ok(given.length > 15_000, `${given.length}`)
  assert.ok(articles.length > given.length * 0.9, `${articles.length} of ${given.length}`)
})

suite('vectors in browsers', { concurrency: false }, () => {
  for (const name of ['Chromium', 'Firefox', 'WebKit']) {
    const program = process.env[name.toUpperCase()]
    suite(name, { concurrency: false, skip: program ? false : `${name} is not here` }, () => {
      let proxy
      let browser
      before(async () => {
        proxy = await startProxy()
        const { launch } = await import(`./driver/${name.toLowerCase()}.mjs`)
        browser = await launch({ program, proxy: proxy.url })
      })
      after(async () => {
        await browser?.close()
        proxy?.close()
      })

      test('the vectors themselves run and load', async () => {
        const { ran, loaded } = await run(putIntoFrames, markup(ELSEWHERE), 20)
        console.log(`${name}: uncleaned, ${ran} scripts ran and ${loaded.length} things were loaded`)
        assert.ok(ran > 50 && loaded.length > 10, `${ran} ran, ${loaded.length} loaded`)
      })

      for (const [what, put, all, size] of [
        ['HTML within a page', putIntoPage, fragments, 200],
        ['Markdown made HTML', putIntoPage, rendered, 200],
        ['HTML as a document', putIntoFrames, inSteps(documents, DOCUMENTS), 20],
      ]) {
        test(`${what} does nothing`, async () => {
          const { ran, loaded, bad } = await run(put, all, size)
          console.log(
            `${name}: ${what}, ${all.length} different, ${ran} ran, ${loaded.length} loaded, ${bad.length} bad`,
          )
          assert.deepEqual({ ran, loaded, bad }, { ran: 0, loaded: [], bad: [] })
        })
      }

      /** Puts all into a new page, some at a time, and tells what came of it. */
      async function run(put, all, size) {
        const page = await servePage()
        const tab = await browser.open(page.url)
        proxy.loaded.length = 0
        const bad = []
        for (let at = 0; at < all.length; at += size) bad.push(...(await tab.run(put, all.slice(at, at + size))))
        await wait(500)
        const ran = await tab.run(() => window.count)
        await tab.close()
        page.close()
        return { ran, bad, loaded: [...proxy.loaded] }
      }
    })
  }
})

/** In the page: puts each fragment into an element of its own. Returns what must not be there. */
function putIntoPage(all) {
  const place = document.createElement('main')
  document.body.replaceChildren(place)
  const bad = []
  for (const html of all) {
    const element = document.createElement('div')
    place.append(element)
    element.innerHTML = html
    bad.push(...window.faults(element).map((fault) => `${fault} in ${html}`))
  }
  return bad
}

/** In the page: opens each document in a frame of the page's own origin. Returns what must not be there. */
async function putIntoFrames(all) {
  document.body.replaceChildren()
  const bad = []
  await Promise.all(
    all.map(async (html) => {
      const frame = document.createElement('iframe')
      const loaded = new Promise((resolve) => {
        frame.onload = resolve
        setTimeout(resolve, 3000)
      })
      frame.srcdoc = html
      document.body.append(frame)
      await loaded
      const body = frame.contentDocument?.body
      if (body) bad.push(...window.faults(body).map((fault) => `${fault} in ${html}`))
    }),
  )
  return bad
}

/** A page with the sentinel `ran`, and a look at what an element holds. */
async function servePage() {
  const faults = (root) => {
    const fault = ({ localName, namespaceURI, attributes, href, protocol }) => {
      if (!namespaceURI.endsWith('xhtml')) return `<${localName}> of ${namespaceURI}`
      if (/^(script|style|iframe|object|embed|form|input|base|meta|link|svg|math|template)$/.test(localName))
        return `<${localName}>`
      const known =
        /^(href|src|alt|title|class|id|role|rel|lang|start|value|colspan|rowspan|align|type|checked|disabled|datetime|width|height|loading|referrerpolicy)$/
      const bad = [...attributes].find(({ name }) => !known.test(name))
      if (bad) return `${localName} ${bad.name}`
      // Of an address that it cannot read, a browser says `:`.
      if (localName === 'a' && href && !/^(https?|mailto|ftp|):$/.test(protocol)) return href
    }
    return [...root.querySelectorAll('*')].map(fault).filter(Boolean)
  }
  const html = `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><body><script>
    window.count = 0
    window.ran = () => { window.count += 1 }
    window.faults = ${faults}
  </script>`
  const server = createServer((_, response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end(html))
  await new Promise((resolve) => server.listen(0, 'localhost', resolve))
  return {
    url: `http://localhost:${server.address().port}/`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** Every other host there is. `loaded` fills with what is asked of them and is no picture. */
async function startProxy() {
  const loaded = []
  const server = createServer(({ url, headers }, response) => {
    if (url.startsWith(ELSEWHERE) && !headers.accept?.startsWith('image/')) loaded.push(url)
    response.writeHead(404).end()
  })
  server.on('connect', (_, socket) => socket.end('HTTP/1.1 502 Elsewhere\r\n\r\n'))
  await new Promise((resolve) => server.listen(0, 'localhost', resolve))
  return {
    url: `http://localhost:${server.address().port}`,
    loaded,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

function distinct(texts) {
  return [...new Set(texts)]
}

function inSteps(all, most) {
  const step = Math.ceil(all.length / most)
  return all.filter((_, index) => index % step === 0)
}
