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

/** How an article is written (options of the core): for each of them what can be chosen, first what is unless one does. */
export const WRITING = {
  frontMatter: [true, false],
  links: ['inline', 'reference', 'drop'],
  images: ['link', 'drop'],
}

/** The formats that a ZIP can hold, by the endings of their files. */
export const ZIP_FORMATS = ['md', 'html', 'txt', 'json']
