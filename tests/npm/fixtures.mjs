// The made-up pages of tests/fixtures that every face of the cleaner is tested with.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../fixtures/', import.meta.url))

/**
 * `{ name, input, expected }` for each article, `{ name, input, error: { code, message } }` for each error.
 * The input is bytes: those of the one file that is neither why.md nor expected.
 */
export const fixtures = names().map((name) => {
  const read = (file) => readFileSync(`${folder}${name}/${file}`, 'utf8')
  const file = readdirSync(`${folder}${name}`).find((file) => file !== 'why.md' && !file.startsWith('expected.'))
  const input = new Uint8Array(readFileSync(`${folder}${name}/${file}`))
  if (existsSync(`${folder}${name}/expected.error.txt`)) {
    const [code, message, ...said] = read('expected.error.txt').trimEnd().split('\n')
    const facts = Object.fromEntries(said.map((line) => line.split(/: (.*)/, 2)))
    return { name, input, error: { code, message, reason: null, url: null, account: null, ...facts } }
  }
  const [markdown, html, text, json] = ['md', 'html', 'txt', 'json'].map((type) => read(`expected.${type}`))
  return { name, input, expected: { markdown, html, text, json } }
})

function names() {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}
