import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entryOf } from '@/autodiff'
import { back, gradientsOf, makes, steps, type Made } from './back'
import { checkState } from './check'
import { model, sees, sizes, start, type Given, type State } from './model'
import { backSentence, sentence, spokenRules, stepNames } from './words'

const cell = fc.double({ min: -3, max: 3, noNaN: true }).filter((value) => Math.abs(value) > 1e-3)
const table = (height: number, width: number) =>
  fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: height, maxLength: height })
const { N, M, D, P } = sizes
const states: fc.Arbitrary<State> = fc.record({
  Q: table(N, D),
  K: table(M, D),
  V: table(M, P),
  dy: table(N, P),
  mask: fc.constantFrom('none', 'causal'),
  of: fc.constantFrom<Given>('Q', 'K', 'V'),
  row: fc.nat(2),
  column: fc.nat(4),
  delta: fc.double({ min: -2, max: 2, noNaN: true }),
  step: fc.nat(6),
})
const everywhere = (holds: (state: State) => void) =>
  fc.assert(
    fc.property(states, (state) => {
      holds(state)
    }),
    { numRuns: 80, seed: 1, endOnFailure: true },
  )

describe('a head, nudged', () => {
  it('has weights that add up to 1 in each row, and none where a key is not seen', () =>
    everywhere((state) => {
      const { A } = model(state).after
      for (const [n, row] of A.entries()) {
        expect(row.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12)
        row.forEach((weight, m) => expect(weight === 0).toBe(!sees(state.mask, n, m)))
      }
    }))

  it('moves where it says that it can, and nowhere else', () =>
    everywhere((state) => {
      const { before, after, reaches } = model({ ...state, delta: 0.7 })
      for (const name of ['S', 'A', 'y'] as const)
        before[name].forEach((row, i) =>
          row.forEach((value, j) => {
            expect(reaches[name](i, j) || entryOf(after[name], i, j) === value).toBe(true)
          }),
        )
    }))

  it('moves everything that it says can move, at numbers of no special kind', () => {
    for (const mask of ['none', 'causal'] as const)
      for (const of of ['Q', 'K', 'V'] as const)
        start[of].forEach((line, row) =>
          line.forEach((_, column) => {
            const generic = (k: number) => start[k === 0 ? 'Q' : k === 1 ? 'K' : 'V'].map((each, i) => each.map((__, j) => 0.3 + 0.37 * i + 0.21 * j + 0.11 * i * j * j + 0.05 * k))
            const state: State = { ...start, Q: generic(0), K: generic(1), V: generic(2), mask, of, row, column, delta: 0.5 }
            const { before, after, reaches } = model(state)
            for (const name of ['S', 'A', 'y'] as const)
              before[name].forEach((each, i) =>
                each.forEach((value, j) => expect(entryOf(after[name], i, j) !== value, `${name} ${i} ${j} by ${of} ${row} ${column}, ${mask}`).toBe(reaches[name](i, j))),
              )
          }),
        )
  }) // prettier-ignore

  it('is predicted exactly by the values, in which it is linear', () =>
    everywhere((state) => expect(model({ ...state, of: 'V' }).remainder).toBe(0)))

  it('by a query or a key is missed by a remainder that quarters, about, when Δ is halved', () => {
    for (const of of ['Q', 'K'] as const) {
      const missed = (delta: number) => model({ ...start, of, delta }).remainder
      expect(missed(0.02) / missed(0.01)).toBeCloseTo(4, 1)
    }
  })

  it('says which rows move, for any state, and of the start what is so', () => {
    everywhere((state) => expect(sentence(state, model(state))).not.toMatch(/NaN|undefined/))
    expect(sentence(start, model(start))).toMatch(
      /^Nudge \{Q\.1\.1\} by 0\.5: row 1 of S, of A and of \{y\} can move, since query 1 asks/,
    )
    const masked: State = { ...start, mask: 'causal', of: 'K', row: 2 }
    expect(sentence(masked, model(masked))).toMatch(/column 3 of S can move, and with it row 2 of A/)
    const value: State = { ...start, of: 'V', row: 2, column: 4 }
    expect(sentence(value, model(value))).toMatch(
      /S and A stay; column 5 of \{y\} moves in rows 1 and 2.*does as predicted/,
    )
  })
})

describe('the way back', () => {
  const made = Object.keys(makes) as Made[]

  it('ends in the gradients that the core’s pullback and central differences give', () =>
    everywhere((state) => {
      for (const { core, differences } of back(state).gaps) {
        expect(core).toBeLessThan(1e-12)
        expect(differences).toBeLessThan(1e-7)
      }
    }))

  it('shows products that are what they say: each entry is its sum', () =>
    everywhere((state) => {
      for (const name of made) {
        const { product } = back({ ...state, step: steps.indexOf(name) })
        if (!product) throw new Error(name)
        const { left, right, entrywise, values } = product
        values.forEach((row, i) =>
          row.forEach((value, j) => {
            const sum = entrywise
              ? entryOf(left.values, i, j) * entryOf(right.values, i, j)
              : right.values.reduce(
                  (all, line, k) => all + entryOf(left.values, i, k) * entryOf([line], 0, j),
                  0,
                )
            expect(sum).toBeCloseTo(value, 10)
          }),
        )
        expect(product.value).toBe(entryOf(values, product.row, product.column))
      }
    }))

  it('hands rows of scores that add up to 0 on, and nothing to a score that is masked', () =>
    everywhere((state) => {
      const dS = gradientsOf(state).dS.toArray() as number[][]
      dS.forEach((row, n) => {
        expect(row.reduce((a, b) => a + b, 0)).toBeCloseTo(0, 10)
        row.forEach((value, m) => {
          if (!sees(state.mask, n, m)) expect(Math.abs(value)).toBe(0)
        })
      })
    }))

  it('has another transpose in each of its three gradients', () => {
    const turns = (['dV', 'dQ', 'dK'] as const).map((name) => [makes[name].left, makes[name].right].map(({ name: of, turned }) => `${of}${turned ? 'ᵀ' : ''}`).join(' ')) // prettier-ignore
    expect(turns).toEqual(['Aᵀ dy', 'dSscaled K', 'dSscaledᵀ Q'])
  })

  it('has a sentence, a name and words for every step', () => {
    for (const [k, step] of steps.entries()) {
      expect(backSentence(back({ ...start, step: k }))).toMatch(/^[A-Z].*\.$/)
      expect(stepNames[step]).not.toBe('')
      expect(spokenRules[step]).not.toBe('')
    }
    expect(new Set(steps.map((_, k) => backSentence(back({ ...start, step: k })))).size).toBe(steps.length)
  })
})

describe('at its edges', () => {
  it('stays finite at huge scores', () => {
    const huge = start.Q.map((row) => row.map((value) => value * 1e6))
    for (const mask of ['none', 'causal'] as const) {
      const { A, y } = model({ ...start, Q: huge, mask }).after
      expect([...A.flat(), ...y.flat()].every(Number.isFinite)).toBe(true)
    }
  })
  it('keeps a link’s entry inside the matrix, and refuses a matrix of another shape in words', () => {
    expect(model({ ...start, of: 'Q', row: 2, column: 4 })).toMatchObject({ row: 1, column: 3 })
    expect(checkState(start)).toBeUndefined()
    expect(checkState({ ...start, V: [[1]] })).toMatch(/V is not 3 × 5/)
  })
})
