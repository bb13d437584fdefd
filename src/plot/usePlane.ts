import { createContext, useContext } from 'react'
import type { Scale } from './scale'

export type PlaneScales = {
  readonly x: Scale
  readonly y: Scale
  /** Width by height of the plot on the screen. */
  readonly ratio: number
}

export const PlaneContext = createContext<PlaneScales | null>(null)

/** The scales of the plot round a mark. */
export function usePlane(): PlaneScales {
  const plane = useContext(PlaneContext)
  if (!plane) throw new Error('A mark stands outside of a Plane or a NumberLine.')
  return plane
}
