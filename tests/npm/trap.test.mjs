// A call that ends in the middle of WebAssembly must not spoil the calls after it.
//
// Nothing is known to make `clean` trap. So these tests stand between the glue and the real instance: they hand
// the real code a pointer beyond its memory, or throw from a function that it calls, as the panic hook does.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { beforeEach, test } from 'node:test'
import { clean, cleanDocument, render } from 'wechat-article-cleaner'
import * as slim from 'wechat-article-cleaner/slim'
import { page } from './page.mjs'

let instances = 0
let badPointer = false
let thrown = null
let callsBeforeThrow = 0

const { Instance } = WebAssembly
WebAssembly.Instance = class {
  constructor(module, { './core_bg.js': glue }) {
    instances++
    const imports = Object.fromEntries(Object.entries(glue).map(([name, call]) => [name, throwing(call)]))
    const { exports } = new Instance(module, { './core_bg.js': imports })
    const spoiled =
      (call) =>
      (out, pointer, ...rest) =>
        call(out, badPointer ? 0xfffffff0 : pointer, ...rest)
    this.exports = { ...exports, clean: spoiled(exports.clean), render: spoiled(exports.render) }
  }
}

function throwing(call) {
  return (...args) => {
    if (thrown && callsBeforeThrow-- === 0) throw thrown
    return call(...args)
  }
}

const expected = clean(page)

beforeEach(() => {
  badPointer = false
  thrown = null
  clean(page)
  instances = 0
})

test('a trap is an error with its cause, and the next call works', () => {
  badPointer = true
  assert.throws(
    () => clean(page),
    (error) => {
      assert.ok(error instanceof Error)
      assert.equal(error.name, 'WechatArticleError')
      assert.equal(error.code, 'internal')
      assert.ok(error.cause instanceof WebAssembly.RuntimeError)
      return true
    },
  )
  badPointer = false
  assert.deepEqual(clean(page), expected)
  assert.equal(instances, 1)
})

test('200 traps cost an instance each and nothing else', () => {
  for (let round = 1; round <= 200; round++) {
    badPointer = true
    assert.throws(() => clean(page), { code: 'internal' })
    badPointer = false
    assert.deepEqual(clean(page), expected)
    assert.equal(instances, round)
  }
})

test('so it is without the WebAssembly in it: the module it was given makes the next instance', () => {
  slim.initSync(readFileSync(new URL(import.meta.resolve('wechat-article-cleaner/core.wasm'))))
  assert.deepEqual(slim.clean(page), expected)
  instances = 0
  for (let round = 1; round <= 3; round++) {
    badPointer = true
    assert.throws(() => slim.clean(page), { name: 'WechatArticleError', code: 'internal' })
    badPointer = false
    assert.deepEqual(slim.clean(page), expected)
    assert.equal(slim.render(expected, 'markdown'), expected.markdown)
    assert.equal(instances, round)
  }
  // The other entry has an instance of its own, and has lost nothing.
  assert.deepEqual(clean(page), expected)
  assert.equal(instances, 3)
})

test('what a panic throws comes through with its words', () => {
  const panic = Object.assign(new Error('panicked'), { name: 'WechatArticleError', code: 'internal' })
  for (const calls of [0, 1, 10, 20]) {
    thrown = panic
    callsBeforeThrow = calls
    assert.throws(() => clean(page, { keep: ['follow'] }), {
      name: 'WechatArticleError',
      code: 'internal',
      message: 'panicked',
    })
    thrown = null
    assert.deepEqual(clean(page), expected)
  }
  assert.equal(instances, 4)
})

test('a full stack is an error with its cause', () => {
  thrown = new RangeError('Maximum call stack size exceeded')
  callsBeforeThrow = 5
  assert.throws(() => clean(page), { name: 'WechatArticleError', code: 'internal', cause: thrown })
  thrown = null
  assert.deepEqual(clean(page), expected)
})

test('a document that throws is heard, and does not spoil the instance', () => {
  const cause = new Error('no HTML today')
  const document = {
    documentElement: {
      get outerHTML() {
        throw cause
      },
    },
  }
  assert.throws(() => cleanDocument(document), cause)
  assert.deepEqual(clean(page), expected)
  assert.equal(instances, 0)
})

test('an article that cannot be written does not spoil the instance', () => {
  badPointer = true
  assert.throws(() => render(expected, 'markdown'), { code: 'internal' })
  badPointer = false
  assert.equal(render(expected, 'markdown'), expected.markdown)
})

test('an answer that there is no article keeps the instance', () => {
  assert.throws(() => clean(''), { code: 'empty' })
  assert.deepEqual(clean(page), expected)
  assert.equal(instances, 0)
})
