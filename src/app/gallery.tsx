import type { ComponentType } from 'react'
import { at } from '@/prose/Link'
import { island } from './island'

export type Demo = { name: string; props: Record<string, unknown> & { id: string } }

const demos = import.meta.glob<{ demos: Demo[] }>('/src/widgets/*/demos.tsx', { eager: true })
const views = import.meta.glob<{ default: ComponentType<never> }>('/src/widgets/*/View.tsx', { eager: true })

const widgets = Object.entries(views).map(([file, { default: View }]) => {
  const widget = file.split('/').at(-2) ?? ''
  const states = demos[`/src/widgets/${widget}/demos.tsx`]?.demos
  if (!states?.length) throw new Error(`${file}: the widget has no demos.tsx beside it, or it lists none`)
  return { widget, states, Island: island(widget, View) }
})

const title = (widget: string) => widget.replaceAll('-', ' ').replace(/^./, (c) => c.toUpperCase())

const Index = () => (
  <>
    <p>Every figure of the book, in the states that its tests look at.</p>
    <ul className="contents">
      {widgets.map(({ widget, states }) => (
        <li key={widget}>
          <a href={at(`/gallery/${widget}/`)}>
            <span className="contents-title">{title(widget)}</span>
          </a>
          <p>{states.map(({ name }) => name).join(' · ')}</p>
        </li>
      ))}
    </ul>
  </>
)

/** The gallery: a page for the list, and one a widget, with each of its named states. */
export const demoPages = [
  {
    path: '/gallery/',
    kind: 'gallery' as const,
    title: 'Gallery',
    summary: 'Every figure of the book in its named states.',
    Content: Index,
  },
  ...widgets.map(({ widget, states, Island }) => ({
    path: `/gallery/${widget}/`,
    kind: 'gallery' as const,
    title: title(widget),
    summary: `The figure “${title(widget)}” in its named states.`,
    Content: () =>
      states.map(({ name, props }) => (
        <section key={name} aria-label={name}>
          <h2>{name}</h2>
          <Island {...props}>
            <p>{name}</p>
          </Island>
        </section>
      )),
  })),
]
