/** Each page of this visit has a place of its own. */
const name = () => `nudge-place ${location.pathname}`

type Place = { part: number; top: number }

const parts = () => [...document.querySelectorAll('.part')]
const isReturn = () => {
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  return visit?.type === 'reload' || visit?.type === 'back_forward'
}

function kept(): Place | undefined {
  try {
    const { part, top } = JSON.parse(sessionStorage.getItem(name()) ?? '{}') as Partial<Place>
    return typeof part === 'number' && typeof top === 'number' ? { part, top } : undefined
  } catch {
    // Closed storage, or not ours: the browser's own guess stands.
    return undefined
  }
}

function keep() {
  const all = parts()
  const part = all.findLastIndex((each) => each.getBoundingClientRect().top <= innerHeight / 3)
  const top = all[part]?.getBoundingClientRect().top
  try {
    if (top === undefined) sessionStorage.removeItem(name())
    else sessionStorage.setItem(name(), JSON.stringify({ part, top } satisfies Place))
  } catch {
    // Closed storage: the browser guesses.
  }
}

/**
 * A browser comes back to a number of pixels from the top. Parts that are not laid out yet have a guessed height, so that
 * number leads elsewhere after a reload. The part that was read, and how far, leads there.
 */
export function comeBack() {
  const place = isReturn() ? kept() : undefined
  const part = place && parts()[place.part]
  if (part) scrollBy({ top: part.getBoundingClientRect().top - place.top, behavior: 'instant' })
  addEventListener('pagehide', keep)
}
