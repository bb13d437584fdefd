import { describe, expect, it } from 'vitest'
import { handout, resize } from '@/topics/linear-layer/model'
import { model, stepsOf, type State } from './model'

const start: State = { ...handout, target: 'x', row: 0, column: 0, step: 0 }
const batch: State = { ...resize(handout, { N: 3, D: 2, M: 4 }), target: 'w', row: 1, column: 2, step: 0 }
const at = (state: State, kind: string, nth = 0) => {
  const indices = stepsOf(state, { row: state.row, column: state.column }).flatMap((step, i) =>
    step.kind === kind ? [i] : [],
  )
  return model({ ...state, step: indices[nth] ?? -1 })
}

describe('stepping through the linear layer', () => {
  it('passes every equation of the handout, from 1 to 12', () => {
    const printed = stepsOf(start, { row: 0, column: 0 }).flatMap(({ equation }) =>
      equation === '' ? [] : equation.split(', ').map(Number),
    )
    expect(printed.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  })

  it('finds the entry by the products that the handout writes in equation 8', () => {
    const { products, value, gradient } = at(start, 'dot')
    expect(products.map(({ dy, rate }) => [dy, rate])).toEqual([
      [0.5, 1.2],
      [-1, 0.4],
      [2, -0.7],
    ])
    expect(value).toBeCloseTo(-1.2, 12)
    expect(gradient[0]?.[1]).toBeNull()
  })

  it('knows an entry of the gradient only once its dot product is done, and all once they are assembled', () => {
    expect(model(start).gradient).toEqual([[null, null]])
    expect(at(start, 'dot', 1).gradient[0]?.[1]).toBeCloseTo(1.95, 12)
    expect(at(batch, 'assemble').gradient.flat().includes(null)).toBe(false)
  })

  it('lights a column of x and a column of ∂L/∂y for an entry of w', () => {
    const { active, products } = at(batch, 'dot')
    expect(products.map(({ dySym, rateSym }) => [dySym, rateSym])).toEqual([
      ['dy.1.3', 'x.1.2'],
      ['dy.2.3', 'x.2.2'],
      ['dy.3.3', 'x.3.2'],
    ])
    expect([active.x(0, 1), active.x(0, 0), active.dy(2, 2), active.dy(2, 1)]).toEqual([
      true,
      false,
      true,
      false,
    ])
  })

  it('sums the products to the entry that reverse mode finds, for every entry of a batch', () => {
    for (const target of ['x', 'w'] as const)
      batch[target].forEach((line, row) =>
        line.forEach((_, column) => {
          const { products, value } = at({ ...batch, target, row, column }, 'dot')
          expect(products.reduce((sum, { dy, rate }) => sum + dy * rate, 0)).toBeCloseTo(value, 12)
        }),
      )
  })

  it('agrees with central differences', () => {
    for (const loss of ['weighted', 'squared', 'softmax'] as const)
      expect(model({ ...batch, loss, step: 11 }).gap).toBeLessThan(1e-7)
  })

  it('skips the second entry where there is only one, and clamps a step beyond the end', () => {
    const single: State = {
      ...resize(handout, { N: 1, D: 1, M: 2 }),
      target: 'x',
      row: 0,
      column: 0,
      step: 99,
    }
    const { steps, step } = model(single)
    expect(steps.filter(({ kind }) => kind === 'dot')).toHaveLength(1)
    expect(step.kind).toBe('check')
  })

  it('says the slice in words that are true of the shapes', () => {
    expect(at(start, 'slice').says).toMatch(
      /only row 1 of \{y\} moves.*slice, shaped like \{y\}, is row 1 of \{w\}\./,
    )
    expect(at(batch, 'slice').says).toMatch(
      /only column 3 of \{y\} moves.*column 2 of \{x\} in column 3, and zeros elsewhere/,
    )
  })
})
