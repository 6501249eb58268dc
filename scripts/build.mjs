import { build } from './package.mjs'
import { main } from './run.mjs'
import { setUp } from './setup.mjs'

main(() => {
  setUp()
  build()
})
