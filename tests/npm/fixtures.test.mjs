// The package gives the same bytes as the Rust library and the command line.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clean } from 'wechat-article-cleaner'
import { jsonOf } from '../../dist/json.js'
import { fixtures } from './fixtures.mjs'

test('there are fixtures', () => assert.notEqual(fixtures.length, 0))

/** The input as bytes, and as text if it is UTF-8. */
function inputs(bytes) {
  try {
    return [bytes, new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)]
  } catch {
    return [bytes]
  }
}

const cases = fixtures.flatMap((fixture) => inputs(fixture.input).map((input) => ({ ...fixture, input })))

for (const { name, input, expected, error } of cases) {
  test(`${name}, ${typeof input === 'string' ? 'text' : 'bytes'}`, () => {
    if (error) {
      assert.throws(() => clean(input), { name: 'WechatArticleError', ...error })
      return
    }
    const article = clean(input)
    const { markdown, html, text } = article
    assert.deepEqual({ markdown, html, text, json: jsonOf(article) }, expected)
  })
}
