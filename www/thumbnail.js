// A small view of a picture that was set aside, so that one sees what it is.

import { element } from './dom.js'

/** The first picture of a piece, small; null if it has none. One from the web is shown with `remote` content only. */
export function thumbnailOf({ images: [address] }, remote) {
  const isOwn = /^data:image\//i.test(address) || address?.startsWith(`${location.origin}/`)
  if (!isOwn && !(remote && /^https?:/i.test(address))) return null
  return element('img', {
    class: 'thumbnail',
    src: address,
    alt: '',
    width: 48,
    height: 48,
    loading: 'lazy',
    referrerpolicy: 'no-referrer',
    error: ({ target }) => target.remove(),
  })
}
