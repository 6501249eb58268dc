// Everything a reader may hand to the page: a paste, a drop, a file, typed source.

/** Larger files are no article: a page of WeChat has 2 to 4 MB, one saved with its pictures some 20. */
const LARGEST_FILE = 64 * 1024 * 1024

const SOURCE_MARKS = ['<html', 'cgiDataNew', 'id="js_content"']

/**
 * What a clipboard or a drop holds: `{ file, others }`, `{ text, isPlain }` or null.
 * A copied selection is read as HTML; a copied page source carries its colours as HTML and itself as plain text.
 */
export function readTransfer(transfer) {
  const html = transfer.getData('text/html')
  const plain = transfer.getData('text/plain')
  if (looksLikeSource(plain)) return { text: plain }
  if (html.trim()) return { text: html }
  if (transfer.files.length > 0) return { file: transfer.files[0], others: transfer.files.length - 1 }
  return plain.trim() ? { text: plain, isPlain: true } : null
}

/** Reads a file as bytes: the core finds their charset. Throws an error with a `code` when it is no file for us. */
export async function readFile(file) {
  if (file.size > LARGEST_FILE) throw Object.assign(new Error(file.name), { code: 'too-large' })
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch (error) {
    throw Object.assign(error, { code: 'unreadable' })
  }
}

/** Calls `onDrop` with what is dropped anywhere on the page, and marks the page while something hovers over it. */
export function acceptDrops(onDrop) {
  let depth = 0
  const hovering = (change) => {
    depth = change === 0 ? 0 : Math.max(0, depth + change)
    document.body.classList.toggle('hovering', depth > 0)
  }
  addEventListener('dragenter', () => hovering(1))
  addEventListener('dragleave', () => hovering(-1))
  addEventListener('dragover', (event) => event.preventDefault())
  addEventListener('drop', (event) => {
    event.preventDefault()
    hovering(0)
    const given = readTransfer(event.dataTransfer)
    if (given) onDrop(given)
  })
}

// An article on programming may show such marks too, but does not begin with a tag.
function looksLikeSource(text) {
  return text.trimStart().startsWith('<') && SOURCE_MARKS.some((mark) => text.includes(mark))
}
