import { given, type Given, type State } from './model'
import { words } from './words'

/** What is wrong with matrices from a link that are each fine by themselves. */
export function checkState(state: State): string | undefined {
  const H = state.w2.length
  const shapes: Record<Given, readonly [number, number]> = {
    x: [state.labels.length, 2],
    w1: [2, H],
    b1: [1, H],
    w2: [H, 2],
    b2: [1, 2],
  }
  for (const name of given) {
    const [height, width] = shapes[name]
    if (state[name].length !== height || state[name][0]?.length !== width)
      return words.refused(name, height, width)
  }
}
