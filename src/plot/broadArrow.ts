import type { XY } from './path'

/** An arrow with a body, for a texture to fill: its outline from the tail round the tip, in units of the plot. */
export function broadArrow(from: XY, to: XY, width: number): XY[] {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  const length = Math.hypot(dx, dy)
  if (length === 0) return []
  const [ux, uy] = [dx / length, dy / length]
  const head = Math.min(2.2 * width, length)
  const at = (along: number, aside: number): XY => [
    from[0] + along * ux - aside * uy,
    from[1] + along * uy + aside * ux,
  ]
  const neck = length - head
  return [
    at(0, width / 2),
    at(neck, width / 2),
    at(neck, 1.1 * width),
    at(length, 0),
    at(neck, -1.1 * width),
    at(neck, -width / 2),
    at(0, -width / 2),
  ]
}

/** The small square that marks a right angle at a corner between the directions `a` and `b`, both of length 1. */
export const rightAngle = ([x, y]: XY, [ax, ay]: XY, [bx, by]: XY, side: number): XY[] => [
  [x + side * ax, y + side * ay],
  [x + side * (ax + bx), y + side * (ay + by)],
  [x + side * bx, y + side * by],
]
