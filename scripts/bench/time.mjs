/** The times, in milliseconds, that each of `contenders` takes for `html`, by name. */
export async function inTurns(contenders, html, rounds) {
  const times = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]))
  const warmUp = Math.ceil(rounds / 5)
  for (let round = -warmUp; round < rounds; round++) {
    // In turns, so that whatever else the machine does falls on all.
    for (const [name, clean] of Object.entries(contenders)) {
      const start = performance.now()
      await clean(html)
      const elapsed = performance.now() - start
      if (round >= 0) times[name].push(elapsed)
    }
  }
  return times
}

export function median(list) {
  return list.toSorted((a, b) => a - b)[list.length >> 1]
}
