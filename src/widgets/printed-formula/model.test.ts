import { entryOf } from '@/autodiff'
import { describe, expect, it } from 'vitest'
import { handout, pass, resize } from '@/topics/linear-layer/model'
import { checkOneExample, model, type Slip } from './model'
import { sentence } from './words'

const sized = (N: number, D: number, M: number) => model(resize(handout, { N, D, M }))

describe('the formula as printed', () => {
  it('is refused unless M = D, with the axes that clash', () => {
    expect(sized(1, 2, 3).tried).toEqual({ kind: 'refused', message: 'matmul: (1×3)·(2×1): 3 ≠ 2' })
    expect(sentence(sized(1, 2, 3))).toMatch(/3 columns meet 2 rows/)
  })

  it('has a wrong shape where M = D but not N', () => {
    const { tried } = sized(3, 2, 2)
    expect(tried.kind).toBe('shape')
    expect(sentence(sized(3, 2, 2))).toMatch(/3×3.*is 3×2/)
  })

  it('has the right shape and wrong numbers where all three agree, and says by how much', () => {
    const { tried, due } = sized(2, 2, 2)
    if (tried.kind !== 'values') throw new Error(tried.kind)
    expect(tried.off).toBeGreaterThan(0.1)
    tried.values.forEach((line, i) =>
      line.forEach((value, j) =>
        expect(tried.wrong[i]?.[j]).toBe(Math.abs(value - entryOf(due, i, j)) > 1e-9),
      ),
    )
  })

  it('admits it when the two agree by chance: x and w alike', () => {
    const square = resize(handout, { N: 2, D: 2, M: 2 })
    const chance = model({ ...square, w: square.x })
    expect(chance.tried).toMatchObject({ kind: 'values', off: 0 })
    expect(sentence(chance)).toMatch(/happen to agree/)
  })
})

const one = (slip: Slip, D: number, M: number) => model(resize(handout, { N: 1, D, M }), slip)

describe('the sum over the wrong index', () => {
  it('is refused unless x and y agree in shape; the right one is the layer itself, which is linear', () => {
    const { tried, due } = one(5, 2, 3)
    expect(tried).toEqual({ kind: 'refused', message: 'matmul: (2×3)·(2×1): 3 ≠ 2' })
    expect(due.flat()).toEqual(pass(handout).y.flat())
    expect(sentence(one(5, 2, 3))).toMatch(/3 columns meet 2 rows/)
  })

  it('has wrong numbers where the shapes agree, but for a Jacobian that is its own transpose', () => {
    expect(one(5, 2, 2).tried).toMatchObject({ kind: 'values' })
    expect(sentence(one(5, 2, 2))).toMatch(/Here D = M, .*off by/)
    expect(sentence(one(5, 1, 1))).toMatch(/happens to be right/)
  })
})

describe('the product in the wrong order', () => {
  it('is refused as soon as x has two entries; the right one is what reverse mode gives', () => {
    const { tried, due } = one(6, 2, 3)
    expect(tried).toEqual({ kind: 'refused', message: 'matmul: (3×2)·(1×3): 2 ≠ 1' })
    pass(handout).dx.forEach((line, i) =>
      line.forEach((value, j) => expect(due[i]?.[j]).toBeCloseTo(value, 12)),
    )
    expect(sentence(one(6, 2, 3))).toMatch(/2 columns meet 1 row,/)
  })

  it('has a wrong shape where x is one number, and is right where y is one too', () => {
    expect(sentence(one(6, 1, 3))).toMatch(/3×3.*1×1/)
    expect(sentence(one(6, 1, 1))).toMatch(/may change places/)
  })

  it('takes one example, and says so to a link with more', () => {
    expect(checkOneExample(handout)).toBeUndefined()
    expect(checkOneExample(resize(handout, { N: 2, D: 2, M: 3 }))).toMatch(/2 rows; .* one example/)
  })
})
