import { entryOf, nth, tensor } from '@/autodiff'
import type { XY } from '@/plot/pure'
import {
  apply,
  jacobianAt,
  read,
  split,
  troubles,
  valueAt,
  type VectorFunction,
} from '@/topics/vector-function/model'
import { functions, type Preset } from './functions'
import { words } from './words'
import { onPage, result } from '@/plot/equation'

export type State = {
  f: Preset | 'typed'
  /** The reader's own two formulas, with a comma between them. */
  typed: string
  x1: number
  x2: number
  /** The side of the square. */
  size: number
}

export const start: State = {
  f: 'polar',
  typed: 'x1 + x2^2 / 4, x2 - x1 x2 / 3',
  x1: 1.2,
  x2: 0.6,
  size: 0.6,
}
/** How far x goes in each direction, and how large the square gets. */
export const limits = { x: 2, size: 1 }
/** What both planes show at least: a square round a point at the edge is still in sight. */
export const window = limits.x + limits.size / 2

/**
 * How far the point may go in x₁. In polar coordinates that is a distance: the whole square stays where there are any.
 */
export const least = ({ f, size }: Pick<State, 'f' | 'size'>) => (f === 'polar' ? size / 2 : -limits.x)
/** Where the plane of x begins. */
export const edge = (f: State['f']) => (f === 'polar' ? 0 : -limits.x)

/** The map that the reader chose or typed, or a sentence about formulas that can't be one. */
export function functionOf({ f, typed }: Pick<State, 'f' | 'typed'>): VectorFunction | { error: string } {
  const found = read(split(f === 'typed' ? typed : functions[f].formulas), 2)
  if ('error' in found) return found
  if (found.outputs.length !== 2)
    return {
      error: words.tooMany(found.outputs.length),
    }
  if (found.N > 2) return { error: words.twoInputs }
  return found
}

/** The same where it is known that they can: neither the field nor a link lets others through. */
export function readable(state: Pick<State, 'f' | 'typed'>): VectorFunction {
  const f = functionOf(state)
  if ('error' in f) throw new Error(f.error)
  return f
}

/** Where f takes many points, in one evaluation. */
export function imageOf(f: VectorFunction, points: readonly XY[]): XY[] {
  const [first = [], second = []] = apply(
    f,
    tensor([points.map(([a]) => a), points.map(([, b]) => b)]),
  ).toArray() as number[][]
  return first.map((a, k) => [a, nth(second, k)])
}

const range = (count: number) => Array.from({ length: count }, (_, k) => k)

const corners = [
  [-0.5, -0.5],
  [0.5, -0.5],
  [0.5, 0.5],
  [-0.5, 0.5],
] as const

/** The square's outline, each side as so many points. */
function outline([a, b]: XY, size: number, points: number): XY[] {
  return corners.flatMap(([u, v], k) => {
    const [nextU, nextV] = corners[(k + 1) % 4] ?? [u, v]
    return range(points).map((i): XY => [
      a + size * (u + ((nextU - u) * i) / points),
      b + size * (v + ((nextV - v) * i) / points),
    ])
  })
}

const cross = ([a, b]: XY, [c, d]: XY) => a * d - b * c
const minus = ([a, b]: XY, [c, d]: XY): XY => [a - c, b - d]

/**
 * The areas, with sign, of the images of n × n small squares that make up the square: negative where f turns the plane
 * over. Values of f alone; no derivative is asked.
 */
function pieces(f: VectorFunction, [a, b]: XY, size: number, n = 16): number[] {
  const at = (k: number) => size * (k / n - 0.5)
  const points = range(n + 1).flatMap((i) => range(n + 1).map((j): XY => [a + at(i), b + at(j)]))
  const image = imageOf(f, points)
  const place = (i: number, j: number): XY => image[i * (n + 1) + j] ?? [NaN, NaN]
  return range(n).flatMap((i) =>
    range(n).map(
      (j) => cross(minus(place(i + 1, j + 1), place(i, j)), minus(place(i, j + 1), place(i + 1, j))) / 2,
    ),
  )
}

const determinant = ([[a = 0, b = 0] = [], [c = 0, d = 0] = []]: readonly (readonly number[])[]) =>
  a * d - b * c

/** What a map does where its determinant is 0: it folds, or flattens, or stands still to first order. */
export type Flat = 'fold' | 'pinch' | 'point'

function flatness(f: VectorFunction, x: XY, J: readonly (readonly number[])[]): Flat {
  const [[a = 0, b = 0] = [], [c = 0, d = 0] = []] = J
  const length = Math.max(Math.hypot(a, b), Math.hypot(c, d))
  if (length < 1e-9) return 'point'
  // The direction that J loses: the map folds where the determinant changes its sign on the way along it.
  const [u, v] = Math.hypot(a, b) > Math.hypot(c, d) ? [-b / length, a / length] : [-d / length, c / length]
  const [before, after] = [-0.01, 0.01].map((t) => determinant(jacobianAt(f, [x[0] + t * u, x[1] + t * v])))
  return (before ?? 0) * (after ?? 0) < 0 ? 'fold' : 'pinch'
}

/** All that the figure shows beside the grid. */
export function model(state: State, f: VectorFunction) {
  const { x2, size } = state
  const x1 = Math.max(least(state), state.x1)
  const x: XY = [x1, x2]
  const [y1 = NaN, y2 = NaN] = valueAt(f, x)
  const J = jacobianAt(f, x)
  const [[a = 0, b = 0] = [], [c = 0, d = 0] = []] = J
  const moved = ([u, v]: readonly [number, number]): XY => [
    y1 + size * (a * u + b * v),
    y2 + size * (c * u + d * v),
  ]
  const linear = corners.map(moved)
  const corner = corners.map(([u, v]): XY => [x1 + size * u, x2 + size * v])
  const areas = pieces(f, x, size)
  const det = Math.abs(determinant(J)) < 1e-9 ? 0 : determinant(J)
  const misses = imageOf(f, corner).map(([p, q], k) =>
    Math.hypot(p - entryOf(linear, k, 0), q - entryOf(linear, k, 1)),
  )
  const largest = Math.max(...areas.map(Math.abs))
  const ratio = areas.reduce((sum, area) => sum + Math.abs(area), 0) / size ** 2
  return {
    x,
    y: [y1, y2] as XY,
    J,
    det,
    /** The square, and where f takes it. */
    square: corner,
    image: imageOf(f, outline(x, size, 12)),
    /** Where the Jacobian takes it, and its two sides from the corner that was lower left. */
    linear,
    /** The area that the image covers, layers counted, over the square's own. */
    ratio,
    /** By what share the true area misses the one that the determinant says. */
    off: Math.abs(ratio - Math.abs(det)) / Math.abs(det),
    miss: Math.max(...misses),
    /** Part of the square is turned over and part is not. */
    folded: areas.some((area) => area > 1e-6 * largest) && areas.some((area) => area < -1e-6 * largest),
    flat: det === 0 ? flatness(f, x, J) : undefined,
    problem: troubles(f, x).find(Boolean),
  }
}
export type Scene = ReturnType<typeof model>

/** The four rates, and the sign between ad − bc as it is printed and the determinant. */
export function detOnPage({ J, det }: Pick<Scene, 'J' | 'det'>) {
  const [[a = 0, b = 0] = [], [c = 0, d = 0] = []] = J
  return { a, b, c, d, ...result(onPage(a, 3) * onPage(d, 3) - onPage(b, 3) * onPage(c, 3), det, 3) }
}

/** What is wrong with a link's formulas. */
export function check(state: State): string | undefined {
  const f = functionOf(state)
  return 'error' in f ? words.unusable(f.error) : undefined
}
