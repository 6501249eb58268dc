// The file that a browser saves into a folder.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** What Firefox and WebKit call a file until it is whole. */
const UNFINISHED = /\.(part|wkdownload)$/

/** Waits for what `act` downloads into `folder`: its name and its text. */
export async function downloaded(folder, act) {
  const before = readdirSync(folder)
  await act()
  for (let waits = 0; waits < 200; waits++) {
    const added = readdirSync(folder).filter((name) => !before.includes(name))
    if (added.length > 0 && !added.some((name) => UNFINISHED.test(name))) {
      const text = readFileSync(join(folder, added[0]), 'utf8')
      if (text) return { name: added[0], text }
    }
    await wait(50)
  }
  throw new Error('nothing was downloaded')
}
