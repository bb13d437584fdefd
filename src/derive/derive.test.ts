import { describe, expect, test } from 'vitest'
import { layers } from './fixtures/layers.ts'
import { count, derive, jacobian, LayerError, readLayer } from './index.ts'
import { readEquation } from './equation.ts'
import { derivationNames, lineValue, readLine, truth } from './lines.ts'
import { near, pointOf } from './point.ts'
import { readProgram } from './program.ts'

const cases = layers.flatMap(({ name, source, ends }) =>
  readLayer(source).inputs.map((input) => ({ name, source, of: input.name, end: ends[input.name] })),
)

describe.each(cases)('$name, by $of', ({ source, of }) => {
  const program = readProgram(source)
  const points = [pointOf(program, 0, 31), pointOf(program, 1, 31)]
  const { lines } = derive(source, of)

  test('each line equals the pullback, at numbers that it was not made with', () => {
    const known = derivationNames(program)
    for (const { text } of lines) {
      const line = readLine(readEquation(text), known)
      for (const point of points) {
        const wanted = truth(line.subject, point)
        expect(wanted && near(lineValue(line, point, 'direct'), wanted), text).toBe(true)
      }
    }
  })
  test('the last line has no ∂ and no δ left', () => {
    expect(lines.at(-1)?.text.replace(/^.*?=/, '')).not.toMatch(/[∂δ]/)
  })

  test('the Jacobian has the entries of the core’s, and no more of them are not zero than it says', () => {
    const { text, nonzeros, entries } = jacobian(source, of)
    const line = readLine(readEquation(text), derivationNames(program))
    for (const point of points) {
      const wanted = point.derivative(program.output, of, 'total')
      expect(near(lineValue(line, point, 'total'), wanted), text).toBe(true)
      expect(count(entries, point.sizes)).toBe(wanted.size)
      expect([...wanted.data].filter((v) => Math.abs(v) > 1e-12).length).toBeLessThanOrEqual(
        count(nonzeros, point.sizes),
      )
    }
  })
})

test.each(cases.filter(({ end }) => end))(
  '$name, by $of, ends as short as it is known',
  ({ source, of, end }) => expect(derive(source, of).lines.at(-1)?.text).toBe(end),
)

describe('what its mean was taken from adds up to 0, and a Jacobian says so', () => {
  test.each([
    [
      'x: N×D\nc = x - mean(x, axis=1, keepdims=True)\ny = c / sqrt(mean(c^2, axis=1, keepdims=True))',
      '∂y[n,d]/∂x[i,j] = δ[n,i] (δ[d,j] - 1 / D - y[n,j] y[n,d] / D) / σ[n]',
    ],
    ['x: N×D\nc = x - mean(x, axis=0)\ny = sum(c^2)', '∂y/∂x[n,d] = 2 c[n,d]'],
    // Of another axis it does not.
    ['x: N×D\nc = x - mean(x, axis=0)\ny[n] = Σ_d c[n,d]^2', undefined],
    ['x: D\nc = x - 2 mean(x)\ny = sum(c^2)', undefined],
  ])('%s', (source, wanted) => {
    const { text } = jacobian(source, 'x')
    if (wanted) expect(text).toBe(wanted)
    const program = readProgram(source)
    const line = readLine(readEquation(text), derivationNames(program))
    for (const sizes of [0, 1]) {
      const point = pointOf(program, sizes, 5)
      const truly = point.derivative(program.output, 'x', 'total')
      expect(near(lineValue(line, point, 'total'), truly), text).toBe(true)
    }
  })
})

test('the same derivation twice is the same text', () => {
  const source = layers[0]?.source ?? ''
  expect(derive(source, 'x')).toEqual(derive(readLayer(source), 'x'))
})

describe('what cannot be read', () => {
  const declared = 'x: N×D\nw: D×M\n'
  test.each<[source: string, kind: LayerError['kind'], line: number, place: string]>([
    ['', 'empty', 1, ''],
    ['x: N×D', 'empty', 1, 'x: N×D'],
    [`${declared}y = x @ v`, 'unknown name', 3, 'v'],
    [`${declared}y = rleu(x)`, 'unknown function', 3, 'rleu'],
    [`${declared}y = w @ x`, 'shape', 3, 'w @ x'],
    [`${declared}y = x + w`, 'shape', 3, 'x + w'],
    [`${declared}y[n,m] = x[n,d] w[d,m]`, 'free index', 3, 'd'],
    [`${declared}y[n,m,k] = Σ_d x[n,d] w[d,m]`, 'free index', 3, 'Σ_d x[n,d] w[d,m]'],
    ['a: N\nb: N\nc: N\ny = a[i] b[i] c[i]', 'three of one letter', 4, 'i'],
    [`${declared}y[n,d] = Σ_d x[n,d]`, 'summed and free', 3, 'd'],
    [`${declared}y[n] = Σ_d x[n,d] Σ_d x[n,d]`, 'captured index', 3, 'd'],
    [`${declared}y[n,m] = Σ_d x[n,d] w[m,d]`, 'index length', 3, 'd'],
    [`${declared}y[n] = Σ_d x[n]`, 'index count', 3, 'x[n]'],
    [`${declared}y[n,d] = x`, 'index count', 3, 'x'],
    [`${declared}x = w`, 'defined twice', 3, 'x'],
    [`${declared}y = (x @ w`, 'syntax', 3, ' '],
    [`${declared}y = x @`, 'syntax', 3, ' '],
    ['x: N×\ny = x', 'shape', 1, ''],
    [`x: N\ny = ${'('.repeat(200)}x${')'.repeat(200)}`, 'too long', 2, '('],
    [`x: N\n${'y = x\n'.repeat(300)}`, 'too long', 200, ''],
  ])('%j: %s', (source, kind, line, place) => {
    const error = (() => {
      try {
        readLayer(source)
        return undefined
      } catch (thrown) {
        return thrown
      }
    })()
    expect(error).toBeInstanceOf(LayerError)
    if (!(error instanceof LayerError)) return
    expect(error.kind).toBe(kind)
    expect(error.line).toBe(line)
    expect(error.message).toMatch(/[.?]$/)
    if (place.trim()) expect((source.split('\n')[line - 1] ?? '').slice(...error.place)).toBe(place)
  })
  test('a gradient by a name that the layer has not names the nearest', () => {
    expect(() => derive(`${declared}y = x @ w`, 'W')).toThrow('did you mean “w”?')
  })
})

test('an axis that is added to fit stands in the TeX too: without it the equation would be false', () => {
  const [first] = derive('x: N×D\nz: M×D\ny[n,m] = Σ_d (x[n,d] - z[m,d])^2', 'x').lines
  expect(first?.text).toBe('c = x[:, :, None] - zᵀ')
  expect(first?.tex).toBe('c = {x}_{\\cdot,\\cdot,\\text{new}} -{z}^{\\top}')
})

test('an exponent that is a fraction is set as one, not by its digits', () => {
  const { tex } = derive('x: N\na = sum(abs(x)^3)^(1/3)', 'x').lines.at(-1) ?? {}
  expect(tex).toMatch(/\{\{s\}\^\{2\/3\}\}$/)
  expect(tex).not.toMatch(/\d\.\d/)
})
