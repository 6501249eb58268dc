// Everything a reader may hand to the page: a paste, the clipboard, a drop, files, typed source.

/** Larger files are no article: a page of WeChat has 2 to 4 MB, one saved with its pictures some 20. */
const LARGEST_FILE = 64 * 1024 * 1024

const SOURCE_MARKS = ['<html', 'cgiDataNew', 'id="js_content"']

/** What a paste or a drop holds: `{ files }`, `{ text, isPlain }` or null. */
export function readTransfer(transfer) {
  const given = chosenForm(transfer.getData('text/html'), transfer.getData('text/plain'))
  // Some systems put the names of copied files beside them as text.
  return transfer.files.length > 0 && (!given || given.isPlain) ? { files: [...transfer.files] } : given
}

/** What the clipboard holds, as `readTransfer`. Throws an error with a `code` where the browser does not show it. */
export async function readClipboard() {
  try {
    const [item] = await readItems()
    const read = async (type) => (item?.types.includes(type) ? (await item.getType(type)).text() : '')
    return chosenForm(await read('text/html'), await read('text/plain')) ?? { text: '' }
  } catch (error) {
    throw Object.assign(new Error(error.message), { code: 'clipboard' })
  }
}

/** Whether a file is too large to be an article. */
export const isTooLarge = (file) => file.size > LARGEST_FILE

/** Reads a file as bytes: the core finds their charset. Throws an error with a `code` when it is no file for us. */
export async function readFile(file) {
  if (isTooLarge(file)) throw Object.assign(new Error(file.name), { code: 'too-large' })
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch (error) {
    throw Object.assign(new Error(error.message), { code: 'unreadable' })
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

/** A copied selection is read as HTML; a copied page source carries its colours as HTML and itself as plain text. */
function chosenForm(html, plain) {
  if (looksLikeSource(plain)) return { text: plain }
  if (html.trim()) return { text: html }
  return plain.trim() ? { text: plain, isPlain: true } : null
}

// Unless asked for it as it is, Chromium rewrites what was copied; others do not know the wish.
async function readItems() {
  try {
    return await navigator.clipboard.read({ unsanitized: ['text/html'] })
  } catch (error) {
    if (error.name === 'NotAllowedError' && !/unsanitized/i.test(error.message)) throw error
    return navigator.clipboard.read()
  }
}

// An article on programming may show such marks too, but does not begin with a tag.
function looksLikeSource(text) {
  return text.trimStart().startsWith('<') && SOURCE_MARKS.some((mark) => text.includes(mark))
}
