/** What stands round every figure, and its sentences. */
export { Announce } from './Announce'
export { ErrorBoundary } from './ErrorBoundary'
export { Figure } from './Figure'
export { uses } from './inUse'
export { answered, lock, unlock, unlockAll, waiting, waitsFor } from './locks'
export { Says } from './Says'
export { Sym } from './Sym'
export { spoken, symText } from './symbol'
