import { num } from '@/plot/format'
import type { Scene } from './model'

const flats = {
  fold: 'Here the determinant is 0: both columns lie on one line. This is a fold. Beyond it the plane comes back over itself, and no step in the lost direction moves y to first order.',
  pinch:
    'Here the determinant is 0: both columns lie on one line, and the square is flattened onto it. The lost direction does not move y, to first order.',
  point:
    'Here all four rates are 0, and so is the determinant: to first order y stands still, whatever x does.',
}

const percent = (share: number) => `${num(100 * share, 2)}%`

/** What the reader sees: how much the area grows, what was turned over, and whether linear is still good. */
export function sentence({ det, ratio, folded, flat, miss, problem }: Scene): string {
  if (problem) return problem
  if (flat) return flats[flat]
  if (folded)
    return 'The square reaches across a line where the determinant is 0, and beyond it the image is turned over. The parallelogram knows only the side that {x} is on.'
  const turned = det < 0 ? ' The minus says that the square is turned over.' : ''
  const off = Math.abs(ratio - Math.abs(det)) / Math.abs(det)
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
