// Wires the page: what comes in goes to the worker, what comes back is shown.

import { translateAbout } from './about.js'
import { initBookmarklet, translateBookmarklet } from './bookmarklet.js'
import { warmUp } from './cleaner.js'
import { isCodeShown, selectCode } from './code.js'
import { receive } from './courier.js'
import { byId } from './dom.js'
import { clearFailure, translateFailure } from './failure.js'
import { endFiles, hasFiles, initFiles, showFiles, translateFiles } from './files.js'
import { languageTag, switchLanguage, translatePage, words } from './i18n.js'
import { acceptDrops, readClipboard, readFile, readTransfer } from './intake.js'
import { workOffline } from './offline.js'
import { initOptions, translateOptions } from './options.js'
import { hasResult, initResult, translateResult } from './result.js'
import { announce, arriveAt, entitle, show } from './stage.js'
import { followSteps, stepBack, stepTo, stepToBox } from './steps.js'
import { drop, fail, giveUp, nameWayBack, rewrite, start, takeBack } from './work.js'

/** A pasted text up to this length, such as a link, is shown in the box; a whole page would choke it. */
const LONGEST_IN_BOX = 2000

const source = byId('source')

function give(given) {
  source.value = given.isPlain && given.text.length <= LONGEST_IN_BOX ? given.text : ''
  take(given)
}

async function take({ files = [], text, item }) {
  if (files.length > 1) return takeFiles(files)
  try {
    await start(files.length > 0 ? await readFile(files[0]) : text, { item })
  } catch (error) {
    fail(error)
  }
}

function takeFiles(files) {
  drop()
  clearFailure()
  show('files')
  stepTo('files')
  showFiles(files)
  arriveAt('files-title')
}

async function trySample() {
  try {
    const response = await fetch(new URL('./sample/article.html', import.meta.url))
    if (!response.ok) throw new Error(response.statusText)
    start((await response.text()).replaceAll('{base}', new URL('./sample/', import.meta.url).href))
  } catch {
    fail({ code: 'not-loaded' })
  }
}

/** Shows the view of a step in the history, as far as what it showed is still there. */
function goTo(view) {
  drop()
  clearFailure()
  announce('')
  if (view === 'done' && hasResult()) {
    show('done', byId('title').textContent)
    nameWayBack()
    arriveAt('title')
    return rewrite()
  }
  if (view === 'files' && hasFiles()) {
    show('files')
    return arriveAt('files-title')
  }
  show('intake')
  arriveAt('source')
}

function onPaste(event) {
  const given = readTransfer(event.clipboardData)
  if (!given) return
  event.preventDefault()
  give(given)
}

function onKey(event) {
  if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.target === source) return
  const key = event.key.toLowerCase()
  const act = (key === 'z' && takeBack) || (key === 'a' && isCodeShown() && selectCode)
  if (!act) return
  event.preventDefault()
  act()
}

function translate() {
  entitle()
  byId('language').textContent = words('language')
  byId('language').lang = languageTag() === 'en' ? 'zh-CN' : 'en'
  translatePage()
  translateOptions()
  translateFiles()
  translateResult()
  translateFailure()
  translateBookmarklet()
  translateAbout()
  nameWayBack()
}

initResult({ announce, onUndo: takeBack, onEvent: (event) => (event.type === 'paste' ? onPaste : onKey)(event) })
initFiles({ announce, onView: (item) => take({ files: [item.file], item }) })
initOptions(
  [
    [byId('options-toggle'), byId('options')],
    [byId('files-options-toggle'), byId('files-options')],
  ],
  rewrite,
)
initBookmarklet(announce)
followSteps(goTo)
translate()
warmUp()
workOffline()
receive(start, fail)
acceptDrops(take)
addEventListener('keydown', onKey)
addEventListener('paste', onPaste)
source.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) start(source.value)
})
byId('file').addEventListener('change', ({ target }) => {
  take({ files: [...target.files] })
  target.value = '' // so that the same file can be chosen again
})
for (const [id, onClick] of [
  ['read', () => readClipboard().then(give, fail)],
  ['clean', () => start(source.value)],
  ['choose', () => byId('file').click()],
  ['sample', trySample],
  ['stop', giveUp],
  ['again', stepBack],
  ['files-again', () => [endFiles(), stepToBox()]],
  ['language', () => [switchLanguage(), translate()]],
]) {
  byId(id).addEventListener('click', onClick)
}
byId('read').hidden = !navigator.clipboard?.read
