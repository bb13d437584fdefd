type Formulas = typeof import('./formulas')

let loaded: Formulas | undefined

/** Fetches the formulas of the network in other letters; who keeps the handout's never does. */
export async function loadFormulas() {
  loaded ??= await import('./formulas')
}

/** The network's formulas in other letters, once \`useLetters\` says that they are wanted. */
export function formulas(): Formulas {
  if (!loaded) throw new Error('The formulas of other letters are not loaded: useLetters waits for them.')
  return loaded
}
