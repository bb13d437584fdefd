import { random } from '@/autodiff'
import { asks, type Ask } from './ask'
import { chapters, mayAsk } from './chapters'
import { shuffled } from './draw'

export const setLength = 20

/** Whether two asks may stand side by side: neither the kind nor the layer is the same. */
export const apart = (a: Ask, b: Ask): boolean => a.kind !== b.kind && a.layer !== b.layer

/**
 * So many asks in an order drawn from a seed: no two neighbours of one kind or one layer, kinds that were asked less
 * often first, and none twice.
 */
export function sequence(seed: number, length = setLength, among: readonly Ask[] = asks): Ask[] {
  const left = shuffled(among, random(seed))
  const set: Ask[] = []
  const times = (ask: Ask) => set.filter(({ kind }) => kind === ask.kind).length
  while (set.length < length) {
    const last = set.at(-1)
    const free = left.filter((ask) => !last || apart(ask, last))
    const fewest = Math.min(...free.map(times))
    const next = free.find((ask) => times(ask) === fewest)
    if (!next) break
    left.splice(left.indexOf(next), 1)
    set.push(next)
  }
  return set
}

/** The number that the item at a place of a set is drawn with. */
export const drawOf = (seed: number, at: number): number => (Math.imul(seed, 0x9e3779b1) ^ (at + 1)) >>> 0

const hash = (name: string) => [...name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) >>> 0

/** Three asks for the end of each chapter, from those before it (for the first, from itself): none ends two chapters. */
const ends: ReadonlyMap<string, readonly Ask[]> = chapters.reduce(
  (sofar, chapter) => sofar.set(chapter, endOf(chapter, [...sofar.values()].flat())),
  new Map<string, readonly Ask[]>(),
)

function endOf(chapter: string, taken: readonly Ask[]): Ask[] {
  const free = asks.filter((ask) => mayAsk(chapter, ask.taught) && !taken.includes(ask))
  return sequence(hash(chapter), 3, free)
}

/** The asks for the end of a chapter; one that teaches no kind itself may have any. */
export const before = (chapter: string): readonly Ask[] =>
  ends.get(chapter) ?? endOf(chapter, [...ends.values()].flat())
