// What can be told of the single file from its source alone. browsers.test.mjs opens it from a disk.

import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { inRoot } from '../../scripts/run.mjs'

const file = readFileSync(inRoot('www', 'pkg', 'wechat-article-cleaner.html'), 'utf8')
const markup = file.replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1>/g, '')

test('it has all it needs in itself', () => {
  assert.match(markup, /^<!doctype html>/)
  assert.doesNotMatch(markup, /\s(src|href)="(?!data:)/)
  assert.match(file, /data:application\/wasm;base64,/)
  assert.doesNotMatch(file, /import\.meta|\bimport\(/)
})

test('its policy names no host to connect to, and scripts and styles by their hashes', () => {
  const [, policy] = file.match(/Content-Security-Policy" content="([^"]+)"/)
  const sources = (name) => policy.match(new RegExp(`(?:^|; )${name} ([^;]+)`))[1].split(' ')
  const hashes = (name) =>
    [...file.matchAll(new RegExp(`<${name}\\b[^>]*>([\\s\\S]*?)</${name}>`, 'g'))].map(
      ([, text]) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
    )
  assert.deepEqual(sources('default-src'), ["'none'"])
  assert.deepEqual(sources('script-src'), [...hashes('script'), "'wasm-unsafe-eval'"])
  assert.deepEqual(sources('style-src'), [...hashes('style'), 'data:'])
  assert.deepEqual(sources('connect-src'), ['data:'])
  assert.deepEqual(sources('worker-src'), ['blob:'])
  assert.equal(hashes('script').length, 1)
  assert.doesNotMatch(policy, /'self'|unsafe-inline|'unsafe-eval'|\*/)
})
