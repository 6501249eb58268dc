// Scores the command line against a labelled corpus that is not part of this repository.
//
// `npm run score` prints the figures of bench/score.py, `npm run score -- -v` also the worst documents.
//
// Of pictures the scorer knows those on qpic.cn alone: emoji from res.wx.qq.com and the relative paths of a backup count as
// lost though they are there (12 of the open corpus). The title over notes that now stand with the text counts as lost.

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { inRoot, main, output, Problem, run } from './run.mjs'
import { requireRust } from './setup.mjs'

const corpus = inRoot('..', 'shared', 'corpus')
const scorer = inRoot('..', 'shared', 'bench', 'score.py')

main(() => {
  requireCorpus()
  requireRust()
  run('cargo', ['build', '--release', '--features', 'cli', '--target-dir', 'target'])
  const docs = JSON.parse(readFileSync(join(corpus, 'docs.json'), 'utf8'))
  const pages = docs.filter((doc) => doc.kind === 'html')
  score('Pages and fragments', pages, (doc) => doc.path)
  score('What a browser copies of a page', pages, (doc) => `clipboard/${doc.id}.html.gz`)
  score('What a bookmarklet sends of an open page', pages, (doc) => `live/${doc.id}.html.gz`)
  const scrapes = docs.filter((doc) => doc.kind === 'md')
  score('Pages scraped to Markdown', scrapes, (doc) => doc.path)
  score('The same, each alone', scrapes, (doc) => doc.path, ['--alone'])
}, 2)

/** Cleans the form of each document that `sourceOf` names, where the corpus has it, and prints the score. */
function score(heading, docs, sourceOf, options = []) {
  const given = docs.filter((doc) => existsSync(join(corpus, sourceOf(doc))))
  const folder = mkdtempSync(join(tmpdir(), 'score-'))
  try {
    console.log(`\n── ${heading}: ${given.length}`)
    const inputs = join(folder, 'inputs')
    mkdirSync(inputs)
    const files = given.map((doc) => unpack(join(corpus, sourceOf(doc)), join(inputs, `${doc.id}.${doc.kind}`)))
    const outputs = join(folder, 'outputs')
    const program = inRoot('target', 'release', 'wechat-article-cleaner')
    // Code 1: some input held no article. It is told on stderr, and counts as an empty output.
    run(program, ['--format', 'markdown', ...options, '--out', outputs, ...files], { expected: [0, 1] })
    const args = [scorer, corpusOf(given, join(folder, 'corpus')), outputs, ...process.argv.slice(2)]
    run('python3', args, { env: { PYTHONDONTWRITEBYTECODE: '1' } })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function unpack(from, to) {
  writeFileSync(to, gunzipSync(readFileSync(from)))
  return to
}

/** A corpus of only these documents: the scorer takes all that docs.json names. */
function corpusOf(docs, folder) {
  mkdirSync(folder)
  for (const name of ['html', 'fragments', 'md', 'labels']) symlinkSync(join(corpus, name), join(folder, name))
  writeFileSync(join(folder, 'docs.json'), JSON.stringify(docs))
  return folder
}

function requireCorpus() {
  for (const path of [join(corpus, 'docs.json'), scorer]) {
    if (!existsSync(path)) throw new Problem(`The corpus is missing: expected ${path}`)
  }
  if (!output('python3', ['--version'])) throw new Problem('Python 3 is missing: https://www.python.org')
  if (output('python3', ['-c', 'import lxml']) === null) {
    throw new Problem("Python's lxml is missing, which the scorer reads pages with: pip install lxml")
  }
}
