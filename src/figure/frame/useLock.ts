import { useStore } from 'zustand'
import { waiting, type Wait } from './locks'

const none: readonly Wait[] = []

/** What a figure waits for, if for anything. Apart from the locks, which a page needs before it needs React. */
export const useLock = (figure: string): readonly Wait[] => useStore(waiting, (now) => now[figure] ?? none)
