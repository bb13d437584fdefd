/** The slope of a function of one number at 0, by differences to both sides; null where they do not agree. */
export function slopeOf(f: (h: number) => number, h: number): number | null {
  const [ahead, here, behind] = [f(h), f(0), f(-h)]
  const [right, left] = [(ahead - here) / h, (here - behind) / h]
  const agree = Math.abs(right - left) <= 1e-2 * Math.max(1, Math.abs(right), Math.abs(left))
  return agree ? (ahead - behind) / (2 * h) : null
}
