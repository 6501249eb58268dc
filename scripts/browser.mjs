// Finds a Chromium for the tests of the page, and installs one where that is one command.

import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { output, Problem, run } from './run.mjs'

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge']
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** The path of a Chromium: `CHROMIUM` where it is set, else the first that is installed, else null. */
export function findBrowser() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM
  const folders = (process.env.PATH ?? '').split(delimiter)
  const inPath = commands.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...inPath, ...applications].find((path) => existsSync(path)) ?? null
}

/** The path of a Chromium, installed first where the system is Debian's kind and we may. */
export function requireBrowser() {
  const found = findBrowser()
  if (found) return found
  if (process.getuid?.() === 0 && output('apt-get', ['--version'])) {
    console.log('Installing Chromium and a Chinese font for the tests of the page.')
    run('apt-get', ['update'])
    // Without a Chinese font the pictures of the page are full of boxes.
    run('apt-get', ['install', '-y', 'chromium', 'fonts-noto-cjk'], { env: { DEBIAN_FRONTEND: 'noninteractive' } })
  }
  const installed = findBrowser()
  if (installed) return installed
  throw new Problem(`Chromium is missing, which the tests of the page need. Install it:
  Debian, Ubuntu   sudo apt-get install chromium
  macOS            brew install --cask chromium
or set CHROMIUM to the path of a Chromium or Chrome.`)
}
