import { useStore } from 'zustand'
import { waiting } from './locks'

/** The prediction that a figure waits for, if any. Apart from the locks, which a page needs before it needs React. */
export const useLock = (figure: string): string | undefined => useStore(waiting, (now) => now[figure]?.[0])
