/**
 * Asks for the next chapter once its link is near, so that it is there when the reader is. Browsers that know
 * speculation rules do the same for any link that the pointer rests on (scripts/vite/head.ts).
 */
export function readAhead() {
  const next = document.querySelector<HTMLAnchorElement>('.neighbours [rel=next]')
  if (!next) return
  const near = new IntersectionObserver(
    ([entry]) => {
      if (!entry?.isIntersecting) return
      near.disconnect()
      const { connection } = navigator as { connection?: { saveData?: boolean } }
      // What does not come now will come when it is asked for.
      if (!connection?.saveData) fetch(next.href, { priority: 'low' }).catch(() => undefined)
    },
    { rootMargin: '1500px' },
  )
  near.observe(next)
}
