// Holds the WebAssembly instance behind `clean`, and replaces it when a call has left it unusable.

import { createGlue } from './glue.js'

/**
 * The functions of the package, over the module that `getModule` gives. The module is compiled once; instances
 * are made as needed, which takes less than a millisecond.
 */
export function createCleaner(getModule) {
  let instance

  function call(name, ...args) {
    instance ??= instantiate(getModule())
    try {
      return instance[name](...args)
    } catch (error) {
      if (isVerdict(error)) throw error
      // Whatever else was thrown went through WebAssembly without unwinding it: memory may be half written.
      instance = undefined
      throw error instanceof TypeError || isOurs(error) ? error : internal(error)
    }
  }

  return {
    clean(input, options) {
      if (typeof input === 'string') return withOwnErrors(options, (options) => call('clean', input, options))
      if (isBytes(input)) return withOwnErrors(options, (options) => call('cleanBytes', input, options))
      throw new TypeError(`input: expected a string or a Uint8Array, got ${typeof input}`)
    },
    cleanDocument(document, options) {
      if (!('documentElement' in Object(document))) throw new TypeError('document: expected a Document')
      return withOwnErrors(options, (options) => call('cleanDocument', document, options))
    },
    version: () => call('version'),
  }
}

/** Keeps what the caller's own function throws out of the WebAssembly, and throws it after. */
function withOwnErrors(options, run) {
  if (typeof options?.imageUrl !== 'function') return run(options)
  let failure
  const imageUrl = (url) => {
    try {
      return failure ? undefined : options.imageUrl(url)
    } catch (error) {
      failure = { error }
    }
  }
  const result = run({ ...options, imageUrl })
  if (failure) throw failure.error
  return result
}

function instantiate(module) {
  const glue = createGlue()
  const { exports } = new WebAssembly.Instance(module, { './core_bg.js': glue })
  glue.__wbg_set_wasm(exports)
  exports.__wbindgen_start()
  return glue
}

/** Whether it is a Uint8Array, of this realm or another. */
function isBytes(input) {
  return ArrayBuffer.isView(input) && input[Symbol.toStringTag] === 'Uint8Array'
}

/** Whether the error is an orderly answer: there is no article, and the instance is well. */
function isVerdict(error) {
  return isOurs(error) && error.code !== 'internal'
}

function isOurs(error) {
  return error?.name === 'WechatArticleError'
}

/** A trap (out of memory or stack, or a defect) as the package's own kind of error. */
function internal(cause) {
  const error = new Error(`defect in wechat-article-cleaner, please report it: ${cause}`, { cause })
  return Object.assign(error, { name: 'WechatArticleError', code: 'internal' })
}
