// How an article is written: front matter, links, pictures.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { unzipSync } from 'fflate'
import { body, pageOf } from './articles.mjs'
import { articleText, dropFiles, openSample, rerun, startBrowser, typeAndClean, untilDone } from './browser.mjs'

let browser
before(async () => {
  browser = await startBrowser()
})
after(() => browser.close())

const host = 'https://mmbiz.qpic.cn/mmbiz_png'
const picture = (name) => `<img data-src="${host}/${name}/640?wx_fmt=png" data-w="900" data-ratio="0.6">`
const link = '<p>见<a href="https://example.org/">菜谱</a>。</p>'
const source = pageOf(`${body}${link}<p>${picture('a')}</p>${body}`)

const code = (page) => page.locator('#code').textContent()
const choose = (page, name, label, where = '#options') => page.locator(where).getByLabel(name).selectOption({ label })

test('front matter, links and pictures are as chosen, in every format and for every article', async () => {
  const { page, problems } = await browser.open({
    before: (context) => context.route(`${host}/**`, (route) => route.fulfill({ body: '', contentType: 'image/png' })),
  })
  await typeAndClean(page, source)
  await untilDone(page)
  await page.click('#tab-markdown')
  assert.match(await code(page), /^---\n[\s\S]+\[菜谱\]\(https:\/\/example\.org\/\)[\s\S]+!\[\]\(https/)
  assert.ok(await page.locator('#options').isHidden())
  const toggle = page.getByRole('button', { name: 'Options' })
  assert.equal(await toggle.textContent(), 'Options')
  await toggle.click()
  await rerun(page, () => choose(page, 'Front matter', 'None'))
  assert.match(await code(page), /^# 雨后的菜市场/)
  await rerun(page, () => choose(page, 'Links', 'Numbered, at the end'))
  assert.match(await code(page), /\[菜谱\]\[1\][\s\S]+\n\[1\]: https:\/\/example\.org\/\n$/)
  await page.focus('#options-images')
  await rerun(page, () => choose(page, 'Pictures', 'Left out'))
  assert.doesNotMatch(await code(page), /!\[/)
  assert.ok(await page.locator('#options-images').evaluate((node) => node === document.activeElement))
  await page.click('#tab-text')
  assert.match(await code(page), /菜谱[\s\S]+1[\s\S]+https:\/\/example\.org\/\n$/)
  await page.click('#tab-preview')
  assert.equal(await page.frameLocator('#preview').locator('img').count(), 0)
  await page.locator('#undo').waitFor({ state: 'hidden' })

  // Folded, it says what differs; it is remembered, and downloads go by it.
  assert.equal(await toggle.textContent(), 'Optionsno front matterlinks at the endno pictures')
  await page.reload()
  await typeAndClean(page, source)
  await untilDone(page)
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('#download')])
  assert.match(
    await readFile(await download.path(), 'utf8'),
    /^# 雨后的菜市场[\s\S]+\[1\]: https:\/\/example\.org\/\n$/,
  )
  assert.deepEqual(problems, [])
})

test('a ZIP is written as chosen when it is asked for, with what was corrected', async () => {
  const { page, problems } = await browser.open()
  const legal = '版权归作者所有，未经授权不得转载。'
  await dropFiles(page, [
    ['一.html', pageOf(`${body}${link}`)],
    ['二.html', pageOf(`${body}${link}<p>${legal}</p>`, { title: '第二篇' })],
  ])
  await page.locator('#files-progress[hidden]').waitFor({ state: 'attached' })
  await page.getByRole('button', { name: 'View: 第二篇' }).click()
  await untilDone(page)
  await rerun(page, () => page.locator('.group button').click())
  await page.click('#again')
  await page.click('#files-options-toggle')
  await choose(page, 'Links', 'Left out', '#files-options')
  await choose(page, 'Front matter', 'None', '#files-options')
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('#files-zip')])
  const files = Object.values(unzipSync(await readFile(await download.path())))
  const [first, second] = files.map((bytes) => new TextDecoder().decode(bytes))
  for (const text of [first, second]) assert.match(text, /^# [\s\S]+见菜谱。\n/)
  assert.ok(second.includes(legal) && !first.includes(legal))
  assert.match(await page.locator('#files-list li').nth(1).textContent(), /Changed by you/)
  // Asked for twice at once, it is packed once.
  let count = 0
  page.on('download', () => count++)
  await choose(page, 'Links', 'In place', '#files-options')
  const again = page.waitForEvent('download')
  await page.locator('#files-zip').evaluate((button) => [button.click(), button.click()])
  const [text] = Object.values(unzipSync(await readFile(await (await again).path())))
  assert.match(new TextDecoder().decode(text), /\[菜谱\]\(https:/)
  await page.waitForTimeout(500)
  assert.equal(count, 1)
  await choose(page, 'Links', 'Left out', '#files-options')
  // The article that was looked at before is written so, too.
  await page.goForward()
  await page.locator('#title:focus').waitFor()
  await page.getByText('Written anew.').waitFor({ state: 'attached' })
  await page.click('#tab-markdown')
  assert.match(await code(page), /^# 第二篇[\s\S]+见菜谱。/)
  assert.deepEqual(problems, [])
})

test('without pictures the marks still stand where their pieces stood', async () => {
  const { page } = await browser.open()
  const figure = `<figure>${picture('b')}<figcaption>雨后的棚顶。</figcaption></figure>`
  const quote = `<blockquote><p>${picture('c')}</p></blockquote>`
  const prompt = '<p style="text-align: center;"><span leaf="">点击上方蓝字，关注我们，设为星标</span></p>'
  const end = '<p>长按识别二维码，关注街角记事</p>'
  await typeAndClean(
    page,
    pageOf(`${prompt}<p>${picture('a')}</p>${figure}${body}${quote}<p>${picture('d')}</p>${body}${end}`),
  )
  await untilDone(page)
  const order = () =>
    page
      .frameLocator('#preview')
      .locator('article > *')
      .evaluateAll((nodes) =>
        nodes.map((node) => (node.matches('.mark') ? 'mark' : node.textContent.trim().slice(0, 2))),
      )
  await articleText(page)
  const before = await order()
  await page.click('#options-toggle')
  await rerun(page, () => choose(page, 'Pictures', 'Left out'))
  assert.deepEqual(
    await order(),
    before.filter((text) => text !== ''),
  )
})

test('the options speak the other language at once', async () => {
  const { page } = await browser.open()
  await openSample(page)
  await page.click('#options-toggle')
  await rerun(page, () => choose(page, 'Links', 'Left out'))
  await page.click('#language')
  assert.equal(await page.locator('#options-toggle').textContent(), '选项无链接')
  assert.equal(await page.getByLabel('链接', { exact: true }).first().inputValue(), '不要')
})
