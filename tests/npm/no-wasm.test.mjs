// Where WebAssembly may not be compiled, the error says so and what to do. The matrix asks real browsers and workers.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clean, ready, WechatArticleError } from 'wechat-article-cleaner'
import { initSync } from 'wechat-article-cleaner/slim'
import { page } from './page.mjs'

const { Module, compile } = WebAssembly

/** Each engine's own words, and what they become. */
const words = [
  [
    "WebAssembly.Module(): Compiling or instantiating WebAssembly module violates the following Content Security policy directive because neither 'wasm-eval' nor 'unsafe-eval' is an allowed source of script",
    /Content-Security-Policy.*add 'wasm-unsafe-eval' to its script-src/,
  ],
  ['call to WebAssembly.Module() blocked by CSP', /add 'wasm-unsafe-eval' to its script-src/],
  [
    "Refused to create a WebAssembly object because 'unsafe-eval' or 'wasm-unsafe-eval' is not an allowed source of script",
    /add 'wasm-unsafe-eval' to its script-src/,
  ],
  ['WebAssembly.Module(): Wasm code generation disallowed by embedder', /condition 'workerd' or 'edge-light'/],
]

test('the error says why WebAssembly may not be compiled, and the next call tries again', async () => {
  for (const [said, message] of words) {
    const cause = new WebAssembly.CompileError(said)
    const expected = { name: 'WechatArticleError', code: 'no-wasm', message, cause }
    WebAssembly.Module = class {
      constructor() {
        throw cause
      }
    }
    WebAssembly.compile = () => Promise.reject(cause)
    assert.throws(() => clean(page), expected)
    assert.throws(() => clean(page), WechatArticleError)
    assert.throws(() => initSync(new Uint8Array()), expected)
    await assert.rejects(ready(), expected)
    Object.assign(WebAssembly, { Module, compile })
  }
  assert.throws(() => initSync(new Uint8Array(8)), WebAssembly.CompileError, 'bytes that are no WebAssembly')
  assert.equal(clean(page).title, '山间来信')
})
