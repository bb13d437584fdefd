import { expect, it } from 'vitest'
import { random, tensor, transpose, matmul, type Tensor } from '@/autodiff'
import { options, start, type Factor } from './blanks'
import { product } from './product'

const numbers = (next: () => number, rows: number, columns: number) =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, () => Math.floor(3 * next())))
const rows = (of: Tensor) => JSON.stringify(of.toArray())

it('what is said of two factors holds, at any size and where numbers fit by chance', () => {
  const next = random(5)
  for (let run = 0; run < 60; run++) {
    const [N, D, M] = [0, 1, 2].map(() => 1 + Math.floor(3 * next())) as [number, number, number]
    const [x, dy] = [numbers(next, N, D), numbers(next, N, M)]
    const of = { ...start, x, dy, d: 1, m: 1 }
    const dw = matmul(transpose(tensor(x)), tensor(dy))
    const plain = { x: tensor(x), dy: tensor(dy) }
    const factors = options.left.filter((name): name is 'x' | 'dy' | 'xT' | 'dyT' => !name.startsWith('w'))
    const value = (name: (typeof factors)[number]) =>
      name.endsWith('T') ? transpose(plain[name.slice(0, -1) as 'x' | 'dy']) : plain[name as 'x' | 'dy']
    for (const left of factors)
      for (const right of factors) {
        const says = product(of, left satisfies Factor, right satisfies Factor).says
        const [a, b] = [value(left), value(right)]
        const where = `${left} ${right} at ${JSON.stringify({ x, dy })}: ${says}`
        if (a.shape[1] !== b.shape[0]) {
          expect(says, where).toMatch(/^The shapes clash/)
          continue
        }
        const made = matmul(a, b)
        const claims = {
          'Yes: ': rows(made) === rows(dw) && left === 'xT' && right === 'dy',
          'Layout: ': rows(transpose(made)) === rows(dw) && rows(made) !== rows(dw),
          'Wrong shape: ': String(made.shape) !== String(dw.shape),
          'Wrong values: ': String(made.shape) === String(dw.shape) && rows(made) !== rows(dw),
          'By chance: ': rows(made) === rows(dw) && (left !== 'xT' || right !== 'dy'),
        }
        const [, holds] = Object.entries(claims).find(([words]) => says.startsWith(words)) ?? []
        expect(holds, where).toBe(true)
      }
  }
})
