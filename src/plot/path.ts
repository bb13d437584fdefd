import type { Scale } from './scale'

export type XY = readonly [x: number, y: number]

// Far outside of the picture and still a number that SVG takes.
const far = 1e5
const place = (percent: number) => Math.max(-far, Math.min(far, Math.round(percent * 100) / 100))

/** SVG's path through points, in percent of the plot. A point that is not finite lifts the pen. */
export function pathOf(points: readonly XY[], x: Scale, y: Scale, closed = false): string {
  let pen = 'M'
  let path = ''
  for (const [px, py] of points) {
    const [left, top] = [x(px), y(py)]
    if (!Number.isFinite(left) || !Number.isFinite(top)) pen = 'M'
    else {
      path += `${pen}${place(left)} ${place(top)}`
      pen = 'L'
    }
  }
  return closed && path ? `${path}Z` : path
}

/** The angle of an arrow on the screen, in degrees clockwise from the right; `ratio` is the plot's width by its height. */
export const angleOf = ([x0, y0]: XY, [x1, y1]: XY, x: Scale, y: Scale, ratio: number) =>
  (Math.atan2((y(y1) - y(y0)) / ratio, x(x1) - x(x0)) * 180) / Math.PI
