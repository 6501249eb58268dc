// Hands a string to WebAssembly as UTF-8. Becomes a part of the glue (scripts/package.mjs), and names things of it.

// biome-ignore lint/correctness/noUnusedVariables: the glue calls it.
function passStringToWasm0(string, malloc, realloc) {
  // A page is ASCII but for a few characters in a hundred.
  let room = string.length + (string.length >> 3)
  let at = malloc(room, 1) >>> 0
  let { read, written } = cachedTextEncoder.encodeInto(string, getUint8ArrayMemory0().subarray(at, at + room))
  if (read < string.length) {
    const rest = string.slice(read)
    const most = written + 3 * rest.length
    at = realloc(at, room, most, 1) >>> 0
    room = most
    written += cachedTextEncoder.encodeInto(rest, getUint8ArrayMemory0().subarray(at + written, at + room)).written
  }
  if (written < room) at = realloc(at, room, written, 1) >>> 0
  WASM_VECTOR_LEN = written
  return at
}
