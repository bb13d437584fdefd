import { binary, bothCounts, decimal, grouped, log10, powerOfTwo, quotient, ratio } from '@/plot/bytes'
import { fits, formats, holders, most, type FormatName } from '@/topics/memory/model'
import { conventionOf, type Owner } from '@/topics/letters/conventions'
import { handoutCourse, type Course } from './pattern'
import { words } from './words'

export type Sizes = { N: number; D: number; M: number }
export type State = Sizes & { format: FormatName }

/** Layers to start from; the first is the handout's. */
export const presets = [
  { name: words.handout, state: { N: 64, D: 4096, M: 4096, format: 'float32' } },
  { name: words.tiny, state: { N: 1, D: 2, M: 3, format: 'float64' } },
  { name: words.mnist, state: { N: 128, D: 784, M: 256, format: 'float32' } },
  { name: words.transformer, state: { N: 2048, D: 4096, M: 16384, format: 'bfloat16' } },
  { name: words.extremes, state: { N: most, D: most, M: most, format: 'float64' } },
] as const satisfies readonly { name: string; state: State }[]

/** The preset that the reader's numbers are, if they are one. */
export const presetOf = (state: State) =>
  presets.findIndex((preset) => JSON.stringify({ ...state, ...preset.state }) === JSON.stringify(state))

/** Which part of a Jacobian is zero whatever the numbers, where one entry in `share` need not be. Never 100%. */
export function zeros(share: number): string {
  const places = Math.max(1, String(share).length - 2)
  return `${quotient(100n * BigInt(share - 1), BigInt(share), places)}%`
}

export type Name = 'x' | 'w' | 'y' | 'dy' | 'Jx' | 'Jw'
export type Row = { name: Name; shape: string; count: bigint; bytes: bigint; text: string[] }

/** Every tensor with its exact size: the layer's own four, then both Jacobians. */
export function rows(
  { N, D, M, format }: State,
  { letters, layout }: Course = handoutCourse,
): [Row, Row, Row, Row, Row, Row] {
  const [n, d, m] = [BigInt(N), BigInt(D), BigInt(M)]
  const { shapes } = conventionOf(letters)
  const lengths: Readonly<Record<string, number>> = { N, D, M }
  const lies = (of: Owner) =>
    shapes[of]
      .split('×')
      .map((axis) => lengths[axis] ?? axis)
      .join('×')
  const pair = (by: 'x' | 'w') => {
    const groups = [`(${lies('y')})`, `(${lies(by)})`]
    return (layout === 'output-first' ? groups : groups.toReversed()).join(' × ')
  }
  const row = (name: Name, shape: string, count: bigint): Row => {
    const bytes = count * formats[format].bytes
    return { name, shape, count, bytes, text: bothCounts(bytes) }
  }
  return [
    row('x', lies('x'), n * d),
    row('w', lies('w'), d * m),
    row('y', lies('y'), n * m),
    row('dy', lies('y'), n * m),
    row('Jx', pair('x'), n * m * n * d),
    row('Jw', pair('w'), n * m * d * m),
  ]
}

export type Jacobian = Row & {
  by: 'x' | 'w'
  /** One entry in so many can differ from zero. */
  share: number
  canDiffer: bigint
  /** As a matrix, both groups of axes flattened. */
  flat: string
  /** How many times the layer's own numbers. */
  times: string
}

const named = (n: bigint) => [grouped(n), powerOfTwo(n)].filter(Boolean).join(' = ')
const short = (bytes: bigint) => (bytes < 1000n ? decimal(bytes) : binary(bytes))

/** All that the figure shows. The bars' axis goes from one byte to at least a petabyte, `decades` powers of ten. */
export function model(state: State, course: Course = handoutCourse) {
  const { N, M, format } = state
  const all = rows(state, course)
  const [x, w, y, dy, Jx, Jw] = all
  const own = x.count + w.count + y.count + dy.count
  const jacobian = (row: Row, by: 'x' | 'w', share: number, columns: bigint): Jacobian => ({
    ...row,
    by,
    share,
    canDiffer: row.count / BigInt(share),
    flat: (course.layout === 'output-first' ? [y.count, columns] : [columns, y.count])
      .map(grouped)
      .join(' × '),
    times: ratio(row.count, own),
  })
  const [byX, byW] = [jacobian(Jx, 'x', N, x.count), jacobian(Jw, 'w', M, w.count)]
  const top = Math.max(log10(Jx.bytes), log10(Jw.bytes))
  return {
    rows: all,
    jacobians: [byX, byW],
    scale: toScale(state),
    decades: Math.max(15, 3 * Math.ceil(top / 3)),
    says: sentence(own, own * formats[format].bytes, byX, byW),
  }
}

/**
 * Each Jacobian to the scale of its own variable: N·M times as much, one copy of the variable's shape for each entry of y.
 * `side`: of the variable's square, where the Jacobian's is 1.
 */
function toScale({ N, D, M }: Sizes) {
  const [n, d, m] = [BigInt(N), BigInt(D), BigInt(M)]
  const side = 1 / Math.sqrt(N * M)
  return { side, times: grouped(n * m), across: across(N * M), products: named(n * d * m) }
}

/** How many of the small squares lie side by side in the large one. */
function across(area: number): string {
  const root = Math.sqrt(area)
  return Number.isInteger(root)
    ? grouped(root)
    : words.about(grouped(root < 10 ? Number(root.toFixed(1)) : Math.round(root)))
}

function sentence(own: bigint, ownBytes: bigint, byX: Jacobian, byW: Jacobian): string {
  const times = byX.count === own ? words.asMuch : words.timesAsMuch(byX.times, byX.count % own === 0n)
  const zero = byX.share === 1 ? words.anyEntry : words.zeros(zeros(byX.share))
  return [
    words.ownTake(short(ownBytes)),
    words.xTakes(short(byX.bytes), times, zero),
    words.itFits(fits(byX.bytes)),
    words.wTakes(short(byW.bytes), fits(byW.bytes)),
  ].join(' ')
}

/** The exact figures under a Jacobian's picture; a power of two has both its names. */
export const figures = ({ count, bytes, canDiffer, share, times }: Jacobian) => ({
  numbers: named(count),
  bytes: named(bytes),
  canDiffer: named(canDiffer),
  share: share === 1 ? words.all : words.oneIn(grouped(share), zeros(share)),
  times,
  fits: holders(bytes),
})
