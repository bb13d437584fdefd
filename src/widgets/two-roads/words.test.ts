import { expect, test } from 'vitest'
import { handout, resize } from '@/topics/linear-layer/model'
import { model, type State } from './model'
import { gapText, sentence, witnessText } from './words'

const at = (N: number, D: number, M: number, by: 'x' | 'w' = 'x'): State => ({
  ...resize(handout, { N, D, M }),
  by,
})

test('the sentence counts what both roads give and what one of them built', () => {
  expect(sentence(model(at(2, 2, 3)))).toBe(
    'Both roads give the same four numbers, bit for bit. One built 24 numbers on the way, the other none.',
  )
  expect(sentence(model(at(2, 2, 3, 'w')))).toContain('the same six numbers')
  expect(sentence(model(at(1, 1, 1)))).toBe(
    'Both roads give the same number, bit for bit. One built one number on the way, the other none.',
  )
})

test('the sentence gives the difference where there is one', () => {
  const scene = { ...model(at(2, 2, 3)), apart: { value: 2 ** -52, relative: false } }
  expect(sentence(scene)).toContain('the same four numbers, to 2.2 × 10⁻¹⁶.')
})

test('a difference between large numbers is a share of the largest', () => {
  expect(gapText({ value: 6.4e-11, relative: true })).toBe('6.4 × 10⁻¹¹ of the largest entry')
  expect(gapText({ value: 0, relative: true })).toBe('0')
})

test('central differences that are off are said to be', () => {
  expect(witnessText(model(at(2, 2, 3)))).toMatch(/they come within .* × 10⁻¹¹\./)
  expect(witnessText({ witness: { value: 0.2, relative: false }, blurred: 'bend' })).toContain(
    'L bends too much',
  )
})
