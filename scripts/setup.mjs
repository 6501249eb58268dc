// Gets what a build needs, where it is missing, and names what only the reader can install.

import { existsSync, readFileSync } from 'node:fs'
import { inRoot, output, Problem, readJson, run } from './run.mjs'
import { unlessUnchanged } from './stamp.mjs'

export const wasmTarget = 'wasm32-unknown-unknown'

/** Everything that `npm run build` needs. Each step costs milliseconds where there is nothing to do. */
export function setUp() {
  requireNode()
  installPackages()
  requireRust()
  addTarget()
  installWasmBindgen()
}

export function requireNode() {
  const wanted = readJson('package.json').engines.node.replace('>=', '')
  if (isOlder(process.versions.node, wanted)) {
    throw new Problem(`Node ${wanted} or newer is needed, this is ${process.versions.node}: https://nodejs.org`)
  }
}

export function installPackages() {
  unlessUnchanged(
    'npm-packages',
    { inputs: ['package-lock.json'], outputs: ['node_modules/.package-lock.json'] },
    () => {
      console.log('Installing the npm packages of package-lock.json.')
      run('npm', ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund'])
    },
  )
}

export function requireRust() {
  const installed = output('rustc', ['--version'])?.split(' ')[1]
  if (!installed || !output('cargo', ['--version'])) {
    throw new Problem('Rust is missing (cargo, rustc). Install it with rustup: https://rustup.rs')
  }
  const wanted = readFileSync(inRoot('Cargo.toml'), 'utf8').match(/^rust-version = "(.+)"/m)[1]
  if (isOlder(installed, wanted)) {
    throw new Problem(`Rust ${wanted} or newer is needed, this is ${installed}: rustup update stable`)
  }
  if (process.platform !== 'win32' && !output('cc', ['--version'])) {
    const command = process.platform === 'darwin' ? 'xcode-select --install' : 'apt-get install -y build-essential'
    throw new Problem(`A linker (cc) is missing, which Rust needs: ${command}`)
  }
}

/** Adds components of the Rust toolchain, such as `clippy`, that a minimal installation leaves out. */
export function addComponents(names) {
  const missing = names.filter((name) => !output('cargo', [name.replace('rustfmt', 'fmt'), '--version']))
  if (missing.length > 0) rustup(['component', 'add', ...missing])
}

/** The command of wasm-bindgen, of exactly the version that Cargo.lock has. */
export function wasmBindgen() {
  const wanted = `wasm-bindgen ${wasmBindgenVersion()}`
  const places = [inRoot('target', 'tools', 'bin', 'wasm-bindgen'), 'wasm-bindgen']
  return places.find((program) => output(program, ['--version']) === wanted)
}

function addTarget() {
  const libraries = output('rustc', ['--print', 'target-libdir', '--target', wasmTarget])
  if (!libraries || !existsSync(libraries)) rustup(['target', 'add', wasmTarget])
}

function installWasmBindgen() {
  if (wasmBindgen()) return
  const version = wasmBindgenVersion()
  console.log(`Building wasm-bindgen ${version} into target/tools. This takes 1 to 2 minutes, once.`)
  // Unoptimised it is built in half the time, and takes half a second where it would take a tenth.
  const options = ['--locked', '--debug', '--root', inRoot('target', 'tools')]
  run('cargo', ['install', 'wasm-bindgen-cli', '--version', version, ...options])
}

function wasmBindgenVersion() {
  return readFileSync(inRoot('Cargo.lock'), 'utf8').match(/^name = "wasm-bindgen"\nversion = "(.+)"/m)[1]
}

function rustup(args) {
  if (!output('rustup', ['--version'])) {
    const wanted = args.slice(2).join(', ')
    throw new Problem(`Rust lacks ${wanted}. With rustup (https://rustup.rs): rustup ${args.join(' ')}`)
  }
  run('rustup', args)
}

function isOlder(version, wanted) {
  const [a, b] = [version, wanted].map((text) => text.split('.').map(Number.parseFloat))
  return a[0] !== b[0] ? a[0] < b[0] : (a[1] ?? 0) < (b[1] ?? 0)
}
