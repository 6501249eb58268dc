// What bundlers make of the package, run in Node and opened in Chromium.

import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { install } from '../npm/install.mjs'
import { html, startBrowser } from './browser.mjs'
import { assertExpected, giveToPage, load, named, print, printed, program } from './tools.mjs'

const installed = install()
const inFolder = (...names) => join(installed.folder, ...names)
let browser

before(async () => {
  browser = await startBrowser()
  installed.write('page.js', program({ give: giveToPage }))
  installed.write('print.js', program({ give: print }))
})
after(async () => {
  await browser?.close()
  installed.remove()
})

/** Opens a page that runs the script that a bundler made. */
async function assertRuns(folder, type = 'module') {
  installed.write(join(folder, 'index.html'), html({ src: './main.js', type }))
  assertExpected(await browser.ask(await browser.serve(inFolder(folder))))
}

async function webpack(config) {
  const { default: webpack } = await load('webpack')
  const stats = await new Promise((resolve, reject) => {
    const all = { mode: 'production', context: installed.folder, performance: false, ...config }
    webpack(all, (error, stats) => (error ? reject(error) : resolve(stats)))
  })
  const { errors, warnings } = stats.toJson({ all: false, errors: true, warnings: true })
  assert.deepEqual([errors, warnings], [[], []])
}

test(`${named('webpack')}, for browsers`, async () => {
  await webpack({ entry: './page.js', output: { path: inFolder('webpack-web'), filename: 'main.js' } })
  await assertRuns('webpack-web', 'text/javascript')
})

test(`${named('webpack')}, for Node`, async () => {
  const output = { path: inFolder('webpack-node'), filename: 'main.cjs' }
  await webpack({ entry: './print.js', target: 'node', output })
  assertExpected(printed(process.execPath, ['webpack-node/main.cjs'], installed.folder))
})

test(`${named('webpack')}, slim, with the file's address`, async () => {
  const before = `await init(new URL('wechat-article-cleaner/core.wasm', import.meta.url))`
  const imports = `import { init } from 'wechat-article-cleaner/slim'`
  const entry = 'wechat-article-cleaner/slim'
  installed.write('slim-webpack.js', program({ entry, imports, before, give: giveToPage }))
  await webpack({ entry: './slim-webpack.js', output: { path: inFolder('webpack-slim'), filename: 'main.js' } })
  await assertRuns('webpack-slim', 'text/javascript')
})

for (const format of ['es', 'iife']) {
  test(`${named('rollup')}, ${format}`, async () => {
    const { rollup } = await load('rollup')
    // Rollup leaves the looking up of packages to a plugin.
    const entry = inFolder('node_modules/wechat-article-cleaner/dist/index.js')
    const plugins = [{ name: 'package', resolveId: (id) => (id === 'wechat-article-cleaner' ? entry : null) }]
    const onLog = (_, { message }) => assert.fail(message)
    const bundle = await rollup({ input: inFolder('page.js'), plugins, onLog })
    await bundle.write({ format, file: inFolder(`rollup-${format}`, 'main.js') })
    await assertRuns(`rollup-${format}`, format === 'es' ? 'module' : 'text/javascript')
  })
}

/** Vite's own settings, with nothing for the package. */
const vite = (more) => ({ root: installed.folder, configFile: false, logLevel: 'error', ...more })

test(`${named('vite')}, build`, async () => {
  const { build } = await load('vite')
  installed.write('index.html', html({ src: './page.js' }))
  await build(vite({ build: { outDir: 'vite' } }))
  assertExpected(await browser.ask(await browser.serve(inFolder('vite'))))
})

test(`${named('vite')}, development`, async () => {
  const { createServer } = await load('vite')
  installed.write('index.html', html({ src: './page.js' }))
  const server = await createServer(vite({ server: { port: 0 } }))
  try {
    await server.listen()
    assertExpected(await browser.ask(server.resolvedUrls.local[0]))
  } finally {
    await server.close()
  }
})

test(`${named('vite')}, slim, with the file's address`, async () => {
  const { build } = await load('vite')
  const imports = `import { init } from 'wechat-article-cleaner/slim'
    import address from 'wechat-article-cleaner/core.wasm?url'`
  const entry = 'wechat-article-cleaner/slim'
  installed.write('slim-vite.js', program({ entry, imports, before: 'await init(address)', give: giveToPage }))
  installed.write('index.html', html({ src: './slim-vite.js' }))
  await build(vite({ build: { outDir: 'vite-slim' } }))
  assertExpected(await browser.ask(await browser.serve(inFolder('vite-slim'))))
})
