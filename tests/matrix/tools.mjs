// The tools that scripts/matrix.mjs installs, and what the package is asked to do in each of them.

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { clean, version } from 'wechat-article-cleaner'
import { page } from '../npm/page.mjs'

export const folder = fileURLToPath(new URL('../../target/matrix/', import.meta.url))

/** The path of a file of a tool. */
export const tool = (...names) => join(folder, 'node_modules', ...names)

/** The name of a tool and its version, for the name of a test. */
export const named = (name) => `${name} ${JSON.parse(readFileSync(tool(name, 'package.json'), 'utf8')).version}`

/** Imports a tool. */
export async function load(name) {
  const { load } = await import(pathToFileURL(join(folder, 'load.mjs')))
  return load(name)
}

/** The expressions of a program that uses everything once; what it gives is the `expected` answer. */
const ask = `(async () => {
  const page = ${JSON.stringify(page)}
  await ready()
  const article = clean(page)
  let code
  try { clean('') } catch (error) { code = error instanceof WechatArticleError && error.code }
  return { article, text: render(article, 'text'), code, version, hasRules: rules.length > categories.length }
})()`
export const names = '{ WechatArticleError, categories, clean, ready, render, rules, version }'

const article = clean(page)
const expected = { article, text: article.text, code: 'empty', version, hasRules: true }

export const assertExpected = (answer) => assert.deepEqual(answer, expected)

/** A module that imports the package, loads it by \`before\` if that is needed, and gives its answer to \`give\`. */
export const program = ({ entry = 'wechat-article-cleaner', imports = '', before = '', give }) => `
import ${names} from '${entry}'
${imports}
${before}
;${give(ask)}`

/** Puts the answer where the tests of the browser look for it. */
export const giveToPage = (ask) => `${ask}.then((answer) => { globalThis.answer = answer }, (error) => {
  globalThis.answer = { error: String(error), code: error.code }
})`

/** Prints the answer. */
export const print = (ask) => `${ask}.then((answer) => console.log(JSON.stringify(answer)))`

/** Runs a program that prints an answer. */
export function printed(command, args, cwd) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8' })
  assert.equal(status, 0, error ?? `${command} ${args.join(' ')}\n${stdout}\n${stderr}`)
  return JSON.parse(stdout)
}
