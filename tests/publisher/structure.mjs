// What a document is made of, as lists of strings to compare: from Markdown as its author wrote it, and from blocks.

import { marked } from 'marked'

/** The constructs that are compared. */
export const CONSTRUCTS = [
  'heading',
  'paragraph',
  'item',
  'quote',
  'code',
  'language',
  'cell',
  'formula',
  'link',
  'image',
  'strong',
]

/** The structure of a Markdown source. */
export function ofMarkdown(source) {
  const found = nothing()
  const levels = []
  // Formulas by themselves are no paragraphs.
  const text = source.replace(/^\$\$\n(.*?)\n\$\$$/gms, (_, latex) => {
    found.formula.push(`block ${bare(latex)}`)
    return ''
  })
  const tokens = (list, depth, quoted) => {
    for (const token of list) {
      if (token.type === 'heading') levels.push([token.depth, inline(token.tokens)])
      // A further paragraph of an item is a text to the parser.
      if (token.type === 'paragraph' || token.type === 'text') {
        const words = inline(token.tokens)
        if (words) found[quoted ? 'quote' : 'paragraph'].push(quoted ? `${quoted} ${words}` : words)
      }
      if (token.type === 'code') {
        found.code.push(token.text)
        if (token.lang) found.language.push(token.lang)
      }
      if (token.type === 'blockquote') tokens(token.tokens, depth, quoted + 1)
      if (token.type === 'table') {
        ;[token.header, ...token.rows].forEach((row, y) => {
          row.forEach((cell, x) => {
            found.cell.push(`${y},${x} ${inline(cell.tokens)}`)
          })
        })
      }
      if (token.type === 'list') {
        for (const item of token.items) {
          const [first, ...rest] = item.tokens
          found.item.push(`${depth} ${token.ordered ? '1' : '-'} ${inline(first.tokens)}`)
          tokens(rest, depth + 1, quoted)
        }
      }
    }
  }
  const inline = (list) => {
    let words = ''
    for (const token of list ?? []) {
      if (token.type === 'image') found.image.push(token.href)
      else if (token.type === 'link') {
        found.link.push(token.href)
        words += inline(token.tokens)
      } else if (token.type === 'strong') {
        const strong = inline(token.tokens)
        found.strong.push(strong)
        words += strong
      } else if (token.tokens) words += inline(token.tokens)
      else words += token.type === 'codespan' ? token.text : unescaped(token.text ?? '')
    }
    return squeeze(
      words.replace(/\$([^$\n]+)\$/g, (_, latex) => {
        found.formula.push(`inline ${bare(latex)}`)
        return ''
      }),
    )
  }
  tokens(marked.lexer(text), 0, 0)
  return withLevels(found, levels)
}

/** The structure of cleaned blocks. */
export function ofBlocks(blocks) {
  const found = nothing()
  const levels = []
  const all = (list, depth, quoted) => {
    for (const block of list) {
      if (block.type === 'heading') levels.push([block.level, inline(block.content)])
      if (block.type === 'paragraph') {
        const words = inline(block.content)
        if (words) found[quoted ? 'quote' : 'paragraph'].push(quoted ? `${quoted} ${words}` : words)
      }
      if (block.type === 'code') {
        found.code.push(block.text)
        if (block.language) found.language.push(block.language)
      }
      if (block.type === 'formula') found.formula.push(`block ${bare(block.latex)}`)
      if (block.type === 'quote') all(block.blocks, depth, quoted + 1)
      if (block.type === 'image') {
        found.image.push(block.url)
        inline(block.caption)
      }
      if (block.type === 'table') {
        block.rows.forEach((row, y) => {
          row.forEach((cell, x) => {
            found.cell.push(`${y},${x} ${inline(cell.content)}`)
          })
        })
      }
      if (block.type === 'list') {
        for (const [first, ...rest] of block.items) {
          const words = first?.type === 'paragraph' ? inline(first.content) : ''
          found.item.push(`${depth} ${block.start === null ? '-' : '1'} ${words}`)
          all(first?.type === 'paragraph' ? rest : [first, ...rest].filter(Boolean), depth + 1, quoted)
        }
      }
    }
  }
  const inline = (content) => {
    let words = ''
    let strong = ''
    let link = null
    const endStrong = () => {
      if (squeeze(strong)) found.strong.push(squeeze(strong))
      strong = ''
    }
    for (const part of content) {
      if (part.type === 'text') {
        words += part.text
        if (part.strong) strong += part.text
        else endStrong()
        if (part.link && part.link !== link) found.link.push(part.link)
        link = part.link ?? null
      } else {
        endStrong()
        // A note repeats the link that the words before it have got back.
        if (part.type === 'footnote') found.link.push(...addressesOf(part).filter((address) => address !== link))
        link = null
      }
      if (part.type === 'formula') found.formula.push(`inline ${bare(part.latex)}`)
      if (part.type === 'image') found.image.push(part.url)
      if (part.type === 'break') words += ' '
    }
    endStrong()
    return squeeze(words)
  }
  all(blocks, 0, 0)
  return withLevels(found, levels)
}

/** For each construct how many were written, found, and both. */
export function compare(expected, actual) {
  return Object.fromEntries(
    CONSTRUCTS.map((construct) => {
      const left = [...actual[construct]]
      const both = expected[construct].filter((one) => {
        const at = left.indexOf(one)
        if (at >= 0) left.splice(at, 1)
        return at >= 0
      })
      return [construct, { written: expected[construct].length, found: actual[construct].length, both: both.length }]
    }),
  )
}

const nothing = () => Object.fromEntries(CONSTRUCTS.map((construct) => [construct, []]))

/** Headings by their place in the outline: the highest is 0, whatever level it was given. */
function withLevels(found, levels) {
  const ranks = [...new Set(levels.map(([level]) => level))].sort()
  found.heading = levels.map(([level, words]) => `${ranks.indexOf(level)} ${words}`)
  return found
}

const squeeze = (text) => text.replace(/\s+/g, ' ').trim()

/** A formula without what means nothing: spaces, and braces around one sign. */
const bare = (latex) => latex.replace(/\\[,;! ]|\s+/g, '').replace(/\{(\\?\w)\}/g, '$1')

const unescaped = (text) =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name])

/** The addresses that a note holds, as links or as text. */
function addressesOf(note) {
  const text = note.content.map((run) => run.link ?? run.text ?? '').join('')
  return text.match(/https?:\/\/\S+/g) ?? []
}
