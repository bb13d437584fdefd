import { expect, test } from 'vitest'
import { actOf, leadsTo } from './keys'

test('a clicker steps wherever the focus is; letters are a field’s where one writes', () => {
  for (const writes of [true, false]) {
    expect(actOf('PageDown', writes, true)).toBe('forth')
    expect(actOf('PageUp', writes, false)).toBe('back')
  }
  for (const key of ['b', '.']) expect(actOf(key, false, false)).toBe('blank')
  for (const key of ['p', 'Escape']) expect(actOf(key, false, false)).toBe('leave')
  for (const key of ['b', '.', 'p']) expect(actOf(key, true, false)).toBeUndefined()
  expect(actOf('Escape', false, true)).toBeUndefined()
  expect(actOf('x', false, false)).toBeUndefined()
})

test('a step stays in the figure that has one, then leads to its neighbor, and ends at the ends', () => {
  expect(leadsTo(1, 0, 3, true)).toBe('step')
  expect(leadsTo(1, 0, 3, false)).toBe(1)
  expect(leadsTo(-1, 2, 3, false)).toBe(1)
  expect(leadsTo(1, 2, 3, false)).toBeUndefined()
  expect(leadsTo(-1, 0, 3, false)).toBeUndefined()
})
