import { nth } from '@/autodiff'
import { describe, expect, test } from 'vitest'
import { columnOf, derive, rowOf, type Derived, type Question } from './derive'
import { arrange, fill, opOf, ops, type OpName, type Sizes } from './ops'
import { askedFields, longestTyped } from './state'
import { census, patternOf } from './pattern'

const sizes: Sizes = { N: 2, D: 2, M: 3 }

function question(name: OpName, at = sizes): Question {
  const op = opOf(name)
  if (!op) throw new Error(`no op ${name}`)
  const { x, w = [1] } = op.shapes(at)
  return {
    formula: op.formula(at),
    by: op.by,
    x: { shape: x, values: fill('x', x) },
    w: { shape: w, values: fill('w', w) },
  }
}

function derived(name: OpName, at = sizes): Derived {
  const found = derive(question(name, at))
  if ('error' in found) throw new Error(found.error)
  return found
}

function pattern(asked: Question) {
  const found = derive(asked)
  if ('error' in found) throw new Error(found.error)
  const { rows, columns, jacobian } = found
  const named = (['x', 'w'] as const).map((name) => ({ name, ...asked[name] }))
  return patternOf({ rows, columns, at: (i, j) => nth(jacobian.data, i * columns + j) }, named)
}

test('every op on the list has a Jacobian shaped like its output, then its input', () => {
  for (const { name } of ops) {
    const { jacobian, y, input } = derived(name)
    expect(jacobian.shape, name).toEqual([...y.shape, ...input])
  }
})

test('every op on the list works at its smallest and at its largest sizes', () => {
  for (const size of [1, 12])
    for (const { name } of ops)
      expect(derived(name, { N: size, D: size, M: size }).jacobian.size, name).toBeGreaterThan(0)
})

test('a row is shaped like x and a column like y, and they meet in the entry', () => {
  const found = derived('matmul-x')
  const [row, column] = [rowOf(found, 4), columnOf(found, 3)]
  expect(row.shape).toEqual([2, 2])
  expect(column.shape).toEqual([2, 3])
  expect(row.data[3]).toBe(column.data[4])
})

test.each([
  ['matmul-x', 'block-diagonal: 2 copies of wᵀ'],
  ['matmul-w', 'each entry of x times the 3 × 3 identity'],
  ['elementwise', 'diagonal: so ⊙'],
  ['sum', '2 copies of the 2 × 2 identity, side by side'],
  ['mean', 'block-diagonal: 2 copies of a row of 0.5'],
  ['transpose', 'a permutation: the same entries in other places'],
  ['broadcast', '2 copies of the 2 × 2 identity, one below the other'],
  ['outer', 'block-diagonal: 2 copies of w as a column'],
  ['softmax', 'block-diagonal: 2 different blocks'],
  ['convolution', 'each row holds the 4 entries of w, shifted'],
] as const)('the pattern of %s is read off its numbers', (name, wanted) => {
  expect(pattern(question(name))).toBe(wanted)
})

describe('formulas of the reader’s own', () => {
  const typed = (formula: string, by: 'x' | 'w' = 'x') => ({ ...question('matmul-x'), formula, by })
  test.each([
    ['relu(x @ w)', 'x', /^block-diagonal/],
    ['x', 'x', 'the identity: y moves as its input does'],
    ['3x', 'x', 'diagonal, 3 throughout'],
    ['x @ w', 'w', 'each entry of x times the 3 × 3 identity'],
    ['sum(x)', 'x', 'a row of ones, and nothing else'],
    ['x', 'w', 'all zero: y does not move'],
    ['logsumexp(x)', 'x', 'dense: no entry is zero'],
  ] as const)('%s by %s', (formula, by, wanted) => {
    expect(pattern(typed(formula, by))).toMatch(wanted)
  })

  test.each([
    ['x @ x @ w @ w', /matmul: .*≠/],
    ['x +', /Expected/],
    ['rleu(x)', /relu/],
    ['log(x)', /y₂,₂ is not a number/],
  ])('%s gets a sentence', (formula, wanted) => {
    expect(derive(typed(formula))).toMatchObject({ error: expect.stringMatching(wanted) })
  })

  test('too many rates are refused with their count', () => {
    const wide = { shape: [13, 13], values: fill('x', [13, 13]) }
    expect(derive({ ...typed('x'), x: wide })).toMatchObject({ error: expect.stringContaining('28561') })
  })
})

test('zeros and repeats are counted', () => {
  expect(census(derived('matmul-x').jacobian.data)).toEqual({ all: 24, other: 12, different: 6 })
})

test('three looks of one Jacobian, and each keeps every axis', () => {
  for (const look of ['y', 'x', 'flat'] as const) {
    const { down, across } = arrange([2, 3], [2, 2], look)
    expect([...down, ...across].sort()).toEqual([0, 1, 2, 3])
  }
  expect(arrange([2, 3], [2, 2], 'y')).toMatchObject({ down: [0, 2], across: [1, 3] })
  expect(arrange([2, 3], [2, 2], 'x')).toMatchObject({ down: [2, 0], across: [3, 1] })
  expect(arrange([2, 3], [2, 2], 'flat')).toEqual({ down: [0, 1], across: [2, 3] })
})

test('a link carries the longest formula that the field takes', () => {
  const formula = `x @ w + ${'0 '.repeat(longestTyped)}`.slice(0, longestTyped)
  expect(askedFields.formula.parse(askedFields.formula.format(formula))).toBe(formula)
})
