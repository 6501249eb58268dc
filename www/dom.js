// Small helpers for building the page without ever parsing a string as HTML.

/** The element with this id. */
export const byId = (id) => document.getElementById(id)

/** Makes an element; attributes that are false, null or undefined are left out, functions become listeners. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (value === false || value == null) continue
    if (typeof value === 'function') made.addEventListener(key, value)
    else made.setAttribute(key, value === true ? '' : value)
  }
  made.append(...children.filter((child) => child != null))
  return made
}

/** An address as a URL; null for what is none. (`URL.canParse` needs Chrome 120.) */
export function urlOf(address) {
  try {
    return new URL(address)
  } catch {
    return null
  }
}

/** A link that opens elsewhere and tells nothing of this page; null unless the address is a web address. */
export function webLink(address, text) {
  if (!/^https?:\/\/\S+$/i.test(address ?? '') || !urlOf(address)) return null
  return element('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, text)
}
