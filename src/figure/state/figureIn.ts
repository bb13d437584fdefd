/** The id in a link's hash, also where a state follows it. By itself, since a page needs it before any figure. */
export const figureIn = (hash: string) => /^#([^?]*)/.exec(hash)?.[1] ?? ''
