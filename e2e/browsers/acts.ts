import { expect } from '@playwright/test'
import type { Reader } from './reader'

type Act = { name: string; path: string; hash?: string; run: (reader: Reader) => Promise<void> }

const shows = (reader: Reader, selector: string, attribute?: string) =>
  expect.poll(() => reader.read(selector, attribute), { message: selector, timeout: 10_000 })

const nudge = '[id="nudge-parabola"]'
const step = '[id="step-handout"]'

/** What a reader does most: each has to work in every browser of the list. */
export const acts: Act[] = [
  {
    name: 'a slider follows the arrow keys, and its figure follows it',
    path: '/gallery/nudge/',
    run: async (reader) => {
      await reader.press(`${nudge} input[aria-label="x"]`, 'ArrowRight', 'ArrowRight')
      await shows(reader, `${nudge} input[aria-label="x, as a number"]`).toBe('1.2')
      await shows(reader, `${nudge} g[aria-label="x"]`, 'aria-valuetext').toBe('x = 1.2')
    },
  },
  {
    name: 'a slider is dragged',
    path: '/gallery/nudge/',
    run: async (reader) => {
      await reader.drag(`${nudge} input[aria-label="Δx"]`, [-120, 0])
      await shows(reader, `${nudge} input[aria-label="Δx, as a number"]`).not.toBe('0.5')
    },
  },
  {
    name: 'a point of a plot is dragged, and the sliders follow',
    path: '/gallery/nudge/',
    run: async (reader) => {
      await reader.drag(`${nudge} g[aria-label="x"]`, [-60, 0])
      await shows(reader, `${nudge} input[aria-label="x"]`).not.toBe('1')
    },
  },
  {
    name: 'a typed function counts at once, and a wrong one gets a sentence',
    path: '/gallery/nudge/',
    run: async (reader) => {
      const field = `${nudge} input[aria-label="f(x), typed"]`
      await reader.type(field, 'x^3')
      await shows(reader, field).toBe('x^3')
      await shows(reader, `${nudge} [role=math]`, 'aria-label').toContain('x cubed')
      await reader.type(field, 'x^(')
      await shows(reader, `${nudge} .notice`).not.toBe('')
    },
  },
  {
    name: 'a function is chosen from the list by keys',
    path: '/gallery/nudge/',
    run: async (reader) => {
      await reader.press(`${nudge} select`, 'ArrowDown')
      await shows(reader, `${nudge} input[aria-label="f(x), typed"]`).toBe('sin(x)')
    },
  },
  {
    name: 'a stepper goes on by its button and by the keys of its slider',
    path: '/gallery/step-through/',
    run: async (reader) => {
      const slider = `${step} input[aria-label="Step"]`
      await reader.click(`${step} button.primary`)
      await shows(reader, slider).toBe('1')
      await reader.press(slider, 'End')
      await shows(reader, slider).toBe('11')
      await shows(reader, `${step} [role=gridcell][data-sym="dx.1.1"]`, 'aria-label').not.toContain(
        'not known',
      )
    },
  },
  {
    name: 'a cell is stepped and typed by keys, and the cells that depend on it follow',
    path: '/gallery/step-through/',
    run: async (reader) => {
      const cell = `${step} [role=gridcell][data-sym="x.1.1"]`
      const follows = `${step} [role=gridcell][data-sym="y.1.1"]`
      await reader.press(cell, '5', 'Enter')
      await shows(reader, cell, 'aria-label').toContain(': 5')
      await shows(reader, follows, 'aria-label').toContain(': 5.4')
      await reader.press(cell, 'Escape')
      await shows(reader, follows, 'aria-label').toContain(': 0.6')
    },
  },
  {
    name: 'a prediction opens its answer and frees its figure',
    path: '/backprop/',
    run: async (reader) => {
      await shows(reader, '#predict-memory details', 'open').toBe('')
      await reader.click('#predict-memory label')
      await shows(reader, '#predict-memory [role=status]').toMatch(/As you predicted|Not this time/)
    },
  },
  {
    name: 'an exercise is answered by keys',
    path: '/gallery/question/',
    run: async (reader) => {
      await reader.type('#question-number-field', '-4')
      await reader.press('#question-number-field', 'Enter')
      await shows(reader, '#question-number-verdict').toContain('sign')
      await reader.type('#question-number-field', '4')
      await reader.click('#question-number button[type=submit]')
      await shows(reader, '#question-number-verdict').toContain('Right')
    },
  },
  {
    name: 'a link brings a figure to its state',
    path: '/gallery/nudge/',
    hash: '#nudge-parabola?v=1&x=-1.5',
    run: async (reader) => {
      await shows(reader, `${nudge} input[aria-label="x"]`).toBe('-1.5')
    },
  },
  {
    name: 'the theme is switched, and kept on the next page',
    path: '/about/',
    run: async (reader) => {
      const before = await reader.read('html', 'data-theme')
      await reader.click('#theme')
      await shows(reader, 'html', 'data-theme').not.toBe(before)
      const chosen = await reader.read('html', 'data-theme')
      await reader.open('/errata/')
      await shows(reader, 'html', 'data-theme').toBe(chosen)
    },
  },
  {
    name: 'a symbol that the pointer rests on explains itself in a popover',
    path: '/linear-layer/',
    run: async (reader) => {
      await reader.point('main p .katex [data-sym="x.1.2"]')
      await shows(reader, '.gloss').toContain('row 1, column 2')
    },
  },
]
