// What every script needs: the project's root, programs run in it, and an end that says what is wrong.

import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** The path of a file named from the project's root. */
export const inRoot = (...names) => join(root, ...names)

export const readJson = (...names) => JSON.parse(readFileSync(inRoot(...names), 'utf8'))

/** Something that the reader can mend: shown without a stack. */
export class Problem extends Error {}

/** Runs a program that talks to the terminal; throws a `Problem` unless it ends with one of the `expected` codes. */
export function run(program, args, { env, cwd = root, expected = [0] } = {}) {
  const { status, signal, error } = start(program, args, { cwd, env, stdio: ['ignore', 'inherit', 'inherit'] })
  if (error) throw new Problem(`${program} could not be started: ${error.message}`)
  if (!expected.includes(status))
    throw new Problem(`failed (${signal ?? `exit ${status}`}): ${program} ${args.join(' ')}`)
}

/** What a program prints, or null where it is missing or fails. */
export function output(program, args) {
  const { status, stdout } = start(program, args, { encoding: 'utf8' })
  return status === 0 ? stdout.trim() : null
}

/** Runs a program of node_modules, or any other that is a JavaScript file. */
export const runNode = (file, args, options) => run(process.execPath, [inRoot(file), ...args], options)

/** Runs a script's work; a `Problem` ends it with one line and the exit code given. */
export async function main(work, exitCode = 1) {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    console.error(`\n${error.message}`)
    process.exitCode = exitCode
  }
}

function start(program, args, { env, ...options }) {
  // npm is a batch file on Windows, which only a shell starts.
  const shell = process.platform === 'win32' && program === 'npm'
  return spawnSync(program, args, { cwd: root, shell, env: { ...process.env, ...env }, ...options })
}
