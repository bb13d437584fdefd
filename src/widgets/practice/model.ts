import { nth } from '@/autodiff'
import { askNamed, itemOf, keyOf, type Ask } from '@/topics/practice/ask'
import type { Item } from '@/topics/practice/item'
import { apart, drawOf, sequence, setLength } from '@/topics/practice/sequence'
import { dueNow, type Memory } from '@/topics/practice/spacing'
import { judge, type Verdict } from '../question/model'

export type State = {
  /** Which set. */
  seed: number
  /** The place in it, from 0. */
  at: number
  /** An item that comes back, in place of that of the set: what is asked, and the number it is drawn with. */
  again: string
  /** What stands in the field, or the place of the option. */
  text: string
  /** The answer that was last checked. */
  checked: string
}

export const mostSeeds = 9999
export const longestAgain = 80

export type Scene = {
  readonly ask: Ask
  readonly item: Item
  /** Names the item: what is asked, and the numbers. */
  readonly key: string
  readonly again: boolean
  readonly verdict: Verdict | undefined
}

const sets = new Map<number, readonly Ask[]>()

function setOf(seed: number): readonly Ask[] {
  const known = sets.get(seed) ?? sequence(seed)
  sets.set(seed, known)
  return known
}

type Drawn = { readonly ask: Ask; readonly draw: number }

const again = ({ ask, draw }: Drawn): string => `${keyOf(ask)}.${draw}`

/** What an `again` stands for; undefined if nothing is called so. */
export function readAgain(text: string): Drawn | undefined {
  const [, key = '', draw = ''] = /^(.+)\.(\d{1,10})$/.exec(text) ?? []
  const ask = askNamed(key)
  return ask && { ask, draw: Number(draw) }
}

const current = ({ seed, at, again: back }: State): Drawn =>
  readAgain(back) ?? { ask: nth(setOf(seed), at), draw: drawOf(seed, at) }

/** All that the figure shows. */
export function model(state: State): Scene {
  const drawn = current(state)
  const item = itemOf(drawn.ask, drawn.draw)
  return {
    ask: drawn.ask,
    item,
    key: again(drawn),
    again: readAgain(state.again) !== undefined,
    verdict: state.checked === '' ? undefined : judge(state.checked, item.task, item.asks),
  }
}

/** Where a set ends, the next one begins. */
const onwards = ({ seed, at }: State) =>
  at + 1 < setLength ? { seed, at: at + 1 } : { seed: seed < mostSeeds ? seed + 1 : 1, at: 0 }

const fresh = { text: '', checked: '' }

/** The state with the next item: one that is due again, if it is apart from its neighbours, else the next of the set. */
export function following(state: State, memory: Memory, today: number): State {
  const here = current(state).ask
  const next = onwards(state)
  const after = nth(setOf(next.seed), next.at)
  const back = dueNow(memory, today)
    .flatMap((key) => askNamed(key) ?? [])
    .find((ask) => apart(ask, here) && apart(ask, after))
  if (back) return { ...state, ...fresh, again: again({ ask: back, draw: memory.answered }) }
  if (apart(here, after)) return { ...next, ...fresh, again: '' }
  // What came back stands between two of the set, or by a link somewhere else: then one more is left out.
  return following({ ...state, ...next, again: '' }, memory, today)
}

/** Another set, from its beginning. */
export const another = (state: State): State => ({
  ...onwards({ ...state, at: setLength }),
  ...fresh,
  again: '',
})
