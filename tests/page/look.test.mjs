// How the page holds itself: languages, themes, narrow screens, the keyboard.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { inRoot } from '../../scripts/run.mjs'
import { openSample, rerun, startBrowser, typeAndClean, untilFailed } from './browser.mjs'

let browser
before(async () => {
  browser = await startBrowser()
})
after(() => browser.close())

const language = (page) => page.evaluate(() => document.documentElement.lang)

test('it speaks the browser’s language, and remembers the other', async () => {
  const { page, problems } = await browser.open({ locale: 'zh-CN' })
  assert.equal(await language(page), 'zh-CN')
  assert.equal(await page.locator('h1:visible').textContent(), '只留下文章')
  await openSample(page)
  await page.click('#language')
  assert.equal(await language(page), 'en')
  assert.match(await page.locator('#removed-title').textContent(), /^Set aside/)
  assert.equal(await page.locator('#tab-text').textContent(), 'Text')
  await page.reload()
  assert.equal(await page.locator('h1:visible').textContent(), 'Just the article')
  assert.deepEqual(problems, [])
})

test('an error changes its language with the page', async () => {
  const { page } = await browser.open({ locale: 'fr-FR' })
  assert.equal(await language(page), 'en')
  await typeAndClean(page, '')
  await untilFailed(page)
  const english = await page.locator('#failure').textContent()
  await page.click('#language')
  assert.notEqual(await page.locator('#failure').textContent(), english)
})

test('it works without a place to remember', async () => {
  const { page, problems } = await browser.open({
    before: (context) =>
      context.addInitScript(() => {
        Object.defineProperty(window, 'localStorage', {
          get() {
            throw new DOMException('', 'SecurityError')
          },
        })
      }),
  })
  await page.click('#language')
  assert.equal(await language(page), 'zh-CN')
  assert.deepEqual(problems, [])
})

test('light and dark follow the system, in the preview too', async () => {
  const background = (node) => getComputedStyle(node).backgroundColor
  const seen = {}
  for (const colorScheme of ['light', 'dark']) {
    const { page } = await browser.open({ colorScheme })
    await openSample(page)
    const frame = page.frameLocator('#preview').locator('html')
    await page.frameLocator('#preview').locator('strong').waitFor()
    seen[colorScheme] = [await page.locator('body').evaluate(background), await frame.evaluate(background)]
  }
  assert.deepEqual(seen, {
    light: ['rgb(247, 246, 242)', 'rgb(255, 255, 255)'],
    dark: ['rgb(20, 23, 21)', 'rgb(27, 31, 29)'],
  })
})

for (const locale of ['zh-CN', 'en-US']) {
  test(`nothing is wider than a screen of 320 px (${locale})`, async () => {
    const { page } = await browser.open({ locale, viewport: { width: 320, height: 640 } })
    const fits = async (state) => {
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      assert.equal(excess, 0, state)
    }
    await fits('empty')
    await typeAndClean(page, 'https://mp.weixin.qq.com/s/AbCdEfGhIjKlMnOpQrStUv')
    await untilFailed(page)
    await fits('failed')
    await openSample(page)
    await fits('done')
    for (const format of ['markdown', 'html', 'text', 'json']) {
      await page.click(`#tab-${format}`)
      await fits(format)
    }
  })
}

test('every control has a name, and the keyboard alone gets from the box to a copy', async () => {
  const { page, problems } = await browser.open()
  const unnamed = () =>
    page
      .locator('button:visible, textarea:visible, input:visible, iframe:visible')
      .evaluateAll((controls) =>
        controls
          .filter((node) => !(node.labels?.[0]?.textContent || node.ariaLabel || node.title || node.textContent.trim()))
          .map((node) => node.id),
      )
  assert.deepEqual(await unnamed(), [])
  const tabTo = async (id) => {
    for (let presses = 0; presses < 30; presses++) {
      await page.keyboard.press('Tab')
      if ((await page.evaluate(() => document.activeElement.id)) === id) return
    }
    assert.fail(`#${id} is out of the keyboard’s reach`)
  }
  await tabTo('source')
  await tabTo('sample')
  await page.keyboard.press('Enter')
  await page.locator('#title:focus').waitFor()
  assert.deepEqual(await unnamed(), [])
  await tabTo('tab-preview')
  await page.keyboard.press('ArrowRight')
  await tabTo('copy')
  await page.keyboard.press('Enter')
  await page.locator('#copy.confirmed').waitFor()
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /## 先想好记什么/)
  assert.deepEqual(problems, [])
})

test('the foot of the page tells the version, and leads to the source and to where faults are told', async () => {
  const { page, foreign } = await browser.open()
  const { version, homepage, bugs } = JSON.parse(await readFile(inRoot('package.json'), 'utf8'))
  const about = page.locator('footer #about')
  assert.equal(await about.textContent(), `Version ${version} · Source · Report a problem`)
  const addresses = await about.locator('a').evaluateAll((links) => links.map(({ href }) => href))
  assert.deepEqual(addresses, [homepage.replace('#readme', ''), bugs])
  await page.click('#language')
  assert.equal(await about.textContent(), `版本 ${version} · 源代码 · 报告问题`)
  assert.deepEqual(foreign, [])
})

for (const code of ['timeout', 'crashed', 'internal']) {
  test(`a fault of the program leads to where it can be told: ${code}`, async () => {
    const { page } = await browser.open()
    await page.evaluate((code) => {
      Worker.prototype.postMessage = function ({ id }) {
        const error = { code, message: 'out of bounds' }
        this.dispatchEvent(new MessageEvent('message', { data: { id, error } }))
      }
    }, code)
    await typeAndClean(page, 'x')
    assert.equal(await untilFailed(page), code)
    const failure = page.locator('#failure')
    assert.match(await failure.locator('a').getAttribute('href'), /^https:\/\/github\.com\/.+\/issues$/)
    assert.doesNotMatch(await failure.textContent(), /below/)
  })
}

test('what happens is announced', async () => {
  const { page } = await browser.open()
  const status = page.getByRole('status')
  assert.equal(await status.textContent(), '')
  await openSample(page)
  assert.match(await status.textContent(), /^Done: 给一座小城的树记账\. \d+ set aside\.$/)
  await rerun(page, () => page.locator('.group button').first().click())
  await rerun(page, () => page.click('#undo'))
  assert.equal(await status.textContent(), 'Undone.')
})

test('without JavaScript it says so, and shows nothing to press', async () => {
  const { context } = await browser.open()
  const plain = await (await context.browser().newContext({ javaScriptEnabled: false })).newPage()
  await plain.goto(browser.url)
  assert.match(await plain.locator('.noscript').innerText(), /needs JavaScript/)
  for (const part of ['main', 'footer', '#language']) assert.ok(await plain.locator(part).isHidden(), part)
})
