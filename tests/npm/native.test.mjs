// The native command and the package write the same bytes of every fixture, and of the corpus where there is one.

import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { clean } from 'wechat-article-cleaner'
import { jsonOf } from '../../dist/json.js'
import { fixtures } from './fixtures.mjs'
import { native } from './native.mjs'

const corpus = process.env.CORPUS ?? fileURLToPath(new URL('../../../shared/corpus/', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'native-'))
after(() => rmSync(folder, { recursive: true }))

test('of every fixture', () => same(fixtures))

test('of the corpus', { skip: !existsSync(corpus) && `there is no corpus at ${corpus}` }, async () => {
  const files = readdirSync(corpus, { recursive: true }).filter((name) => /\.(html|md)\.gz$/.test(name))
  assert.ok(files.length > 100)
  await same(files.map((name) => ({ name, input: gunzipSync(readFileSync(join(corpus, name))) })))
})

/** Gives all inputs to the native command, once for each format, and each of them to the package. */
async function same(inputs) {
  const place = mkdtempSync(join(folder, 'inputs-'))
  mkdirSync(join(place, 'in'))
  for (const [at, { input }] of inputs.entries()) writeFileSync(join(place, 'in', `${at}.page`), input)
  const formats = ['markdown', 'html', 'json'].map((format) => run(place, format, inputs))
  const [markdown, html, json] = await Promise.all(formats)
  for (const [at, { name, input }] of inputs.entries()) {
    const [expected, article] = [[markdown[at], html[at], json[at]], cleaned(input)]
    // Compared before they are shown: a difference of two pages is slow to draw.
    const isSame = article.markdown === expected[0] && article.document === expected[1]
    const isSameJson = (article.error ? undefined : jsonOf(article)) === expected[2]
    assert.ok(isSame && isSameJson, `${name}: ${article.error ?? ''}`)
    // A string is handed over abridged.
    const text = input.toString()
    const isText = typeof input === 'string' || Buffer.from(text).equals(input)
    assert.ok(!isText || cleaned(text).document === expected[1], `${name}, as a string`)
  }
  assert.ok(markdown.filter(Boolean).length > inputs.length / 2)
}

/** What the native command writes of each input; undefined where there is no article. */
async function run(place, format, inputs) {
  const out = join(place, format)
  const files = inputs.map((_, at) => join('in', `${at}.page`))
  const args = ['--alone', '--format', format, '--out', out, ...files]
  const child = spawn(native(), args, { cwd: place, stdio: 'ignore' })
  await once(child, 'exit')
  const written = Object.fromEntries(readdirSync(out).map((name) => [Number.parseInt(name, 10), join(out, name)]))
  return inputs.map((_, at) => written[at] && readFileSync(written[at], 'utf8'))
}

function cleaned(input) {
  try {
    return clean(input)
  } catch (error) {
    assert.notEqual(error.code, 'internal')
    return { error }
  }
}
