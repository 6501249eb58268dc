// The result: the article's head, its formats, the ways out, its outline, and what was set aside.

import { showCode } from './code.js'
import { copyShown } from './copying.js'
import { byId, element } from './dom.js'
import { FORMATS } from './facts.js'
import { showHead } from './head.js'
import { words } from './i18n.js'
import { memory, remember } from './memory.js'
import { showOutline } from './outline.js'
import { download, endingOf, save, textOf } from './output.js'
import { addressesOf, packWithPictures } from './pictures.js'
import { headings, openPreview, printPreview, showPiece, updatePreview } from './preview.js'
import { renderRemoved } from './removed.js'
import { makeTabs } from './tabs.js'

let shown = null // { article, kept, always, images, canUndo, onToggle, onKeep, onAlways, withPictures }
let tabs = null
let hooks = null

/** Prepares the controls. `announce(text, { visible })` speaks to screen readers, or to all; `onUndo()`, and
 * `onEvent(event)` for keys and pastes in the preview, which this page does not hear of otherwise. */
export function initResult(given) {
  hooks = given
  tabs = makeTabs(byId('tabs'), byId('panel'), FORMATS, (format) => {
    remember({ format })
    if (shown) showFormat()
  })
  tabs.select(memory.format)
  byId('remote').checked = memory.remote
  byId('remote').addEventListener('change', ({ target }) => {
    remember({ remote: target.checked })
    open()
  })
  byId('undo').addEventListener('click', () => hooks.onUndo())
  byId('print').addEventListener('click', printPreview)
  byId('download').addEventListener('click', () => download(shown.article, memory.format))
  byId('copy').addEventListener('click', () => copyShown(shown.article, memory.format, hooks.announce))
  byId('pictures').addEventListener('click', downloadWithPictures)
}

/** Shows an article: a new one, or the same with other choices. */
export function showResult(article, choices, { isNew }) {
  shown = { article, ...choices }
  if (isNew) open()
  else translateResult()
  showFormat()
}

/** Whether there is an article to go back to. */
export const hasResult = () => shown !== null

/** Writes the words of the result in the language now in use. */
export function translateResult() {
  tabs.translate()
  byId('preview').title = words('tabs.preview')
  if (!shown) return
  const { article, canUndo } = shown
  const count = String(article.removed.length)
  showHead(article, memory)
  updatePreview(article, view())
  byId('removed-title').replaceChildren(words('removed.title'), ' ', element('span', { class: 'count' }, count))
  byId('removed-hint').hidden = article.removed.length + article.restored.length === 0
  showUndo(canUndo)
  renderRemoved(byId('removed-list'), article, {
    ...shown,
    remote: memory.remote,
    onShow: (id) => inPreview(() => showPiece(id)),
  })
  showOutline(byId('outline'), byId('outline-list'), headings(article), () => inPreview(() => {}))
  showFormat()
}

function open() {
  openPreview(byId('preview'), shown.article, view())
  translateResult()
}

function view() {
  const { article, kept, images, onToggle } = shown
  const isRestored = (id) => article.restored.some((piece) => piece.id === id)
  return { kept, images, remote: memory.remote, onPiece: (id) => onToggle(id, !isRestored(id)), onEvent: hooks.onEvent }
}

function inPreview(show) {
  if (memory.format !== 'preview') tabs.select('preview')
  byId('panel').scrollIntoView({ block: 'nearest' })
  show()
}

// With the last choice undone there is nothing more for the button to do; the keyboard stays near.
function showUndo(canUndo) {
  const isLeft = document.activeElement === byId('undo') && !canUndo
  byId('undo').hidden = !canUndo
  if (isLeft) byId('removed-title').focus()
}

// Of the text formats only the one in sight is made: the JSON of a long article is a megabyte.
function showFormat() {
  const { format } = memory
  const isPreview = format === 'preview'
  byId('preview').hidden = !isPreview
  byId('remote-switch').hidden = !isPreview
  byId('print').hidden = !isPreview
  showCode(isPreview ? null : textOf(shown.article, format))
  byId('download').textContent = words('download', { ending: endingOf(format) })
  byId('copy').title = isPreview ? words('copy.preview') : ''
  byId('pictures').hidden = !shown.withPictures || addressesOf(shown.article).length === 0
}

async function downloadWithPictures() {
  const { article, withPictures } = shown
  const all = addressesOf(article).length
  const button = byId('pictures')
  if (button.ariaBusy === 'true') return
  const showCount = (count) => button.replaceChildren(words('pictures.fetching', { count, all }))
  button.ariaBusy = 'true'
  showCount(0)
  try {
    const packed = await packWithPictures(article, withPictures, showCount)
    if (packed) {
      const { zip, count } = packed
      save(zip, `${article.fileName}.zip`)
      hooks.announce(words(count === all ? 'pictures.done' : 'pictures.some', { count, all }), { visible: count < all })
    }
  } catch {
    hooks.announce(words('error.not-loaded'), { visible: true })
  }
  button.ariaBusy = 'false'
  button.textContent = words('pictures')
}
