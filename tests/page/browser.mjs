// Opens the page in Chromium and keeps watch: on its console, on its policy, and on every request it makes.

import { createServer } from 'node:http'
import { chromium } from 'playwright-core'
import { serve } from '../../scripts/server.mjs'

export const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Chromium asks its own service about anything that looks like a form.
  '--disable-features=AutofillServerCommunication',
]

/** What the test tool itself causes: when it looks into a frame that allows no scripts, or allows no service worker. */
const NOISE = /the document's frame is sandboxed and the 'allow-scripts'|Service Worker registration blocked/

/** Starts the server and the browser; `open(options)` gives a page, `close()` ends both. */
export async function startBrowser() {
  const server = await serve()
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ARGS })
  const elsewheres = []

  /** Opens the page. `problems` and `foreign` fill as things happen. */
  async function open({ before, ...options } = {}) {
    const elsewhere = await startElsewhere()
    elsewheres.push(elsewhere)
    const context = await browser.newContext({
      locale: 'en-US',
      viewport: { width: 1280, height: 800 },
      // It would take the requests that tests answer themselves; its own tests allow it.
      serviceWorkers: 'block',
      proxy: { server: elsewhere.url, bypass: 'localhost' },
      ...options,
    })
    context.setDefaultTimeout(10_000)
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await before?.(context)
    const problems = []
    const page = await context.newPage()
    page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`))
    page.on('dialog', (dialog) => {
      problems.push(`dialog: ${dialog.message()}`)
      dialog.dismiss()
    })
    page.on('console', (message) => {
      const isBad = message.type() === 'error' || message.type() === 'warning'
      if (isBad && !NOISE.test(message.text())) problems.push(`${message.type()}: ${message.text()}`)
    })
    await page.goto(server.url)
    await page.locator('#clean:not(:empty)').waitFor()
    return { context, page, problems, foreign: elsewhere.requests }
  }

  async function close() {
    await browser.close()
    for (const elsewhere of elsewheres) elsewhere.close()
    await server.close()
  }

  return { url: server.url, open, close }
}

/** Waits for the article to be shown. */
export const untilDone = (page) => page.locator('main[aria-busy="false"] #done:not([hidden])').waitFor()

/** Waits for an error to be shown, and gives its code. */
export async function untilFailed(page) {
  const failure = page.locator('main[aria-busy="false"] #failure:not([hidden])')
  await failure.waitFor()
  return failure.getAttribute('data-code')
}

/** Pastes as a browser does: an event with the clipboard's forms, each under its type. */
export function paste(page, forms) {
  return page.evaluate((given) => {
    const clipboardData = new DataTransfer()
    for (const [type, text] of Object.entries(given)) clipboardData.setData(type, text)
    const target = document.activeElement ?? document.body
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, forms)
}

/** Drops files, each given as its name and its text. */
export function dropFiles(page, files) {
  return page.evaluate((given) => {
    const dataTransfer = new DataTransfer()
    for (const [name, text] of given) dataTransfer.items.add(new File([text], name))
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
  }, files)
}

/** The text that the preview shows of the article, without the marks of what was set aside. */
export async function articleText(page) {
  const parts = page.frameLocator('#preview').locator('article > :not(.mark)')
  await parts.first().waitFor({ state: 'attached' })
  return (await parts.allTextContents()).join('\n')
}

/** Types source into the box and presses the button. */
export async function typeAndClean(page, source) {
  await page.fill('#source', source)
  await page.click('#clean')
}

/** Shows the sample article. */
export async function openSample(page) {
  await page.click('#sample')
  await untilDone(page)
}

/** Waits for a run that changes the result, caused by `act`. */
export async function rerun(page, act) {
  const before = await page.locator('#removed-list').evaluateHandle((list) => list.firstElementChild)
  await act()
  await page.waitForFunction((old) => !old.isConnected, before)
}

/**
 * Every other host there is: a proxy that answers any request itself and notes it as `{ url, referer }`.
 * It sees what frames and workers ask for too, which the test tool at times does not.
 */
export async function startElsewhere() {
  const requests = []
  const proxy = createServer(({ url, headers }, response) => {
    requests.push({ url, referer: headers.referer })
    response.writeHead(200, { 'Content-Type': 'text/html' }).end('elsewhere')
  })
  proxy.on('connect', ({ url }, socket) => {
    requests.push({ url })
    socket.end('HTTP/1.1 502 Elsewhere\r\n\r\n')
  })
  await new Promise((resolve) => proxy.listen(0, 'localhost', resolve))
  return {
    url: `http://localhost:${proxy.address().port}`,
    requests,
    close() {
      proxy.closeAllConnections()
      proxy.close()
    },
  }
}
