import { expect, test } from 'vitest'
import { nest, offsetOf } from '@/plot/nesting'
import { start } from '@/topics/jacobian/state'
import { answer, check, findings, scene, type State } from './model'
import { sentence } from './words'

const state = (change: Partial<State> = {}): State => ({
  ...start('matmul-x'),
  look: 'y',
  hold: 'i',
  i: 1,
  j: 0,
  from: [],
  ...change,
})
const derivedOf = (of: State) => {
  const found = answer(of)
  if ('error' in found) throw new Error(found.error)
  return found
}
const sceneOf = (of: State) => scene(of, derivedOf(of))

test('a held row is shaped like x, a held column like y', () => {
  expect(sceneOf(state()).slice.shape).toEqual([2, 2])
  expect(sceneOf(state({ hold: 'j' })).slice.shape).toEqual([2, 3])
  expect(sceneOf(state()).at).toEqual({ i: [0, 1], j: [0, 0] })
})

test('blocks like x are rows, blocks like y are columns, and flat both are lines', () => {
  const { jacobian } = derivedOf(state())
  const top = (look: State['look'], rows: number, columns: number) => {
    const { arrangement } = sceneOf(state({ look }))
    const { entry } = nest(jacobian.shape, arrangement)
    return Array.from({ length: rows }, (_, i) =>
      Array.from({ length: columns }, (__, j) => jacobian.data[offsetOf(jacobian.shape, entry(i, j))]),
    )
  }
  expect(top('y', 2, 2)).toEqual([
    [1.2, -0.3],
    [0, 0],
  ])
  expect(top('x', 2, 3)).toEqual([
    [1.2, 0.4, -0.7],
    [0, 0, 0],
  ])
  expect(top('flat', 1, 4)).toEqual([[1.2, -0.3, 0, 0]])
})

test('the sentence says which slice is held, where it lies, and its shape', () => {
  const say = (change: Partial<State>) =>
    sentence(state(change), derivedOf(state(change)), sceneOf(state(change)))
  expect(say({})).toMatch(/^Hold \{y\.1\.2\} .* is one block, 2 × 2 like \{x\}/)
  expect(say({ look: 'x' })).toMatch(/one entry in each block, together 2 × 2 like \{x\}/)
  expect(say({ hold: 'j' })).toMatch(/^Hold \{x\.1\.1\} .* 2 × 3 like \{y\}/)
  expect(say({ op: 'matmul-w', hold: 'j', look: 'flat' })).toMatch(/\{w\.1\.1\}.* one column of the matrix/)
  expect(say({ op: 'broadcast' })).toMatch(/a vector of 2 like \{x\}/)
  expect(say({ op: 'typed', formula: 'sum(x)', hold: 'j' })).toMatch(/one number like \{y\}/)
})

test('the findings count what is not zero', () => {
  expect(findings(state(), derivedOf(state()))).toEqual({
    pattern: 'block-diagonal: 2 copies of wᵀ',
    share: '12 of 24, 50%',
    different: 6,
  })
})

test('a large Jacobian is seen through a window that holds the picked entry, in every look', () => {
  for (const look of ['y', 'x', 'flat'] as const) {
    const large = state({ N: 12, D: 12, M: 12, i: 143, j: 70, look })
    const { window, at } = sceneOf(large)
    ;[...at.i, ...at.j].forEach((k, axis) => {
      expect(k).toBeGreaterThanOrEqual(window[axis]?.from ?? 0)
      expect(k).toBeLessThan((window[axis]?.from ?? 0) + (window[axis]?.count ?? 0))
    })
    expect(window.reduce((cells, { count }) => cells * count, 1)).toBeLessThanOrEqual(144)
  }
})

test('the picture knows the rows of all three looks, so that it can keep room for the tallest', () => {
  const rows = (change: Partial<State>) => sceneOf(state(change)).looks.map((one) => one.rows)
  expect(rows({}).map((of) => of.map(({ gap }) => gap))).toEqual([
    [0, 0, 1, 0],
    [0, 0, 1, 0],
    [0, 0, 0, 1, 0, 0],
  ])
  for (const of of rows({ N: 12, D: 12, M: 12 })) expect(of.length).toBeLessThanOrEqual(12)
})

test('numbers that do not fit the shapes give way to some that do', () => {
  expect(derivedOf(state({ x: [1, 2, 3] })).jacobian.shape).toEqual([2, 3, 2, 2])
})

test('a link to no entry, or to a formula without a Jacobian, gets a sentence', () => {
  expect(check(state())).toBeUndefined()
  expect(check(state({ i: 6 }))).toMatch(/outside of the Jacobian, which is 6 × 4/)
  expect(check(state({ op: 'typed', formula: 'x @ x @ w @ w' }))).toMatch(/shapes do not fit/)
})
