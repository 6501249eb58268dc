// Every state of the page, in both themes and at two widths, before axe-core: nothing to mend.

import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { after, before, test } from 'node:test'
import { body, deletedPage, pageOf } from './articles.mjs'
import { dropFiles, openSample, rerun, startBrowser, typeAndClean, untilDone, untilFailed } from './browser.mjs'

const { source } = createRequire(import.meta.url)('axe-core')

let browser
before(async () => {
  browser = await startBrowser()
})
after(() => browser.close())

/** The violations in the page, and in what its frame shows: no script runs there, so axe reads a copy of it. */
async function violations(page) {
  const found = await check(page)
  if (!(await page.locator('#preview').isVisible())) return found
  const copy = await page.locator('#preview').evaluate((frame) => frame.contentDocument.documentElement.outerHTML)
  await page.route('**/copy', (route) => route.fulfill({ body: copy, contentType: 'text/html' }))
  await page.goto(`${browser.url}copy`)
  return [...found, ...(await check(page, ofWholePages))]
}

/** What a whole page must have and a frame in it need not: the page around the frame is held to them. */
const ofWholePages = ['landmark-one-main', 'page-has-heading-one', 'region']

async function check(page, except = []) {
  await page.evaluate(source)
  const { violations } = await page.evaluate((ids) => {
    const rules = Object.fromEntries(ids.map((id) => [id, { enabled: false }]))
    return axe.run(document, { iframes: false, rules })
  }, except)
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)
}

const states = {
  empty: async () => {},
  working: async (page) => {
    await page.evaluate(() => {
      Worker.prototype.postMessage = () => {} // it never gets to work
    })
    await typeAndClean(page, pageOf(body))
    await page.locator('#stop').waitFor()
    await page.waitForTimeout(500)
  },
  failed: async (page) => {
    await typeAndClean(page, deletedPage)
    await untilFailed(page)
  },
  done: async (page) => {
    await openSample(page)
    await page.locator('.details summary').click()
    await page.locator('.other summary').click()
    await page.frameLocator('#preview').locator('details.mark > summary').click()
    await rerun(page, () => page.locator('.group button').first().click())
  },
  code: async (page) => {
    await openSample(page)
    await page.click('#tab-markdown')
    await page.click('#options-toggle')
  },
  'without pictures': async (page) => {
    await typeAndClean(
      page,
      pageOf(`${body}<p><img data-src="https://mmbiz.qpic.cn/mmbiz_png/x/640" data-w="900" data-ratio="1"></p>${body}`),
    )
    await untilDone(page)
    await page.locator('#remote').uncheck()
  },
  files: async (page) => {
    await dropFiles(page, [
      ['一.html', pageOf(body)],
      ['删.html', deletedPage],
    ])
    await page.locator('#files-progress[hidden]').waitFor({ state: 'attached' })
    await page.click('#files-options-toggle')
  },
}

for (const [state, reach] of Object.entries(states)) {
  test(`axe finds nothing: ${state}`, async () => {
    for (const colorScheme of ['light', 'dark']) {
      for (const width of [320, 1280]) {
        const { page } = await browser.open({ colorScheme, reducedMotion: 'reduce', viewport: { width, height: 800 } })
        await reach(page)
        assert.deepEqual(await violations(page), [], `${colorScheme}, ${width} px`)
        await page.context().close()
      }
    }
  })
}
