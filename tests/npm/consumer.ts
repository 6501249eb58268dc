// A user's program, for the compiler alone: package.test.mjs compiles it against the installed package.

import {
  type Article,
  type Block,
  type Category,
  categories,
  clean,
  cleanDocument,
  type ErrorCode,
  type Options,
  ready,
  recurring,
  render,
  rules,
  type Source,
  version,
  WechatArticleError,
} from 'wechat-article-cleaner'
import * as slim from 'wechat-article-cleaner/slim'

const options: Options = { url: 'https://mp.weixin.qq.com/s/x', keep: ['follow'], restore: [1], frontMatter: false }
const written: Options = {
  frontMatter: ['title', 'date'],
  images: 'link',
  imageUrl: (url) => `images/${url.length}.jpg`,
  links: 'reference',
}
const article: Article = clean('<p>…</p>', { ...options, ...written })

export const fromBytes: Article = clean(new Uint8Array(8))
export const source: Source = article.source
export const title: string = article.title
export const author: string | null = article.author
export const account: string | null = article.account.name
export const origin: string | null | undefined = article.origin?.account
export const removed: Category[] = article.removed.map((piece) => piece.category)
export const fromDocument: Article = cleanDocument(document)
export const number: string = version
export const reasons: Record<string, string> = Object.fromEntries(rules.map(({ id, reason }) => [id, reason]))
export const untouched: Article = clean('<p>…</p>', { keep: categories })
export const reading: Promise<void> = ready()
export const common: Article = clean('<p>…</p>', { recurring: recurring(['<p>…</p>', new Uint8Array(8)]) })
export const written2: string = render(article, 'markdown', { links: 'reference' })
export const edited: string = render({ ...article, blocks: article.blocks.slice(1) }, 'document')
export const file: string = `${article.fileName}.html`
export const whole: string = article.document

export function words(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return block.content.map((inline) => (inline.type === 'text' ? inline.text : '')).join('')
    case 'list':
      return block.items.flat().map(words).join('\n')
    case 'quote':
      return block.blocks.map(words).join('\n')
    case 'code':
      return block.text
    case 'table':
      return block.rows
        .flat()
        .flatMap((cell) => cell.content)
        .map((inline) => (inline.type === 'image' ? inline.alt : ''))
        .join(' ')
    case 'image':
      return block.alt
    case 'embed':
      return block.title ?? block.kind
    case 'formula':
      return block.latex
    case 'divider':
      return ''
    default:
      return block satisfies never
  }
}

export function explain(error: WechatArticleError): string {
  // @ts-expect-error: not a code
  if (error.code === 'gone') return ''
  return error.code === 'deleted' ? (error.reason ?? error.message) : error.name
}

export function codeOf(error: unknown): ErrorCode | undefined {
  return error instanceof WechatArticleError ? error.code : undefined
}

export async function load(): Promise<Article> {
  await slim.init(new URL('https://example.com/core.wasm'))
  await slim.init(fetch('https://example.com/core.wasm'))
  slim.initSync(new Uint8Array())
  return slim.clean('<p>…</p>')
}

// @ts-expect-error: not an option
clean('', { urls: '' })
// @ts-expect-error: not a choice
clean('', { links: 'keep' })
// @ts-expect-error: not a category
clean('', { keep: ['follows'] })
// @ts-expect-error: an option of cleaning, not of writing
render(article, 'text', { keep: ['follow'] })
// @ts-expect-error: not a format
render(article, 'json')
// @ts-expect-error: cannot be changed
categories.push('follow')
// @ts-expect-error: not a string
clean(document)
// @ts-expect-error: null must be looked at first
article.author.trim()
