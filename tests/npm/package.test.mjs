// The package as it would be published.

import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { clean } from 'wechat-article-cleaner'
import { fixtures } from './fixtures.mjs'
import { install, readHere } from './install.mjs'
import { page } from './page.mjs'

const installed = install()
after(installed.remove)

const compile = ['--noEmit', '--strict', '--target', 'es2022', '--lib', 'es2022,dom']

test('holds what it needs and no more', () => {
  const files = installed.files.filter((name) => !/^(README|CHANGELOG|LICENSE)[\w.-]*$/.test(name))
  assert.deepEqual(files, [
    'dist/core.wasm',
    'dist/glue.js',
    'dist/index.d.ts',
    'dist/index.js',
    'dist/inlined.js',
    'dist/instance.js',
    'dist/schema.json',
    'dist/slim.d.ts',
    'dist/slim.js',
    'package.json',
  ])
})

test('imports and cleans', () => {
  installed.write('page.html', page)
  installed.write(
    'import.js',
    `import { readFileSync } from 'node:fs'
    import { clean } from 'wechat-article-cleaner'
    process.stdout.write(JSON.stringify(clean(readFileSync('page.html', 'utf8'))))`,
  )
  assert.deepEqual(JSON.parse(installed.node('import.js')), clean(page))
})

test('can be required where Node can require modules', { skip: !process.features.require_module }, () => {
  installed.write('require.cjs', `process.stdout.write(require('wechat-article-cleaner').version())`)
  assert.match(installed.node('require.cjs'), /^\d+\.\d+\.\d+$/)
})

test('slim cleans once it has the WebAssembly', () => {
  installed.write(
    'slim.js',
    `import assert from 'node:assert/strict'
    import { readFileSync } from 'node:fs'
    import { clean, init } from 'wechat-article-cleaner/slim'
    const page = readFileSync('page.html', 'utf8')
    const bytes = readFileSync(new URL(import.meta.resolve('wechat-article-cleaner/core.wasm')))
    assert.throws(() => clean(page), /call init\\(\\) or initSync\\(\\) first/)
    await assert.rejects(init(new Response('gone', { status: 404, statusText: 'Not Found' })), /404 Not Found/)
    await init(Promise.resolve(new Response(bytes)))
    await init(bytes)
    process.stdout.write(clean(page).title)`,
  )
  assert.equal(installed.node('slim.js'), '山间来信')
})

test('slim takes bytes, a module, and a response of the right type', () => {
  const calls = [
    'await init(bytes)',
    'initSync(bytes)',
    'initSync(new WebAssembly.Module(bytes))',
    'await init(await WebAssembly.compile(bytes))',
    "await init(new Response(bytes, { headers: { 'content-type': 'application/wasm' } }))",
  ]
  for (const call of calls) {
    installed.write(
      'init.js',
      `import { readFileSync } from 'node:fs'
      import { init, initSync, version } from 'wechat-article-cleaner/slim'
      const bytes = readFileSync(new URL(import.meta.resolve('wechat-article-cleaner/core.wasm')))
      ${call}
      process.stdout.write(version())`,
    )
    assert.match(installed.node('init.js'), /^\d+\.\d+\.\d+$/, call)
  }
})

test("a user's TypeScript compiles, in both ways of resolving", () => {
  installed.write('consumer.ts', readHere('consumer.ts'))
  installed.tsc(...compile, '--module', 'nodenext', 'consumer.ts')
  installed.tsc(...compile, '--module', 'esnext', '--moduleResolution', 'bundler', 'consumer.ts')
})

test('real results are of the declared types, with no key missing or undeclared', () => {
  const articles = [page, ...fixtures.filter(({ error }) => !error).map(({ input }) => input)].map((input) =>
    clean(input),
  )
  // As literals, so that the compiler refuses keys that the types do not declare.
  const literals = articles.map((article) => JSON.stringify(article)).join(',\n')
  installed.write(
    'results.ts',
    `import type { Article } from 'wechat-article-cleaner'\nexport const articles: Article[] = [${literals}]\n`,
  )
  installed.tsc(...compile, '--module', 'nodenext', 'results.ts')
})
