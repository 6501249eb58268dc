import { main } from './run.mjs'
import { addComponents, setUp } from './setup.mjs'
import { checks, runSteps } from './steps.mjs'

main(async () => {
  setUp()
  addComponents(['clippy', 'rustfmt'])
  await runSteps(checks)
})
