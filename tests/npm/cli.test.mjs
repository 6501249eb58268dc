// The command of the package does what the native command does: the same output, messages and exit status.

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { native } from './native.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const commands = { native: [native()], npm: [process.execPath, join(root, 'dist/cli.js')] }
const folder = mkdtempSync(join(tmpdir(), 'cli-'))
after(() => rmSync(folder, { recursive: true }))

const fixture = (name, file = 'page.html') => `tests/fixtures/${name}/${file}`
const pages = [fixture('article-2026'), fixture('article-2017'), fixture('fragment')]

/** What a command does: its exit status, what it prints, and the files it writes. */
function run(name, args, { input = '', cwd = root } = {}) {
  const [program, ...before] = commands[name]
  const out = mkdtempSync(join(folder, 'out-'))
  const given = args.map((arg) => arg.replace('OUT', out))
  const { status, stdout, stderr } = spawnSync(program, [...before, ...given], { input, cwd, encoding: 'utf8' })
  const files = readdirSync(out).map((file) => [file, readFileSync(join(out, file), 'utf8')])
  return { status, stdout, stderr, files: Object.fromEntries(files) }
}

const succeeds = {
  'one page': [pages[0]],
  'several pages': pages,
  'every format': ['markdown', 'html', 'text', 'json'].map((format) => ['--format', format, ...pages]),
  'short options': [
    ['-f', 'json', pages[0]],
    ['-fjson', pages[0]],
    ['-k', 'related', '-kdecor,qr', pages[0]],
  ],
  'what was kept by choice': [['-f', 'json', '-k', 'follow,share,related,chrome', ...pages]],
  'values after =': [['--format=text', '--links=reference', '--keep=related', pages[0]]],
  files: [
    ['--out', 'OUT', '--format', 'html', ...pages],
    ['-oOUT', pages[0]],
  ],
  'choices of pictures, links and fields': [
    ['--images', 'drop', '--links', 'drop', pages[0]],
    ['--links', 'reference', '-f', 'text', pages[0]],
    ['--no-front-matter', pages[0]],
    ['--front-matter', 'date,title', '--front-matter', 'url', pages[0]],
    ['--front-matter', 'fetch_date', fixture('archive', 'page.md')],
  ],
  'an address': [['--url', 'https://mp.weixin.qq.com/s/given?scene=1', pages[2]]],
  'a file after --': [['--format', 'text', '--', pages[0]]],
  'an archive': [[fixture('archive', 'page.md')]],
  'help and version': [['--help'], ['-h'], ['--version'], ['-V'], [pages[0], '--help', '--format', 'text']],
}

for (const [what, given] of Object.entries(succeeds)) {
  test(`gives the same: ${what}`, () => {
    for (const args of Array.isArray(given[0]) ? given : [given]) {
      const [expected, actual] = [run('native', args), run('npm', args)]
      assert.equal(expected.status, 0, expected.stderr)
      assert.notEqual(expected.stdout + Object.keys(expected.files).join(), '')
      assert.deepEqual(actual, expected, args.join(' '))
    }
  })
}

test('leaves out the same of what several files of an account have in common', () => {
  const lamp = '山里的灯，一盏一盏地亮'
  const files = ['春天的茶山上雾气很重', '秋天的河水落下去了'].map((text) => {
    const path = join(folder, `${text}.md`)
    const long = `${text}，天不亮就有人出了门，一路上谁也不说话，只听见脚步声，露水打湿了他们的裤脚。`
    writeFileSync(path, `---\ntitle: ${text}\nsource: 山脚读书会\n---\n\n${long}\n\n${lamp}\n`)
    return path
  })
  for (const [args, isHeld] of [
    [files, false],
    [['--format', 'text', ...files, fixture('error-deleted')], false],
    [['--alone', ...files], true],
    [[files[0], '-'], true],
  ]) {
    const ours = run('npm', args)
    assert.deepEqual(ours, run('native', args))
    assert.equal(ours.stdout.includes(lamp), isHeld, args.join(' '))
  }
})

test('says of each file that it failed, also where nothing can be compared', () => {
  // Node has no WebAssembly then.
  const { status, stderr } = spawnSync(process.execPath, ['--jitless', commands.npm[1], ...pages], {
    cwd: root,
    encoding: 'utf8',
  })
  assert.equal(status, 1)
  for (const page of pages) assert.ok(stderr.includes(`${page}: error[`), stderr)
})

test('gives the same of standard input', () => {
  const input = readFileSync(join(root, pages[1]))
  for (const args of [[], ['-'], ['--format', 'json', '-'], ['--out', 'OUT']]) {
    const expected = run('native', args, { input })
    assert.equal(expected.status, 0)
    assert.deepEqual(run('npm', args, { input }), expected)
  }
})

test('fails the same, in the same words, where there is no article', () => {
  for (const args of [
    [fixture('error-deleted')],
    [fixture('archive-stub', 'page.md')],
    [pages[0], fixture('error-deleted'), pages[1]],
    ['--out', 'OUT', fixture('error-deleted'), pages[0], pages[1]],
    [],
    ['-', '-'],
  ]) {
    const expected = run('native', args)
    assert.equal(expected.status, 1)
    assert.match(expected.stderr, /error\[[a-z-]+\]: /)
    assert.deepEqual(run('npm', args), expected, args.join(' '))
  }
})

test('spares the inputs, and writes over earlier results, the same', () => {
  const tried = Object.keys(commands).map((name) => {
    const cwd = mkdtempSync(join(folder, 'beside-'))
    for (const path of ['in', 'linked']) mkdirSync(join(cwd, path))
    copyFileSync(join(root, fixture('archive', 'page.md')), join(cwd, 'x.md'))
    for (const path of ['x.html', 'in/X.html', 'y.html']) copyFileSync(join(root, pages[1]), join(cwd, path))
    symlinkSync(join(cwd, 'y.html'), join(cwd, 'linked/y.md'))
    const outcomes = [
      ['x.md', '--out', '.'],
      ['./in/../x.md', '--out', 'in/..'],
      ['x.html', 'y.html', 'x.md', '--out', '.'],
      ['y.html', '--out', 'linked'],
      ['x.html', 'in/X.html', '--out', 'new'],
      ['x.html', 'in/X.html', '--out', 'new'],
    ].map((args) => {
      const { status, stderr } = run(name, args, { cwd })
      const files = readdirSync(cwd, { recursive: true }).sort()
      return { status, stderr, files }
    })
    assert.deepEqual(
      outcomes.map(({ status }) => status),
      [1, 1, 1, 1, 0, 0],
    )
    for (const { stderr } of outcomes.slice(0, 4)) assert.match(stderr, /error\[overwrites-input\]: .+ --out\n/)
    for (const [path, source] of [
      ['x.md', fixture('archive', 'page.md')],
      ['y.html', pages[1]],
    ]) {
      assert.equal(readFileSync(join(cwd, path), 'utf8'), readFileSync(join(root, source), 'utf8'))
    }
    assert.deepEqual(readdirSync(join(cwd, 'new')).sort(), ['X-2.md', 'x.md'])
    return outcomes
  })
  assert.deepEqual(tried[1], tried[0])
})

test('says the same of an address and of a directory, and nothing to the terminal', () => {
  const address = 'https://mp.weixin.qq.com/s/AbCdEf'
  const hostile = '<div class="weui-msg"><div class="weui-msg__title">该内容已被发布者删除&#27;[31m\u202e</div></div>'
  for (const [args, input, expected] of [
    [[address], '', /^https:\/\/\S+: error\[url-only\]: /],
    [['tests'], '', /^tests: error\[io\]: is a directory: expected files/],
    [[], hostile, /error\[deleted\]: .+\ufffd\[31m\ufffd/],
  ]) {
    const ours = run('npm', args, { input })
    assert.deepEqual(ours, run('native', args, { input }))
    assert.equal(ours.status, 1)
    assert.match(ours.stderr, expected)
    assert.ok(!ours.stderr.includes('\u001b') && !ours.stderr.includes('\u202e'))
  }
})

test('fails the same where a file cannot be read or written', () => {
  // The system's own words differ.
  const code = ({ stderr, ...rest }) => ({ ...rest, stderr: stderr.replace(/(error\[io\]: ).*/g, '$1') })
  for (const args of [
    ['no-such-file.html', pages[0]],
    ['tests', pages[0]],
    ['--out', 'package.json/x', pages[0]],
  ]) {
    const expected = code(run('native', args))
    assert.equal(expected.status, 1)
    assert.match(expected.stderr, /error\[io\]: \n/)
    assert.deepEqual(code(run('npm', args)), expected, args.join(' '))
  }
})

test('refuses the same arguments', () => {
  for (const args of [
    ['--format', 'pdf'],
    ['--format', ''],
    ['--format'],
    ['--format', 'text', '--format', 'json'],
    ['-f', 'text', '-f', 'text'],
    ['--keep', 'everything'],
    ['--keep', 'related,'],
    ['--keep', 'Related'],
    ['--no-such-option'],
    ['-x'],
    ['--no-front-matter=yes'],
    ['--no-front-matter', '--no-front-matter'],
    ['--no-front-matter', '--front-matter', 'title'],
    ['--front-matter', 'titel'],
    ['--images', 'keep'],
    ['--links', 'none'],
    ['--url'],
    ['--url', 'a', '--url', 'b'],
  ]) {
    for (const name of Object.keys(commands)) {
      const { status, stdout, stderr } = run(name, args)
      assert.equal(status, 2, `${name} ${args.join(' ')}`)
      assert.equal(stdout, '')
      assert.match(stderr, /^error: .+\n(.*\n)*\nFor more information, try '--help'\.\n$/)
    }
  }
})
