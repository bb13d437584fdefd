import { describe, expect, it } from 'vitest'
import { compact, entry, factor, num, settled, shapeText } from './format'

describe('numbers as the book prints them', () => {
  it('have a true minus, no −0, and powers of ten written out', () => {
    expect(num(-1.25)).toBe('−1.25')
    expect(num(-0)).toBe('0')
    expect(num(0.1 + 0.2)).toBe('0.3')
    expect(num(2.2e-16)).toBe('2.2 × 10⁻¹⁶')
    expect(num(-3e8)).toBe('−3 × 10⁸')
    expect(num(1234567)).toBe('1.23 × 10⁶')
    expect(num(12.3456)).toBe('12.35')
  })

  it('say what is not a number in words', () => {
    expect(num(NaN)).toBe('undefined')
    expect(num(-Infinity)).toBe('−∞')
  })

  it('never lose whole digits in a cell, and settle rounding to nothing', () => {
    expect(compact(1234.56)).toBe('1235')
    expect(compact(0.123456)).toBe('0.123')
    expect(compact(5.55e-17)).toBe('0')
    expect(settled(1e-9)).toBe(1e-9)
  })

  it('wear brackets in a product when negative', () => {
    expect(factor(-0.7)).toBe('(−0.7)')
    expect(factor(2)).toBe('2')
  })
})

it('names entries and shapes', () => {
  expect(entry('x', 1, 12)).toBe('x₁,₁₂')
  expect(shapeText([2, 3, 4])).toBe('2 × 3 × 4')
  expect(shapeText([])).toBe('scalar')
})

it('a cell drops digits before it overflows, but not its second', () => {
  expect(compact(0.125)).toBe('0.125')
  expect(compact(-0.0847)).toBe('−0.085')
  expect(compact(-0.00138)).toBe('−0.0014')
  expect(compact(123456)).toBe('123456')
  expect(compact(-1234.5)).toBe('−1235')
  expect(compact(2e-5)).toBe('2 × 10⁻⁵')
  expect(compact(-5.06e-4)).toBe('−5 × 10⁻⁴')
  expect(compact(1e-17)).toBe('0')
})
