import type { Driver, Place } from './driver'

/** One of the protocol's commands. Firefox and WebKit take the same ones, by different roads. */
export type Send = (
  command: 'navigate' | 'execute' | 'actions',
  body: Record<string, unknown>,
) => Promise<unknown>

/** The protocol's signs for keys that write nothing (https://w3c.github.io/webdriver/#keyboard-actions). */
const signs: Readonly<Record<string, string>> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  PageUp: '\uE00E',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
}

const keys = (names: readonly string[]) => {
  const actions = names.flatMap((name) =>
    (['keyDown', 'keyUp'] as const).map((type) => ({ type, value: signs[name] ?? name })),
  )
  return { actions: [{ type: 'key', id: 'keyboard', actions }] }
}

const pointer = (actions: object[]) => ({
  actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }],
})
const moveTo = ([x, y]: Place) => ({
  type: 'pointerMove',
  origin: 'viewport',
  duration: 0,
  x: Math.round(x),
  y: Math.round(y),
})

/** The acts' words in those of WebDriver. */
export const overWebDriver = (send: Send, close: () => Promise<void>): Driver => ({
  goto: async (url) => void (await send('navigate', { url })),
  run: async (act, ...args) =>
    (await send('execute', { script: `return (${act}).apply(null, arguments)`, args })) as never,
  press: async (...names) => void (await send('actions', keys(names))),
  move: async (to) => void (await send('actions', pointer([moveTo(to)]))),
  drag: async (first, ...rest) => {
    const down = { type: 'pointerDown', button: 0 }
    const up = { type: 'pointerUp', button: 0 }
    const actions = first ? [moveTo(first), down, ...rest.map(moveTo), up] : []
    await send('actions', pointer(actions))
  },
  close,
})
