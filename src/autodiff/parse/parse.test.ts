import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  grad,
  parse,
  ParseError,
  primitives,
  ShapeError,
  toTex,
  trace,
  type Env,
  type NestedNumbers,
} from '../index.ts'

const value = (source: string, env: Env = {}): NestedNumbers => parse(source).f(env).toArray()
const x = [[1, 2]]
const w = [
  [1, 0, 2],
  [0, 1, 3],
]
const dy = [[1, 2, 3]]

test.each<[string, NestedNumbers]>([
  ['1 + 2 * 3', 7],
  ['2 - 3 - 4', -5],
  ['8 / 4 / 2', 1],
  ['2^3^2', 512],
  ['-2^2', -4],
  ['2^-1', 0.5],
  ['2 * -3 + 1', -5],
  ['8 / -2 * 2', -8],
  ['1 − 2', -1],
  ['3 × 4 ÷ 2', 6],
  ['2**3', 8],
  ['.5 + 1e1 + 2.', 12.5],
  ['(1 + 2)(3 + 4)', 21],
  ['2(1 + 2)', 6],
  ['1/2(4)', 2],
  ['5 > 3', 1],
  ['5 < 3', 0],
  ['pi', Math.PI],
  ['ln(e)', 1],
  ['+3', 3],
])('%s is %j', (source, wanted) => expect(value(source)).toEqual(wanted))

test.each<[string, Env, NestedNumbers]>([
  ['2x', { x: 3 }, 6],
  ['2x^2', { x: 3 }, 18],
  ['-x²', { x: 3 }, -9],
  ['2 x y', { x: 3, y: 4 }, 24],
  ['x(y + 1)', { x: 3, y: 4 }, 15],
  ['sin^2(x) + cos²(x)', { x: 0.7 }, 1],
  ['w₁ + w1', { w1: 2 }, 4],
  ['x @ w', { x, w }, [[1, 2, 8]]],
  [
    'xᵀ dy',
    { x, dy },
    [
      [1, 2, 3],
      [2, 4, 6],
    ],
  ],
  [
    'x.T @ dy',
    { x, dy },
    [
      [1, 2, 3],
      [2, 4, 6],
    ],
  ],
  [
    'x.T·dy',
    { x, dy },
    [
      [1, 2, 3],
      [2, 4, 6],
    ],
  ],
  ['dy wᵀ', { w, dy }, [[7, 11]]],
  ['2 x w / 2', { x, w }, [[1, 2, 8]]],
  ['x y', { x: [1, 2], y: [3, 4] }, 11],
  ['x ⊙ x', { x }, [[1, 4]]],
  ['x * x', { x }, [[1, 4]]],
  ['sum(w, axis=0)', { w }, [1, 1, 5]],
  ['sum(w, -1, keepdims=true)', { w }, [[3], [4]]],
  ['sum(w, axis=(0, 1))', { w }, 7],
  [
    'transpose(w, [1, 0])',
    { w },
    [
      [1, 0],
      [0, 1],
      [2, 3],
    ],
  ],
  ['reshape(w, [-1])', { w }, [1, 0, 2, 0, 1, 3]],
  [
    'slice(w, [0, 1], [2, 3])',
    { w },
    [
      [0, 2],
      [1, 3],
    ],
  ],
  ['concat([x, x], axis=1)', { x }, [[1, 2, 1, 2]]],
  ['stack([x, x])', { x }, [[[1, 2]], [[1, 2]]]],
  ['where(x > 1, x, 0)', { x }, [[0, 2]]],
  ['w[1, 2]', { w }, 3],
  ['w[0]', { w }, [1, 0, 2]],
  ['w[:, -1]', { w }, [2, 3]],
  ['w[1:, :2]', { w }, [[0, 1]]],
  ['x @ [[1, 2], [3, 4]]', { x }, [[7, 10]]],
  ['[x, 2x][1]', { x }, [[2, 4]]],
  ['x[0] @ w', { x, w }, [1, 2, 8]],
])('%s of %j is %j', (source, env, wanted) => expect(value(source, env)).toEqual(wanted))

test('names are listed once, in order of appearance, without constants and ops', () => {
  expect(parse('relu(x @ w1 + b) @ w2 + 2 pi x').names).toEqual(['x', 'w1', 'b', 'w2'])
  expect(parse('e x', { names: ['e', 'x'] }).names).toEqual(['e', 'x'])
})

test('every op can be called by its name', () => {
  for (const name of primitives.keys()) expect(() => parse(`${name}(x)`), name).not.toThrow(/There is no/)
})

test('a formula is differentiated and typeset from the same graph', () => {
  const { f } = parse('x^2 * sin(x)')
  expect(grad(f)({ x: 2 })['x']?.item()).toBeCloseTo(4 * Math.sin(2) + 4 * Math.cos(2))
  expect(toTex(trace(f, [{ x: 2 }]))).toBe('x^{2} \\, \\sin\\left(x\\right)')
})

describe('an error says where, what was found and what was expected', () => {
  const error = (source: string, names?: string[]): ParseError => {
    try {
      parse(source, names ? { names } : {})
    } catch (thrown) {
      if (thrown instanceof ParseError) return thrown
    }
    throw new Error(`${source} was read`)
  }
  test.each([
    ['x + ', 4, '', 'Expected a number, a name or “(”, but found the end.'],
    ['', 0, '', 'Expected a number, a name or “(”, but found the end.'],
    ['(x + 1', 6, '', 'Expected an operator, “,” or “)”, but found the end.'],
    ['x + * 2', 4, '*', 'Expected a number, a name or “(”, but found “*” at character 5.'],
    ['x 2', 2, '2', 'Expected an operator or the end, but found “2” at character 3.'],
    ['x)', 1, ')', 'Expected an operator or the end, but found “)” at character 2.'],
    ['()', 0, '()', 'Expected a number, a name or “(”, but found “()” at character 1.'],
    ['x $ y', 2, '$', 'Expected a number, a name or an operator, but found “$” at character 3.'],
    ['rleu(x)', 0, 'rleu', 'There is no function “rleu”: did you mean “relu”?'],
    ['foo(x)', 0, 'foo', 'There is no function “foo”.'],
    ['foobarbaz(x)', 0, 'foobarbaz', 'There is no function “foobarbaz”.'],
    ['sin x', 4, 'x', 'Expected “(” after sin, but found “x” at character 5.'],
    ['sin(x, 2)', 0, 'sin', 'sin takes 1 value, not 2.'],
    ['matmul(x)', 0, 'matmul', 'matmul takes 2 values, not 1.'],
    [
      'sum(x, axes=0)',
      7,
      'axes',
      'Expected axis or keepdims as a setting of sum, but found “axes” at character 8.',
    ],
    ['tahn(x)', 0, 'tahn', 'There is no function “tahn”: did you mean “tanh”?'],
    ['reshape(x)', 0, 'reshape', 'reshape needs shape, such as reshape(…, shape=[1, 2]).'],
    ['slice(x, [0])', 0, 'slice', 'slice needs end, such as slice(…, end=[1, 2]).'],
    ['sum(x, axis=0, axis=1)', 15, 'axis', 'Expected axis once, but found “axis” at character 16.'],
    ['sum(x, 0, axis=1)', 7, 'axis', 'sum is given axis twice.'],
    ['concat(x)', 7, 'concat', 'concat takes a list of values, such as concat([a, b]).'],
    ['x[0', 3, '', 'Expected “]”, but found the end.'],
    ['[1, 2', 5, '', 'Expected an operator, “,” or “]”, but found the end.'],
  ])('%s', (source, position, found, message) => {
    expect(error(source)).toMatchObject({ position, found, message })
  })
  test('a name that is not among those allowed is compared with them', () => {
    expect(error('x @ dz', ['x', 'dy']).message).toBe('There is no value “dz”: did you mean “dy”?')
    expect(error('xx + 1', ['x', 'dy']).position).toBe(0)
  })
  test('a value that is missing is named when it is needed', () => {
    expect(() => parse('x + y').f({ x: 1 })).toThrow('There is no value for “y”.')
    for (const name of ['toString', 'constructor', '__proto__'])
      expect(() => parse(`x + ${name}`).f({ x: 1 })).toThrow(ParseError)
  })
  test('length and depth have bounds', () => {
    expect(error('('.repeat(500) + 'x').message).toContain('100 deep')
    expect(error('-'.repeat(500) + 'x').message).toContain('100 deep')
    expect(error('2^'.repeat(500) + 'x').message).toContain('100 deep')
    expect(error('x' + '+x'.repeat(5000)).message).toContain('4000 characters')
    expect(value('x' + '+x'.repeat(1500), { x: 1 })).toBe(1501)
  })
})

describe('shapes that clash point at the innermost part of the formula', () => {
  const spanOf = (source: string, env: Env): string => {
    try {
      parse(source).f(env)
    } catch (thrown) {
      if (thrown instanceof ShapeError && thrown.span) return source.slice(...thrown.span)
    }
    return ''
  }
  test.each([
    ['1 + relu(dy @ x) * 2', 'dy @ x'],
    ['sum(dy xᵀ)', 'dy xᵀ'],
    ['x + (w[5] + x)', 'w[5]'],
    ['sum(x, axis=7) + 1', 'sum(x, axis=7)'],
    ['[x, dy]', '[x, dy]'],
    ['2 + (x * dy)', '(x * dy)'],
    ['2 + w.T^[1, 2, 3]', 'w.T^[1, 2, 3]'],
    ['w[0, 0, 0]', 'w[0, 0, 0]'],
  ])('%s', (source, part) => expect(spanOf(source, { x, w, dy })).toBe(part))
})

test('any text is either read or refused with a ParseError inside the text', () => {
  const piece = fc.constantFrom(
    'x',
    'w1',
    '2',
    '.5',
    'sin',
    'sum',
    '(',
    ')',
    '[',
    ']',
    ',',
    '+',
    '-',
    '*',
    '@',
    '^',
    'ᵀ',
    '.T',
    '²',
    ':',
    '=',
    ' ',
    '·',
    '$',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(piece, { maxLength: 12 }).map((parts) => parts.join('')),
        fc.string(),
      ),
      (source) => {
        try {
          parse(source)
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(ParseError)
          expect((thrown as ParseError).position).toBeLessThanOrEqual(source.length)
        }
      },
    ),
    { numRuns: 500 },
  )
})
