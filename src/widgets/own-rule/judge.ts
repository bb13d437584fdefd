import { div, jacfwd, mul, nth, random, reshape, sum, Tensor, where } from '@/autodiff'
import { shapeInLine } from '@/plot/format'
import { fitsShape, isRight, shapeIs, type Trial } from '@/topics/checking/compare'
import { outcome, type Formula } from '@/topics/checking/read'
import { diagnose, fits } from '../question/diagnose'
import { envAt, valueOf, type Given } from './op'
import { words } from './words'

/** Lengths that differ from each other and from 1, so that no axis passes for another. */
const sizes = [
  [3, 4],
  [2, 3],
  [4, 2],
  [5, 3],
] as const

const drawn = (shape: readonly number[], seed: number, least: number): Tensor => {
  const next = random(seed)
  const size = shape.reduce((a, b) => a * b, 1)
  return reshape(
    Array.from({ length: size }, () => least + (2 - least) * next()),
    shape,
  )
}

/** J by forward mode, as a matrix: a row for each entry of y, a column for each of x. */
function jacobian(f: Formula, x: Tensor, y: Tensor): Tensor {
  return reshape(jacfwd((at: Tensor) => f.run({ x: at }))(x), [y.size, x.size])
}

/** A point at which a rule is tried, and what forward mode says should come out. */
export type Point = Trial & { readonly env: Given; readonly jacobian: Tensor }

function pointAt(f: Formula, [N, D]: readonly [number, number], k: number, least: number): Point | string {
  const x = drawn([N, D], 3 * k + 1, least)
  const y = valueOf(f, x)
  if (typeof y === 'string') return y
  if (!y.data.every(Number.isFinite)) return words.noValue
  const dy = drawn(y.shape, 3 * k + 2, -2)
  const J = jacobian(f, x, y)
  const truth = reshape(sum(mul(reshape(dy, [dy.size, 1]), J), { axis: 0 }), x.shape)
  const largest = Math.max(0, ...Array.from(truth.data, Math.abs))
  const tolerance = 1e-9 * largest + 1e-12
  return { env: envAt(x, y, dy), sizes: { N, D }, truth, tolerance, jacobian: J }
}

/** Random points for an op, of both signs, or positive where it has values there alone; a sentence where it has none. */
export function pointsOf(f: Formula): readonly Point[] | string {
  let problem = words.noValue
  for (const least of [-2, 0.2]) {
    const points = sizes.map((size, k) => pointAt(f, size, k, least))
    const failed = points.find((point) => typeof point === 'string')
    if (failed === undefined) return points.filter((point) => typeof point !== 'string')
    problem = failed
  }
  return problem
}

export type Verdict = {
  readonly kind: 'right' | 'wrong'
  readonly says: string
  readonly span?: readonly [start: number, end: number]
  readonly suggestions?: readonly string[]
}

type Way = { says: string; holds: (value: Tensor, point: Point) => boolean }

const entrywise = ({ truth, env }: Point): boolean => shapeIs(env.dy, ...truth.shape)
/** What would be right if each entry of x moved the one in its own place alone. */
function ownPlace({ jacobian: J, truth, env }: Point): Tensor {
  const rates = Array.from({ length: truth.size }, (_, k) => nth(J.data, k * truth.size + k))
  return mul(reshape(rates, truth.shape), env.dy)
}
/** How y moves where all of it moves at rate 1: what a rule gives that forgets what arrives. */
const unweighted = ({ jacobian: J, truth }: Point): Tensor => reshape(sum(J, { axis: 0 }), truth.shape)
const instead = (point: Point, truth: Tensor): Trial => ({ ...point, truth })

/** Kinds of wrong that only a rule can have; each is true of the numbers. */
const ways: readonly Way[] = [
  {
    says: words.noSlope,
    holds: (value, point) => entrywise(point) && isRight(value, instead(point, point.env.dy)),
  },
  { says: words.noArrival, holds: (value, point) => isRight(value, instead(point, unweighted(point))) },
  {
    says: words.ownPlace,
    holds: (value, point) => entrywise(point) && isRight(value, instead(point, ownPlace(point))),
  },
  {
    says: words.arrivalTwice,
    holds: (value, point) => {
      const dy = point.env.dy
      return entrywise(point) && isRight(where(dy, div(value, dy), 0), point)
    },
  },
]

/** Whether a rule is right at all points, and what kind of wrong it is else. */
export function judge(rule: Formula, points: readonly Point[]): Verdict {
  if (fits(rule, points) && points.every(({ env }) => shapeOff(rule, env) === undefined))
    return { kind: 'right', says: words.right(points.length) }
  const values = points.map(({ env }) => outcome(rule, env))
  const way = ways.find(({ holds }) =>
    points.every((point, k) => {
      const value = values[k]
      return value instanceof Tensor && fitsShape(value, point) && holds(value, point)
    }),
  )
  if (way) return { kind: 'wrong', says: way.says }
  return { kind: 'wrong', ...diagnose(rule, points, ['x', 'y', 'dy'], () => undefined) }
}

/** Why what a rule gives can't gather at x, which has a shape of its own; undefined where it can. */
export function shapeOff(rule: Formula, env: Given): string | undefined {
  const value = outcome(rule, env)
  if (!(value instanceof Tensor)) return words.noUse(value.message)
  return shapeIs(value, ...env.x.shape)
    ? undefined
    : words.otherShape(shapeInLine(value.shape), shapeInLine(env.x.shape))
}
