import { num } from '@/plot/format'
import type { Scene } from './model'

/** What its parts and controls are called, and what is read out of its formulas. */
export const words = {
  middle: 'x, the middle of the square',
  places: (x: string, y: string) => `x is ${x}, y is ${y}`,
  planeOfX: (side: number, x: string) => `The plane of x, with a square of side ${num(side, 3)} round ${x}`,
  planeOfY: (y: string) =>
    `The plane of y: the image of the square round ${y}, over a parallelogram with the columns of the Jacobian as its sides`,
  planeBare: 'The plane of y, with the image of the square where it is in sight, and no linear one',
  entry1: 'x, entry 1',
  entry2: 'x, entry 2',
  side: 'Side of the square',
  determinant: (a: number, d: number, b: number, c: number, sign: string, result: string) =>
    `The determinant of the Jacobian: ${num(a, 3)} times ${num(d, 3)} minus ${num(b, 3)} times ${num(c, 3)} ${sign} ${result}`,
  map: 'Map',
  typed: 'Your formulas for y1 and y2, with a comma between them',
  jacobian: 'Jacobian of y by x',
  area: 'Area by the Jacobian, times the square’s',
  trueArea: 'True area, times the square’s',
  miss: 'Largest miss at a corner',
  title: 'Where a small square goes',
  sideShort: 'side',
  polar: 'Polar coordinates',
  turn: 'Turn and stretch (linear)',
  shear: 'A wave that shears',
  square: 'The complex square, halved',
  layer: 'A small layer',
  tooMany: (count: number) =>
    `A map of the plane takes two formulas, for y₁ and y₂; there ${count === 1 ? 'is one' : `are ${count}`}.`,
  twoInputs: 'A map of the plane has two inputs, x1 and x2, and no others.',
  unusable: (error: string) => `The link's formulas can't be used. ${error}`,
}

const flats = {
  fold: 'Here the determinant is 0: both columns lie on one line. This is a fold. Beyond it the plane comes back over itself, and no step in the lost direction moves y to first order.',
  pinch:
    'Here the determinant is 0: both columns lie on one line, and the square is flattened onto it. The lost direction does not move y, to first order.',
  point:
    'Here all four rates are 0, and so is the determinant: to first order y stands still, whatever x does.',
}

const percent = (share: number) => `${num(100 * share, 2)}%`

/** What the reader sees: how much the area grows, what was turned over, and whether linear is still good. */
export function sentence({ det, off, folded, flat, miss, problem }: Scene): string {
  if (problem) return problem
  if (flat) return flats[flat]
  if (folded)
    return 'The square reaches across a line where the determinant is 0, and beyond it the image is turned over. The parallelogram knows only the side that {x} is on.'
  const turned = det < 0 ? ' The minus says that the square is turned over.' : ''
  return `The determinant is ${num(det, 3)}, so the Jacobian makes the square’s area ${num(Math.abs(det), 3)} times as large.${turned} ${verdict(off, miss)}`
}

/** How the true image compares; the pieces that measure it are good to about a tenth of a percent. */
function verdict(off: number, miss: number): string {
  if (off >= 0.02)
    return `The true area is off by ${percent(off)}: the square is too large for a linear picture.`
  if (off >= 1e-3) return `The true area is off by ${percent(off)}: linear is good here.`
  return miss < 1e-9
    ? 'The true area agrees.'
    : `The true area agrees, though corners are off by up to ${num(miss, 2)}.`
}
