import { createContext, useContext, useState } from 'react'

/** Gives a new id at each call. */
export type Ids = () => string

/** The ids of one figure: `prefix` keeps them apart from those of the page's other figures. */
export function idsWith(prefix: string): Ids {
  let count = 0
  return () => `${prefix}${count++}`
}

/** Where a figure's ids come from; set where it is drawn, and again where it wakes. */
export const IdsContext = createContext<Ids>(idsWith('alone-'))

/**
 * An id for an element, unique on its page. Preact's own hook counts anew in each island, and its `hydrateRoot` takes
 * no prefix. Server and browser draw in the same order, so they count alike.
 */
export function useId(): string {
  const take = useContext(IdsContext)
  const [id] = useState(take)
  return id
}
