// The result: its formats, the ways out, and putting back what was set aside.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { body, pageOf } from './articles.mjs'
import { articleText, openSample, paste, rerun, startBrowser, typeAndClean, untilDone } from './browser.mjs'

let browser
before(async () => {
  browser = await startBrowser()
})
after(() => browser.close())

const richPage = pageOf(`<p>编辑：陈一</p>${body}<p>见<a href="https://example.org/">菜谱</a>。</p>`, {
  head: `<meta name="author" content="林知秋"><meta name="description" content="雨天的菜市场。">
    <script>var msg_link = "https://mp.weixin.qq.com/s/AbCdEfGhIjKlMnOpQrStUv"; var copyright_stat = "1";</script>
    <em id="js_ip_wording">浙江</em>`,
})

const code = (page) => page.locator('#code').textContent()

test('each tab shows its format', async () => {
  const { page, problems } = await browser.open()
  await openSample(page)
  await page.click('#tab-markdown')
  assert.match(await code(page), /^---\n[\s\S]+\n## 先想好记什么\n[\s\S]+\*\*胸围\*\*/)
  await page.click('#tab-html')
  assert.match(await code(page), /^<article[\s\S]+<strong>胸围<\/strong>[\s\S]+<\/article>/)
  await page.click('#tab-text')
  assert.match(await code(page), /离地一米三处的胸围，/)
  await page.click('#tab-json')
  const article = JSON.parse(await code(page))
  assert.equal(article.title, '给一座小城的树记账')
  assert.ok(article.blocks.length > 10 && article.removed.length > 5)
  await page.click('#tab-preview')
  await page.frameLocator('#preview').locator('strong').waitFor()
  assert.deepEqual(problems, [])
})

test('the preview is there whenever it is looked at, and is one step in the history', async () => {
  const { page } = await browser.open()
  const steps = () => page.evaluate(() => history.length)
  const before = await steps()
  const strong = page.frameLocator('#preview').locator('strong')
  await openSample(page)
  await strong.waitFor()
  await page.click('#tab-json')
  await rerun(page, () => page.locator('.group button').first().click())
  await page.click('#tab-preview')
  await strong.waitFor()
  await page.click('#again')
  await openSample(page)
  await strong.waitFor()
  await rerun(page, () => page.locator('.group button').first().click())
  await strong.waitFor()
  assert.equal(await steps(), before + 1)
})

test('tabs follow the keyboard', async () => {
  const { page } = await browser.open()
  await openSample(page)
  await page.focus('#tab-preview')
  const selected = async () => {
    const tabs = page.locator('[role=tab][aria-selected=true]')
    assert.equal(await tabs.count(), 1)
    assert.equal(await page.locator('[role=tab][tabindex="0"]').count(), 1)
    assert.equal(await page.evaluate(() => document.activeElement.id), await tabs.getAttribute('id'))
    assert.equal(await page.locator('#panel').getAttribute('aria-labelledby'), await tabs.getAttribute('id'))
    return (await tabs.getAttribute('id')).replace('tab-', '')
  }
  for (const [key, expected] of [
    ['ArrowRight', 'markdown'],
    ['ArrowLeft', 'preview'],
    ['ArrowLeft', 'json'],
    ['ArrowRight', 'preview'],
    ['End', 'json'],
    ['Home', 'preview'],
  ]) {
    await page.keyboard.press(key)
    assert.equal(await selected(), expected, key)
  }
})

test('a piece is put back and set aside again, and the keyboard stays on it', async () => {
  const { page, problems } = await browser.open()
  await openSample(page)
  await page.click('#tab-text')
  const piece = page.locator('.group[data-category=legal] li').first()
  const words = await piece.locator('.piece-text').textContent()
  assert.ok((await piece.locator('.piece-reason').textContent()).length > 5, 'it says why')
  assert.ok(!(await code(page)).includes(words))

  await piece.locator('button').focus()
  await rerun(page, () => page.keyboard.press('Enter'))
  assert.ok((await code(page)).includes(words))
  assert.ok(await piece.locator('.mark').isVisible())
  assert.ok(await piece.locator('button').evaluate((button) => button === document.activeElement))

  await rerun(page, () => page.keyboard.press('Enter'))
  assert.ok(!(await code(page)).includes(words))
  assert.deepEqual(problems, [])
})

test('a switch keeps a whole category', async () => {
  const { page } = await browser.open()
  await openSample(page)
  await page.click('#tab-markdown')
  const group = page.locator('.group[data-category=related]')
  const count = await group.locator('li').count()
  assert.ok(count >= 2)
  await rerun(page, () => page.getByRole('switch', { name: 'Other articles' }).click())
  assert.match(await code(page), /桥洞下的理发师/)
  assert.equal(await group.locator('.mark').count(), count)
  assert.equal(await group.locator('button').count(), 0, 'what is kept whole has no choices of its own')
  await rerun(page, () => page.getByRole('switch', { name: 'Other articles' }).click())
  assert.doesNotMatch(await code(page), /桥洞下的理发师/)
})

test('a new article forgets the choices made for the last one', async () => {
  const { page } = await browser.open()
  await openSample(page)
  await rerun(page, () => page.locator('.group button').first().click())
  assert.equal(await page.locator('.mark').count(), 1)
  await page.click('#again')
  await openSample(page)
  assert.equal(await page.locator('.mark').count(), 0)
})

test('the preview is copied as rich text with its Markdown, the others as they stand', async () => {
  const { page } = await browser.open()
  await openSample(page)
  await page.click('#copy')
  await page.locator('#copy.confirmed').waitFor()
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read()
    return Promise.all(['text/html', 'text/plain'].map(async (type) => (await item.getType(type)).text()))
  })
  assert.match(copied[0], /<strong[^>]*>胸围<\/strong>/)
  assert.match(copied[1], /## 先想好记什么/)
  for (const format of ['markdown', 'html', 'text', 'json']) {
    await page.click(`#tab-${format}`)
    await page.click('#copy')
    await page.waitForFunction(
      async (shown) => (await navigator.clipboard.readText()) === shown.replaceAll('\r\n', '\n'),
      await code(page),
    )
  }
})

test('a refused copy is said, and the text is selected for the hand', async () => {
  const { page } = await browser.open()
  await openSample(page)
  await page.click('#tab-text')
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'))
  })
  await page.click('#copy')
  await page.getByText('does not allow copying').waitFor()
  assert.equal(await page.evaluate(() => getSelection().toString().trim()), (await code(page)).trim())
})

test('Ctrl+A in a text format selects the text alone', async () => {
  const { page } = await browser.open()
  await openSample(page)
  await page.click('#tab-markdown')
  await page.keyboard.press('ControlOrMeta+a')
  const selected = () => page.evaluate(() => getSelection().toString().trim())
  assert.equal(await selected(), (await code(page)).trim())
  // Between what is Chinese and what is not, nothing is shown that is not there.
  assert.equal(await page.locator('#code').evaluate((node) => getComputedStyle(node).textAutospace), 'no-autospace')
  await page.click('#tab-preview')
  await page.keyboard.press('ControlOrMeta+a')
  assert.notEqual(await selected(), '')
})

test('the place of the cover is kept until it comes, and given up where it is gone', async () => {
  const cover = (name) => ({ head: `<meta property="og:image" content="https://mmbiz.qpic.cn/${name}/0">` })
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="10"/>'
  let answer
  const { page } = await browser.open({
    before: async (context) => {
      await context.route('https://mmbiz.qpic.cn/late/**', (route) => {
        answer = () => route.fulfill({ body: drawing, contentType: 'image/svg+xml' })
      })
      await context.route('https://mmbiz.qpic.cn/gone/**', (route) => route.abort())
    },
  })
  const top = () => page.locator('.columns').evaluate((node) => node.getBoundingClientRect().top)
  await typeAndClean(page, pageOf(`${body}<p>编辑：陈一</p><p>— END —</p>`, cover('late')))
  await untilDone(page)
  const before = await top()
  const image = page.locator('#cover img')
  assert.equal(await image.evaluate((node) => node.complete), false)
  await answer()
  await page.waitForFunction(() => document.querySelector('#cover img').naturalWidth > 0)
  assert.equal(await top(), before)
  // A choice does not load it again.
  await image.evaluate((node) => node.setAttribute('data-seen', ''))
  await rerun(page, () => page.locator('.group button').first().click())
  await page.locator('#cover img[data-seen]').waitFor()

  await page.click('#again')
  await typeAndClean(page, pageOf(`${body}<p>— END —</p>`, cover('gone')))
  await untilDone(page)
  await page.locator('#cover').waitFor({ state: 'hidden' })
  await rerun(page, () => page.locator('.group button').first().click())
  assert.ok(await page.locator('#cover').isHidden())
})

test('downloads are named after the article', async () => {
  const { page, problems } = await browser.open()
  await openSample(page)
  const files = {}
  for (const format of ['preview', 'markdown', 'html', 'text', 'json']) {
    await page.click(`#tab-${format}`)
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('#download')])
    files[format] = [download.suggestedFilename(), await readFile(await download.path(), 'utf8')]
  }
  assert.deepEqual(
    Object.values(files).map(([name]) => name),
    ['md', 'md', 'html', 'txt', 'json'].map((extension) => `2026-04-26-给一座小城的树记账.${extension}`),
  )
  assert.match(files.markdown[1], /## 先想好记什么/)
  const [, html] = files.html
  assert.match(html, /^<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">/)
  assert.match(html, /<meta name="referrer" content="no-referrer">/)
  assert.match(html, /<title>给一座小城的树记账<\/title>/)
  assert.match(html, /<style>\n:root/)
  assert.match(html, /<body>\n<article[\s\S]+<\/article>\n<\/body>\n<\/html>\n$/)
  assert.doesNotMatch(html, /stylesheet|<base/)
  assert.equal(JSON.parse(files.json[1]).title, '给一座小城的树记账')
  assert.deepEqual(problems, [])
})

test('the head tells what the page tells, and what it does not', async () => {
  const { page } = await browser.open()
  await typeAndClean(page, richPage)
  await untilDone(page)
  const facts = await page.locator('#facts').textContent()
  for (const fact of ['Account: 街角记事', 'By 林知秋', 'April 26, 2026', 'Posted from 浙江', 'Declared original']) {
    assert.ok(facts.includes(fact), `${fact} is in ${facts}`)
  }
  assert.match(await page.locator('#counts').textContent(), /\d+ characters.*1 min read.*1 link/)
  assert.equal(await page.locator('#facts a').getAttribute('href'), 'https://mp.weixin.qq.com/s/AbCdEfGhIjKlMnOpQrStUv')
  await page.locator('.details summary').click()
  const details = await page.locator('#details-list').innerText()
  for (const detail of ['雨天的菜市场。', '编辑：陈一', '2026-04-26-雨后的菜市场'])
    assert.ok(details.includes(detail), details)
  assert.equal(await page.locator('.missing').count(), 0)

  await page.click('#again')
  await paste(page, { 'text/html': `<div id="js_content">${body}</div>` })
  await untilDone(page)
  const said = 'No title, account, date, or address given'
  assert.equal(await page.locator('.missing').textContent(), said)
  assert.equal(await page.locator('#title').textContent(), 'Article without a title')
})

test('a date without a time is shown without one, and what an archive tells as readers write it', async () => {
  const { page } = await browser.open({ timezoneId: 'America/New_York' })
  const archive = (date) => `---
title: 雨后的菜市场
url: https://mp.weixin.qq.com/s/AbCdEfGhIjKlMnOpQrStUv
date: ${date}
fetch_date: 2025-10-06T18:51:23.039057
---

雨停了以后，菜市场的棚顶还在滴水。卖豆腐的老周把木板擦了三遍，才把第一板豆腐端上来。
`
  await typeAndClean(page, archive('2018-05-06'))
  await untilDone(page)
  const time = page.locator('#facts time')
  assert.deepEqual([await time.textContent(), await time.getAttribute('datetime')], ['May 6, 2018', '2018-05-06'])
  assert.match(await page.locator('#details-list').textContent(), /ArchivedOctober 6, 2025 at 6:51\sPM/)
  await page.click('#again')
  await typeAndClean(page, archive('2018-05-06T20:08:00+08:00'))
  await untilDone(page)
  assert.match(await time.textContent(), /^May 6, 2018 at 8:08\sPM$/)
})

test('warnings are sentences in the language of the page', async () => {
  const { page } = await browser.open()
  await typeAndClean(page, pageOf(`${body}<mp-something-new>新东西</mp-something-new>`))
  await untilDone(page)
  const warning = page.locator('#warnings [data-code=unknown-element]')
  assert.match(await warning.textContent(), /^The page has an element <mp-something-new> .*\.$/)
  await page.click('#language')
  assert.equal(await warning.textContent(), '页面里有不认识的元素，其中的文字已保留。')
})

test('a note leads to its text within the preview', async () => {
  const { page, problems } = await browser.open()
  const notes = `<p>水洼<sup>[1]</sup>亮了。</p>${body}<p>参考资料</p><p>[1] 水洼：雨后的积水。</p>`
  await typeAndClean(page, pageOf(`${body}${body}${notes}`))
  await untilDone(page)
  await page.frameLocator('#preview').locator('article').waitFor()
  const links = await page
    .frameLocator('#preview')
    .locator('a[href*="#"]')
    .evaluateAll((nodes) => nodes.map((node) => [node.target, node.protocol]))
  for (const [target, protocol] of links) assert.deepEqual([target, protocol], ['_self', 'about:'])
  assert.deepEqual(problems, [])
})

test('print hands the article alone to the browser, and paper has no furniture', async () => {
  const { page, problems } = await browser.open({ colorScheme: 'dark' })
  await openSample(page)
  await articleText(page)
  await page.locator('#preview').evaluate((frame) => {
    frame.contentWindow.print = () => {
      top.printed = true
    }
  })
  await page.click('#print')
  assert.ok(await page.evaluate(() => window.printed))
  await page.emulateMedia({ media: 'print' })
  const frame = page.frameLocator('#preview')
  assert.ok(await frame.locator('article > header h1').isVisible())
  assert.ok(await frame.locator('.mark').first().isHidden())
  for (const furniture of ['.article-head', '.masthead', '.toolbar', '.panel-actions', 'aside', 'footer', '#again']) {
    assert.ok(await page.locator(furniture).first().isHidden(), furniture)
  }
  // Printed from the browser's menu, the frame is as long as the article.
  const height = () => page.locator('#preview').evaluate((node) => node.clientHeight)
  const before = await height()
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  assert.ok((await height()) > before)
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  assert.equal(await height(), before)
  assert.deepEqual(problems, [])
})
