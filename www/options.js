// How an article is written: front matter, links, pictures. A folded row wherever it can be taken along.

import { byId, element } from './dom.js'
import { WRITING } from './facts.js'
import { words } from './i18n.js'
import { memory, remember } from './memory.js'

const rows = [] // { toggle, panel }
let onChange = null

/** Makes the rows of `places`, each `[toggle, panel]`, a button and what it unfolds; `changed()` is told of a choice. */
export function initOptions(places, changed) {
  onChange = changed
  for (const [toggle, panel] of places) {
    rows.push({ toggle, panel })
    toggle.addEventListener('click', () => {
      panel.hidden = !panel.hidden
      toggle.setAttribute('aria-expanded', String(!panel.hidden))
    })
  }
}

/** Writes the rows in the language now in use. */
export function translateOptions() {
  for (const { panel } of rows) panel.replaceChildren(...Object.keys(WRITING).map((name) => choice(name, panel)))
  tell()
}

/** Shows what is chosen now: in each row, and on its button what differs from the usual. */
function tell() {
  const told = Object.keys(WRITING)
    .filter((name) => memory[name] !== WRITING[name][0])
    .map((name) => element('span', { class: 'chosen' }, words(`options.${name}.${memory[name]}.short`)))
  for (const { toggle, panel } of rows) {
    toggle.replaceChildren(words('options'), ...told.map((node) => node.cloneNode(true)))
    for (const name of Object.keys(WRITING)) {
      byId(`${panel.id}-${name}`).selectedIndex = WRITING[name].indexOf(memory[name])
    }
  }
}

function choice(name, panel) {
  const id = `${panel.id}-${name}`
  const options = WRITING[name].map((value) => element('option', {}, words(`options.${name}.${value}`)))
  const select = element('select', { id, change: ({ target }) => choose(name, target.selectedIndex) }, ...options)
  return element('div', {}, element('label', { for: id }, words(`options.${name}`)), select)
}

function choose(name, idx) {
  remember({ [name]: WRITING[name][idx] })
  tell()
  onChange()
}
