// Builds the npm package (dist/) and what the page loads of it (www/pkg/).
//
// wasm-bindgen writes its glue as one module with the state of one instance in its top level. The package needs
// more than one instance in a lifetime, because a trap leaves an instance unusable; so the glue becomes a
// function here, each call of which has its own state.

import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { basename, join } from 'node:path'
import { inRoot, Problem, readJson, run } from './run.mjs'
import { wasmBindgen, wasmTarget } from './setup.mjs'
import { shrunk } from './shrink.mjs'
import { unlessUnchanged } from './stamp.mjs'

/** What the package and the page have both. */
const shared = ['slim.js', 'abridge.js', 'cleaner.js', 'compile.js', 'error.js', 'json.js']
const sources = ['index.js', ...shared, 'cli.js', 'index.d.ts', 'slim.d.ts']
const data = ['schema.json', 'made/command.json']
/** The entries for places that want the module to be imported, and what they call it. */
const staticEntries = { 'workerd.js': './core.wasm', 'edge-light.js': './core.wasm?module' }
const pageFiles = [...shared, 'facts.js', 'glue.js', 'core.wasm']

/** Builds dist/ and www/pkg/ unless nothing they are made from has changed. */
export function build() {
  const scripts = ['package', 'shrink', 'wasm'].map((name) => `scripts/${name}.mjs`)
  const inputs = ['Cargo.toml', 'Cargo.lock', 'package.json', 'package-lock.json', 'src', ...scripts]
  const outputs = [...sources, 'core.wasm', 'classic/index.js'].map((name) => `dist/${name}`)
  outputs.push(...pageFiles.map((name) => `www/pkg/${name}`))
  unlessUnchanged('package', { inputs, outputs }, () => {
    buildWasm()
    buildEntries()
    replaceFolder('dist', readdirSync(made('dist')))
    replaceFolder('www/pkg', pageFiles)
  })
}

function buildWasm() {
  // Now, so that the folders are there that the flags name.
  run('cargo', ['fetch', '--target', wasmTarget])
  // The encoded form, as the path may have spaces. It also sets aside flags meant for this machine's programs.
  // SIMD is what the search for the next tag in megabytes of script lives on; engines have had it since 2021, Safari
  // since 2023.
  // LSR (loop strength reduction) shapes loops for the address arithmetic of processors; WebAssembly has none, so that
  // it only adds variables: 1.6 KB in brotli, and no speed. PRE (partial redundancy elimination) copies code into branches:
  // 0.6 KB. Keeping memory in variables over a loop, folding branches into choices, turning loops over and looking far for
  // a value in memory are the same sort of thing: 1 KB together, and no speed. What is saved so is spent on inlining
  // more than is smallest (5), and first of all functions that call no others (a call is taken to cost 80 instead of 25):
  // the steps of loops, which are called for each byte. A sixth of the time for 1.5 KB.
  const flags = [
    '-Ctarget-feature=+simd128',
    [
      '-Cllvm-args=-disable-lsr -enable-pre=false -inline-threshold=12 -inline-call-penalty=80 -disable-licm-promotion',
      '-phi-node-folding-threshold=1 -rotation-max-header-size=0 -tail-merge-size=2 -memdep-block-scan-limit=15',
    ].join(' '),
    ...registries().map((folder) => `--remap-path-prefix=${folder}/=`),
  ]
  const env = { CARGO_ENCODED_RUSTFLAGS: flags.join('\x1f') }
  // With an rlib beside it, which is what the crate is to others, Cargo would not optimise it together with its dependencies.
  const face = ['--lib', '--crate-type', 'cdylib', '--features', 'js']
  run('cargo', ['rustc', '--profile', 'wasm', ...face, '--target', wasmTarget, '--target-dir', 'target'], { env })
  const compiled = inRoot('target', wasmTarget, 'wasm', 'wechat_article_cleaner.wasm')
  rmSync(made(), { recursive: true, force: true })
  mkdirSync(made('dist'), { recursive: true })
  run(wasmBindgen(), [compiled, '--target', 'bundler', '--no-typescript', '--out-name', 'core', '--out-dir', made()])
  // Not by wasm-opt, which takes minutes to make it a little faster and 7 KB larger in brotli, at -Oz as at -O3.
  const { wasm, glue } = shrunk(readFileSync(made('core_bg.wasm')), readFileSync(made('core_bg.js'), 'utf8'))
  writeFileSync(made('dist', 'core.wasm'), wasm)
  writeFileSync(made('dist', 'glue.js'), glueAsFunction(glue))
}

function buildEntries() {
  for (const name of sources) cpSync(inRoot('src', 'npm', name), made('dist', name))
  for (const name of data) cpSync(inRoot('src', 'npm', name), made('dist', basename(name)))
  const write = (name, text) => writeFileSync(made('dist', name), text)
  write('inlined.js', inlined(readFileSync(made('dist', 'core.wasm'))))
  write('facts.js', facts())
  for (const [name, wasm] of Object.entries(staticEntries)) write(name, staticEntry(wasm))
  buildClassic()
}

/** What needs no WebAssembly to be known: the version, and the rules as Rust lists them. */
function facts() {
  const { version } = readJson('package.json')
  const known = { version, ...readJson('src', 'npm', 'made', 'rules.json') }
  const lines = Object.entries(known).map(([name, value]) => `export const ${name} = ${JSON.stringify(value)}\n`)
  return `// Made by scripts/package.mjs.\n${lines.join('')}`
}

function staticEntry(wasm) {
  return `// Made by scripts/package.mjs, for places where WebAssembly is compiled before a program runs.
import { createCleaner } from './cleaner.js'
import module from '${wasm}'

export const { clean, cleanDocument, ready, recurring, render } = createCleaner(() => module)

export { WechatArticleError } from './error.js'
export { categories, rules, version } from './facts.js'
`
}

/** The entries as classic scripts, for \`require\` and for \`<script>\`, where they are a global. */
function buildClassic() {
  // Only now: on a fresh clone it is not there before.
  const { buildSync } = createRequire(import.meta.url)('esbuild')
  const name = 'WechatArticleCleaner'
  buildSync({
    entryPoints: ['index', 'slim'].map((entry) => made('dist', `${entry}.js`)),
    outdir: made('dist', 'classic'),
    bundle: true,
    format: 'iife',
    target: 'es2022',
    globalName: name,
    footer: { js: `if (typeof module === 'object' && module.exports) module.exports = ${name};` },
  })
  writeFileSync(made('dist', 'classic', 'package.json'), '{ "type": "commonjs" }\n')
  cpSync(made('dist', 'slim.d.ts'), made('dist', 'classic', 'slim.d.ts'))
  const types = readFileSync(made('dist', 'index.d.ts'), 'utf8')
  writeFileSync(made('dist', 'classic', 'index.d.ts'), `${types}\nexport as namespace ${name}\n`)
}

/** Where Cargo keeps the sources of crates. Messages of panics name files in it; whose machine it lies on concerns nobody. */
function registries() {
  const folder = join(process.env.CARGO_HOME ?? join(homedir(), '.cargo'), 'registry', 'src')
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : []
}

/**
 * wasm-bindgen's glue with our own way to hand a string over: wasm-bindgen's takes three bytes for every character first,
 * which is the most that a character can need, and thrice what a page does.
 */
function withOwnStrings(glue) {
  const theirs = /^function passStringToWasm0\(.*?\n}\n/ms
  if (!theirs.test(glue)) throw new Problem('wasm-bindgen has no passStringToWasm0 any more: see scripts/package.mjs')
  const ours = readFileSync(inRoot('src', 'npm', 'pass-string.js'), 'utf8')
  return glue.replace(theirs, () => ours)
}

function glueAsFunction(generated) {
  const glue = withOwnStrings(generated)
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
  for (const name of names) cpSync(made('dist', name), inRoot(folder, name), { recursive: true })
}

/** A file in the folder where the parts are made before they take the place of the old ones. */
function made(...names) {
  return inRoot('target', 'package', ...names)
}
