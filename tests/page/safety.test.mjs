// What must never happen: a foreign request, a script of the article's, a page that stays broken.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { body, pageOf } from './articles.mjs'
import {
  articleText,
  openSample,
  paste,
  rerun,
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

test('a whole visit asks nothing of any other host and breaks no policy', async () => {
  const { page, problems, foreign } = await browser.open()
  await page.evaluate(() => {
    window.violations = []
    addEventListener('securitypolicyviolation', (event) => window.violations.push(event.violatedDirective))
  })
  await typeAndClean(page, 'https://mp.weixin.qq.com/s/AbCdEfGhIjKlMnOpQrStUv')
  await untilFailed(page)
  await openSample(page)
  await rerun(page, () => page.locator('.group button').first().click())
  for (const format of ['markdown', 'html', 'text', 'json', 'preview']) {
    await page.click(`#tab-${format}`)
    await page.click('#copy')
    await Promise.all([page.waitForEvent('download'), page.click('#download')])
  }
  await page.click('#language')
  await page.click('#again')
  await typeAndClean(page, pageOf(body))
  await untilDone(page)
  assert.deepEqual(await page.evaluate(() => window.violations), [])
  assert.deepEqual([problems, foreign], [[], []])
})

test('only pictures are loaded from the article, and without a referrer', async () => {
  const { page, foreign } = await browser.open()
  const picture = 'http://pictures.example/roof.png'
  await typeAndClean(
    page,
    pageOf(`${body}<p><img data-src="${picture}" data-w="1080" data-ratio="0.6" alt="棚顶"></p>
      <iframe class="video_iframe" data-src="https://v.qq.com/iframe/preview.html?vid=o000000"></iframe>${body}`),
  )
  await untilDone(page)
  await page.frameLocator('#preview').locator('img').scrollIntoViewIfNeeded()
  for (let waits = 0; waits < 50 && foreign.length === 0; waits++) await page.waitForTimeout(100)
  await page.waitForTimeout(300)
  assert.deepEqual(foreign, [{ url: picture, referer: undefined }])
})

test('nothing in a hostile article runs', async () => {
  const { page, problems, foreign } = await browser.open()
  const hostile = `<div id="js_content">${body}
    <p><img src=x onerror="top.hacked = 'handler'"><script>top.hacked = 'script'</script>
    <svg><script>top.hacked = 'svg'</script></svg><a href="javascript:top.hacked='link'">点这里</a>
    <iframe srcdoc="<script>top.hacked = 'frame'</script>"></iframe><style>@import "https://evil.example/a.css"</style>
    <math><mtext></form><form><mglyph><style></math><img src onerror="top.hacked='mutation'"></style></mglyph></form></math>
    <meta http-equiv="refresh" content="0;url=https://evil.example/"><base href="https://evil.example/">
    <form action="https://evil.example/"><input autofocus onfocus="top.hacked='focus'"></form></p>${body}</div>`
  await paste(page, { 'text/html': hostile, 'text/plain': '雨停了以后' })
  await untilDone(page)
  await page.waitForTimeout(300)
  await articleText(page)
  const source = await page.locator('#preview').evaluate((frame) => frame.contentDocument.documentElement.outerHTML)
  assert.doesNotMatch(source, /<script|<style|<iframe|<form|\son\w+\s*=|javascript:|evil\.example/i)
  assert.match(source, /水洼一个一个亮起来/)
  assert.deepEqual([problems, foreign], [[], []])
  assert.equal(await page.evaluate(() => window.hacked), undefined)
})

test('the frame itself runs nothing, even if something hostile reached it', async () => {
  const { page, foreign } = await browser.open()
  await openSample(page)
  await articleText(page)
  const sandbox = await page.locator('#preview').getAttribute('sandbox')
  assert.doesNotMatch(sandbox, /allow-(scripts|forms|top-navigation)/)
  await page.locator('#preview').evaluate((frame) => {
    const { contentDocument } = frame
    contentDocument.body.innerHTML = `<p>here</p><img src="data:," onerror="top.hacked = 1">
      <a href="javascript:top.hacked = 2">link</a><object data="https://evil.example/"></object>
      <iframe srcdoc="<script>top.hacked = 3</script>"></iframe><form action="https://evil.example/"><button>send</button></form>
      <link rel="stylesheet" href="https://evil.example/a.css">`
    const script = contentDocument.createElement('script')
    script.textContent = 'top.hacked = 4'
    contentDocument.body.append(script)
  })
  const frame = page.frameLocator('#preview')
  await frame.getByText('link').click()
  await frame.getByText('send').click()
  await page.waitForTimeout(300)
  assert.equal(await page.evaluate(() => window.hacked), undefined)
  assert.deepEqual(foreign, [])
})

test('the preview is styled within the policy, and its links open elsewhere', async () => {
  const { context, page, problems, foreign } = await browser.open()
  const link = 'http://elsewhere.example/notes'
  await typeAndClean(page, pageOf(`${body}<p>见<a href="${link}">这份笔记</a>。</p>${body}`))
  await untilDone(page)
  const frame = page.frameLocator('#preview')
  // The style comes as a file, and need not be there when the article is.
  await page.waitForFunction(() => {
    const { contentDocument } = document.querySelector('#preview')
    return getComputedStyle(contentDocument.body).maxWidth === '672px'
  })
  const [opened] = await Promise.all([context.waitForEvent('page'), frame.getByText('这份笔记').click()])
  await opened.getByText('elsewhere').waitFor()
  assert.equal(await opened.evaluate(() => window.opener), null)
  assert.deepEqual(
    foreign.filter(({ url }) => url === link),
    [{ url: link, referer: undefined }],
  )
  assert.match(await frame.locator('body').textContent(), /水洼/, 'the frame itself stays')
  assert.deepEqual(problems, [])
})

test('a worker that crashes is reported and replaced', async () => {
  let starts = 0
  const { page } = await browser.open({
    before: (context) =>
      context.route('**/worker.js', (route) => {
        starts += 1
        if (starts > 1) return route.continue()
        const crash = 'addEventListener("message", () => { throw new Error("crash") })'
        return route.fulfill({ body: crash, contentType: 'text/javascript' })
      }),
  })
  await page.click('#sample')
  assert.equal(await untilFailed(page), 'crashed')
  await openSample(page)
  assert.equal(starts, 2)
})

test('a cleaner that hangs is stopped after its time, and replaced', async () => {
  let starts = 0
  const { page } = await browser.open({
    before: (context) =>
      context.route('**/worker.js', (route) => {
        starts += 1
        if (starts > 1) return route.continue()
        const hang =
          'addEventListener("message", ({ data }) => { postMessage({ id: data.id, isBegun: true }); for (;;); })'
        return route.fulfill({ body: hang, contentType: 'text/javascript' })
      }),
  })
  await page.clock.install()
  await page.click('#sample')
  await page.locator('main[aria-busy=true]').waitFor()
  // The worker's own clock is real; time passes for the page once it has heard of the beginning.
  for (let waits = 0; waits < 20 && (await page.locator('#failure').isHidden()); waits++) {
    await page.clock.fastForward(31_000)
    await page.locator('body').evaluate(() => {})
  }
  assert.equal(await untilFailed(page), 'timeout')
  await page.click('#sample')
  await untilDone(page)
  assert.equal(starts, 2)
})

test('what takes long can be stopped by hand', async () => {
  const { page } = await browser.open()
  await page.evaluate(() => {
    const { postMessage } = Worker.prototype
    Worker.prototype.postMessage = () => {
      Worker.prototype.postMessage = postMessage // once
    }
  })
  await typeAndClean(page, pageOf(body))
  await page.click('#stop')
  assert.equal(await page.getAttribute('main', 'aria-busy'), 'false')
  assert.equal(await page.getByRole('status').textContent(), 'Stopped.')
  await page.click('#clean')
  await untilDone(page)
})

test('with pictures kept away nothing is asked of any host', async () => {
  const { page, problems, foreign } = await browser.open()
  const picture = 'http://pictures.example/roof.png'
  const cover = `<meta property="og:image" content="${picture}?cover">`
  const article = pageOf(`${body}<p><img data-src="${picture}" data-w="1080" data-ratio="0.6" alt="棚顶"></p>${body}`, {
    head: cover,
  })
  await openSample(page)
  await page.locator('#remote').uncheck()
  await page.click('#again')
  await typeAndClean(page, article)
  await untilDone(page)
  await page.frameLocator('#preview').getByText('Picture not loaded: 棚顶').waitFor()
  await page.waitForTimeout(300)
  assert.deepEqual([problems, foreign], [[], []])
  // Even if one were there, the frame's own policy would not let it load.
  await page.locator('#preview').evaluate((frame, url) => {
    const image = frame.contentDocument.createElement('img')
    image.src = url
    frame.contentDocument.body.append(image)
  }, picture)
  await page.waitForTimeout(300)
  assert.deepEqual(foreign, [])
  await page.locator('#remote').check()
  await page.frameLocator('#preview').locator('img').scrollIntoViewIfNeeded()
  for (let waits = 0; waits < 50 && foreign.length < 2; waits++) await page.waitForTimeout(100)
  assert.deepEqual(
    foreign.map(({ url }) => url).sort(),
    [picture, `${picture}?cover`],
    'switched on again, they are there: the cover too',
  )
})

test('a cleaner that does not load is reported, and asked for again', async () => {
  let asked = 0
  const { page } = await browser.open({
    before: (context) =>
      context.route('**/core.wasm', (route) => {
        asked += 1
        return asked > 1 ? route.continue() : route.fulfill({ status: 503 })
      }),
  })
  await page.click('#sample')
  assert.equal(await untilFailed(page), 'not-loaded')
  await openSample(page)
})

test('the newest request wins', async () => {
  const { page } = await browser.open()
  const titles = await page.evaluate(
    async ([first, second]) => {
      const { clean } = await import('/cleaner.js')
      const results = await Promise.all([clean(first, {}), clean(second, {})])
      return results.map((article) => article?.title ?? null)
    },
    [pageOf(body, { title: '第一篇' }), pageOf(body, { title: '第二篇' })],
  )
  assert.deepEqual(titles, [null, '第二篇'])
})
