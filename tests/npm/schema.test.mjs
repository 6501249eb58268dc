// The JSON, its published schema and the TypeScript types say the same.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, test } from 'node:test'
import { clean } from 'wechat-article-cleaner'
import { fixtures } from './fixtures.mjs'
import { install } from './install.mjs'
import { page } from './page.mjs'
import { problems, typeScript } from './schema.mjs'

const schema = JSON.parse(readFileSync(new URL(import.meta.resolve('wechat-article-cleaner/schema.json'))))
const installed = install()
after(installed.remove)

test('every JSON of the fixtures is as the schema says', () => {
  const articles = fixtures.filter(({ expected }) => expected)
  assert.notEqual(articles.length, 0)
  for (const { name, expected } of articles) assert.deepEqual(problems(schema, JSON.parse(expected.json)), [], name)
})

test('the schema finds what is wrong', () => {
  const { markdown, html, document, text, fileName, ...article } = clean(page)
  assert.deepEqual(problems(schema, article), [])
  for (const [change, expected] of [
    [{ title: null }, '$.title: expected string, got null'],
    [{ titel: '' }, '$.titel: is not in the schema'],
    [{ title: undefined, kind: 'book' }, '$.kind: expected one of article,video,music,audio,picture,text,short'],
    [{ blocks: [{ type: 'divider', text: '' }] }, '$.blocks[0].text: is not in the schema'],
    [{ blocks: [{ type: 'heading', level: 7, content: [] }] }, '$.blocks[0].level: 7 is out of bounds'],
    [{ blocks: [{ type: 'formula' }] }, '$.blocks[0].latex: is missing'],
    [{ blocks: [{ type: 'poem' }] }, '$.blocks[0]: fits none'],
  ]) {
    assert.ok(problems(schema, { ...article, ...change }).includes(expected), expected)
  }
})

test('the types are those of the schema, name by name', () => {
  const names = Object.keys(schema.$defs)
  installed.write('schema.ts', typeScript(schema))
  installed.write(
    'same.ts',
    `import type * as Given from 'wechat-article-cleaner'
    import type * as Schema from './schema.js'
    type Names<T> = T extends unknown ? keyof T : never
    type Json<T> = T extends Given.Article ? Omit<T, 'markdown' | 'html' | 'document' | 'text' | 'fileName'> : T
    ${names
      .map(
        (name) => `
    export const to${name} = (value: Schema.${name}): Json<Given.${name}> => value
    export const from${name} = (value: Json<Given.${name}>): Schema.${name} => value
    export const namesTo${name} = (value: Names<Schema.${name}>): Names<Json<Given.${name}>> => value
    export const namesFrom${name} = (value: Names<Json<Given.${name}>>): Names<Schema.${name}> => value`,
      )
      .join('')}`,
  )
  installed.tsc('--noEmit', '--strict', '--target', 'es2022', '--lib', 'es2022,dom', '--module', 'nodenext', 'same.ts')
})

test('the words that options, rules and errors take are those of Rust', () => {
  const read = (name) => readFileSync(new URL(`../../src/${name}`, import.meta.url), 'utf8')
  const { options } = JSON.parse(read('npm/made/command.json'))
  const values = (name) => options.find((option) => option.name === name).values
  const codes = [...read('error.rs').matchAll(/ErrorKind::\w+ => "([\w-]+)"/g)].map(([, code]) => code)
  assert.ok(codes.includes('deleted'))
  const words = {
    Category: JSON.parse(read('npm/made/rules.json')).categories,
    FrontMatterField: values('front-matter'),
    "NonNullable<Given.Options['images']>": values('images'),
    "NonNullable<Given.Options['links']>": values('links'),
    // Rust is not there yet where WebAssembly may not be compiled.
    ErrorCode: [...codes, 'no-wasm'],
  }
  const same = Object.entries(words).map(([type, list], at) => {
    const union = list.map((word) => JSON.stringify(word)).join(' | ')
    return `export const same${at}: Same<${type.includes('Given') ? type : `Given.${type}`}, ${union}> = true`
  })
  installed.write(
    'words.ts',
    `import type * as Given from 'wechat-article-cleaner'
    type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never
    ${same.join('\n')}`,
  )
  installed.tsc('--noEmit', '--strict', '--target', 'es2022', '--lib', 'es2022,dom', '--module', 'nodenext', 'words.ts')
})
