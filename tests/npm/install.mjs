// Installs the package as its users do: from the tarball that would be published, in a folder of its own.

import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const npm = { cwd: root, shell: process.platform === 'win32' }

/** Installs the package; gives the folder, the names of the files packed, and ways to run things there. */
export function install() {
  const folder = mkdtempSync(join(tmpdir(), 'package-'))
  const [{ filename, files }] = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', folder], npm))
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n')
  const args = ['install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', `./${filename}`]
  run('npm', args, { ...npm, cwd: folder })
  return {
    folder,
    files: files.map(({ path }) => path).sort(),
    write(name, text) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), text)
    },
    run: (program, args) => run(program, args, { cwd: folder }),
    node: (...args) => run(process.execPath, args, { cwd: folder }),
    tsc: (...args) => run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), ...args], { cwd: folder }),
    remove: () => rmSync(folder, { recursive: true }),
  }
}

export const readHere = (name) => readFileSync(new URL(name, import.meta.url), 'utf8')

function run(program, args, options) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8', ...options })
  if (status !== 0) throw error ?? new Error(`${program} ${args.join(' ')}\n${stdout}\n${stderr}`)
  return stdout
}
