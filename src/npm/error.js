/** Why there is no article; see index.d.ts. */
export class WechatArticleError extends Error {
  constructor(code, message, { reason = null, url = null, account = null, cause } = {}) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'WechatArticleError'
    this.code = code
    this.reason = reason
    this.url = url
    this.account = account
  }
}
