// The article's headings as a way through it.

import { element } from './dom.js'

/** Fills `list` with a button for each heading; `outline` stays hidden where there is nothing to choose from. */
export function showOutline(outline, list, headings, onChoose) {
  const top = Math.min(...headings.map(({ level }) => level))
  outline.hidden = headings.length < 2
  list.replaceChildren(
    ...headings.map(({ level, text, show }) =>
      element(
        'li',
        { class: `level-${Math.min(level - top + 1, 3)}` },
        element(
          'button',
          {
            type: 'button',
            click: () => {
              onChoose()
              show()
            },
          },
          text,
        ),
      ),
    ),
  )
}
