// Makes core.wasm compress better, without changing what it does: six kilobytes of what a page waits for.
//
// - wasm-bindgen ends the name of each import with a hash, which does not compress; the glue gets short names, too.
// - It sorts functions by their size. Here those of a type stand together, each followed by the one most like it.
// - Custom sections are for tools alone.

import { Problem } from './run.mjs'
import { calls, number, readNumber, sections, skipNumber } from './wasm.mjs'

const id = { custom: 0, imports: 2, functions: 3, exports: 7, start: 8, elements: 9, code: 10 }
const functionKind = 0

/** The module and its glue, shrunk. */
export function shrunk(wasm, glue) {
  const parts = sections(wasm).filter((section) => section.id !== id.custom)
  const contents = new Map(parts.map((section) => [section.id, section.content]))
  const imports = readImports(contents.get(id.imports))
  contents.set(id.imports, list(imports.map(({ before, after }, n) => [before, named(short(n)), after])))
  sortFunctions(contents, imports.length)
  const result = Buffer.concat([
    wasm.subarray(0, 8),
    ...parts.flatMap((section) => [Buffer.from([section.id]), sized(contents.get(section.id))]),
  ])
  if (!WebAssembly.validate(result)) throw new Problem('core.wasm is no WebAssembly any more: see scripts/shrink.mjs')
  const shorten = (text, { name }, n) => text.replaceAll(new RegExp(`\\b${name}\\b`, 'g'), short(n))
  return { wasm: result, glue: imports.reduce(shorten, glue) }
}

const short = (n) => `import${n}`
const sized = (bytes) => Buffer.concat([number(bytes.length), bytes])
const named = (name) => sized(Buffer.from(name))
const list = (items) => Buffer.concat([number(items.length), ...items.flat()])

/** The items of a list and where it ends; `read(at)` gives each, and where that ends. */
function readList(bytes, start, read) {
  const items = []
  let [count, at] = readNumber(bytes, start)
  for (; count > 0; count--) {
    const [item, end] = read(at)
    items.push(item)
    at = end
  }
  return [items, at]
}

/** Imported functions: the name, and what stands before and after it. */
function readImports(section) {
  const read = (at) => {
    const [moduleSize, moduleStart] = readNumber(section, at)
    const [size, start] = readNumber(section, moduleStart + moduleSize)
    const nameEnd = start + size
    if (section[nameEnd] !== functionKind) throw new Problem('core.wasm imports more than functions')
    const end = skipNumber(section, nameEnd + 1)
    const before = section.subarray(at, moduleStart + moduleSize)
    return [{ name: section.toString('utf8', start, nameEnd), before, after: section.subarray(nameEnd, end) }, end]
  }
  return readList(section, 0, read)[0]
}

/** Sorts the functions by type and likeness, and renumbers them wherever they are named. */
function sortFunctions(contents, nImported) {
  const [functions, code] = [contents.get(id.functions), contents.get(id.code)]
  const [types] = readList(functions, 0, (at) => readNumber(functions, at))
  const [bodies] = readList(code, 0, (at) => {
    const [size, start] = readNumber(code, at)
    return [code.subarray(start, start + size), start + size]
  })
  const order = bodies.map((_, n) => n)
  order.sort((a, b) => types[a] - types[b] || Buffer.compare(bodies[a], bodies[b]) || a - b)
  sortByLikeness(order, types, bodies.map(sketch))
  const places = new Map(order.map((old, n) => [old + nImported, n + nImported]))
  const moved = (index) => number(places.get(index) ?? index)

  contents.set(id.functions, list(order.map((old) => number(types[old]))))
  contents.set(id.code, list(order.map((old) => sized(renumbered(bodies[old], moved)))))
  if (contents.has(id.start)) contents.set(id.start, moved(readNumber(contents.get(id.start), 0)[0]))
  contents.set(id.exports, renumberedExports(contents.get(id.exports), moved))
  contents.set(id.elements, renumberedElements(contents.get(id.elements), moved))
}

/** How many numbers stand for a function, and how long the runs of bytes are that they tell of. */
const sketchSize = 128
const run = 4

/** Numbers of which two functions share the more, the more runs of bytes they share (MinHash over FNV-1a). */
function sketch(body) {
  const least = new Uint32Array(sketchSize).fill(-1)
  for (let at = 0; at + run <= body.length; at++) {
    let hash = 2166136261
    for (let n = 0; n < run; n++) hash = Math.imul(hash ^ body[at + n], 16777619)
    const slot = (hash >>> 0) % sketchSize
    least[slot] = Math.min(least[slot], Math.imul(hash, 2654435761) >>> 0)
  }
  return least
}

/** Puts after each function that of the same type which is most like it, of those that have no place yet. */
function sortByLikeness(order, types, sketches) {
  for (let at = 0; at + 2 < order.length; at++) {
    const last = sketches[order[at]]
    let [best, most] = [at + 1, -1]
    for (let next = at + 1; next < order.length && types[order[next]] === types[order[at]]; next++) {
      const other = sketches[order[next]]
      let n = 0
      for (let slot = 0; slot < sketchSize; slot++) if (last[slot] === other[slot] && ~last[slot]) n++
      if (n > most) [best, most] = [next, n]
    }
    order.splice(at + 1, 0, ...order.splice(best, 1))
  }
}

function renumbered(body, moved) {
  const parts = []
  let copied = 0
  for (const { start, end, index } of calls(body)) {
    parts.push(body.subarray(copied, start), moved(index))
    copied = end
  }
  return Buffer.concat([...parts, body.subarray(copied)])
}

function renumberedExports(section, moved) {
  const renumber = (at) => {
    const [size, start] = readNumber(section, at)
    const kind = start + size
    const [index, end] = readNumber(section, kind + 1)
    const to = section[kind] === functionKind ? moved(index) : number(index)
    return [[section.subarray(at, kind + 1), to], end]
  }
  return list(readList(section, 0, renumber)[0])
}

/** The functions that are called by their number in a table, which begins at a constant. */
function renumberedElements(section, moved) {
  const [flags, i32Const, end] = [0x00, 0x41, 0x0b]
  const renumber = (at) => {
    const start = skipNumber(section, at + 2)
    if (section[at] !== flags || section[at + 1] !== i32Const || section[start] !== end) {
      throw new Problem('core.wasm has a table that scripts/shrink.mjs does not know')
    }
    const [indices, after] = readList(section, start + 1, (from) => readNumber(section, from))
    return [[section.subarray(at, start + 1), list(indices.map(moved))], after]
  }
  return list(readList(section, 0, renumber)[0])
}
