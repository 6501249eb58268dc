// Markdown leads nowhere that the HTML does not, and holds no tag of the page's: hostile articles, made up by number, in
// Markdown that a reader of GitHub's kind has made HTML of, unsanitised.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { marked } from 'marked'
import { clean } from 'wechat-article-cleaner'
import { faults, page } from './hostile.mjs'

/** `HOSTILE=100000 node --test tests/npm/hostile.test.mjs` reads more; `HOSTILE_FROM` is the first number. */
const FIRST = Number(process.env.HOSTILE_FROM ?? 1)
const CASES = Number(process.env.HOSTILE ?? 4000)

test('hostile articles are no more in Markdown than in HTML', () => {
  const found = []
  let articles = 0
  for (let seed = FIRST; seed < FIRST + CASES; seed++) {
    const links = seed % 3 ? 'inline' : 'reference'
    const article = cleaned(page(seed), { links, frontMatter: false })
    if (!article) continue
    articles += 1
    const read = marked.parse(article.markdown)
    for (const fault of faults(read, article).slice(0, 1)) {
      found.push({ seed, fault, markdown: article.markdown, page: page(seed) })
    }
  }
  console.log(`hostile articles ${FIRST} to ${FIRST + CASES - 1}: ${articles} read, ${found.length} with faults`)
  const shortest = found.sort((a, b) => a.markdown.length - b.markdown.length).slice(0, 5)
  assert.deepEqual(shortest, [])
  assert.ok(articles > CASES * 0.8, `only ${articles}`)
})

function cleaned(input, options) {
  try {
    return clean(input, options)
  } catch (error) {
    assert.equal(error.code, 'no-article', input)
  }
}
