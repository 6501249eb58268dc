// Pages cross into WebAssembly without what their long scripts hold, and give what they give as a whole.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clean } from 'wechat-article-cleaner'
import { abridge } from '../../dist/abridge.js'

const code = 'for (i = 0; i < n; i++) f(i);\n'.repeat(1000)
const data = 'window.msg_title = "山间来信";\n'
const body = '<body><div id="js_content"><p>春天到了，山上的茶树发了新芽。</p></div></body></html>'
const page = (head) => `<!DOCTYPE html>\n<html>\n<head>${head}</head>${body}`
const isData = (script) => script.includes('msg_title')

test('leaves out what long scripts hold', () => {
  const source = page(`<script>${code}</script><script>${code}</SCRIPT>`)
  const pieces = abridge(source, isData)
  assert.equal(pieces.filter((piece) => piece === '\uffff').length, 2)
  assert.ok(pieces.join('').length < source.length / 4)
  assert.ok(pieces.at(-1).endsWith(body))
})

test('leaves out nothing else', () => {
  for (const head of [
    '',
    '<script>f()</script>',
    `<script>${data}${code}</script>`,
    `<script><!--${code}</script>`,
    `<script>${code}--><!--</script>`,
    `<script>${code}`,
    `<style>${code}</style>`,
    `<script>${code}</script>\uffff`,
  ]) {
    assert.equal(abridge(page(head), isData), undefined, head.slice(0, 40))
  }
})

test('hands over a small part of a page', (t) => {
  const encode = t.mock.method(TextEncoder.prototype, 'encodeInto')
  const source = page(`<script>${data}</script>${`<script type="module">${code}</script>`.repeat(20)}`)
  assert.equal(clean(source).title, '山间来信')
  const handedOver = encode.mock.calls.reduce((sum, call) => sum + call.arguments[0].length, 0)
  assert.ok(handedOver > body.length && handedOver < source.length / 2, `${handedOver} of ${source.length} characters`)
})

test('gives the same as the whole page does', () => {
  // By a generator of our own, so that what fails fails again.
  let state = 1
  const below = (n) => {
    state = (state * 48271) % 2147483647
    return state % n
  }
  const script = `<script>${code}</script>`
  const parts = [
    script,
    script,
    script,
    '茶',
    '<p>水',
    data,
    '\uffff',
    '\ud83c',
    '<!--',
    '-->',
    '<script>',
    '</script>',
  ]
  const around = [
    ['', ''],
    ['<title>', '</title>'],
    ['<xmp>', '</xmp>'],
    ['<p title="', '">茶</p>'],
    ['<template>', '</template>'],
    ['<style>', '</style>'],
    ['<!--', '-->'],
    ['<svg><text>', '</text></svg>'],
    ['<svg><script/>', '</svg>'],
    ['<script>', '</SCRIPT >'],
    ['<script><!--', '--></script>'],
    ['<script>//</scripts>', '</script>'],
    [`<script x="${'x'.repeat(5000)}">`, '</script>'],
  ]
  let nAbridged = 0
  for (let round = 0; round < 1000; round++) {
    let some = ''
    for (let n = 1 + below(3); n > 0; n--) {
      const [before, after] = around[below(around.length)]
      const within = Array.from({ length: 1 + below(3) }, () => parts[below(parts.length)])
      some = [before, some, ...within, after].join('')
    }
    const source = page('').replace('<p>', () => `${some}<p>`)
    if (abridge(source, isData)) nAbridged++
    assert.deepEqual(answer(source), answer(Buffer.from(source)), JSON.stringify(source.replaceAll(code, '…')))
  }
  assert.ok(nAbridged > 100, `${nAbridged}`)
})

function answer(input) {
  try {
    return clean(input)
  } catch ({ code, message }) {
    return { code, message }
  }
}
