// The ways that readers take, in each browser that is here. What needs no second browser is tested in the other files.

import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, suite, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { inRoot } from '../../scripts/run.mjs'
import { serve } from '../../scripts/server.mjs'
import { writeFileList } from '../../scripts/site.mjs'
import { body, pageOf } from './articles.mjs'
import { startElsewhere } from './browser.mjs'
import { serveArticle } from './wechat.mjs'

const scratch = mkdtempSync(join(tmpdir(), 'page-'))
after(() => rmSync(scratch, { recursive: true }))

suite('browsers, side by side', { concurrency: true }, () => {
  for (const name of ['Chromium', 'Firefox', 'WebKit']) {
    const program = process.env[name.toUpperCase()]
    suite(name, { concurrency: false, skip: program ? false : `${name} is not here` }, () => {
      let elsewhere
      let browser
      let wechat
      before(async () => {
        elsewhere = await startElsewhere()
        const { launch } = await import(`./driver/${name.toLowerCase()}.mjs`)
        browser = await launch({ program, proxy: elsewhere.url })
        wechat = await serveArticle()
        console.log(`${name} ${browser.version}`)
      })
      after(async () => {
        await browser?.close()
        wechat?.close()
        elsewhere?.close()
      })

      /** A test of its own page: a server of its own is an origin of its own, which remembers nothing. */
      const way = (what, work) =>
        test(what, async () => {
          const server = await serve()
          try {
            const tab = await openPage(server.url)
            await work({ tab, server })
            await tab.close()
          } finally {
            await server.close()
          }
        })

      async function openPage(url) {
        const tab = await browser.open(url)
        await untilReady(tab)
        return tab
      }

      way('an article is copied with Ctrl+A, Ctrl+C and pasted with Ctrl+V', async ({ tab }) => {
        const article = await browser.open(wechat.url)
        await until(article, () => document.readyState === 'complete')
        await article.press('A')
        await article.press('C')
        await article.close()
        await tab.click('#source')
        await tab.press('V')
        assert.equal(await titleOf(tab), '雨后的菜市场')
        assert.match(await markdownOf(tab), /水洼一个一个亮起来/)
      })

      way('a file is read, in another charset too', async ({ tab }) => {
        const path = join(scratch, 'article.html')
        writeFileSync(path, `\ufeff${pageOf(body, { title: '另一个字符集' })}`, 'utf16le')
        await tab.choose('#file', path)
        assert.equal(await titleOf(tab), '另一个字符集')
      })

      way('a piece is put back, copied and downloaded', async ({ tab }) => {
        await tab.click('#sample')
        await titleOf(tab)
        assert.doesNotMatch(await markdownOf(tab), /桥洞下的理发师/)
        await tab.click('[data-category=related] li button')
        await until(tab, () => document.querySelector('.mark') !== null)
        const markdown = await markdownOf(tab)
        assert.match(markdown, /往期推荐|桥洞下的理发师/)
        await tab.click('#copy')
        await until(tab, () => document.querySelector('#copy.confirmed') !== null)
        assert.equal((await pasted(tab)).trim(), markdown.trim())
        const { name: fileName, text } = await browser.download(() => tab.click('#download'))
        assert.equal(fileName, '2026-04-26-给一座小城的树记账.md')
        assert.equal(text, markdown)
      })

      way('a mark in the preview puts its piece back, undo takes it out again', async ({ tab }) => {
        await tab.click('#sample')
        await titleOf(tab)
        const text = () => document.querySelector('#preview').contentDocument?.querySelector('article > p')?.textContent
        await until(tab, () => document.querySelector('#preview').contentDocument?.querySelector('.mark') != null)
        assert.match(await tab.run(text), /去年六月/)
        // No script runs in the frame, and WebKit calls no listener there: this is what a click does by itself.
        await tab.run(() => document.querySelector('#preview').contentDocument.querySelector('.choice summary').click())
        await until(tab, () => document.querySelector('#undo').hidden === false)
        assert.match(await tab.run(text), /关注我们/)
        await tab.click('#undo')
        await until(tab, () => document.querySelector('#undo').hidden)
        assert.match(await tab.run(text), /去年六月/)
      })

      way('several files become one ZIP', async ({ tab }) => {
        const paths = ['第一篇', '第二篇'].map((title) => {
          const path = join(scratch, `${name}-${title}.html`)
          writeFileSync(path, pageOf(body, { title }))
          return path
        })
        await tab.choose('#file', ...paths)
        await until(tab, () => document.querySelector('#files-zip').disabled === false)
        const { name: fileName, text } = await browser.download(() => tab.click('#files-zip'))
        assert.equal(fileName, 'articles.zip')
        assert.match(text, /^PK/)
      })

      way('the language is remembered', async ({ tab, server }) => {
        const language = () => tab.run(() => document.documentElement.lang)
        assert.equal(await language(), 'en')
        await tab.click('#language')
        assert.equal(await language(), 'zh-CN')
        await tab.goTo(server.url)
        await untilReady(tab)
        assert.equal(await language(), 'zh-CN')
      })

      way('a bookmark brings the open article, under WeChat’s policy', async ({ tab }) => {
        const bookmark = await tab.run(() => document.querySelector('#bookmark').href)
        const article = await browser.open(wechat.url)
        const opened = await article.opened(() => article.clickBookmark(bookmark))
        assert.equal(await titleOf(opened), '雨后的菜市场')
        assert.match(await markdownOf(opened), /水洼一个一个亮起来/)
        await opened.close()
        await article.close()
      })

      way('what is sent in another shape, twice or from another site is not taken', async ({ server }) => {
        const opening = `javascript:void (window.tab = window.open('${server.url}'))`
        const article = await browser.open(wechat.url)
        const opened = await article.opened(() => article.clickBookmark(opening))
        await untilReady(opened)
        const send = (message) => article.run((message) => window.tab.postMessage(message, '*'), message)
        const url = 'https://mp.weixin.qq.com/s/x'
        const bad = [null, 'ready', {}, { html: 1, url }, { html: ['x'], url }, { html: 'x' }, { html: 'x', url: 'x' }]
        for (const message of bad) await send(message)
        await wait(200)
        assert.ok(await isUntouched(opened))
        await send({ html: pageOf(body, { title: '第一篇' }), url })
        assert.equal(await titleOf(opened), '第一篇')
        await send({ html: pageOf(body, { title: '第二篇' }), url })
        await wait(200)
        assert.equal(await titleOf(opened), '第一篇')
        await opened.close()
        await article.goTo('http://other.example/')
        const untouched = await article.opened(() => article.clickBookmark(opening))
        await untilReady(untouched)
        await send({ html: pageOf(body), url })
        await wait(200)
        assert.ok(await isUntouched(untouched))
        await untouched.close()
        await article.close()
      })

      test('after one visit it works without a network, and the next version takes its place', async () => {
        const folder = join(scratch, name)
        cpSync(inRoot('www'), folder, { recursive: true })
        let server = await serve({ folder })
        const port = Number(new URL(server.url).port)
        const tab = await openPage(server.url)
        const version = () => tab.run(async () => (await caches.keys()).map((key) => key.split(' ').at(-1)).join())
        await until(tab, () => navigator.serviceWorker.controller !== null)
        const first = await version()
        const kept = await tab.run(async () => {
          const [name] = await caches.keys()
          return (await (await caches.open(name)).keys()).map((request) => new URL(request.url).origin)
        })
        assert.ok(kept.length > 20 && kept.every((origin) => `${origin}/` === server.url))

        await server.close()
        await tab.goTo(server.url)
        await untilReady(tab)
        await tab.click('#sample')
        assert.equal(await titleOf(tab), '给一座小城的树记账')

        writeFileSync(join(folder, 'words.en.js'), "export { default } from './words.zh.js'\n")
        writeFileList(folder)
        server = await serve({ folder, port })
        await tab.goTo(server.url)
        await untilReady(tab)
        const brand = () => tab.run(() => document.querySelector('.brand').textContent)
        assert.equal(await brand(), '公众号文章清理', 'who has a network gets what the host has')
        const isNew = (now) => now !== first && !now.includes(',')
        for (let waits = 0; waits < 200 && !isNew(await version()); waits++) await wait(50)
        assert.ok(isNew(await version()), 'the new copy takes the place of the old one')

        await server.close()
        await tab.goTo(server.url)
        await untilReady(tab)
        assert.equal(await brand(), '公众号文章清理')
        await tab.close()
      })

      test('the single file opens from a disk', async () => {
        const tab = await openPage(`file://${inRoot('www', 'pkg', 'wechat-article-cleaner.html')}`)
        assert.ok(await tab.run(() => document.querySelector('#bookmarklet').hidden))
        await tab.click('#sample')
        assert.equal(await titleOf(tab), '给一座小城的树记账')
        assert.match(await markdownOf(tab), /## 先想好记什么/)
        await tab.click('#language')
        assert.equal(await tab.run(() => document.documentElement.lang), 'zh-CN')
        await tab.close()
      })

      test('in all of this nothing was asked of any other host', () => {
        assert.deepEqual(elsewhere.requests.filter(isOfThePage), [])
      })

      /** What a paste into a field of another page gives. */
      async function pasted(tab) {
        const other = await browser.open(wechat.url)
        await other.run(() => document.body.replaceChildren(document.createElement('textarea')))
        await other.click('textarea')
        await other.press('V')
        await until(other, () => document.querySelector('textarea').value !== '')
        const text = await other.run(() => document.querySelector('textarea').value)
        await other.close()
        await tab.run(() => {})
        return text
      }
    })
  }
})

/** Firefox asks its makers for settings on its own; the tests themselves open a page of other.example. */
function isOfThePage({ url }) {
  return !/^[\w.-]+\.(mozilla\.(com|org|net)|firefox\.com):443$|^http:\/\/other\.example\//.test(url)
}

/** Whether a page shows neither an article nor an error. */
const isUntouched = (tab) =>
  tab.run(() => document.querySelector('#done').hidden && document.querySelector('#failure').hidden)

const untilReady = (tab) => until(tab, () => Boolean(document.querySelector('#clean')?.textContent))

/** Waits for an article, and gives its title. */
async function titleOf(tab) {
  await until(tab, () => document.querySelector('main[aria-busy="false"] #done:not([hidden])') !== null)
  return tab.run(() => document.querySelector('#title').textContent)
}

async function markdownOf(tab) {
  await tab.click('#tab-markdown')
  const markdown = await tab.run(() => document.querySelector('#code').textContent)
  return markdown
}

/** Waits until `work` gives true in the tab. */
async function until(tab, work) {
  for (let waits = 0; waits < 200; waits++) {
    // While a tab goes from one page to the next there may be nothing to ask.
    if (await tab.run(work).catch(() => false)) return
    await wait(50)
  }
  assert.fail(`never came: ${work}`)
}
