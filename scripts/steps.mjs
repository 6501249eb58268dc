// What `npm run check` and `npm test` run, step by step.

import { existsSync, readdirSync } from 'node:fs'
import { requireBrowser } from './browser.mjs'
import { build } from './package.mjs'
import { inRoot, Problem, run, runNode } from './run.mjs'
import { wasmTarget } from './setup.mjs'
import { vendor } from './vendor.mjs'

/** Format and lints: what needs no run of the program. */
export const checks = [
  ['Rust: format', () => run('cargo', ['fmt', '--check'])],
  ['Rust: lints', () => run('cargo', ['clippy', '--all-targets', '--all-features', '--', '-D', 'warnings'])],
  [
    'Rust: lints of the WebAssembly face',
    () => run('cargo', ['clippy', '--lib', '--target', wasmTarget, '--', '-D', 'warnings']),
  ],
  [
    'Rust: documentation',
    () =>
      run('cargo', ['doc', '--no-deps', '--all-features', '--document-private-items'], {
        env: { RUSTDOCFLAGS: '-D warnings' },
      }),
  ],
  [
    'JavaScript, CSS, JSON: format and lints',
    () => runNode('node_modules/@biomejs/biome/bin/biome', ['check', '--error-on-warnings']),
  ],
]

/** Everything else, in the order of what is quick to fail. */
export const tests = [
  ['Rust: tests', () => run('cargo', ['test', '--all-features'])],
  [
    'Build',
    () => {
      build()
      vendor()
    },
  ],
  ['npm package', () => nodeTests('tests/npm')],
  ['Through a publisher and back', () => nodeTests('tests/publisher')],
  ['Page in Chromium', () => nodeTests('tests/page', { CHROMIUM: requireBrowser() })],
]

/** Runs the steps in order, each under its heading. The first failure ends them all. */
export function runSteps(steps) {
  const start = performance.now()
  for (const [index, [name, step]] of steps.entries()) {
    console.log(`\n── ${index + 1}/${steps.length} ${name}`)
    try {
      step()
    } catch (error) {
      if (error instanceof Problem) error.message = `✗ ${name}: ${error.message}`
      throw error
    }
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(0)
  console.log(`\n✓ all ${steps.length} steps passed in ${seconds} s`)
}

/** Runs the tests of a folder, with more variables in the environment. */
export function nodeTests(folder, env) {
  const names = existsSync(inRoot(folder)) ? readdirSync(inRoot(folder)) : []
  const files = names.filter((name) => name.endsWith('.test.mjs'))
  if (files.length === 0) throw new Problem(`no tests in ${folder}`)
  run(process.execPath, ['--test', '--test-reporter=spec', ...files.map((name) => `${folder}/${name}`)], { env })
}
