// The article in each format, and the two ways out: the clipboard and a file.

/** The formats in the order of their tabs. */
export const FORMATS = ['preview', 'markdown', 'html', 'text', 'json']

const FILES = {
  preview: ['md', 'text/markdown'],
  markdown: ['md', 'text/markdown'],
  html: ['html', 'text/html'],
  text: ['txt', 'text/plain'],
  json: ['json', 'application/json'],
}

/** The article in one format, as text; the preview's text is its Markdown. */
export function textOf(article, format) {
  if (format === 'json') {
    const { markdown, html, document, text, fileName, ...rest } = article
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
  const content = format === 'html' ? article.document : textOf(article, format)
  const address = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = address
  link.download = `${article.fileName}.${extension}`
  link.click()
  // The browser reads the address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
