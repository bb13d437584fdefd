import { troubleAt as alongAxes } from '@/figure/formula/trouble'
import { num } from '@/plot/format'
import { dot, heading, length, plus, type Pair, type Surface } from './model'

const tiny = 1e-6
const nudges = Array.from({ length: 16 }, (_, k) => heading(k * 22.5 + 7, tiny))

/** How y moves, per unit of a very small nudge. */
const rate = (surface: Surface, x: Pair, nudge: Pair) =>
  (surface.value(plus(x, nudge)) - surface.value(x)) / length(nudge)

/** Whether small nudges in every direction move y as g predicts: what makes g the gradient. */
function predicts(surface: Surface, x: Pair, g: Pair): boolean {
  const size = 1 + Math.abs(g[0]) + Math.abs(g[1])
  return nudges.every(
    // A nudge to where there is no value agrees with nothing.
    (nudge) => Math.abs(rate(surface, x, nudge) - dot(g, nudge) / tiny) <= 1e-2 * size,
  )
}

/** Slopes along the two axes, from small nudges to either side. */
const axisSlopes = (surface: Surface, x: Pair): Pair => [
  (rate(surface, x, [tiny, 0]) - rate(surface, x, [-tiny, 0])) / 2,
  (rate(surface, x, [0, tiny]) - rate(surface, x, [0, -tiny])) / 2,
]

/** Says how y leaves x in the direction where the two slopes along the axes are furthest from predicting it. */
function mismatch(surface: Surface, x: Pair, g: Pair): string {
  const at = `x₁ = ${num(x[0])}, x₂ = ${num(x[1])}`
  const rates = nudges.map((nudge) => ({ nudge, rate: rate(surface, x, nudge) }))
  if (rates.some(({ rate: found }) => !Number.isFinite(found)))
    return `{y} has values only to one side of ${at}, so there is no derivative.`
  const predicted = (nudge: Pair) => dot(g, nudge) / tiny
  const off = (one: (typeof rates)[number]) => Math.abs(one.rate - predicted(one.nudge))
  const worst = rates.reduce((a, b) => (off(b) > off(a) ? b : a))
  const [a, b] = worst.nudge
  // A rate that grows as the nudge shrinks has no limit.
  if (!(Math.abs(rate(surface, x, [a / 100, b / 100])) < 3 * Math.abs(worst.rate)))
    return `However small a nudge of ${at}, the rate at which {y} moves is beyond every bound, so there is no derivative.`
  return `At ${at} the slopes along the axes are ${num(g[0], 2)} and ${num(g[1], 2)}. They predict a rate of ${num(predicted(worst.nudge), 2)} in some slanting direction, and there it is ${num(worst.rate, 2)}, however small the nudge: no vector predicts {y} here, so there is no derivative.`
}

/**
 * What stands in the way of a gradient at x, as a sentence; undefined where there is one. Beyond the axes, which
 * `figure/trouble` looks along, all directions have to agree.
 */
export function troubleAt(surface: Surface, x: Pair): string | undefined {
  const found = alongAxes(surface.fn, x, '{y}')
  if (found && found.kind !== 'rules') return found.sentence
  const gradient = surface.gradient(x)
  const g = gradient.every(Number.isFinite) ? gradient : axisSlopes(surface, x)
  if (!predicts(surface, x, g)) return mismatch(surface, x, g)
  return found?.sentence
}
