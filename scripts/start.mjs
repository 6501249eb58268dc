import { build } from './package.mjs'
import { main } from './run.mjs'
import { serve } from './server.mjs'
import { setUp } from './setup.mjs'

main(async () => {
  setUp()
  build()
  const { url } = await serve({ port: 8080 })
  console.log(`The page is at ${url} (Ctrl+C ends it)`)
})
