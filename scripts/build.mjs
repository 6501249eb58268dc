import { build } from './package.mjs'
import { main } from './run.mjs'
import { setUp } from './setup.mjs'
import { vendor } from './vendor.mjs'

main(() => {
  setUp()
  build()
  vendor()
})
