// Fuzzes one target for some seconds: `npm run fuzz -- page 1200`. Without a name, all of them, one after the other.
// Wants a nightly toolchain (`rustup toolchain install nightly`) and `cargo install cargo-fuzz --locked`.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { inRoot, main, output, Problem, run } from './run.mjs'

/** What is cut out of the fixtures to begin with. */
const seeds = {
  bytes: (bytes) => [bytes],
  script: (bytes) => [...String(bytes).matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, script]) => script),
  page: insides,
  archive: (bytes, name) => (name.endsWith('.md') ? [bytes] : []),
  render: () => [],
  round_trip: insides,
}

main(() => {
  const [name, seconds = '1200'] = process.argv.slice(2)
  if (name && !seeds[name]) throw new Problem(`no target ${name}: expected one of ${Object.keys(seeds).join(', ')}`)
  if (!output('cargo', ['fuzz', '--version']))
    throw new Problem('cargo-fuzz is missing: cargo install cargo-fuzz --locked')
  for (const target of name ? [name] : Object.keys(seeds)) {
    const corpus = inRoot('fuzz', 'corpus', target)
    const seed = inRoot('fuzz', 'seeds', target)
    mkdirSync(corpus, { recursive: true })
    writeSeeds(target, seed)
    const limits = [`-max_total_time=${seconds}`, '-max_len=8192', '-timeout=30', '-rss_limit_mb=2048']
    const dictionary = `-dict=${inRoot('fuzz', 'dictionary.txt')}`
    // No sanitizer: there is no unsafe code here, and without one it runs several times as often.
    const command = ['+nightly', 'fuzz', 'run', '--sanitizer', 'none', target, corpus, seed]
    run('cargo', [...command, '--', ...limits, dictionary])
  }
})

function writeSeeds(target, folder) {
  mkdirSync(folder, { recursive: true })
  const fixtures = inRoot('tests', 'fixtures')
  for (const fixture of readdirSync(fixtures)) {
    for (const name of readdirSync(`${fixtures}/${fixture}`)) {
      if (name.startsWith('expected') || name === 'why.md') continue
      const bytes = readFileSync(`${fixtures}/${fixture}/${name}`)
      for (const [index, seed] of seeds[target](bytes, name).entries()) {
        writeFileSync(`${folder}/${fixture}-${index}`, seed)
      }
    }
  }
}

/** The inside of `#js_content`. */
function insides(bytes) {
  const start = String(bytes).match(/id="?js_content"?[^>]*>/)
  if (!start) return []
  return [String(bytes).slice(start.index + start[0].length)]
}
