import { requireBrowser } from './browser.mjs'
import { main } from './run.mjs'
import { addComponents, setUp } from './setup.mjs'
import { checks, runSteps, tests } from './steps.mjs'

main(() => {
  setUp()
  addComponents(['clippy', 'rustfmt'])
  requireBrowser()
  runSteps([...checks, ...tests])
})
