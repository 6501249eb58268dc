// The pane that shows a text format.

import { byId } from './dom.js'

/** Shows a text; null where there is none to show. */
export function showCode(text) {
  const code = byId('code')
  code.hidden = text === null
  code.textContent = text ?? ''
  code.scrollTop = 0
}

/** Whether a text is shown. */
export const isCodeShown = () => byId('code').getClientRects().length > 0

/** Selects all of the text. */
export const selectCode = () => getSelection().selectAllChildren(byId('code'))
