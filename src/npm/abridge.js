// Leaves out of a page what its long scripts hold: nine tenths of it then need not cross into WebAssembly.
//
// A search for tags that knows nothing of HTML, and so is fast. src/abridged.rs tells whether it was right; if it was
// not, the page is handed over whole.

/** Stands for what is left out. Unicode keeps it for uses within a program: no text has it. */
const gap = '\uffff'
/** How long a script is that is worth it, in characters. */
const long = 8192
/** How much of its beginning is kept: its tag, and the 3 KB in which its data begins if it holds any. */
const kept = 4096

/**
 * What is left of `page`, in pieces with gaps between them; undefined if nothing can be left out. `holdsData` tells by
 * its beginning whether a script is to be kept.
 */
export function abridge(page, holdsData) {
  if (page.length < long || page.includes(gap)) return
  const pieces = []
  let from = 0
  let comment = 0
  for (let start = page.indexOf('<script'); start >= 0; ) {
    const end = endOfScript(page, start)
    if (end < 0) break
    if (comment >= 0 && comment < start) comment = page.indexOf('<!--', start)
    const holdsComment = comment >= 0 && comment < end
    if (end - start >= long && !holdsComment && !holdsData(page.slice(start, start + kept))) {
      pieces.push(page.slice(from, start + kept), gap)
      from = end
    }
    start = page.indexOf('<script', end)
  }
  if (from) return [...pieces, page.slice(from)]
}

/** Where the first `</script` after `start` begins, in small letters or capitals; -1 if there is none. */
function endOfScript(page, start) {
  let end = start
  do end = page.indexOf('</', end + 1)
  while (end >= 0 && page.slice(end + 2, end + 8).toLowerCase() !== 'script')
  return end
}
