import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { walk, withEntry } from '../grid/grid'
import { parseNumber, stepSize, tidy } from './number'

describe('a number as people type it', () => {
  it('takes a true minus, a decimal comma and powers of ten', () => {
    expect(parseNumber('−0.5')).toEqual({ value: -0.5 })
    expect(parseNumber(' 1,5 ')).toEqual({ value: 1.5 })
    expect(parseNumber('1.2e3')).toEqual({ value: 1200 })
    expect(Object.is((parseNumber('-0') as { value: number }).value, 0)).toBe(true)
  })

  it('says what is wrong with anything else', () => {
    expect(parseNumber('abc')).toEqual({ error: '“abc” is not a number: write it like −0.5 or 1.2e3.' })
    expect(parseNumber('')).toMatchObject({ error: expect.stringMatching(/empty/) })
    for (const text of ['0x10', 'Infinity', 'NaN', '1e', '--1', '1 2', '1,2,3'])
      expect(parseNumber(text)).toHaveProperty('error')
    expect(parseNumber('1e99')).toMatchObject({
      error: expect.stringMatching(/out of range.*from −1000000 to 1000000/),
    })
  })

  it('is a finite number in range or a sentence, for any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const typed = parseNumber(text)
        if ('value' in typed) expect(Math.abs(typed.value)).toBeLessThanOrEqual(1e6)
        else expect(typed.error).toMatch(/\.$/)
      }),
    )
  })

  it('steps coarser with Shift, finer with Alt, and lands on round numbers', () => {
    expect(stepSize(0.1, { shiftKey: true, altKey: false })).toBeCloseTo(1)
    expect(stepSize(0.1, { shiftKey: false, altKey: true })).toBeCloseTo(0.01)
    expect(tidy(0.1 + 0.2)).toBe(0.3)
  })
})

describe('a grid', () => {
  it('is walked by arrow keys and never left', () => {
    expect(walk('ArrowRight', [0, 0], 2, 3)).toEqual([0, 1])
    expect(walk('ArrowRight', [0, 2], 2, 3)).toEqual([0, 2])
    expect(walk('ArrowUp', [0, 2], 2, 3)).toEqual([0, 2])
    expect(walk('End', [0, 0], 2, 3)).toEqual([0, 2])
    expect(walk('End', [0, 0], 2, 3, true)).toEqual([1, 2])
    expect(walk('a', [0, 0], 2, 3)).toBeUndefined()
  })

  it('changes one entry and leaves the old matrix as it was', () => {
    const old = [
      [1, 2],
      [3, 4],
    ]
    expect(withEntry(old, 1, 0, 9)).toEqual([
      [1, 2],
      [9, 4],
    ])
    expect(old[1]).toEqual([3, 4])
  })
})
