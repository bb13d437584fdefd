import { setLength } from '@/topics/practice/sequence'
import type { Scene, State } from './model'

/** Which item this is. */
export function sentence({ at }: State, { ask, again }: Scene, missed: boolean): string {
  const what = `${ask.kind.label}. ${ask.layer.label}.`
  if (!again) return `Item ${at + 1} of ${setLength}. ${what}`
  // A link may ask for an item that this reader has not met.
  return missed ? `Once more, since it was missed. ${what}` : `An item by itself. ${what}`
}

export const words = {
  title: 'One after another, and never two alike',
  item: 'The item',
  next: 'Next item',
  another: 'Another set',
  forget: 'Forget what was hard',
  coming: (count: number) =>
    count === 0 ? '' : count === 1 ? 'One item will come back.' : `${count} items will come back.`,
  unknown: (text: string) => `There is no item “${text}”.`,
  unscripted:
    'With JavaScript on, you answer here, hear of each wrong answer why it is wrong, and go on to the next item. Some items with their answers stand at the end of this page.',
}
