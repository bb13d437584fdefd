import { useCallback, useSyncExternalStore } from 'react'
import { stateOf, watch } from './awake'

/**
 * Reads another figure of the page and never writes to it. Undefined on the server and until that figure wakes, which
 * may be after its reader; `S` is what the caller knows of its state.
 */
export function useFigureState<S extends object>(id: string): S | undefined {
  const subscribe = useCallback((listener: () => void) => watch(id, listener), [id])
  return useSyncExternalStore<object | undefined>(
    subscribe,
    () => stateOf(id),
    () => undefined,
  ) as S | undefined
}
