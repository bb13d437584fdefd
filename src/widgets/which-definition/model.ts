import { nth } from '@/autodiff'
import { dot, heading, length, plus, readSurface, type Pair, type Surface } from '@/topics/surface/model'
import { words } from './words'

export type GroundName = 'bowl' | 'saddle' | 'cone'

export type State = {
  ground: GroundName
  /** The direction of h, in degrees counterclockwise from the x₁ axis. */
  turn: number
  /** ‖h‖. */
  size: number
  /** The vector that claims to be the gradient. */
  g1: number
  g2: number
}

/** Where each function is looked at. The cone stands on its tip, where it has no gradient. */
export const grounds = {
  bowl: { label: words.bowl, f: '(x1^2 + 2 x2^2)/2', x: [1, 0.25] },
  saddle: { label: words.saddle, f: 'x1 x2', x: [0.5, 1] },
  cone: { label: words.cone, f: 'sqrt(x1^2 + x2^2)', x: [0, 0] },
} as const satisfies Record<GroundName, { label: string; f: string; x: Pair }>

export const smallest = 1e-6
/** How large the entries of g may be. */
export const furthest = 2

const read = new Map<GroundName, Surface>()
/** Each function is read once. */
export function surfaceFor(name: GroundName): Surface {
  const surface = read.get(name) ?? readSurface(grounds[name].f)
  read.set(name, surface)
  return surface
}

/** The gradient from the core, or undefined at the cone's tip, where it has none. */
export const gradientAt = (name: GroundName): Pair | undefined =>
  name === 'cone' ? undefined : surfaceFor(name).gradient(grounds[name].x)

/** The handout's quotient for one h, (f(x+h) − f(x)) / ‖h‖: a number. */
export function quotient(name: GroundName, h: Pair): number {
  const surface = surfaceFor(name)
  const { x } = grounds[name]
  return (surface.value(plus(x, h)) - surface.value(x)) / length(h)
}

/** What the prediction g·h misses, for its size: |f(x+h) − f(x) − g·h| / ‖h‖. */
export const miss = (name: GroundName, h: Pair, g: Pair): number =>
  Math.abs(quotient(name, h) - dot(g, h) / length(h))

const turns = Array.from({ length: 73 }, (_, k) => k * 5)
const highest = (curve: readonly Pair[]) => Math.max(...curve.map(([, value]) => value))
const curveOf = (values: readonly number[]) => turns.map((turn, k): Pair => [turn, nth(values, k)])

/** The printed quotient for h of one length in every direction, all computed in one run of the function. */
function quotients(name: GroundName, size: number): number[] {
  const surface = surfaceFor(name)
  const { x } = grounds[name]
  const places = turns.map((turn) => plus(x, heading(turn, size)))
  const there = surface.values(
    places.map(([a]) => a),
    places.map(([, b]) => b),
  )
  const y = surface.value(x)
  return Array.from(there, (value) => (value - y) / size)
}

/** Both definitions tried on the same nudge, and in every direction. */
export function model({ ground: name, turn, size, g1, g2 }: State) {
  const g: Pair = [g1, g2]
  const gradient = gradientAt(name)
  const { x } = grounds[name]
  const h = heading(turn, size)
  const printed = (at: number, by: number) => quotient(name, heading(at, by))
  const misses = (by: number) =>
    curveOf(quotients(name, by).map((q, k) => Math.abs(q - dot(g, heading(nth(turns, k), 1)))))
  // The limit in one direction is the core's gradient along it; at the cone's tip, what the quotient comes to.
  const limit = (at: number) => (gradient ? dot(gradient, heading(at, 1)) : printed(at, smallest))
  const curve = misses(size)
  const finest = highest(misses(smallest))
  return {
    x,
    h,
    g,
    gradient,
    printed: {
      now: printed(turn, size),
      curve: curveOf(quotients(name, size)),
      limits: curveOf(turns.map(limit)),
    },
    limit: { here: limit(turn), opposite: limit(turn + 180) },
    right: {
      now: miss(name, h, g),
      curve,
      worst: highest(curve),
      finest,
      // The remainder of a smooth function is about ‖h‖ itself; a wrong g misses by much more at the smallest h.
      holds: finest < 1e-4,
    },
    /** The printed quotient along h and against it, and the worst miss over all directions, as ‖h‖ shrinks. */
    shrinking: [1, 0.1, 0.01, 0.001].map((by) => ({
      size: by,
      printed: printed(turn, by),
      opposite: printed(turn + 180, by),
      worst: highest(misses(by)),
    })),
  }
}
export type Scene = ReturnType<typeof model>
