import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inFull, num, readBack } from './format'
import { onPage, result, written } from './equation'

const number = fc.double({ min: -1000, max: 1000, noNaN: true })

describe('a printed number is read back', () => {
  test.each([
    ['−1.25', -1.25],
    ['2.2 × 10⁻¹⁶', 2.2e-16],
    ['−3 × 10⁸', -3e8],
    ['undefined', NaN],
  ])('%s', (text, value) => expect(readBack(text)).toBe(value))

  test('as what it says, whatever was printed', () =>
    fc.assert(
      fc.property(number, (value) => {
        const size = Math.max(Math.abs(value), Number.MIN_VALUE)
        expect(Math.abs(onPage(value) - value) / size).toBeLessThan(5.1e-3)
      }),
    ))
})

describe('a printed equation', () => {
  test('says = where a calculator gives the result, some digits longer if need be', () => {
    expect(
      written(
        [
          [0.5, 1.2],
          [-1, 0.4],
          [2, -0.7],
        ],
        -1.2,
      ).whole,
    ).toBe('0.5 · 1.2 + (−1) · 0.4 + 2 · (−0.7) = −1.2')
    expect(written([[0.35, 1.283]], 0.35 * 1.283).whole).toBe('0.35 · 1.283 = 0.44905')
    expect(
      written(
        [
          [0.1, 3],
          [-0.3, 1],
        ],
        0.1 * 3 - 0.3,
      ).whole,
    ).toBe('0.1 · 3 + (−0.3) · 1 = 0')
  })

  test('says ≈ where the factors had more digits than are printed', () => {
    expect(written([[1.0579, 0.5]], 1.0579 * 0.5, 3).whole).toBe('1.06 · 0.5 ≈ 0.529')
    expect(written([[1.28339, 0.2]], 1.28339 * 0.2).spoken).toBe('1.283 times 0.2 is about 0.2567')
  })

  test('holds for any numbers: = is exact for what is printed, and ≈ is said of nothing that is', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(number, number), { minLength: 1, maxLength: 4 }), (products) => {
        const total = products.reduce((sum, [a, b]) => sum + a * b, 0)
        const { sign, text, left } = written(products, total)
        expect(sign === '=').toBe(inFull(left, text))
        expect(result(left, left).sign === '≈').toBe(!inFull(left, num(left, 7)))
      }),
    ))
})
