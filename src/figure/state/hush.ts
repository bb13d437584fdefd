import { createContext, useContext } from 'react'

/** While true, the figure goes on by itself, and its sentences wait for the last one. */
export type Hush = (on: boolean) => void

/** How a control tells the figure that it stands in that it plays. */
export const HushContext = createContext<Hush>(() => undefined)

export const useHush = (): Hush => useContext(HushContext)
