import type { ComponentType } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'
import { random } from '@/autodiff'
import { resize, type Layer } from '@/topics/linear-layer/model'
import { statements } from './read'
import { randomState } from './states'

type Spec = Parameters<typeof randomState>[0]
const seen = vi.hoisted(() => ({ spec: undefined as Spec | undefined }))

vi.mock('@/figure/state/fields', async (original) => {
  const { drawn } = await import('./states')
  return drawn(await original())
})
vi.mock('@/figure/state/useFigure', async (original) => {
  const actual = await original<{ useFigure: (props: object, spec: Spec) => object }>()
  return {
    ...actual,
    useFigure(props: object, spec: Spec) {
      seen.spec ??= spec
      return actual.useFigure(props, spec)
    },
  }
})

type Demo = { name: string; props: { id: string; start?: object } }
const demos = import.meta.glob<{ demos: Demo[] }>('/src/widgets/*/demos.tsx', { eager: true })
const views = import.meta.glob<{ default: ComponentType<Demo['props']> }>('/src/widgets/*/View.tsx', {
  eager: true,
})

const cases = Object.entries(views).flatMap(([file, { default: View }]) =>
  (demos[file.replace('View.tsx', 'demos.tsx')]?.demos ?? []).map((demo) => ({
    ...demo,
    widget: file.split('/').at(-2) ?? '',
    View,
  })),
)
/** Random states of each demo; a figure has about four. `STATES=200 npx vitest run src/app/truth` looks longer. */
const states = Number(process.env.STATES ?? 24)

const draw = (View: ComponentType<Demo['props']>, props: Demo['props']) => {
  seen.spec = undefined
  const html = renderToStaticMarkup(<View {...props} />)
  return { html, spec: seen.spec as Spec | undefined }
}

/** The figures of the layer at other sizes too. */
function resized(state: object, next: () => number): object {
  if (!('x' in state && 'w' in state && 'c' in state && 't' in state)) return state
  const size = () => 1 + Math.floor(next() * 4)
  return resize(state as Layer, { N: size(), D: size(), M: size() })
}

/** What is false in a figure, over its first state and random ones. */
function falsehoods({ widget, name, props, View }: (typeof cases)[number]): string[] {
  const next = random([...`${widget}${name}`].reduce((sum, c) => sum * 31 + c.charCodeAt(0), 7) % 2 ** 31)
  const first = draw(View, props)
  const found = (html: string, at: object) =>
    statements(html)
      .filter(({ holds }) => holds === false)
      .map(({ text }) => `${text}  ${JSON.stringify(at)}`)
  const { spec } = first
  const all = found(first.html, props)
  if (!spec) return all
  const start = { ...spec.start, ...props.start }
  for (let k = 0; k < states; k++) {
    const other = next() < 0.5 ? resized(start, next) : start
    const drawnState = { ...randomState(spec, { ...start, ...other }, next) }
    if (spec.check?.(drawnState as never)) continue
    all.push(...found(draw(View, { ...props, start: drawnState }).html, drawnState))
  }
  return all
}

describe('what a figure prints is true', () => {
  it.each(cases)('$widget, $name', (demo) => {
    expect(falsehoods(demo)).toEqual([])
  })
})
