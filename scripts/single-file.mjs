// The page with all its parts in one HTML file, which opens from a disk.
//
// Pages on a disk may load no module, worker or WebAssembly beside them. So the modules become one script, and each file
// that they name by `new URL('./name', import.meta.url)` becomes an address that holds the file itself. Scripts and styles
// are allowed by their hashes, and what connects may reach such addresses only: the policy has no host in it.

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Problem } from './run.mjs'
import { contentType } from './server.mjs'

/** The page in the folder `www` as one HTML document. */
export async function singleFile(www) {
  const html = readFileSync(join(www, 'index.html'), 'utf8')
  const styles = []
  const script = await bundle(www, 'main.js')
  const page = html
    // Links to what stands beside the page on a host.
    .replace(/^.*data-web-only.*\n/gm, '')
    .replace(/<link rel="stylesheet" href="([^"]+)">/g, (_, name) => {
      styles.push(readFileSync(join(www, name), 'utf8'))
      return `<style>${styles.at(-1)}</style>`
    })
    .replace(/ (src|href)="([\w/-]+\.svg)"/g, (_, attribute, name) => ` ${attribute}="${dataUrl(www, name)}"`)
    .replace('<script type="module" src="main.js"></script>\n', '')
    .replace('</body>', () => `<script type="module">${script}</script>\n</body>`)
    .replace(/(Content-Security-Policy" content=")([^"]+)/, (_, before, policy) => {
      const own = { 'script-src': [hash(script), "'wasm-unsafe-eval'"], 'style-src': [...styles.map(hash), 'data:'] }
      return before + policyOf(policy, { ...own, 'connect-src': ['data:'], 'worker-src': ['blob:'] })
    })
  const left = page.match(/<(?:script|link|img)[^>]*\s(?:src|href)="(?!data:)[^"]*"/)
  if (left) throw new Problem(`scripts/single-file.mjs: the single file would load ${left[0]}`)
  return page
}

/** The modules from `entry` on as one script. */
async function bundle(www, entry) {
  // Imported only now: on a fresh clone the packages are installed after this module is loaded.
  const { build } = await import('esbuild')
  const { outputFiles, warnings } = await build({
    entryPoints: [join(www, entry)],
    bundle: true,
    format: 'iife',
    minify: true,
    charset: 'utf8',
    legalComments: 'inline',
    write: false,
    plugins: [{ name: 'files', setup: (build) => inlineFiles(build, www) }],
  })
  if (warnings.length > 0) throw new Problem(`scripts/single-file.mjs: ${entry}: ${warnings[0].text}`)
  return outputFiles[0].text
}

function inlineFiles(build, www) {
  // A file on a disk is there without a network.
  build.onLoad({ filter: /offline\.js$/ }, () => ({ contents: 'export const workOffline = () => {}' }))
  build.onLoad({ filter: /\.js$/ }, async ({ path }) => {
    let contents = readFileSync(path, 'utf8')
    // A worker becomes a plain script: Chromium starts no module from a page on a disk.
    for (const [whole, name] of contents.matchAll(
      /new URL\('\.\/([^']+)', import\.meta\.url\)(?:, \{ type: 'module' \})?/g,
    )) {
      contents = contents.replace(whole, await addressOf(www, name))
    }
    return { contents }
  })
}

/** An expression that gives the address of a file of `www`. */
async function addressOf(www, name) {
  if (name.endsWith('.js')) {
    const script = JSON.stringify(await bundle(www, name))
    return `URL.createObjectURL(new Blob([${script}], { type: 'text/javascript' }))`
  }
  // A folder is what the sample's pictures are in, which are in the sample already.
  return name.endsWith('/') ? "new URL('about:blank')" : `new URL(${JSON.stringify(dataUrl(www, name))})`
}

function dataUrl(www, name) {
  const content =
    name.startsWith('sample/') && name.endsWith('.html') ? sample(www, name) : readFileSync(join(www, name))
  return `data:${contentType(name).replace(' ', '')};base64,${content.toString('base64')}`
}

/** The sample article with its pictures in it. */
function sample(www, name) {
  const text = readFileSync(join(www, name), 'utf8')
  return Buffer.from(text.replace(/\{base\}([\w.-]+)/g, (_, picture) => dataUrl(www, `sample/${picture}`)))
}

function policyOf(policy, own) {
  const directives = policy.split('; ').map((directive) => {
    const [name, ...sources] = directive.split(' ')
    return [name, ...(own[name] ?? sources.filter((source) => source !== "'self'"))].join(' ')
  })
  return directives.join('; ')
}

function hash(text) {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}
