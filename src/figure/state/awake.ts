import type { StoreApi } from 'zustand/vanilla'

/** What a figure keeps: the reader's numbers, and the sentence about the last bad input. */
export type Kept<S> = { state: S; notice: string }
type Store = StoreApi<Kept<object>>

const stores = new Map<string, Store>()
const links = new Map<string, () => string>()
const waiting = new Set<() => void>()

const tell = () => waiting.forEach((listener) => listener())

/** Lets the rest of the page read a figure that is awake, and its state as a link; returns what ends it. */
export function wake<S extends object>(id: string, store: StoreApi<Kept<S>>, link = () => ''): () => void {
  links.set(id, link)
  // The map forgets which figure has which state; whoever reads one by its id has to know.
  stores.set(id, store as unknown as Store)
  tell()
  return () => {
    // A figure that was started anew under this id stays.
    if (stores.get(id) === (store as unknown as Store)) stores.delete(id)
    tell()
  }
}

/** The link to the present state of a figure, from the hash on; of one that sleeps, to the figure. */
export const linkOf = (id: string): string => links.get(id)?.() || `#${id}`

/** The present state of a figure, undefined while it sleeps. */
export const stateOf = (id: string): object | undefined => stores.get(id)?.getState().state

/** Calls `listener` when the state of a figure may have changed, also one that wakes later. Returns what ends it. */
export function watch(id: string, listener: () => void): () => void {
  let store: Store | undefined
  let leave: (() => void) | undefined
  const attach = () => {
    if (stores.get(id) === store) return
    leave?.()
    store = stores.get(id)
    leave = store?.subscribe(listener)
  }
  const look = () => {
    attach()
    listener()
  }
  attach()
  waiting.add(look)
  return () => {
    waiting.delete(look)
    leave?.()
  }
}
