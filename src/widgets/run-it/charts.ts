import { duration } from '@/plot/duration'
import { num, superscript } from '@/plot/format'
import { bytesText, explicitOperations, jacobianBytes, layerBytes, layerOf, shortOperations } from './layer'
import type { ExplicitRun, LayerRun } from './run'

/** N goes from 1 to this; the largest layer takes more memory than a kernel can have. */
export const most = 512

/** What was measured on the reader's device: layers by N, and Jacobians from the smallest to the largest. */
export type Measured = { layers: ReadonlyMap<number, LayerRun>; explicit: readonly ExplicitRun[] }
export const nothing: Measured = { layers: new Map(), explicit: [] }

type Point = readonly [N: number, value: number]
/** One road: what is foretold at each doubling of N, what was measured, and how a value is written in the plot. */
export type Road = { line: readonly Point[]; dots: readonly Point[]; text: (value: number) => string }
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
const curve = (value: (N: number) => number): Point[] => doublings.map((N) => [N, value(N)])
const operationsOf = (N: number) => explicitOperations(layerOf(N))
const threeProducts = (N: number) => shortOperations(layerOf(N))

const bytesChart = ({ layers, explicit }: Measured): Chart => ({
  label: 'bytes',
  min: 3e3,
  max: 1e16,
  ticks: [
    { value: 1e4, label: '10 kB' },
    { value: 1e6, label: '1 MB' },
    { value: 1e9, label: '1 GB' },
    { value: 1e12, label: '1 TB' },
    { value: 1e15, label: '1 PB' },
  ],
  explicit: {
    line: curve((N) => jacobianBytes(layerOf(N))),
    dots: explicit.map(({ N, bytes }) => [N, bytes]),
    text: bytesText,
  },
  short: {
    line: curve((N) => layerBytes(layerOf(N))),
    dots: [...layers].map(([N, { bytes }]) => [N, bytes]),
    text: bytesText,
  },
  mark: { value: 16e9, label: 'a laptop, 16 GB' },
})

const short = (value: number) => num(value, 3)

const operationsChart = (): Chart => ({
  label: 'operations',
  min: 3e3,
  max: 1e20,
  ticks: [4, 8, 12, 16, 20].map((k) => ({ value: 10 ** k, label: `10${superscript(k)}` })),
  explicit: { line: curve(operationsOf), dots: [], text: short },
  short: { line: curve(threeProducts), dots: [], text: short },
})

/** A line through the measured point of the largest N, that grows as the operations do. */
function through(dots: readonly Point[], operations: (N: number) => number): Point[] {
  const [first, ...rest] = dots
  if (!first) return []
  const [N, value] = rest.reduce((largest, next) => (next[0] > largest[0] ? next : largest), first)
  return curve((at) => (value * operations(at)) / operations(N))
}

function timeChart({ layers, explicit }: Measured): Chart {
  const built: Point[] = explicit.map(({ N, milliseconds }) => [N, milliseconds / 1000])
  const run: Point[] = [...layers].map(([N, { single }]) => [N, single.total / 1000])
  return {
    label: 'time',
    min: 1e-7,
    max: 1e11,
    ticks: [
      { value: 1e-6, label: '1 µs' },
      { value: 1e-3, label: '1 ms' },
      { value: 1, label: '1 s' },
      { value: 3600, label: '1 hour' },
      { value: 31_557_600, label: '1 year' },
      { value: 31_557_600_000, label: '1,000 y' },
    ],
    explicit: { line: through(built, operationsOf), dots: built, text: duration },
    short: { line: through(run, threeProducts), dots: run, text: duration },
  }
}

/** Bytes; and operations, until there is a time to show. */
export function charts(measured: Measured): readonly [Chart, Chart] {
  const timed = measured.layers.size + measured.explicit.length > 0
  return [bytesChart(measured), timed ? timeChart(measured) : operationsChart()]
}

/** What a road costs at the chosen N: as measured, else as its line foretells; undefined where it has no line. */
export function costAt(N: number, { line, dots }: Road): { value: number; measured: boolean } | undefined {
  const dot = dots.find(([at]) => at === N)
  if (dot) return { value: dot[1], measured: true }
  const k = Math.max(
    1,
    line.findIndex(([at]) => at >= N),
  )
  const [before, after] = [line[k - 1], line[k]]
  if (!before || !after) return
  // Between two doublings the line is straight on logarithmic axes.
  const share = Math.log(N / before[0]) / Math.log(after[0] / before[0])
  return { value: before[1] ** (1 - share) * after[1] ** share, measured: false }
}
