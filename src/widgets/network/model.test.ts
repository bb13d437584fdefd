import { entryOf } from '@/autodiff'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Numbers } from '@/topics/linear-layer/model'
import { checkState } from './check'
import { batchOf, given, made, model, start, steps, withHidden, type State } from './model'
import { sentence, stepNames } from './words'

const at = (step: number, state: State = start) => model({ ...state, step })
const last = steps.length - 1
const known = (step: number, what: 'value' | 'gradient') =>
  at(step)
    .nodes.filter((node) => node[what])
    .map(({ name }) => name)

describe('the walk', () => {
  it('fills values forward, one node a step', () => {
    expect(known(0, 'value')).toEqual([...given, 'c'])
    expect(known(1, 'value')).toContain('s1')
    expect(known(1, 'value')).not.toContain('a')
    expect(known(made.length, 'value')).toHaveLength(given.length + made.length + 1)
  })

  it('carries gradients back, none before the loss is there, all at the end, and none for the labels', () => {
    expect(known(made.length, 'gradient')).toEqual([])
    expect(known(made.length + 1, 'gradient').toSorted()).toEqual(['L', 'e'])
    expect(known(last, 'gradient').toSorted()).toEqual([...given, ...made].toSorted())
  })

  it('knows at which step each node gets its value and its gradient', () => {
    for (const node of at(last).nodes) {
      if (node.known > 0) expect(at(node.known - 1).of(node.name).value).toBeNull()
      expect(at(node.known).of(node.name).value).toEqual(node.value)
      if (node.name === 'c' || node.name === 'L') continue
      expect(at(node.complete - 1).of(node.name).gradient).toBeNull()
      expect(at(node.complete).of(node.name).gradient).toEqual(node.gradient)
    }
  })

  it('gives at z what the chapter derives: p less the one-hot label, over N', () => {
    const { of } = at(last)
    const wanted = (of('logp').value ?? []).map((row, n) =>
      row.map((logp, k) => (Math.exp(logp) - (start.labels[n] === k + 1 ? 1 : 0)) / 3),
    )
    of('z').gradient?.forEach((row, n) =>
      row.forEach((value, k) => expect(value).toBeCloseTo(entryOf(wanted, n, k), 12)),
    )
  })
})

// Not fc.double: most of its numbers are next to zero, and there every a stands on the kink.
const cell = fc.integer({ min: -200, max: 200 }).map((hundredths) => hundredths / 100)
const table = (height: number, width: number): fc.Arbitrary<Numbers> =>
  fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: height, maxLength: height })
const states = fc.integer({ min: 1, max: 4 }).chain((H) =>
  fc.record({
    x: table(3, 2),
    w1: table(2, H),
    b1: table(1, H),
    w2: table(H, 2),
    b2: table(1, 2),
    labels: fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 3, maxLength: 3 }),
    step: fc.integer({ min: 0, max: last }),
  }),
)

describe('at any numbers', () => {
  it('every gradient is what central differences find, but on a kink', () => {
    expect.hasAssertions()
    fc.assert(
      fc.property(states, (state) => {
        const { gaps, of } = model({ ...state, step: last })
        const near = of('a')
          .value?.flat()
          .some((value) => Math.abs(value) < 1e-3)
        if (!near) for (const { value } of gaps) expect(value).toBeLessThan(1e-7)
      }),
      { numRuns: 60 },
    )
  })

  it('each step has a name and a sentence without nonsense', () => {
    expect(stepNames).toHaveLength(steps.length)
    fc.assert(
      fc.property(states, (state) => {
        expect(sentence(model(state))).toMatch(/^[A-Z](?!.*(NaN|undefined|Infinity)).*\.$/)
      }),
    )
  })

  it('says that a stands on a kink, where differences and the formula part', () => {
    const kink: State = { ...start, b1: [[0, 0, 0]], x: [[0, 0], [1, 1], [1, 2]], step: last } // prettier-ignore
    expect(model(kink).kinks).toBe(3)
    expect(sentence(model(kink))).toMatch(/kink/)
  })
})

describe('what is given', () => {
  it('keeps the reader’s numbers with more or fewer hidden units', () => {
    const wide = withHidden({ ...start, w1: [[7, 8, 9], [1, 2, 3]] }, 4) // prettier-ignore
    expect(wide.w1[0]?.slice(0, 3)).toEqual([7, 8, 9])
    expect(checkState(wide)).toBeUndefined()
    expect(checkState(withHidden(wide, 1))).toBeUndefined()
  })
  it('takes three points of either data set', () => {
    for (const name of ['moons', 'spiral'] as const)
      expect(checkState({ ...start, ...batchOf(name) })).toBeUndefined()
  })
  it('says what is wrong with matrices from a link', () => {
    expect(checkState(start)).toBeUndefined()
    expect(checkState({ ...start, b1: [[1]] })).toMatch(/b1 is not 1 × 3/)
    expect(checkState({ ...start, labels: [1] })).toMatch(/x is not 1 × 2/)
  })
})
