import { describe, expect, it } from 'vitest'
import { inputsOf, partsOf, pieces, spoken, type Source } from './model'

const outputs = (source: Source, values: readonly number[]) =>
  pieces(source, values).flatMap((piece) => (piece.kind === 'output' ? [piece.text] : []))

const square = {
  text: 'If *x* moves from {x=2} by {dx=0.1}, *y* moves by about {2*x*dx}; truly by {true change: (x+dx)^2-x^2}.',
}

describe('a sentence with numbers in it', () => {
  it('is words, symbols, numbers to change and numbers that are computed', () => {
    const parts = partsOf(square.text)
    expect(parts.map(({ kind }) => kind).join(' ')).toBe(
      'words words words input words input words words words output words output words',
    )
    expect(inputsOf(parts)).toEqual([
      { kind: 'input', name: 'x', start: 2 },
      { kind: 'input', name: 'dx', start: 0.1 },
    ])
    expect(parts.filter((part) => part.kind === 'output').map(({ label }) => label)).toEqual([
      '2*x*dx',
      'true change',
    ])
  })

  it('computes the others from the reader’s', () => {
    expect(outputs(square, [])).toEqual(['0.4', '0.41'])
    expect(outputs(square, [3, -1])).toEqual(['−6', '−5'])
    expect(spoken(pieces(square, [3, -1]))).toBe('If x moves from 3 by −1, y moves by about −6; truly by −5.')
  })

  it('knows what a function does at x under a nudge, from its one expression', () => {
    const text = '{x=2} {dx=0.1} {y} {slope} {linear} {change} {remainder}'
    expect(outputs({ text, f: 'x^2' }, [])).toEqual(['4', '4', '0.4', '0.41', '0.01'])
    expect(outputs({ text: '{x=2} {a=3} {slope}', f: 'a x^2' }, [2, 5])).toEqual(['20'])
  })

  it('says so where a number is not defined', () => {
    expect(outputs({ text: '{x=1} {ln(x)} {1/x}' }, [0])).toEqual(['not defined', 'not defined'])
  })

  it('stops the build at what can’t be read', () => {
    expect(() => outputs({ text: '{x=2} {2*z}' }, [])).toThrow(/z/)
    expect(() => outputs({ text: '{a=2} {slope}', f: 'a^2' }, [])).toThrow(/needs an x/)
  })
})
