// Work that is skipped while what it reads and what it made are unchanged.

import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inRoot, output } from './run.mjs'

/**
 * Calls `work` unless it last succeeded with the same `inputs` (files, or folders with all in them), the
 * same Rust, and its `outputs` still exist. Contents are compared, not times: a branch switched back and forth costs nothing.
 */
export function unlessUnchanged(name, { inputs, outputs }, work) {
  const stamp = inRoot('target', 'stamps', name)
  const hash = hashOf(inputs)
  const made = outputs.every((path) => existsSync(inRoot(path)))
  if (made && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  rmSync(stamp, { force: true })
  work()
  mkdirSync(inRoot('target', 'stamps'), { recursive: true })
  writeFileSync(stamp, hash)
}

function hashOf(paths) {
  const hash = createHash('sha256').update(`${output('rustc', ['-V'])}\0`)
  for (const path of paths.flatMap(filesIn)) {
    const content = readFileSync(inRoot(path))
    hash.update(`${path}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

function filesIn(path) {
  if (!statSync(inRoot(path)).isDirectory()) return [path]
  return readdirSync(inRoot(path))
    .sort()
    .flatMap((name) => filesIn(join(path, name)))
}
