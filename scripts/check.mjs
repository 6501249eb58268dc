import { main } from './run.mjs'
import { addComponents, setUp } from './setup.mjs'
import { checks, runSteps } from './steps.mjs'

main(() => {
  setUp()
  addComponents(['clippy', 'rustfmt'])
  runSteps(checks)
})
