import { loadJudge } from './judging'

type Kit = typeof import('./kit')

let loaded: Kit | undefined

/** Fetches what draws other letters; a reader who keeps the handout's never does. */
export async function loadKit() {
  await loadJudge()
  loaded ??= await import('./kit')
}

/** What draws other letters. It is there once `useLetters` says that they are wanted. */
export function kit(): Kit {
  if (!loaded) throw new Error('What draws other letters is not loaded: useLetters waits for it.')
  return loaded
}
