// Holds the WebAssembly instance behind the functions, and replaces it when a call has left it unusable.

import { abridge } from './abridge.js'
import { WechatArticleError } from './error.js'
import { rules } from './facts.js'
import { createGlue } from './glue.js'

/** The sentences that say why, by rule: the WebAssembly does not hold them a second time. */
const reasons = new Map(rules.map(({ id, reason }) => [id, reason]))

/**
 * The functions of the package, over the module that `getModule` gives; `load` gets the module ready beforehand. The
 * module is compiled once; instances are made as needed, which takes less than a millisecond.
 */
export function createCleaner(getModule, load) {
  let instance

  function start() {
    instance ??= instantiate(getModule())
  }

  function call(name, ...args) {
    start()
    try {
      return instance[name](...args)
    } catch (error) {
      const isOurs = error?.name === 'WechatArticleError'
      // Whatever is no orderly answer went through WebAssembly without unwinding it: memory may be half written.
      if (!isOurs || error.code === 'internal') instance = undefined
      if (isOurs) throw new WechatArticleError(error.code, error.message, error)
      throw error instanceof TypeError ? error : defect(error)
    }
  }

  /** The article in a string, handed over without what its long scripts hold if that can be left out. */
  function cleanString(page, options) {
    const pieces = abridge(page, (head) => call('holdsData', head))
    return (pieces && call('clean', pieces, (pieces.length - 1) / 2, options)) ?? call('clean', page, 0, options)
  }

  function clean(input, options) {
    const isString = typeof checked(input) === 'string'
    const article = withOwnErrors(options, (options) =>
      isString ? cleanString(input, options) : call('cleanBytes', input, options),
    )
    for (const piece of [...article.removed, ...article.restored]) piece.reason = reasons.get(piece.rule)
    return article
  }

  return {
    clean,
    cleanDocument(document, options) {
      if (!('documentElement' in Object(document))) throw new TypeError('document: expected a Document')
      const url = options?.url ?? document.URL
      return clean(document.documentElement?.outerHTML ?? '', { ...options, url })
    },
    /** Nothing that `pages` throws passes through the WebAssembly. */
    recurring(pages) {
      const each = pages[Symbol.iterator]()
      let failure
      const next = () => {
        try {
          const { done, value } = each.next()
          return done ? undefined : checked(value)
        } catch (error) {
          failure = { error }
        }
      }
      const lines = call('recurring', next)
      if (failure) throw failure.error
      return lines
    },
    render(article, format, options) {
      const json = JSON.stringify(neededToRender(article))
      const unknown = Object.keys(Object(options)).find((name) => !renderOptions.includes(name))
      if (unknown) throw new TypeError(`options.${unknown}: expected ${renderOptions.join(', ')}`)
      return withOwnErrors(options, (options) => call('render', json, String(format), options))
    },
    async ready() {
      await load?.()
      start()
    },
  }
}

const renderOptions = ['frontMatter', 'images', 'imageUrl', 'links']

/** The part of an article that a format is written from: a third of it, and without the formats themselves. */
function neededToRender(article) {
  const { title, author, account, publishedAt, fetchedAt, url, cover, blocks } = Object(article)
  return { title, author, account, publishedAt, fetchedAt, url, cover, blocks }
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

/** A page that is given, if it is a string or bytes. */
function checked(input) {
  if (typeof input === 'string' || isBytes(input)) return input
  throw new TypeError(`input: expected a string or a Uint8Array, got ${typeof input}`)
}

/** Whether it is a Uint8Array, of this realm or another. */
function isBytes(input) {
  return ArrayBuffer.isView(input) && input[Symbol.toStringTag] === 'Uint8Array'
}

/** A trap (out of memory or stack, or a defect) as the package's own kind of error. */
function defect(cause) {
  const message = `defect in wechat-article-cleaner, please report it: ${cause}`
  return new WechatArticleError('internal', message, { cause })
}
