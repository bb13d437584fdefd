import { describe, expect, it } from 'vitest'
import { blanks, checkFaded, label, options, start, type Blank, type Faded } from './blanks'
import { judge, scene } from './model'

const solved: Faded = {
  ...start,
  moves: 'x[n,d]',
  over: 'n',
  dyAt: 'n,m',
  xAt: 'n,d',
  row: 'd.xT',
  column: 'm.dy',
  left: 'xT',
  right: 'dy',
}
const saysOf = (change: Partial<Faded>, blank: Blank) => judge({ ...start, ...change })[blank]?.says ?? ''

describe('the faded derivation', () => {
  it('has no verdict on an empty blank', () => {
    expect(judge(start)).toEqual({})
  })

  it('accepts the derivation of xᵀ ∂L/∂y and shows numbers that agree with the reverse pass', () => {
    const { done, known, sum, fromCore } = scene(solved)
    expect(done).toBe(blanks.length)
    expect(known).toEqual({ slice: true, sum: true, all: true })
    expect(sum).toBeCloseTo(fromCore, 12)
  })

  it('has one right choice in each blank, and a sentence of its own for every choice', () => {
    for (const blank of blanks) {
      const verdicts = options[blank].map((choice) => judge({ ...solved, [blank]: choice })[blank])
      expect(verdicts.filter((verdict) => verdict?.right)).toHaveLength(1)
      expect(verdicts.every((verdict) => /^[A-Z].*\.$/.test(verdict?.says ?? ''))).toBe(true)
    }
  })

  it.each<[Partial<Faded>, Blank, RegExp]>([
    [{ moves: 'x[d,n]' }, 'moves', /^Index order: x is N × D/],
    [{ moves: 'w[d,m]' }, 'moves', /the weight itself, 0\.4 for w₁,₂.*y₁,₂ moves by 1\.$/],
    [{ over: 'd' }, 'over', /^Wrong axis: d is fixed.*n would be left over/],
    [{ dyAt: 'm,n' }, 'dyAt', /^Index order.*3 rows, and m goes up to 4/],
    [{ dyAt: 'd,m' }, 'dyAt', /no axis d/],
    [{ row: 'n.x' }, 'row', /one example with all its inputs, 2 numbers/],
    [{ column: 'm.dyT' }, 'column', /^Layout: .* 4 numbers each\. The row to meet has 3/],
    [{ left: 'x', right: 'dy' }, 'left', /^The shapes clash\. x ∂L\/∂y: \(3×2\)·\(3×4\): 2 ≠ 3/],
    [{ left: 'dyT', right: 'x' }, 'right', /^Layout: .* 4 × 2, the transpose of ∂L\/∂w, which is 2 × 4/],
    [{ left: 'xT', right: 'x' }, 'right', /^Wrong shape: .* gives 2 × 2\. ∂L\/∂w is 2 × 4/],
  ])('names the kind of error for %o', (change, blank, sentence) => {
    expect(saysOf(change, blank)).toMatch(sentence)
  })

  it('says wrong values where only equal sizes make the product the shape of w', () => {
    const square = { x: [[1, 2], [3, 4]], dy: [[1, 0], [2, 1]] } // prettier-ignore
    expect(saysOf({ ...square, left: 'x', right: 'dy' }, 'left')).toMatch(/^Wrong values/)
  })

  it('hides what a blank asks for until that blank is right', () => {
    expect(scene(start).slice.map((row) => row[1])).toEqual([null, null, null])
    expect(scene(start).slice[0]?.[0]).toBe(0)
    expect(scene({ ...start, moves: 'x[n,d]' }).slice.map((row) => row[1])).toEqual(
      start.x.map((row) => row[0]),
    )
    expect(
      scene(start)
        .dw.flat()
        .every((value) => value === null),
    ).toBe(true)
    expect(scene(solved).dw.flat()).not.toContain(null)
  })

  it('never shows NaN, whatever the numbers', () => {
    const huge = start.x.map((row) => row.map(() => 1e6))
    expect(JSON.stringify(scene({ ...solved, x: huge }))).not.toContain('NaN')
  })

  it('says what is wrong with a link whose matrices do not go together', () => {
    expect(checkFaded({ ...start, dy: [[1, 2]] })).toMatch(/x has 3 rows and its dy 1/)
    expect(checkFaded({ ...start, d: 4 })).toMatch(/entry 4,2/)
    expect(checkFaded(start)).toBeUndefined()
  })

  it('writes choices as the page does', () => {
    expect(['d.xT', 'm.dy', 'dyT', 'x[n,d]'].map(label)).toEqual([
      'd of xᵀ',
      'm of ∂L/∂y',
      '(∂L/∂y)ᵀ',
      'x[n,d]',
    ])
  })
})
