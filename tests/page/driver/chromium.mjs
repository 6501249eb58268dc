// Chromium, by playwright-core.

import { readFileSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { ARGS } from '../browser.mjs'

/** Starts the browser; all but localhost is asked of `proxy`. */
export async function launch({ program, proxy }) {
  const browser = await chromium.launch({ executablePath: program, args: ARGS })
  const context = await browser.newContext({ locale: 'en-US', proxy: { server: proxy, bypass: 'localhost' } })
  context.setDefaultTimeout(10_000)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  let downloading = () => {}

  function tabOf(page) {
    page.on('download', (download) => downloading(download))
    return {
      goTo: (url) => page.goto(url),
      run: (work, ...args) => page.evaluate(`(${work})(...${JSON.stringify(args)})`),
      click: (selector) => page.click(selector),
      press: (key) => page.keyboard.press(`Control+${key}`),
      choose: (selector, ...paths) => page.setInputFiles(selector, paths),
      clickBookmark: async (address) => {
        const session = await context.newCDPSession(page)
        await session.send('Page.navigate', { url: address, transitionType: 'auto_bookmark' })
      },
      opened: async (act) => {
        const [opened] = await Promise.all([context.waitForEvent('page'), act()])
        return tabOf(opened)
      },
      close: () => page.close(),
    }
  }

  return {
    version: browser.version(),
    open: async (url) => {
      const page = await context.newPage()
      await page.goto(url)
      return tabOf(page)
    },
    /** The file that `act` downloads. */
    download: async (act) => {
      const begun = new Promise((resolve) => {
        downloading = resolve
      })
      await act()
      const download = await begun
      return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') }
    },
    close: () => browser.close(),
  }
}
