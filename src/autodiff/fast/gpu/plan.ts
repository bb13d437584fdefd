import { depth, tile } from './shader.ts'

/** Fewer workgroups than this leave a large graphics card idle. */
const enough = 256
/** A part of the depth that is worth a workgroup of its own. */
const deep = 256

/** How a product is shared out: workgroups across, down and, each with a part of the depth, behind one another. */
export interface Plan {
  readonly groups: readonly [across: number, down: number, behind: number]
  /** Steps of the depth in each part. */
  readonly part: number
}

/** A result of few tiles is made by several workgroups for each, which share the sum over d. */
export function planOf(n: number, d: number, m: number): Plan {
  const [across, down] = [Math.ceil(m / tile), Math.ceil(n / tile)]
  const wanted = Math.min(Math.ceil(enough / (across * down)), Math.max(1, Math.floor(d / deep)))
  const part = Math.max(depth, depth * Math.ceil(d / wanted / depth))
  return { groups: [across, down, Math.max(1, Math.ceil(d / part))], part }
}
