import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { inRoot, output, Problem, run } from '../run.mjs'

/** Counts what the command line executes for each page. Of a callgrind file, `callgrind_annotate` tells more. */
export function countInstructions(pages) {
  if (!output('valgrind', ['--version'])) throw new Problem('Valgrind is missing: apt-get install valgrind')
  const folder = inRoot('target', 'bench')
  mkdirSync(folder, { recursive: true })
  const env = { CARGO_PROFILE_RELEASE_DEBUG: '1', CARGO_PROFILE_RELEASE_STRIP: 'false' }
  run('cargo', ['build', '--quiet', '--release', '--features', 'cli', '--target-dir', `${folder}/counted`], { env })
  console.log('| page | bytes | million instructions | callgrind file |\n|---|---:|---:|---|')
  for (const [index, { name, html, path }] of pages.entries()) {
    const file = `${folder}/callgrind.${index}`
    const program = `${folder}/counted/release/wechat-article-cleaner`
    const options = ['--tool=callgrind', `--callgrind-out-file=${file}`, program, path]
    const { stderr } = spawnSync('valgrind', options, { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] })
    const counted = stderr.match(/Collected : (\d+)/)
    if (!counted) throw new Problem(`callgrind counted nothing for ${path}:\n${stderr}`)
    console.log(`| ${name} | ${Buffer.byteLength(html)} | ${(counted[1] / 1e6).toFixed(1)} | ${file} |`)
  }
}
