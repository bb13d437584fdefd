import { functionFrom } from '@/figure/pure'
import type { XY } from '@/plot/pure'
import { model as quotientOf, sidesOf, type Scene as QuotientScene } from '@/topics/quotient/model'
import { windowAt, reach as windowReach, type Window } from '@/topics/quotient/window'

/** h is 10 to the power e. */
export type State = { f: string; x: number; e: number }

/** Far enough down for any bend to be gone, and far from where numbers end. */
export const least = -6
/** How far the whole curve is shown to either side of 0. */
export const reach = 3

/** The quotient of this book's own numbers, from one side. */
export const asQuotient = (state: State) => ({ ...state, method: 'one-sided', format: 'float64' }) as const

export type Scene = QuotientScene & {
  readonly view: Window
  /** The window's corners on the whole curve; none where f has no value at x. */
  readonly frame: readonly XY[]
}

/** All that the figure shows at one h. */
export function model(state: State): Scene {
  const full = asQuotient(state)
  const scene = quotientOf(full)
  const view = windowAt(full, scene)
  const y = scene.fn.value([state.x])
  const [wide, high] = [windowReach * scene.h, view.height * scene.h]
  const corners: XY[] = [
    [state.x - wide, y - high],
    [state.x + wide, y - high],
    [state.x + wide, y + high],
    [state.x - wide, y + high],
  ]
  return { ...scene, view, frame: Number.isFinite(y) ? corners : [] }
}

/** The slope of the secant to either side, for every h that the figure has. */
export const bothSides = (f: string, x: number) => sidesOf(functionFrom(f, ['x']), x, least)
