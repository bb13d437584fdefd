import type { XY } from './path'

export type Side = 'above' | 'below' | 'left' | 'right'

const sides = { right: [1, 0], above: [0, 1], left: [-1, 0], below: [0, -1] } as const
const names = Object.keys(sides) as Side[]
const toward = (side: Side, [x, y]: XY) => (sides[side][0] * x + sides[side][1] * y) / (Math.hypot(x, y) || 1)

/** The side of its tip on which an arrow's name stands clear of the arrow. */
export const sideOf = (direction: XY): Side =>
  names.reduce((a, b) => (toward(b, direction) > toward(a, direction) ? b : a))

/** The side of a point on which its name stands clear of all arrows that leave it. */
export function freeSide(directions: readonly XY[]): Side {
  const crowd = (side: Side) => Math.max(-1, ...directions.map((direction) => toward(side, direction)))
  return names.reduce((a, b) => (crowd(b) < crowd(a) ? b : a))
}
