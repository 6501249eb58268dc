// The article in each format, and the two ways out: the clipboard and a file.

import { jsonOf } from './pkg/json.js'

const FILES = {
  preview: ['md', 'text/markdown'],
  markdown: ['md', 'text/markdown'],
  html: ['html', 'text/html'],
  text: ['txt', 'text/plain'],
  json: ['json', 'application/json'],
}

/** The ending of the file that a format is downloaded as. */
export const endingOf = (format) => FILES[format][0]

/** The article in one format, as text; the preview's text is its Markdown. */
export function textOf(article, format) {
  if (format === 'json') return jsonOf(article)
  return article[format === 'preview' ? 'markdown' : format]
}

/** The content of a file in one format: HTML is a document of its own there. */
export const contentOf = (article, format) => (format === 'html' ? article.document : textOf(article, format))

/** Copies one format; the preview is copied as rich text with its Markdown beside it. */
export async function copy(article, format) {
  const text = textOf(article, format)
  if (format === 'preview' && globalThis.ClipboardItem) {
    const as = (type, content) => ({ [type]: new Blob([content], { type }) })
    const item = new ClipboardItem({ ...as('text/html', article.html), ...as('text/plain', text) })
    try {
      return await navigator.clipboard.write([item])
    } catch {
      // Some browsers write plain text only.
    }
  }
  await navigator.clipboard.writeText(text)
}

/** Downloads one format as a file named after the article. */
export function download(article, format) {
  const [ending, type] = FILES[format]
  save(new Blob([contentOf(article, format)], { type: `${type};charset=utf-8` }), `${article.fileName}.${ending}`)
}

/** Hands a blob to the browser as a file of this name. */
export function save(blob, name) {
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser reads the address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
