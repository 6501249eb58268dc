import { build } from './package.mjs'
import { main } from './run.mjs'
import { setUp } from './setup.mjs'
import { buildSite } from './site.mjs'

main(async () => {
  setUp()
  build()
  await buildSite()
})
