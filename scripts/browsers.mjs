// Finds the browsers for the tests of the page, and installs them where that is one command.

import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { output, Problem, run } from './run.mjs'

/** The browsers, with the environment variable that may name the program of each, and how Debian calls them. */
const browsers = {
  Chromium: { variable: 'CHROMIUM', find: findChromium, packages: ['chromium'] },
  Firefox: { variable: 'FIREFOX', find: findFirefox, packages: ['firefox-esr'] },
  WebKit: { variable: 'WEBKIT', find: findWebKit, packages: ['webkit2gtk-driver', 'xvfb', 'xauth'] },
}

/** The environment that tells the tests of the page where the browsers are, and a line for each that is missing. */
export function findBrowsers() {
  const env = {}
  const missing = []
  for (const [name, { variable, find }] of Object.entries(browsers)) {
    const program = process.env[variable] || find()
    if (program) env[variable] = program
    else missing.push(`${name} is missing, so the page is not tested in it. ${variable} may name its program.`)
  }
  return { env, missing }
}

/**
 * Installs what is missing, where the system is Debian's kind and we may: Chromium, which most tests want, and with
 * `BROWSERS=all` the others too. Then all must be there.
 */
export function provideBrowsers() {
  const wantsAll = process.env.BROWSERS === 'all'
  const wanted = Object.values(browsers).slice(0, wantsAll ? undefined : 1)
  const packages = wanted.flatMap(({ variable, find, packages }) => (process.env[variable] || find() ? [] : packages))
  if (packages.length > 0 && process.getuid?.() === 0 && output('apt-get', ['--version'])) {
    console.log(`Installing ${packages.join(', ')} and a Chinese font for the tests of the page.`)
    run('apt-get', ['update'])
    // Without a Chinese font the pictures of the page are full of boxes.
    run('apt-get', ['install', '-y', '--no-install-recommends', ...packages, 'fonts-noto-cjk'], {
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    })
  }
  const { missing } = findBrowsers()
  if (wantsAll && missing.length > 0) throw new Problem(missing.join('\n'))
}

function findChromium() {
  const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge']
  return (
    inPath(commands) ??
    firstOf([
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    ])
  )
}

function findFirefox() {
  return (
    inPath(['firefox-esr', 'firefox']) ??
    firstOf(['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'])
  )
}

/** WebKitGTK's own small browser, where its driver and a screen for it are there too. */
function findWebKit() {
  if (!inPath(['WebKitWebDriver']) || !inPath(['xvfb-run'])) return null
  const folders = ['/usr/libexec', '/usr/lib', ...foldersIn('/usr/lib')]
  const inThem = folders.flatMap((folder) => foldersIn(folder).filter((path) => path.includes('/webkit2gtk-')))
  return firstOf(inThem.map((folder) => join(folder, 'MiniBrowser')))
}

function foldersIn(folder) {
  if (!existsSync(folder)) return []
  const entries = readdirSync(folder, { withFileTypes: true })
  return entries.filter((entry) => entry.isDirectory()).map((entry) => join(folder, entry.name))
}

function inPath(commands) {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return firstOf(commands.flatMap((name) => folders.map((folder) => join(folder, name))))
}

function firstOf(paths) {
  return paths.find((path) => existsSync(path)) ?? null
}
