import { num } from '@/plot/format'
import { noValue, sideOf, troubleAlong, type Curve, type Trouble as AlongOne } from '@/topics/points'
import { dot, heading, plus, type Pair, type Surface } from './model'
import { words, wildWords } from './words'

/** What stands in the way of a gradient; `gradient` is that of the graph, where only the rules of the parts fail. */
export type Trouble = { readonly sentence: string; readonly gradient?: Pair }

const turns = Array.from({ length: 9 }, (_, k) => k * 40 + 7)
const directions = turns.map((turn) => heading(turn, 1))

/** y along a line through x, as a function of the distance. */
const along =
  ({ fn }: Surface, x: Pair, [a, b]: Pair): Curve =>
  (far, dtype) =>
    fn.value(plus(x, [far * a, far * b]), dtype)

/** How y moves, per unit of a small nudge. */
const rate = (surface: Surface, x: Pair, direction: Pair, far: number) =>
  (surface.value(plus(x, [far * direction[0], far * direction[1]])) - surface.value(x)) / far

/** Small nudges in every direction move y as g predicts, and the smaller the better. */
const predicts = (surface: Surface, x: Pair, g: Pair) =>
  [2 ** -12, 2 ** -20].every((far) =>
    directions.every(
      (direction) =>
        Math.abs(rate(surface, x, direction, far) - dot(g, direction)) <=
        (1e-5 + 64 * far) * (1 + Math.abs(g[0]) + Math.abs(g[1])),
    ),
  )

/** The largest |f(x+h) − f(x) − g·h| over all directions, as a function of ‖h‖: its rate at 0 has to be 0. */
const missed =
  (surface: Surface, x: Pair, g: Pair): Curve =>
  (far, dtype) => {
    const y = surface.fn.value(x, dtype)
    const misses = directions.map((direction) =>
      Math.abs(along(surface, x, direction)(far, dtype) - y - far * dot(g, direction)),
    )
    return Math.max(...misses)
  }

/** The slopes of the graph along the two axes: the core's, or those of the quotients where its rules fail. */
const slopeAlong = (core: number, trouble: AlongOne | undefined) => trouble?.slope ?? core

/**
 * What stands in the way of a gradient at x; undefined where there is one and the core gives it. Beyond the axes, all
 * directions have to agree: the remainder has to vanish against ‖h‖.
 */
export function troubleAt(surface: Surface, x: Pair): Trouble | undefined {
  const sentence = noValue(surface.fn, x, '{y}')
  if (sentence) return { sentence }
  const core = surface.gradient(x)
  if (core.every(Number.isFinite) && predicts(surface, x, core)) return undefined
  const axes = [0, 1].map((k) => troubleAlong(surface.fn, x, k, '{y}'))
  const broken = axes.find((found) => found && found.slope === undefined)
  if (broken) return { sentence: broken.sentence }
  const g: Pair = [slopeAlong(core[0], axes[0]), slopeAlong(core[1], axes[1])]
  return acrossAll(surface, x, g) ?? rulesOf(axes, g)
}

function rulesOf(axes: readonly (AlongOne | undefined)[], gradient: Pair): Trouble | undefined {
  const found = axes.find((one) => one !== undefined)
  return found && { sentence: found.sentence, gradient }
}

function acrossAll(surface: Surface, x: Pair, g: Pair): Trouble | undefined {
  const at = `x₁ = ${num(x[0])}, x₂ = ${num(x[1])}`
  const miss = sideOf(missed(surface, x, g), 0, 1)
  if (miss.kind === 'none') return { sentence: words.oneSide(at) }
  if (miss.kind === 'smooth' && miss.slope <= miss.within + 1e-5 * (1 + Math.hypot(...g))) return undefined
  if (miss.kind === 'unclear')
    return {
      sentence: words.unclear(at),
    }
  return { sentence: worst(surface, x, g, at) }
}

/** Says how y leaves x in the direction where the two slopes along the axes are furthest from predicting it. */
function worst(surface: Surface, x: Pair, g: Pair, at: string): string {
  const off = (direction: Pair) => Math.abs(rate(surface, x, direction, 2 ** -24) - dot(g, direction))
  const most = directions.reduce((a, b) => (off(b) > off(a) || Number.isNaN(off(b)) ? b : a))
  const side = sideOf(along(surface, x, most), 0, 1)
  if (side.kind !== 'smooth') return words.noDerivative(wildWords(side.kind, at))
  return words.slants(at, g[0], g[1], dot(g, most), side.slope)
}
