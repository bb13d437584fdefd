import { grad } from '@/autodiff'
import { functionFrom } from '@/figure/pure'

export type State = { x: number; dx: number }
/** The largest side and the largest nudge. */
export const most = { x: 2.5, dx: 1 }

const area = functionFrom('x^2', ['x'])
const slope = grad((x) => area.run({ x }))

/** A square of side x grows by Δx: what the rate says, and what is left over. */
export function model({ x, dx }: State) {
  const before = area.value([x])
  const rate = slope(x).item()
  const change = area.value([x + dx]) - before
  const strips = rate * dx
  const corner = change - strips
  return {
    before,
    rate,
    change,
    strips,
    corner: Math.abs(corner) < 1e-12 ? 0 : corner,
    share: change === 0 ? 0 : corner / change,
  }
}
export type Scene = ReturnType<typeof model>

/** The shares of Δx for which the figure lists what strips and corner are. */
export const tenths = (state: State) =>
  [1, 0.1, 0.01].map((part) => ({
    dx: state.dx * part,
    ...model({ x: state.x, dx: state.dx * part }),
  }))
