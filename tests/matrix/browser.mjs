// Opens pages of a folder in Chromium, and gives what they answer.

import { chromium } from 'playwright-core'
import { serve } from '../../scripts/server.mjs'

/** `ask(url)` opens an address and gives the page's `globalThis.answer`; `serve(folder)` gives a folder an address. */
export async function startBrowser() {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking']
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args })
  const servers = []
  return {
    name: `Chromium ${browser.version()}`,
    async serve(folder) {
      const server = await serve({ folder })
      servers.push(server)
      return server.url
    },
    async ask(url) {
      const page = await browser.newPage()
      const problems = []
      page.on('pageerror', (error) => problems.push(error.message))
      page.on('console', (message) => problems.push(message.text()))
      page.on('requestfailed', (request) => problems.push(`${request.url()}: ${request.failure()?.errorText}`))
      try {
        await page.goto(url)
        const answer = await page.waitForFunction('globalThis.answer', undefined, { timeout: 20_000 })
        return await answer.jsonValue()
      } catch (error) {
        throw new Error(`${url} gave no answer: ${problems.join('\n')}`, { cause: error })
      } finally {
        await page.close()
      }
    },
    async close() {
      await browser.close()
      for (const server of servers) await server.close()
    },
  }
}

/** A page that runs one script. */
export const html = ({ src, code = '', type = 'module', policy, head = '' }) => `<!DOCTYPE html><meta charset="utf-8">
${policy ? `<meta http-equiv="Content-Security-Policy" content="${policy}">` : ''}${head}
<title>test</title><script type="${type}"${src ? ` src="${src}"` : ''}>${code}</script>`
