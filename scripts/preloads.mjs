// The modules of the page, named in index.html, so that a slow line brings them side by side and not level by level.

import { readFileSync, writeFileSync } from 'node:fs'
import { join, posix } from 'node:path'

const LINK = /^<link rel="modulepreload" href="([^"]+)">\n/gm
const ENTRY = 'main.js'

/** The modules that the entry of the folder `www` imports, and these in turn, by their paths from there. */
export function modulesOf(www) {
  const found = new Set([ENTRY])
  for (const path of found) {
    const text = readFileSync(join(www, path), 'utf8')
    for (const [, name] of text.matchAll(/^(?:import|export)\b[^'(]*'(\.{1,2}\/[^']+)'/gm)) {
      found.add(posix.join(posix.dirname(path), name))
    }
  }
  return [...found].filter((path) => path !== ENTRY).sort()
}

/** The modules that index.html names now. */
export const preloadsOf = (www) => [...indexOf(www).matchAll(LINK)].map(([, path]) => path)

/** Writes index.html of the folder `www` anew where it names others than there are. */
export function writePreloads(www) {
  const modules = modulesOf(www)
  if (String(preloadsOf(www)) === String(modules)) return
  const links = modules.map((path) => `<link rel="modulepreload" href="${path}">\n`).join('')
  const html = indexOf(www).replace(LINK, '').replace('<script type="module"', `${links}$&`)
  writeFileSync(join(www, 'index.html'), html)
}

const indexOf = (www) => readFileSync(join(www, 'index.html'), 'utf8')
