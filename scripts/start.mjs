import { build } from './package.mjs'
import { main } from './run.mjs'
import { serve } from './server.mjs'
import { setUp } from './setup.mjs'
import { buildSite } from './site.mjs'

main(async () => {
  setUp()
  build()
  await buildSite()
  const { url } = await serve({ port: 8080 })
  console.log(`The page is at ${url} (Ctrl+C ends it)`)
})
