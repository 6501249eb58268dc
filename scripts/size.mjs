// Tells the size of what is published, and fails where the WebAssembly or the tarball is past its budget.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build } from './package.mjs'
import { inRoot, main, output, Problem } from './run.mjs'
import { setUp } from './setup.mjs'

/** In bytes: core.wasm in brotli, and the tarball. Raise them on purpose only, and say why. */
const budgets = { 'core.wasm (brotli)': 250_000, 'npm tarball': 1_500_000 }

const entry = ['index.js', 'abridge.js', 'cleaner.js', 'compile.js', 'error.js', 'facts.js', 'glue.js', 'inlined.js']

main(() => {
  setUp()
  build()
  const read = (name) => readFileSync(inRoot('dist', name))
  const wasm = sizes(read('core.wasm'))
  const packed = tarball().length
  console.table({
    'core.wasm': wasm,
    'index.js and what it imports': sizes(Buffer.concat(entry.map(read))),
    'classic/index.js': sizes(read('classic/index.js')),
    'npm tarball': { raw: packed },
  })
  const found = { 'core.wasm (brotli)': wasm.brotli, 'npm tarball': packed }
  for (const [name, budget] of Object.entries(budgets)) {
    if (found[name] > budget) throw new Problem(`${name} has ${found[name]} bytes, over its budget of ${budget}`)
    console.log(`${name} is ${budget - found[name]} bytes below its budget of ${budget}.`)
  }
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
