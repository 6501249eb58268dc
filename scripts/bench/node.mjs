import { inRoot } from '../run.mjs'
import { peer } from './peers.mjs'
import { inTurns } from './time.mjs'

/** Times in Node. Everything but the floor gives Markdown. */
export async function timeInNode({ html }, rounds) {
  // Imported only now: on a fresh clone neither the package nor its development dependencies are there before.
  const { clean } = await import(inRoot('dist', 'index.js'))
  const { parseHTML } = await import('linkedom')
  const { Readability } = await import('@mozilla/readability')
  const { default: Turndown } = await import('turndown')
  const { Defuddle } = await import(peer('defuddle', 'dist', 'node.js'))
  const encoder = new TextEncoder()
  const memory = new Uint8Array(html.length * 3)
  const contenders = {
    'wechat-article-cleaner': (html) => clean(html).markdown,
    'floor: encodeInto': (html) => encoder.encodeInto(html, memory),
    'linkedom, #js_content, Turndown'(html) {
      const { document } = parseHTML(html)
      return new Turndown().turndown(document.querySelector('#js_content')?.innerHTML ?? '')
    },
    'linkedom, Readability, Turndown'(html) {
      const article = new Readability(parseHTML(html).document).parse()
      return new Turndown().turndown(article?.content ?? '')
    },
    async 'linkedom, Defuddle'(html) {
      const { document } = parseHTML(html)
      return (await Defuddle(document, 'https://mp.weixin.qq.com/s/x', { markdown: true })).content
    },
  }
  return inTurns(contenders, html, rounds)
}
