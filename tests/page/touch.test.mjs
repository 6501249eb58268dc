// The page on a phone: what it says, and how large what one touches is.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { body, pageOf } from './articles.mjs'
import { dropFiles, openSample, startBrowser, typeAndClean, untilFailed } from './browser.mjs'

let browser
before(async () => {
  browser = await startBrowser()
})
after(() => browser.close())

const phone = { viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true }

for (const [locale, steps] of [
  ['zh-CN', /在浏览器打开.*长按文字，全选并复制.*回到这里，点“粘贴”/s],
  ['en-US', /Open in Browser.*select all and copy.*tap Paste/s],
]) {
  test(`the steps are those of a phone (${locale})`, async () => {
    const { page, problems } = await browser.open({ ...phone, locale })
    assert.match(await page.locator('.steps').innerText(), steps)
    await page.locator('#bookmarklet summary').click()
    assert.doesNotMatch(await page.locator('main').innerText(), /Ctrl|drag|drop|拖/i)
    await typeAndClean(page, 'https://mp.weixin.qq.com/s/AbCdEfGhIjKlMnOpQrStUv')
    await untilFailed(page)
    assert.doesNotMatch(await page.locator('main').innerText(), /Ctrl|drag|drop|拖/i)
    assert.deepEqual(problems, [])
  })
}

test('the bookmark is copied by a tap', async () => {
  const { page } = await browser.open(phone)
  await page.locator('#bookmark').tap()
  await page.getByText('Now make a bookmark').waitFor()
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^javascript:void /)
})

test('a mouse still drags', async () => {
  const { page } = await browser.open()
  await page.click('#bookmark')
  await page.getByText('Drag it to the bookmarks bar').waitFor()
  assert.match(await page.locator('.steps').innerText(), /Ctrl\+A/)
})

/** Controls that are lower or narrower than 24 px; links within a sentence are as high as it. */
function small(root) {
  const controls = root.querySelectorAll('button, select, summary, [role=tab], label:has(input), a, textarea')
  return [...controls]
    .filter((node) => node.checkVisibility() && !node.closest('p:not([id]), .visually-hidden, dd, article > p'))
    .map((node) => [node, node.getBoundingClientRect()])
    .filter(([, { width, height }]) => width > 0 && (width < 24 || height < 24))
    .map(([node, { width, height }]) => `${node.id || node.textContent}: ${width} × ${height}`)
}

test('what one touches is at least 24 px high and wide', async () => {
  const { page } = await browser.open(phone)
  const check = async (state) => assert.deepEqual(await page.locator('body').evaluate(small), [], state)
  await page.locator('#bookmarklet summary').click()
  await check('empty')
  await openSample(page)
  await page.locator('.other summary').click()
  await page.click('#options-toggle')
  await check('done')
  const frame = page.frameLocator('#preview')
  await frame.locator('details.mark > summary').click()
  assert.deepEqual(await frame.locator('body').evaluate(small), [], 'preview')
  await page.click('#again')
  await dropFiles(page, [
    ['一.html', pageOf(body)],
    ['二.html', pageOf(body)],
  ])
  await page.locator('#files-progress[hidden]').waitFor({ state: 'attached' })
  await check('files')
})
