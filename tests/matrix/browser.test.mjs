// The package in Chromium without a bundler: modules, classic scripts, workers, and policies against it.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { install } from '../npm/install.mjs'
import { html, startBrowser } from './browser.mjs'
import { assertExpected, giveToPage, names, program } from './tools.mjs'

const installed = install()
const dist = './node_modules/wechat-article-cleaner/dist'
let browser
let url

before(async () => {
  browser = await startBrowser()
  url = await browser.serve(installed.folder)
})
after(async () => {
  await browser?.close()
  installed.remove()
})

/** Opens a page. */
async function answer(page) {
  installed.write('page.html', html(page))
  return browser.ask(`${url}page.html`)
}

test('a plain module script', async () => {
  installed.write('module.js', program({ entry: `${dist}/index.js`, give: giveToPage }))
  assertExpected(await answer({ src: './module.js' }))
})

test('a plain module script, slim, beside the file', async () => {
  const imports = `import { init } from '${dist}/slim.js'`
  const given = { entry: `${dist}/slim.js`, imports, give: giveToPage }
  for (const source of [`new URL('${dist}/core.wasm', import.meta.url)`, `fetch('${dist}/core.wasm')`]) {
    installed.write('slim.js', program({ ...given, before: `await init(${source})` }))
    assertExpected(await answer({ src: './slim.js' }))
  }
})

test('a module script with an import map', async () => {
  const map = JSON.stringify({ imports: { 'wechat-article-cleaner': `${dist}/index.js` } })
  const head = `<script type="importmap">${map}</script>`
  installed.write('mapped.js', program({ give: giveToPage }))
  assertExpected(await answer({ src: './mapped.js', head }))
})

/** A program without imports: the package is a global. */
const classic = (give) => program({ give }).replace(/^\s*import .*$/m, `const ${names} = WechatArticleCleaner`)

test('a classic script', async () => {
  installed.write('classic.js', classic(giveToPage))
  const head = `<script src="${dist}/classic/index.js"></script>`
  assertExpected(await answer({ src: './classic.js', type: 'text/javascript', head }))
})

test('a worker of modules', async () => {
  installed.write('worker.js', program({ entry: `${dist}/index.js`, give: (ask) => `${ask}.then(postMessage)` }))
  const code = `new Worker('./worker.js', { type: 'module' }).onmessage = ({ data }) => { globalThis.answer = data }`
  assertExpected(await answer({ code }))
})

test('a worker of classic scripts', async () => {
  const load = `importScripts('${dist}/classic/index.js')\n`
  installed.write('worker.js', load + classic((ask) => `${ask}.then(postMessage)`))
  const code = `new Worker('./worker.js').onmessage = ({ data }) => { globalThis.answer = data }`
  assertExpected(await answer({ code }))
})

test('an open document', async () => {
  const code = `import { cleanDocument } from '${dist}/index.js'
    const open = new DOMParser().parseFromString('<p id="js_content">春天到了，山上的茶树发了新芽。</p>', 'text/html')
    globalThis.answer = cleanDocument(open, { url: 'https://mp.weixin.qq.com/s/x' })`
  assert.equal((await answer({ code })).text, '春天到了，山上的茶树发了新芽。\n')
})

const message = "the Content-Security-Policy of this page forbids WebAssembly: add 'wasm-unsafe-eval' to its script-src"

test('under a policy without wasm-unsafe-eval the error says exactly that', async () => {
  const error = { error: `WechatArticleError: ${message}`, code: 'no-wasm' }
  const policy = "default-src 'none'; script-src 'self'; connect-src 'self'"
  installed.write('module.js', program({ entry: `${dist}/index.js`, give: giveToPage }))
  assert.deepEqual(await answer({ src: './module.js', policy }), error)
  const synchronous = (ask) => giveToPage(ask.replace('await ready()', ''))
  installed.write('module.js', program({ entry: `${dist}/index.js`, give: synchronous }))
  assert.deepEqual(await answer({ src: './module.js', policy }), error)
  const load = (ask) => giveToPage(ask.replace('await ready()', `await init(fetch('${dist}/core.wasm'))`))
  const imports = `import { init } from '${dist}/slim.js'`
  installed.write('slim.js', program({ entry: `${dist}/slim.js`, imports, give: load }))
  assert.deepEqual(await answer({ src: './slim.js', policy }), error)
})

test('under a policy with wasm-unsafe-eval it works', async () => {
  const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'"
  installed.write('module.js', program({ entry: `${dist}/index.js`, give: giveToPage }))
  assertExpected(await answer({ src: './module.js', policy }))
})
