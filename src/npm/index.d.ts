/** Why a piece is not part of the article. */
export type Category =
  /** Asks to follow, star or subscribe. */
  | 'follow'
  /** Asks to scan a code, to add a contact, to join a group. */
  | 'qr'
  /** Asks to like, share, comment or reward. */
  | 'share'
  /** Lists of other articles. */
  | 'related'
  /** Promotion that is not the subject of the article. */
  | 'ad'
  /** Who the account or its company is. */
  | 'about'
  /** Disclaimers, copyright and reprint notices. */
  | 'legal'
  /** Separators, end marks, spacers, reading-time lines. */
  | 'decor'
  /** Points to the “read original” link. */
  | 'more'
  /** Furniture of the WeChat page itself. */
  | 'chrome'
  /** What the page holds but does not show. */
  | 'hidden'

/** What may be asked for. */
export interface Options extends RenderOptions {
  /** The page's address, for inputs that do not tell it. What the page itself says goes first. */
  url?: string
  /** Categories to keep although a rule would remove them. */
  keep?: readonly Category[]
  /** Pieces to keep although a rule would remove them, by the ids listed in {@link Article.removed}. */
  restore?: readonly number[]
  /** What other articles of the account have too, to be left out around the text; see {@link recurring}. */
  recurring?: string
}

/** How an article is written. */
export interface RenderOptions {
  /** Whether the Markdown begins with YAML front matter, or which fields it holds. `true` unless said otherwise. */
  frontMatter?: boolean | readonly FrontMatterField[]
  /** What becomes of pictures: `link` (unless said otherwise) leaves them where they stand, `drop` leaves them out. */
  images?: 'link' | 'drop'
  /**
   * Gives a picture another address, such as that of a copy; a path is allowed. Where nothing is returned the address
   * stays. Called with the address of each picture, while the article is written.
   */
  imageUrl?: (url: string) => string | null | undefined
  /**
   * What becomes of links: `inline` (unless said otherwise) sets them on their words, `reference` lists their addresses
   * at the end of Markdown and text, `drop` leaves the words alone.
   */
  links?: 'inline' | 'reference' | 'drop'
}

/** A field of the front matter. */
export type FrontMatterField = 'title' | 'author' | 'source' | 'url' | 'date' | 'fetch_date' | 'cover'

/** A cleaned article: plain values only, nothing to free. */
export interface Article {
  /** The form in which the article was given; of several within each other, the outermost. */
  source: Source
  /** The kind of WeChat page. */
  kind: 'article' | 'video' | 'music' | 'audio' | 'picture' | 'text' | 'short'
  /** The title; empty where the input has none. A text post without a title has its first sentence. */
  title: string
  /** The Official Account that published the article. */
  account: Account
  /** The author, as the page names them. */
  author: string | null
  /**
   * When the article was published, as exactly as the input tells, the day always first:
   *
   * - `2024-03-05T08:30:00+08:00`: RFC 3339 in China's time zone, from the data in a page's scripts or from a wrapping.
   * - `2024-03-05T08:30:00`: the time as the page showed it, from a selection or a page without its scripts. WeChat shows
   *   it by the clock of whoever opened the page and does not say where that was: China's for readers in China, for others
   *   perhaps another day. `new Date()` takes it for the time of the machine it runs on.
   * - `2024-03-05`: the day alone, where there is no time.
   */
  publishedAt: string | null
  /** When the article was last changed after that, in the first of these forms. */
  modifiedAt: string | null
  /** When an archiver read the page, in its own words; only archives in Markdown tell. */
  fetchedAt: string | null
  /**
   * The article's address without tracking: the short one where the page tells it, else the long one of `__biz`, `mid`,
   * `idx` and `sn`, in this order, or a temporary one with all it needs.
   */
  url: string | null
  /** The cover picture. */
  cover: Cover | null
  /** The summary that the author wrote for lists and shares. */
  digest: string | null
  /** Whether the article is declared original, or whose it is; `null` where the page says neither. */
  origin: Origin | null
  /** Where 阅读原文 (“read the original”) below the article leads. */
  readMore: string | null
  /** From where it was published, as WeChat shows it (IP 属地): a province of China, or another country. */
  place: string | null
  /** The collections (合集) that the article is part of. */
  albums: Album[]
  /** The topics (#话题) it is filed under, without `#`. */
  tags: string[]
  /** What it costs to read; `null` if it is free. */
  paid: Paid | null
  /** The language, where the script of the text tells it: `zh-CN`, `ja` or `ko`. */
  language: string | null
  /** Who made the article, from lines of the text such as `编辑：林一`, which also stay in the text. */
  credits: Credit[]
  /**
   * How much there is to read: Chinese characters, kana and hangul each count one, and so does each word of other
   * scripts. The title does not count, nor do names of pictures and cards.
   */
  wordCount: number
  /** The minutes it takes to read at 400 of these a minute, rounded up. */
  readingMinutes: number
  /** Which of the facts that every article has this input does not tell. */
  missing: ('title' | 'account' | 'publishedAt' | 'url')[]
  /** The article alone, in reading order. */
  blocks: Block[]
  /** The pictures in `blocks`, each address once. */
  images: Image[]
  /** The links in `blocks`. */
  links: Link[]
  /** What was left out, in reading order. */
  removed: Removed[]
  /** What a rule would have left out, but the options kept. */
  restored: Removed[]
  /** Oddness met on the way that did not prevent a result. */
  warnings: Warning[]
  /** The article as Markdown (CommonMark with GitHub's tables, strike, footnotes and formulas). */
  markdown: string
  /** The article as an HTML fragment, `<article>…</article>`, that is safe to put into a page as it stands. */
  html: string
  /** The article as an HTML document of its own, with a short style. */
  document: string
  /** The article as plain text. */
  text: string
  /** A name for a file from the date and the title, without an extension, that every file system takes. */
  fileName: string
}

/** The form of an input. */
export type Source =
  /** The source of a page as the server sends it. */
  | 'page'
  /** A page saved by a browser after its scripts ran. */
  | 'saved'
  /** The `outerHTML` of an open page. */
  | 'live'
  /** A selection as browsers put it on the clipboard. */
  | 'clipboard'
  /** A part of a page, such as the inside of `#js_content`. */
  | 'fragment'
  /** A page and its pictures in one file (MHTML), or another mail with a page in it. */
  | 'mhtml'
  /** The HTML of a window that shows a page's source, or source with its `<` escaped. */
  | 'viewSource'
  /** A string of JSON or JavaScript, alone or in an object. */
  | 'escaped'
  /** An item of a feed: RSS, Atom or JSON Feed. */
  | 'feed'
  /** Markdown that a converter made of a page. */
  | 'markdown'

/** An Official Account. */
export interface Account {
  /** The name shown. */
  name: string | null
  /** The lasting id, `gh_` and twelve digits. */
  id: string | null
  /** The id that the account chose for itself (微信号). */
  alias: string | null
  /** The id used in addresses (`__biz`), in Base64. */
  biz: string | null
  /** The address of its picture. */
  avatar: string | null
  /** What it says about itself (功能介绍). */
  description: string | null
}

/** A cover picture and its crops, as addresses. */
export interface Cover {
  /** The picture. */
  url: string
  /** Cropped to 1:1. */
  square: string | null
  /** Cropped to 2.35:1, as in lists. */
  banner: string | null
  /** Cropped to 16:9. */
  landscape: string | null
  /** Cropped to 3:4. */
  portrait: string | null
}

/** Whose an article is. */
export interface Origin {
  /**
   * `original`: declared original (原创). `reprint`: reprinted whole (以下文章来源于…). `share`: passed on as a card
   * (转载), with what the account says about it at the head of the text.
   */
  state: 'original' | 'reprint' | 'share'
  /** The name of the account it comes from; `null` for an original. */
  account: string | null
  /** That account's lasting id. */
  accountId: string | null
  /** The address of the article there. */
  url: string | null
}

/** A collection of articles. */
export interface Album {
  /** Its name. */
  title: string
  /** The address of its list. */
  url: string | null
}

/** What it costs to read an article (付费). */
export interface Paid {
  /** The price in fen, hundredths of a yuan. */
  fee: number | null
  /** The price in WeChat's beans (微信豆). */
  beans: number | null
  /** How much of the article is free to read, in percent. */
  previewPercent: number | null
  /** Whether the page holds no more than that part; a warning `paid-preview` then says so too. */
  locked: boolean
}

/** Who did what for an article. */
export interface Credit {
  /** What, as the article says it: 作者 (author), 编辑 (editor), 来源 (source) … */
  role: string
  /** Who, as the article says it. */
  name: string
}

/** A picture. WeChat's picture host serves it only to requests without a foreign `Referer`. */
export interface Image {
  /**
   * Its address; a path beside a saved page; or, of a page that was saved as one file, the picture itself
   * (`data:image/png;base64,…`), which {@link RenderOptions.imageUrl} can lead elsewhere.
   */
  url: string
  /** What it shows, in words; empty where the page does not say. */
  alt: string
  /** Width in pixels of the stored picture, or as it is shown where that is no larger than a sign; where the page tells. */
  width: number | null
  /** Height in pixels, likewise. */
  height: number | null
}

/** A link in the text. */
export interface Link {
  /** Where it leads. */
  url: string
  /** What it is set on. */
  text: string
}

/** A piece that a rule removed, or would have removed. */
export interface Removed {
  /** For {@link Options.restore}. Stable for the same input. */
  id: number
  /** For {@link Options.keep}. */
  category: Category
  /** The rule's stable name. */
  rule: string
  /** The rule's reason: a phrase that completes “left out because it …”. */
  reason: string
  /**
   * Whether the removal rests on little: fewer than three of these agree. Its own words or kind; its place before or
   * after all prose; its company, with nothing kept on either side; its shape, no sentence and no photograph. Look at
   * these first. Labels of the page, hidden text and ornaments never are.
   */
  uncertain: boolean
  /** The text of the piece. */
  text: string
  /** The addresses of the pictures in the piece. */
  images: string[]
  /** The index in {@link Article.blocks} of the block before which it stood. */
  position: number
}

/** Oddness that did not prevent a result. */
export interface Warning {
  /**
   * Stable between versions: `cut-off`, `lost-pictures`, `nothing-kept`, `paid-preview`, `several-articles`,
   * `undecodable-bytes`, `unknown-element`.
   */
  code: string
  /** One English sentence. */
  message: string
}

/** One block of an article. */
export type Block =
  | { type: 'paragraph'; content: Inline[] }
  | { type: 'heading'; level: number; content: Inline[] }
  /** `start` is the number of the first item, or `null` for a bulleted list. */
  | { type: 'list'; start: number | null; items: Block[][] }
  | { type: 'quote'; blocks: Block[] }
  | { type: 'code'; language: string | null; text: string }
  /** At least two rows and two columns, the first row being the head; each row has the cells that begin in it. */
  | { type: 'table'; rows: Cell[][] }
  /** `latex` is without dollar signs. */
  | { type: 'formula'; latex: string }
  /** `link` is where a click leads, `caption` the words set below. */
  | ({ type: 'image'; link: string | null; caption: Inline[] } & Image)
  | ({ type: 'embed' } & Embed)
  | { type: 'divider' }

/** A cell of a table: its text, and how many columns and rows it takes up. */
export interface Cell {
  content: Inline[]
  columns: number
  rows: number
}

/** Something that WeChat shows as a player or a card. */
export interface Embed {
  kind: EmbedKind
  /** The name shown. */
  title: string | null
  /** Where it leads. */
  url: string | null
  /** Whose it is: the singer, the channel, the account that sells. */
  author: string | null
  /** What the card says about it. */
  description: string | null
  /** How long it plays, in seconds. */
  duration: number | null
  /** The address of the picture shown before it plays, or of an account's portrait. */
  cover: string | null
  /** What can be chosen in a vote. */
  choices: string[]
}

/** What an embed is: a player or card of WeChat, or anything else in a frame. */
export type EmbedKind =
  | 'video'
  | 'audio'
  | 'music'
  | 'vote'
  | 'miniProgram'
  | 'product'
  | 'account'
  | 'location'
  | 'other'

/** A piece of inline content. Marks stand on the runs of text; there is no nesting. */
export type Inline =
  | {
      type: 'text'
      text: string
      strong?: true
      emphasis?: true
      strike?: true
      code?: true
      sup?: true
      sub?: true
      underline?: true
      highlight?: true
      link?: string
    }
  | { type: 'formula'; latex: string }
  /** A note to the text before it, with the number that the page gives it. */
  | { type: 'footnote'; number: number | null; content: Inline[] }
  | ({ type: 'image' } & Image)
  | { type: 'break' }

/** Why there is no article. */
export type ErrorCode =
  /** The input holds nothing. */
  | 'empty'
  /** The input is an address, alone or with a title or a few words, as links are passed on: see `url`. */
  | 'url-only'
  /** The input is not a WeChat page, nor part of one. */
  | 'not-wechat'
  /** The author deleted the article. */
  | 'deleted'
  /** WeChat took the article down. */
  | 'violation'
  /** The link was a temporary one. */
  | 'expired'
  /** WeChat asked to prove that a person is reading. */
  | 'captcha'
  /** WeChat shows another notice instead of the article. */
  | 'unavailable'
  /** The account has moved to another one, and the article did not come with it. */
  | 'migrated'
  /** The account is blocked or closed. */
  | 'blocked'
  /** The article is for a group of people alone. */
  | 'private'
  /** The page lists an account's articles. */
  | 'account-profile'
  /** The page tells about an account. */
  | 'account-about'
  /** The download stopped before the article. */
  | 'truncated'
  /** A WeChat page whose article could not be found. */
  | 'no-article'
  /** A defect of this package, not of the input. The next call works again. */
  | 'internal'
  /** WebAssembly may not be compiled here, as by a content security policy without `'wasm-unsafe-eval'`. */
  | 'no-wasm'

/**
 * What is thrown where there is no article, with a stable code.
 *
 * A program that both imports and requires this package has two such classes: there, ask for `error.code`.
 *
 * @example
 * ```js
 * try {
 *   clean(page)
 * } catch (error) {
 *   if (!(error instanceof WechatArticleError)) throw error
 *   if (error.code === 'deleted') console.log(error.reason ?? error.message)
 * }
 * ```
 */
export class WechatArticleError extends Error {
  constructor(
    code: ErrorCode,
    message: string,
    facts?: { reason?: string | null; url?: string | null; account?: string | null; cause?: unknown },
  )
  name: 'WechatArticleError'
  /** Why, in a word that is stable between versions. */
  code: ErrorCode
  /** The page's own words for why it has no article, in its language. */
  reason: string | null
  /** The address of the article that was asked for, or of where a moved one went. */
  url: string | null
  /** The name of the account. */
  account: string | null
}

/**
 * Takes the article out of a WeChat Official Account page.
 *
 * The first call compiles the WebAssembly, once; {@link ready} does so beforehand.
 *
 * @param input - The source of a page, a page saved by a browser (also as MHTML), what a browser puts on the clipboard
 *   as `text/html`, the inside of `#js_content` alone, one of these wrapped, or Markdown made of a page: see
 *   {@link Source}. Bytes are decoded by the charset that is found in them.
 * @throws {@link WechatArticleError} where there is no article, and `TypeError` for options that do not exist.
 *
 * @example
 * ```js
 * const article = clean(await readFile('page.html'))
 * console.log(article.markdown)
 * for (const { id, reason, text } of article.removed) console.log(`${id}: left out because it ${reason}: ${text}`)
 * ```
 * @example Putting back a category, or a piece:
 * ```js
 * clean(page, { keep: ['related'], restore: [12] })
 * ```
 */
export function clean(input: string | Uint8Array, options?: Options): Article

/**
 * Takes the article out of a page that is open: in a browser, or in a DOM library that has `outerHTML`.
 *
 * Its address is taken from the document, unless the options give one.
 *
 * @throws As {@link clean}.
 *
 * @example
 * ```js
 * const { markdown } = cleanDocument(document)
 * ```
 */
export function cleanDocument(document: DocumentLike, options?: Options): Article

/**
 * Finds what several articles of an account have in common: the lines and pictures that it puts around each of them, which
 * no phrase tells.
 *
 * Articles of several accounts may be among them; each is compared with those of its own account. A page without an article
 * is passed over, and so is another version of an article.
 *
 * @param pages - Pages as {@link clean} takes them. A generator need not hold them all at once.
 * @returns For {@link Options.recurring}: one to a line, a text without blanks or a picture's name. It can be stored, and
 *   lines of text and addresses of pictures can be added.
 * @throws What going through `pages` throws, and `TypeError` for what is no page.
 *
 * @example
 * ```js
 * const common = recurring(pages)
 * const articles = pages.map((page) => clean(page, { recurring: common }))
 * ```
 */
export function recurring(pages: Iterable<string | Uint8Array>): string

/** As much of a `Document` as is needed. */
export interface DocumentLike {
  readonly documentElement: { readonly outerHTML: string } | null
  readonly URL?: string
}

/** A format that is written from blocks. JSON is `JSON.stringify(article)`. */
export type Format = 'markdown' | 'html' | 'document' | 'text'

/** What the formats are written from. */
export type Renderable = Pick<
  Article,
  'title' | 'author' | 'account' | 'publishedAt' | 'fetchedAt' | 'url' | 'cover' | 'blocks'
>

/**
 * Writes an article anew: with other choices, or after its blocks were changed.
 *
 * With the options that it was cleaned with, it gives what {@link clean} gave. Paths that an `imageUrl` gave to
 * {@link clean} are written only where `imageUrl` is given again, such as `(path) => path`.
 *
 * @throws `TypeError` where `article` is none, and for options that do not exist.
 *
 * @example
 * ```js
 * const article = clean(page)
 * article.blocks = article.blocks.filter(({ type }) => type !== 'image')
 * const markdown = render(article, 'markdown', { links: 'reference', frontMatter: ['title', 'url'] })
 * ```
 */
export function render(article: Renderable, format: Format, options?: RenderOptions): string

/**
 * Compiles the WebAssembly off the page's own thread, so that the first call of {@link clean} is as quick as any other.
 * Nobody has to wait for it, nor call it at all.
 *
 * @throws {@link WechatArticleError} with the code `no-wasm` where WebAssembly may not be compiled.
 *
 * @example
 * ```js
 * button.addEventListener('pointerenter', () => ready(), { once: true })
 * button.addEventListener('click', () => show(clean(page)))
 * ```
 */
export function ready(): Promise<void>

/**
 * All categories.
 *
 * @example
 * ```js
 * clean(page, { keep: categories }) // judges, but removes nothing
 * ```
 */
export const categories: readonly Category[]

/** A rule that leaves something out. */
export interface Rule {
  /** Stable between versions: the category and a name, such as `follow/ask`. */
  readonly id: string
  /** The category of what it removes. */
  readonly category: Category
  /** Why, as a phrase that completes “left out because it …”. */
  readonly reason: string
}

/**
 * All rules, by category, as {@link Removed.rule} names them.
 *
 * @example
 * ```js
 * rules.find(({ id }) => id === 'follow/ask').reason // 'asks to follow the account'
 * ```
 */
export const rules: readonly Rule[]

/** The version of this package. */
export const version: string
