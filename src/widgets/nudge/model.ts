import { functionFrom, type Fn } from '@/figure/pure'
import { written } from '@/plot/equation'
import { num, settled } from '@/plot/format'
import { noValue, slopeHere, troubleAt, type Trouble } from '@/topics/points'
import { slopeOf, valueOf } from '@/topics/slope/functions'

export type State = { f: string; x: number; dx: number }

/** How far the x axis reaches unless x + Δx goes farther. */
export const reach = 2.5

/** How far Δx goes by itself: as far as x + Δx stays in sight, so that the axes stay. */
export const inSight = (x: number): readonly [number, number] => [
  Math.max(-1.5, -reach - x),
  Math.min(1.5, reach - x),
]

/** The side that a picture of x² as a square has room for. */
export const sideOfSquare = 2.6

/**
 * Of x², the square whose area it is, and the growth of its sides, whatever the sign of x; of any other function nothing.
 */
export function squareOf({ f, x, dx }: State): { readonly side: number; readonly by: number } | undefined {
  if (!/^x ?(\^ ?2|²)$/.test(f.trim())) return undefined
  return x < 0 ? { side: -x, by: -dx } : { side: x, by: dx }
}

/** One nudge: what the slope predicts, what happens, and what the slope missed. */
export type Step = {
  readonly dx: number
  /** f′(x)Δx; undefined where there is no derivative. */
  readonly predicted: number | undefined
  /** f(x+Δx) − f(x); undefined where f has no value at one end. */
  readonly true: number | undefined
  readonly remainder: number | undefined
  /** How many times smaller the remainder is than that of the step before, twice as long. */
  readonly shrunk: number | undefined
  /** How large the remainder is beside that of the first step, whatever the signs; 0 where one is not known. */
  readonly share: number
}

export type Scene = {
  readonly fn: Fn
  readonly y: number | undefined
  readonly slope: number | undefined
  readonly step: Step
  /** The nudge, its half, its quarter, its eighth. */
  readonly halves: readonly Step[]
  /** The remainder over Δx², which tends to half the second derivative. */
  readonly perSquare: number | undefined
  /** Why there is no derivative at x, or no value at x + Δx. */
  readonly trouble: Trouble | undefined
  readonly beyond: string | undefined
}

function stepOf(
  fn: Fn,
  x: number,
  dx: number,
  y: number,
  slope: number | undefined,
): Omit<Step, 'shrunk' | 'share'> {
  const end = valueOf(fn, x + dx)
  const change = Number.isFinite(end - y) ? end - y : undefined
  const predicted = slope === undefined ? undefined : slope * dx
  const remainder = change === undefined || predicted === undefined ? undefined : settled(change - predicted)
  return { dx, predicted, true: change, remainder }
}

const shareOf = (remainder: number | undefined, first: number | undefined) =>
  remainder === undefined || !first ? 0 : Math.abs(remainder / first)

/** How many halvings are shown. */
const halvings = 4

/** All that the figure shows of one nudge and of its halves. */
export function model({ f, x, dx }: State): Scene {
  const fn = functionFrom(f, ['x'], { x: 'x' })
  const trouble = troubleAt(fn, [x])
  const y = valueOf(fn, x)
  const slope = slopeHere(trouble, () => slopeOf(fn, x))
  const halves: Step[] = []
  for (let k = 0; k < halvings; k++) {
    const step = stepOf(fn, x, dx / 2 ** k, y, slope)
    const before = halves.at(-1)?.remainder
    halves.push({
      ...step,
      shrunk: step.remainder && before !== undefined ? before / step.remainder : undefined,
      share: shareOf(step.remainder, k === 0 ? step.remainder : halves[0]?.remainder),
    })
  }
  const step = halves[0] as Step // there is always a first
  return {
    fn,
    y: Number.isFinite(y) ? y : undefined,
    slope,
    step,
    halves,
    perSquare: step.remainder === undefined || dx === 0 ? undefined : step.remainder / dx ** 2,
    trouble,
    beyond: noValue(fn, [x + dx]),
  }
}

export const none = 'none'

/** f(x+Δx) as its three parts with their numbers: the slots of the equation, the sign that is true of them, and the same in words. */
export function partsOf({ dx }: State, { y, slope, step }: Scene): { parts: string[]; spoken: string } {
  if (y === undefined || slope === undefined || step.true === undefined || step.remainder === undefined) {
    const show = (value: number | undefined) => (value === undefined ? none : num(value))
    const end = y === undefined || step.true === undefined ? undefined : y + step.true
    const product = slope === undefined ? none : written([[slope, dx]], slope * dx).terms.join('')
    const parts = [show(end), show(y), product, show(step.remainder), '=']
    return { parts, spoken: `${parts[0]} = ${parts[1]} + ${parts[2]} + ${parts[3]}` }
  }
  const { terms, sign, text } = written([[y], [slope, dx], [step.remainder]], y + step.true)
  return { parts: [text, ...terms, sign], spoken: `${text} ${sign} ${terms.join(' + ')}` }
}
