/** How the reader came to a symbol: a mouse that rests on it, the focus, a finger. */
export type Way = 'mouse' | 'keys' | 'touch'

let box: Promise<typeof import('./glossBox')> | undefined

/**
 * Tells the notation's gloss what the reader is on; null is nothing that has a meaning there. What it takes to draw one
 * comes with the first symbol, and no page waits for it.
 */
export function explain(symbol: Element | null, way: Way) {
  if (!symbol && !box) return
  box ??= import('./glossBox')
  box.then(
    (it) => it.explain(symbol, way),
    // No network: the next symbol tries again.
    () => (box = undefined),
  )
}
