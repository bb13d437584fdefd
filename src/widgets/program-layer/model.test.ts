import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nth, random } from '@/autodiff'
import { readLayer } from '@/derive'
import { derived, type Derived } from '@/topics/programs/derived'
import { programs } from '@/topics/programs/programs'
import { model } from './model'
import { checkFor, shapesOf, sizeOf, startOf, type Inputs } from './state'
import { patternText, sentence } from './words'

type Nested = number | Nested[]
const nest = ([length, ...rest]: readonly number[], next: () => number): Nested =>
  length === undefined ? next() : Array.from({ length }, () => nest(rest, next))

/** Rows with one 1 each. */
const hotRows = ([length = 1, ...rest]: readonly number[], next: () => number): Nested => {
  if (rest.length) return Array.from({ length }, () => hotRows(rest, next))
  const hot = Math.floor(length * next())
  return Array.from({ length }, (_, k) => (k === hot ? 1 : 0))
}

/** Inputs for any program: lengths that all differ, numbers from a seed. */
function inputsFor(text: string, seed: number): Inputs {
  const all = [3, 2, 4]
  const sizes = new Map<string, number>()
  const next = random(seed)
  const long = (dim: string | number) => {
    if (typeof dim === 'number') return dim
    const known = sizes.get(dim) ?? nth(all, sizes.size % 3)
    sizes.set(dim, known)
    return known
  }
  return Object.fromEntries(
    readLayer(text).inputs.map(({ name, shape, oneHot }) => {
      const lengths = shape.map(long)
      const given = oneHot
        ? hotRows(lengths, next)
        : nest(lengths, () => 0.3 + Math.round(200 * next()) / 100)
      return [name, given as never]
    }),
  )
}

const layers = new Map(programs.map(({ name }) => [name, derived(name)]))
const cases = programs.flatMap(({ name, by }) => by.map((of) => [name, of] as const))
const layerOf = (name: string): Derived => {
  const found = layers.get(name)
  if (!found) throw new Error(name)
  return found
}
const sceneOf = (name: string, by: string, seed: number, place = 0) => {
  const layer = layerOf(name)
  const inputs = inputsFor(layer.text, seed)
  return model(layer, shapesOf(layer, inputs), { ...startOf(layer, inputs), by, place })
}

describe('any program of the list', () => {
  it.each(cases)('%s by %s: the short formula is what the core and central differences say', (name, by) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const { gap } = sceneOf(name, by, seed)
        expect(gap.core).toBeLessThan(1e-9)
        expect(gap.differences).toBeLessThan(1e-4)
      }),
      { numRuns: 3, seed: 1 },
    )
  })

  it.each(cases)('%s by %s: an entry is the sum of its terms, and what is not wired is zero', (name, by) => {
    const { summed, value, jacobian, place, gradient, reached } = sceneOf(name, by, 5, 1)
    expect(gradient.data[place]).toBe(value)
    expect(summed.terms.reduce((sum, { dy, rate }) => sum + dy * rate, 0)).toBeCloseTo(value, 9)
    expect(reached.size).toBe(summed.terms.length)
    for (const { value: rate, wired } of jacobian.flat()) if (!wired) expect(Math.abs(rate)).toBe(0)
  })

  it.each(cases)('%s by %s: what it says is whole', (name, by) => {
    const scene = sceneOf(name, by, 9)
    expect(sentence(scene)).not.toMatch(/NaN|undefined/)
    expect(patternText(scene)).toMatch(/^[A-Z].*\.$/)
  })
})

describe('the figures of the chapter', () => {
  it('a residual block has the identity in its Jacobian: with weights of zero, nothing else', () => {
    const layer = layerOf('residual')
    const inputs = { x: [[1, -2], [3, 4]], w: [[0, 0], [0, 0]] } // prettier-ignore
    const { jacobian } = model(layer, shapesOf(layer, inputs), startOf(layer, inputs))
    expect(jacobian.map((row) => row.map(({ value }) => value + 0))).toEqual([[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]]) // prettier-ignore
  })

  it('layer norm has a block a row of the batch, an embedding one 1 a row, a filter its weights in a band', () => {
    const count = (name: string, by: string, inputs: Inputs) => {
      const layer = layerOf(name)
      const scene = model(layer, shapesOf(layer, inputs), { ...startOf(layer, inputs), by })
      return [scene.count.wired, scene.count.all]
    }
    expect(count('plain-layer-norm', 'x', { x: [[1, 2, 4], [0, 1, -1]] })).toEqual([18, 36]) // prettier-ignore
    const t = [[0, 1, 0, 0], [0, 0, 0, 1], [0, 1, 0, 0]] // prettier-ignore
    const E = [[1, 2], [3, 4], [5, 6], [7, 8]] // prettier-ignore
    expect(count('embedding', 'E', { t, E })).toEqual([6, 48])
    expect(count('filter', 'x', { x: [1, 2, 3, 4, 5], w: [1, -2, 3] })).toEqual([9, 15])
  })
})

it('says where central differences part from the formula: on a kink', () => {
  const layer = layerOf('relu')
  const inputs = { x: [[1, -1]], w: [[2], [2]] }
  const scene = model(layer, shapesOf(layer, inputs), startOf(layer, inputs))
  expect(scene.gap.differences).toBeGreaterThan(0.1)
  expect(sentence(scene)).toMatch(/bends within their step/)
})

describe('a link', () => {
  const layer = layerOf('residual')
  const inputs = inputsFor(layer.text, 3)
  const start = startOf(layer, inputs)
  it('with other numbers of entries is refused in words', () => {
    expect(checkFor(start)(start)).toBeUndefined()
    expect(checkFor(start)({ ...start, values: [1] })).toMatch(/must give \d+ numbers/)
  })
  it('that picks an entry beyond the gradient stays inside', () => {
    const scene = model(layer, shapesOf(layer, inputs), { ...start, place: 1000 })
    expect(scene.place).toBe(sizeOf(scene.shapes.input) - 1)
  })
})
