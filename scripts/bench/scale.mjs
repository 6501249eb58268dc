// Time and memory of `clean` from 10 KB to 64 MB, as a table and as docs/scaling.svg.

import { readFileSync, writeFileSync } from 'node:fs'
import { inRoot } from '../run.mjs'
import { chart } from './chart.mjs'
import { madeUpPage } from './pages.mjs'

const sizes = [10e3, 30e3, 100e3, 300e3, 1e6, 3e6, 10e6, 30e6, 64e6]

const shapes = {
  "a page of today's: one part in 25 is article": (size) => madeUpPage(size / 25, (size * 24) / 25),
  'nothing but article': (size) => madeUpPage(size, 0),
}

export async function measureScaling() {
  const module = new WebAssembly.Module(readFileSync(inRoot('dist', 'core.wasm')))
  const { createCleaner } = await import(inRoot('dist', 'cleaner.js'))
  let memory
  const { Instance } = WebAssembly
  WebAssembly.Instance = class extends Instance {
    constructor(...args) {
      super(...args)
      memory = this.exports.memory
    }
  }
  const start = () => {
    const { clean } = createCleaner(() => module)
    return { clean, memory: () => memory.buffer.byteLength }
  }
  // What the engine compiles better once it knows what is used often, it is to know before.
  const warm = start()
  for (let i = 0; i < 20; i++) warm.clean(madeUpPage(100e3, 300e3))

  const lines = []
  for (const [name, make] of Object.entries(shapes)) {
    console.log(`\n| ${name}: bytes | ms | peak memory, MB | memory by input |\n|---:|---:|---:|---:|`)
    const points = sizes.map((size) => measure(start, make(size)))
    for (const { bytes, ms, memory } of points) {
      console.log(`| ${bytes} | ${ms.toFixed(1)} | ${(memory / 1e6).toFixed(1)} | ${(memory / bytes).toFixed(1)} |`)
    }
    lines.push({ name, points })
  }
  writeFileSync(inRoot('docs', 'scaling.svg'), chart(lines))
}

/** The bytes of a page, the least processor time it took, and the memory of an instance that cleaned it and nothing else. */
function measure(start, html) {
  const bytes = Buffer.byteLength(html)
  const { clean, memory } = start()
  let ms = time(() => clean(html))
  const peak = memory()
  for (const end = performance.now() + 1000; performance.now() < end; ) {
    ms = Math.min(
      ms,
      time(() => clean(html)),
    )
  }
  return { bytes, ms, memory: peak }
}

/**
 * Processor time of this thread in milliseconds. By the clock, on a machine with other work to do, what takes longer than
 * one turn of the scheduler takes several times as long as what fits into one, and growth looks steeper than it is.
 */
function time(work) {
  const spent = process.threadCpuUsage ?? process.cpuUsage
  const start = spent.call(process)
  work()
  const { user, system } = spent.call(process, start)
  return (user + system) / 1000
}
