/** So long that nothing of a first visit waits. */
const pause = 4000

/**
 * Whether a page lets the book be kept. On a developer's own machine only if asked, by `?offline=yes`: what is served at
 * that port tomorrow would get today's pages.
 */
export const keeps = ({ protocol, search }: Pick<Location, 'protocol' | 'search'>) =>
  protocol === 'https:' || search.includes('offline=yes')

/** Plans it. A dev server has no `sw.js`. */
export function planOffline() {
  if (!import.meta.env.PROD || !keeps(location)) return
  // No network: the next page tries again.
  const start = () =>
    void import('./register').then(({ keepOffline }) => keepOffline()).catch(() => undefined)
  setTimeout(start, pause)
}
