import { duration } from '@/plot/duration'
import { countText } from '@/plot/bytes'
import { num, superscript } from '@/plot/format'
import { sizesUpTo, type Timed } from './run'
import { ways, type Way } from './timing'
import { words } from './words'

export type State = { largest: number }
export const most = 2048

export const names: Record<Way, string> = {
  loops: words.loops,
  products: words.products,
  kernel: words.kernel,
}

/** What is said where there was no kernel to time. */
export const withoutKernel = (timed: readonly Timed[]): string =>
  timed.some(({ plain }) => plain) ? words.plain : ''

/** Multiplications and additions of both gradients, with N = D = M = n. */
export const operations = (n: number): number => 4 * n ** 3

type Point = readonly [n: number, value: number]
export type Series = { way: Way | 'all'; points: readonly Point[] }
export type Chart = {
  label: string
  min: number
  max: number
  ticks: readonly { value: number; label: string }[]
  series: readonly Series[]
}

/** Operations, the same for all ways; and once there is a time, the times. */
function chart(timed: readonly Timed[]): Chart {
  if (timed.length === 0)
    return {
      label: 'operations',
      min: 1e3,
      max: 1e11,
      ticks: [4, 6, 8, 10].map((k) => ({ value: 10 ** k, label: `10${superscript(k)}` })),
      series: [{ way: 'all', points: sizesUpTo(most).map((n) => [n, operations(n)]) }],
    }
  return {
    label: 'time',
    min: 1e-7,
    max: 1e2,
    ticks: [
      { value: 1e-6, label: '1 µs' },
      { value: 1e-3, label: '1 ms' },
      { value: 1, label: '1 s' },
    ],
    series: ways.map((way) => ({
      way,
      points: timed.filter((each) => each.way === way).map(({ n, milliseconds }) => [n, milliseconds / 1000]),
    })),
  }
}

export type Row = { way: Way; time?: string; rate?: string; gain?: string; off?: string }

/** The largest size at which the loops were timed: there all ways can be compared. */
function compared(timed: readonly Timed[]): { n: number; at: Partial<Record<Way, Timed>> } | undefined {
  const all = sizesUpTo(most).filter((n) =>
    ways.every((way) => timed.some((each) => each.way === way && each.n === n)),
  )
  const n = all.at(-1)
  if (n === undefined) return
  const of = (way: Way) => timed.find((each) => each.way === way && each.n === n)
  return { n, at: Object.fromEntries(ways.map((way) => [way, of(way)])) }
}

/** All that the figure shows. */
export function model({ largest }: State, timed: readonly Timed[]) {
  const found = compared(timed)
  const loops = found?.at.loops
  const rows = ways.map((way): Row => {
    const each = found?.at[way]
    if (!found || !each || !loops) return { way }
    return {
      way,
      time: duration(each.milliseconds / 1000),
      rate: num(operations(found.n) / each.milliseconds / 1e6, 3),
      gain: num(loops.milliseconds / each.milliseconds, 3),
      off: each.off === 0 ? '0' : num(each.off, 1),
    }
  })
  return { chart: chart(timed), rows, n: found?.n, says: sentence(largest, rows, found?.n) }
}

function sentence(largest: number, rows: readonly Row[], n: number | undefined): string {
  const [loops, products, kernel] = rows
  if (n === undefined || !loops || !products || !kernel)
    return words.foretold(largest, countText(operations(largest)))
  return words.timed(n, loops.time, products.time, kernel.time, kernel.gain, countText(operations(n)))
}
