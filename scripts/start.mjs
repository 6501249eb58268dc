import { build } from './package.mjs'
import { main } from './run.mjs'
import { serve } from './server.mjs'
import { setUp } from './setup.mjs'
import { vendor } from './vendor.mjs'

main(async () => {
  setUp()
  build()
  vendor()
  const { url } = await serve({ port: 8080 })
  console.log(`The page is at ${url} (Ctrl+C ends it)`)
})
