export * from './index.js'

/**
 * Loads and compiles `core.wasm`. The other functions work once it is done; further calls do nothing.
 *
 * @param source - Where `core.wasm` is, or its bytes, or the module itself.
 */
export function init(
  source: string | URL | Response | Promise<Response> | BufferSource | WebAssembly.Module,
): Promise<void>

/** As {@link init}, at once: from the bytes of `core.wasm`, or from the module itself. */
export function initSync(source: BufferSource | WebAssembly.Module): void
