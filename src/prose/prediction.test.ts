import { describe, expect, it } from 'vitest'
import { measure } from './prediction'

describe('a number to predict', () => {
  it('is the change of an expression under a nudge, beside what the slope says and what is left over', () => {
    expect(measure({ of: 'x^2', at: { x: 2 }, nudge: { x: 0.5 } })).toEqual({
      before: 4,
      change: { after: 6.25, linear: 2, true: 2.25, remainder: 0.25, slope: 4 },
    })
  })

  it('takes tensors, and lets names that are not nudged rest', () => {
    const { change } = measure({
      of: 'sum(x @ w)',
      at: {
        x: [[1, 2]],
        w: [
          [3, 4],
          [5, 6],
        ],
      },
      nudge: { x: [[0.1, 0]] },
    })
    expect(change?.linear).toBeCloseTo(0.7, 12)
    expect(change?.true).toBeCloseTo(0.7, 12)
    expect(change).not.toHaveProperty('slope')
  })

  it('is a value where there is no nudge', () => {
    expect(measure({ of: 'n + 2m', at: { n: 3, m: 4 } })).toEqual({ before: 11 })
  })

  it('stops the build at a wrong expression, name or value, and says which', () => {
    expect(() => measure({ of: 'x^', at: { x: 2 } })).toThrow(/Expected/)
    expect(() => measure({ of: 'z^2', at: { x: 2 } })).toThrow(/z/)
    expect(() => measure({ of: 'x^2', at: { x: 2 }, nudge: { z: 1 } })).toThrow(/moves “z”/)
    expect(() => measure({ of: 'x', at: { x: [1, 2] } })).toThrow(/one finite number.*\[1,2\]/)
    expect(() => measure({ of: 'log(x)', at: { x: 0 } })).toThrow(/one finite number/)
  })
})
