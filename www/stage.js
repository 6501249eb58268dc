// Which of the page's views is on, whether it works, and what is said about it.

import { byId } from './dom.js'
import { words } from './i18n.js'

let title = ''

/** Shows one of the views `intake`, `files` and `done`; what it is about, if anything, names the window too. */
export function show(view, about = '') {
  for (const name of ['intake', 'files', 'done']) byId(name).hidden = view !== name
  title = about
  entitle()
}

/** Names the window in the language now in use. */
export function entitle() {
  document.title = [title, words('name')].filter(Boolean).join(' · ')
}

/** Whether a view is on. */
export const isShown = (view) => !byId(view).hidden

/** Goes to the top of a view that is new to the reader, by eye and by keyboard. */
export function arriveAt(id) {
  scrollTo(0, 0)
  byId(id).focus({ preventScroll: true })
}

/** Tells that the page works, or no longer does. */
export function setBusy(isBusy) {
  document.querySelector('main').setAttribute('aria-busy', String(isBusy))
}

/** Speaks to screen readers, or shows the text to all until the next click. */
export function announce(text, { visible = false } = {}) {
  const status = byId('status')
  status.textContent = text
  status.classList.toggle('visible', visible)
  status.classList.toggle('visually-hidden', !visible)
}

addEventListener('pointerdown', () => {
  if (byId('status').classList.contains('visible')) announce('')
})
