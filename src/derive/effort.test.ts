import { describe, expect, it } from 'vitest'
import { observe, Tensor } from '../autodiff/index.ts'
import { layers } from './fixtures/layers.ts'
import { count, effort, evaluate, passes, readLayer, type Layer } from './index.ts'

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
