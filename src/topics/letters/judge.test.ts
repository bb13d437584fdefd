import { describe, expect, it } from 'vitest'
import { layerLetters } from '@/figure/pure'
import { trialsOf, type Shapes } from '@/topics/checking/draw'
import { read, type Formula } from '@/topics/checking/read'
import { conventions, conventionOf, owners } from './conventions'
import { rightElsewhere, shapesIn } from './judge'
import { gradientIn } from './translate'

const shapes: Shapes = { x: 'N×D', w: 'D×M', dy: 'N×M' }
const answers = { dx: 'dy @ w.T', dw: 'x.T @ dy' }
const formula = (text: string): Formula => {
  const found = read(text, Object.keys(shapes))
  if ('kind' in found) throw new Error(found.says)
  return found
}
const elsewhere = (text: string, of: keyof typeof answers) =>
  rightElsewhere(text, trialsOf(formula(answers[of]), shapes), shapes, 'handout', 'handout')

describe('an answer of another convention', () => {
  it('has the shapes that the table of conventions has', () => {
    for (const to of conventions) {
      const found = shapesIn({ x: 'N×D', w: 'D×M', y: 'N×M' }, 'handout', to.name)
      for (const of of owners.filter((one) => one !== 'b'))
        expect(found[to.letters[of]], `${of} in ${to.name}`).toBe(to.shapes[of])
      // And back.
      expect(shapesIn(found, to.name, 'handout')).toEqual({ x: 'N×D', w: 'D×M', y: 'N×M' })
    }
  })

  it('is told by name, for every formula that derive makes in the others', () => {
    for (const of of ['dx', 'dw'] as const)
      for (const name of layerLetters) {
        const text = gradientIn(conventionOf(name), of, 'linear').text.replace(/^.*= /, '')
        expect(elsewhere(text, of), text).toBe(name === 'handout' ? undefined : name)
      }
  })

  it('is known by a small w too, and is none where it is right nowhere', () => {
    expect(elsewhere('dy @ W', 'dx')).toBe('nn.Linear')
    expect(elsewhere('dy @ w', 'dx')).toBe('nn.Linear')
    expect(elsewhere('dy @ x.T', 'dw')).toBe('columns')
    expect(elsewhere('2 * dy @ W', 'dx')).toBeUndefined()
    expect(elsewhere('x @ dy', 'dw')).toBeUndefined()
  })
})
