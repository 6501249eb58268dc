// An article with its pictures beside it, in one ZIP that needs no network. The pictures come from the tab that the
// article came from: WeChat gives them to its own pages.

import { contentOf } from './output.js'
import { pack } from './zip.js'

/** What the files of pictures begin with, by their endings: addresses tell it often wrongly. */
const BEGINNINGS = {
  jpg: /^\xff\xd8\xff/,
  png: /^\x89PNG/,
  gif: /^GIF8/,
  webp: /^RIFF.{4}WEBP/s,
  avif: /^.{4}ftypavi[fs]/s,
  svg: /^(\xef\xbb\xbf)?\s*<(svg|\?xml)/i,
}

/** The addresses of an article's pictures on the web. */
export const addressesOf = ({ images }) => images.map(({ url }) => url).filter((url) => /^https?:/.test(url))

/**
 * Packs `article` as Markdown and as HTML with its pictures in a folder beside them. `pictures(addresses, onPicture)`
 * fetches them, `rewrite({ copies, images })` makes the article anew with pictures led to their copies. Resolves to
 * `{ zip, count }`, `count` being how many pictures are in it, or to null where the reader has gone on to something else
 * meanwhile.
 */
export async function packWithPictures(article, { pictures, rewrite }, onPicture) {
  const copies = new Map()
  const files = []
  for (const [address, picture] of await pictures(addressesOf(article), onPicture)) {
    const ending = await endingOf(picture)
    if (!ending) continue
    const path = `images/${String(files.length + 1).padStart(2, '0')}.${ending}`
    copies.set(address, path)
    files.push([path, picture])
  }
  const copied = await rewrite({ copies, images: 'link' })
  if (!copied) return null
  const written = (format, ending) => [`${article.fileName}.${ending}`, new Blob([contentOf(copied, format)])]
  const zip = await pack([written('markdown', 'md'), written('html', 'html'), ...files])
  return { zip, count: files.length }
}

/** The ending of a picture's file; undefined for what is no picture, such as a page that says that there is none. */
async function endingOf(picture) {
  const bytes = new Uint8Array(await picture.slice(0, 64).arrayBuffer())
  const beginning = String.fromCharCode(...bytes)
  return Object.keys(BEGINNINGS).find((ending) => BEGINNINGS[ending].test(beginning))
}
