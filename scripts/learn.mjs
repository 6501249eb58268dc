// Learns the weights of src/judge/scorer anew, and prints what they are worth.
//
// It learns from tests/accounts/seen, and from a labelled corpus where one is at hand, which is not part of this
// repository: the weights that stand here were learned from both.

import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { inRoot, main, run } from './run.mjs'
import { requireRust } from './setup.mjs'

const corpus = inRoot('..', 'shared', 'corpus')
const bench = inRoot('..', 'shared', 'bench')

main(() => {
  requireRust()
  const labelled = inRoot('target', 'labelled')
  rmSync(labelled, { recursive: true, force: true })
  mkdirSync(labelled, { recursive: true })
  if (existsSync(corpus)) run('python3', [inRoot('scripts', 'labels.py'), corpus, bench, labelled])
  else console.log('There is no corpus: the weights will be less worth than those that stand here.')
  const test = ['test', '--lib', 'learn_the_weights', '--', '--ignored', '--nocapture']
  run('cargo', test, { env: { LABELLED: labelled } })
}, 2)
