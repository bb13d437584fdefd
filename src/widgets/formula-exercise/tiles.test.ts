import { expect, it } from 'vitest'
import { press, type Tile } from './tiles'

const typed = (...pressed: Tile[]) =>
  pressed.reduce((at, tile) => press(tile, at.text, at.caret, at.caret), { text: '', caret: 0 }).text

it('builds formulas from tiles, spaced as one would type them', () => {
  expect(typed('x', 'turn', 'matmul', 'dy')).toBe('xᵀ @ dy')
  expect(typed('x', 'turn', 'dy')).toBe('xᵀ dy')
  expect(typed('sum', 'dy')).toBe('sum(dy, axis=0)')
  expect(typed('open', 'dy', 'turn', 'matmul', 'x', 'close', 'turn')).toBe('(dyᵀ @ x)ᵀ')
})

it('puts the caret between the brackets of a sum, and keeps selected text there', () => {
  expect(press('sum', '', 0, 0)).toEqual({ text: 'sum(, axis=0)', caret: 4 })
  expect(press('sum', 'dy', 0, 2)).toEqual({ text: 'sum(dy, axis=0)', caret: 6 })
})

it('replaces selected text by a name, and inserts at the caret', () => {
  expect(press('w', 'x dy', 0, 1)).toEqual({ text: 'w dy', caret: 1 })
  expect(press('turn', 'x @ dy', 1, 1)).toEqual({ text: 'xᵀ @ dy', caret: 2 })
})

it('deletes one tile at a time, or what is selected', () => {
  expect(press('back', 'xᵀ @ dy', 7, 7)).toEqual({ text: 'xᵀ @ ', caret: 5 })
  expect(press('back', 'xᵀ @ ', 5, 5)).toEqual({ text: 'xᵀ', caret: 2 })
  expect(press('back', 'x.T', 3, 3)).toEqual({ text: 'x', caret: 1 })
  expect(press('back', 'x @ dy', 0, 4)).toEqual({ text: 'dy', caret: 0 })
  expect(press('back', '', 0, 0)).toEqual({ text: '', caret: 0 })
})
