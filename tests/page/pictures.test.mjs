// The article with its pictures, which the tab that it came from fetches: WeChat gives them to its own pages only.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { unzipSync } from 'fflate'
import { body, pageOf } from './articles.mjs'
import { paste, rerun, startBrowser, untilDone } from './browser.mjs'
import { policy } from './wechat.mjs'

const address = 'https://mp.weixin.qq.com/s/AbCdEfGhIjKlMnOpQrStUv'
const host = 'https://mmbiz.qpic.cn'

/** What the picture host has: a PNG that calls itself a JPEG, a GIF, and a page where a picture was. */
const stored = {
  '/mmbiz_jpg/one/640': Buffer.from('\x89PNG\r\n\x1a\n1', 'latin1'),
  '/mmbiz_gif/two/640': Buffer.from('GIF89a2', 'latin1'),
  '/mmbiz_png/gone/640': Buffer.from('<html>not here</html>'),
}
const source = pageOf(
  body +
    Object.keys(stored)
      .map((path) => `<p><img data-src="${host}${path}?wx_fmt=jpeg" data-w="800" data-ratio="0.6"></p>${body}`)
      .join('\n') +
    '<p>长按识别二维码，关注街角记事</p>',
)

let browser
before(async () => {
  browser = await startBrowser()
})
after(() => browser.close())

/** Opens the article and, by its bookmark, our page; pictures are served to pages of WeChat and to no other. */
async function openFromArticle(options = {}) {
  const opened = await browser.open({
    before: async (context) => {
      await context.route('https://mp.weixin.qq.com/**', (route) =>
        route.fulfill({ body: source, contentType: 'text/html', headers: { 'content-security-policy': policy } }),
      )
      await context.route(`${host}/**`, (route) => {
        const { pathname } = new URL(route.request().url())
        const headers = { 'access-control-allow-origin': 'https://mp.weixin.qq.com' }
        return pathname in stored ? route.fulfill({ body: stored[pathname], headers }) : route.abort()
      })
    },
    ...options,
  })
  const bookmark = await opened.page.locator('#bookmark').evaluate((link) => link.href)
  const tab = await opened.context.newPage()
  await tab.goto(address)
  const session = await opened.context.newCDPSession(tab)
  const [page] = await Promise.all([
    opened.context.waitForEvent('page'),
    session.send('Page.navigate', { url: bookmark, transitionType: 'auto_bookmark' }),
  ])
  await untilDone(page)
  return { ...opened, tab, page }
}

async function downloaded(page) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('#pictures')])
  const files = unzipSync(await readFile(await download.path()))
  return { name: download.suggestedFilename(), files }
}

const text = (bytes) => Buffer.from(bytes).toString()

test('article and pictures come in one ZIP, the pictures named by what they are', async () => {
  const { page, problems } = await openFromArticle()
  const { name, files } = await downloaded(page)
  assert.match(name, /雨后的菜市场\.zip$/)
  const article = name.slice(0, -'.zip'.length)
  assert.deepEqual(Object.keys(files), [`${article}.md`, `${article}.html`, 'images/01.png', 'images/02.gif'])
  assert.deepEqual(Buffer.from(files['images/01.png']), stored['/mmbiz_jpg/one/640'])
  assert.deepEqual(Buffer.from(files['images/02.gif']), stored['/mmbiz_gif/two/640'])
  const markdown = text(files[`${article}.md`])
  assert.match(markdown, /\n!\[\]\(images\/01\.png\)\n[\s\S]+\n!\[\]\(images\/02\.gif\)\n/)
  assert.match(text(files[`${article}.html`]), /<img[^>]+src="images\/01\.png"[\s\S]+<img[^>]+src="images\/02\.gif"/)
  // What is no picture stays a link, and the reader is told.
  assert.match(markdown, /\]\(https:\/\/mmbiz\.qpic\.cn\/mmbiz_png\/gone\/640/)
  await page.getByText('with 2 of 3 pictures').waitFor()
  assert.deepEqual(problems, [])
  // Nothing of it is in what is shown and copied.
  await page.click('#tab-markdown')
  assert.doesNotMatch(await page.locator('#code').textContent(), /images\/01/)
})

test('it has what the reader put back, and can be asked for again', async () => {
  const { page } = await openFromArticle()
  const markdown = ({ name, files }) => text(files[name.replace(/zip$/, 'md')])
  assert.doesNotMatch(markdown(await downloaded(page)), /关注街角记事/)
  await page.locator('#pictures[aria-busy=false]', { hasText: 'With pictures' }).waitFor()
  await rerun(page, () => page.getByRole('button', { name: 'Put back: 长按识别' }).last().click())
  assert.match(markdown(await downloaded(page)), /images\/01\.png[\s\S]+关注街角记事/)
})

test('where the article’s tab was closed, the pictures stay links', async () => {
  const { page, tab } = await openFromArticle()
  await tab.close()
  const { files } = await downloaded(page)
  assert.equal(Object.keys(files).length, 2)
  await page.getByText('with 0 of 3 pictures').waitFor()
})

test('what another window sends as a picture is not taken', async () => {
  const { page } = await openFromArticle()
  await page.evaluate((url) => {
    const picture = new Blob([Uint8Array.of(0xff, 0xd8, 0xff, 0)])
    setInterval(() => window.postMessage({ url, picture }, '*'), 1)
  }, `${host}/mmbiz_png/gone/640?wx_fmt=jpeg`)
  const { files } = await downloaded(page)
  assert.deepEqual(Object.keys(files).slice(2), ['images/01.png', 'images/02.gif'])
})

test('of an article that was pasted, no pictures are promised', async () => {
  const { page } = await browser.open()
  await paste(page, { 'text/plain': source })
  await untilDone(page)
  assert.ok(await page.locator('#pictures').isHidden())
})
