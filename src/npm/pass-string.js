// Hands a string to WebAssembly as UTF-8, or the pieces of one. Becomes a part of the glue (scripts/package.mjs), and names
// things of it.

// biome-ignore lint/correctness/noUnusedVariables: the glue calls it.
function passStringToWasm0(string, malloc, realloc) {
  const pieces = typeof string === 'string' ? [string] : string
  let left = pieces.reduce((length, piece) => length + piece.length, 0)
  // A page is ASCII but for a few characters in a hundred.
  let room = left + (left >> 3)
  let at = malloc(room, 1) >>> 0
  let end = 0
  const write = (text) => {
    const { read, written } = cachedTextEncoder.encodeInto(text, getUint8ArrayMemory0().subarray(at + end, at + room))
    end += written
    left -= read
    return read
  }
  for (const piece of pieces) {
    const read = write(piece)
    if (read === piece.length) continue
    const most = end + 3 * left
    at = realloc(at, room, most, 1) >>> 0
    room = most
    write(piece.slice(read))
  }
  if (end < room) at = realloc(at, room, end, 1) >>> 0
  WASM_VECTOR_LEN = end
  return at
}
