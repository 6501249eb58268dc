// The document of the preview's frame: an empty shell to begin with, then the article as it stands.

import { element } from './dom.js'

const STYLESHEETS = [new URL('./preview.css', import.meta.url), new URL('./marks.css', import.meta.url)]

/** Without remote content, the policy of the frame itself allows no address but this page's own. */
const OWN_ONLY = "img-src 'self' data:; media-src 'none'"

/** The source of the shell. The stylesheets are linked: the frame inherits this page's policy, which allows no other. */
export function shellSource({ remote }) {
  const made = document.implementation.createHTMLDocument('')
  made.head.prepend(
    element('meta', { charset: 'utf-8' }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'color-scheme', content: 'light dark' }),
    // WeChat's picture host answers a foreign referrer with a placeholder.
    element('meta', { name: 'referrer', content: 'no-referrer' }),
    remote ? '' : element('meta', { 'http-equiv': 'Content-Security-Policy', content: OWN_ONLY }),
  )
  made.head.append(
    element('base', { target: '_blank' }),
    ...STYLESHEETS.map((href) => element('link', { rel: 'stylesheet', href })),
  )
  return `<!doctype html>\n${made.documentElement.outerHTML}\n`
}

/** The article's safe fragment as an element of no document that is shown, ready to be put into the frame. */
export function articleElement(article, { remote, withheld }) {
  const fragment = new DOMParser().parseFromString(article.html, 'text/html')
  const made = fragment.querySelector('article') ?? fragment.createElement('article')
  // In a frame without an address of its own, a bare `#note` would lead to this page.
  for (const link of made.querySelectorAll('a[href^="#"]')) {
    link.target = '_self'
    link.setAttribute('href', `about:srcdoc${link.getAttribute('href')}`)
  }
  if (!remote) {
    for (const image of made.querySelectorAll('img')) withhold(image, withheld)
  }
  return made
}

/** Sets words in the place of a picture from elsewhere, so that nothing is asked for. */
function withhold(image, withheld) {
  const address = image.getAttribute('src') ?? ''
  if (address.startsWith('data:') || address.startsWith(`${location.origin}/`)) return
  const alt = image.alt.trim()
  image.replaceWith(element('span', { class: 'withheld' }, alt ? `${withheld}: ${alt}` : withheld))
}
