import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { Says } from '@/figure/frame'
import { lessons } from '../pages'
import { placed, shownAt, textOf } from './shown'

type Spec = Parameters<typeof shownAt>[1]
const seen = vi.hoisted(() => ({ spec: undefined as unknown }))

vi.mock('@/figure/state/useFigure', async (original) => {
  const actual = await original<{ useFigure: (props: object, spec: object) => object }>()
  return {
    ...actual,
    useFigure(props: object, spec: object) {
      seen.spec ??= spec
      return actual.useFigure(props, spec)
    },
  }
})

function specOf({ View, props }: ReturnType<typeof placed>): Spec {
  seen.spec = undefined
  renderToStaticMarkup(<View {...props} />)
  return seen.spec as Spec
}

/** The numbers of a text, as figures write them. */
const numbers = (text: string) => text.match(/−?\d+(?:,\d{3})*(?:\.\d+)?/g) ?? []

const states = lessons.flatMap(({ chapter, figure, states: all }) =>
  all.map((state) => ({ chapter, figure, ...state })),
)

test.each(states)('$figure, “$name”: the figure says what the teacher is told', (state) => {
  const figure = placed(state.chapter, state.figure)
  const { text } = shownAt(figure, specOf(figure), state.at)
  if (process.env.SHOW) console.log(`${state.figure}?${state.at}\n${text}\n`)
  expect(text).toContain(textOf(renderToStaticMarkup(<Says text={state.says} />)))
  const shown = new Set(numbers(text))
  const told = numbers(textOf(renderToStaticMarkup(<Says text={state.look ?? ''} />)))
  expect(told.filter((number) => !shown.has(number))).toEqual([])
})

test('the states of a figure differ', () => {
  for (const { chapter, figure, states: all } of lessons) {
    const there = placed(chapter, figure)
    const spec = specOf(there)
    const links = all.map(({ at }) => JSON.stringify(shownAt(there, spec, at).state))
    expect(new Set(links).size, figure).toBe(links.length)
  }
})
