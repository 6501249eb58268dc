// What is shown is not lost: to a paste that holds no article, to the browser's Back.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { body, deletedPage, pageOf } from './articles.mjs'
import { articleText, dropFiles, openSample, paste, rerun, startBrowser, typeAndClean, untilDone } from './browser.mjs'

let browser
before(async () => {
  browser = await startBrowser()
})
after(() => browser.close())

const sampleTitle = '给一座小城的树记账'
const title = (page) => page.locator('#title').textContent()
const untilListed = (page) =>
  page.locator('#files:not([hidden]) #files-progress[hidden]').waitFor({ state: 'attached' })
const two = [
  ['一.html', pageOf(body)],
  ['二.html', pageOf(body, { title: '第二篇' })],
]

test('a paste without an article is told, and the shown one stays with its choices', async () => {
  const { page, problems } = await browser.open()
  await openSample(page)
  await rerun(page, () => page.locator('.group[data-category=legal] button').click())
  await paste(page, { 'text/plain': 'https://mp.weixin.qq.com/s/AbCdEfGhIjKlMnOpQrStUv' })
  await page.getByText('That is only the link, not the article. What is shown stays.').waitFor()
  await dropFiles(page, [['删.html', deletedPage]])
  await page.getByText('The author has deleted this article. What is shown stays.').waitFor()
  assert.equal(await title(page), sampleTitle)
  assert.match(await articleText(page), /版权归作者/)
  // It is out of the way with the next click.
  await page.click('#title')
  await page.locator('#status.visible').waitFor({ state: 'detached' })
  await rerun(page, () => page.click('#undo'))
  assert.doesNotMatch(await articleText(page), /版权归作者/)
  await paste(page, { 'text/plain': pageOf(body) })
  await page.waitForFunction(() => document.getElementById('title').textContent === '雨后的菜市场')
  assert.deepEqual(problems, [])
})

test('a choice that comes to nothing leaves the article and its controls as they were', async () => {
  const { page } = await browser.open()
  await openSample(page)
  await page.evaluate(() => {
    const { postMessage } = Worker.prototype
    Worker.prototype.postMessage = function ({ id }) {
      Worker.prototype.postMessage = postMessage
      this.dispatchEvent(new MessageEvent('message', { data: { id, error: { code: 'crashed', message: '' } } }))
    }
  })
  const keep = page.getByRole('switch', { name: 'Other articles' })
  await keep.click()
  await page.getByText('has been restarted. What is shown stays.').waitFor()
  assert.equal(await keep.isChecked(), false)
  assert.ok(await page.locator('#undo').isHidden())
  assert.ok((await articleText(page)).length > 100)
})

test('Back goes to the box, Forward to the article with its choices', async () => {
  const { page, problems } = await browser.open()
  await openSample(page)
  await rerun(page, () => page.locator('.group[data-category=legal] button').click())
  await page.goBack()
  await page.locator('#source:focus').waitFor()
  assert.ok(await page.locator('#done').isHidden())
  await page.goForward()
  await page.locator('#title:focus').waitFor()
  assert.equal(await page.title(), `${sampleTitle} · WeChat Article Cleaner`)
  assert.match(await articleText(page), /版权归作者/)
  await page.click('#again')
  await typeAndClean(page, pageOf(body))
  await untilDone(page)
  await page.reload()
  await page.locator('#source').waitFor()
  await openSample(page)
  await page.goBack()
  await page.locator('#source:focus').waitFor()
  assert.deepEqual(problems, [])
})

test('Back goes from one of the files to their list, and from there to the box', async () => {
  const { page, problems } = await browser.open()
  await dropFiles(page, two)
  await untilListed(page)
  await page.getByRole('button', { name: 'View: 第二篇' }).click()
  await untilDone(page)
  await page.goBack()
  await untilListed(page)
  await paste(page, { 'text/plain': 'https://mp.weixin.qq.com/s/AbCdEfGhIjKlMnOpQrStUv' })
  await page.getByText('What is shown stays.').waitFor()
  assert.ok(await page.locator('#files').isVisible())
  await page.goBack()
  await page.locator('#source:focus').waitFor()
  await page.goForward()
  await untilListed(page)
  assert.equal(await page.locator('#files-list li').count(), 2)
  assert.deepEqual(problems, [])
})

test('files dropped on an article come after it: starting over leads to the box, Back to the article', async () => {
  const { page } = await browser.open()
  await openSample(page)
  await dropFiles(page, two)
  await untilListed(page)
  await page.goBack()
  await page.locator('#title:focus').waitFor()
  assert.equal(await title(page), sampleTitle)
  assert.equal(await page.locator('#again').textContent(), '← Clean another')
  await page.goForward()
  await untilListed(page)
  await page.click('#files-again')
  await page.locator('#source:focus').waitFor()
})
