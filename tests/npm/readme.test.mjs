// The examples of both READMEs: all of them are JavaScript, and those that read a file run as they stand.

import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { clean } from 'wechat-article-cleaner'
import { install, readHere } from './install.mjs'
import { page } from './page.mjs'

const installed = install()
after(installed.remove)
installed.write('page.html', page)

for (const name of ['README.md', 'README.zh-CN.md']) {
  test(`the examples of ${name}`, () => {
    const examples = [...readHere(`../../${name}`).matchAll(/^```js\n(.*?)^```$/gms)].map(([, example]) => example)
    for (const example of examples) {
      installed.write('example.mjs', example)
      installed.node('--check', 'example.mjs')
    }
    const running = examples.filter((example) => example.includes("'page.html'"))
    assert.equal(running.length, 3)
    for (const example of running) {
      const file = example.includes('require(') ? 'example.cjs' : 'example.mjs'
      installed.write(file, example)
      assert.ok(installed.node(file).startsWith(clean(page).markdown), example)
    }
  })
}
