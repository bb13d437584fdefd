import { expect, test } from 'vitest'
import { jacrev, tensor } from '../autodiff/index.ts'
import { applied, derive, evaluate } from './index.ts'

const layer = 'x: N×D\nw: D×M\ny = x w'
const x = [
  [1, 2],
  [3, 4],
]

test('a layer at numbers of one’s own gives its values, its gradients, and what lines come to, right or wrong', () => {
  const at = evaluate(layer, { x, w: [[1], [-1]] }, [[2], [5]])
  expect(at.value('y').toArray()).toEqual([[-1], [-1]])
  expect(at.value('dw').toArray()).toEqual([[17], [24]])
  for (const { text } of derive(layer, 'w').lines) expect(at.line(text).toArray(), text).toEqual([[17], [24]])
  expect(at.line('dw = -xᵀ dy').toArray()).toEqual([[-17], [-24]])
})

test('what is missing or has another number of axes is said', () => {
  expect(() => evaluate(layer, { x }, 1)).toThrow('no value is given')
  expect(() => evaluate(layer, { x, w: [1, 2] }, 1)).toThrow('w has 2 axes')
})

test('a layer is a function of its inputs that the core differentiates as any other', () => {
  const w = [[1], [-1]]
  expect(applied(layer, { x, w }).toArray()).toEqual([[-1], [-1]])
  const rates = jacrev((moved) => applied(layer, { x, w: moved }))(tensor(w))
  expect(rates.toArray()).toEqual([[[[1], [2]]], [[[3], [4]]]])
})
