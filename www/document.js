// The article as the document that the preview frame shows.

/**
 * Builds the document from the article's safe fragment. The `stylesheet` is linked: the frame inherits this page's
 * policy, which allows no other style.
 */
export function articleSource(article, stylesheet) {
  const made = document.implementation.createHTMLDocument(article.title)
  const add = (name, attributes) => {
    const node = made.createElement(name)
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value)
    return node
  }
  made.head.prepend(
    add('meta', { charset: 'utf-8' }),
    add('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    // WeChat's picture host answers a foreign referrer with a placeholder.
    add('meta', { name: 'referrer', content: 'no-referrer' }),
  )
  made.head.append(add('base', { target: '_blank' }), add('link', { rel: 'stylesheet', href: stylesheet }))
  const fragment = new DOMParser().parseFromString(article.html, 'text/html')
  made.documentElement.lang = fragment.body.firstElementChild?.lang ?? ''
  made.body.append(...fragment.body.childNodes)
  return `<!doctype html>\n${made.documentElement.outerHTML}\n`
}
