import { inRoot, output, Problem, run } from '../run.mjs'

/** Times on the machine itself, in a program of its own (benches/native): the peers are no part of our package. */
export function timeNatively({ path }, rounds) {
  const manifest = inRoot('benches', 'native', 'Cargo.toml')
  run('cargo', [
    'build',
    '--quiet',
    '--release',
    '--manifest-path',
    manifest,
    '--target-dir',
    inRoot('target', 'bench'),
  ])
  const program = inRoot('target', 'bench', 'release', process.platform === 'win32' ? 'bench.exe' : 'bench')
  const printed = output(program, [path, String(rounds)])
  if (!printed) throw new Problem(`${program} failed`)
  return Object.fromEntries(
    printed.split('\n').map((line) => {
      const [name, ...times] = line.split('\t')
      return [name, times.map(Number)]
    }),
  )
}
