import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jacrev, matmul, reshape, softmax, tensor, transpose, type Tensor } from '@/autodiff'
import { formats, type FormatName } from '@/topics/memory/model'
import { model, most, rows, start, type State } from './model'

const states: fc.Arbitrary<State> = fc.record({
  N: fc.integer({ min: 1, max: most.N }),
  D: fc.integer({ min: 1, max: most.D }),
  format: fc.constantFrom(...(Object.keys(formats) as FormatName[])),
})

describe('the bytes of a head', () => {
  it('are those of tensors that the core really makes, at small sizes', () => {
    for (const [N, D] of [[2, 3], [4, 2]] as const) {
      const table = (k: number) => tensor(Array.from({ length: N }, (_, i) => Array.from({ length: D }, (__, j) => Math.sin(1 + i + 3 * j + k))))
      const [Q, K, V] = [table(0), table(1), table(2)]
      const A = softmax(matmul(Q, transpose(K)), { axis: 1 })
      const J = jacrev((of: Tensor) => matmul(softmax(matmul(Q, transpose(of)), { axis: 1 }), V))(K)
      const found = rows({ N, D, format: 'float64' })
      expect([found.Q.count, found.KV.count, found.y.count, found.A.count, found.J.count].map(Number)).toEqual([Q.size, K.size + V.size, matmul(A, V).size, A.size, J.size])
      expect(Number(found.ell.count)).toBe(reshape(Q, [N, D]).shape[0])
    }
  }) // prettier-ignore

  it('are exact at any size, and the sentence gives what is kept and what is not', () => {
    fc.assert(
      fc.property(states, (state) => {
        const { rows: all, kept, says, decades } = model(state)
        for (const { count, bytes } of all) expect(bytes).toBe(count * formats[state.format].bytes)
        expect(kept).toBe(4n * BigInt(state.N) * BigInt(state.D) * formats[state.format].bytes)
        expect(says).not.toMatch(/NaN|undefined/)
        for (const { bytes } of all) expect(Number(bytes)).toBeLessThanOrEqual(10 ** decades)
      }),
      { seed: 1 },
    )
  })

  it('say of 128k tokens what the chapter says', () => {
    const { says } = model(start)
    expect(says).toBe(
      'Q, K, V and {y} take 128 MiB together. The weights are one matrix A of 32 GiB, 256 times as much; it fits in a GPU of 80 GB, not in a GPU of 24 GB. Made again on the way back, they need 256 KiB instead: one number ℓ for each row.',
    )
    expect(rows(start).J.counts[0]).toBe('512 TiB')
    expect(model({ ...start, N: 64 }).says).toMatch(
      /A of 8 KiB, and the rest 8 times as much; it fits in a phone/,
    )
  })
})
