// Puts the one library that the page uses beside it: fflate, which packs the ZIP. It is loaded when it is needed.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { inRoot, readJson } from './run.mjs'
import { unlessUnchanged } from './stamp.mjs'

const folder = 'node_modules/fflate'

/** Writes www/vendor/fflate.js, its licence on top, unless it is there. */
export function vendor() {
  const inputs = ['package-lock.json', 'scripts/vendor.mjs']
  unlessUnchanged('vendor', { inputs, outputs: ['www/vendor/fflate.js'] }, () => {
    const { version } = readJson(folder, 'package.json')
    const licence = readFileSync(inRoot(folder, 'LICENSE'), 'utf8').trim()
    const code = readFileSync(inRoot(folder, 'esm', 'browser.js'), 'utf8')
    mkdirSync(inRoot('www', 'vendor'), { recursive: true })
    writeFileSync(inRoot('www', 'vendor', 'fflate.js'), `/*\nfflate ${version}\n\n${licence}\n*/\n${code}`)
  })
}
