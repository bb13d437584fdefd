import { describe, expect, it } from 'vitest'
import { handout, resize } from '../linear-layer/model'
import { model } from './model'
import { sentence } from './sentence'

const sized = (N: number, D: number, M: number) => model(resize(handout, { N, D, M }))

describe('the formula as printed', () => {
  it('is refused unless M = D, with the axes that clash', () => {
    expect(sized(1, 2, 3).printed).toEqual({ kind: 'refused', message: 'matmul: (1×3)·(2×1): 3 ≠ 2' })
    expect(sentence(sized(1, 2, 3))).toMatch(/3 columns meet 2 rows/)
  })

  it('has a wrong shape where M = D but not N', () => {
    const { printed } = sized(3, 2, 2)
    expect(printed.kind).toBe('shape')
    expect(sentence(sized(3, 2, 2))).toMatch(/3×3.*is 3×2/)
  })

  it('has the right shape and wrong numbers where all three agree, and says by how much', () => {
    const { printed, dx } = sized(2, 2, 2)
    if (printed.kind !== 'values') throw new Error(printed.kind)
    expect(printed.off).toBeGreaterThan(0.1)
    printed.values.forEach((line, i) =>
      line.forEach((value, j) =>
        expect(printed.wrong[i]?.[j]).toBe(Math.abs(value - (dx[i]?.[j] ?? 0)) > 1e-9),
      ),
    )
  })

  it('admits it when the two agree by chance: x and w alike', () => {
    const square = resize(handout, { N: 2, D: 2, M: 2 })
    const chance = model({ ...square, w: square.x })
    expect(chance.printed).toMatchObject({ kind: 'values', off: 0 })
    expect(sentence(chance)).toMatch(/happen to agree/)
  })
})
