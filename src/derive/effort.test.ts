import { describe, expect, it } from 'vitest'
import { observe, Tensor } from '../autodiff/index.ts'
import { layers } from './fixtures/layers.ts'
import {
  check,
  costs,
  count,
  derive,
  effort,
  evaluate,
  exactly,
  passes,
  readLayer,
  type Layer,
} from './index.ts'

const sizesOf = ({ inputs }: Layer): Record<string, number> =>
  Object.fromEntries(
    inputs
      .flatMap(({ shape }) => shape)
      .flatMap((dim) => (typeof dim === 'string' ? [[dim, dim === 'K' ? 2 : 3]] : [])),
  )

const filled = (shape: readonly (string | number)[], sizes: Record<string, number>): Tensor => {
  const lengths = shape.map((dim) => count(String(dim), sizes))
  const size = lengths.reduce((n, length) => n * length, 1)
  return new Tensor(
    Float64Array.from({ length: size }, (_, k) => 0.2 + 0.05 * (k % 9)),
    lengths,
  )
}

describe('the effort of a pass', () => {
  it.each([
    ['x: N×D\ny = x * x', '2·N·D'],
    ['x: N×D\nw: D×M\ny = x w', 'N·D + N·D·M'],
    ['a: A\nb: B\nc: C\ny[a,b,c] = a[a] b[b] c[c]', 'A + A·B + A·B·C'],
  ])('%s', (source, formula) => {
    const sizes = { N: 7, D: 5, M: 11, A: 3, B: 4, C: 5 }
    expect(effort(source, sizes)).toBe(count(formula, sizes))
  })

  it('reaches what no machine could make, and no number is made', () => {
    expect(effort('x: N×D\nw: D×M\ny = x w', { N: 1e6, D: 1e6, M: 1e6 })).toBeGreaterThan(1e18)
    expect(effort('x: T\nw: K\ny[t] = Σ_k x[t+k] w[k]', { T: 1e6, K: 1000 })).toBeGreaterThan(1e12)
  })

  it.each(layers.map(({ name, source }) => [name, source] as const))(
    '%s makes no tensor that is larger',
    (_, source) => {
      const layer = readLayer(source)
      const sizes = sizesOf(layer)
      const inputs = Object.fromEntries(layer.inputs.map(({ name, shape }) => [name, filled(shape, sizes)]))
      let [largest, made] = [0, 0]
      observe(
        () => evaluate(layer, inputs, filled(layer.shape, sizes)),
        (__, { output }) => {
          largest = Math.max(largest, output.size)
          made += output.size
        },
      )
      const given = Object.values(inputs).reduce((n, { size }) => n + size, 0)
      expect(largest).toBeLessThanOrEqual(effort(layer, sizes) + given)
      // What is not counted, the moves of a backward pass, is a small multiple.
      expect(made).toBeLessThan(40 * (effort(layer, sizes) + given))
    },
  )
})

it('a layer that is too large at its own sizes is refused where lines would be tried, not read', () => {
  const large = 'x: 1000000×1000000\ny = x * 2'
  expect(readLayer(large).shape).toEqual([1e6, 1e6])
  for (const work of [() => derive(large, 'x'), () => check(large, 'x', ['dx = dy']), () => costs(large)])
    expect(work).toThrow(/4,000,000 numbers at most.*write large sizes as letters/)
})

describe('both passes as code', () => {
  it.each(layers.map(({ name, source }) => [name, source] as const))(
    '%s names each value once',
    (_, source) => {
      const { inputs } = readLayer(source)
      for (const { forward, backward } of Object.values(passes(source))) {
        const names = [...forward, ...backward].map((line) => line.split(' = ')[0] ?? '')
        expect(new Set(names).size).toBe(names.length)
        for (const { name } of inputs) expect(names).toContain(`d${name}`)
      }
    },
  )
})

describe('costs', () => {
  it.each([
    ['x: N×D\nw: D×M\ny = x w', '2·D·M·N', '4·D·M·N', ['x', 'w']],
    ['x: N×M\ny = softmax(x, axis=1)', '4·M·N', '4·M·N', ['y']],
    ['x: N\ny = tanh(x)', 'N', '3·N', ['y']],
    ['t: N×V\nE: V×D\ny = t E', '2·D·N·V', '4·D·N·V', ['t', 'E']],
  ])('%s', (source, forward, backward, kept) => {
    const found = costs(source)
    expect([found.forward, found.backward]).toEqual([forward, backward])
    expect(found.kept.map(({ name }) => name)).toEqual(kept)
  })

  it.each(layers.map(({ name, source }) => [name, source] as const))(
    'of %s: what is kept is what the code of the way back reads',
    (_, source) => {
      const layer = readLayer(source)
      const code = passes(source).numpy.backward.map((line) => line.split(' = ').slice(1).join(' = '))
      // A length is no value, and the look of an array of ones is.
      const text = code
        .join('\n')
        .replace(/\w+\.shape\[\d\]/gu, '')
        .replace(/'[^']*'/g, '')
      const read = new Set(text.match(/(?<![\p{L}\p{N}_.])[\p{L}_][\p{L}\p{N}_]*/gu))
      const names = [...layer.inputs, ...layer.steps].map(({ name }) => name)
      expect(costs(source).kept.map(({ name }) => name)).toEqual(names.filter((name) => read.has(name)))
    },
  )

  it('are exact at any size', () => {
    expect(exactly('2·D·M·N', { N: 1e6, D: 1e6, M: 999_999 })).toBe(1_999_998n * 10n ** 12n)
    expect(exactly('O·(T-K+1) - T', { O: 3, T: 10, K: 4 })).toBe(11n)
  })
})
