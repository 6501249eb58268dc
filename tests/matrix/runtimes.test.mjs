// The package outside of Node and browsers: Deno, Bun, and workers on the edge.

import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { buildSync } from 'esbuild'
import { install } from '../npm/install.mjs'
import { assertExpected, load, named, print, printed, program, tool } from './tools.mjs'

const installed = install()
after(installed.remove)
installed.write('print.js', program({ give: print }))

/** The program within a package for this kind of machine, of which npm installs one. */
function binary(scope, path) {
  const [name] = readdirSync(tool(scope))
  return tool(scope, name, path)
}

test(named('deno'), () => {
  const args = ['run', '--no-config', '--node-modules-dir=manual', '--allow-read', 'print.js']
  assertExpected(printed(binary('@deno', 'deno'), args, installed.folder))
})

test(named('bun'), () => {
  assertExpected(printed(binary('@oven', 'bin/bun'), ['run', 'print.js'], installed.folder))
})

test(`${named('bun')}, bundled`, () => {
  const bun = binary('@oven', 'bin/bun')
  const args = ['build', 'print.js', '--target=browser', '--outfile', 'bun/main.mjs']
  assert.match(installed.run(bun, args), /main\.mjs/)
  assertExpected(printed(process.execPath, ['bun/main.mjs'], installed.folder))
})

/** Asks a worker of Cloudflare's runtime, which esbuild has bundled as Wrangler does. */
async function askWorker(source, conditions) {
  installed.write('worker.js', source)
  buildSync({
    absWorkingDir: installed.folder,
    bundle: true,
    conditions,
    entryPoints: ['worker.js'],
    format: 'esm',
    loader: { '.wasm': 'copy' },
    outdir: 'worker',
  })
  const folder = join(installed.folder, 'worker')
  const paths = readdirSync(folder).sort()
  const modules = paths.map((name) => ({
    type: name.endsWith('.wasm') ? 'CompiledWasm' : 'ESModule',
    path: join(folder, name),
  }))
  const { Miniflare } = await load('miniflare')
  const worker = new Miniflare({ modules: modules.reverse(), modulesRoot: folder, compatibilityDate: '2026-01-01' })
  try {
    const response = await worker.dispatchFetch('http://localhost/')
    return await response.json()
  } finally {
    await worker.dispose()
  }
}

const respond = (ask) => `export default {
  fetch: () => ${ask}.catch(({ code, message }) => ({ code, message })).then((answer) => Response.json(answer)),
}`

test(`${named('workerd')} in ${named('miniflare')}`, async () => {
  assertExpected(await askWorker(program({ give: respond }), ['workerd', 'worker', 'browser']))
})

test(`${named('workerd')}, slim, with the module imported`, async () => {
  const imports = `import { initSync } from 'wechat-article-cleaner/slim'
    import module from 'wechat-article-cleaner/core.wasm'`
  const source = program({ entry: 'wechat-article-cleaner/slim', imports, before: 'initSync(module)', give: respond })
  assertExpected(await askWorker(source, ['workerd', 'worker', 'browser']))
})

test(`${named('workerd')}, without its condition: the error says what to do`, async () => {
  const { code, message } = await askWorker(program({ give: respond }), ['browser'])
  assert.equal(code, 'no-wasm')
  assert.match(message, /^WebAssembly may not be compiled here at run time: bundle with the condition 'workerd'/)
})
