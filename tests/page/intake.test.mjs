// The ways in: paste, typed source, file, drop, sample; and what is said when there is no article.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { body, deletedPage, pageOf } from './articles.mjs'
import {
  articleText,
  dropFiles,
  openSample,
  paste,
  startBrowser,
  typeAndClean,
  untilDone,
  untilFailed,
} from './browser.mjs'

let browser
before(async () => {
  browser = await startBrowser()
})
after(() => browser.close())

const title = (page) => page.locator('#title').textContent()

test('a pasted selection is cleaned at once', async () => {
  const { page, problems } = await browser.open()
  await paste(page, { 'text/html': `<h1 id="activity-name">雨后的菜市场</h1>${body}`, 'text/plain': '雨停了以后' })
  await untilDone(page)
  assert.equal(await title(page), '雨后的菜市场')
  assert.deepEqual(problems, [])
})

test('a real Ctrl+A, Ctrl+C on an article page, Ctrl+V on ours', async () => {
  const article = pageOf(body).replace('visibility: hidden;', '')
  const { context, page, problems } = await browser.open({
    before: (context) =>
      context.route('**/s/article', (route) => route.fulfill({ body: article, contentType: 'text/html' })),
  })
  const other = await context.newPage()
  await other.goto(`${browser.url}s/article`)
  await other.keyboard.press('ControlOrMeta+A')
  await other.keyboard.press('ControlOrMeta+C')
  await page.bringToFront()
  await page.click('#source')
  await page.keyboard.press('ControlOrMeta+V')
  await untilDone(page)
  assert.equal(await title(page), '雨后的菜市场')
  await page.frameLocator('#preview').getByText('水洼一个一个亮起来').waitFor()
  assert.deepEqual(problems, [])
})

test('of a copied page source the plain text is taken, not its colours', async () => {
  const { page } = await browser.open()
  await paste(page, {
    'text/plain': pageOf(body),
    'text/html': '<span style="color:purple">&lt;!DOCTYPE html&gt;</span>',
  })
  await untilDone(page)
  assert.equal(await title(page), '雨后的菜市场')
})

test('an article that talks about page source is still taken as the selection it is', async () => {
  const { page } = await browser.open()
  await paste(page, {
    'text/html': `<div id="js_content">${body}<p>每个网页都从 &lt;html&gt; 开始。</p></div>`,
    'text/plain': '雨停了以后……每个网页都从 <html> 开始。',
  })
  await untilDone(page)
  await page.click('#tab-text')
  assert.match(await page.locator('#code').textContent(), /水洼一个一个亮起来/)
})

test('typed source is cleaned by the button and by Ctrl+Enter', async () => {
  const { page } = await browser.open()
  await typeAndClean(page, pageOf(body))
  await untilDone(page)
  assert.equal(await title(page), '雨后的菜市场')
  await page.click('#again')
  await page.fill('#source', pageOf(body, { title: '第二篇' }))
  await page.press('#source', 'Control+Enter')
  await untilDone(page)
  assert.equal(await title(page), '第二篇')
})

test('a chosen file is read', async () => {
  const { page } = await browser.open()
  await page.setInputFiles('#file', { name: '文章.html', mimeType: 'text/html', buffer: Buffer.from(pageOf(body)) })
  await untilDone(page)
  assert.equal(await title(page), '雨后的菜市场')
})

test('a chosen file may be of another charset, or hold no article', async () => {
  const { page, problems } = await browser.open()
  const choose = (buffer) => page.setInputFiles('#file', { name: '文章.html', mimeType: 'text/html', buffer })
  await choose(Buffer.from('https://mp.weixin.qq.com/s/x\n'))
  assert.equal(await untilFailed(page), 'url-only')
  await choose(Buffer.from(`\ufeff${pageOf(body)}`, 'utf16le'))
  await untilDone(page)
  assert.equal(await title(page), '雨后的菜市场')
  assert.deepEqual(problems, [])
})

test('a dropped file is read', async () => {
  const { page, problems } = await browser.open()
  await dropFiles(page, [['article.html', pageOf(body)]])
  await untilDone(page)
  assert.equal(await title(page), '雨后的菜市场')
  assert.deepEqual(problems, [])
})

test('the button reads what was copied: HTML before text, source as it stands', async () => {
  const { page, problems } = await browser.open()
  const copied = (forms) =>
    page.evaluate((given) => {
      const blobs = Object.entries(given).map(([type, text]) => [type, new Blob([text], { type })])
      return navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))])
    }, forms)
  const selection = `<h1 id="activity-name">雨后的菜市场</h1><div id="js_content">${body}</div>`
  await copied({ 'text/html': selection, 'text/plain': '雨停了以后' })
  await page.click('#read')
  await untilDone(page)
  assert.equal(await title(page), '雨后的菜市场')
  await page.click('#again')
  await copied({ 'text/plain': pageOf(body, { title: '源代码' }) })
  await page.click('#read')
  await untilDone(page)
  assert.equal(await title(page), '源代码')
  await page.click('#again')
  await copied({ 'text/plain': 'https://mp.weixin.qq.com/s/AbCdEfGhIjKlMnOpQrStUv' })
  await page.click('#read')
  assert.equal(await untilFailed(page), 'url-only')
  assert.deepEqual(problems, [])
})

test('the next article may be pasted while the preview has the keyboard', async () => {
  const { page } = await browser.open()
  await openSample(page)
  await articleText(page)
  assert.equal(await page.title(), '给一座小城的树记账 · WeChat Article Cleaner')
  await page.evaluate((text) => navigator.clipboard.writeText(text), pageOf(body))
  await page.frameLocator('#preview').locator('article > p').first().click()
  await page.keyboard.press('ControlOrMeta+V')
  await page.waitForFunction(() => document.getElementById('title').textContent === '雨后的菜市场')
  await page.click('#again')
  assert.equal(await page.title(), 'WeChat Article Cleaner')
})

test('a clipboard that the browser keeps to itself is explained', async () => {
  const { page } = await browser.open()
  await page.evaluate(() => {
    navigator.clipboard.read = () => Promise.reject(new DOMException('', 'NotAllowedError'))
  })
  await page.click('#read')
  assert.equal(await untilFailed(page), 'clipboard')
  assert.match(await page.locator('#failure').textContent(), /Ctrl\+V/)
})

test('the sample is one click away, and shows what was set aside', async () => {
  const { page, problems, foreign } = await browser.open()
  await openSample(page)
  assert.equal(await title(page), '给一座小城的树记账')
  assert.match(await page.locator('#facts').textContent(), /河湾笔记.*林知秋.*April 26, 2026/)
  const categories = await page.locator('.group').evaluateAll((groups) => groups.map((group) => group.dataset.category))
  for (const category of ['follow', 'qr', 'related', 'legal', 'decor']) {
    assert.ok(categories.includes(category), `${category} is among ${categories}`)
  }
  const text = await articleText(page)
  assert.match(text, /这棵我栽的/)
  assert.doesNotMatch(text, /关注我们|往期推荐|二维码|在看|阅读原文|END/)
  const picture = page.frameLocator('#preview').locator('img')
  assert.ok(await picture.evaluate((image) => image.decode().then(() => image.naturalWidth > 0)))
  assert.deepEqual([problems, foreign], [[], []])
})

for (const [what, source, code] of [
  ['nothing', '', 'empty'],
  ['a link', 'https://mp.weixin.qq.com/s/AbCdEfGhIjKlMnOpQrStUv', 'url-only'],
  ['a deleted page', deletedPage, 'deleted'],
  [
    'another site',
    '<!DOCTYPE html><html><head><title>Example</title></head><body><p>Hello</p></body></html>',
    'not-wechat',
  ],
]) {
  test(`${what} is answered with a sentence and a next step`, async () => {
    const { page, problems } = await browser.open()
    await typeAndClean(page, source)
    assert.equal(await untilFailed(page), code)
    const failure = page.locator('#failure')
    assert.equal(await failure.getAttribute('role'), 'alert')
    assert.ok((await failure.locator('h1').textContent()).length > 10)
    assert.ok((await failure.locator('p').textContent()).length > 20)
    assert.ok(await page.locator('#source').isVisible(), 'the box is there for the next attempt')
    assert.deepEqual(problems, [])
    await openSample(page)
    assert.ok(await failure.isHidden())
  })
}

test('a pasted link is answered with a link to open', async () => {
  const { page, foreign } = await browser.open()
  const address = 'https://mp.weixin.qq.com/s/AbCdEfGhIjKlMnOpQrStUv'
  await page.focus('#source')
  await paste(page, { 'text/plain': address })
  assert.equal(await untilFailed(page), 'url-only')
  assert.equal(await page.inputValue('#source'), address)
  const link = page.locator('#failure a')
  assert.equal(await link.getAttribute('href'), address)
  assert.equal(await link.getAttribute('rel'), 'noopener noreferrer')
  assert.deepEqual(foreign, [])
})

test('a link passed on with its title leads to the article', async () => {
  const { page } = await browser.open()
  const address = 'https://mp.weixin.qq.com/s/AbCdEfGhIjKlMnOpQrStUv'
  await typeAndClean(page, `《雨后的菜市场》\n${address}`)
  assert.equal(await untilFailed(page), 'url-only')
  assert.equal(await page.locator('#failure a').getAttribute('href'), address)
})
