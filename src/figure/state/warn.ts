import { createContext, useContext } from 'react'

/** Shows a sentence about bad input until the next change; '' takes it back. */
export type Warn = (sentence: string) => void

/** The notice of the figure that a control stands in. */
export const WarnContext = createContext<Warn>(() => undefined)

/** Where a control says that what was typed is no number, and takes it back when it is one again. */
export const useWarn = (): Warn => useContext(WarnContext)
