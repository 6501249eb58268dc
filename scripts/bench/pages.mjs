// The pages that are measured: three of the corpus where it is, else made-up ones of the same size and shape.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { inRoot } from '../run.mjs'

const kinds = [
  // Of the corpus' pages of today's form, the one in the middle by time.
  { name: "a page of today's", corpus: 'html/h011', article: 50_000, script: 3_000_000 },
  { name: 'the longest article among these', corpus: 'html/h012', article: 300_000, script: 3_300_000 },
  { name: 'a smaller page', corpus: 'html/h019', article: 120_000, script: 70_000 },
]

/** What is measured: `{ name, html, path }`, where `path` is a file that holds the same. */
export function pages() {
  return kinds.map(({ name, corpus, article, script }, index) => {
    const packed = inRoot('..', 'shared', 'corpus', `${corpus}.html.gz`)
    const isThere = existsSync(packed)
    const html = isThere ? gunzipSync(readFileSync(packed)).toString() : madeUpPage(article, script)
    const path = inRoot('target', 'bench', `page-${index}.html`)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, html)
    return { name: `${name} (${isThere ? corpus : 'made up'})`, html, path }
  })
}

/** A page with so many bytes of article, markup included, and so many of script. */
export function madeUpPage(article, script) {
  const paragraph =
    '<section style="margin: 0px 8px; line-height: 1.75em; font-size: 15px; color: rgb(63, 63, 63);"><p>' +
    '<span leaf="">春天到了，山上的茶树发了新芽，采茶人天不亮就出门。</span></p></section>\n'
  const size = Buffer.byteLength(paragraph)
  const line = 'function () { return a < b ? "</p>" : 1 }; '
  // Real ones have some fifteen long scripts.
  const code = `<script>var data = ${JSON.stringify(line.repeat(Math.ceil(script / 16 / line.length)))}</script>\n`
  const half = code.repeat(8)
  return `<!DOCTYPE html><html><head><meta property="og:title" content="山间来信">${half}</head>
    <body><h1 id="activity-name">山间来信</h1><a id="js_name" href="https://mp.weixin.qq.com/">小镇读书会</a>
    <div id="js_content" style="visibility: hidden">${paragraph.repeat(Math.ceil(article / size))}</div>${half}</body></html>`
}
