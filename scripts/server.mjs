// A small static server for www/, for development and for the tests of the page.
//
// It sends no Cross-Origin-Opener-Policy on purpose: that header would cut the bookmarklet's line to the page.

import { createReadStream, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { inRoot } from './run.mjs'

const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
}

/** The media type of a file, by its name. */
export const contentType = (path) => types[extname(path)] ?? 'application/octet-stream'

/** Serves `folder` on localhost, at `port` or the next one that is free; resolves to `{ url, close() }`. */
export async function serve({ folder = inRoot('www'), port = 0 } = {}) {
  const server = createServer((request, response) => answer(folder, request, response))
  await listen(server, port)
  return {
    url: `http://localhost:${server.address().port}/`,
    close() {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}

function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once('listening', resolve)
    server.on('error', (error) => {
      if (error.code !== 'EADDRINUSE' || port === 0) return reject(error)
      port += 1
      server.listen(port, 'localhost')
    })
    server.listen(port, 'localhost')
  })
}

function answer(folder, request, response) {
  const path = fileFor(folder, request.url)
  if (!path) {
    response.writeHead(404, { 'Content-Type': 'text/plain' }).end('not found\n')
    return
  }
  response.writeHead(200, {
    'Content-Type': contentType(path),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  })
  createReadStream(path).pipe(response)
}

/** The file that a request's path names, or null. `normalize` of an absolute path can't leave the folder. */
function fileFor(folder, url) {
  try {
    const { pathname } = new URL(url, 'http://localhost')
    const path = join(folder, normalize(decodeURIComponent(pathname)), pathname.endsWith('/') ? 'index.html' : '')
    return statSync(path).isFile() ? path : null
  } catch {
    return null
  }
}
