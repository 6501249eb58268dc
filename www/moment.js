// Moments as readers write them: with a time only where one is told, and by the clock that they were told by.

import { element } from './dom.js'
import { languageTag } from './i18n.js'

/** A date, and where they are told a time and its zone, as RFC 3339 and archivers write them. */
const FORM = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?(Z|[+-]\d\d:?\d\d)?)?$/i

/** A moment as an element; null for what is none. */
export function momentElement(told) {
  const [, day, clock, zone] = told?.trim().match(FORM) ?? []
  if (!day) return null
  // With a zone it is a moment on China's clock, wherever it is read: that is the date the article carries. Without one
  // it is shown as it stands.
  const moment = new Date(`${day}T${clock ?? '00:00'}${zone ?? 'Z'}`)
  if (Number.isNaN(moment.valueOf())) return null
  const format = new Intl.DateTimeFormat(languageTag(), {
    dateStyle: 'long',
    ...(clock && { timeStyle: 'short' }),
    timeZone: zone ? 'Asia/Shanghai' : 'UTC',
  })
  return element('time', { datetime: clock ? `${day}T${clock}${zone ?? ''}` : day }, format.format(moment))
}
