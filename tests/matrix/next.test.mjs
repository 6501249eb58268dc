// The package in routes of Next.js, on Node and on the edge, where its condition `edge-light` imports the module.

import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { install } from '../npm/install.mjs'
import { assertExpected, folder, named, program, tool } from './tools.mjs'

const installed = install()
// Next wants its app, itself and the package below one root.
const app = join(folder, 'next')
rmSync(app, { recursive: true, force: true })
rmSync(tool('wechat-article-cleaner'), { recursive: true, force: true })
cpSync(join(installed.folder, 'node_modules/wechat-article-cleaner'), tool('wechat-article-cleaner'), {
  recursive: true,
})
after(() => {
  rmSync(tool('wechat-article-cleaner'), { recursive: true })
  installed.remove()
})

const route = (runtime) =>
  program({
    before: `export const runtime = '${runtime}'
  export const dynamic = 'force-dynamic'`,
    give: (ask) => `export const GET = async () => Response.json(await ${ask})`,
  })

function write(name, text) {
  mkdirSync(join(app, name, '..'), { recursive: true })
  writeFileSync(join(app, name), text)
}

write('package.json', '{ "private": true }')
write('next.config.mjs', `export default { turbopack: { root: ${JSON.stringify(folder)} } }`)
write('app/layout.js', 'export default ({ children }) => <html lang="zh"><body>{children}</body></html>')
write('app/edge/route.js', route('edge'))
write('app/node/route.js', route('nodejs'))

const options = { cwd: app, encoding: 'utf8', env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' } }
const next = tool('next/dist/bin/next')

test(`${named('next')}, on Node and on the edge`, async () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [next, 'build'], options)
  assert.equal(status, 0, stdout + stderr)
  const server = spawn(process.execPath, [next, 'start', '--port', '0'], options)
  try {
    const url = await address(server)
    for (const name of ['node', 'edge']) assertExpected(await (await fetch(new URL(name, url))).json())
  } finally {
    server.kill()
  }
  const made = readdirSync(join(app, '.next/server/edge'), { recursive: true })
  assert.equal(made.filter((name) => name.endsWith('.wasm')).length, 1)
})

/** The address at which a server says that it listens. */
async function address(server) {
  let said = ''
  for await (const part of server.stdout) {
    said += part
    const [url] = said.match(/http:\/\/localhost:\d+/) ?? []
    if (url && said.includes('Ready')) return url
  }
  throw new Error(`the server of Next did not start: ${said}`)
}
