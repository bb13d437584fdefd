import { describe, expect, it, test } from 'vitest'
import { nth, Tensor } from '@/autodiff'
import { evaluate } from '@/derive'
import { programs } from '@/topics/programs/programs'
import { demos } from './demos'
import { badge, model, withSet } from './model'
import { withKept } from './kept'
import { mostNumbers } from './numbers'
import { read } from './reading'
import { counts, longestAxis, startOf, type State } from './state'
import { sentence } from './words'

const at = (program: string, more: Partial<State> = {}): State => ({ ...startOf(program), ...more })
const linear = 'x: N×D\nw: D×M\ny = x w'

describe.each(programs.map((one) => [one.name, one] as const))('%s', (_, { text, by }) => {
  const scene = model(at(text, { of: by[0] ?? '' }))

  it('is read whole: each line has its typeset form, its shape and its finite numbers', () => {
    expect([scene.refused, scene.broken, scene.of]).toEqual(['', [], by[0]])
    for (const { text: line, formula, named } of scene.rows) {
      expect(formula, line).toBeDefined()
      expect(named.length, line).toBeGreaterThan(0)
      for (const { value, gradient, name } of named) {
        expect([...(value?.data ?? [Number.NaN])].every(Number.isFinite), name).toBe(true)
        expect(gradient?.shape, name).toEqual(value?.shape)
      }
    }
  })

  it('has gradients that differences confirm', () => {
    const { layer, inputs, arriving, numbers } = scene
    if (!layer || !arriving || !numbers) throw new Error('the layer could not be computed')
    const weights = arriving
    const loss = (name: string, data: Float64Array): number => {
      const moved = { ...inputs, [name]: new Tensor(data, inputs[name]?.shape ?? []) }
      const y = evaluate(layer, moved, weights).value(layer.output)
      return [...y.data].reduce((sum, value, k) => sum + value * nth(weights.data, k), 0)
    }
    for (const name of by) {
      const data = Float64Array.from(inputs[name]?.data ?? [])
      const moved = (step: number) => loss(name, data.with(0, nth(data, 0) + step))
      const numeric = (moved(1e-5) - moved(-1e-5)) / 2e-5
      expect(nth(numbers.value(`d${name}`).data, 0), name).toBeCloseTo(numeric, 5)
    }
  })
})

describe('a program with mistakes', () => {
  it('says under each line what is wrong with it, and goes on', () => {
    const scene = model(at('x: N×D\nw: D×M\ns = x ww\nh = s + 1\ny = tanh(x)'))
    expect(scene.broken).toEqual([3, 4])
    expect(scene.rows[2]?.fault?.sentence).toMatch(/no “ww” here: did you mean “w”/)
    expect(scene.rows[2]?.fault?.suggestions).toEqual(['s = x w'])
    expect(scene.rows[3]?.fault?.sentence).toBe('It waits for line 3, which says what s is.')
    expect(scene.rows[4]?.named[0]?.value?.shape).toEqual([3, 4])
    expect(sentence(scene)).toMatch(/Lines 3 and 4 cannot be read/)
  })

  it('says why there is nothing where there is nothing', () => {
    expect(model(at('')).refused).toMatch(/no line yet/)
    expect(model(at('x: N')).refused).toMatch(/No line says what the layer computes/)
    expect(sentence(model(at('y = q')))).toMatch(/No line that computes something.*Line 1 cannot be read/)
  })

  it('names the first line whose numbers are none, and no later one', () => {
    const { rows } = model(at('x: N\ny = log(x - 5)\nz = y + 1'))
    expect(rows.map(({ breaks }) => breaks !== '')).toEqual([false, true, false])
  })
})

describe('sizes', () => {
  it('are refused with the bound before anything is computed', () => {
    const sizes = Object.fromEntries([...'ABCDEFGH'].map((letter) => [letter, longestAxis]))
    const { refused, numbers } = model(at('x: A×B×C×D×E×F×G×H\ny = x * 2', { sizes }))
    expect([numbers, refused]).toEqual([undefined, expect.stringContaining(mostNumbers.toLocaleString('en'))])
    expect(model(at('x: 1000000×1000000\ny = x * 2')).refused).toMatch(/at most/)
    expect(model(at(linear, { sizes: { N: 12, D: 12, M: 12 } })).refused).toBe('')
  })

  it('that leave an axis nothing are refused by name', () => {
    const convolution = 'x: T\nw: K\ny[t] = Σ_k x[t+k] w[k]'
    expect(model(at(convolution, { sizes: { T: 2, K: 5 } })).refused).toMatch(
      /y has an axis of length T-K\+1/,
    )
  })

  it('stand beside the letters, and an entry that was set stays at its place', () => {
    const set = withSet(at(linear), nth(nth(model(at(linear)).rows, 0).named, 0), 5, 9)
    expect(set).toEqual({ entries: { 'x.2.2': 9 } })
    const x = nth(nth(model(at(linear, { ...set, sizes: { D: 2 } })).rows, 0).named, 0)
    expect([badge(x), x.value?.data[3]]).toEqual(['N × D = 3 × 2', 9])
  })
})

describe('what is too long when it is written out', () => {
  const nested = (fn: string, times: number) => `x: N×D\ny = ${`${fn}(`.repeat(times)}x${')'.repeat(times)}`
  it.each(['mish', 'softmax', 'std', 'selu'])('%s of itself, many times', (fn) => {
    const { faults } = read(nested(fn, 60))
    expect(faults.get(1)?.sentence).toMatch(/more than 1,000 operations/)
    expect(read(nested(fn, 3)).faults.size).toBe(0)
  })
})

test('numbers by name go into a link and come back', () => {
  const field = counts(-10, 10, 3)
  for (const values of [{}, { N: 3 }, { 'x.1.2': -0.5, w: 1e-7 }])
    expect(field.parse(field.format(values))).toEqual(values)
  for (const text of ['N', 'N=', 'N=11', '1=2', 'N=1,M=1,D=1,K=1', 'N=x', '=3'])
    expect(() => field.parse(text)).toThrow('expected')
})

test('the seed changes the numbers, and the comment of a line says which they are', () => {
  const of = (line: string, seed = 1) =>
    model(at(`${line}\ny = t * 2`, { seed })).inputs['t'] ?? new Tensor(new Float64Array(0), [0])
  expect(of('t: N×C', 2).data).not.toEqual(of('t: N×C').data)
  const rows = (tensor: Tensor) => tensor.toArray() as number[][]
  for (const row of rows(of('t: N×C  # one-hot rows'))) expect(row.toSorted()).toEqual([0, 0, 0, 1])
  expect(rows(of('t: 2×2  # causal'))).toEqual([
    [1, 0],
    [1, 1],
  ])
  expect([...of('t: N×C  # positive').data].every((value) => value > 0)).toBe(true)
  expect([...of('t: N×C  # 1 or 0').data].every((value) => value === 0 || value === 1)).toBe(true)
})

test('programs are kept by name, a new one over the old, and no more than a bound', () => {
  const first = withKept({}, ' mine ', 'x: N').programs ?? {}
  expect(first).toEqual({ mine: 'x: N' })
  expect(withKept(first, 'mine', 'x: M').programs).toEqual({ mine: 'x: M' })
  expect(withKept(first, '  ', 'x: N').problem).toMatch(/name/)
  const many = Object.fromEntries(Array.from({ length: 30 }, (_, k) => [`p${k}`, 'x: N']))
  expect(withKept(many, 'one more', 'x: N').problem).toMatch(/30 programs/)
  expect(withKept(many, 'p3', 'x: D').programs?.['p3']).toBe('x: D')
})

test('the gallery’s states have ids of their own', () => {
  expect(new Set(demos.map(({ props }) => props.id)).size).toBe(demos.length)
})
