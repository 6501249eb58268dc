// Made-up articles that try to get more out of their Markdown than their HTML has, and what a reader made of it.

import { parseHTML } from 'linkedom'

/** What texts are made of: what means something to some reader, and what must never become more than words. */
const WORDS = [
  '字',
  '山',
  '。',
  'a',
  'x1',
  ' ',
  ' ',
  '\u3000',
  '\u200b',
  '"',
  "'",
  '(',
  ')',
  '^',
  '{',
  '}',
  '==',
  '!',
  ':',
  '-',
  '.',
  '`',
  '``',
  '```',
  '$',
  '$$',
  '*',
  '**',
  '_',
  '~',
  '~~',
  '\\',
  '\\\\',
  '|',
  '#',
  '- ',
  '1. ',
  '> ',
  '+++',
  '@',
  '=',
  '/',
  '[',
  ']',
  '![',
  '](evil:x)',
  ']: evil:x',
  ': evil:x',
  '(evil:x)',
  '](https://evil.test/)',
  '[x][1]',
  '![1]',
  '[1]',
  '[^1]',
  '![^1]',
  '[x',
  '!',
  'javascript:alert(1)',
  'javascript&colon;alert(1)',
  '&#106avascript:x',
  '//evil.test/',
  '<evil>',
  '<img src=x: onerror=alert(1)>',
  '<evil',
  '</evil>',
  '<',
  '>',
  '&lt;evil>',
  '&#60;evil>',
  '<!--',
  '-->',
  '<?',
  '<evil:x>',
  '<https://evil.test/>',
  '&colon;',
  '&',
  'Vec<T>',
  'a[0]',
  'www.',
  'www.a.cn',
  'WWW.i',
  'http://a.cn/',
  '://',
  'HTTP://a.cn',
  'ftp://a.cn',
  'xhttp://a.cn/',
  'https://a.cn',
  'a@b.cn',
  'mailto:a@b.cn',
  'https://a.cn/](',
  'ww',
  'w.',
]
const ADDRESSES = [
  'https://a.cn/1',
  'https://a.cn/(2)',
  'http://a.cn/~3*',
  'https://a.cn/_4_?a=&lt;',
  'mailto:a@b.cn',
  '//a.cn/[5](6)',
]
const PICTURES = [
  'https://i.cn/1',
  'https://i.cn/(2)',
  './copies/3.png',
  'https&colon;//evil.test/4',
  '&#104ttps://evil.test/5',
]

const KNOWN =
  /^(h[1-6]|p|ul|ol|li|blockquote|pre|hr|table|thead|tbody|tr|th|td|a|img|br|code|strong|em|del|s|mark|sup|sub|input|section|span|div)$/
const ATTRIBUTES =
  /^(href|src|alt|title|class|id|role|rel|start|value|colspan|rowspan|align|type|checked|disabled|loading|referrerpolicy|width|height|aria-.*|data-footnote.*)$/
const HERE = 'https://here.example/a/'

/** A page of its number, the same at any time. */
export function page(seed) {
  const random = numbers(seed)
  const below = (end) => random() % end
  const oneOf = (all) => all[below(all.length)]
  const some = (most, make) => Array.from({ length: 1 + below(most) }, make).join('')
  const words = () => html(some(4, () => oneOf(WORDS)))
  const picture = () => `<img data-src="${html(oneOf(PICTURES))}" data-w=20 alt="${words()}">`
  const link = (inside) => `<a href="${html(oneOf(ADDRESSES))}">${inside}</a>`
  const inline = (depth) => {
    const inside = () => some(2, () => inline(depth + 1))
    switch (below(depth > 2 ? 8 : 16)) {
      case 4:
      case 5:
        return `<code>${words()}</code>`
      case 6:
        return picture()
      case 7:
        return `<span data-formula="${words()}"></span>`
      case 8:
        return '<br>'
      case 9:
        return link(inside())
      case 10:
        return `<sup>[${1 + below(2)}]</sup>`
      case 11:
      case 12:
      case 13:
      case 14: {
        const name = oneOf(['b', 'i', 's', 'u', 'sup', 'b'])
        return `<${name}>${inside()}</${name}>`
      }
      default:
        return words()
    }
  }
  const line = () => some(4, () => inline(0))
  const block = () => {
    switch (below(12)) {
      case 0:
        return `<h2>${line()}</h2>`
      case 1:
        return `<ul><li>${line()}<li>${line()}</ul>`
      case 2:
        return `<blockquote><p>${line()}</p></blockquote>`
      case 3:
        return `<table><tr><td>${line()}<td>${line()}<tr><td>${line()}<td>x</table>`
      case 4:
        return `<table><tr><td colspan=2>${line()}<tr><td>${line()}<td>x</table>`
      case 5:
        return `<pre>${words()}\n${words()}</pre>`
      case 6:
        return `<figure>${picture()}<figcaption>${line()}</figcaption></figure>`
      case 7:
        return link(picture())
      default:
        return `<p>${line()}</p>`
    }
  }
  const title = below(3) ? '' : `<meta property="og:title" content="${words()}">`
  const notes = below(2) ? `<p>参考资料</p><p>[1] ${words()}</p><p>[2] ${below(2) ? '见' : ''}${words()}</p>` : ''
  const first = below(2) ? '<p>春</p>' : ''
  return `${title}<div id="js_content">${first}${some(3, block)}${notes}</div>`
}

/** What a reader made of an article's Markdown that its HTML has not: a tag, a link, a picture. */
export function faults(read, article) {
  const [found, own] = [read, article.html].map(
    (text) => parseHTML(`<!doctype html><html><head></head><body>${text}</body></html>`).document,
  )
  const led = (root, name, attribute) =>
    new Set([...root.querySelectorAll(name)].map((element) => resolved(element.getAttribute(attribute))))
  const [links, pictures] = [led(own, 'a', 'href'), led(own, 'img', 'src')]
  // Addresses that stand in the text are in the list at its end, too.
  for (const [, address] of article.markdown.matchAll(/^\[\d+\]: <?([^>\n]+)/gm)) links.add(resolved(address))
  const fault = (element) => {
    const { localName } = element
    if (!KNOWN.test(localName)) return `<${localName}>`
    const attribute = [...element.attributes].find(({ name }) => !ATTRIBUTES.test(name))
    if (attribute) return `${localName} ${attribute.name}`
    if (localName === 'img') {
      const to = resolved(element.getAttribute('src'))
      if (!pictures.has(to) && !isHere(to)) return `picture ${to}`
    }
    if (localName === 'a' && element.hasAttribute('href')) {
      const to = resolved(element.getAttribute('href'))
      if (!links.has(to) && !pictures.has(to) && !isHere(to) && !isItself(element.textContent, to)) return `link ${to}`
    }
  }
  return [...found.body.querySelectorAll('*')].map(fault).filter(Boolean)
}

/** An address that stands in the text is a link on itself to GitHub's readers, and so is the number of a note that is one. */
function isItself(text, to) {
  const isOfNote = /^\[?\^?\d+\]?$/.test(text) && /^(https?:\/\/|mailto:)/.test(to)
  const bare = (address) =>
    plain(address)
      .replace(/^(https?|ftp|mailto|xmpp):/, '')
      .replace(/[^\p{L}\p{N}]/gu, '')
  const isForeign = /^(javascript|data|vbscript|evil):/.test(to)
  // Readers differ in how much of it they take, and in how they write what is beyond ASCII.
  return isOfNote || (!isForeign && (bare(text).slice(0, 3) === bare(to).slice(0, 3) || to.includes('xn--')))
}

/** Without what stands for other characters. */
function plain(address) {
  const characters = address.replace(/&(amp;)*(#\d+|\w+);?/g, '').replace(/%(?![0-9a-f]{2})/gi, '%25')
  try {
    return decodeURIComponent(characters).toLowerCase()
  } catch {
    return characters.toLowerCase()
  }
}

/** As a browser understands an address on a page of its own. */
function resolved(address) {
  try {
    return plain(new URL(address, HERE).href)
  } catch {
    return HERE
  }
}

const isHere = (address) => address.startsWith('https://here.example/')

function html(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** Numbers below 2³² (mulberry32). */
function numbers(seed) {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return (t ^ (t >>> 14)) >>> 0
  }
}
