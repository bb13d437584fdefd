import { expect, test } from 'vitest'
import { withNumbers } from './chapters'
import { newDrawing, numberFigure, resolveMarks, targetMark, type Target } from './drawing'

const chapters = [
  { path: '/slope/', number: 1 },
  { path: '/linear-layer/', number: 6 },
]

test('a text names a chapter, and gets its number', () => {
  expect(withNumbers('By the method of chapter {linear-layer}.', chapters, 'here')).toBe(
    'By the method of chapter 6.',
  )
  expect(() => withNumbers('See chapter {layers}.', chapters, 'content/x/')).toThrow(
    'content/x/: there is no chapter “layers”',
  )
})

const elsewhere = (to: string): Target | undefined =>
  ({
    slope: { href: '/slope/', words: 'chapter 1' },
    nudge: { href: '/slope/#nudge', words: 'Figure 1.1' },
  })[to]

test('a reference reaches figures of its page, of another one, and chapters; a wrong one says what there is', () => {
  const drawing = newDrawing({ path: '/linear-layer/', number: 6 })
  numberFigure(drawing, 'fold')
  const at = (to: string) =>
    resolveMarks(
      `${targetMark('href', to)} ${targetMark('words', to)} ${targetMark('Words', to)}`,
      drawing,
      elsewhere,
    )
  expect(at('fold')).toBe('#fold Figure 6.1 Figure 6.1')
  expect(at('nudge')).toBe('/slope/#nudge Figure 1.1 Figure 1.1')
  expect(at('slope')).toBe('/slope/ chapter 1 Chapter 1')
  expect(() => at('nobody')).toThrow('/linear-layer/: no figure or chapter “nobody”; the page has fold')
})
