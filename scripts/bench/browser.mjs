import { writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { findBrowsers } from '../browsers.mjs'
import { inRoot } from '../run.mjs'
import { serve } from '../server.mjs'

/** Times in Chromium, or null where there is none. Everything but the floor and the parser alone gives Markdown. */
export async function timeInBrowser({ path }, rounds) {
  const executablePath = findBrowsers().env.CHROMIUM
  if (!executablePath) {
    console.log('\nChromium is not here: not timed there.')
    return null
  }
  const { chromium } = await import('playwright-core')
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  const server = await serve({ folder: inRoot() })
  try {
    const page = await browser.newPage()
    writeFileSync(inRoot('target', 'bench', 'empty.html'), '<!DOCTYPE html><title>Bench</title>')
    await page.goto(`${server.url}target/bench/empty.html`)
    await page.addScriptTag({ url: '/node_modules/@mozilla/readability/Readability.js' })
    await page.addScriptTag({ url: '/node_modules/turndown/dist/turndown.js' })
    return await page.evaluate(timeHere, { source: `/${relative(inRoot(), path)}`, rounds })
  } finally {
    await browser.close()
    await server.close()
  }
}

/* global Readability, TurndownService */
/** Runs in the page, and so can name nothing outside of it. */
async function timeHere({ source, rounds }) {
  const html = await (await fetch(source)).text()
  const { init, clean } = await import('/dist/slim.js')
  const { inTurns } = await import('/scripts/bench/time.mjs')
  await init('/dist/core.wasm')
  const encoder = new TextEncoder()
  const memory = new Uint8Array(html.length * 3)
  const parse = (html) => new DOMParser().parseFromString(html, 'text/html')
  const contenders = {
    'wechat-article-cleaner': (html) => clean(html).markdown,
    'floor: encodeInto': (html) => encoder.encodeInto(html, memory),
    'DOMParser alone': parse,
    'DOMParser, #js_content, Turndown'(html) {
      return new TurndownService().turndown(parse(html).querySelector('#js_content')?.innerHTML ?? '')
    },
    'DOMParser, Readability, Turndown'(html) {
      return new TurndownService().turndown(new Readability(parse(html)).parse()?.content ?? '')
    },
  }
  return inTurns(contenders, html, rounds)
}
