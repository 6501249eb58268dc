// Builds the npm package (dist/) and what the page loads of it (www/pkg/).
//
// wasm-bindgen writes its glue as one module with the state of one instance in its top level. The package needs
// more than one instance in a lifetime, because a trap leaves an instance unusable; so the glue becomes a
// function here, each call of which has its own state.

import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { inRoot, run, runNode } from './run.mjs'
import { wasmBindgen, wasmTarget } from './setup.mjs'
import { unlessUnchanged } from './stamp.mjs'

const sources = ['instance.js', 'index.js', 'index.d.ts', 'slim.js', 'slim.d.ts', 'schema.json']
const pageFiles = ['slim.js', 'instance.js', 'glue.js', 'core.wasm']

// What rustc and wasm-bindgen use. wasm-opt must be told, as the section that would tell it is stripped.
const wasmFeatures = [
  'bulk-memory',
  'multivalue',
  'mutable-globals',
  'nontrapping-float-to-int',
  'reference-types',
  'sign-ext',
]

/** Builds dist/ and www/pkg/ unless nothing they are made from has changed. */
export function build() {
  const inputs = ['Cargo.toml', 'Cargo.lock', 'package-lock.json', 'src', 'scripts/package.mjs']
  const outputs = [...sources, 'glue.js', 'inlined.js', 'core.wasm'].map((name) => `dist/${name}`)
  outputs.push(...pageFiles.map((name) => `www/pkg/${name}`))
  unlessUnchanged('package', { inputs, outputs }, () => {
    buildWasm()
    for (const name of sources) cpSync(inRoot('src', 'npm', name), made(name))
    replaceFolder('dist', [...sources, 'glue.js', 'inlined.js', 'core.wasm'])
    replaceFolder('www/pkg', pageFiles)
  })
}

function buildWasm() {
  // The encoded form, as the path may have spaces. It also sets aside flags meant for this machine's programs.
  const env = { CARGO_ENCODED_RUSTFLAGS: `--remap-path-prefix=${cargoHome()}=cargo` }
  run('cargo', ['build', '--profile', 'wasm', '--lib', '--target', wasmTarget, '--target-dir', 'target'], { env })
  const compiled = inRoot('target', wasmTarget, 'wasm', 'wechat_article_cleaner.wasm')
  rmSync(made(), { recursive: true, force: true })
  run(wasmBindgen(), [compiled, '--target', 'bundler', '--no-typescript', '--out-name', 'core', '--out-dir', made()])
  const features = wasmFeatures.map((name) => `--enable-${name}`)
  // Memory packing leaves out zeros, which cost nothing once compressed, and scatters the rest: 13 KB more to load.
  const options = ['-Oz', '--converge', '--skip-pass=memory-packing', ...features]
  runNode('node_modules/binaryen/bin/wasm-opt', [made('core_bg.wasm'), ...options, '-o', made('core.wasm')])
  writeFileSync(made('glue.js'), glueAsFunction(readFileSync(made('core_bg.js'), 'utf8')))
  writeFileSync(made('inlined.js'), inlined(readFileSync(made('core.wasm'))))
}

/** Where Cargo keeps its sources. Messages of panics name files in it; whose home it is concerns nobody. */
function cargoHome() {
  return process.env.CARGO_HOME ?? join(homedir(), '.cargo')
}

function glueAsFunction(glue) {
  const names = [...glue.matchAll(/^export function (\w+)/gm)].map((match) => match[1])
  return `// Made by scripts/package.mjs from the output of wasm-bindgen.
export function createGlue() {
${glue.replace(/^export /gm, '')}
return { ${names.join(', ')} };
}
`
}

function inlined(wasm) {
  return `// core.wasm as base64. Made by scripts/package.mjs.\nexport default '${wasm.toString('base64')}';\n`
}

function replaceFolder(folder, names) {
  rmSync(inRoot(folder), { recursive: true, force: true })
  mkdirSync(inRoot(folder), { recursive: true })
  for (const name of names) cpSync(made(name), inRoot(folder, name))
}

/** A file in the folder where the parts are made before they take the place of the old ones. */
function made(...names) {
  return inRoot('target', 'package', ...names)
}
