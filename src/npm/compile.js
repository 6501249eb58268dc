// Compiles the WebAssembly, and says what to do where that is not allowed.

import { WechatArticleError } from './error.js'

export function compileSync(bytes) {
  try {
    return new WebAssembly.Module(bytes)
  } catch (error) {
    throw explained(error)
  }
}

export function compile(bytes) {
  return explain(() => WebAssembly.compile(bytes))
}

export function compileStreaming(response) {
  return explain(() => WebAssembly.compileStreaming(response))
}

async function explain(compiling) {
  try {
    return await compiling()
  } catch (error) {
    throw explained(error)
  }
}

// The words of Chromium and WebKit (which name 'unsafe-eval'), of Firefox, and of V8 in workerd.
const reasons = [
  [
    /unsafe-eval|Content.Security.Policy|\bCSP\b/i,
    "the Content-Security-Policy of this page forbids WebAssembly: add 'wasm-unsafe-eval' to its script-src",
  ],
  [
    /disallowed by embedder/,
    "WebAssembly may not be compiled here at run time: bundle with the condition 'workerd' or 'edge-light', or import " +
      'wechat-article-cleaner/core.wasm and give it to initSync() of wechat-article-cleaner/slim',
  ],
]

function explained(error) {
  const [, message] = reasons.find(([words]) => words.test(error?.message)) ?? []
  return message ? new WechatArticleError('no-wasm', message, { cause: error }) : error
}
