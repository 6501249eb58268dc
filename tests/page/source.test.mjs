// What can be told of the page from its source alone.

import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { CATEGORIES } from '../../www/facts.js'
import reasons from '../../www/reasons.zh.js'
import warnings from '../../www/warnings.zh.js'
import bookmarkletEn from '../../www/words.bookmarklet.en.js'
import bookmarkletZh from '../../www/words.bookmarklet.zh.js'
import pageEn from '../../www/words.en.js'
import failuresEn from '../../www/words.failures.en.js'
import failuresZh from '../../www/words.failures.zh.js'
import resultEn from '../../www/words.result.en.js'
import resultZh from '../../www/words.result.zh.js'
import touchEn from '../../www/words.touch.en.js'
import touchZh from '../../www/words.touch.zh.js'
import pageZh from '../../www/words.zh.js'

const en = { ...pageEn, ...bookmarkletEn, ...resultEn, ...failuresEn }
const zh = { ...pageZh, ...bookmarkletZh, ...resultZh, ...failuresZh }
const folder = new URL('../../www/', import.meta.url)
const own = (name) => /\.(js|css|html)$/.test(name) && !/^(pkg|vendor|sample)\b/.test(name)
const names = (await readdir(folder, { recursive: true })).filter(own)
const files = await Promise.all(names.map(async (name) => [name, await readFile(new URL(name, folder), 'utf8')]))
const page = files.find(([name]) => name === 'index.html')[1]

test('no string is ever parsed into the page or run', () => {
  const forbidden = /innerHTML|outerHTML\s*=|insertAdjacentHTML|document\.write|\beval\s*\(|new Function|setHTMLUnsafe/
  for (const [name, text] of files) assert.doesNotMatch(text, forbidden, name)
})

test('the page uses its own files only, and its policy says so', () => {
  const policy = page.match(/Content-Security-Policy" content="([^"]+)"/)[1]
  const directives = new Map(policy.split('; ').map((part) => part.split(/ (.*)/)))
  assert.equal(directives.get('default-src'), "'none'")
  assert.equal(directives.get('script-src'), "'self' 'wasm-unsafe-eval'")
  assert.equal(directives.get('style-src'), "'self'")
  assert.equal(directives.get('connect-src'), "'self'")
  assert.equal(directives.get('base-uri'), "'none'")
  assert.equal(directives.get('form-action'), "'none'")
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|\*/)
  assert.doesNotMatch(page, /(src|href)="(?!favicon\.svg|style\/\w+\.css|main\.js|pkg\/wechat-article-cleaner\.html)/)
  assert.doesNotMatch(page, /\sstyle=|\son\w+=|<style|<script(?! type="module" src=)/)
})

test('the page leads to where the package says that it comes from', async () => {
  const { homepage, bugs } = JSON.parse(await readFile(new URL('../package.json', folder), 'utf8'))
  const about = files.find(([name]) => name === 'about.js')[1]
  const [, source] = about.match(/SOURCE = '([^']+)'/)
  assert.equal(homepage, `${source}#readme`)
  assert.equal(bugs, `${source}/issues`)
})

test('both languages have the same words', () => {
  assert.deepEqual(Object.keys(zh).sort(), Object.keys(en).sort())
  for (const [key, text] of [...Object.entries(zh), ...Object.entries(en)]) assert.ok(text.trim(), key)
  for (const [, key] of page.matchAll(/data-(?:text|label|placeholder|title)="([^"]+)"/g)) assert.ok(en[key], key)
})

test('where fingers point, no key is named and nothing is to be dragged', () => {
  const needsHands = /Ctrl|\bdrop|\bdrag|拖/i
  // A cover that shows while something is dragged, and what a mouse is told that clicks on the bookmark; a part of the
  // page that is not shown there.
  const elsewhere = ['box.drop', 'bookmarklet.drag']
  for (const [all, touch] of [
    [en, touchEn],
    [zh, touchZh],
  ]) {
    const shown = { ...all, ...touch }
    assert.deepEqual(Object.keys(shown).sort(), Object.keys(all).sort(), 'each of them is said otherwise elsewhere')
    for (const [key, text] of Object.entries(shown))
      if (!elsewhere.includes(key)) assert.doesNotMatch(text, needsHands, key)
  }
  assert.deepEqual(Object.keys(touchZh), Object.keys(touchEn))
})

test('every error and every category of the core has its words', async () => {
  const errors = await readFile(new URL('../src/error.rs', folder), 'utf8')
  const codes = [...errors.matchAll(/ErrorKind::\w+ => "([\w-]+)"/g)].map(([, code]) => code)
  assert.ok(codes.length >= 11)
  for (const code of codes) assert.ok(en[`error.${code}`] && en[`error.${code}.next`], code)
  const types = await readFile(new URL('../src/npm/index.d.ts', folder), 'utf8')
  const [, union] = types.match(/type Category =([\s\S]*?)\n\n/)
  const categories = [...union.matchAll(/\| '(\w+)'/g)]
  assert.ok(categories.length >= 11)
  for (const [, category] of categories) assert.ok(en[`category.${category}`], category)
})

test('every warning of the core is there in Chinese', async () => {
  const root = new URL('../src/', folder)
  const rust = (await readdir(root, { recursive: true })).filter((name) => name.endsWith('.rs'))
  const sources = await Promise.all(rust.map((name) => readFile(new URL(name, root), 'utf8')))
  const codes = sources.flatMap((text) => [...text.matchAll(/Warning::new\(\s*"([\w-]+)"/g)].map(([, code]) => code))
  assert.deepEqual(Object.keys(warnings).sort(), [...new Set(codes)].sort(), 'www/warnings.zh.js and src differ')
})

test('every reason of the core’s rules is there in Chinese', async () => {
  // What the core's own tests hold to its rules.
  const listed = JSON.parse(await readFile(new URL('../src/npm/made/rules.json', folder), 'utf8'))
  const given = new Set(listed.rules.map(({ reason }) => reason))
  assert.deepEqual(Object.keys(reasons).sort(), [...given].sort(), 'www/reasons.zh.js and the rules differ')
})

test('the page knows the categories of the core', async () => {
  const types = await readFile(new URL('../src/npm/index.d.ts', folder), 'utf8')
  const [, union] = types.match(/type Category =([\s\S]*?)\n\n/)
  assert.deepEqual([...CATEGORIES].sort(), [...union.matchAll(/\| '(\w+)'/g)].map(([, name]) => name).sort())
})

test('nothing is asked of a browser that is newer than the README says', () => {
  const newer = /\.groupBy\(|\.canParse\(|withResolvers|\.toSorted\(|\.toReversed\(|light-dark\(|@starting-style|@scope/
  for (const [name, text] of files) assert.doesNotMatch(text.replace(/`[^`\n]*`/g, ''), newer, name)
})

test('modules and styles stay small', () => {
  for (const [name, text] of files) {
    const most = name.endsWith('.js') ? 150 : 350
    assert.ok(text.split('\n').length <= most + 1, name)
  }
})
