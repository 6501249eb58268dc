// Wires the page: what comes in goes to the worker, what comes back is shown.

import { clean, warmUp } from './cleaner.js'
import { byId } from './dom.js'
import { clearFailure, showFailure, translateFailure } from './failure.js'
import { languageTag, switchLanguage, translatePage, words } from './i18n.js'
import { acceptDrops, readFile, readTransfer } from './intake.js'
import { initResult, showResult, translateResult } from './result.js'

/** A pasted text up to this length, such as a link, is shown in the box; a whole page would choke it. */
const LONGEST_IN_BOX = 2000

const source = byId('source')

/** What is being cleaned, and the reader's choices about it. */
let session = { input: '', keep: new Set(), restore: new Set() }

function start(input) {
  session = { input, keep: new Set(), restore: new Set() }
  return run({ isNew: true })
}

async function run({ isNew }) {
  const { input, keep, restore } = session
  announce(words('working'))
  setBusy(true)
  try {
    const article = await clean(input, { keep: [...keep], restore: [...restore] })
    if (article) succeed(article, isNew)
  } catch (error) {
    fail(error)
  }
}

function succeed(article, isNew) {
  setBusy(false)
  clearFailure()
  show('done')
  showResult(article, { kept: session.keep, onToggle: choose('restore'), onKeep: choose('keep') })
  announce(words('status.done', { title: article.title || words('untitled'), count: article.removed.length }))
  if (!isNew) return
  source.value = ''
  scrollTo(0, 0)
  byId('title').focus({ preventScroll: true })
}

function fail(error) {
  setBusy(false)
  announce('') // the error itself is an alert
  show('intake')
  showFailure(error, session.input)
  scrollTo(0, 0)
  source.focus({ preventScroll: true })
  source.select()
}

/** Makes the callback for a choice in the list of what was set aside. */
function choose(kind) {
  return (value, chosen) => {
    if (chosen) session[kind].add(value)
    else session[kind].delete(value)
    run({ isNew: false })
  }
}

async function take({ file, others, text }) {
  if (others > 0) return fail({ code: 'one-file' })
  try {
    await start(file ? await readFile(file) : text)
  } catch (error) {
    fail(error)
  }
}

async function trySample() {
  const base = new URL('./sample/', import.meta.url)
  try {
    const response = await fetch(new URL('article.html', base))
    if (!response.ok) throw new Error(response.statusText)
    start((await response.text()).replaceAll('{base}', base.href))
  } catch {
    fail({ code: 'not-loaded' })
  }
}

function onPaste(event) {
  const given = readTransfer(event.clipboardData)
  if (!given) return
  event.preventDefault()
  source.value = given.isPlain && given.text.length <= LONGEST_IN_BOX ? given.text : ''
  take(given)
}

function show(view) {
  byId('intake').hidden = view !== 'intake'
  byId('done').hidden = view !== 'done'
}

function setBusy(isBusy) {
  document.querySelector('main').setAttribute('aria-busy', String(isBusy))
}

/** Speaks to screen readers, or shows the text to all. */
function announce(text, { visible = false } = {}) {
  const status = byId('status')
  status.textContent = text
  status.classList.toggle('visible', visible)
  status.classList.toggle('visually-hidden', !visible)
}

function translate() {
  document.title = words('name')
  byId('language').textContent = words('language')
  byId('language').lang = languageTag() === 'en' ? 'zh-CN' : 'en'
  translatePage()
  translateResult()
  translateFailure()
}

initResult(announce)
translate()
warmUp()
addEventListener('paste', onPaste)
acceptDrops(take)
source.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) start(source.value)
})
byId('clean').addEventListener('click', () => start(source.value))
byId('choose').addEventListener('click', () => byId('file').click())
byId('file').addEventListener('change', ({ target }) => {
  if (target.files.length > 0) take({ file: target.files[0] })
  target.value = '' // so that the same file can be chosen again
})
byId('sample').addEventListener('click', trySample)
byId('language').addEventListener('click', () => {
  switchLanguage()
  translate()
})
byId('again').addEventListener('click', () => {
  clearFailure()
  show('intake')
  source.focus()
})
