import type { ComponentType } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { fromLink, type Readable } from '@/figure/state'
import { render } from '../server'

type Props = { id: string; start?: object }
type Spec = Readable<object> & { start: object }
/** A figure as it stands in its chapter: its widget, and what it was given. */
type Placed = { View: ComponentType<Props>; props: Props }

const views = import.meta.glob<{ default: ComponentType<Props> }>('/src/widgets/*/View.tsx', { eager: true })

const entities = { '&quot;': '"', '&amp;': '&', '&lt;': '<', '&gt;': '>', '&#39;': "'" }
const plain = (text: string) =>
  text.replace(/&\w+;|&#39;/g, (entity) => entities[entity as keyof typeof entities] ?? entity)

/** The figure of a chapter, from the page that the book makes of it. */
export function placed(chapter: string, figure: string): Placed {
  const { html } = render({ path: `/${chapter}/`, kind: 'chapter' })
  for (const [, widget = '', props = ''] of html.matchAll(
    / data-island="([\w-]+)"[^>]*? data-props="([^"]*)"/g,
  )) {
    const given = JSON.parse(plain(props)) as Props
    const View = views[`/src/widgets/${widget}/View.tsx`]?.default
    if (given.id === figure && View) return { View, props: given }
  }
  throw new Error(`chapter “${chapter}” has no figure “${figure}”`)
}

/** HTML as its reader sees it: no half of a formula that only the ear gets, one space where there are any. */
export const textOf = (html: string) =>
  plain(
    html
      .replace(/<math[^]*?<\/math>/g, '')
      .replace(
        /<(?:p|div|li|dt|dd|td|th|tr|output|label|text|button|span class="(?:cell|head)[^>]*)[^>]*>/g,
        ' ',
      )
      .replace(/<[^>]*>/g, ''),
  )
    .replace(/[\s\u00a0\u2060\u202f]+/g, ' ')
    .trim()

/** What a figure shows in a state, given as a link has it; a link that it would refuse is an error. */
export function shownAt({ View, props }: Placed, spec: Spec, at: string): { state: object; text: string } {
  const start = { ...spec.start, ...props.start }
  const link = `#${props.id}?v=1&${encodeURI(at).replaceAll('+', '%2B')}`
  const found = fromLink(link, props.id, start, spec)
  if (!found || 'error' in found) throw new Error(found?.error ?? `“${link}” is no link to ${props.id}`)
  return { state: found.state, text: textOf(renderToStaticMarkup(<View {...props} start={found.state} />)) }
}
