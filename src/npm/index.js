// The package for every place that compiles WebAssembly synchronously: nothing to load, nothing to await.

import inlined from './inlined.js'
import { createCleaner } from './instance.js'

let module

export const { clean, cleanDocument, version } = createCleaner(() => {
  module ??= new WebAssembly.Module(decodeBase64(inlined))
  return module
})

function decodeBase64(base64) {
  const characters = atob(base64)
  const bytes = new Uint8Array(characters.length)
  for (let i = 0; i < bytes.length; i++) bytes[i] = characters.charCodeAt(i)
  return bytes
}
