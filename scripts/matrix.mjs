// Tries the package as it would be published in the bundlers, browsers, runtimes and workers that people use.
//
// The tools are many and large, so they are no development dependencies: they are installed into target/matrix.

import { cpSync } from 'node:fs'
import { findBrowsers, provideBrowsers } from './browsers.mjs'
import { build } from './package.mjs'
import { inRoot, main, Problem, run } from './run.mjs'
import { setUp } from './setup.mjs'
import { unlessUnchanged } from './stamp.mjs'
import { nodeTests } from './steps.mjs'

main(() => {
  setUp()
  build()
  installTools()
  provideBrowsers()
  const { env, missing } = findBrowsers()
  if (!env.CHROMIUM) throw new Problem(missing[0])
  nodeTests('tests/matrix', env)
})

function installTools() {
  const [inputs, outputs] = [['tests/matrix/tools'], ['target/matrix/node_modules/.package-lock.json']]
  unlessUnchanged('matrix', { inputs, outputs }, () => {
    console.log('Installing the tools of tests/matrix/tools. This takes a minute or two, once.')
    cpSync(inRoot('tests', 'matrix', 'tools'), inRoot('target', 'matrix'), { recursive: true })
    run('npm', ['install', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: inRoot('target', 'matrix'),
    })
  })
}
