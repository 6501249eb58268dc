export * from './index.js'

/**
 * Loads and compiles `core.wasm`. The other functions work once it is done; further calls do nothing.
 *
 * @param source - Where `core.wasm` is, or its bytes, or the module itself.
 * @throws What loading it threw, and `WechatArticleError` with the code `no-wasm` where it may not be compiled.
 *
 * @example Where the bundler or the page knows the file (webpack, Vite, plain modules):
 * ```js
 * await init(new URL('wechat-article-cleaner/core.wasm', import.meta.url))
 * ```
 * @example From a CDN, compiled while it is loaded:
 * ```js
 * await init(fetch('https://unpkg.com/wechat-article-cleaner/dist/core.wasm'))
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
