import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { choice, integer, list, matrix, optional, real, text, type Fields } from './fields'
import { figureIn } from './figureIn'
import { fromLink, toLink } from './link'

type State = {
  step: number
  w: readonly (readonly number[])[]
  loss: 'a' | 'b'
  formula: string
  labels: readonly number[]
  delta: number | undefined
}

const fields: Fields<State> = {
  step: integer(0, 11),
  w: matrix(4, 1e6),
  loss: choice('a', 'b'),
  formula: text(60),
  labels: list(integer(1, 4), 4),
  delta: optional(real(-1, 1)),
}
const start: State = { step: 0, w: [[1, 2]], loss: 'a', formula: '', labels: [1], delta: undefined }
const read = (hash: string) => fromLink(hash, 'fig', start, { fields })
const problem = (hash: string) => {
  const found = read(hash)
  if (!found || !('error' in found)) throw new Error(`${hash} was accepted`)
  return found.error
}

describe('a figure’s link', () => {
  it('brings back any state, and is short: only what differs from the start', () => {
    const cell = fc.integer({ min: -9999, max: 9999 }).map((n) => n / 100)
    const states = fc.record({
      step: fc.integer({ min: 0, max: 11 }),
      w: fc
        .integer({ min: 1, max: 4 })
        .chain((n) =>
          fc.array(fc.array(cell, { minLength: n, maxLength: n }), { minLength: 1, maxLength: 4 }),
        ),
      loss: fc.constantFrom('a' as const, 'b' as const),
      formula: fc.string({ maxLength: 20 }),
      labels: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }),
      delta: fc.option(
        fc.integer({ min: -10, max: 10 }).map((n) => n / 10),
        { nil: undefined },
      ),
    })
    fc.assert(
      fc.property(states, (state) => {
        const hash = toLink('fig', state, start, fields)
        const found = read(hash) ?? { state: start }
        expect('state' in found && toLink('fig', found.state, start, fields)).toBe(hash)
      }),
    )
    expect(toLink('fig', start, start, fields)).toBe('#fig')
    expect(toLink('fig', { ...start, step: 4, w: [[1, 2.5]] }, start, fields)).toBe('#fig?v=1&step=4&w=1,2.5')
  })

  it('is left alone by a figure that it does not name', () => {
    expect(read('#other?v=1&step=99')).toBeUndefined()
    expect(read('#fig')).toBeUndefined()
    expect(read('')).toBeUndefined()
    expect(figureIn('#fig?v=1&step=4')).toBe('fig')
  })

  it('says what is wrong, where, and what was expected', () => {
    expect(problem('#fig?v=9&step=1')).toMatch(/version “9”.*version 1/)
    expect(problem('#fig?v=1&step=12')).toBe(
      "The link sets step to something that can't be used: expected a whole number from 0 to 11, found “12”.",
    )
    expect(problem('#fig?v=1&step=1.5')).toMatch(/whole number/)
    expect(problem('#fig?v=1&w=1,abc')).toMatch(
      /sets w to something that can't be used: expected a number.*found “abc”/,
    )
    expect(problem('#fig?v=1&w=1,NaN')).toMatch(/found “NaN”/)
    expect(problem('#fig?v=1&w=1,2;3')).toMatch(/rows of one length/)
    expect(problem('#fig?v=1&w=1,2,3,4,5')).toMatch(/at most 4 rows and columns/)
    expect(problem('#fig?v=1&loss=c')).toMatch(/one of a, b/)
    expect(problem('#fig?v=1&nope=1')).toMatch(/sets “nope”, which this figure does not have/)
    expect(problem('#fig?v=1&__proto__=1')).toMatch(/does not have/)
    expect(problem(`#fig?v=1&formula=${'x'.repeat(5000)}`)).toMatch(/at most 60 characters/)
    expect(problem('#fig?v=1&labels=1,9')).toMatch(/whole number from 1 to 4/)
  })

  it('has a plus where one was written, by hand or by an older book', () => {
    const formulaIn = (query: string) => {
      const found = read(`#fig?v=1&${query}`)
      return found && 'state' in found ? found.state.formula : found
    }
    expect(toLink('fig', { ...start, formula: '2 + x' }, start, fields)).toBe('#fig?v=1&formula=2%20%2B%20x')
    expect(formulaIn('formula=sin(x)+x')).toBe('sin(x)+x')
    expect(formulaIn('formula=2%20+%20x')).toBe('2 + x')
    expect(formulaIn('formula=2%20+%20x%2B1')).toBe('2 + x+1')
    expect(formulaIn('formula=2+%2B+x')).toBe('2 + x')
    expect(formulaIn('formula=2+%2b+x')).toBe('2 + x')
  })

  it('is followed where a program encoded it once more', () => {
    expect(read('#fig%3Fv%3D1%26step%3D4')).toEqual({ state: { ...start, step: 4 } })
    expect(figureIn('#fig%3Fv%3D1%26step%3D4')).toBe('fig')
    expect(figureIn('#fig%3fv%3d1')).toBe('fig')
    const hash = toLink('fig', { ...start, formula: '2 + 50%' }, start, fields)
    expect(read(`#${encodeURIComponent(hash.slice(1))}`)).toEqual(read(hash))
  })

  it('never throws, whatever stands in it', () => {
    fc.assert(fc.property(fc.string(), (junk) => void read(`#fig?${junk}`)))
    expect(() => figureIn('#%E0%A4%A')).not.toThrow()
    expect(() => read('#fig%3Fv%3D1%E0%A4%A')).not.toThrow()
  })

  it('asks the figure whether the values go together', () => {
    const check = ({ step }: State) => (step === 3 ? 'Not three.' : undefined)
    const found = fromLink('#fig?v=1&step=3', 'fig', start, { fields, check })
    expect(found).toEqual({ error: 'Not three.' })
  })
})
