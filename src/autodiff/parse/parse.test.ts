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
  ['1/2 (4)', 2],
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
    expect(error('xq + 1', ['x', 'dy']).position).toBe(0)
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

describe('what is read is what a person would read', () => {
  const names = ['x', 'x1', 'x2', 'y', 'w', 'dy', 'N']
  const book = (text: string, numbers = false): string => parse(text, { names, numbers }).source
  test.each([
    ['dy * 2x', '(2x) * dy'],
    ['dy ⊙ 2x', 'dy * (2x)'],
    ['2 x w / 2', '((2x) w) / 2'],
    ['w * xᵀ(dy)', 'w * (xᵀ dy)'],
    ['x²³', 'x^23'],
    ['x⁻¹', 'x^(-1)'],
    ['x²ᵀ', '(x^2).T'],
    ['x²y', 'x^2 * y'],
    ['x^2y', 'x^2 * y'],
    ['-x²', '-(x^2)'],
    ['2½x', '2.5x'],
    ['cos(x^2) 2x', '2x * cos(x^2)'],
    ['sin x2 + 2x1', 'sin(x2) + 2x1'],
    ['2sin 2x cos x', '2 * sin(2x) * cos(x)'],
    ['sin(x)^2', '(sin(x))^2'],
    ['xe^x', 'x * exp(x)'],
    ['2πxy', '2 * pi * x * y'],
    ['||x|-1|', 'abs(abs(x) - 1)'],
    ['0<x<1', '(x > 0) * (1 > x)'],
    ['1 > x > 0', '(x > 0) * (1 > x)'],
    ['x_1x₂', 'x1 * x2'],
    ['16,777,216 + 20 000', '16777216 + 20000'],
    ['1,000.5x', '1000.5x'],
  ])('%s is %s', (text, same) => {
    const env = { x: 0.3, x1: 1.25, x2: -0.7, y: 2.5, w: -1.5, dy: 0.8, N: 3 }
    const [mine, other] = [text, same].map((source) => parse(source, { names, numbers: true }).f(env).item())
    expect(mine).toBeCloseTo(other ?? NaN, 12)
  })
  test.each([
    ['1/2x', ['(1/2) x', '1/(2x)']],
    ['1/2(x+1)', ['(1/2) (x+1)', '1/(2(x+1))']],
    ['x/yx', ['(x/y) x', 'x/(yx)']],
    ['e^2x', ['e^(2x)', 'e^2 x']],
    ['2^xy', ['2^(x y)', '2^x y']],
    ['sin x/2', ['sin(x)/2', 'sin(x/2)']],
    ['1 + sin x y', ['1 + sin(x) y', '1 + sin(x y)']],
    ['√2x', ['sqrt(2x)', 'sqrt(2) x']],
    ['√x²', ['sqrt(x²)', 'sqrt(x)²']],
    ['2,000x', ['2000x', '2x']],
    ['max(x w, 0)', ['maximum(x w, 0)', 'max(x w, axis=0)']],
    ['2 sin⁻¹(x)', ['2 asin(x)', '2 (1/sin(x))']],
    ['log⁻¹(x)', ['(1/log(x))']],
    ['x 2', ['x^2', '2x']],
    ['x7', ['x^7', '7x']],
    ['2 + tahn(x)', ['2 + tanh(x)']],
    ['2 dy[x > 0]', ['2 dy * (x > 0)']],
  ])('%s is refused, with what to take instead', (text, suggestions) => {
    try {
      parse(text, { names })
      expect.unreachable()
    } catch (thrown) {
      expect(thrown).toMatchObject({ name: 'ParseError', suggestions })
      for (const suggestion of suggestions) expect(() => parse(suggestion, { names })).not.toThrow()
    }
  })
  test.each(
    'atan2(x) asinh(x) arsinh(x) artanh(x) arccot(x) floor(x) round(x) gamma(x) det(w) argmin(x) lg(x) prod(x)'.split(
      ' ',
    ),
  )('%s is not guessed at', (text) => {
    expect(() => parse(text, { names })).toThrow(/^There is no function “\w+”\.$/)
  })
  test('of single numbers, max(x, 0) can only be the larger of two', () => {
    expect(book('max(x, 0)', true)).toBe('maximum(x, 0)')
    expect(book('max(0, x)')).toBe('maximum(0, x)')
    expect(book('np.max(x, 0)')).toBe('max(x, axis=0)')
    expect(() => parse("x'", { names, numbers: true })).toThrow(/found “'”/)
  })
  test('what stands before “=” is kept apart', () => {
    for (const text of ['dw = x', '∂L/∂w = x', '\\frac{\\partial L}{\\partial w} = x', 'dL/dw=x'])
      expect(parse(text, { names })).toMatchObject({ assigned: 'dw', names: ['x'] })
    expect(parse('f(x) = x', { names }).assigned).toBe('f')
    for (const text of ['x = 3', 'x=x^2', 'dy = x'])
      expect(() => parse(text, { names: ['x', 'dy'] }), text).toThrow(/is what goes in/)
    expect(parse('=x', { names }).assigned).toBe(undefined)
    expect(() => parse('x + y = 2', { names })).toThrow(ParseError)
  })
})
