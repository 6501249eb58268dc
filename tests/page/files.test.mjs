// Several files: progress, what became of each, cancelling, and the ZIP.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { unzipSync } from 'fflate'
import { body, deletedPage, pageOf } from './articles.mjs'
import { dropFiles, openSample, rerun, startBrowser, untilDone } from './browser.mjs'

let browser
before(async () => {
  browser = await startBrowser()
})
after(() => browser.close())

const states = (page) => page.locator('#files-list li').evaluateAll((rows) => rows.map((row) => row.dataset.state))
const untilAllDone = (page) =>
  page.locator('#files:not([hidden]) #files-progress[hidden]').waitFor({ state: 'attached' })

async function unzipped(page) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('#files-zip')])
  const files = unzipSync(await readFile(await download.path()))
  return [
    download.suggestedFilename(),
    Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)])),
  ]
}

const three = [
  ['一.html', pageOf(body)],
  ['删.html', deletedPage],
  ['二.html', pageOf(body)],
]

test('several files are cleaned, each with what became of it, and taken along as one ZIP', async () => {
  const { page, problems, foreign } = await browser.open()
  await dropFiles(page, three)
  await untilAllDone(page)
  assert.deepEqual(await states(page), ['good', 'failed', 'good'])
  assert.equal(await page.locator('#files-title').textContent(), '2 of 3 cleaned')
  assert.match(await page.getByRole('status').textContent(), /2 of 3/)
  const rows = page.locator('#files-list li')
  assert.match(await rows.nth(0).textContent(), /雨后的菜市场.*一\.html/)
  assert.match(await rows.nth(1).textContent(), /删\.html.*The author has deleted this article\..*该内容已被发布者删除/)

  const [name, files] = await unzipped(page)
  assert.equal(name, 'articles.zip')
  assert.deepEqual(Object.keys(files), ['2026-04-26-雨后的菜市场.md', '2026-04-26-雨后的菜市场-2.md'])
  assert.match(files['2026-04-26-雨后的菜市场.md'], /^---\n[\s\S]*水洼一个一个亮起来/)

  for (const ending of ['html', 'txt', 'json']) await page.getByLabel(`.${ending}`).check()
  await page.getByLabel('.md').uncheck()
  const [, others] = await unzipped(page)
  assert.deepEqual(
    Object.keys(others).map((file) => file.split('.')[1]),
    ['html', 'txt', 'json', 'html', 'txt', 'json'],
  )
  assert.match(others['2026-04-26-雨后的菜市场.html'], /^<!DOCTYPE html>/)
  assert.equal(JSON.parse(others['2026-04-26-雨后的菜市场.json']).title, '雨后的菜市场')
  for (const ending of ['html', 'txt', 'json']) await page.getByLabel(`.${ending}`).uncheck()
  assert.ok(await page.locator('#files-zip').isDisabled(), 'without a format there is nothing to pack')
  assert.deepEqual([problems, foreign], [[], []])
})

test('one of the files is viewed, and the list is still there after', async () => {
  const { page, problems } = await browser.open()
  await page.setInputFiles(
    '#file',
    three.map(([name, text]) => ({ name, mimeType: 'text/html', buffer: Buffer.from(text) })),
  )
  await untilAllDone(page)
  await page.getByRole('button', { name: 'View: 雨后的菜市场' }).last().click()
  await untilDone(page)
  assert.equal(await page.locator('#title').textContent(), '雨后的菜市场')
  assert.equal(await page.locator('#again').textContent(), '← Back to the files')
  await page.click('#again')
  assert.deepEqual(await states(page), ['good', 'failed', 'good'])
  assert.ok(await page.locator('#files-title').isVisible())
  await page.click('#files-again')
  assert.ok(await page.locator('#source').isVisible())
  await openSample(page)
  assert.equal(await page.locator('#again').textContent(), '← Clean another')
  assert.deepEqual(problems, [])
})

test('what a reader corrects in one of the files is in the ZIP, and the list says so', async () => {
  const { page, problems } = await browser.open()
  const legal = '版权归作者所有，未经授权不得转载。'
  await dropFiles(page, [
    ['一.html', pageOf(`${body}<p>${legal}</p>`)],
    ['二.html', pageOf(`${body}<p>${legal}</p>`, { title: '第二篇' })],
  ])
  await untilAllDone(page)
  const row = page.locator('#files-list li').nth(1)
  const view = () => page.getByRole('button', { name: 'View: 第二篇' }).click()
  await view()
  await untilDone(page)
  await rerun(page, () => page.locator('.group button').click())
  await page.click('#again')
  assert.match(await row.textContent(), /Changed by you/)
  assert.equal(await page.getByText('Changed by you').count(), 1)
  const [, files] = await unzipped(page)
  assert.ok(files['2026-04-26-第二篇.md'].includes(legal))
  assert.ok(!files['2026-04-26-雨后的菜市场.md'].includes(legal))
  // Looked at again, it is as it was left; taken back, it is no longer changed.
  await view()
  await untilDone(page)
  assert.equal(await page.locator('.group .mark').count(), 1)
  await rerun(page, () => page.locator('.group button').click())
  await page.goBack()
  await page.locator('#files-title:focus').waitFor()
  assert.doesNotMatch(await row.textContent(), /Changed by you/)
  const [, after] = await unzipped(page)
  assert.ok(!after['2026-04-26-第二篇.md'].includes(legal))
  assert.deepEqual(problems, [])
})

test('what stands around several articles of an account is set aside, and can be put back', async () => {
  const { page, problems } = await browser.open()
  const lamp = '山里的灯，一盏一盏地亮'
  const texts = ['春天的茶山上雾气很重', '秋天的河水落下去了'].map(
    (text) => `${text}，天不亮就有人出了门，一路上谁也不说话，只听见脚步声，露水打湿了他们的裤脚。`,
  )
  await dropFiles(
    page,
    texts.map((text, idx) => [`${idx}.html`, pageOf(`<p>${text}</p><p>${lamp}</p>`, { title: `第${idx}篇` })]),
  )
  await untilAllDone(page)
  const [, files] = await unzipped(page)
  const written = Object.values(files)
  assert.deepEqual(
    written.map((text) => [texts.some((long) => text.includes(long)), text.includes(lamp)]),
    [
      [true, false],
      [true, false],
    ],
  )
  await page.getByRole('button', { name: 'View: 第1篇' }).click()
  await untilDone(page)
  assert.match(await page.locator('.group').textContent(), /stands around other articles of the account too/)
  await rerun(page, () => page.locator('.group button').click())
  await page.click('#again')
  const [, after] = await unzipped(page)
  assert.deepEqual(
    Object.values(after).map((text) => text.includes(lamp)),
    [false, true],
  )
  assert.deepEqual(problems, [])
})

test('the rest is cancelled, what is done stays', async () => {
  // A worker that never answers about the file that says so.
  const { page } = await browser.open({
    before: (context) =>
      context.route('**/worker.js', async (route) => {
        const response = await route.fetch()
        const slow = `addEventListener('message', (event) => {
          const input = event.data.input
          if (input && new TextDecoder().decode(input).includes('停在这里')) event.stopImmediatePropagation()
        })\n`
        await route.fulfill({ response, body: slow + (await response.text()) })
      }),
  })
  await dropFiles(page, [three[0], ['停.html', pageOf(`<p>停在这里</p>${body}`)], three[2], three[1]])
  await page.locator('li[data-state=good]').waitFor()
  assert.deepEqual(await states(page), ['good', 'cleaning', 'waiting', 'waiting'])
  assert.equal(await page.locator('#files-title').textContent(), '1 of 4 done')
  assert.equal(await page.locator('#files-progress').getAttribute('value'), '1')
  assert.ok(await page.locator('#files-zip').isDisabled())
  await page.click('#files-cancel')
  await untilAllDone(page)
  assert.deepEqual(await states(page), ['good', 'cancelled', 'cancelled', 'cancelled'])
  assert.equal(await page.locator('#files-title').textContent(), 'Stopped: 1 of 4 cleaned')
  const [, files] = await unzipped(page)
  assert.equal(Object.keys(files).length, 1)
})

test('what was under way does not come up over the list', async () => {
  const { page } = await browser.open()
  await page.evaluate(() => {
    const { postMessage } = Worker.prototype
    Worker.prototype.postMessage = function (...given) {
      Worker.prototype.postMessage = postMessage // only the first comes late
      setTimeout(() => this.postMessage(...given), 300)
    }
  })
  await page.fill('#source', pageOf(body))
  await page.click('#clean')
  await dropFiles(page, three)
  await untilAllDone(page)
  await page.waitForTimeout(600)
  assert.ok(await page.locator('#files').isVisible())
  assert.equal(await page.getAttribute('main', 'aria-busy'), 'false')
})

test('a hundred files keep the page alive and in order', async () => {
  const { page, problems } = await browser.open()
  const many = Array.from({ length: 100 }, (_, idx) => [`${idx}.html`, pageOf(body, { title: `第${idx}篇` })])
  await dropFiles(page, many)
  await untilAllDone(page)
  const titles = await page.locator('.file-title').allTextContents()
  assert.deepEqual(
    titles,
    many.map((_, idx) => `第${idx}篇`),
  )
  assert.deepEqual(problems, [])
})

test('the list speaks the other language at once', async () => {
  const { page } = await browser.open()
  await dropFiles(page, three)
  await untilAllDone(page)
  await page.click('#language')
  assert.equal(await page.locator('#files-title').textContent(), '3 个文件，清理好 2 篇')
  assert.match(await page.locator('#files-list li').nth(1).textContent(), /这篇文章已被发布者删除/)
})
