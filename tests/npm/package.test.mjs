// The package as it would be published.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { runInNewContext } from 'node:vm'
import { buildSync } from 'esbuild'
import { categories, clean, rules, version } from 'wechat-article-cleaner'
import { fixtures } from './fixtures.mjs'
import { install, readHere } from './install.mjs'
import { page } from './page.mjs'

const installed = install()
after(installed.remove)
const folder = join(installed.folder, 'node_modules/wechat-article-cleaner')

const compile = ['--noEmit', '--strict', '--target', 'es2022', '--lib', 'es2022,dom']

test('holds what it needs and no more', () => {
  assert.deepEqual(installed.files, [
    'CHANGELOG.md',
    'LICENSE-APACHE',
    'LICENSE-MIT',
    'README.md',
    'README.zh-CN.md',
    'dist/abridge.js',
    'dist/classic/index.d.ts',
    'dist/classic/index.js',
    'dist/classic/package.json',
    'dist/classic/slim.d.ts',
    'dist/classic/slim.js',
    'dist/cleaner.js',
    'dist/cli.js',
    'dist/command.json',
    'dist/compile.js',
    'dist/core.wasm',
    'dist/edge-light.js',
    'dist/error.js',
    'dist/facts.js',
    'dist/glue.js',
    'dist/index.d.ts',
    'dist/index.js',
    'dist/inlined.js',
    'dist/json.js',
    'dist/schema.json',
    'dist/slim.d.ts',
    'dist/slim.js',
    'dist/workerd.js',
    'package.json',
  ])
})

test('says what it is and names no machine', () => {
  const read = (name) => readFileSync(join(folder, name), 'utf8')
  const { engines, license, repository, sideEffects, scripts } = JSON.parse(read('package.json'))
  assert.deepEqual(
    { engines, license, sideEffects },
    { engines: { node: '>=20' }, license: 'MIT OR Apache-2.0', sideEffects: false },
  )
  assert.match(repository.url, /^git\+https:\/\/github\.com\//)
  assert.ok(!Object.keys(scripts).some((name) => /install|prepare/.test(name)), 'nothing runs on installing')
  assert.match(read('LICENSE-MIT'), /Permission is hereby granted, free of charge/)
  assert.match(read('LICENSE-APACHE'), /Apache License\s+Version 2\.0/)
  for (const name of installed.files) assert.doesNotMatch(read(name), new RegExp(homedir()), name)
})

/** Everything an entry exports, and what it cleans. */
const program = `
const results = [clean(page), render(clean(page), 'markdown'), rules.length, categories.length, version]
console.log(JSON.stringify({ results, isError: isError() }))
function isError() { try { clean('') } catch (error) { return error instanceof WechatArticleError && error.code } }`
const names = '{ categories, clean, render, rules, version, WechatArticleError }'
const expected = {
  results: [clean(page), clean(page).markdown, rules.length, categories.length, version],
  isError: 'empty',
}

const readsPage = `readFileSync('page.html', 'utf8')`

function assertWorks(output, how) {
  assert.deepEqual(JSON.parse(output), expected, how)
}

test('can be imported', () => {
  installed.write('page.html', page)
  installed.write(
    'import.js',
    `import { readFileSync } from 'node:fs'
    import ${names} from 'wechat-article-cleaner'
    const page = ${readsPage}
    ${program}`,
  )
  assertWorks(installed.node('import.js'))
})

test('can be required, as ever', () => {
  installed.write(
    'require.cjs',
    `const { readFileSync } = require('node:fs')
    const ${names} = require('wechat-article-cleaner')
    const page = ${readsPage}
    ${program}`,
  )
  // Where Node can require modules too, that must not be what makes it work.
  const flags = process.allowedNodeEnvironmentFlags.has('--no-experimental-require-module')
    ? ['--no-experimental-require-module']
    : []
  assertWorks(installed.node(...flags, 'require.cjs'))
  installed.write(
    'slim.cjs',
    `const { readFileSync } = require('node:fs')
    const { initSync, categories, clean, render, rules, version, WechatArticleError } = require('wechat-article-cleaner/slim')
    initSync(readFileSync(require.resolve('wechat-article-cleaner/core.wasm')))
    const page = ${readsPage}
    ${program}`,
  )
  assertWorks(installed.node(...flags, 'slim.cjs'))
})

test('a classic script is a global', () => {
  const { unpkg, jsdelivr } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  assert.equal(unpkg, jsdelivr)
  const script = readFileSync(join(folder, unpkg), 'utf8')
  const lines = []
  const globals = { WebAssembly, atob, TextDecoder, TextEncoder, page, console: { log: (line) => lines.push(line) } }
  runInNewContext(`${script}\nconst ${names} = WechatArticleCleaner;${program}`, globals)
  assertWorks(lines[0])
})

test('esbuild bundles it, for browsers and for Node, as a module and as a script', () => {
  installed.write(
    'entry.js',
    `import ${names} from 'wechat-article-cleaner'\nconst page = ${JSON.stringify(page)}\n${program}`,
  )
  for (const [platform, format, file] of [
    ['browser', 'esm', 'out/browser.mjs'],
    ['browser', 'iife', 'out/browser.cjs'],
    ['node', 'esm', 'out/node.mjs'],
    ['node', 'cjs', 'out/node.cjs'],
  ]) {
    const options = { bundle: true, minify: true, platform, format, absWorkingDir: installed.folder, logLevel: 'error' }
    const { warnings } = buildSync({ ...options, entryPoints: ['entry.js'], outfile: file })
    assert.deepEqual(warnings, [])
    assertWorks(installed.node(file), `${platform}, ${format}`)
  }
})

test('workers get the module by a static import', () => {
  for (const [condition, path] of [
    ['workerd', './core.wasm'],
    ['edge-light', './core.wasm?module'],
  ]) {
    const options = { bundle: true, format: 'esm', platform: 'browser', conditions: [condition], metafile: true }
    const { metafile } = buildSync({
      ...options,
      absWorkingDir: installed.folder,
      entryPoints: ['entry.js'],
      external: ['*.wasm', '*.wasm?module'],
      write: false,
    })
    const [output] = Object.values(metafile.outputs)
    assert.deepEqual(
      output.imports.map((one) => one.path),
      [path],
    )
    assert.ok(output.bytes < 60_000, 'the WebAssembly is not there twice')
  }
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
      import { clean, init, initSync, version } from 'wechat-article-cleaner/slim'
      const bytes = readFileSync(new URL(import.meta.resolve('wechat-article-cleaner/core.wasm')))
      ${call}
      clean('<p>春</p>')
      process.stdout.write(version)`,
    )
    assert.match(installed.node('init.js'), /^\d+\.\d+\.\d+$/, call)
  }
})

test('its command can be run by npx', () => {
  const [program, ...args] = process.platform === 'win32' ? ['cmd', '/c', 'npx'] : ['npx']
  installed.write('page.html', page)
  const markdown = installed.run(program, [...args, '--offline', 'wechat-article-cleaner', 'page.html'])
  assert.equal(markdown, clean(page).markdown)
})

test("a user's TypeScript compiles, in both ways of resolving", () => {
  installed.write('consumer.ts', readHere('consumer.ts'))
  installed.tsc(...compile, '--module', 'nodenext', 'consumer.ts')
  installed.tsc(...compile, '--module', 'esnext', '--moduleResolution', 'bundler', 'consumer.ts')
  installed.write('consumer.cts', readHere('consumer.ts'))
  installed.tsc(...compile, '--module', 'node16', 'consumer.ts', 'consumer.cts')
})

test('the types ask for no types of browsers or Node', () => {
  installed.write(
    'bare.ts',
    `import { clean } from 'wechat-article-cleaner'\nexport const title: string = clean('').title`,
  )
  const bare = ['--noEmit', '--strict', '--target', 'es2022', '--lib', 'es2022', '--types', '', '--module', 'node16']
  installed.tsc(...bare, 'bare.ts')
})

test('the global of a classic script has types', () => {
  installed.write(
    'global.ts',
    `/// <reference path="./node_modules/wechat-article-cleaner/dist/classic/index.d.ts" />
    const title: string = WechatArticleCleaner.clean('').title
    // @ts-expect-error: a string
    const wrong: number = title`,
  )
  installed.tsc(
    '--noEmit',
    '--strict',
    '--target',
    'es2022',
    '--lib',
    'es2022,dom',
    '--module',
    'es2022',
    '--moduleDetection',
    'legacy',
    'global.ts',
  )
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
