// Times `clean` in Node beside what one would use otherwise, in the same run on the same page.

import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { build } from './package.mjs'
import { inRoot, main } from './run.mjs'
import { setUp } from './setup.mjs'

const rounds = { warmUp: 5, timed: 31 }

main(async () => {
  setUp()
  build()
  const page = readPage()
  const [ours, theirs] = await cleaners()
  console.log(`first call, compiling included: ${time(() => ours.clean(page)).toFixed(1)} ms`)

  const times = { [ours.name]: [], [theirs.name]: [] }
  for (let round = -rounds.warmUp; round < rounds.timed; round++) {
    // In turns, so that whatever else the machine does falls on both.
    for (const { name, clean } of [ours, theirs]) {
      const elapsed = time(() => clean(page))
      if (round >= 0) times[name].push(elapsed)
    }
  }
  for (const [name, list] of Object.entries(times)) console.log(`${name}: ${median(list).toFixed(1)} ms`)
  const ratio = median(times[theirs.name]) / median(times[ours.name])
  console.log(`${ratio.toFixed(1)} times as fast (medians of ${rounds.timed} rounds, Node ${process.versions.node})`)
})

// Imported only now: on a fresh clone neither the package nor its development dependencies are there before.
async function cleaners() {
  const { clean } = await import('../dist/index.js')
  const { parseHTML } = await import('linkedom')
  const { Readability } = await import('@mozilla/readability')
  const { default: Turndown } = await import('turndown')
  return [
    { name: 'wechat-article-cleaner', clean: (html) => clean(html).markdown },
    {
      name: 'linkedom + Readability + Turndown',
      clean(html) {
        const article = new Readability(parseHTML(html).document).parse()
        return new Turndown().turndown(article?.content ?? '')
      },
    },
  ]
}

function readPage() {
  const path = inRoot('..', 'shared', 'corpus', 'html', 'h012.html.gz')
  if (existsSync(path)) {
    console.log('page: html/h012 of the corpus')
    return gunzipSync(readFileSync(path)).toString()
  }
  console.log('page: made up, as the corpus is not here')
  return madeUpPage()
}

/** A page of the size and shape of today's: an article of 40 KB in 3.5 MB of script. */
function madeUpPage() {
  const paragraph = '<section><p><span leaf="">春天到了，山上的茶树发了新芽，采茶人天不亮就出门。</span></p></section>'
  const script = `<script>var data = ${JSON.stringify('function () { return 1 }; '.repeat(6500))}</script>`
  return `<!DOCTYPE html><html><head><meta property="og:title" content="山间来信">${script.repeat(10)}</head>
    <body><h1 id="activity-name">山间来信</h1><a id="js_name" href="https://mp.weixin.qq.com/">小镇读书会</a>
    <div id="js_content" style="visibility: hidden">${paragraph.repeat(400)}</div>${script.repeat(10)}</body></html>`
}

function time(work) {
  const start = performance.now()
  work()
  return performance.now() - start
}

function median(list) {
  return list.toSorted((a, b) => a - b)[list.length >> 1]
}
