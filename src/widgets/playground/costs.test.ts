import { describe, expect, it } from 'vitest'
import { nth } from '@/autodiff'
import { exactly, readLayer } from '@/derive'
import { programs } from '@/topics/programs/programs'
import { calls } from './calls'
import { costsAt, largeSizes, powers } from './costs'

const linear = 'x: N×D\nw: D×M\ny = x w'
const told = (source: string, of: string) => {
  const layer = readLayer(source)
  const counted = calls.costs({ source, of })
  return (sizes = {}, format: 'float32' | 'float8' = 'float32') =>
    costsAt(layer, counted, of, largeSizes(layer, sizes), format)
}
const at = (source: string, of: string, ...more: Parameters<ReturnType<typeof told>>) =>
  told(source, of)(...more)

describe('costs at real sizes', () => {
  it('are those of the handout for its layer: 2³⁸ bytes for ∂y/∂w, and twice the way forward for the way back', () => {
    const found = at(linear, 'w')
    if (typeof found === 'string') throw new Error(found)
    expect(found.rows[0]?.text).toEqual(['2,147,483,648 operations'])
    expect(found.rows[4]?.text).toEqual(['16 TiB', '17.59 TB'])
    expect(found.says).toMatch(/takes 2 times the operations of the way forward/)
    expect(found.nonzeros).toMatch(/1,073,741,824 of its entries may differ from 0: 0.024%/)
    const byX = at(linear, 'x')
    expect(typeof byX === 'string' ? byX : byX.rows[4]?.text).toEqual(['256 GiB', '274.9 GB'])
  })

  it.each(programs.map(({ text, by }) => [text, by] as const))(
    '%s is told for each gradient, with no NaN in it',
    (text, by) => {
      for (const of of by) {
        const count = told(text, of)
        for (const sizes of [{}, { N: 1e6, D: 1e6, M: 1e6 }, { N: 1, D: 1, M: 1, C: 1, R: 1 }]) {
          const found = count(sizes)
          if (typeof found === 'string') throw new Error(found)
          expect(JSON.stringify(found)).not.toMatch(/NaN|undefined|Infinity/)
          expect(found.rows).toHaveLength(6)
        }
      }
    },
  )

  it('follow the format, and refuse an axis that is shorter than 1', () => {
    const [four, one] = [at(linear, 'w'), at(linear, 'w', {}, 'float8')]
    if (typeof four === 'string' || typeof one === 'string') throw new Error('refused')
    expect([nth(four.rows, 3).text[0], nth(one.rows, 3).text[0]]).toEqual(['132 MiB', '33 MiB'])
    expect(at('x: T\nw: K\ny[t] = Σ_k x[t+k] w[k]', 'w', { T: 3, K: 9 })).toMatch(
      /y has an axis of length T-K\+1/,
    )
  })
})

it('a letter that stands several times is a power of the same value', () => {
  for (const [formula, short] of [
    ['2·D·D·N + N·N', '2·D²·N + N²'],
    ['N·D·N', 'N·D·N'],
    ['(T-K+1)·(T-K+1)', '(T-K+1)²'],
  ] as const) {
    expect(powers(formula)).toBe(short)
    expect(exactly(formula, { N: 2, D: 3, T: 9, K: 4 })).toBeGreaterThan(0n)
  }
})
