import type { ComponentType } from 'react'
import { asDrawn } from './asDrawn'

type View = ComponentType<Record<string, unknown>>

/** Of each widget of this page the address of its script, and of all that the script imports; the build writes them. */
function addresses(): Record<string, string[]> {
  return JSON.parse(document.getElementById('widgets')?.textContent ?? '{}') as Record<string, string[]>
}

/** Asks for a module before the one that imports it has come. */
function preload(href: string) {
  if (document.querySelector(`link[href="${href}"]`)) return
  const link = document.createElement('link')
  Object.assign(link, { rel: 'modulepreload', href })
  document.head.append(link)
}

async function wake(element: HTMLElement) {
  const { island = '', props = '{}', prefix = '', slot } = element.dataset
  const [script = '', ...needed] = addresses()[island] ?? []
  needed.forEach(preload)
  const [{ hydrate }, view] = await Promise.all([
    import('./hydrate'),
    import(/* @vite-ignore */ script) as Promise<{ default: View }>,
  ])
  asDrawn(element)
  hydrate(element, view.default, JSON.parse(props) as Record<string, unknown>, prefix, slot !== undefined)
}

/** Wakes each widget once it is near the window, or at once if the page's link points at it. */
export function wakeIslands() {
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
