// The package without the WebAssembly in it, for those who load `core.wasm` their own way.

import { createCleaner } from './instance.js'

let module

export const { clean, cleanDocument, version } = createCleaner(() => {
  if (!module) throw new Error('wechat-article-cleaner/slim: call init() or initSync() first')
  return module
})

export async function init(source) {
  module ??= await compile(await source)
}

export function initSync(source) {
  module ??= source instanceof WebAssembly.Module ? source : new WebAssembly.Module(source)
}

async function compile(source) {
  if (source instanceof WebAssembly.Module) return source
  if (typeof source === 'string' || source instanceof URL) return compileResponse(await fetch(source))
  if (typeof Response === 'function' && source instanceof Response) return compileResponse(source)
  return WebAssembly.compile(source)
}

async function compileResponse(response) {
  if (!response.ok) throw new Error(`core.wasm: ${response.status} ${response.statusText} from ${response.url}`)
  // Compiling while loading is refused where a server does not name the type.
  const typed = response.headers.get('content-type')?.startsWith('application/wasm')
  return typed ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer())
}
