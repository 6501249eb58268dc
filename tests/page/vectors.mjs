// The hostile vectors of tests/vectors, in the places where they are put. tests/safety/vectors.rs reads them too.

import { readFileSync } from 'node:fs'
import { inRoot } from '../../scripts/run.mjs'

const FILES = { markup: 'html.txt', address: 'addresses.txt', words: 'text.txt' }
const SIGNS = { n: '\n', r: '\r', t: '\t', f: '\f', 0: '\0', '\\': '\\' }

/** Vectors of markup, as they are. */
export const markup = (elsewhere) => vectorsOf('html.txt', elsewhere)

/** Every vector in every place that takes it. */
export function inputs(elsewhere) {
  return Object.entries(sections('contexts.txt')).flatMap(([kind, places]) => {
    const vectors = vectorsOf(FILES[kind], elsewhere)
    return places.flatMap((place) => vectors.map((vector) => put(vector, place.slice(place.indexOf(': ') + 2))))
  })
}

function vectorsOf(file, elsewhere) {
  return Object.values(sections(file))
    .flat()
    .map((vector) => vector.replaceAll('ELSEWHERE', elsewhere))
}

/** The lines of a file under their headings, escapes undone. */
function sections(name) {
  const found = {}
  let heading = null
  for (const line of readFileSync(inRoot('tests', 'vectors', name), 'utf8').split('\n')) {
    if (line.startsWith('== ')) heading = line.slice(3)
    else if (line && heading) found[heading] = [...(found[heading] ?? []), unescaped(line)]
  }
  return found
}

function unescaped(line) {
  return line.replace(/\\(?:u\{(\w+)\}|(.))/g, (all, code, sign) =>
    code ? String.fromCodePoint(Number.parseInt(code, 16)) : (SIGNS[sign] ?? all),
  )
}

/** A vector where the braces of the place are. */
function put(vector, place) {
  const html = vector.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
  const js = vector
    .replaceAll('\\', '\\x5c')
    .replaceAll("'", '\\x27')
    .replaceAll('<', '\\x3c')
    .replaceAll('\n', '\\x0a')
    .replaceAll('\r', '\\x0d')
  const forms = { html, js, json: JSON.stringify(vector).slice(1, -1), md: vector, '': vector }
  return place.replace(/\{(html|js|json|md|)\}/g, (_, form) => forms[form])
}
