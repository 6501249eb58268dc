// The button that copies what is shown, and says so.

import { selectCode } from './code.js'
import { byId } from './dom.js'
import { words } from './i18n.js'
import { copy } from './output.js'

/** Copies the article in one format; where that is refused, its text is selected for the hand. */
export async function copyShown(article, format, announce) {
  try {
    await copy(article, format)
    announce(words('copied'))
    confirm(byId('copy'))
  } catch {
    if (format !== 'preview') selectCode()
    announce(words('copy.refused'), { visible: true })
  }
}

function confirm(button) {
  button.textContent = words('copied')
  button.classList.add('confirmed')
  setTimeout(() => {
    button.textContent = words('copy')
    button.classList.remove('confirmed')
  }, 1800)
}
