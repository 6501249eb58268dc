// Fuzzes one target for some seconds: `npm run fuzz -- page 1200`. Without a name, all of them, one after the other.
// Wants a nightly toolchain (`rustup toolchain install nightly`) and `cargo install cargo-fuzz --locked`.

import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { inRoot, main, output, Problem, root } from './run.mjs'

/** What is cut out of the fixtures to begin with. */
const seeds = {
  bytes: (bytes) => [bytes],
  script: (bytes) => [...String(bytes).matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, script]) => script),
  page: insides,
  archive: (bytes, name) => (name.endsWith('.md') ? [bytes] : []),
  render: () => [],
  round_trip: insides,
}

main(async () => {
  const [name, seconds = '1200'] = process.argv.slice(2)
  if (name && !seeds[name]) throw new Problem(`no target ${name}: expected one of ${Object.keys(seeds).join(', ')}`)
  if (!(Number(seconds) > 0)) throw new Problem(`no number of seconds: ${seconds}`)
  if (!output('rustup', ['toolchain', 'list'])?.includes('nightly'))
    throw new Problem('a nightly toolchain is missing: rustup toolchain install nightly')
  if (!output('cargo', ['fuzz', '--version']))
    throw new Problem('cargo-fuzz is missing: cargo install cargo-fuzz --locked')
  const runs = []
  for (const target of name ? [name] : Object.keys(seeds)) runs.push(await fuzz(target, seconds))
  console.log('\ntarget        executions  find')
  for (const { target, executions, find } of runs)
    console.log(`${target.padEnd(10)}  ${executions.toLocaleString('en').padStart(12)}  ${find ?? 'none'}`)
  const finds = runs.filter((run) => run.find)
  if (finds.length > 0) throw new Problem(`${finds.length} found something: CONTRIBUTING.md says what to do with it`)
})

/** Runs a target until time is up or something is found, and says what came of it. */
async function fuzz(target, seconds) {
  const corpus = inRoot('fuzz', 'corpus', target)
  const seed = inRoot('fuzz', 'seeds', target)
  mkdirSync(corpus, { recursive: true })
  writeSeeds(target, seed)
  // No sanitizer: there is no unsafe code here, and without one it runs several times as often.
  const command = ['+nightly', 'fuzz', 'run', '--sanitizer', 'none', target, corpus, seed]
  const limits = [`-max_total_time=${seconds}`, '-max_len=8192', '-timeout=30', '-rss_limit_mb=2048']
  const dictionary = `-dict=${inRoot('fuzz', 'dictionary.txt')}`
  const { status, said } = await shown('cargo', [...command, '--', ...limits, dictionary, '-print_final_stats=1'])
  const [, find] = said.match(/Test unit written to (\S+)/) ?? []
  const [, executions] = said.match(/^stat::number_of_executed_units:\s*(\d+)/m) ?? []
  if (!executions || (status !== 0 && !find)) throw new Problem(`${target} could not be run: see above`)
  return { target, executions: Number(executions), find: find && relative(root, find) }
}

/** Runs a program, shows what it says of its work, and gives the last of it. */
function shown(program, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'inherit', 'pipe'] })
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (part) => {
      process.stderr.write(part)
      said = (said + part).slice(-100_000)
    })
    child.on('error', (error) => reject(new Problem(`${program} could not be started: ${error.message}`)))
    child.on('close', (status) => resolve({ status, said }))
  })
}

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
