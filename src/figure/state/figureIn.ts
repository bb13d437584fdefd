/** A hash as a figure's link has it: some programs encode the whole of it once more, its question mark too. */
export function plainHash(hash: string): string {
  if (hash.includes('?') || !/%3F/i.test(hash)) return hash
  try {
    return decodeURIComponent(hash)
  } catch {
    return hash
  }
}

/** The id in a link's hash, also where a state follows it. By itself, since a page needs it before any figure. */
export const figureIn = (hash: string) => /^#([^?]*)/.exec(plainHash(hash))?.[1] ?? ''

/** Whether a hash asks a figure for a state. */
export const asksForState = (hash: string) => plainHash(hash).includes('?')

/** Goes to a link's state, also one that the page's address has already: every figure on it that is awake is told. */
export function openLink(hash: string) {
  history.replaceState(history.state, '', hash)
  dispatchEvent(new HashChangeEvent('hashchange'))
}
