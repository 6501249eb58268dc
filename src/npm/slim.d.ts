export * from './index.js'

/**
 * Loads and compiles `core.wasm`. The other functions work once it is done; further calls do nothing.
 *
 * @param source - Where `core.wasm` is, or its bytes, or the module itself.
 * @throws What loading it threw, and `WechatArticleError` with the code `no-wasm` where it may not be compiled.
 *
 * @example webpack:
 * ```js
 * await init(new URL('wechat-article-cleaner/core.wasm', import.meta.url))
 * ```
 * @example Vite:
 * ```js
 * import address from 'wechat-article-cleaner/core.wasm?url'
 * await init(address)
 * ```
 * @example A page of one's own, on which it is compiled while it is loaded:
 * ```js
 * await init(fetch('/wechat-article-cleaner/core.wasm'))
 * ```
 */
export function init(
  source: string | URL | Response | Promise<Response> | BufferSource | WebAssembly.Module,
): Promise<void>

/**
 * As {@link init}, at once: from the bytes of `core.wasm`, or from the module itself.
 *
 * @example
 * ```js
 * import module from 'wechat-article-cleaner/core.wasm' // where an import gives a module, as in Cloudflare Workers
 * initSync(module)
 * ```
 */
export function initSync(source: BufferSource | WebAssembly.Module): void
