// The native command, as `cargo test` builds it.

import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const cwd = fileURLToPath(new URL('../..', import.meta.url))

/** The path of the command, built if it is not. */
export function native() {
  const args = ['build', '--all-features', '--bins', '--message-format', 'json-render-diagnostics']
  const { status, stdout, stderr } = spawnSync('cargo', args, { cwd, encoding: 'utf8', maxBuffer: 1 << 26 })
  if (status !== 0) throw new Error(`the native command could not be built:\n${stderr}`)
  const messages = stdout.trimEnd().split('\n')
  return messages.map((line) => JSON.parse(line).executable).find(Boolean)
}
