// What the page says about the article: the title, the facts at a glance, all others one click away.

import { byId, element, webLink } from './dom.js'
import { languageTag, warningElement, words } from './i18n.js'
import { momentElement } from './moment.js'

/** Writes the head of the result. Its picture comes from elsewhere: it is shown with `remote` content only. */
export function showHead(article, { remote }) {
  byId('title').textContent = article.title || words('untitled')
  byId('facts').replaceChildren(...spans(facts(article)))
  byId('counts').replaceChildren(...spans(counts(article)), ...missing(article))
  byId('warnings').replaceChildren(
    ...article.warnings.map((warning) => element('li', { 'data-code': warning.code }, warningElement(warning))),
  )
  byId('details-list').replaceChildren(
    ...details(article).map(([name, ...values]) =>
      element('div', {}, element('dt', {}, words(`detail.${name}`)), element('dd', {}, ...values)),
    ),
  )
  showCover(remote ? article.cover?.url : null)
}

function facts({ account, author, publishedAt, place, origin, url }) {
  return [
    account.name && words('fact.account', { value: account.name }),
    author && author !== account.name && words('fact.author', { value: author }),
    momentElement(publishedAt),
    place && words('fact.place', { value: place }),
    origin && originOf(origin),
    webLink(url, words('fact.source')),
  ]
}

function originOf({ state, account, url }) {
  const text = words(`fact.${state}`, { value: account ?? words('fact.elsewhere') })
  return state === 'original' ? element('span', { class: 'badge' }, text) : (webLink(url, text) ?? text)
}

function counts({ wordCount, readingMinutes, images, links }) {
  const some = (name, count) => count > 0 && words(count === 1 ? `count.${name}` : `count.${name}s`, { count })
  return [
    words('count.words', { count: new Intl.NumberFormat(languageTag()).format(wordCount) }),
    readingMinutes > 0 && words('count.minutes', { count: readingMinutes }),
    some('picture', images.length),
    some('link', links.length),
  ]
}

function missing({ missing: fields }) {
  if (fields.length === 0) return []
  const list = fields.map((field) => words(`missing.${field}`))
  const told = new Intl.ListFormat(languageTag(), { type: 'disjunction' }).format(list)
  return [element('span', { class: 'missing' }, words('missing', { list: told }))]
}

function details(article) {
  const { account, credits, albums, tags, paid, cover } = article
  const names = [account.name, account.alias, account.id].filter(Boolean)
  return [
    names.length > 0 && ['account', names.join(' · '), ...(account.description ? [note(account.description)] : [])],
    article.digest && ['digest', article.digest],
    credits.length > 0 && ['credits', ...lines(credits.map(({ role, name }) => `${role}：${name}`))],
    article.modifiedAt && ['modified', momentElement(article.modifiedAt) ?? article.modifiedAt],
    article.fetchedAt && ['fetched', momentElement(article.fetchedAt) ?? article.fetchedAt],
    albums.length > 0 && ['albums', ...lines(albums.map(({ title, url }) => webLink(url, title) ?? title))],
    tags.length > 0 && ['tags', tags.map((tag) => `#${tag}`).join(' ')],
    paid && priceOf(paid) && ['paid', priceOf(paid)],
    article.url && ['url', webLink(article.url, article.url) ?? article.url],
    article.readMore && ['readMore', webLink(article.readMore, article.readMore) ?? article.readMore],
    cover && ['cover', webLink(cover.url, cover.url) ?? cover.url],
    article.language && ['language', new Intl.DisplayNames(languageTag(), { type: 'language' }).of(article.language)],
    ['file', article.fileName],
  ].filter(Boolean)
}

function priceOf({ fee, beans }) {
  if (fee != null) return words('detail.fee', { value: (fee / 100).toFixed(2) })
  return beans == null ? null : words('detail.beans', { value: beans })
}

function showCover(address) {
  const box = byId('cover')
  const isWeb = /^https?:/i.test(address ?? '')
  if (isWeb && box.firstElementChild?.getAttribute('src') === address) return
  box.hidden = !isWeb
  if (!isWeb) return box.replaceChildren()
  // Its place is kept until it is there, so that nothing moves; one that is gone leaves no hole.
  const hide = () => {
    box.hidden = true
  }
  box.replaceChildren(element('img', { src: address, alt: '', referrerpolicy: 'no-referrer', error: hide }))
}

const spans = (parts) => parts.filter(Boolean).map((part) => element('span', {}, part))
const lines = (parts) => parts.map((part) => element('span', { class: 'detail-line' }, part))
const note = (text) => element('span', { class: 'detail-line soft' }, text)
