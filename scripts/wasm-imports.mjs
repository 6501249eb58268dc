// Shortens the names by which core.wasm imports from its glue. wasm-bindgen ends each with a hash, which does not
// compress: half a kilobyte of what a page waits for, with the sections that only tools read.

import { Problem } from './run.mjs'

const custom = 0
const imports = 2
const importedFunction = 0

/** The module and its glue with short names, and without custom sections. */
export function withShortImports(wasm, glue) {
  const names = []
  const parts = [wasm.subarray(0, 8)]
  for (let at = 8; at < wasm.length; ) {
    const [size, start] = readNumber(wasm, at + 1)
    const section = wasm.subarray(start, start + size)
    if (wasm[at] === imports) {
      const renamed = renameImports(section, names)
      parts.push(Buffer.from([imports]), number(renamed.length), renamed)
    } else if (wasm[at] !== custom) {
      parts.push(wasm.subarray(at, start + size))
    }
    at = start + size
  }
  const shortened = names.reduce((text, name, n) => text.replaceAll(new RegExp(`\\b${name}\\b`, 'g'), short(n)), glue)
  return { wasm: Buffer.concat(parts), glue: shortened }
}

/** The import section with short names; `names` gets the long ones, in their order. */
function renameImports(section, names) {
  const [count, first] = readNumber(section, 0)
  const parts = [number(count)]
  for (let at = first; at < section.length; ) {
    const [moduleSize, moduleStart] = readNumber(section, at)
    const [nameSize, nameStart] = readNumber(section, moduleStart + moduleSize)
    const nameEnd = nameStart + nameSize
    if (section[nameEnd] !== importedFunction) throw new Problem('core.wasm imports more than functions')
    const [, end] = readNumber(section, nameEnd + 1)
    const name = Buffer.from(short(names.length))
    parts.push(
      section.subarray(at, moduleStart + moduleSize),
      number(name.length),
      name,
      section.subarray(nameEnd, end),
    )
    names.push(section.toString('utf8', nameStart, nameEnd))
    at = end
  }
  return Buffer.concat(parts)
}

const short = (n) => `import${n}`

/** The number at a place, as WebAssembly writes them (LEB128), and where it ends. */
function readNumber(bytes, at) {
  let value = 0
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++]
    value |= (byte & 127) << shift
    if (byte < 128) return [value, at]
  }
}

function number(value) {
  const bytes = []
  for (; value > 127; value >>>= 7) bytes.push((value & 127) | 128)
  return Buffer.from([...bytes, value])
}
