import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blindSpot, checkGiven, firstGiven, resized, type Target } from './given'
import { answer, check, type Verdict } from './model'
import { tell } from './words'

const judged = (text: string, target: Target = 'dw', given = firstGiven) => check(text, given, target)
const sentence = (text: string, target: Target = 'dw', given = firstGiven) =>
  tell(check(text, given, target), text, target).sentence

/** Target, formula, kind of verdict, and words that its sentence must have. */
const table: [Target, string, Verdict['kind'], RegExp][] = [
  ['dw', 'x.T @ dy', 'right', /^Right, on your numbers and on random ones at other sizes\.$/],
  ['dw', 'xᵀ dy', 'right', /^Right/],
  ['dw', '(dy.T @ x).T', 'right', /^Right/],
  ['dw', 'matmul(transpose(x), dy)', 'right', /^Right/],
  ['dw', 'x.T @ dy + 0w', 'right', /^Right/],
  ['db', 'sum(dy, axis=0, keepdims=true)', 'right', /^Right.*other sizes\.$/],
  ['db', 'sum(dy, axis=0)', 'right', /vector of M \(4\) numbers: .*keepdims=true/],
  ['db', 'sum(dy, 0)', 'right', /^Right/],
  ['db', 'sum(dyᵀ, axis=1)', 'right', /^Right/],
  ['dw', 'x^T dy', 'right', /^Right/],
  ['dw', "x' @ dy", 'right', /^Right/],
  ['db', 'dy.sum(axis=0)', 'right', /^Right/],
  ['db', 'np.sum(dy, axis=0)', 'right', /^Right/],

  ['dw', ' ', 'syntax', /found the end/],
  ['dw', 'x.T @', 'syntax', /can't be read\. Expected a number, a name or “\(”, but found the end/],
  ['dw', '(x.T @ dy', 'syntax', /can't be read/],
  ['db', 'sum(dy, axes=0)', 'syntax', /axis or keepdims as a setting of sum/],

  ['dw', 'x.T @ dz', 'name', /There is no value “dz”.*x, w and dy/],
  ['db', 'summ(dy, axis=0)', 'name', /did you mean “sum”\?.*x, w, b and dy/],
  ['dw', 'y.T @ dy', 'name', /y is not among the names here, which are x, w and dy/],

  ['dw', 'x @ dy', 'clash', /in “x @ dy”: N × D \(3 × 2\) meets N × M \(3 × 4\), and the inner sizes differ, D = 2 and N = 3/],
  ['dw', '2 * (x @ dy) + w', 'clash', /in “\(x @ dy\)”/],
  ['dw', 'xᵀ * dy', 'clash', /D × N \(2 × 3\) against N × M \(3 × 4\), entry by entry/],
  ['dw', 'w.T @ dy', 'clash', /M × D .* meets N × M .*You used w where x belongs/],
  ['db', 'dy @ 1', 'clash', /use mul/],
  ['db', 'sum(dy, axis=3)', 'clash', /no axis 3/],

  ['dw', 'dy.T @ x', 'layout', /^Right numbers, wrong layout: your result is M × D \(4 × 2\), the transpose of ∂L\/∂w/],
  ['db', 'sum(dy, axis=0, keepdims=true).T', 'layout', /M × 1 \(4 × 1\), the transpose of ∂L\/∂b/],

  ['db', 'dy', 'batch', /sum over the batch is missing: your result is N × M \(3 × 4\)/],
  ['db', 'dy[0, :]', 'batch', /one example alone/],
  ['dw', 'x[1:2, :].T @ dy[1:2, :]', 'batch', /one example alone/],
  ['db', 'sum(dy, axis=1)', 'axis', /one number for each example, a vector of N \(3\) numbers/],
  ['db', 'sum(dy)', 'oversum', /Too much is added up: your result is one number, and ∂L\/∂b is 1 × M/],
  ['dw', 'sum(x.T @ dy, axis=0)', 'oversum', /vector of M \(4\) numbers/],

  ['db', 'mean(dy, axis=0)', 'mean', /divided by N: you took the mean over the batch/],
  ['dw', '-(x.T @ dy)', 'sign', /negative of the right one/],
  ['dw', '2 xᵀ dy', 'factor', /2 times the right one/],
  ['db', 'sum(dy, axis=0) / 4', 'factor', /0\.25 times/],
  ['dw', 'x.T @ dy * 1.0000001', 'factor', /1\.0000001 times/],
  ['dw', 'x.T @ dy / N', 'mean', /mean over the batch/],
  ['dw', '0', 'zero', /zero, whatever/],
  ['db', 'sum(b * dy, axis=0)', 'values', /3 of 4 values are wrong/],
  ['db', 'sum(dy * dy, axis=0)', 'values', /4 of 4 values are wrong/],
  ['db', 'dy[0] + dy[1] + dy[2]', 'coincidence', /right for N = 3 alone: the number of rows is not always 3/],
  ['db', 'sum(dy[0:2, :], axis=0)', 'length', /right up to N = 2: the number of rows can be larger/],
  ['dw', 'x[0:6, :].T @ dy[0:6, :]', 'coincidence', /right up to N = 6/],
  ['dw', 'outer(x, dy)', 'clash', /outer takes two vectors, and meets N × D .* and N × M/],
  ['dw', 'dot(x.T, dy)', 'right', /^Right/],
  ['dw', 'x.T @ dL/dy', 'right', /^Right/],
  ['dw', 'dw = np.dot(x.T, dout)', 'right', /^Right/],

  ['dw', 'x.T @ x', 'shape', /your result is D × D \(2 × 2\), and ∂L\/∂w is D × M, like w/],
  ['db', 'b', 'values', /shape is right, but \d of 4 values are wrong/],
  ['db', 'sum(w, axis=0)', 'values', /You used w where dy belongs/],
  ['dw', 'w', 'values', /of 8 values are wrong/],
  ['dw', 'x.T @ (dy * dy)', 'values', /shape is right/],
  ['dw', 'x.T @ dy / 0', 'undefined', /undefined or infinite/],
  ['db', 'sum(dy, axis=x)', 'broken', /can't be computed/],
] // prettier-ignore

describe('the checker', () => {
  it.each(table)('%s: “%s” is %s', (target, text, kind, words) => {
    expect(judged(text, target).kind).toBe(kind)
    const { sentence: said, hint } = tell(judged(text, target), text, target)
    expect(said).toMatch(words)
    expect(hint).toMatch(/^.+[.?]$/)
    expect(said + hint).not.toMatch(/NaN|undefined \(|\[object/)
  })

  it('points at the character that cannot be read', () => {
    expect(judged('x.T @ ; dy')).toMatchObject({ kind: 'syntax', span: [6, 7] })
  })

  it('points at the part of the formula whose shapes clash', () => {
    expect(judged('2 * (x @ dy)')).toMatchObject({ kind: 'clash', span: [4, 12] })
  })

  it('marks the cells that are wrong, and no others', () => {
    const verdict = judged('x.T @ dy + 0 * w + [[0, 0, 1, 0], [0, 0, 0, 0]]')
    expect(verdict).toMatchObject({
      kind: 'values',
      count: 1,
      mine: { wrong: [[false, false, true, false], [false, false, false, false]] },
    }) // prettier-ignore
  })

  it('says that the hidden step of a clash is a factor to turn, without saying which', () => {
    const verdict = judged('x @ dy')
    expect(verdict).toMatchObject({ slip: { slip: 'turn', names: ['x'] } })
    expect(tell(verdict, 'x @ dy', 'dw').hint).toMatch(/which factor has to turn/)
    expect(judged('x * dy')).toMatchObject({ slip: { slip: 'elements' } })
  })
})

describe('a formula that fits by chance', () => {
  it('is found out at other sizes', () => {
    const one = resized(firstGiven, { N: 1, D: 2, M: 4 })
    expect(judged('dy', 'db', one)).toMatchObject({
      kind: 'coincidence',
      sizes: { N: 5, D: 3, M: 7 },
      there: { kind: 'batch' },
    })
    expect(sentence('dy', 'db', one)).toMatch(
      /by chance\. With random numbers at N = 5, D = 3, M = 7 it does not\. A sum over the batch is missing/,
    )
  })

  it('is found out when every number is zero', () => {
    const zero = { ...firstGiven, dy: firstGiven.dy.map((row) => row.map(() => 0)) }
    expect(judged('0w', 'dw', zero)).toMatchObject({ kind: 'coincidence', there: { kind: 'zero' } })
    expect(judged('2 xᵀ dy', 'dw', zero)).toMatchObject({
      kind: 'coincidence',
      there: { kind: 'factor', by: '2' },
    })
    expect(judged('xᵀ dy', 'dw', zero).kind).toBe('right')
  })

  it('is found out when equal sizes let a transpose pass', () => {
    const square = resized(firstGiven, { N: 2, D: 2, M: 2 })
    expect(judged('dy.T @ x', 'dw', square).kind).toBe('layout')
    expect(judged('x @ dy', 'dw', square)).toMatchObject({ kind: 'values', slip: { slip: 'turn' } })
  })
})

/** The same value in another way; each entry leaves the value as it is. */
const disguises: ((e: string) => string)[] = [
  (e) => `(${e}).T.T`,
  (e) => `(${e}) + 0`,
  (e) => `2 (${e}) / 2`,
  (e) => `-(-(${e}))`,
  (e) => `(${e}) * 1`,
  (e) => `0.25 (${e}) + (${e}) * 0.75`,
]
const disguised = (seeds: string[]) =>
  fc
    .tuple(fc.constantFrom(...seeds), fc.array(fc.constantFrom(...disguises), { maxLength: 4 }))
    .map(([seed, steps]) => steps.reduce((text, step) => step(text), seed))
const cell = fc.double({ min: -1e6, max: 1e6, noNaN: true })
const givens = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
  .chain(([N, D, M]) => {
    const matrix = (rows: number, columns: number) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      })
    return fc.record({ x: matrix(N, D), w: matrix(D, M), dy: matrix(N, M), b: matrix(1, M) })
  })

describe('at any numbers and sizes', () => {
  it('whatever equals the right answer is right', () => {
    const dw = disguised(['x.T @ dy', '(dyᵀ x)ᵀ', '0w + xᵀ dy', '(x.T @ dy + x.T @ dy) / 2'])
    const db = disguised(['sum(dy, axis=0, keepdims=true)', 'sum(dy + 0b, 0, true)', '0b + sum(dy, axis=0)'])
    fc.assert(
      fc.property(givens, dw, (given, text) => {
        expect(check(text, given, 'dw').kind).toBe('right')
      }),
    )
    fc.assert(
      fc.property(givens, db, (given, text) => {
        expect(check(text, given, 'db').kind).toBe('right')
      }),
    )
  })

  it('a transpose of the right answer is a layout error, or one that the numbers hide', () => {
    const turned = disguised(['dy.T @ x', '(xᵀ dy)ᵀ', 'dyᵀ (2 x) / 2'])
    fc.assert(
      fc.property(givens, turned, (given, text) => {
        const verdict = check(text, given, 'dw')
        expect((verdict.kind === 'coincidence' ? verdict.there : verdict).kind).toBe('layout')
      }),
    )
  })

  it('no text throws, and each has a sentence', () => {
    const words = fc.array(
      fc.constantFrom(
        'x',
        'w',
        'dy',
        'b',
        'y',
        '.T',
        'ᵀ',
        '@',
        '*',
        '+',
        '-',
        '(',
        ')',
        'sum(',
        ', axis=0)',
        '2',
        '/',
        '[0',
        ':]',
        '\u0000',
        'é',
      ),
      { maxLength: 12 },
    )
    const texts = fc.oneof(
      words.map((parts) => parts.join(' ')),
      fc.string({ maxLength: 40 }),
    )
    const targets = fc.constantFrom<Target>('dw', 'db')
    fc.assert(
      fc.property(givens, texts, targets, (given, text, target) => {
        const { sentence: said, hint } = tell(check(text, given, target), text, target)
        expect(Math.min(said.length, hint.length)).toBeGreaterThan(10)
      }),
    )
  })
})

describe('what is given', () => {
  it('has the right answer from the reverse pass', () => {
    expect(answer({ ...firstGiven, x: [[1], [2]], w: [[0]], dy: [[3], [4]], b: [[0]] }, 'dw')).toEqual([[11]])
    expect(answer({ ...firstGiven, x: [[1], [2]], w: [[0]], dy: [[3], [4]], b: [[0]] }, 'db')).toEqual([[7]])
  })

  it('keeps its numbers when it is resized', () => {
    const { x, w, dy, b } = resized(firstGiven, { N: 2, D: 4, M: 3 })
    expect([x, w, dy, b].map((rows) => [rows.length, rows[0]?.length])).toEqual([[2, 4], [4, 3], [2, 3], [1, 3]]) // prettier-ignore
    expect(x[0]?.slice(0, 2)).toEqual(firstGiven.x[0])
  })

  it('says what its sizes hide', () => {
    expect(blindSpot(firstGiven, 'dw')).toBe('')
    expect(blindSpot(resized(firstGiven, { N: 1, D: 2, M: 4 }), 'db')).toMatch(/one row/)
    expect(blindSpot(resized(firstGiven, { N: 3, D: 2, M: 2 }), 'dw')).toMatch(/D = M/)
  })

  it('says what is wrong with a link whose matrices do not go together', () => {
    expect(checkGiven(firstGiven)).toBeUndefined()
    expect(checkGiven({ ...firstGiven, x: [[1]] })).toMatch(/x has 1 columns and its w 2 rows/)
    expect(checkGiven({ ...firstGiven, dy: [[1]] })).toMatch(/dy is not/)
    expect(checkGiven({ ...firstGiven, b: [[1]] })).toMatch(/b is not 1 × 4/)
  })
})
