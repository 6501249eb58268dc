// The package for every place that compiles WebAssembly at run time: nothing to load, nothing to await.

import { createCleaner } from './cleaner.js'
import { compile, compileSync } from './compile.js'
import inlined from './inlined.js'

let module

export const { clean, cleanDocument, ready, recurring, render } = createCleaner(
  () => {
    module ??= compileSync(decodeBase64(inlined))
    return module
  },
  async () => {
    module ??= await compile(decodeBase64(inlined))
  },
)

export { WechatArticleError } from './error.js'
export { categories, rules, version } from './facts.js'

function decodeBase64(base64) {
  const characters = atob(base64)
  const bytes = new Uint8Array(characters.length)
  for (let i = 0; i < bytes.length; i++) bytes[i] = characters.charCodeAt(i)
  return bytes
}
