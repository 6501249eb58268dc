// Which version this is, where it comes from and where to tell of a fault.

import { byId, webLink } from './dom.js'
import { words } from './i18n.js'
import { version } from './pkg/facts.js'

const SOURCE = 'https://github.com/wechat-article-cleaner/wechat-article-cleaner'
const ISSUES = `${SOURCE}/issues`

/** Writes the line at the foot of the page in the language now in use. */
export function translateAbout() {
  byId('about').replaceChildren(
    words('about.version', { version }),
    ' · ',
    webLink(SOURCE, words('about.source')),
    ' · ',
    reportLink(),
  )
}

/** A link to where a fault can be told. */
export const reportLink = () => webLink(ISSUES, words('about.report'))
