import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aloud, forms } from './aloud'

/** A line for each form: what is written, and what is said. A form without one does not compile. */
const lines: Record<keyof typeof forms, [written: string, said: string]> = {
  'spaces that do not break': ['2\u00a0×\u00a03', '2 by 3'],
  'a power of ten': ['The rate is 2.08 × 10⁻⁴', 'The rate is 2.08 times 10 to the minus 4'],
  'a list of indices': ['x₁,₂ and wₙ, x₁₂', 'x 1 2 and w n, x 12'],
  'a raised number': ['1 − y₂,₁²', '1 minus y 2 1 squared'],
  'e to the x': ['eˣ', 'e to the x'],
  transposed: ['∂L/∂y · wᵀ^(⊤)', 'd L by d y times w transposed transposed'],
  'a power': ['x^2 + x^3 + x^-1 + x^(n)', 'x squared plus x cubed plus x to the minus 1 plus x to the n'],
  'a power of more': ['2^(x+1)', '2 to the power of open bracket x plus 1 close bracket'],
  'a rate': ['∂L/∂x₁,₁ = ∂y/∂x', 'd L by d x 1 1 equals d y by d x'],
  differential: ['∂L by ∂w', 'd L by d w'],
  gradient: ['∇f', 'the gradient of f'],
  sum: ['Σ_d x', 'the sum over d x'],
  root: ['√x', 'the square root of x'],
  'a letter of Greek': ['Δx = π', 'delta x equals pi'],
  infinity: ['∞', 'infinity'],
  'where it holds': ['dy · [x > 0]', 'dy times 1 where x is above 0 and 0 elsewhere'],
  'an absolute value': ['|x|', 'the absolute value of x'],
  'a function': ['h = max(0, a) + sin(x)', 'h equals the maximum of 0, a plus the sine of x'],
  'a number in brackets': ['(−1) · 0.4', 'minus 1 times 0.4'],
  'a shape': ['(2 × 3) · (3 × 2) → 2 × 2', '2 by 3 times 3 by 2 comes to 2 by 2'],
  entrywise: ['a ⊙ b', 'a times, entry by entry, b'],
  'outer product': ['a ⊗ b', 'a outer product b'],
  'at least': ['x ≥ 0', 'x is at least 0'],
  'at most': ['x ≤ 0', 'x is at most 0'],
  above: ['x > 0', 'x is above 0'],
  below: ['x < 0', 'x is below 0'],
  unequal: ['x ≠ 0', 'x is not 0'],
  about: ['0.8 · 1.6 ≈ 1.28', '0.8 times 1.6 is about 1.28'],
  equals: ['y = 2', 'y equals 2'],
  'comes to': ['1 → 2', '1 comes to 2'],
  'sizes beside each other': ['4 × 4', '4 by 4'],
  times: ['2 · 3 * 4', '2 times 3 times 4'],
  over: ['1/x', '1 over x'],
  plus: ['1 + 2', '1 plus 2'],
  minus: ['3x - 1, x-1, −2, one-hot', '3 x minus 1, x minus 1, minus 2, one-hot'],
  'not known': ['? · 0 = ?', 'unknown times 0 equals unknown'],
  dots: ['1 + … + n', '1 plus and so on plus n'],
  opening: ['(a + b)c', 'open bracket a plus b close bracket c'],
  closing: ['2(a + b)', '2 open bracket a plus b close bracket'],
  'a factor in front of a name': ['2x', '2 x'],
  'an index of a typed name': ['x1^2 + 2x2', 'x 1 squared plus 2 x 2'],
  'the product of the book': ['forward, y = xw', 'forward, y equals x w'],
  'what is not said': ['a ⋄ b', 'a b'],
  spaces: [' a  b , c', 'a b, c'],
}

test.each(Object.entries(lines))('%s', (_, [written, said]) => {
  expect(aloud(written)).toBe(said)
})

test('a sentence in words stays as it is', () => {
  for (const sentence of [
    'the gradient of L by z equals the gradient of L by p times c, entry by entry',
    'y is minus the logarithm of p at the right class, where t is 1; each row is the one-hot row t',
    'The product of two matrices: 0.825 times 0.99 is about 1.2.',
  ])
    expect(aloud(sentence)).toBe(sentence)
})

const sign = fc.constantFrom(...'∂∇Σ√Δπ∞·×⊙≈=→≤≥<>+−-*/^()[]|\\{}_₁₂ᵢ²⁻⁵ᵀ…?.,x1wy', 'sin(', 'max(', ' ')

test('whatever is written, only words, letters and numbers are said, and saying them again changes nothing', () => {
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 24 }), (signs) => {
      const said = aloud(signs.join(''))
      expect(said).toMatch(/^[\p{Ll}\p{Lu}\d\s.,:;'’-]*$/u)
      expect(said).not.toMatch(/[Α-ω]/u)
      expect(aloud(said)).toBe(said)
    }),
    { numRuns: 300, seed: 7 },
  )
})
