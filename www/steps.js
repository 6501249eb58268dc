// The browser's Back and Forward, between the box, the list of files and the article. Each step knows its view and how
// many lie before it; the first, the box, is a step without a state.

/** Calls `onView(view)` when the reader has gone to another step. */
export function followSteps(onView) {
  // After a reload the box is shown, whatever the step was.
  history.replaceState(null, '')
  addEventListener('popstate', ({ state }) => onView(state?.view ?? 'intake'))
}

/** Makes a step of a view that has come up by itself, unless it is the one that was there. */
export function stepTo(view) {
  if (history.state?.view === view) return
  const depth = (history.state?.depth ?? 0) + 1
  history.pushState({ view, depth, behind: history.state?.view }, '')
}

/** Goes one step back. */
export const stepBack = () => history.back()

/** Goes back to the box. */
export function stepToBox() {
  const depth = history.state?.depth
  if (depth) history.go(-depth) // none would load the page again
}

/** Whether the list of files is one step back. */
export const isBeforeFiles = () => history.state?.behind === 'files'
