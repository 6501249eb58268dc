// WebKitGTK's MiniBrowser, by WebKitWebDriver: plain WebDriver over HTTP, on a screen that no one sees.

import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { downloaded } from './download.mjs'
import { tabsOf } from './webdriver.mjs'

const commands = {
  act: ['POST', 'actions'],
  click: ['POST', 'element/{id}/click'],
  closeWindow: ['DELETE', 'window'],
  findElement: ['POST', 'element'],
  getWindow: ['GET', 'window'],
  getWindows: ['GET', 'window/handles'],
  goTo: ['POST', 'url'],
  newWindow: ['POST', 'window/new'],
  run: ['POST', 'execute/async'],
  switchWindow: ['POST', 'window'],
  type: ['POST', 'element/{id}/value'],
}

/** How long the browser may take to start, in milliseconds, and how often that is tried. */
const START = 15_000
const TRIES = 10

/**
 * Starts the browser; all but localhost is asked of `proxy`. `program` is MiniBrowser, which crashes at its start now and
 * then; the driver waits for it without end.
 */
export async function launch(options) {
  for (let tries = 1; ; tries++) {
    try {
      return await start(options)
    } catch (error) {
      if (tries === TRIES) throw error
      console.log(`WebKit did not start, which is tried again: ${error.message}`)
    }
  }
}

async function start({ program, proxy }) {
  const port = await freePort()
  const home = makeHome()
  const driver = spawn('xvfb-run', ['-a', 'WebKitWebDriver', `--port=${port}`], {
    env: { ...process.env, HOME: home, XDG_CONFIG_HOME: home },
    stdio: 'ignore',
    detached: true, // in a group of its own, so that the screen ends with the driver
  })
  const stop = async () => {
    const ended = new Promise((resolve) => driver.once('exit', resolve))
    process.kill(-driver.pid)
    await ended
    rmSync(home, { recursive: true, force: true, maxRetries: 5 })
  }
  const address = `http://127.0.0.1:${port}`
  const session = beginSession(address, program, new URL(proxy).host)
  const { sessionId, capabilities } = await session.catch(async (error) => {
    await stop()
    throw error
  })
  const send = (command, { id, ...parameters } = {}) => {
    const [method, path] = commands[command]
    return request(method, `${address}/session/${sessionId}/${path.replace('{id}', id)}`, parameters)
  }
  return {
    version: capabilities.browserVersion,
    open: await tabsOf(send, clickBookmark),
    download: (act) => downloaded(join(home, 'downloads'), act),
    async close() {
      await request('DELETE', `${address}/session/${sessionId}`)
      await stop()
    },
  }
}

async function beginSession(address, program, host) {
  await untilReady(`${address}/status`)
  const alwaysMatch = {
    proxy: { proxyType: 'manual', httpProxy: host, sslProxy: host, noProxy: ['localhost', '127.0.0.1'] },
    'webkitgtk:browserOptions': { binary: program, args: ['--automation'] },
  }
  return request('POST', `${address}/session`, { capabilities: { alwaysMatch } }, AbortSignal.timeout(START))
}

/** A home of its own, which says where downloads go. */
function makeHome() {
  const home = mkdtempSync(join(tmpdir(), 'webkit-'))
  mkdirSync(join(home, 'downloads'))
  writeFileSync(join(home, 'user-dirs.dirs'), 'XDG_DOWNLOAD_DIR="$HOME/downloads"\n')
  return home
}

/** Runs the script in a click: the driver opens no such address, and without a click no window is allowed. */
async function clickBookmark(tab, address) {
  await tab.run(
    (script) => {
      const button = document.createElement('button')
      button.id = 'stand-in'
      // The policy of WeChat allows this.
      const work = new Function(script)
      button.onclick = () => {
        button.remove()
        work()
      }
      document.body.prepend(button)
    },
    decodeURIComponent(address.replace('javascript:', '')),
  )
  await tab.click('#stand-in')
}

async function untilReady(address) {
  for (let waits = 0; waits < 200; waits++) {
    try {
      return await request('GET', address)
    } catch {
      await wait(50)
    }
  }
  throw new Error('WebKitWebDriver did not start')
}

async function request(method, address, body, signal) {
  const response = await fetch(address, { method, body: method === 'POST' ? JSON.stringify(body) : undefined, signal })
  const { value } = await response.json()
  if (!response.ok) throw new Error(value.message || value.error)
  return value
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}
