// What the package's functions take, give back and throw.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { runInNewContext } from 'node:vm'
import { parseHTML } from 'linkedom'
import {
  categories,
  clean,
  cleanDocument,
  ready,
  render,
  rules,
  version,
  WechatArticleError,
} from 'wechat-article-cleaner'
import { page } from './page.mjs'

test('gives the article as one plain object', () => {
  const article = clean(page)
  assert.equal(article.title, '山间来信')
  assert.equal(article.account.name, '小镇读书会')
  assert.deepEqual(article.missing, ['publishedAt'])
  assert.equal(article.url, 'https://mp.weixin.qq.com/s/AbCdEfGhIjKlMnOpQrStUv')
  assert.deepEqual(
    article.blocks.map((block) => block.type),
    ['paragraph', 'image', 'paragraph'],
  )
  assert.deepEqual(article.links, [{ url: 'https://example.com/tea', text: '栗子的香气' }])
  assert.equal(article.images[0].width, 1080)
  assert.match(article.markdown, /^---\n.*\n---\n/s)
  assert.match(article.markdown, /发了\*\*新芽\*\*，/)
  assert.match(article.html, /^<article\b.*<strong>新芽<\/strong>.*<\/article>\n$/s)
  assert.match(article.text, /采茶人天不亮就出门。/)
  assert.deepEqual(structuredClone(article), article, 'only plain values, so that a worker can post it')
})

test('lists what it removed', () => {
  const { removed, restored, text } = clean(page)
  assert.equal(removed.length, 1)
  assert.equal(removed[0].category, 'follow')
  assert.equal(removed[0].text, '点击上方蓝字关注我们')
  assert.equal(removed[0].position, 3)
  assert.ok(!text.includes('蓝字'))
  assert.deepEqual(restored, [])
})

test('keeps a category, or a piece, when asked to', () => {
  const [{ id, reason }] = clean(page).removed
  for (const options of [{ keep: ['follow'] }, { restore: [id] }]) {
    const { removed, restored, text } = clean(page, options)
    assert.deepEqual(removed, [])
    assert.equal(restored[0].id, id)
    assert.equal(restored[0].reason, reason)
    assert.notEqual(reason, '')
    assert.match(text, /点击上方蓝字关注我们/)
  }
})

test('leaves out the front matter when asked to', () => {
  assert.doesNotMatch(clean(page, { frontMatter: false }).markdown, /^---/)
  assert.match(clean(page, { frontMatter: true }).markdown, /^---/)
})

test('writes the fields of the front matter that are asked for', () => {
  assert.match(clean(page, { frontMatter: ['title'] }).markdown, /^---\ntitle: 山间来信\n---\n/)
  assert.doesNotMatch(clean(page, { frontMatter: [] }).markdown, /^---/)
})

test('leaves out or numbers what it is asked to', () => {
  const { markdown, html, blocks } = clean(page, { images: 'drop', links: 'drop' })
  assert.doesNotMatch(markdown, /!\[|\]\(/)
  assert.doesNotMatch(html, /<img|<a /)
  assert.deepEqual(blocks, clean(page).blocks, 'blocks hold everything')
  const numbered = clean(page, { links: 'reference' })
  assert.match(numbered.markdown, /\[栗子的香气\]\[1\]/)
  assert.match(numbered.markdown, /\n\n\[1\]: https:\/\/example\.com\/tea\n$/)
  assert.match(numbered.text, /栗子的香气\[1\].*\n\n\[1\] https:\/\/example\.com\/tea\n$/s)
})

test('gives pictures other addresses', () => {
  const seen = []
  const { markdown, html, images } = clean(page, { imageUrl: (url) => `images/${seen.push(url)}.jpg` })
  assert.deepEqual(
    seen,
    clean(page).images.map(({ url }) => url),
  )
  assert.match(markdown, /\(images\/1\.jpg\)/)
  assert.match(html, /<img src="images\/1\.jpg"/)
  assert.equal(images[0].url, 'images/1.jpg')
  assert.deepEqual(clean(page, { imageUrl: () => undefined }).markdown, clean(page).markdown)
  assert.doesNotMatch(clean(page, { imageUrl: () => 'javascript:alert(1)' }).html, /<img/)
})

test('throws what the function for addresses throws', () => {
  const error = new RangeError('no such file')
  const imageUrl = () => {
    throw error
  }
  assert.throws(() => clean(page, { imageUrl }), error)
  assert.throws(() => clean(page, { imageUrl: () => 1 }), { name: 'TypeError', message: /^options\.imageUrl: / })
  assert.equal(clean(page).title, '山间来信')
})

test('gives a document, and a name for the file', () => {
  const { document, fileName, html, publishedAt } = clean(page)
  assert.match(document, /^<!DOCTYPE html>\n.*<style>/s)
  assert.ok(document.includes(html))
  assert.equal(fileName, [publishedAt?.slice(0, 10), '山间来信'].filter(Boolean).join('-'))
})

test('takes the address of a fragment from the options', () => {
  const url = 'https://mp.weixin.qq.com/s/AbCdEfGhIjKlMnOpQrStUv'
  assert.equal(clean('<p>春天到了，山上的茶树发了新芽。</p>', { url }).url, url)
})

test('takes null and undefined as no options', () => {
  const article = clean(page)
  for (const options of [undefined, null, {}, { url: undefined, keep: [] }]) {
    assert.deepEqual(clean(page, options), article)
  }
})

test('refuses options that do not exist', () => {
  for (const options of [
    { urls: '' },
    { keep: ['follows'] },
    { keep: 'follow' },
    { restore: ['1'] },
    { restore: [-1] },
    { restore: [1.5] },
    { url: 1 },
    { frontMatter: ['titel'] },
    { frontMatter: 'title' },
    { images: 'keep' },
    { links: true },
    { imageUrl: 'images/' },
    'x',
  ]) {
    assert.throws(() => clean(page, options), { name: 'TypeError', message: /^options\b/ }, JSON.stringify(options))
  }
})

test('a half of a surrogate pair is U+FFFD, wherever it stands', () => {
  const [high, low] = ['\ud83c', '\udf75']
  const textOf = (body) => clean(`<div id="js_content"><p>${body}</p></div>`, { frontMatter: false }).text
  assert.equal(textOf(`茶${high}${low}`), '茶🍵\n')
  for (const body of [
    `茶${high}`,
    `茶${low}`,
    `茶${high}茶`,
    `${low}${high}茶`,
    `a${high}`,
    `${low}b${high}${high}${low}`,
  ]) {
    assert.equal(textOf(body), `${body.toWellFormed()}\n`)
  }
  // More of them than the first guess at the room for an input, with and without a character before.
  for (const start of ['', '茶', 'a']) {
    const body = `${start}${low.repeat(100_000)}茶`
    assert.equal(textOf(body), `${body.toWellFormed()}\n`)
  }
  // In names, attributes, scripts and choices, and alone: an answer, or an error of our own.
  for (const input of [
    high,
    low,
    `<p${high}>茶`,
    `<p title="${low}">茶`,
    `<a href="//a.cn/${high}">茶</a>`,
    `<script>var msg_title = '${low}'</script><div id="js_content">茶</div>`,
    `{"html":"<p>${high}</p>"}`,
    `---\ntitle: ${low}\nurl: https://mp.weixin.qq.com/s/a\n---\n茶${high}`,
  ]) {
    try {
      const article = clean(input, { url: `https://mp.weixin.qq.com/s/${high}` })
      const written = JSON.stringify(article)
      assert.ok(!/\\ud[89a-f]/i.test(written.replaceAll('\\\\', '')), `${written} holds a half`)
    } catch (error) {
      assert.equal(error.name, 'WechatArticleError', String(error))
      assert.notEqual(error.code, 'internal')
    }
  }
})

test('takes bytes, of any realm and any part of a buffer, and finds their charset', () => {
  const article = clean(page)
  const bytes = new TextEncoder().encode(page)
  const padded = new Uint8Array([1, ...bytes, 2])
  const elsewhere = runInNewContext('Uint8Array.from(bytes)', { bytes })
  for (const input of [bytes, Buffer.from(page), padded.subarray(1, -1), elsewhere]) {
    assert.deepEqual(clean(input), article)
  }
  assert.deepEqual(clean(Buffer.from(`\ufeff${page}`, 'utf16le')), article)
  // 茶 in GBK, then a byte that is nothing.
  const { text, warnings } = clean(new Uint8Array([...Buffer.from('<p>'), 0xb2, 0xe8, 0xff]))
  assert.equal(text, '茶\ufffd\n')
  assert.deepEqual(
    warnings.map(({ code }) => code),
    ['undecodable-bytes'],
  )
  assert.equal(clean('<p>茶</p>').source, 'fragment')
})

test('refuses an input that is neither text nor bytes', () => {
  for (const input of [undefined, null, 1, {}, [60], new ArrayBuffer(8), new Uint16Array(8)]) {
    assert.throws(() => clean(input), { name: 'TypeError', message: /^input: expected a string/ })
  }
  for (const document of [undefined, null, 'x', {}]) {
    assert.throws(() => cleanDocument(document), { name: 'TypeError', message: /^document: expected a Document/ })
  }
})

test('throws an Error with a stable code where there is no article', () => {
  const inputs = {
    empty: ' \n',
    'url-only': 'https://mp.weixin.qq.com/s/AbCdEfGhIjKlMnOpQrStUv',
    'not-wechat': '<!DOCTYPE html><html><body><p>Hello.</p></body></html>',
    'no-article': '<!DOCTYPE html><html><body><script src="https://res.wx.qq.com/a.js"></script></body></html>',
  }
  for (const [code, input] of Object.entries(inputs)) {
    assert.throws(
      () => clean(input),
      (error) => {
        assert.ok(error instanceof WechatArticleError && error instanceof Error)
        assert.equal(error.name, 'WechatArticleError')
        assert.equal(error.code, code)
        assert.ok(error.message.length > 10)
        assert.equal(error.reason, null)
        return true
      },
    )
  }
})

test('reads an open document as it reads the source of it', () => {
  const { document } = parseHTML(page)
  const article = cleanDocument(document)
  const { source, ...fromDocument } = article
  const { source: _, ...fromText } = clean(document.documentElement.outerHTML)
  assert.deepEqual(fromDocument, fromText)
  assert.equal(article.title, '山间来信')
  assert.equal(cleanDocument(document, { keep: ['follow'] }).removed.length, 0)
  assert.throws(() => cleanDocument({ documentElement: null }), { code: 'empty' })
  const url = 'https://mp.weixin.qq.com/s/AbCdEfGhIjKlMnOpQrStUv'
  const open = { documentElement: { outerHTML: '<p>春天到了，山上的茶树发了新芽。</p>' }, URL: url }
  assert.equal(cleanDocument(open).url, url)
  assert.equal(cleanDocument(open, { url: 'https://mp.weixin.qq.com/s/x' }).url, 'https://mp.weixin.qq.com/s/x')
})

test('writes an article again as it was written, and with other choices', () => {
  const article = clean(page)
  for (const format of ['markdown', 'html', 'document', 'text']) {
    assert.equal(render(article, format), article[format], format)
    for (const options of [
      { links: 'reference' },
      { images: 'drop', links: 'drop' },
      { frontMatter: ['date', 'title'] },
    ]) {
      assert.equal(render(article, format, options), clean(page, options)[format], format)
    }
  }
  const posted = structuredClone(article)
  posted.blocks = posted.blocks.filter(({ type }) => type !== 'image')
  posted.title = '另一个题目'
  assert.match(render(posted, 'markdown'), /^---\ntitle: 另一个题目\n/)
  assert.doesNotMatch(render(posted, 'html'), /<img/)
})

test('gives pictures other addresses when it writes again', () => {
  const imageUrl = (url) => `images/${url.length}.jpg`
  const article = clean(page, { imageUrl })
  assert.equal(render(clean(page), 'document', { imageUrl }), article.document)
  assert.doesNotMatch(render(article, 'html'), /images\//)
  assert.equal(render(article, 'html', { imageUrl: (path) => path }), article.html)
})

test('refuses to write what is no article', () => {
  const article = clean(page)
  for (const [args, message] of [
    [[undefined, 'markdown'], /^article: /],
    [['x', 'markdown'], /^article: /],
    [[{ ...article, blocks: [{ type: 'poem' }] }, 'text'], /^article: /],
    [[article], /^format: expected one of markdown, /],
    [[article, 'json'], /^format: /],
    [[article, 'text', { keep: ['follow'] }], /^options\.keep: expected frontMatter, /],
    [[article, 'text', { links: 'none' }], /^options\.links: /],
    [[article, 'text', 'x'], /^options\b/],
  ]) {
    assert.throws(() => render(...args), { name: 'TypeError', message })
  }
})

test('gets ready, once and again', async () => {
  assert.equal(await ready(), undefined)
  await Promise.all([ready(), ready()])
  assert.equal(clean(page).title, '山间来信')
})

test('tells its categories and rules, of which removed pieces are', () => {
  assert.deepEqual([...new Set(rules.map(({ category }) => category))].sort(), [...categories].sort())
  assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length)
  const [{ rule: id, category, reason }] = clean(page).removed
  assert.deepEqual(
    rules.find((rule) => rule.id === id),
    { id, category, reason },
  )
  assert.deepEqual(clean(page, { keep: categories }).removed, [])
})

test('tells its version', () => {
  const { version: published } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  assert.equal(version, published)
})
