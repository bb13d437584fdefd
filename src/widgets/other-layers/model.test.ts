import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entryOf, parse } from '@/autodiff'
import type { Numbers } from '@/topics/linear-layer/model'
import { toText } from '../in-code/tokens'
import { program } from './code'
import { inputsOf, layers, type Input, type LayerName } from './layer'
import { checkState, model, type State } from './model'
import { start } from './start'
import { patternText, sentence } from './words'

const names = Object.keys(layers) as LayerName[]
const cases = names.flatMap((layer) => inputsOf(layer).map((by) => [layer, by] as const))
const share = (of: State) => {
  const { wired, all } = model(of).count
  return [wired, all]
}

const below = (subscript: string) => String('₀₁₂₃'.indexOf(subscript))
const cell = fc.double({ min: -3, max: 3, noNaN: true }).filter((value) => Math.abs(value) > 1e-3)
const table = (height: number, width: number) =>
  fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: height, maxLength: height })
const states = fc.record({
  N: fc.integer({ min: 1, max: 3 }),
  x: table(3, 3),
  w: table(3, 2),
  b: table(1, 3),
  dy: table(3, 3),
  labels: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 3, maxLength: 3 }),
})

describe('each layer', () => {
  it.each(cases)('%s by %s: the short formula is what the core and central differences say', (layer, by) => {
    fc.assert(
      fc.property(states, (numbers) => {
        const { gap } = model({ ...start, ...numbers, layer, by })
        expect(gap.core).toBeLessThan(1e-12)
        expect(gap.differences).toBeLessThan(1e-6)
      }),
      { numRuns: 40 },
    )
  })

  it.each(cases)('%s by %s: an entry of the gradient is the sum of its terms', (layer, by) => {
    fc.assert(
      fc.property(states, fc.nat(2), fc.nat(2), (numbers, row, column) => {
        const { terms, value } = model({ ...start, ...numbers, layer, by, row, column })
        expect(terms.reduce((total, { dy, rate }) => total + dy * rate, 0)).toBeCloseTo(value, 10)
      }),
      { numRuns: 20 },
    )
  })

  it.each(cases)('%s by %s: a rate on paper comes to the number beside it', (layer, by) => {
    for (const [row, column] of [
      [0, 0],
      [1, 1],
      [0, 2],
    ] as const) {
      // prettier-ignore
      const state: State = { ...start, layer, by, row, column }
      const { x, y, p, terms } = model(state)
      const tables: Record<string, Numbers> = { x, y, w: state.w, b: state.b }
      const at = (of: Numbers | undefined, i: string, j: string) =>
        `(${of?.[Number(i) - 1]?.[Number(j) - 1]})`
      for (const { text, rate } of terms) {
        const filled = text
          .replace(/\{(\w)\.(\d)\.(\d)\}/g, (_, name: string, i: string, j: string) => at(tables[name], i, j))
          .replace(/p([₁₂₃]),([₁₂₃])/, (_, i: string, j: string) => at(p, below(i), below(j)))
          .replace(/\[(.*) > 0\]/, 'greater($1, 0)')
        expect(parse(filled).f({}).item(), `${text}: ${filled}`).toBeCloseTo(rate, 10)
      }
    }
  })

  it.each(cases)('%s by %s: what is not wired is zero, and the figure says the pattern', (layer, by) => {
    const state: State = { ...start, layer, by }
    for (const { value, wired } of model(state).jacobian.flat()) if (!wired) expect(value + 0).toBe(0)
    expect(patternText(state, model(state).by)).toMatch(/^[A-Z].*\.$/)
    expect(sentence(state, model(state))).not.toMatch(/NaN|undefined/)
  })
})

describe('the pattern of the Jacobian', () => {
  const of = (layer: LayerName, by: Input = 'x', N = 2) => share({ ...start, layer, by, N })
  it('is diagonal for a layer that works entry by entry', () => {
    expect(of('tanh')).toEqual([6, 36])
    expect(of('bias')).toEqual([6, 36])
  })
  it('has as many ones a row as a sum has terms, and the other way round for a broadcast', () => {
    const [sum, broadcast] = (['sum', 'broadcast'] as const).map((layer) =>
      model({ ...start, layer, by: layer === 'sum' ? 'x' : 'b' }).jacobian.map((row) =>
        row.map(({ value }) => value),
      ),
    )
    expect(broadcast).toEqual(sum?.[0]?.map((_, j) => sum.map((row) => row[j])))
    expect(of('sum')).toEqual([6, 18])
  })
  it('has a block a row of the batch where rows do not mix, and stacked blocks where they share w', () => {
    expect(of('product', 'x')).toEqual([12, 24])
    expect(of('batch', 'x', 3)).toEqual([18, 54])
    expect(of('product', 'w')).toEqual([12, 24])
    expect(of('softmax', 'x', 3)).toEqual([9, 27])
  })
  it('shows p − t, row by row, for softmax with cross-entropy', () => {
    const state: State = { ...start, layer: 'softmax', dy: start.dy.map((row) => row.map(() => 1)) }
    const { p = [], gradient } = model(state)
    gradient.forEach((row, n) =>
      row.forEach((value, j) =>
        expect(value).toBeCloseTo(entryOf(p, n, j) - (state.labels[n] === j + 1 ? 1 : 0), 12),
      ),
    )
  })
})

describe('at its edges', () => {
  it('says that ReLU has a kink at zero, where differences and the formula part', () => {
    const state: State = { ...start, layer: 'relu', x: [[0, 1, 2], [1, 1, 1], [1, 1, 1]] } // prettier-ignore
    const scene = model(state)
    expect(scene.kinks).toBe(1)
    expect(scene.gap.differences).toBeGreaterThan(0.1)
    expect(sentence(state, scene)).toMatch(/kink/)
  })
  it('stays finite at huge numbers', () => {
    const x = start.x.map((row) => row.map((value) => value * 1e6))
    for (const [layer, by] of cases) {
      const scene = model({ ...start, layer, by, x })
      expect([...scene.gradient.flat(), ...scene.y.flat(), scene.gap.core].every(Number.isFinite)).toBe(true)
    }
  })
  it('takes an input the layer has when the link names another, and stays inside its shape', () => {
    expect(model({ ...start, layer: 'broadcast', by: 'w', row: 2, column: 2 })).toMatchObject({
      by: 'b',
      at: { row: 0, column: 2 },
    })
  })
  it('says what is wrong with tables from a link', () => {
    expect(checkState(start)).toBeUndefined()
    expect(checkState({ ...start, x: [[1]] })).toMatch(/x is not 3 × 3/)
    expect(checkState({ ...start, labels: [1] })).toMatch(/three labels/)
  })
})

// Numbers at which a softmax written carelessly divides by zero, or ends at infinity.
const huge = { x: [[1000, -2000, 0.5], [0, 1e-8, 123456.75], [-0.0001, 3, 3]] } // prettier-ignore
const texts = (language: State['language'], more: Partial<State> = {}) =>
  names.map((layer) => {
    const state: State = { ...start, ...more, layer, language }
    return toText(program(state, model(state)).whole)
  })

const harness = `
import json, sys
out = []
for text in json.load(sys.stdin):
    scope = {}
    exec(text.replace("print(", "(lambda *a: None)("), scope)
    out.append({name: scope[name].tolist() for name in ("y", "dx", "dw", "db") if name in scope})
print(json.dumps(out))
`
const imports = (library: string) => spawnSync('python3', ['-c', `import ${library}`]).status === 0

describe('the program', () => {
  it('in PyTorch is as it was', () => {
    expect(texts('torch').join('\n——\n')).toMatchSnapshot()
  })
  for (const language of ['numpy', 'torch'] as const)
    for (const [numbers, more] of [
      ['usual', {}],
      ['huge', huge],
    ] as const)
      // prettier-ignore
      it.skipIf(!imports(language))(`in ${language} runs as it stands, on ${numbers} numbers, as the core does`, () => {
        const { stdout, stderr } = spawnSync('python3', ['-c', harness], {
          input: JSON.stringify(texts(language, more)),
          encoding: 'utf8',
        })
        if (stdout === '') throw new Error(stderr)
        const found = JSON.parse(stdout) as Record<string, number[][]>[]
        for (const [k, layer] of names.entries())
          for (const by of inputsOf(layer)) {
            const { y, gradient } = model({ ...start, ...more, layer, by })
            const close = (a: number[][] | undefined, b: number[][]) =>
              b.forEach((row, i) => row.forEach((value, j) => expect(a?.[i]?.[j]).toBeCloseTo(value, 9)))
            close(found[k]?.y, y)
            close(found[k]?.[`d${by}`], gradient)
          }
      }, 60_000)
})
