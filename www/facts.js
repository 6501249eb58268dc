// What more than one part of the page goes by.

/** The categories of what is set aside: what a reader may miss comes first, what no one misses last. */
export const CATEGORIES = [
  'related',
  'ad',
  'about',
  'legal',
  'follow',
  'qr',
  'share',
  'more',
  'decor',
  'chrome',
  'hidden',
]

/** The formats in the order of their tabs. */
export const FORMATS = ['preview', 'markdown', 'html', 'text', 'json']

/** The formats that a ZIP can hold, by the endings of their files. */
export const ZIP_FORMATS = ['md', 'html', 'txt', 'json']
