// Reads WebAssembly's binary format (WebAssembly Core Specification, § 5), as far as scripts/shrink.mjs needs it.

import { Problem } from './run.mjs'

/** The sections of a module: `{ id, content }`. */
export function sections(wasm) {
  const all = []
  for (let at = 8; at < wasm.length; ) {
    const [size, start] = readNumber(wasm, at + 1)
    all.push({ id: wasm[at], content: wasm.subarray(start, start + size) })
    at = start + size
  }
  return all
}

/** The unsigned number (LEB128, § 5.2.2) at a place, and where it ends. */
export function readNumber(bytes, at) {
  let value = 0
  for (let factor = 1; ; factor *= 128) {
    const byte = bytes[at++]
    value += (byte & 127) * factor
    if (byte < 128) return [value, at]
  }
}

/** Where the number at a place ends. */
export function skipNumber(bytes, at) {
  while (bytes[at++] > 127);
  return at
}

/** A number as it is written. */
export function number(value) {
  const bytes = []
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) | 128)
  return Buffer.from([...bytes, value])
}

/** Where a function's code names other functions: `{ start, end, index }`. */
export function calls(body) {
  const found = []
  let [nLocals, at] = readNumber(body, 0)
  for (; nLocals > 0; nLocals--) at = skipNumber(body, at) + 1
  while (at < body.length) {
    const code = body[at++]
    if (namesFunction(code)) {
      const [index, end] = readNumber(body, at)
      found.push({ start: at, end, index })
      at = end
    } else {
      at = afterImmediates(body, code, at)
    }
  }
  return found
}

/** call, return_call, ref.func. */
const namesFunction = (code) => code === 0x10 || code === 0x12 || code === 0xd2

const within = (code, first, last) => first <= code && code <= last

/** Where the next instruction begins, after what follows the code of one (§ 5.4). */
function afterImmediates(body, code, at) {
  const skip = (n) => {
    for (; n > 0; n--) at = skipNumber(body, at)
    return at
  }
  if (code === 0xfc || code === 0xfd) {
    const [further, start] = readNumber(body, at)
    at = start
    if (code === 0xfc) return skip(nOfNumeric(further))
    const [nNumbers, nBytes] = ofVector(further)
    return skip(nNumbers) + nBytes
  }
  // unreachable, nop, else, end, return, drop, select; comparisons, arithmetic, conversions; ref.is_null.
  if ([0x00, 0x01, 0x05, 0x0b, 0x0f, 0x1a, 0x1b, 0xd1].includes(code) || within(code, 0x45, 0xc4)) return at
  // block, loop, if; br, br_if; variables and tables; memory.size, memory.grow; i32.const, i64.const; ref.null.
  if (within(code, 0x02, 0x04) || code === 0x0c || code === 0x0d || within(code, 0x20, 0x26)) return skip(1)
  if (within(code, 0x3f, 0x42) || code === 0xd0) return skip(1)
  // Loads and stores; call_indirect and return_call_indirect.
  if (within(code, 0x28, 0x3e) || code === 0x11 || code === 0x13) return skip(2)
  if (code === 0x43) return at + 4 // f32.const
  if (code === 0x44) return at + 8 // f64.const
  // br_table has a list of labels and one more, select a list of types.
  if (code === 0x0e || code === 0x1c) {
    const [count, start] = readNumber(body, at)
    at = start
    return skip(code === 0x0e ? count + 1 : count)
  }
  throw new Problem(`core.wasm has an instruction that scripts/wasm.mjs does not know: 0x${code.toString(16)}`)
}

/** How many numbers follow: conversions have none; memory.init, memory.copy, table.init and table.copy two. */
function nOfNumeric(further) {
  if (further < 8) return 0
  return [8, 10, 12, 14].includes(further) ? 2 : 1
}

/** How many numbers and bytes follow an instruction of vectors: where in memory, a constant or an order, a lane. */
function ofVector(further) {
  if (further <= 11 || further === 92 || further === 93) return [2, 0]
  if (further === 12 || further === 13) return [0, 16]
  if (within(further, 21, 34)) return [0, 1]
  if (within(further, 84, 91)) return [2, 1]
  return [0, 0]
}
