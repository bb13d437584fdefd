import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asBibtex, asText, type Cited } from './cite'

const day = new Date(2026, 10, 29)
const equation: Cited = {
  page: 'The linear layer',
  chapter: 6,
  section: { number: '6.2', title: ['The gradient by ', { plain: '∂L/∂x', tex: '\\partial L' }] },
  part: ['Equation (8)'],
  url: 'https://book.example/linear-layer/#eq-8',
}

test('a citation as text names the part, its section and its chapter, the address and the day', () => {
  expect(asText(equation, day)).toBe(
    'The authors of Nudge. Equation (8), in section 6.2, “The gradient by ∂L/∂x”, in chapter 6, “The linear layer”. In: Nudge: An Interactive Book on Derivatives, Jacobians and Backpropagation. https://book.example/linear-layer/#eq-8. Accessed 29 November 2026.',
  )
  expect(asText({ page: 'Errata', url: 'https://book.example/errata/' }, new Date(2026, 0, 2))).toBe(
    'The authors of Nudge. “Errata”. In: Nudge: An Interactive Book on Derivatives, Jacobians and Backpropagation. https://book.example/errata/. Accessed 2 January 2026.',
  )
})

test('a citation as BibTeX', () => {
  expect(asBibtex(equation, day)).toBe(`@misc{nudge-linear-layer-eq-8,
  author       = {{The authors of Nudge}},
  title        = {Equation (8)},
  howpublished = {Nudge: An Interactive Book on Derivatives, Jacobians and Backpropagation},
  year         = {2026},
  url          = {https://book.example/linear-layer/#eq-8},
  urldate      = {2026-11-29},
  note         = {Chapter 6, \`\`The linear layer'', section 6.2, \`\`The gradient by $\\partial L$''. Accessed 29 November 2026},
}
`)
  const { part: _, ...section } = equation
  expect(asBibtex(section, day)).toContain('title        = {The gradient by $\\partial L$}')
})

test('whatever stands in a title, each brace has its partner, and no sign is a command', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (page, title) => {
      const entry = asBibtex({ page, section: { number: '1', title: [title] }, url: equation.url }, day)
      const bare = entry.replace(/\\[#$%&_{}]/g, '').replace(/\\text\w+\{\}/g, '')
      expect(bare.match(/[\\$%#]/g) ?? []).toEqual(['#'])
      let depth = 0
      for (const sign of bare) {
        depth += sign === '{' ? 1 : sign === '}' ? -1 : 0
        expect(depth).toBeGreaterThanOrEqual(0)
      }
      expect(depth).toBe(0)
    }),
    { seed: 1 },
  )
})
