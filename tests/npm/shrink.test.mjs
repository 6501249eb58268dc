import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shrunk } from '../../scripts/shrink.mjs'
import { calls, sections } from '../../scripts/wasm.mjs'

const text = (string) => [string.length, ...Buffer.from(string)]
const section = (id, ...content) => [id, content.length, ...content]
const body = (...code) => [code.length + 2, 0, ...code, 0x0b]

const imported = '__wbg_one_0123456789abcdef'
const glue = `export function ${imported}() { return 1 }\nexport function ${imported}_not() {}\n`

/** `run` adds what the third function gives, from the table and by a call; that adds one to what is imported. */
const wasm = Buffer.from([
  ...Buffer.from('\0asm'),
  ...[1, 0, 0, 0],
  ...section(1, 1, 0x60, 0, 1, 0x7f),
  ...section(2, 1, ...text('./glue.js'), ...text(imported), 0, 0),
  ...section(3, 2, 0, 0),
  ...section(4, 1, 0x70, 0, 1),
  ...section(7, 1, ...text('run'), 0, 1),
  ...section(9, 1, 0, 0x41, 0, 0x0b, 1, 2),
  ...section(10, 2, ...body(0x41, 0, 0x11, 0, 0, 0x10, 2, 0x6a), ...body(0x10, 0, 0x41, 1, 0x6a)),
  ...section(0, ...text('name'), 1, 2, 3),
])

const run = (bytes, name) => {
  const module = new WebAssembly.Module(bytes)
  return new WebAssembly.Instance(module, { './glue.js': { [name]: () => 1 } }).exports.run()
}

test('a shrunk module does what it did', () => {
  const result = shrunk(wasm, glue)
  assert.equal(run(wasm, imported), 4)
  assert.equal(run(result.wasm, 'import0'), 4)
  assert.ok(result.wasm.length < wasm.length)
  assert.deepEqual(
    sections(result.wasm).map(({ id }) => id),
    [1, 2, 3, 4, 7, 9, 10],
  )
  assert.equal(result.glue, `export function import0() { return 1 }\nexport function ${imported}_not() {}\n`)
  // The function that begins with a call stands first now.
  const code = sections(result.wasm).at(-1).content
  assert.equal(code[3], 0x10)
})

test('instructions are read past whatever follows them', () => {
  const call = [0x10, 5]
  const codes = [
    [0x02, 0x40, ...call, 0x0b],
    [0x0e, 2, 0x10, 0x10, 0x10, ...call],
    [0x1c, 1, 0x7f, ...call],
    [0x28, 2, 0x90, 0x10, ...call],
    [0x41, 0x90, 0x10, ...call],
    [0x43, 0x10, 0x10, 0x10, 0x10, ...call],
    [0x44, ...Array(8).fill(0x10), ...call],
    [0xfc, 2, 0xfc, 10, 0, 0, 0xfc, 11, 0, ...call],
    [0xfd, 0, 4, 0x10, 0xfd, 12, ...Array(16).fill(0x10), 0xfd, 21, 0x10, 0xfd, 84, 0, 0x10, 1, ...call],
    [0xfd, 0xae, 1, ...call],
  ]
  for (const code of codes) {
    const found = calls(Buffer.from([1, 3, 0x7f, ...code, 0x0b])).map(({ index }) => index)
    assert.deepEqual(found, [5], code.map((byte) => byte.toString(16)).join(' '))
  }
  assert.throws(() => calls(Buffer.from([0, 0x06])), /does not know: 0x6/)
})
