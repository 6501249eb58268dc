// A row of tabs after the ARIA pattern: arrows, Home and End move and choose; one tab is in the tab order.

import { byId, element } from './dom.js'
import { words } from './i18n.js'

/** Fills `list` with a tab for each name, all of one panel; calls `onSelect(name)` when another is chosen. */
export function makeTabs(list, panel, names, onSelect) {
  const tabs = names.map((name) =>
    element('button', {
      type: 'button',
      role: 'tab',
      id: `tab-${name}`,
      'aria-controls': panel.id,
      click: () => select(name),
    }),
  )
  list.replaceChildren(...tabs)
  list.addEventListener('keydown', (event) => {
    const at = tabs.indexOf(document.activeElement)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key]
    if (at < 0 || to === undefined) return
    event.preventDefault()
    const idx = (to + tabs.length) % tabs.length
    tabs[idx].focus()
    select(names[idx])
  })

  /** Chooses a tab by its name. */
  function select(name) {
    for (const [idx, tab] of tabs.entries()) {
      const chosen = names[idx] === name
      tab.setAttribute('aria-selected', String(chosen))
      tab.tabIndex = chosen ? 0 : -1
    }
    panel.setAttribute('aria-labelledby', byId(`tab-${name}`).id)
    onSelect(name)
  }

  /** Writes the tabs' words in the language now in use. */
  function translate() {
    for (const [idx, tab] of tabs.entries()) tab.textContent = words(`tabs.${names[idx]}`)
  }

  return { select, translate }
}
