// Tells the size of what is published, and fails where the WebAssembly is past its budget.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build } from './package.mjs'
import { inRoot, main, output, Problem } from './run.mjs'
import { setUp } from './setup.mjs'

/** For core.wasm, brotli, in bytes. Raise it on purpose only, and say why. */
const budget = 250_000

main(() => {
  setUp()
  build()
  const wasm = readFileSync(inRoot('dist', 'core.wasm'))
  const entry = ['index.js', 'instance.js', 'glue.js', 'inlined.js'].map((name) => readFileSync(inRoot('dist', name)))
  console.table({
    'core.wasm': sizes(wasm),
    'index.js and what it imports': sizes(Buffer.concat(entry)),
    'npm tarball': { raw: tarball().length },
  })
  const { brotli } = sizes(wasm)
  if (brotli > budget) throw new Problem(`core.wasm has ${brotli} bytes in brotli, over its budget of ${budget}`)
  console.log(`core.wasm is ${budget - brotli} bytes (brotli) below its budget of ${budget}.`)
})

function sizes(bytes) {
  // Node's brotli has quality 11 unless told otherwise.
  return { raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotliCompressSync(bytes).length }
}

function tarball() {
  const folder = mkdtempSync(join(tmpdir(), 'size-'))
  try {
    const name = output('npm', ['pack', '--silent', '--pack-destination', folder])
    return readFileSync(join(folder, name))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
