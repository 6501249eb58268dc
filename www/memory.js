// What the page remembers on this device: choices only, never anything of an article.

import { CATEGORIES, FORMATS, WRITING, ZIP_FORMATS } from './facts.js'

const KEY = 'wechat-article-cleaner'
/** Raised when the meaning of a field changes; what an older page left is then forgotten. */
const VERSION = 1

/** Each field: what it is at first, and whether a stored value can be one. */
const FIELDS = {
  language: [null, (value) => ['en', 'zh'].includes(value)],
  format: ['preview', (value) => FORMATS.includes(value)],
  keep: [[], (value) => areAmong(value, CATEGORIES)],
  remote: [true, (value) => typeof value === 'boolean'],
  zip: [['md'], (value) => areAmong(value, ZIP_FORMATS)],
  ...Object.fromEntries(Object.entries(WRITING).map(([name, all]) => [name, [all[0], (value) => all.includes(value)]])),
}

/** The choices as they are in this tab. */
export const memory = {
  ...Object.fromEntries(Object.entries(FIELDS).map(([name, [first]]) => [name, first])),
  ...read(),
}

/** A choice as it was last made, be it in another tab. */
export const recall = (name) => read()[name] ?? memory[name]

/** How an article is to be written, as the cleaner takes it. */
export const writing = () => Object.fromEntries(Object.keys(WRITING).map((name) => [name, memory[name]]))

/** Whether what was written so is written as it is wanted now. */
export const isWrittenSo = (written) => Object.entries(written).every(([name, value]) => memory[name] === value)

/** Changes some of the choices, and keeps them where the browser allows it; what other tabs chose stays. */
export function remember(change) {
  const kept = { ...memory, ...read(), ...change }
  Object.assign(memory, change)
  try {
    localStorage.setItem(KEY, JSON.stringify({ version: VERSION, ...kept }))
  } catch {
    // Storage may be forbidden or full; then the choices last as long as the page.
  }
}

/** The stored choices, as far as they can be ones. */
function read() {
  const stored = parsed()
  return Object.fromEntries(
    Object.keys(FIELDS)
      .filter((name) => FIELDS[name][1](stored[name]))
      .map((name) => [name, stored[name]]),
  )
}

function parsed() {
  try {
    const stored = JSON.parse(localStorage.getItem(KEY))
    return stored?.version === VERSION ? stored : {}
  } catch {
    return {}
  }
}

function areAmong(values, all) {
  return Array.isArray(values) && values.every((value) => all.includes(value))
}
