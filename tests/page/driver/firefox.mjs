// Firefox, by Marionette: the protocol that it speaks itself on a socket, so that no driver is needed beside it.

import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { downloaded } from './download.mjs'
import { tabsOf } from './webdriver.mjs'

const commands = {
  act: 'WebDriver:PerformActions',
  click: 'WebDriver:ElementClick',
  closeWindow: 'WebDriver:CloseWindow',
  findElement: 'WebDriver:FindElement',
  getWindow: 'WebDriver:GetWindowHandle',
  getWindows: 'WebDriver:GetWindowHandles',
  goTo: 'WebDriver:Navigate',
  newWindow: 'WebDriver:NewWindow',
  run: 'WebDriver:ExecuteAsyncScript',
  switchWindow: 'WebDriver:SwitchToWindow',
  type: 'WebDriver:ElementSendKeys',
}

/** Starts the browser; all but localhost is asked of `proxy`. */
export async function launch({ program, proxy }) {
  const folder = mkdtempSync(join(tmpdir(), 'firefox-'))
  const downloads = join(folder, 'downloads')
  mkdirSync(downloads)
  const { hostname, port } = new URL(proxy)
  writePreferences(folder, {
    'browser.download.dir': downloads,
    'browser.download.folderList': 2,
    'intl.accept_languages': 'en-US',
    'marionette.port': 0,
    'media.gmp-manager.updateEnabled': false,
    'media.gmp-provider.enabled': false,
    'network.proxy.http': hostname,
    'network.proxy.http_port': Number(port),
    'network.proxy.ssl': hostname,
    'network.proxy.ssl_port': Number(port),
    'network.proxy.type': 1,
  })
  const args = ['--headless', '--marionette', '--remote-allow-system-access', '--no-remote', '--profile', folder]
  const browser = spawn(program, args, { stdio: 'ignore' })
  const { send, end } = speak(await portOf(folder))
  const { capabilities } = await send('WebDriver:NewSession', { capabilities: {} })

  /** From the browser's own window, as it opens bookmarks: no page's policy binds that. */
  async function clickBookmark(tab, address) {
    await tab.run(() => {}) // so that it is the one in front
    await send('Marionette:SetContext', { value: 'chrome' })
    const script = `gBrowser.selectedBrowser.loadURI(Services.io.newURI(arguments[0]), {
      triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal(),
    })`
    await send('WebDriver:ExecuteScript', { script, args: [address] })
    await send('Marionette:SetContext', { value: 'content' })
  }

  return {
    version: capabilities.browserVersion,
    open: await tabsOf((command, parameters) => send(commands[command], parameters), clickBookmark),
    download: (act) => downloaded(downloads, act),
    async close() {
      const ended = new Promise((resolve) => browser.once('exit', resolve))
      await send('Marionette:Quit', { flags: ['eForceQuit'] })
      end()
      await ended
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

function writePreferences(folder, preferences) {
  const lines = Object.entries(preferences).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});\n`)
  writeFileSync(join(folder, 'user.js'), lines.join(''))
}

/** The port that Firefox writes into its profile once it listens. */
async function portOf(folder) {
  const path = join(folder, 'MarionetteActivePort')
  for (let waits = 0; waits < 600; waits++) {
    const port = existsSync(path) && Number(readFileSync(path, 'utf8'))
    if (port) return port
    await wait(50)
  }
  throw new Error('Firefox did not start')
}

/** Messages are `length:json`: a command `[0, id, name, parameters]`, its answer `[1, id, error, result]`. */
function speak(port) {
  const socket = connect(port, '127.0.0.1')
  const waiting = new Map()
  let last = 0
  let received = Buffer.alloc(0)
  socket.on('data', (chunk) => {
    received = Buffer.concat([received, chunk])
    for (;;) {
      const colon = received.indexOf(':')
      const end = colon + 1 + Number(received.subarray(0, colon))
      if (colon < 0 || received.length < end) return
      settle(JSON.parse(received.subarray(colon + 1, end)))
      received = received.subarray(end)
    }
  })

  function settle(message) {
    if (!Array.isArray(message)) return // its greeting
    const [, id, error, result] = message
    const { resolve, reject } = waiting.get(id)
    waiting.delete(id)
    if (error) reject(new Error(error.message))
    else resolve(result !== null && Object.keys(result).join() === 'value' ? result.value : result)
  }

  function send(name, parameters = {}) {
    return new Promise((resolve, reject) => {
      const id = ++last
      waiting.set(id, { resolve, reject })
      const text = JSON.stringify([0, id, name, parameters])
      socket.write(`${Buffer.byteLength(text)}:${text}`)
    })
  }

  return { send, end: () => socket.destroy() }
}
