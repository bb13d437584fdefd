import { expect, test } from 'vitest'
import { parseNumber, slide } from './number'

const whole = (text: string) => parseNumber(text, 1, 1e6, true)

test('a comma is decimal in a field of any numbers, and groups thousands in a field of whole ones', () => {
  expect(parseNumber('1,5')).toEqual({ value: 1.5 })
  expect(parseNumber('1,000')).toEqual({ value: 1 })
  expect(whole('1,000')).toEqual({ value: 1000 })
  expect(whole('1,000,000')).toEqual({ value: 1e6 })
  expect(whole('65 536')).toEqual({ value: 65536 })
})

test('a field of whole numbers refuses others with a sentence that says what it wants', () => {
  expect(whole('2.5')).toEqual({
    error: '2.5 is not whole: this field takes whole numbers from 1 to 1000000.',
  })
  expect(whole('2,5')).toHaveProperty('error')
  expect(whole('0')).toHaveProperty('error')
  expect(whole('1000001')).toHaveProperty('error')
  expect(whole('1e999')).toHaveProperty('error', expect.stringContaining('out of range'))
  expect(whole('many')).toEqual({ error: '“many” is not a number: write it like 64.' })
  expect(whole('')).toEqual({ error: 'The field is empty: type a number such as 64.' })
  expect(whole('1e3')).toEqual({ value: 1000 })
})

const log2 = { to: Math.log2, from: (p: number) => Math.round(2 ** p), step: 1 }

test('a key press on a slider of whole numbers always moves it', () => {
  expect(slide(64, 1, log2, true)).toBe(128)
  expect(slide(784, -1, log2, true)).toBe(392)
  expect(slide(1, 0.1, log2, true)).toBe(2)
  expect(slide(3, -0.1, log2, true)).toBe(2)
  expect(slide(0.5, 0.1, { to: (v) => v, from: (p) => p, step: 0.1 })).toBe(0.6)
})
