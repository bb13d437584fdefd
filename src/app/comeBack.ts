const name = 'nudge-place'

type Kept = { path: string; part: number; top: number }

const parts = () => [...document.querySelectorAll('.part')]
const isReturn = () => {
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  return visit?.type === 'reload' || visit?.type === 'back_forward'
}

function kept(): Kept | undefined {
  try {
    const found = JSON.parse(sessionStorage.getItem(name) ?? 'null') as Partial<Kept> | null
    const { path, part, top } = found ?? {}
    return typeof path === 'string' && typeof part === 'number' && typeof top === 'number'
      ? { path, part, top }
      : undefined
  } catch {
    // Closed storage, or not ours: the browser's own guess stands.
    return undefined
  }
}

/**
 * A browser comes back to a number of pixels from the top. Parts that are not laid out yet have a guessed height, so that
 * number leads elsewhere after a reload. The part that was read, and how far, leads there.
 */
export function comeBack() {
  const place = kept()
  const part = place?.path === location.pathname && isReturn() ? parts()[place.part] : undefined
  if (place && part) scrollBy({ top: part.getBoundingClientRect().top - place.top, behavior: 'instant' })
  addEventListener('pagehide', () => {
    const all = parts()
    const at = all.findLastIndex((each) => each.getBoundingClientRect().top <= innerHeight / 3)
    const top = all[at]?.getBoundingClientRect().top
    try {
      if (top === undefined) sessionStorage.removeItem(name)
      else sessionStorage.setItem(name, JSON.stringify({ path: location.pathname, part: at, top }))
    } catch {
      // Closed storage: see above.
    }
  })
}
