import { add, greater, matmul, max, nth, softmax, tensor } from '@/autodiff'
import { scores } from '../network/net'
import type { Run, Settings } from '../network/train'

export type State = Settings & { steps: number }

export const mostSteps = 3000
/** The picture reaches from −edge to edge on both axes. */
export const edge = 2
const gridSize = 41

const places = Array.from({ length: gridSize }, (_, k) => -edge + (2 * edge * k) / (gridSize - 1))
const everywhere = tensor(places.flatMap((y) => places.map((x) => [x, y])))

/** How much more the network holds for the second class than for the first, over the picture: zero on the boundary. */
export function landscape({ params }: Run) {
  const { data } = scores(everywhere, params)
  const values = Array.from({ length: gridSize ** 2 }, (_, k) => nth(data, 2 * k + 1) - nth(data, 2 * k))
  return { values, size: gridSize, min: -edge, max: edge }
}

export type Point = { at: readonly [number, number]; label: 0 | 1; wrong: boolean }

/** The points of the data set, and which of them the network puts on the wrong side. */
export function pointsOf({ data, params }: Run): Point[] {
  const p = softmax(scores(tensor(data.x.map((at) => [...at])), params), { axis: 1 }).data
  return data.x.map((at, k) => {
    const label = nth(data.labels, k)
    return { at, label, wrong: nth(p, 2 * k + label) <= 0.5 }
  })
}

/** How many points are on the wrong side. */
export const wrongAmong = (points: readonly Point[]): number => points.filter(({ wrong }) => wrong).length

/** Hidden units that are off at every point: no gradient reaches their weights any more. */
export function deadUnits({ data, params: { w1, b1 } }: Run): number {
  const on = greater(add(matmul(tensor(data.x.map((at) => [...at])), w1), b1), 0)
  return [...max(on, { axis: 0 }).data].filter((value) => value === 0).length
}

/** The losses as points of a curve, few enough to draw at every frame; the last is always among them. */
export function curveOf(losses: readonly number[], most = 240): [step: number, loss: number][] {
  const stride = Math.max(1, Math.ceil(losses.length / most))
  return losses.flatMap((loss, k): [number, number][] =>
    k % stride === 0 || k === losses.length - 1 ? [[k, Math.max(loss, lowest)]] : [],
  )
}

const lowest = 1e-4

/** How far the axes of the curve reach: a round number of steps, whole powers of ten of the loss. */
export function axesOf(losses: readonly number[]) {
  const steps = [100, 200, 500, 1000, 2000].find((round) => losses.length - 1 <= round) ?? mostSteps
  const top = Math.max(10, 10 ** Math.ceil(Math.log10(Math.max(...losses))))
  const low = Math.max(
    lowest,
    Math.min(1e-2, 10 ** Math.floor(Math.log10(Math.max(lowest, Math.min(...losses))))),
  )
  return { steps, low, top }
}
