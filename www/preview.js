// The preview: a frame that runs no script, filled and read from here.

import { articleElement, shellSource } from './document.js'
import { element } from './dom.js'
import { grouped } from './grouped.js'
import { languageTag, words } from './i18n.js'
import { addMarks, chosenPiece } from './marks.js'

/**
 * Of this page's origin, so that it can be filled and scrolled from here; without `allow-scripts`, so that nothing in
 * it runs. Links open outside of it, and it may show the window for printing.
 */
const SANDBOX = 'allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-modals'

let frame = null
let shown = null // { article, kept, images, remote, onPiece, onEvent }

/** Shows an article in a new frame in the place of `old`: a frame whose source changes would be a step in the history. */
export function openPreview(old, article, view) {
  shown = { article, ...view }
  frame = element('iframe', {
    id: 'preview',
    hidden: old.hidden,
    title: words('tabs.preview'),
    sandbox: SANDBOX,
    referrerpolicy: 'no-referrer',
    load: (event) => {
      if (event.target !== frame) return
      watch(frame.contentDocument)
      fill()
    },
  })
  frame.srcdoc = shellSource(view)
  old.replaceWith(frame)
}

/** Shows the same article with other pieces; what is unchanged stays as it is, and so does the place. */
export function updatePreview(article, view) {
  shown = { article, ...view }
  frame.title = words('tabs.preview')
  if (frame.contentDocument?.body.hasChildNodes()) fill()
}

/** The headings of the shown article, to be read once `fill` has run: `[{ level, text, show() }]`. */
export function headings(article) {
  const made = articleElement(article, { remote: true })
  return [...made.querySelectorAll(':scope > :is(h2, h3, h4, h5, h6)')].map((heading, idx) => ({
    level: Number(heading.tagName[1]),
    text: heading.textContent.trim(),
    show: () => show(frame.contentDocument.querySelectorAll('article > :is(h2, h3, h4, h5, h6)')[idx], 'start'),
  }))
}

/** Brings the mark of a piece into sight. */
export function showPiece(id) {
  const line = frame.contentDocument?.getElementById(`piece-${id}`)
  if (!line) return
  const mark = line.closest('details.mark')
  if (mark) mark.open = true
  show(line, 'center')
}

/** Opens the window for printing, with the article alone. */
export const printPreview = () => frame.contentWindow.print()

// Where the whole page is printed, as from the browser's own menu, the frame is as long as the article.
addEventListener('beforeprint', () => {
  const { scrollHeight } = frame?.contentDocument?.documentElement ?? {}
  if (scrollHeight) frame.style.height = `${scrollHeight}px`
})
addEventListener('afterprint', () => frame?.style.removeProperty('height'))

function fill() {
  const { article, kept, images, remote } = shown
  const { contentDocument } = frame
  const { documentElement, body, activeElement } = contentDocument
  const made = contentDocument.adoptNode(articleElement(article, { remote, withheld: words('withheld') }))
  addMarks(made, article, { kept, images })
  const chosen = activeElement?.closest('.choice')?.dataset.piece
  contentDocument.title = article.title
  documentElement.lang = languageTag()
  reuse(made, body.querySelector('article'))
  body.replaceChildren(made)
  if (chosen) body.querySelector(`[data-piece="${chosen}"] summary`)?.focus({ preventScroll: true })
}

/** Takes the elements that are in both from the old article, so that no picture is loaded again; marks stay open. */
function reuse(made, old) {
  if (!old) return
  const open = [...old.querySelectorAll('details.mark[open] .line')].map(({ id }) => id)
  const known = grouped(old.children, (node) => node.outerHTML)
  for (const node of [...made.children]) {
    const same = known.get(node.outerHTML)?.shift()
    if (same) node.replaceWith(same)
    else if (node.matches('details.mark')) node.open = open.some((id) => node.querySelector(`#${id}`))
  }
}

function watch({ body, defaultView }) {
  new MutationObserver((changes) => {
    const id = changes.map(({ target }) => chosenPiece(target)).find((piece) => piece !== null)
    if (id !== undefined) shown.onPiece(id)
  }).observe(body, { subtree: true, attributeFilter: ['open'] })
  for (const type of ['keydown', 'paste']) defaultView.addEventListener(type, (event) => shown.onEvent(event))
}

function show(node, block) {
  if (!node) return
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches
  node.scrollIntoView({ block, behavior: isCalm ? 'auto' : 'smooth' })
  node.classList.remove('shown')
  requestAnimationFrame(() => node.classList.add('shown'))
}
