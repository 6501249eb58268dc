// Markdown through a publisher and back: most technical articles are Markdown that such a tool made into WeChat's
// markup. Their structure should come out as their authors wrote it.

import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { createWenyanCore, getAllGzhThemes } from '@wenyan-md/core'
import { parseHTML } from 'linkedom'
import { clean } from 'wechat-article-cleaner'
import { CONSTRUCTS, compare, ofBlocks, ofMarkdown } from './structure.mjs'
import { TREATMENTS, wechatPage } from './wechat.mjs'

const folder = new URL('documents/', import.meta.url)
const documents = readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')])

const totals = await measure()
const rows = CONSTRUCTS.map((construct) => ({ construct, ...rounded(totals[construct]) }))
console.table(rows)

test('the publisher has its themes and the documents all constructs', () => {
  assert.ok(getAllGzhThemes().length >= 8)
  assert.ok(documents.length >= 5)
  for (const construct of CONSTRUCTS) assert.ok(totals[construct].written > 0, construct)
})

for (const construct of CONSTRUCTS) {
  test(`${construct}s come back`, () => {
    assert.equal(rounded(totals[construct]).f1, 1)
  })
}

/** Sums over all documents, themes and treatments. `PUBLISHER_VERBOSE=1` names what did not come back. */
async function measure() {
  const core = await createWenyanCore()
  const sums = Object.fromEntries(CONSTRUCTS.map((construct) => [construct, { written: 0, found: 0, both: 0 }]))
  for (const [name, source] of documents) {
    const written = ofMarkdown(source)
    for (const { themeId, isMacStyle } of looks()) {
      const html = await publish(core, source, { themeId, isMacStyle, isAddFootnote: true })
      for (const [treatment, treat] of Object.entries(TREATMENTS)) {
        const actual = ofBlocks(clean(wechatPage(treat(html))).blocks)
        // Classes alone name it.
        const expected = { ...written, language: treatment === 'mild' ? written.language : [] }
        for (const [construct, counts] of Object.entries(compare(expected, actual))) {
          for (const key of Object.keys(counts)) sums[construct][key] += counts[key]
        }
        if (process.env.PUBLISHER_VERBOSE) tell(`${name} ${themeId} ${treatment}`, expected, actual)
      }
    }
  }
  return sums
}

/** Every theme, every other one with the three dots that a window of a Mac has. */
function looks() {
  return getAllGzhThemes().map((theme, index) => ({ themeId: theme.meta.id, isMacStyle: index % 2 === 0 }))
}

async function publish(core, markdown, options) {
  const content = await core.renderMarkdown(markdown, true)
  const { document } = parseHTML(`<!DOCTYPE html><html><body><section id="wenyan">${content}</section></body></html>`)
  // The publisher asks for it by its global name.
  globalThis.document = document
  return core.applyStylesWithTheme(document.getElementById('wenyan'), options)
}

function tell(heading, expected, actual) {
  console.log(`── ${heading}`)
  for (const construct of CONSTRUCTS) {
    const without = (all, some) => all.filter((one) => !some.includes(one))
    for (const one of without(expected[construct], actual[construct])) console.log(`  - ${construct}: ${one}`)
    for (const one of without(actual[construct], expected[construct])) console.log(`  + ${construct}: ${one}`)
  }
}

function score({ written, found, both }) {
  const [precision, recall] = [found ? both / found : 0, written ? both / written : 0]
  return { precision, recall, f1: both ? (2 * precision * recall) / (precision + recall) : 0 }
}

function rounded(counts) {
  const shown = Object.entries(score(counts)).map(([name, value]) => [name, Number(value.toFixed(4))])
  return { written: counts.written, ...Object.fromEntries(shown) }
}
