// The package without the WebAssembly in it, for those who load `core.wasm` their own way.

import { createCleaner } from './cleaner.js'
import { compile, compileStreaming, compileSync } from './compile.js'

let module
let loading

export const { clean, cleanDocument, ready, recurring, render } = createCleaner(
  () => {
    if (!module) throw new Error('wechat-article-cleaner/slim: call init() or initSync() first')
    return module
  },
  () => (module ? undefined : loading),
)

export { WechatArticleError } from './error.js'
export { categories, rules, version } from './facts.js'

export function init(source) {
  loading = load(source)
  return loading
}

export function initSync(source) {
  module ??= source instanceof WebAssembly.Module ? source : compileSync(source)
}

async function load(source) {
  const given = await source
  module ??= given instanceof WebAssembly.Module ? given : await compileFrom(given)
}

async function compileFrom(source) {
  if (typeof source === 'string' || source instanceof URL) return compileResponse(await fetch(source))
  if (typeof Response === 'function' && source instanceof Response) return compileResponse(source)
  return compile(source)
}

async function compileResponse(response) {
  if (!response.ok) throw new Error(`core.wasm: ${response.status} ${response.statusText} from ${response.url}`)
  // Compiling while loading is refused where a server does not name the type.
  const typed = response.headers.get('content-type')?.startsWith('application/wasm')
  return typed ? compileStreaming(response) : compile(await response.arrayBuffer())
}
