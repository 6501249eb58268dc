// What publint and are-the-types-wrong say of the tarball.

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { install } from '../npm/install.mjs'
import { load, named, tool } from './tools.mjs'

const installed = install()
after(installed.remove)

test(`${named('publint')} is content`, async () => {
  const { publint } = await load('publint')
  const pkgDir = join(installed.folder, 'node_modules/wechat-article-cleaner')
  const { messages } = await publint({ pkgDir, level: 'suggestion', strict: true, pack: false })
  assert.deepEqual(messages, [])
})

test(`${named('@arethetypeswrong/cli')} is content`, () => {
  const tarball = readdirSync(installed.folder).find((name) => name.endsWith('.tgz'))
  // A file of WebAssembly has no types. The old way of TypeScript to look up packages (node10) knows no subpaths.
  const options = ['--exclude-entrypoints', './core.wasm', '--profile', 'node16', '--no-color']
  const args = [tool('@arethetypeswrong/cli/dist/index.js'), tarball, ...options]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: installed.folder, encoding: 'utf8' })
  assert.equal(status, 0, stdout + stderr)
})
