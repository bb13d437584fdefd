import { describe, expect, test } from 'vitest'
import { handout, pass, resize, type LossName, type Sizes } from '@/topics/linear-layer/model'
import { model, type State } from './model'

const at = (by: 'x' | 'w', loss: LossName = 'weighted', of: Sizes = { N: 2, D: 2, M: 3 }): State => ({
  ...resize(handout, of),
  loss,
  by,
})
const lengths = [1, 2, 4]
const allSizes = lengths.flatMap((N) => lengths.flatMap((D) => lengths.map((M) => ({ N, D, M }))))

describe.each(['x', 'w'] as const)('the gradient by %s', (by) => {
  test.each(['weighted', 'squared', 'softmax'] as const)(
    'both roads and central differences meet, %s loss, at every size',
    (loss) => {
      for (const of of allSizes) {
        const state = at(by, loss, of)
        const { explicit, short, apart, witness, blurred } = model(state)
        const wanted = pass(state)[`d${by}`]
        expect(short.gradient).toEqual(wanted)
        expect(explicit.gradient.length).toBe(wanted.length)
        expect(apart.value).toBeLessThan(1e-14)
        expect(witness.value).toBeLessThan(1e-8)
        expect(blurred).toBeUndefined()
      }
    },
  )

  test('each entry of the Jacobian is the number it is said to repeat, or zero', () => {
    for (const of of allSizes) {
      const state = at(by, 'weighted', of)
      const scene = model(state)
      const entries = scene.blocks.flat().flatMap((block) => block.entries.flat())
      expect(entries.length).toBe(scene.explicit.built)
      expect(entries.filter(({ sym }) => sym === undefined).length).toBe(scene.zeros)
      for (const { value, sym } of entries) {
        const [name, i, j] = sym?.split('.') ?? []
        const source = name === 'w' ? state.w : state.x
        expect(value).toBe(sym === undefined ? 0 : source[Number(i) - 1]?.[Number(j) - 1])
      }
    }
  })
})

test('the explicit road for x at N=2, D=2, M=3 builds 24 numbers, half of them zero', () => {
  const { explicit, short, zeros } = model(at('x'))
  expect(explicit).toMatchObject({ built: 24, products: 24 })
  expect(short).toMatchObject({ built: 0, products: 12 })
  expect(zeros).toBe(12)
})

test('the explicit road for w at N=2, D=2, M=3 builds 36 numbers, two thirds of them zero', () => {
  const { explicit, zeros } = model(at('w'))
  expect(explicit).toMatchObject({ built: 36, products: 36 })
  expect(zeros).toBe(24)
})

test('central differences of the weighted sum are its gradient in the handout', () => {
  const [row] = model({ ...handout, by: 'x' }).nudged
  expect(row?.[0]).toBeCloseTo(-1.2, 9)
  expect(row?.[1]).toBeCloseTo(1.95, 9)
})

test('large numbers are compared as shares of the largest entry', () => {
  const state: State = {
    ...at('x'),
    c: [
      [1e6, -1e6, 1e6],
      [1e6, 1e6, -1e6],
    ],
  }
  const { apart, witness } = model(state)
  expect(apart).toMatchObject({ relative: true })
  expect(apart.value).toBeLessThan(1e-15)
  expect(witness).toMatchObject({ relative: true })
  expect(witness.value).toBeLessThan(1e-8)
})

const huge = [
  [1e6, -1e6],
  [1e6, 1e6],
]
const steep = [
  [1e6, 1e6, -1e6],
  [0, 1e-6, 1e6],
]

test('at the largest numbers that a cell takes nothing is NaN or infinite', () => {
  for (const loss of ['weighted', 'squared', 'softmax'] as const)
    for (const by of ['x', 'w'] as const) {
      const { nudged, witness, apart } = model({ ...at(by, loss), x: huge, w: steep })
      for (const value of [...nudged.flat(), witness.value, apart.value])
        expect(Number.isFinite(value)).toBe(true)
    }
})

test('central differences that are far off say why', () => {
  const x = [
    [1e6, 2],
    [1, 3],
  ]
  const c = [
    [1e6, 1e6, 0],
    [1, 1, 1],
  ]
  expect(model({ ...at('x'), x, c }).blurred).toBe('rounding')
  expect(model({ ...at('x', 'softmax'), w: steep }).blurred).toBe('bend')
})
