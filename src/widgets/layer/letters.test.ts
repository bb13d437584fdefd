import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matmul, nth, random, tensor, transpose, type Tensor } from '@/autodiff'
import { layerLetters } from '@/figure/pure'
import { handout, resize } from '@/topics/linear-layer/model'
import { lies } from './inLetters'
import { laidCards, type Laid } from './laid'
import { model, type State } from './model'
import { sentence } from './words'

const size = fc.integer({ min: 1, max: 4 })
const states = fc
  .record({ N: size, D: size, M: size, seed: fc.integer({ min: 1, max: 1e6 }) })
  .map(({ seed, ...sizes }): State => {
    const next = random(seed)
    const { x, w, c } = resize(handout, sizes)
    const drawn = (of: State['x']) => of.map((row) => row.map(() => 4 * next() - 2))
    const at = { mode: 'reverse', step: 99, by: 'w', row: 0, column: 0, shown: 'these' } as const
    return { ...at, x: drawn(x), w: drawn(w), c: drawn(c) }
  })

describe.each(layerLetters)('the network in the letters of %s', (letters) => {
  const seen = ({ card, values, turned }: Laid): Tensor => {
    const of = tensor(values)
    return lies(card.of, letters) === turned ? of : transpose(of)
  }
  it('has at each product of the layer factors that make what it makes, in either mode', () => {
    fc.assert(
      fc.property(
        states,
        fc.constantFrom('reverse', 'forward'),
        fc.constantFrom('x', 'w'),
        (at, mode, by) => {
          const { steps } = model({ ...at, mode: mode as State['mode'], by: by as 'x' | 'w' })
          const products = steps.filter(
            ({ kind, at: node, factors }) => kind !== 'given' && node === 'y' && factors.length === 2,
          )
          expect(products).toHaveLength(mode === 'reverse' ? 3 : 1)
          for (const step of products) {
            const [left, right] = laidCards(step, letters).map(seen)
            const { result } = step
            if (!left || !right || !result) throw new Error('a product has two factors and a result')
            const made = seen({ card: result, values: result.values, turned: false })
            const found = matmul(left, right)
            expect(found.shape).toEqual(made.shape)
            found.data.forEach((value, k) => expect(value).toBeCloseTo(nth(made.data, k), 9))
          }
        },
      ),
      { numRuns: 40 },
    )
  })

  it('says what the layer sends back as its product has it', () => {
    const { x, w, c } = resize(handout, { N: 2, D: 2, M: 3 })
    const state: State = { x, w, c, mode: 'reverse', step: 0, by: 'w', row: 0, column: 0, shown: 'these' }
    const said = model(state).steps.flatMap((step, k) => {
      const scene = model({ ...state, step: k })
      if (step.to !== 'x' && step.to !== 'w') return []
      const text = sentence({ ...state, step: k }, scene, letters)
      const [side] = /right|left/.exec(text) ?? []
      const [left] = laidCards(step, letters)
      expect(side).toBe(left?.card.of === 'y' ? 'right' : 'left')
      const turned = laidCards(step, letters).filter((factor) => factor.turned)
      expect(text.match(/transpose/g) ?? []).toHaveLength(turned.length)
      return [text]
    })
    expect(said).toHaveLength(2)
  })
})
