import { start, type State } from './model'
import { refusals } from './words'

/** What is wrong with matrices from a link that are each fine by themselves. */
export function checkState(state: State): string | undefined {
  for (const name of ['Q', 'K', 'V', 'dy'] as const) {
    const [height, width] = [start[name].length, start[name][0]?.length ?? 0]
    if (state[name].length !== height || state[name][0]?.length !== width)
      return refusals.shape(name, height, width)
  }
}
