import { useEffect } from 'react'
import { createStore } from 'zustand/vanilla'

/** How far each question of the page is answered, from 0 to 1, by its id; what asks nothing is not in it. */
export const scores = createStore<Readonly<Record<string, number>>>(() => ({}))

/** Says of a figure that asks something how far it is answered right: 1 is all of it. */
export function useScore(id: string, score: number) {
  useEffect(() => scores.setState({ [id]: score }), [id, score])
}
