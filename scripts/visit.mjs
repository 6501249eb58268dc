// What a visit to the page costs: `npm run visit -- page.html` prints what a first visit loads, as it is and in brotli, and
// the time from a paste of that page to its Markdown, in Chromium. It measures what `npm run build` made.

import { readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { paste, startBrowser, untilDone } from '../tests/page/browser.mjs'
import { findBrowsers } from './browsers.mjs'
import { main, Problem } from './run.mjs'

const N_PASTES = 7

main(async () => {
  const path = process.argv[2]
  if (!path) throw new Problem('A page to paste is missing: npm run visit -- page.html')
  const { CHROMIUM } = findBrowsers().env
  if (!CHROMIUM) throw new Problem('Chromium is missing. CHROMIUM may name its program.')
  process.env.CHROMIUM = CHROMIUM
  const browser = await startBrowser()
  try {
    const loaded = new Map()
    const keep = (response) => loaded.set(response.url(), response.body())
    const before = (context) => context.on('response', keep)
    const { context, page } = await browser.open({ before })
    await page.waitForLoadState('networkidle')
    context.off('response', keep)
    const bodies = await Promise.all(loaded.values())
    const sum = (sizes) => sizes.reduce((all, size) => all + size, 0).toLocaleString('en')
    const raw = sum(bodies.map((body) => body.length))
    const packed = sum(bodies.map((body) => brotliCompressSync(body).length))
    console.log(`First visit: ${bodies.length} files, ${raw} bytes, ${packed} in brotli`)

    const text = readFileSync(path, 'utf8')
    await page.getByRole('button', { name: 'Try a sample' }).click()
    await untilDone(page)
    await page.getByRole('tab', { name: 'Markdown' }).click()
    const times = []
    for (let n = 0; n < N_PASTES; n++) {
      await page.reload()
      await page.waitForLoadState('networkidle')
      const start = performance.now()
      await paste(page, { 'text/plain': text })
      await untilDone(page)
      times.push(performance.now() - start)
    }
    times.sort((a, b) => a - b)
    const [least, middle, most] = [times[0], times[N_PASTES >> 1], times.at(-1)].map(Math.round)
    console.log(`From paste to Markdown, ${text.length} characters: ${middle} ms (${least} to ${most})`)
  } finally {
    await browser.close()
  }
})
