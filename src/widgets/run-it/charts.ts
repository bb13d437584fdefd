import { duration } from '@/plot/duration'
import { countText } from '@/plot/bytes'
import { superscript } from '@/plot/format'
import { bytesText, explicitOperations, jacobianBytes, layerBytes, layerOf, shortOperations } from './layer'
import type { ExplicitRun, LayerRun } from './run'
import { words } from './words'

/** N goes from 1 to this; the largest layer takes more memory than a kernel can have. */
export const most = 512

/** What was measured on the reader's device: layers by N, and Jacobians from the smallest to the largest. */
export type Measured = { layers: ReadonlyMap<number, LayerRun>; explicit: readonly ExplicitRun[] }
export const nothing: Measured = { layers: new Map(), explicit: [] }

type Point = readonly [N: number, value: number]
/** One road: what it costs at any N, if that can be foretold; that at each doubling; what was measured; a cost in words. */
export type Road = {
  cost: ((N: number) => number) | undefined
  line: readonly Point[]
  dots: readonly Point[]
  text: (value: number) => string
  /** What is foretold in words, where that is not one number. */
  told?: (N: number) => string | undefined
}
/** Two roads over N on logarithmic axes. */
export type Chart = {
  label: string
  min: number
  max: number
  ticks: readonly { value: number; label: string }[]
  explicit: Road
  short: Road
  /** Something to compare with. */
  mark?: { value: number; label: string }
}

const doublings = Array.from({ length: Math.log2(most) + 1 }, (_, k) => 2 ** k)
const road = (cost: Road['cost'], dots: Road['dots'], text: Road['text']): Road => ({
  cost,
  line: cost ? doublings.map((N) => [N, cost(N)]) : [],
  dots,
  text,
})
const operationsOf = (N: number) => explicitOperations(layerOf(N))
const threeProducts = (N: number) => shortOperations(layerOf(N))

/** Bytes of a common laptop. */
const laptop = 16e9

const bytesChart = ({ layers, explicit }: Measured): Chart => ({
  label: 'bytes',
  min: 3e3,
  max: 1e16,
  ticks: [
    { value: 1e4, label: '10 kB' },
    { value: 1e6, label: '1 MB' },
    { value: 1e9, label: '1 GB' },
    { value: laptop, label: '16 GB' },
    { value: 1e12, label: '1 TB' },
    { value: 1e15, label: '1 PB' },
  ],
  explicit: road(
    (N) => jacobianBytes(layerOf(N)),
    explicit.map(({ N, bytes }) => [N, bytes]),
    bytesText,
  ),
  short: road(
    (N) => layerBytes(layerOf(N)),
    [...layers].map(([N, { bytes }]) => [N, bytes]),
    bytesText,
  ),
  mark: { value: laptop, label: 'laptop' },
})

const operationsChart = (): Chart => ({
  label: 'operations',
  min: 3e3,
  max: 1e20,
  ticks: [4, 8, 12, 16].map((k) => ({ value: 10 ** k, label: `10${superscript(k)}` })),
  explicit: road(operationsOf, [], countText),
  short: road(threeProducts, [], countText),
})

/** Seconds between which building and contracting this layer's Jacobian would take. */
export type Between = { low: number; high: number }

/** How many of the largest Jacobians built are asked. */
const asked = 3

/**
 * What the explicit road would take, by the speed of each of the largest Jacobians that were built: a range, for their
 * speeds differ, and a larger one than any of them may have another.
 */
export function foretold(N: number, explicit: Measured['explicit']): Between | undefined {
  const seconds = explicit
    .slice(-asked)
    .map((run) => ((run.milliseconds / 1000) * operationsOf(N)) / operationsOf(run.N))
  return seconds.length === 0 ? undefined : { low: Math.min(...seconds), high: Math.max(...seconds) }
}

const rough = (seconds: number) => duration(Number(seconds.toPrecision(2)))

/** A range in words, to two digits at most: none of it is known better. */
export const betweenText = ({ low, high }: Between): string =>
  rough(low) === rough(high) ? words.about(rough(low)) : words.range(rough(low), rough(high))

/** A cost that grows as the operations do, through what was measured at the largest N. */
function through(dots: readonly Point[], operations: (N: number) => number): Road['cost'] {
  const [first, ...rest] = dots
  if (!first) return
  const [N, value] = rest.reduce((largest, next) => (next[0] > largest[0] ? next : largest), first)
  return (at) => (value * operations(at)) / operations(N)
}

function timeChart({ layers, explicit }: Measured): Chart {
  const built: Point[] = explicit.map(({ N, milliseconds }) => [N, milliseconds / 1000])
  // In the middle of the range: on a logarithmic axis, the root of the product of its ends.
  const middle =
    built.length === 0
      ? undefined
      : (N: number) => {
          const { low, high } = foretold(N, explicit) ?? { low: NaN, high: NaN }
          return Math.sqrt(low * high)
        }
  const run: Point[] = [...layers].map(([N, { single }]) => [N, single.total / 1000])
  return {
    label: 'time',
    min: 1e-7,
    max: 1e12,
    ticks: [
      { value: 1e-6, label: '1 µs' },
      { value: 1e-3, label: '1 ms' },
      { value: 1, label: '1 s' },
      { value: 3600, label: '1 hour' },
      { value: 31_557_600, label: '1 year' },
      { value: 31_557_600_000, label: '1,000 y' },
    ],
    explicit: {
      ...road(middle, built, duration),
      told: (N) => {
        const between = foretold(N, explicit)
        return between && betweenText(between)
      },
    },
    short: road(through(run, threeProducts), run, duration),
  }
}

/** Bytes; and operations, until there is a time to show. */
export function charts(measured: Measured): readonly [Chart, Chart] {
  const timed = measured.layers.size + measured.explicit.length > 0
  return [bytesChart(measured), timed ? timeChart(measured) : operationsChart()]
}

/** What a road costs at the chosen N: as measured, else as foretold; undefined where nothing foretells it. */
export function costAt(N: number, { cost, dots, text, told }: Road) {
  const dot = dots.find(([at]) => at === N)
  const value = dot ? dot[1] : cost?.(N)
  return value === undefined
    ? undefined
    : { value, measured: dot !== undefined, text: (!dot && told?.(N)) || text(value) }
}

type Side = 'above' | 'below' | 'left' | 'right'

/** Where the two costs at N are written: clear of each other, of the axis and of the names at the right end. */
export function sidesAt(N: number, { explicit, short }: Chart): { explicit: Side; short: Side } {
  const upper = N < 16 ? 'above' : 'left'
  const lower = N > 100 ? 'below' : 'right'
  // The smallest layer holds more numbers than its Jacobian.
  const crossed = (costAt(N, explicit)?.value ?? Infinity) < (costAt(N, short)?.value ?? 0)
  return crossed ? { explicit: lower, short: upper } : { explicit: upper, short: lower }
}
