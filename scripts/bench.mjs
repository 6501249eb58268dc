// Measures what `clean` costs: `npm run bench` beside what one would use otherwise, each in the same run on the same
// pages; `-- --scale` on pages of 10 KB to 64 MB, drawn into docs/scaling.svg; `-- --instructions` by counting what
// the native core executes, which no other load of the machine changes. BENCH_ROUNDS sets the number of rounds.

import { timeInBrowser } from './bench/browser.mjs'
import { countInstructions } from './bench/instructions.mjs'
import { timeNatively } from './bench/native.mjs'
import { timeInNode } from './bench/node.mjs'
import { pages } from './bench/pages.mjs'
import { measureScaling } from './bench/scale.mjs'
import { median } from './bench/time.mjs'
import { build } from './package.mjs'
import { main } from './run.mjs'
import { setUp } from './setup.mjs'

const rounds = Number(process.env.BENCH_ROUNDS ?? 15)

main(async () => {
  if (process.argv.includes('--instructions')) return countInstructions(pages())
  setUp()
  build()
  if (process.argv.includes('--scale')) return measureScaling()
  await compare()
})

async function compare() {
  const places = { Node: timeInNode, Chromium: timeInBrowser, native: timeNatively }
  for (const page of pages()) {
    console.log(`\n${page.name}, ${(page.html.length / 1e6).toFixed(2)} million characters, ${rounds} rounds`)
    for (const [place, timesIn] of Object.entries(places)) {
      const times = await timesIn(page, rounds)
      if (times) console.log(`\n${table(place, times)}`)
    }
  }
}

/** Medians and the least, in milliseconds, and how many times as long each takes as ours. */
function table(place, times) {
  const [ours] = Object.values(times)
  const rows = Object.entries(times).map(([name, list]) => {
    const ratio = median(list) / median(ours)
    return `| ${name} | ${median(list).toFixed(1)} | ${Math.min(...list).toFixed(1)} | ${ratio.toFixed(1)} |`
  })
  return [`| ${place} | median ms | least ms | times ours |`, '|---|---:|---:|---:|', ...rows].join('\n')
}
