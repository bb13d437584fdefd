import { nth } from '@/autodiff'
import { clamp } from '@/figure/pure'
import { onPage, result, written } from '@/plot/equation'
import { asGood, factor } from '@/plot/format'
import { dot, heading, length, plus, turnOf, type Pair, type Surface } from '@/topics/surface/model'
import { troubleAt } from '@/topics/surface/trouble'
import { descend } from './descent'

export type State = {
  /** y = f(x₁, x₂), an expression. */
  f: string
  x1: number
  x2: number
  /** ‖Δx‖, and its direction in degrees counterclockwise from the x₁ axis. */
  length: number
  turn: number
  /** The size of a step down the slope, as a multiple of the gradient; 0 for no walk. */
  rate: number
}

/** The longest Δx stays inside the picture from any x that the figure allows; the shortest still has a direction. */
export const longest = 1
export const shortest = 0.05

/** True and predicted Δy for Δx of one length in every direction: a cosine, and what it misses. */
function round(surface: Surface, x: Pair, far: number, gradient: Pair | undefined) {
  const turns = Array.from({ length: 73 }, (_, k) => k * 5)
  const places = turns.map((turn) => plus(x, heading(turn, far)))
  const y = surface.value(x)
  const there = surface.values(
    places.map(([a]) => a),
    places.map(([, b]) => b),
  )
  const truth = turns.map((turn, k): Pair => [turn, nth(there, k) - y])
  const predicted = gradient && turns.map((turn): Pair => [turn, dot(gradient, heading(turn, far))])
  return { truth, predicted }
}

/** Rounding leaves dust where a sum of numbers this size comes to nothing. */
const clean = (value: number, among: number) => (Math.abs(value) < 1e-12 * (1 + among) ? 0 : value)

/** All that the figure shows of one place and one nudge. */
export function model(surface: Surface, state: State) {
  const x: Pair = [state.x1, state.x2]
  const dx = heading(state.turn, state.length).map((d) => clean(d, 1)) as [number, number]
  const y = surface.value(x)
  const trouble = troubleAt(surface, x)
  const gradient = trouble ? trouble.gradient : surface.gradient(x)
  const moved = surface.value(plus(x, dx))
  const change = clean(moved - y, Math.abs(y))
  const terms = gradient && ([gradient[0] * dx[0], gradient[1] * dx[1]] as const)
  const predicted = terms && clean(terms[0] + terms[1], Math.abs(terms[0]))
  return {
    x,
    dx,
    y,
    trouble: trouble?.sentence,
    gradient,
    terms,
    predicted,
    change,
    remainder:
      predicted === undefined ? undefined : clean(change - predicted, Math.abs(y) + Math.abs(predicted)),
    round: round(surface, x, state.length, gradient),
    descent: state.rate > 0 && Number.isFinite(y) ? descend(surface, x, state.rate) : undefined,
    /** Where the gradient points, in degrees; undefined if there is none or it is zero. */
    uphill: gradient && length(gradient) > 0 ? turnOf(gradient) : undefined,
  }
}
export type Scene = ReturnType<typeof model>

/** The angle between Δx and the gradient, from 0 to 180 degrees. */
export const between = (turn: number, uphill: number) => {
  const off = Math.abs(turn - uphill) % 360
  return off > 180 ? 360 - off : off
}

/** The state in which Δx reaches from x to a point, as far as Δx may reach. */
export function nudgeTo(x: Pair, to: Pair): Pick<State, 'length' | 'turn'> {
  const dx: Pair = [to[0] - x[0], to[1] - x[1]]
  return {
    length: Number(clamp(length(dx), shortest, longest).toFixed(4)),
    turn: Number(turnOf(dx).toFixed(2)),
  }
}

/** The direction of the level line, a quarter turn from the gradient. */
export const alongLevel = (uphill: number) => (uphill + 90) % 360

/** The prediction with its numbers: as two products, and for the ear as the sum of what they make, too. */
export function productOf({ gradient, dx, terms, predicted = 0 }: Scene) {
  if (!gradient || !terms) return undefined
  const products = written(
    [
      [gradient[0], dx[0]],
      [gradient[1], dx[1]],
    ],
    predicted,
  )
  const total = onPage(terms[0]) + onPage(terms[1])
  const sum = asGood(products.left, total) ? '=' : '≈'
  const last = result(total, predicted)
  const spoken = `${products.terms.join(' + ')} ${sum} ${terms.map((each) => factor(each)).join(' + ')} ${last.sign} ${last.text}`
  return { ...products, spoken }
}

/** The directions that stand out, and the side that keeps them in it. */
export function landmarks({ uphill }: Pick<Scene, 'uphill'>) {
  if (uphill === undefined) return []
  const mark = (turn: number, which: 'along' | 'against') => {
    const side = turn < 60 ? 'right' : turn > 300 ? 'left' : 'above'
    return { turn, which, side } as const
  }
  return [mark(uphill, 'along'), mark((uphill + 180) % 360, 'against')]
}
