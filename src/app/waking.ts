import type { ComponentType } from 'react'
import { asDrawn } from './asDrawn'

type Props = Record<string, unknown>
/** Some are drawn with what they fetch only when it is wanted: they have that before they wake. */
type View = ComponentType<Props> & { before?: (props: Props) => Promise<void> | undefined }

/** Of each widget of this page the address of its script, and of all that the script imports; the build writes them. */
let addresses: Record<string, string[]> | undefined
const addressesOf = (page: Document) =>
  JSON.parse(page.getElementById('widgets')?.textContent ?? '{}') as Record<string, string[]>

/** Widgets of another page, of which parts have come into this one, can be woken here too. */
export const knowWidgets = (page: Document) =>
  (addresses = { ...addressesOf(page), ...(addresses ?? addressesOf(document)) })

/** Asks for a module before the one that imports it has come. */
function preload(href: string) {
  if (document.querySelector(`link[href="${href}"]`)) return
  const link = document.createElement('link')
  Object.assign(link, { rel: 'modulepreload', href })
  document.head.append(link)
}

async function load(island: string) {
  addresses ??= addressesOf(document)
  const [script = '', ...needed] = addresses[island] ?? []
  needed.forEach(preload)
  return Promise.all([
    import('./hydrate'),
    import(/* @vite-ignore */ script) as Promise<{ default: View }>,
  ] as const)
}

/** What helps when a script does not come; it comes with the first one, before there can be trouble with a later one. */
let help: Promise<typeof import('./trouble')> | undefined

/** Wakes one widget, wherever it stands. */
export async function wakeIsland(element: HTMLElement) {
  const { island = '', props = '{}', prefix = '', slot } = element.dataset
  help ??= import('./trouble')
  const coming = load(island)
  coming.catch(() => undefined)
  const { insist } = await help
  const [{ hydrate }, view] = await insist(element, coming, () => load(island))
  const given = JSON.parse(props) as Props
  await view.default.before?.(given)
  asDrawn(element)
  hydrate(element, view.default, given, prefix, slot !== undefined)
}

/** Not even that came: the page is one without a script (early.ts). */
const giveUp = () => void document.documentElement.classList.replace('js', 'unscripted')

const islands = () => document.querySelectorAll<HTMLElement>('[data-island]')

/** Wakes every widget of the page, wherever it stands. */
export function wakeAll() {
  for (const element of islands()) wakeIsland(element).catch(giveUp)
}

/** Wakes each widget once it is near the window, or at once if the page's link points at it. */
export function wakeIslands() {
  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue
        near.unobserve(target)
        wakeIsland(target as HTMLElement).catch(giveUp)
      }
    },
    { rootMargin: '600px' },
  )
  for (const element of islands()) near.observe(element)
}
