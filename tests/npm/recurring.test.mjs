// What the articles of an account have in common.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clean, recurring } from 'wechat-article-cleaner'

const lamp = '山里的灯，一盏一盏地亮'

/** An archived article of an account, with a line of the account's under its text. */
const article = (text, account = '山脚读书会') =>
  `---\ntitle: ${text.slice(0, 2)}\nsource: ${account}\n---\n\n${text}\n\n${lamp}\n`

const pages = [
  article('春天的茶山上雾气很重，采茶的人天不亮就出了门，一路上谁也不说话，只听见脚步声，露水打湿了他们的裤脚。'),
  article('秋天的河水落下去了，渡船停在岸边没有人用，船夫坐在树下补网，偶尔抬头看看天，等着对岸有人喊他。'),
]

test('finds what several articles of an account have in common', () => {
  const common = recurring(pages)
  assert.equal(common, `${lamp}\n`)
  assert.ok(clean(pages[0]).markdown.includes(lamp))
  const { markdown, removed } = clean(pages[0], { recurring: common })
  assert.ok(!markdown.includes(lamp))
  const { rule, reason, text } = removed.at(-1)
  assert.deepEqual(
    { rule, reason, text },
    { rule: 'about/recurring', reason: 'stands around other articles of the account too', text: lamp },
  )
})

test('takes strings and bytes one after another, and passes over what is no article', () => {
  function* given() {
    yield new TextEncoder().encode(pages[0])
    yield 'https://mp.weixin.qq.com/s/AbCdEfGhIjKlMnOpQrStUv'
    yield pages[1]
  }
  assert.equal(recurring(given()), `${lamp}\n`)
  assert.equal(recurring([]), '')
  assert.equal(recurring([pages[0]]), '')
  // Another version of an article, and another account, have nothing in common with it.
  assert.equal(recurring([pages[0], pages[0]]), '')
  assert.equal(recurring([pages[0], pages[1].replace('山脚读书会', '河边的人')]), '')
})

test('throws what going through the pages throws, and works after it', () => {
  const cause = new Error('no such file')
  function* failing() {
    yield pages[0]
    throw cause
  }
  assert.throws(() => recurring(failing()), cause)
  for (const wrong of [undefined, 1, {}]) {
    assert.throws(() => recurring(wrong), { name: 'TypeError' })
    assert.throws(() => recurring([pages[0], wrong]), { name: 'TypeError', message: /^input: expected a string/ })
  }
  assert.equal(recurring(pages), `${lamp}\n`)
})

test('leaves out what else is given by hand', () => {
  const { markdown } = clean(pages[0], { recurring: '\n山里的灯， 一盏一盏地亮\n' })
  assert.ok(!markdown.includes(lamp))
  assert.throws(() => clean(pages[0], { recurring: [lamp] }), {
    name: 'TypeError',
    message: 'options.recurring: expected a string',
  })
})
