import { lettersOf, transposeMat, type Mat, type MatLetters } from './mat.ts'
import type { Axis } from './tree.ts'

export const has = (m: Mat, a: Axis): boolean => m.letters.some((l) => l?.id === a.id)
export const sameSet = (a: readonly Axis[], b: readonly Axis[]): boolean =>
  a.length === b.length && a.every(({ id }) => b.some((one) => one.id === id))
export const without = (list: readonly Mat[], ...gone: readonly Mat[]): Mat[] =>
  list.filter((m) => !gone.includes(m))

/** The name of the tensor that is differentiated, whose shape stands for “every entry the same”. */
export interface Want {
  readonly letters: MatLetters
  readonly like?: string
}

const sameLetters = (a: MatLetters, b: MatLetters): boolean =>
  a.length === b.length && a.every((l, k) => l?.id === b[k]?.id)
/** Axes of length 1 in front may be missing: NumPy puts them there. */
const bare = (letters: MatLetters, exact: boolean): MatLetters => {
  const first = letters.findIndex((l) => l !== null)
  return exact ? letters : first < 0 ? [] : letters.slice(first)
}

/** Moves and stretches a value so that it stands over these letters; those that it lacks are broadcast. */
export function fit(m: Mat, target: MatLetters, exact = false): Mat {
  const own = lettersOf(m)
  const pattern = bare(
    target.map((l) => (l && has(m, l) ? l : null)),
    exact,
  )
  if (sameLetters(bare(m.letters, exact), pattern)) return m
  const order = pattern.flatMap((l) => (l ? [own.findIndex(({ id }) => id === l.id)] : []))
  if (order.some((k, j) => k !== j)) return fit(turned(m, order), target, exact)
  // A scalar, or a function of entries, leaves the shape as it is.
  if (m.op === 'times' && m.all.filter((f) => f.letters.length).length === 1) {
    const all = m.all.map((f) => (f.letters.length ? fit(f, target, exact) : f))
    return { ...m, all, letters: all.find((f) => f.letters.length)?.letters ?? [] }
  }
  if (m.op === 'over' && !m.by.letters.length) {
    const of = fit(m.of, target, exact)
    return { ...m, of, letters: of.letters }
  }
  if (m.op === 'pow' && !m.power.letters.length) {
    const of = fit(m.of, target, exact)
    return { ...m, of, letters: of.letters }
  }
  if ((m.op === 'sum' || m.op === 'mean' || m.op === 'max' || m.op === 'logsumexp') && !m.keep) {
    const kept = m.of.letters.map((l, k) => (m.axes.includes(k) ? null : l))
    if (sameLetters(bare(kept, exact), pattern)) return { ...m, keep: true, letters: kept }
  }
  return { op: 'slots', of: m, slots: slotsFor(m.letters, pattern), letters: pattern }
}

/** The same value with its letters in another order. */
function turned(m: Mat, order: readonly number[]): Mat {
  const own = lettersOf(m)
  if (m.letters.includes(null))
    return turned({ op: 'slots', of: m, slots: m.letters.map((l) => (l ? ':' : 0)), letters: own }, order)
  const { length } = order
  const swaps = order.every((k, j) => k === (j < length - 2 ? j : 2 * length - 3 - j))
  return swaps ? transposeMat(m) : permute(m, order)
}

/** What to write in square brackets to come from one pattern of letters to another of the same order. */
function slotsFor(from: MatLetters, to: MatLetters): (':' | null | number)[] {
  const rest = [...from]
  const slots = to.flatMap((l): (':' | null | number)[] => {
    if (l === null) return rest[0] === null ? [rest.shift() === null ? ':' : ':'] : [null]
    const skipped = rest.findIndex((one) => one !== null)
    return [
      ...rest
        .splice(0, skipped + 1)
        .slice(0, -1)
        .map(() => 0),
      ':' as const,
    ]
  })
  return [...slots, ...rest.map(() => 0)]
}

const permute = (m: Mat, order: readonly number[]): Mat => ({
  op: 'permute',
  of: m,
  order,
  letters: order.map((k) => m.letters[k] ?? null),
})

/** The letters of several values together, in the order wanted, else in that of the widest. */
export function union(list: readonly Mat[], want: MatLetters): Axis[] {
  const all = [...new Map(list.flatMap(lettersOf).map((a) => [a.id, a])).values()]
  const wanted = want.flatMap((l) => (l && all.some(({ id }) => id === l.id) ? [l] : []))
  const widest = [...list].sort((a, b) => lettersOf(b).length - lettersOf(a).length)[0]
  const order = wanted.length === all.length ? wanted : [...(widest ? lettersOf(widest) : []), ...all]
  return [...new Map(order.map((a) => [a.id, a])).values()]
}

export function joined(op: 'times' | 'plus', list: readonly Mat[], want: MatLetters): Mat {
  const all = union(list, want)
  const inside = all.every(({ id }) => want.some((l) => l?.id === id))
  const letters = inside ? want.filter((l) => l === null || all.some(({ id }) => id === l.id)) : all
  const flat = list.map((m) => fit(m, letters)).flatMap((m) => (m.op === op ? m.all : [m]))
  const [only] = flat
  const longest = flat.reduce((n, m) => Math.max(n, m.letters.length), 0)
  return flat.length === 1 && only
    ? only
    : { op, all: flat, letters: letters.slice(letters.length - longest) }
}
