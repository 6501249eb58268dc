// Packages that only the bench needs. They are large, so they are installed where it runs and nowhere else.

import { existsSync } from 'node:fs'
import { inRoot, run } from '../run.mjs'

const versions = { defuddle: '0.19.4' }

/** The path of a file of a package, which is installed if it is missing. */
export function peer(name, ...file) {
  const folder = inRoot('target', 'bench', 'peers')
  const path = inRoot('target', 'bench', 'peers', 'node_modules', name, ...file)
  if (!existsSync(path)) {
    const options = ['--prefix', folder, '--no-save', '--ignore-scripts', '--no-audit', '--no-fund']
    run('npm', ['install', ...options, `${name}@${versions[name]}`])
  }
  return path
}
