import type { ComponentType } from 'react'

type View = ComponentType<Record<string, unknown>>

const views = import.meta.glob<{ default: View }>('/src/widgets/*/View.tsx')

async function wake(element: HTMLElement) {
  const { island = '', props = '{}', prefix = '', slot } = element.dataset
  const load = views[`/src/widgets/${island}/View.tsx`]
  if (!load) throw new Error(`no widget is called ${island}`)
  const [{ hydrate }, view] = await Promise.all([import('./hydrate'), load()])
  hydrate(element, view.default, JSON.parse(props) as Record<string, unknown>, prefix, slot !== undefined)
}

/** Wakes each widget once it is near the window, or at once if the page's link points at it. */
export function startIslands() {
  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue
        near.unobserve(target)
        void wake(target as HTMLElement)
      }
    },
    { rootMargin: '600px' },
  )
  for (const element of document.querySelectorAll<HTMLElement>('[data-island]')) near.observe(element)
}
