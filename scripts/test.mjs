import { provideBrowsers } from './browsers.mjs'
import { main } from './run.mjs'
import { addComponents, setUp } from './setup.mjs'
import { checks, runSteps, tests } from './steps.mjs'

main(async () => {
  setUp()
  addComponents(['clippy', 'rustfmt'])
  provideBrowsers()
  await runSteps([...checks, ...tests])
})
