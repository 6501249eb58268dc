// Time, memory and answer for inputs made to hang, to crash or to fill the memory, each also at half the size:
// `npm run hostile` writes the table into docs/hostile.md, and fails where something grows faster than its input, or takes
// far more memory.

import { readFileSync, writeFileSync } from 'node:fs'
import { build } from './package.mjs'
import { inRoot, main, Problem } from './run.mjs'
import { setUp } from './setup.mjs'

/** Twice the input may take this many times as long: what is not linear takes four times. */
const mostGrowth = 3

/** How much memory an input may take: a million short paragraphs take 66 times their size, lines a hundred times. */
const mostMemory = (bytes) => 150 * bytes + 200e6

/** What takes less is not told from the noise of the machine, in milliseconds. */
const noise = 200

const piece = '<p>山上的茶</p>'
const fields = '---\ntitle: 山\nurl: https://mp.weixin.qq.com/s/a\n'
const many = (part, n) => part.repeat(n)
const page = (body) => `<!DOCTYPE html><html><body><div id="js_content">${body}</div></body></html>`
const script = (text) =>
  `<!DOCTYPE html><html><body><div id="js_content"></div><script>window.cgiDataNew = ${text}</script></body></html>`
const inMillions = (part) => [1e6, (n) => page(many(part, n))]
const inMegabytes = (part, n = 10e6) => [n, (n) => page(many(part, n / Buffer.byteLength(part)))]

/** Bytes of three charsets, each a paragraph. */
const inTurns = (n) => {
  const turn = ['<p>茶</p>', Buffer.from([0x3c, 0x70, 0x3e, 0xb2, 0xe8]), Buffer.from('<p>茶', 'utf16le')]
  const bytes = Buffer.concat(turn.map((part) => Buffer.from(part)))
  return Buffer.alloc(n - (n % bytes.length), bytes)
}

/** A page with a head of its own, and `n` short paragraphs. */
const headed = (head, n) => `<html><head>${head}</head>${page(many(piece, n))}</html>`

/** What each is called, its size, and how it is made of a size; some with options. */
const inputs = {
  'a million nested `<div>`': inMillions('<div>'),
  'a million nested `<section><p>字`': inMillions('<section><p>字'),
  'a million nested `<b><i>`': inMillions('<b><i>字'),
  'a million nested `<blockquote>`': inMillions('<blockquote>字'),
  'a million nested `<ul><li>`': inMillions('<ul><li>字'),
  'half a million nested tables': [5e5, (n) => page(many('<table><tr><td>字', n))],
  'a million nested `<svg><g>`': inMillions('<svg><g>'),
  'a million `<p>` side by side': [1e6, (n) => page(many('<p>字</p>', n))],
  'a million `<br>`': inMillions('字<br>'),
  'a million pictures': [1e6, (n) => page(many('<img data-src=//a.cn/1>', n))],
  'a million links': [1e6, (n) => page(many('<a href=//a.cn/1>字</a> ', n))],
  'a million bold words': inMillions('字<b>字</b>'),
  '10 MB of `<p>字`': inMegabytes('<p>字'),
  'one text of 50 MB': inMegabytes('字', 50e6),
  'one word of 50 MB': inMegabytes('a', 50e6),
  'a tag of 100 000 attributes': [
    1e5,
    (n) => page(`<p ${Array.from({ length: n }, (_, i) => `a${i}=1`).join(' ')}>字`),
  ],
  'an attribute of 20 MB': [20e6, (n) => page(`<p style="${many('a:b;', n / 4)}">字`)],
  'a table of a million cells': [1e6, (n) => page(`<table>${many(`<tr>${many('<td>字', 1000)}`, n / 1000)}`)],
  'cells that span all': [1e5, (n) => page(`<table>${many('<tr><td colspan=1000 rowspan=65534>字', n)}`)],
  '10 MB of `&amp;`': inMegabytes('&amp;'),
  '10 MB of `&#x4e2d;`': inMegabytes('&#x4e2d;'),
  '10 MB of `&`': inMegabytes('&'),
  '10 MB of NUL': inMegabytes('\0'),
  '10 MB of lone surrogates': [10e6, (n) => page(many('\ud800', n / 3))],
  '10 MB of UTF-8, GBK and UTF-16 in turns': [10e6, (n) => inTurns(n)],
  '10 MB of GBK and of what is no text': [
    10e6,
    // In whole parts: half a character at the end makes it text of another sort.
    (n) => Buffer.alloc(n - (n % 6), Buffer.from([0x3c, 0x70, 0x3e, 0xb2, 0xe8, 0xff])),
  ],
  '10 MB of `<`': inMegabytes('<'),
  '10 MB of `<!--`': inMegabytes('<!--'),
  '10 MB of `*`': inMegabytes('*'),
  '10 MB of `[`': inMegabytes('['),
  '10 MB of backticks': inMegabytes('`a``'),
  '10 MB of formulas': inMegabytes('<math><mi>x</mi></math>'),
  '10 MB of notes': inMegabytes('字<sup>[1]</sup>'),
  '10 MB of code in lines': [10e6, (n) => page(`<pre>${many('<code>a</code>', n / 14)}`)],
  '10 MB of prompts': inMegabytes('<p>点击上方蓝字关注我们</p>'),
  'a script of 10 MB of `[`': [10e6, (n) => script(many('[', n))],
  'a script of 10 MB of `{a:`': [10e6, (n) => script(many('{a:', n / 3))],
  "a script of 10 MB of `'a'+`": [10e6, (n) => script(many("'a'+", n / 4))],
  'Markdown of 10 MB of `> `': [
    10e6,
    (n) => `---\ntitle: 山\nurl: https://mp.weixin.qq.com/s/a\n---\n${many('> ', n / 2)}字`,
  ],
  'Markdown of 10 MB of `[字](x) `': [
    10e6,
    (n) => `---\ntitle: 山\nurl: https://mp.weixin.qq.com/s/a\n---\n${many('[字](x) ', n / 9)}`,
  ],
  'a JSON string of 10 MB': [10e6, (n) => JSON.stringify({ html: page(many('<p>字</p>', n / 10)) })],
  'MHTML of 10 MB of parts': [
    10e6,
    (n) =>
      `MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n${many('\n--b\nContent-Type: text/html\n', n / 29)}`,
  ],
  // Two parts that both grow, and meet: linear in each may be quadratic in both.
  'a link of 1 MB around 200 000 runs': [
    1e5,
    (n) => page(`<a href=https://a.cn/${many('a', 10 * n)}>${many('字<b>体</b>', n)}</a>`),
  ],
  'a link of 2 KB around 200 000 runs': [
    1e5,
    (n) => page(`<a href=https://a.cn/${many('a', 2000)}>${many('字<b>体</b>', n)}</a>`),
  ],
  'a note of 3 MB, 100 000 numbers': [
    1e5,
    (n) => page(`<p>${many('字<sup>[1]</sup>', n)}</p><p>[1] ${many('注', 10 * n)}</p>`),
  ],
  "an account's name and pieces, 100 000 each": [
    1e5,
    (n) => `${page(many(piece, n))}<a id=js_name>${many('茶', n)}</a>`,
  ],
  "an author's name and pieces, 100 000 each": [1e5, (n) => headed(`<meta name=author content=${many('茶', n)}>`, n)],
  'a title and pieces, 100 000 each': [1e5, (n) => headed(`<meta property=og:title content=${many('茶', n)}>`, n)],
  'prompts to be put back, 100 000 by number': [
    1e5,
    (n) => page(many('<p>点击上方蓝字关注我们</p>', n)),
    (n) => ({ restore: Array.from({ length: n }, (_, i) => n - 1 - i) }),
  ],
  'Markdown of 100 000 pictures in each other': [1e5, (n) => `${fields}---\n\n${many('![', n)}字${many('](x)', n)}`],
}

/** What the tests repeat as well, at sizes at which it is seen here. */
const { pages, documents } = JSON.parse(readFileSync(inRoot('tests', 'hostile', 'repeated.json'), 'utf8'))
const times = (part, n) => many(part, n / Buffer.byteLength(part))
for (const [name, part] of Object.entries(pages)) inputs[`1 MB: ${name}`] = [1e6, (n) => page(times(part, n))]
for (const [name, [start, part, end = '']] of Object.entries(documents)) {
  inputs[`1 MB: ${name}`] = [1e6, (n) => start + times(part, n) + end]
}

main(async () => {
  setUp()
  build()
  const module = new WebAssembly.Module(readFileSync(inRoot('dist', 'core.wasm')))
  const { createGlue } = await import(inRoot('dist', 'glue.js'))
  const rows = []
  for (const [name, [size, make, choose]] of Object.entries(inputs)) {
    const measured = (n) => measure(module, createGlue, make(n), choose?.(n))
    const half = measured(Math.floor(size / 2))
    const whole = measured(size)
    const growth = whole.ms / half.ms
    rows.push({ name, growth, ...whole })
    console.log(row(rows.at(-1)))
    writeFileSync(inRoot('docs', 'hostile.md'), `${HEAD}${rows.map(row).join('\n')}\n`)
  }
  const isLinear = ({ growth, ms }) => ms <= noise || growth <= mostGrowth
  const bad = rows.filter((row) => row.isTrap || !isLinear(row) || row.memory > mostMemory(row.bytes))
  if (bad.length > 0) throw new Problem(`not linear, too large, or a trap: ${bad.map(({ name }) => name).join(', ')}`)
})

const HEAD = `# Hostile inputs

What \`npm run hostile\` measures: each input in a WebAssembly instance of its own in Node, with all formats written. Times
are of the processor, on one machine and in one run; \`growth\` is the time by that of half the input, which is 2 where cost is linear. What is
the same for any size stands in tests: each prefix of a page, by bytes and by characters (\`tests/hostile\`), halves of
surrogate pairs (\`tests/npm\`).

| input | MB | ms | growth | peak memory, MB | answer |
|---|---:|---:|---:|---:|---|
`

const row = ({ name, bytes, ms, growth, memory, answer }) =>
  `| ${name.replaceAll('|', '\\|')} | ${(bytes / 1e6).toFixed(1)} | ${ms.toFixed(0)} | ${growth.toFixed(1)} | ${(memory / 1e6).toFixed(0)} | ${answer} |`

/** Cleans in a new instance. */
function measure(module, createGlue, input, options) {
  const glue = createGlue()
  const { exports } = new WebAssembly.Instance(module, { './core_bg.js': glue })
  glue.__wbg_set_wasm(exports)
  exports.__wbindgen_start()
  const start = process.cpuUsage()
  const { answer, isTrap } = answerOf(() =>
    typeof input === 'string' ? glue.clean(input, 0, options) : glue.cleanBytes(input),
  )
  const { user, system } = process.cpuUsage(start)
  const ms = (user + system) / 1000
  return { bytes: Buffer.byteLength(input), ms, memory: exports.memory.buffer.byteLength, answer, isTrap }
}

function answerOf(clean) {
  try {
    const { blocks, removed } = clean()
    return { answer: `${blocks.length} blocks, ${removed.length} removed` }
  } catch (error) {
    return { answer: `\`${error.code ?? error.message}\``, isTrap: !error.code || error.code === 'internal' }
  }
}
