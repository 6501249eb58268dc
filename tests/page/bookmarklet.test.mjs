// The bookmark, the userscript and who may send an article: from WeChat's own origin, with its policy, in Chromium.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { inRoot } from '../../scripts/run.mjs'
import { body, pageOf } from './articles.mjs'
import { startBrowser, untilDone, untilFailed } from './browser.mjs'
import { article, policy } from './wechat.mjs'

const address = 'https://mp.weixin.qq.com/s/AbCdEfGhIjKlMnOpQrStUv'

let browser
before(async () => {
  browser = await startBrowser()
})
after(() => browser.close())

/** Opens our page and, in another tab, an article of `url`. */
async function openBoth({ url = address, ...options } = {}) {
  const opened = await browser.open({
    before: (context) =>
      context.route(`${new URL(url).origin}/**`, (route) =>
        route.fulfill({ body: article, contentType: 'text/html', headers: { 'content-security-policy': policy } }),
      ),
    ...options,
  })
  const tab = await opened.context.newPage()
  await tab.goto(url)
  // What an article says is recorded; nobody is there to close it.
  await tab.evaluate(() => {
    window.said = []
    window.alert = (text) => window.said.push(text)
  })
  return { ...opened, tab }
}

const bookmarkOf = (page) => page.locator('#bookmark').evaluate((link) => link.href)

/** Opens an address from the browser's own side, as a click on a bookmark does. */
async function clickBookmark({ context }, tab, bookmark) {
  const session = await context.newCDPSession(tab)
  await session.send('Page.navigate', { url: bookmark, transitionType: 'auto_bookmark' })
}

const title = (page) => page.locator('#title').textContent()

for (const locale of ['en-US', 'zh-CN']) {
  test(`the bookmark has less than 1 KB, with its messages and an address of common length (${locale})`, async () => {
    const { page } = await browser.open({ locale })
    const bookmark = await bookmarkOf(page)
    const longer = 'https://wechat-article-cleaner.example/'.length - browser.url.length
    const bytes = Buffer.byteLength(bookmark) + longer
    assert.ok(bytes < 1024, `${bytes} bytes`)
    assert.match(bookmark, /^javascript:void/)
  })
}

test('it brings the article of a WeChat page, with its address', async () => {
  const { context, page, problems, foreign, tab } = await openBoth()
  const bookmark = await bookmarkOf(page)
  foreign.length = 0 // the article's tab has asked for the article
  const [opened] = await Promise.all([context.waitForEvent('page'), clickBookmark({ context }, tab, bookmark)])
  await untilDone(opened)
  assert.equal(await title(opened), '雨后的菜市场')
  await opened.click('#tab-json')
  assert.equal(JSON.parse(await opened.locator('#code').textContent()).url, address)
  assert.equal(tab.url(), address, 'the article stays where it is')
  await opened.reload()
  await untilDone(opened)
  assert.equal(await title(opened), '雨后的菜市场', 'it comes again where the page is loaded again')
  assert.deepEqual(await tab.evaluate(() => window.said), [])
  assert.deepEqual([problems, foreign], [[], []])
})

test('where new tabs are blocked it copies the article and says so', async () => {
  const { context, page, tab } = await openBoth()
  const bookmark = await bookmarkOf(page)
  await tab.evaluate(() => {
    window.open = () => null
  })
  await tab.bringToFront()
  await clickBookmark({ context }, tab, bookmark)
  await tab.waitForFunction(() => window.said.length > 0)
  assert.match((await tab.evaluate(() => window.said))[0], /blocked.+copied.+http:\/\/localhost:\d+\/$/)
  await page.bringToFront()
  await page.click('#source')
  await page.keyboard.press('ControlOrMeta+V')
  await untilDone(page)
  assert.equal(await title(page), '雨后的菜市场')
})

test('where it may not copy either it says what to do', async () => {
  const { context, page, tab } = await openBoth()
  const bookmark = await bookmarkOf(page)
  await tab.evaluate(() => {
    window.open = () => null
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'))
  })
  await clickBookmark({ context }, tab, bookmark)
  await tab.waitForFunction(() => window.said.length > 0)
  assert.match((await tab.evaluate(() => window.said))[0], /^The page did not open\. .+http:\/\/localhost:\d+\/$/)
})

test('a page that never answers, or another in its place, gets nothing', async () => {
  const { context, page, tab } = await openBoth({ url: 'https://mp.weixin.qq.com/s?__biz=x' })
  const bookmark = (await bookmarkOf(page)).replace('15e3', '900')
  // What opens says that it is ready, but from another origin than the bookmark's.
  await context.route('https://other.example/', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<script>window.got = []; onmessage = ({ data }) => got.push(data); opener.postMessage('ready', '*')</script>`,
    }),
  )
  await tab.evaluate(() => {
    const open = window.open
    window.open = () => open.call(window, 'https://other.example/')
  })
  const [other] = await Promise.all([context.waitForEvent('page'), clickBookmark({ context }, tab, bookmark)])
  await tab.waitForFunction(() => window.said.length > 0)
  assert.match((await tab.evaluate(() => window.said))[0], /^The page did not open/)
  assert.deepEqual(await other.evaluate(() => window.got), [])
})

/** Opens our page from the article's tab, and gives it with a way to send it messages. */
async function openFrom(tab, context, site = browser.url) {
  const [opened] = await Promise.all([
    context.waitForEvent('page'),
    tab.evaluate((url) => {
      window.ours = window.open(url)
    }, site),
  ])
  await opened.locator('#clean:not(:empty)').waitFor()
  const send = (message) => tab.evaluate((data) => window.ours.postMessage(data, '*'), message)
  return { opened, send }
}

const servedFile = ({ pathname }) => inRoot('www', pathname === '/' ? 'index.html' : pathname)

const message = (name = '雨后的菜市场') => ({ html: pageOf(body, { title: name }), url: address })

const isUntouched = (page) =>
  page.evaluate(() => document.getElementById('done').hidden && document.getElementById('failure').hidden)

test('an article from any origin but WeChat’s is not taken', async () => {
  for (const url of ['https://evil.example/', 'https://mp.weixin.qq.com.evil.example/', 'http://mp.weixin.qq.com/']) {
    const { context, tab } = await openBoth({ url })
    const { opened, send } = await openFrom(tab, context)
    await send(message())
    await opened.waitForTimeout(300)
    assert.ok(await isUntouched(opened), url)
    await context.close()
  }
})

test('only where the page is served on this machine may another page of it send an article', async () => {
  const { context, tab } = await openBoth({ url: 'http://localhost:1/' })
  const { opened: local, send: sendLocal } = await openFrom(tab, context)
  await sendLocal(message())
  await untilDone(local)
  const site = 'https://cleaner.example/'
  await context.route(`${site}**`, (route) => route.fulfill({ path: servedFile(new URL(route.request().url())) }))
  const { opened, send } = await openFrom(tab, context, site)
  await send(message())
  await opened.waitForTimeout(300)
  assert.ok(await isUntouched(opened))
})

test('an article from a window that did not open the page is not taken', async () => {
  const { context, tab } = await openBoth()
  const { opened, send } = await openFrom(tab, context)
  // Another window of the right origin: a frame in the tab that did open it.
  await tab.evaluate((data) => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    const script = frame.contentDocument.createElement('script')
    script.nonce = '1460338201'
    script.textContent = `parent.ours.postMessage(${JSON.stringify(data)}, '*')`
    frame.contentDocument.body.append(script)
  }, message('不是它'))
  await opened.evaluate((data) => window.postMessage(data, '*'), message('也不是它'))
  await opened.waitForTimeout(300)
  assert.ok(await isUntouched(opened))
  await send(message())
  await untilDone(opened)
  assert.equal(await title(opened), '雨后的菜市场')
})

test('what is too long for an article is refused in words', async () => {
  const { context, tab } = await openBoth()
  const { opened } = await openFrom(tab, context)
  await tab.evaluate((url) => window.ours.postMessage({ html: 'x'.repeat(20_000_001), url }, '*'), address)
  assert.equal(await untilFailed(opened), 'too-large')
})

test('a page that was not opened by another waits for nobody', async () => {
  const { page } = await browser.open()
  await page.evaluate((data) => window.postMessage(data, '*'), message())
  await page.waitForTimeout(300)
  assert.ok(await isUntouched(page))
})

test('the userscript puts a button on the article that does the same', async () => {
  const { context, page, problems, tab } = await openBoth()
  await page.locator('#bookmarklet summary').click()
  await page.click('#copy-userscript')
  await page.getByText('paste it as a new script').waitFor()
  const script = await page.evaluate(() => navigator.clipboard.readText())
  assert.match(script, /^\/\/ ==UserScript==\n\/\/ @name +WeChat Article Cleaner\n/)
  assert.match(script, /^\/\/ @match +https:\/\/mp\.weixin\.qq\.com\/s\*$/m)
  await tab.evaluate(script)
  assert.doesNotMatch(await tab.evaluate(() => document.documentElement.outerHTML), /Clean article/)
  const { width, height } = tab.viewportSize()
  const [opened] = await Promise.all([
    context.waitForEvent('page'),
    // The button is in a closed shadow, where the test tool finds nothing either.
    tab.mouse.click(width - 50, height - 40),
  ])
  await untilDone(opened)
  assert.equal(await title(opened), '雨后的菜市场')
  assert.deepEqual(problems, [])
})

test('a click on the bookmark in our page explains it, the other ways are copied', async () => {
  const { page, problems } = await browser.open()
  await page.click('#bookmark')
  await page.getByText('Drag it to the bookmarks bar').waitFor()
  await page.locator('#bookmarklet summary').click()
  await page.click('#copy-bookmark')
  await page.getByText('paste it as its address').waitFor()
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await bookmarkOf(page))
  const chinese = page.locator('#language')
  await chinese.click()
  assert.equal(await page.locator('#bookmark').textContent(), '清理文章')
  assert.match(decodeURIComponent(await bookmarkOf(page)), /弹窗被拦截/)
  assert.deepEqual(problems, [])
})

test('the server cuts no line to the page that opened it', async () => {
  const { headers } = await fetch(browser.url)
  assert.equal(headers.get('cross-origin-opener-policy'), null)
})
