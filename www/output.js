// The article in each format, and the two ways out: the clipboard and a file.

import { articleSource } from './document.js'

/** The formats in the order of their tabs. */
export const FORMATS = ['preview', 'markdown', 'html', 'text', 'json']

const FILES = {
  preview: ['md', 'text/markdown'],
  markdown: ['md', 'text/markdown'],
  html: ['html', 'text/html'],
  text: ['txt', 'text/plain'],
  json: ['json', 'application/json'],
}

const LONGEST_NAME = 120

/** The article in one format, as text; the preview's text is its Markdown. */
export function textOf(article, format) {
  if (format === 'json') {
    const { markdown, html, text, ...rest } = article
    return `${JSON.stringify(rest, null, 2)}\n`
  }
  return article[format === 'preview' ? 'markdown' : format]
}

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
  const [extension, type] = FILES[format]
  const content = format === 'html' ? articleSource(article) : textOf(article, format)
  const address = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = address
  link.download = `${fileName(article.title)}.${extension}`
  link.click()
  // The browser reads the address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

/** A name that every file system takes, no longer than 120 bytes; `article` where nothing is left of the title. */
export function fileName(title) {
  const plain = title.replace(/[\\/:*?"<>|\p{C}]+/gu, ' ').replace(/\s+/g, ' ')
  const encoder = new TextEncoder()
  let name = ''
  let length = 0
  for (const character of plain) {
    length += encoder.encode(character).length
    if (length > LONGEST_NAME) break
    name += character
  }
  // Windows drops dots and blanks at the end; a leading dot hides the file elsewhere.
  return name.replace(/^[.\s]+|[.\s]+$/g, '') || 'article'
}
