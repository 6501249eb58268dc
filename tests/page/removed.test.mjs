// What was set aside: its marks in the preview, the way back and its undoing, what is remembered.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { body, pageOf } from './articles.mjs'
import { articleText, openSample, rerun, startBrowser, typeAndClean, untilDone } from './browser.mjs'

let browser
before(async () => {
  browser = await startBrowser()
})
after(() => browser.close())

const frameOf = (page) => page.frameLocator('#preview')
const memory = (page) => page.evaluate(() => JSON.parse(localStorage.getItem('wechat-article-cleaner')))

test('each mark stands where its piece stood', async () => {
  const { page, problems } = await browser.open()
  const prompt = '<p style="text-align: center;"><span leaf="">点击上方蓝字，关注我们，设为星标</span></p>'
  const end = '<p><span leaf="">— END —</span></p><p><span leaf="">喜欢这篇文章，就点个“在看”吧</span></p>'
  // A blank block, a card and a table between them: one block is not always one element.
  const middle = `<p><br></p><table><tbody><tr><td>甲</td><td>乙</td></tr><tr><td>一</td><td>二</td></tr></tbody></table>`
  await typeAndClean(page, pageOf(`${prompt}${body}${middle}${body.replaceAll('雨', '雪')}${end}`))
  await untilDone(page)
  const order = await frameOf(page)
    .locator('article > *')
    .evaluateAll((nodes) => nodes.map((node) => (node.matches('.mark') ? 'mark' : node.tagName)))
  assert.deepEqual(order, ['HEADER', 'mark', 'P', 'P', 'P', 'TABLE', 'P', 'P', 'P', 'mark'])
  assert.match(await frameOf(page).locator('.mark').first().textContent(), /Follow prompts.*关注我们/)
  assert.match(await frameOf(page).locator('.mark').last().textContent(), /2 set aside.*END.*在看/)
  assert.deepEqual(problems, [])
})

test('of very many pieces the first are listed, and the number of the others', async () => {
  const { page, problems } = await browser.open()
  const prompts = '<p>长按识别二维码，关注我们</p>'.repeat(2500)
  await typeAndClean(page, pageOf(body + prompts))
  await untilDone(page)
  assert.equal(await page.locator('#removed-title .count').textContent(), '2500')
  assert.equal(await page.locator('#removed-list li .piece').count(), 2000)
  await page.getByText('And 500 more').waitFor()
  assert.deepEqual(problems, [])
})

test('a click on a mark puts the piece back in its place, another takes it out again', async () => {
  const { page, problems } = await browser.open()
  await openSample(page)
  const choice = frameOf(page).locator('.mark').first().locator('.choice summary')
  assert.equal(await choice.getAttribute('aria-label'), 'Put back: 点击上方蓝字，关注我们，设为星标')
  await rerun(page, () => choice.click())
  assert.match(await articleText(page), /关注我们/)
  assert.match(await frameOf(page).locator('.mark').first().textContent(), /^\s*Kept/)
  assert.ok(await choice.evaluate((summary) => summary === summary.ownerDocument.activeElement), 'the keyboard stays')
  await rerun(page, () => page.keyboard.press('Enter'))
  assert.doesNotMatch(await articleText(page), /关注我们/)
  assert.deepEqual(problems, [])
})

test('several pieces in one place are one mark, which stays open while they are chosen', async () => {
  const { page } = await browser.open()
  await openSample(page)
  const group = frameOf(page).locator('details.mark')
  assert.equal(await group.locator('.line').first().isVisible(), false)
  await group.locator('> summary').click()
  await rerun(page, () => group.locator('.line', { hasText: '版权归作者' }).locator('.choice summary').click())
  assert.match(await articleText(page), /未经授权/)
  assert.ok(await group.last().locator('.line').first().isVisible())
})

test('pictures that are shown already are not loaded again by a choice', async () => {
  const { page } = await browser.open()
  await openSample(page)
  const picture = frameOf(page).locator('figure img').first()
  await picture.evaluate((image) => {
    image.ownerDocument.seen = image
  })
  await rerun(page, () => frameOf(page).locator('.choice summary').first().click())
  assert.ok(await picture.evaluate((image) => image.ownerDocument.seen === image))
})

test('a click on a listed piece shows its place', async () => {
  const { page } = await browser.open()
  await openSample(page)
  await page.click('#tab-json')
  await page.locator('.group[data-category=legal] .piece').click()
  assert.equal(await page.getAttribute('#tab-preview', 'aria-selected'), 'true')
  const line = frameOf(page).locator('.line', { hasText: '版权归作者' })
  assert.ok(await line.isVisible())
  await page.waitForFunction(() => {
    const { contentDocument, clientHeight } = document.getElementById('preview')
    const { top } = contentDocument.querySelector('.line.shown').getBoundingClientRect()
    return top > 0 && top < clientHeight
  })
})

test('choices are undone one by one, by button and by key', async () => {
  const { page, problems } = await browser.open()
  await openSample(page)
  const kept = () => page.locator('.group .mark').count()
  assert.ok(await page.locator('#undo').isHidden())
  await rerun(page, () => page.locator('.group[data-category=legal] button').click())
  await rerun(page, () => page.getByRole('switch', { name: 'Other articles' }).click())
  const both = await kept()
  await rerun(page, () => page.click('#undo'))
  assert.equal(await kept(), 1)
  assert.ok(both > 1)
  await rerun(page, () => page.keyboard.press('Control+z'))
  assert.equal(await kept(), 0)
  assert.ok(await page.locator('#undo').isHidden())
  await page.keyboard.press('Control+z')
  // From within the preview too.
  await rerun(page, () => frameOf(page).locator('.choice summary').first().click())
  await rerun(page, () => page.keyboard.press('Control+z'))
  assert.equal(await kept(), 0)
  assert.deepEqual(problems, [])
})

test('Ctrl+Z in the box is the box’s own', async () => {
  const { page } = await browser.open()
  await page.locator('#source').pressSequentially('abc')
  await page.keyboard.press('Control+z')
  assert.notEqual(await page.inputValue('#source'), 'abc')
})

test('a category is kept whole in this article alone', async () => {
  const { page } = await browser.open()
  await openSample(page)
  await rerun(page, () => page.getByRole('switch', { name: 'Keep all of “Other articles”' }).click())
  assert.match(await articleText(page), /桥洞下的理发师/)
  await page.click('#again')
  await openSample(page)
  assert.ok(!(await page.getByRole('switch', { name: 'Keep all of “Other articles”' }).isChecked()))
  assert.doesNotMatch(await articleText(page), /桥洞下的理发师/)
  assert.deepEqual((await memory(page)).keep, [])
})

test('a category kept in every article is kept in others and on other days, which is told', async () => {
  const { page } = await browser.open()
  const always = page.getByRole('switch', { name: 'Other articles', exact: true })
  const told = page.getByText('as you keep it in every article: Other articles.')
  await openSample(page)
  await page.locator('.other summary').click()
  assert.equal(await page.locator('.other').getByRole('switch').count(), 11)
  await rerun(page, () => always.click())
  assert.match(await articleText(page), /桥洞下的理发师/)
  // Undone, it is forgotten too.
  await rerun(page, () => page.click('#undo'))
  assert.deepEqual((await memory(page)).keep, [])
  await rerun(page, () => always.click())
  assert.ok(await page.locator('.other').evaluate((details) => details.open))
  await page.reload()
  await openSample(page)
  await told.waitFor()
  assert.match(await articleText(page), /桥洞下的理发师/)
  // This one article may differ.
  await rerun(page, () => page.getByRole('switch', { name: 'Keep all of “Other articles”' }).click())
  assert.doesNotMatch(await articleText(page), /桥洞下的理发师/)
  assert.ok(await told.isHidden())
  assert.deepEqual((await memory(page)).keep, ['related'])
  // An article that has nothing of it says nothing, and still has the switch.
  await page.click('#again')
  await typeAndClean(page, pageOf(body))
  await untilDone(page)
  assert.ok(await told.isHidden())
  await page.locator('.other summary').click()
  await rerun(page, () => always.click())
  assert.deepEqual((await memory(page)).keep, [])
})

test('two tabs add to each other’s memory', async () => {
  const { context, page } = await browser.open()
  await openSample(page)
  const other = await context.newPage()
  await other.goto(browser.url)
  await other.locator('#clean:not(:empty)').waitFor()
  await openSample(other)
  for (const [tab, category] of [
    [page, 'related'],
    [other, 'legal'],
  ]) {
    await tab.locator('.other summary').click()
    await rerun(tab, () => tab.click(`#always-${category}`))
  }
  await page.click('#tab-text')
  await other.locator('#remote').uncheck()
  const { keep, format, remote } = await memory(page)
  assert.deepEqual({ keep, format, remote }, { keep: ['related', 'legal'], format: 'text', remote: false })
  // What one tab keeps in every article, the next article in the other has.
  await page.click('#again')
  await openSample(page)
  await page.getByText('Other articles and Legal notices').waitFor()
})

test('the format and the pictures are remembered; of the article nothing is', async () => {
  const { page } = await browser.open()
  await openSample(page)
  await page.locator('#remote').uncheck()
  await page.click('#tab-text')
  await page.reload()
  await openSample(page)
  assert.equal(await page.getAttribute('#tab-text', 'aria-selected'), 'true')
  assert.deepEqual(await memory(page), {
    version: 1,
    language: null,
    format: 'text',
    keep: [],
    remote: false,
    zip: ['md'],
    frontMatter: true,
    links: 'inline',
    images: 'link',
  })
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), ['wechat-article-cleaner'])
})

for (const [what, stored] of [
  ['of another version', '{"version":0,"format":"text","keep":["share"]}'],
  ['broken', '{"version":1,"form'],
  ['of other types', '{"version":1,"language":"xx","format":7,"keep":["nonsense"],"remote":"no","zip":null}'],
]) {
  test(`what is remembered is not trusted: ${what}`, async () => {
    const { page, problems } = await browser.open({
      before: (context) =>
        context.addInitScript((text) => {
          if (top === self) localStorage.setItem('wechat-article-cleaner', text)
        }, stored),
    })
    await openSample(page)
    assert.equal(await page.getAttribute('#tab-preview', 'aria-selected'), 'true')
    assert.ok(await page.locator('#remote').isChecked())
    assert.deepEqual(problems, [])
  })
}

test('a picture that was set aside is seen in the list, while pictures from the web are on', async () => {
  const host = 'https://mmbiz.qpic.cn/mmbiz_png'
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8"/></svg>'
  const { page } = await browser.open({
    before: (context) =>
      context.route(`${host}/**`, (route) =>
        route.request().url().includes('gone')
          ? route.abort()
          : route.fulfill({ body: drawing, contentType: 'image/svg+xml' }),
      ),
  })
  const picture = (name) => `<p><img data-src="${host}/${name}/640" data-w="600" data-ratio="1"></p>`
  const end = `<p>长按识别二维码，关注街角记事</p>${picture('a')}<p>扫码进群</p>${picture('b')}<p>扫码加好友</p>${picture('gone')}`
  await typeAndClean(page, pageOf(body + end))
  await untilDone(page)
  const seen = page.locator('.group .thumbnail')
  await page.waitForFunction(() => document.querySelectorAll('.group .thumbnail').length === 2)
  for (const image of await seen.all()) {
    assert.equal(await image.getAttribute('referrerpolicy'), 'no-referrer')
    await image.scrollIntoViewIfNeeded()
    assert.ok(await image.evaluate((node) => node.decode().then(() => node.naturalWidth > 0)))
    assert.deepEqual(await image.evaluate(({ offsetWidth, offsetHeight }) => [offsetWidth, offsetHeight]), [48, 48])
  }
  await page.locator('#remote').uncheck()
  assert.equal(await seen.count(), 0)
})

test('no two choices in the list have the same name', async () => {
  const { page } = await browser.open()
  const picture = '<p><img data-src="https://mmbiz.qpic.cn/mmbiz_png/x/640" data-w="600" data-ratio="1"></p>'
  await typeAndClean(page, pageOf(`${body}<p>长按识别二维码，关注街角记事</p>${picture}<p>扫码进群</p>${picture}`))
  await untilDone(page)
  const names = await page.locator('.group li button').evaluateAll((all) => all.map(({ ariaLabel }) => ariaLabel))
  assert.equal(new Set(names).size, names.length, names.join(', '))
  assert.ok(names.includes('Put back: 1 picture (no. 2)'), names.join(', '))
})

test('what the core is unsure about comes first', async () => {
  const { page } = await browser.open()
  await openSample(page)
  await page.click('#tab-json')
  const unsure = JSON.parse(await page.locator('#code').textContent()).removed.filter(({ uncertain }) => uncertain)
  const first = page.locator('.group').first()
  assert.equal(await first.getAttribute('data-category'), unsure.length > 0 ? 'uncertain' : 'related')
})

test('uncertain pieces come first, whatever their category', async () => {
  const { page } = await browser.open()
  await openSample(page)
  const listed = await page.evaluate(async () => {
    const { renderRemoved } = await import('/removed.js')
    const piece = { rule: 'x/y', reason: 'is a test', images: [], position: 0 }
    const removed = [
      { ...piece, id: 1, category: 'related', text: 'sure', uncertain: false },
      { ...piece, id: 2, category: 'decor', text: 'unsure', uncertain: true },
      { ...piece, id: 3, category: 'related', text: 'without the field' },
    ]
    const list = document.createElement('div')
    renderRemoved(list, { removed, restored: [] }, { kept: new Set(), always: new Set() })
    return [...list.querySelectorAll('.group')].map((group) => [
      group.dataset.category,
      [...group.querySelectorAll('.piece-text')].map((text) => text.textContent),
    ])
  })
  assert.deepEqual(listed, [
    ['uncertain', ['unsure']],
    ['related', ['sure', 'without the field']],
  ])
})

test('the outline leads to the headings', async () => {
  const { page } = await browser.open({ viewport: { width: 1280, height: 700 } })
  await openSample(page)
  assert.deepEqual(await page.locator('#outline-list button').allTextContents(), ['先想好记什么', '数出来的结果'])
  await page.click('#tab-markdown')
  await page.locator('#outline-list button').last().click()
  await page.waitForFunction(() => {
    const { contentDocument, clientHeight } = document.getElementById('preview')
    const { top } = contentDocument.querySelectorAll('h2')[1].getBoundingClientRect()
    return top >= 0 && top < clientHeight / 2
  })
  await page.click('#again')
  await typeAndClean(page, pageOf(body))
  await untilDone(page)
  assert.ok(await page.locator('#outline').isHidden(), 'without headings there is none')
})
