// An article page of WeChat's, on this machine: made-up text under the policy that was seen on real ones.

import { createServer } from 'node:http'
import { body, pageOf } from './articles.mjs'

/** The header of WeChat's pages, without the hosts that say nothing here. A nonce sets 'unsafe-inline' aside. */
export const policy = `script-src 'self' 'unsafe-inline' 'unsafe-eval' http://*.qq.com https://*.qq.com
  http://*.weishi.com https://*.weishi.com http://*.weixin.qq.com https://*.weixin.qq.com https://midas.gtimg.cn
  'nonce-1460338201'; style-src 'self' 'unsafe-inline' http://*.qq.com https://*.qq.com; object-src 'self'
  http://*.qq.com https://*.qq.com; font-src 'self' data: http://*.qq.com https://*.qq.com; frame-ancestors 'self'
  http://wx.qq.com https://wx.qq.com`.replace(/\s+/g, ' ')

/** The article as a reader sees it. */
export const article = pageOf(body).replace('visibility: hidden;', '')

/** Serves the article; resolves to `{ url, close() }`. */
export async function serveArticle() {
  const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy }
  const server = createServer((_, response) => response.writeHead(200, headers).end(article))
  await new Promise((resolve) => server.listen(0, 'localhost', resolve))
  return {
    url: `http://localhost:${server.address().port}/s/AbCdEfGhIjKlMnOpQrStUv`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
