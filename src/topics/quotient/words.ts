import { num, superscript } from '@/plot/format'
import type { Scene, State } from './model'

/** What the plots of a quotient are called. */
export const words = {
  toRight: 'to the right',
  toLeft: 'to the left',
  onSlopes: 'h, on the plot of slopes',
  hIs: (h: number) => `h = ${num(h, 2)}`,
  sides: (x: number) =>
    `The slope of the secant from x = ${num(x)} to the right and to the left, for every h`,
  slopeOfSecant: 'slope of the secant',
  near: (h: number) => `f near x, ${num(1 / h, 2)} times as large`,
  plot: `The curve near x and its secant, magnified so that h fills the window`,
  noValue: 'no value',
  limit: 'slope of the curve',
}

const tenTo = (e: number) => (Number.isInteger(e) ? `10${superscript(e)}` : num(10 ** e, 2))

/** What is happening now. */
export function sentence({ x, e, format }: State, scene: Scene): string {
  const { quotient: made, slope, error, trouble, defined, phase } = scene
  if (trouble) return trouble.sentence
  const step = `h = ${tenTo(e)}`
  if (!defined)
    return `With ${step}, f has no value at an end of the secant: that h is too large to say anything about {x} = ${num(x)}.`
  if (made.ahead === made.behind && slope !== 0)
    return `With ${step}, f comes out the same at both ends: ${format} has no numbers so close together, and the secant lies flat.`
  const start = `With ${step}, the secant has slope ${num(made.value, 6)} and the curve ${num(slope ?? NaN, 6)}`
  const off = `off by ${num(error ?? NaN, 2)}`
  const ends: Record<Scene['phase'], string> = {
    exact: ': to the last digit the same.',
    rounding: `, ${off}: that is rounding alone. Between the two ends the curve is straight, or as good as.`,
    bends: `, ${off}: the curve still bends away between the two ends.`,
    best: `, ${off}. About here the quotient is as good as ${format} allows.`,
    lost: `, ${off}: the two values of f agree in so many digits that few are left in their difference.`,
  }
  return start + ends[phase]
}
