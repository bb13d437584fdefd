import { jacrev, matmul, tensor } from '@/autodiff'
import { count, jacobian } from '@/derive'
import { describe, expect, it } from 'vitest'
import { shareOf } from '@/plot/jacobianShape'
import { operations, rowOf } from './operations'

describe.each(operations)('$name', (operation) => {
  const row = rowOf(operation)

  it('has the shape of the output, then that of the input', () => {
    expect(row.shape).toMatch(/^\([^()]+\) × \([^()]+\)$/)
  })

  it('has a share that is its non-zeros among its entries, at any sizes', () => {
    const { nonzeros, entries } = jacobian(operation.text, operation.of)
    for (const sizes of [
      { N: 3, D: 5, M: 4, T: 7, C: 2, K: 3, O: 6 },
      { N: 8, D: 3, M: 2, T: 9, C: 4, K: 2, O: 5 },
    ]) {
      const of = (formula: string) => count(formula, sizes)
      const [one = '', all = '1'] = row.share === 'all' ? ['1', '1'] : row.share.split(' in ')
      expect(of(nonzeros) / of(entries)).toBeCloseTo(of(one) / of(all), 12)
    }
  })
})

it('a share is told in its lowest terms', () => {
  expect(shareOf({ nonzeros: 'D·M·N', entries: 'N·M·N·D' })).toBe('1 in N')
  expect(shareOf({ nonzeros: 'D·D·N', entries: 'N·D·N·D' })).toBe('1 in N')
  expect(shareOf({ nonzeros: 'N', entries: 'N' })).toBe('all')
  expect(shareOf({ nonzeros: '2·D·N·N - D·N', entries: 'N·N·N·D' })).toBe('2·N − 1 in N·N')
  expect(shareOf({ nonzeros: '3·N·N·N + N - 3·N·N', entries: 'N·N·N·N' })).toBe('3·N·N + 1 − 3·N in N·N·N')
})

it('the core counts as many entries that are not 0 for a product by the left', () => {
  const w = tensor([
    [1, 2, 3],
    [4, 5, 6],
  ])
  const J = jacrev((x) => matmul(x, w))(
    tensor([
      [1, 1],
      [2, 3],
      [5, 7],
      [1, 4],
    ]),
  )
  const values = [...J.data]
  expect(values.filter((value) => value !== 0).length / values.length).toBe(1 / 4)
  expect(
    operations.filter(({ name }) => name.includes('by the left')).map((one) => rowOf(one).share),
  ).toEqual(['1 in N'])
})
