import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { distance } from '../check/distance.ts'
import { einsum, grad, matmul, outer, random, reshape, ShapeError, sum, tensor, transpose } from '../index.ts'
import type { Tensor } from '../index.ts'
import { offsets, sizeOf, stridesOf } from '../core/shape.ts'

const draw = (seed: number, shape: readonly number[]): Tensor => {
  const next = random(seed)
  return reshape(Float64Array.from({ length: sizeOf(shape) }, next), shape)
}

/** The definition, letter by letter. */
function byLetters(terms: readonly string[], out: string, xs: readonly Tensor[]): Tensor {
  const lengths = new Map(
    terms.flatMap((term, k) => [...term].map((c, axis) => [c, xs[k]?.shape[axis] ?? NaN])),
  )
  const letters = [...lengths.keys()]
  const all = [...lengths.values()]
  const along = (term: string): number[] => {
    const strides = stridesOf([...term].map((c) => lengths.get(c) ?? NaN))
    return offsets(
      all,
      letters.map((letter) => strides.reduce((t, s, axis) => (term[axis] === letter ? t + s : t), 0)),
    )
  }
  const shape = [...out].map((c) => lengths.get(c) ?? NaN)
  const total = new Float64Array(sizeOf(shape))
  const reads = terms.map(along)
  for (const [n, at] of along(out).entries())
    total[at] = (total[at] ?? NaN) + xs.reduce((p, x, k) => p * (x.data[reads[k]?.[n] ?? NaN] ?? NaN), 1)
  return reshape(total, shape)
}

const letter = fc.constantFrom('a', 'b', 'c', 'd')
const term = fc.string({ unit: letter, maxLength: 3 })

test('any subscripts give the sum of products that they say, and its gradient', () => {
  const holds = (terms: string[], pick: number, seed: number): void => {
    const lengths: Record<string, number> = { a: seed % 3, b: 2, c: 3, d: 1 }
    const shapes = terms.map((each) => [...each].map((c) => lengths[c] ?? NaN))
    const xs = shapes.map((shape, k) => draw(seed + k, shape))
    const out = [...new Set(terms.join(''))].filter((_, k) => (pick >> k) % 2).join('')
    const text = `${terms.join(',')}->${out}`
    expect(distance(einsum(text, ...xs), byLetters(terms, out, xs)), text).toBeLessThan(1e-12)
    // Linear in each operand: the gradient of its sum, times the operand, is the sum.
    const total = (...ys: Tensor[]): Tensor => sum(einsum(text, ...ys))
    for (const [k, x] of xs.entries()) {
      const g = grad(total, k as 0)(...xs)
      expect(g.shape).toEqual(x.shape)
      const once = byLetters(['a', 'a'], '', [reshape(g, [g.size]), reshape(x, [x.size])])
      expect(distance(once, total(...xs)), text).toBeLessThan(1e-12)
    }
  }
  const terms = fc.array(term, { minLength: 1, maxLength: 4 })
  fc.assert(fc.property(terms, fc.nat(15), fc.nat(1000), holds), { numRuns: 300, seed: 1 })
})

describe('as in NumPy', () => {
  const [x, w] = [draw(1, [2, 3]), draw(2, [3, 4])]
  test('the output may be left out', () => {
    expect(einsum('nd,dm', x, w).toArray()).toEqual(transpose(matmul(x, w)).toArray())
    expect(einsum('ij,jk', x, w).toArray()).toEqual(matmul(x, w).toArray())
    expect(einsum('ba', x).toArray()).toEqual(transpose(x).toArray())
    expect(
      einsum('ii', [
        [1, 2],
        [3, 4],
      ]).item(),
    ).toBe(5)
  })
  test('spaces say nothing, and an operand may be a number', () => {
    expect(einsum(' i , j -> i j ', [1, 2], [3, 4]).toArray()).toEqual(outer([1, 2], [3, 4]).toArray())
    expect(einsum(',i->i', 2, [3, 4]).toArray()).toEqual([6, 8])
  })
  test('a type is kept, and long sums are made in double precision', () => {
    const single = tensor(new Float32Array(1000).fill(0.1))
    expect(einsum('i->', single).dtype).toBe('float32')
    expect(einsum('i->', single).item()).toBe(Math.fround(Math.fround(0.1) * 1000))
    expect(einsum('i,->i', single, 2).dtype).toBe('float32')
  })
})

test.each<[string, string | number, number[][], string]>([
  [
    'lengths',
    'nd,dm->nm',
    [
      [2, 3],
      [2, 4],
    ],
    'einsum: (2×3) and (2×4): d: 3 ≠ 2',
  ],
  ['a diagonal of no square', 'ii->i', [[2, 3]], 'einsum: (2×3): i: 2 ≠ 3'],
  ['axes', 'nd,dm->nm', [[2, 3], [3]], '“dm” is for 2 axes, and operand 2 is (3)'],
  ['operands', 'nd,dm->nm', [[2, 3]], '“nd,dm->nm” is for 2 operands, not 1'],
  ['no operand', '->', [], 'is for 1 operand, not 0'],
  ['a letter from nowhere', 'nd->nz', [[2, 3]], 'z stands in the output, and in no operand'],
  ['a letter twice', 'nd->nn', [[2, 3]], 'n stands twice in the output'],
  ['another sign', 'n.d', [[2, 3]], '“.” in “n.d” is no letter'],
  ['two arrows', 'n->n->n', [[2]], 'more than one arrow'],
  ['no text', 6, [[2]], "its subscripts are a text, such as 'nd,dm->nm'"],
])('what does not fit is said: %s', (_, subscripts, shapes, sentence) => {
  const run = (): Tensor => einsum(subscripts as string, ...shapes.map((shape) => draw(1, shape)))
  expect(run).toThrow(ShapeError)
  expect(run).toThrow(sentence)
})
