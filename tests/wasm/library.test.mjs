// The crate as a library of somebody's program for WebAssembly (program.rs): what the npm package needs it leaves alone.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

const program = new WebAssembly.Module(
  readFileSync(new URL('../../target/wasm32-unknown-unknown/debug/examples/wasm-program.wasm', import.meta.url)),
)

test('it exports nothing and wants nothing from JavaScript', () => {
  const exported = WebAssembly.Module.exports(program).filter(({ kind }) => kind === 'function')
  assert.deepEqual(
    exported.map(({ name }) => name),
    ['main'],
  )
  assert.deepEqual(WebAssembly.Module.imports(program), [])
})

test('it cleans, with the allocator of the program, and says why', () => {
  assert.equal(new WebAssembly.Instance(program).exports.main(0, 0), 0)
})
