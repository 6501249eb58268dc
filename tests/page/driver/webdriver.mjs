// Tabs over WebDriver's commands. Firefox and WebKit know the same ones; each wraps them in its own way, in `send`.

import { setTimeout as wait } from 'node:timers/promises'

const CONTROL = '\uE009'
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'

/**
 * Gives the browser's `open(url)`. `send(command, parameters)` does a command; `clickBookmark(tab, address)` is the
 * browser's own way to do as if a bookmark of that address were clicked.
 */
export async function tabsOf(send, clickBookmark) {
  const home = await send('getWindow')
  let current = home

  function tabOf(handle) {
    const here = async (command, parameters) => {
      if (current !== handle) await send('switchWindow', { handle })
      current = handle
      return send(command, parameters)
    }
    const find = async (selector) => (await here('findElement', { using: 'css selector', value: selector }))[ELEMENT]
    const tab = {
      goTo: (url) => here('goTo', { url }),
      run: async (work, ...args) => {
        const script = `const done = arguments[arguments.length - 1]
          const work = async () => (${work})(...arguments[0])
          work().then((value) => done({ value: value ?? null }), (error) => done({ error: String(error) }))`
        const { value, error } = await here('run', { script, args: [args] })
        if (error) throw new Error(error)
        return value
      },
      click: async (selector) => here('click', { id: await find(selector) }),
      press: async (key) => {
        const strokes = [CONTROL, key.toLowerCase()]
        const down = strokes.map((value) => ({ type: 'keyDown', value }))
        const up = strokes.toReversed().map((value) => ({ type: 'keyUp', value }))
        await here('act', { actions: [{ type: 'key', id: 'keyboard', actions: [...down, ...up] }] })
      },
      choose: async (selector, ...paths) => here('type', { id: await find(selector), text: paths.join('\n') }),
      clickBookmark: (address) => clickBookmark(tab, address),
      opened: async (act) => {
        const before = await send('getWindows')
        await act()
        for (let waits = 0; waits < 200; waits++) {
          const added = (await send('getWindows')).find((handle) => !before.includes(handle))
          if (added) return tabOf(added)
          await wait(50)
        }
        throw new Error('no tab was opened')
      },
      close: async () => {
        await here('closeWindow')
        // Of a window that is gone no other is opened.
        await send('switchWindow', { handle: home })
        current = home
      },
    }
    return tab
  }

  return async (url) => {
    // A window, as a tab of WebKit's stays hidden, and hidden ones may open none.
    const { handle } = await send('newWindow', { type: 'window' })
    const tab = tabOf(handle)
    await tab.goTo(url)
    return tab
  }
}
