/** 2/√π ∫ e^(−t²) dt from 0 to x, good to all digits: a series of positive terms near 0, a continued fraction far out. */
export function erf(x: number): number {
  const z = Math.abs(x)
  return Math.sign(x) * (z < 3 ? near(z) : 1 - far(z))
}

/** 1 − erf(x), which keeps its digits where erf(x) is nearly 1. */
export const erfc = (x: number): number => (x < 3 ? 1 - erf(x) : far(x))

function near(z: number): number {
  let term = z
  let sum = z
  for (let n = 1; term > 1e-17 * sum; n++) {
    term *= (2 * z * z) / (2 * n + 1)
    sum += term
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-z * z) * sum
}

function far(z: number): number {
  let fraction = z
  for (let n = 60; n > 0; n--) fraction = z + n / 2 / fraction
  return Math.exp(-z * z) / (Math.sqrt(Math.PI) * fraction)
}
