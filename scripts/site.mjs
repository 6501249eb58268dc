// Makes what the page has beside its sources: the list of its files for the service worker, and the page as one file.

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inRoot } from './run.mjs'
import { singleFile } from './single-file.mjs'
import { vendor } from './vendor.mjs'

/** Files that are served and no part of the page at work. */
const apart = ['sw.js', 'pkg/files.js', 'pkg/wechat-article-cleaner.html']

/** Makes what is not there in www/, after the package: its library, its single file, and the list of its files. */
export async function buildSite() {
  const www = inRoot('www')
  vendor()
  writeFileSync(join(www, 'pkg', 'wechat-article-cleaner.html'), await singleFile(www))
  writeFileList(www)
}

/** Writes pkg/files.js of the folder `www`: its version, and each file with its hash. */
export function writeFileList(www) {
  const list = filesIn(www).filter((path) => !apart.includes(path))
  const files = Object.fromEntries(list.map((path) => [served(path), hash(readFileSync(join(www, path)))]))
  const version = hash(JSON.stringify(files)).slice(0, 16)
  const text = `// Made by scripts/site.mjs.
const version = '${version}'
const files = ${JSON.stringify(files, null, 2)}
`
  writeFileSync(join(www, 'pkg', 'files.js'), text)
}

/** The path under which a host serves a file: of the page itself, its folder. */
function served(path) {
  return path === 'index.html' ? './' : path
}

function hash(content) {
  return createHash('sha256').update(content).digest('base64')
}

/** All files of the folder `www`, by their paths from there. */
function filesIn(www, folder = '') {
  return readdirSync(join(www, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = folder + entry.name
      return entry.isDirectory() ? filesIn(www, `${path}/`) : [path]
    })
    .sort()
}
