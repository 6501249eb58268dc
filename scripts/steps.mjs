// What `npm run check` and `npm test` run, step by step.

import { existsSync, readdirSync } from 'node:fs'
import { findBrowsers } from './browsers.mjs'
import { build } from './package.mjs'
import { inRoot, Problem, run, runNode } from './run.mjs'
import { wasmTarget } from './setup.mjs'
import { buildSite } from './site.mjs'

/** Format and lints: what needs no run of the program. */
export const checks = [
  ['Rust: format', () => run('cargo', ['fmt', '--check'])],
  ['Rust: lints', () => run('cargo', ['clippy', '--all-targets', '--all-features', '--', '-D', 'warnings'])],
  [
    'Rust: lints of the face to JavaScript',
    () => run('cargo', ['clippy', '--lib', '--features', 'js', '--target', wasmTarget, '--', '-D', 'warnings']),
  ],
  ['Rust: format and lints of the fuzz targets', fuzzLints],
  [
    'Rust: documentation',
    () => {
      documented(['--all-features'])
      documented(['--lib', '--features', 'js', '--target', wasmTarget])
    },
  ],
  [
    'JavaScript, CSS, JSON: format and lints',
    () => runNode('node_modules/@biomejs/biome/bin/biome', ['check', '--error-on-warnings']),
  ],
]

/** Everything else, in the order of what is quick to fail. */
export const tests = [
  ['Rust: tests', () => run('cargo', ['test', '--all-features'])],
  ['Rust: a library in WebAssembly', libraryTests],
  [
    'Build',
    () => {
      build()
      return buildSite()
    },
  ],
  ['npm package', () => nodeTests('tests/npm')],
  ['Through a publisher and back', () => nodeTests('tests/publisher')],
  ['Page in browsers', pageTests],
]

/** Runs the steps in order, each under its heading. The first failure ends them all. */
export async function runSteps(steps) {
  const start = performance.now()
  for (const [index, [name, step]] of steps.entries()) {
    console.log(`\n── ${index + 1}/${steps.length} ${name}`)
    try {
      await step()
    } catch (error) {
      if (error instanceof Problem) error.message = `✗ ${name}: ${error.message}`
      throw error
    }
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(0)
  console.log(`\n✓ all ${steps.length} steps passed in ${seconds} s`)
}

/** Writes the documentation, of what is private too: no link in it may be broken. */
function documented(of) {
  const env = { RUSTDOCFLAGS: '-D warnings' }
  run('cargo', ['doc', '--no-deps', '--document-private-items', ...of], { env })
}

/** Builds a program for WebAssembly that has the crate as a library, and looks at what became of it. */
function libraryTests() {
  run('cargo', ['build', '--example', 'wasm-program', '--target', wasmTarget, '--target-dir', 'target'])
  nodeTests('tests/wasm')
}

/** Reads the fuzz targets as they are built, but on stable and without libFuzzer's C++. */
function fuzzLints() {
  const crate = ['--manifest-path', 'fuzz/Cargo.toml']
  run('cargo', ['fmt', ...crate, '--check'])
  const options = ['--all-targets', '--no-default-features', '--locked', '--target-dir', 'target/fuzz']
  run('cargo', ['clippy', ...crate, ...options, '--', '-D', 'warnings'])
}

/** The tests of the page in the browsers that are here; of those that are not, it says so. */
function pageTests() {
  const { env, missing } = findBrowsers()
  // Most of them are written for Chromium alone.
  nodeTests('tests/page', env, env.CHROMIUM ? undefined : ['browsers.test.mjs', 'source.test.mjs'])
  for (const line of missing) console.log(`! ${line}`)
}

/** Runs the tests of a folder, or only some of them, with more variables in the environment. */
export function nodeTests(folder, env, only) {
  const names = existsSync(inRoot(folder)) ? readdirSync(inRoot(folder)) : []
  const files = names.filter((name) => name.endsWith('.test.mjs') && (only?.includes(name) ?? true))
  if (files.length === 0) throw new Problem(`no tests in ${folder}`)
  run(process.execPath, ['--test', '--test-reporter=spec', ...files.map((name) => `${folder}/${name}`)], { env })
}
