#!/usr/bin/env node
// The command line in Node. Its options are those of the native command, which describes itself in command.json.

import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, parse } from 'node:path'
import { parseArgs } from 'node:util'
import { clean, recurring, version } from './index.js'
import { jsonOf } from './json.js'

const command = JSON.parse(readFileSync(new URL('./command.json', import.meta.url), 'utf8'))

/** Arguments that make no sense. */
class UsageError extends Error {}

/** A result that would take the place of an input. */
class OverwriteError extends Error {
  code = 'overwrites-input'
}

// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error
})

try {
  process.exitCode = await run(readArguments(process.argv.slice(2)))
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  process.stderr.write(`error: ${error.message}\n\nFor more information, try '--help'.\n`)
  process.exitCode = 2
}

/** The values given, by the names of their options; `files` are the rest. */
function readArguments(args) {
  const options = Object.fromEntries(
    command.options.map(({ name, short, takesValue }) => [
      name,
      // All may be repeated here, so that one that may not is found below.
      { type: takesValue ? 'string' : 'boolean', multiple: true, ...(short && { short }) },
    ]),
  )
  const { values, positionals } = parsed({ args, options, allowPositionals: true })
  if (values.help) return { help: args.includes('--help') ? 'long' : 'short' }
  if (values.version) return { version: true }
  const given = { files: positionals.length > 0 ? positionals : ['-'] }
  for (const option of command.options) given[option.name] = readOption(option, values)
  return given
}

function parsed(config) {
  try {
    return parseArgs(config)
  } catch (error) {
    throw new UsageError(error.message)
  }
}

function readOption({ name, takesValue, values: allowed, isList, default: preset, conflicts }, values) {
  const given = values[name]
  if (given === undefined) return isList ? [] : takesValue ? preset : false
  if (given.length > 1 && !isList) throw new UsageError(`the argument '--${name}' cannot be used multiple times`)
  const other = conflicts.find((other) => values[other])
  if (other) throw new UsageError(`the argument '--${name}' cannot be used with '--${other}'`)
  const all = isList ? given.flatMap((value) => value.split(',')) : given
  const wrong = all.find((value) => allowed && !allowed.includes(value))
  if (wrong !== undefined) {
    throw new UsageError(`invalid value '${wrong}' for '--${name}'\n  [possible values: ${allowed.join(', ')}]`)
  }
  return isList ? all : all[0]
}

/** Does what the arguments say; gives the exit status. */
async function run(given) {
  if (given.version) return print(`wechat-article-cleaner ${version}\n`)
  if (given.help) return print(command.help[given.help])
  const outputs = { inputs: new Map(given.files.map((file) => [identity(file), file])), names: new Set() }
  const common = given.files.length > 1 && !given.alone ? inCommon(given.files) : undefined
  let status = 0
  for (const file of given.files) {
    try {
      await convert(file, { ...given, common }, outputs)
    } catch (error) {
      const isOwn = error.name === 'WechatArticleError' || error instanceof OverwriteError
      const code = isOwn ? error.code : 'io'
      report(file, `error[${code}]: ${error.message}`)
      status = 1
    }
  }
  return status
}

/** What the inputs have in common; nothing where finding it fails: cleaning each tells why. */
function inCommon(files) {
  try {
    return recurring(pagesIn(files))
  } catch {}
}

/** The inputs that are files; of one that cannot be read, cleaning it tells. What is none, such as a pipe, can be read only once. */
function* pagesIn(files) {
  for (const file of files) {
    try {
      if (statSync(file).isFile()) yield readFileSync(file)
    } catch {}
  }
}

/** Cleans one input and writes the result; `outputs` are what must not be written over: the inputs, and what was written. */
async function convert(file, given, outputs) {
  const article = clean(await read(file), {
    url: given.url ?? undefined,
    keep: given.keep,
    recurring: given.common,
    images: given.images,
    links: given.links,
    frontMatter: !given['no-front-matter'] && (given['front-matter'].length === 0 || given['front-matter']),
  })
  for (const { code, message } of article.warnings) report(file, `warning[${code}]: ${message}`)
  const text = write(article, given.format)
  if (given.out === null) {
    print(text)
    return
  }
  const stem = file === '-' ? article.fileName : parse(file).name
  const path = join(given.out, freeName(stem, command.extensions[given.format], outputs.names))
  spare(path, outputs.inputs)
  mkdirSync(given.out, { recursive: true })
  writeFileSync(path, text)
}

function write(article, format) {
  return format === 'json' ? jsonOf(article) : article[format === 'html' ? 'document' : format]
}

async function read(file) {
  if (file !== '-') return readInput(file)
  if (process.stdin.isTTY) {
    const ends = 'end with Ctrl+D (Ctrl+Z on Windows)'
    process.stderr.write(`reading from the keyboard: paste a page and ${ends}, or see --help\n`)
  }
  const parts = []
  for await (const part of process.stdin) parts.push(part)
  return Buffer.concat(parts)
}

function readInput(file) {
  try {
    return readFileSync(file)
  } catch (error) {
    // What is said of an address tells what to do instead.
    if (file.startsWith('http')) return file
    if (error.code !== 'EISDIR') throw error
    throw new Error('is a directory: expected files, such as those of *.html in it')
  }
}

/** A name for a result: two inputs of one name must not write over each other. */
function freeName(stem, extension, names) {
  for (let n = 1; ; n++) {
    const name = `${stem}${n > 1 ? `-${n}` : ''}.${extension}`
    // Many file systems take `A.md` and `a.md` for one.
    const known = name.toLowerCase()
    if (!names.has(known)) {
      names.add(known)
      return name
    }
  }
}

/** Fails where a result would take the place of an input. */
function spare(path, inputs) {
  const file = identity(path)
  if (file === null || !inputs.has(file)) return
  throw new OverwriteError(
    `the result would be written over the input ${inputs.get(file)}: expected a directory without inputs of such names, give another to --out`,
  )
}

/** What tells one file from another, whatever path leads to it: links, `./`, or letters of another case. */
function identity(path) {
  try {
    const { dev, ino } = statSync(path, { bigint: true })
    return `${dev} ${ino}`
  } catch {
    return null
  }
}

function print(text) {
  process.stdout.write(text)
  return 0
}

function report(file, message) {
  const said = `${file === '-' ? 'standard input' : file}: ${message}`
  // Pages and names of files have a say in messages, but none in what a terminal does.
  process.stderr.write(`${said.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '\ufffd')}\n`)
}
