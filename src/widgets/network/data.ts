import { random } from '@/autodiff'

export type DataName = 'moons' | 'spiral'
/** Points of the plane, and to which of two classes each belongs. */
export type Data = { x: readonly (readonly [number, number])[]; labels: readonly (0 | 1)[] }

/** A number from a bell curve round 0, of variance 1/3: three draws added. */
const noise = (next: () => number) => 2 * (next() + next() + next()) - 3

/** A point of one class: `u` from 0 to 1 along its curve. */
const curves: Record<DataName, (u: number, label: 0 | 1) => readonly [number, number]> = {
  /** Two half circles that reach into each other. */
  moons: (u, label) =>
    label === 0
      ? [Math.cos(Math.PI * u) - 0.5, Math.sin(Math.PI * u) - 0.25]
      : [0.5 - Math.cos(Math.PI * u), 0.25 - Math.sin(Math.PI * u)],
  /** Two arms that wind round each other, three quarters of a turn. */
  spiral: (u, label) => {
    const angle = 1.5 * Math.PI * u + Math.PI * label
    const radius = 0.2 + 1.15 * u
    return [radius * Math.cos(angle), radius * Math.sin(angle)]
  },
}
const spread: Record<DataName, number> = { moons: 0.16, spiral: 0.09 }

/** How many points a data set has, half of them in each class. */
export const count = 80

/** One of the two data sets, the same for the same seed; the classes take turns. */
export function dataOf(name: DataName, seed: number): Data {
  const next = random(seed + (name === 'moons' ? 1000 : 2000))
  const labels = Array.from({ length: count }, (_, k): 0 | 1 => (k % 2 === 0 ? 0 : 1))
  const x = labels.map((label, k): [number, number] => {
    // One in each stretch of its curve, somewhere in it: drawn freely, points would crowd here and leave gaps there.
    const [a, b] = curves[name]((Math.floor(k / 2) + next()) / (count / 2), label)
    return [a + spread[name] * noise(next), b + spread[name] * noise(next)]
  })
  return { x, labels }
}
