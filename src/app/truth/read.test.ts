import { expect, test } from 'vitest'
import { statements } from './read'
import { sumsIn } from './sums'

const cell = (name: string, i: number, j: number, text: string) =>
  `<div role="gridcell" aria-label="${name}, row ${i + 1}, column ${j + 1}: ${text}">${text}</div>`
const grid = (name: string, rows: string[][]) =>
  `<div class="matrix"><div role="grid" aria-label="${name}">${rows
    .map((row, i) => `<div role="row">${row.map((text, j) => cell(name, i, j, text)).join('')}</div>`)
    .join('')}</div></div>`
const sign = (text: string) => `<span class="sign">${text}</span>`
const row = (...parts: string[]) => `<div class="matrix-row">${parts.join('')}</div>`
const w = grid('w', [
  ['1.2', '0.4', '−0.7'],
  ['−0.3', '0.9', '1.5'],
])
const verdicts = (html: string) => statements(html).map(({ holds }) => holds)

test.each([
  [
    'x before the nudge, y after it',
    row(grid('x', [['1', '2']]), sign('·'), w, sign('='), grid('y', [['1.2', '2.4', '1.95']])),
    false,
  ],
  [
    'x and its nudge',
    row(grid('x', [['1 + 0.5', '2']]), sign('·'), w, sign('='), grid('y', [['1.2', '2.4', '1.95']])),
    true,
  ],
  [
    'a dot product that is no matrix',
    row(
      grid('a', [['0.5', '−1', '2']]),
      sign('·'),
      grid('b', [['1.2', '0.4', '−0.7']]),
      sign('='),
      grid('c', [['−1.2', '?']]),
    ),
    false,
  ],
  [
    'a dot product that is one number',
    row(
      grid('a', [['0.5', '−1', '2']]),
      sign('·'),
      grid('b', [['1.2', '0.4', '−0.7']]),
      sign('='),
      grid('c', [['−1.2']]),
    ),
    true,
  ],
  [
    'a rounded result with =',
    row(grid('a', [['1.234']]), sign('·'), grid('b', [['0.567']]), sign('='), grid('c', [['0.7']])),
    false,
  ],
  [
    'a rounded result with ≈',
    row(grid('a', [['1.234']]), sign('·'), grid('b', [['0.567']]), sign('≈'), grid('c', [['0.7']])),
    true,
  ],
])('a row: %s', (_, html, holds) => expect(verdicts(html)).toEqual([holds]))

test.each([
  ['1.06 · 0.5 = 0.529', [false]],
  ['1.06 · 0.5 ≈ 0.529', [true]],
  ['moves by about (−0.5) · 0.2 = −0.1. In truth', [true]],
  ['0.5 times 1.2 plus −1 times 0.4 is 0.3', [false]],
  ['1 − 0.4 + 2 · 3 = 6.6 = 6.7', [true]],
  ['2³⁶ · 4 = 274,877,906,944', [true]],
  ['(−5.2) · 1 / 4 = −1.3', [true]],
  ['of shape 2×3 times 3×4 is 2×4', []],
  ['∂y/∂x · 0.5 = 0.3 at x = 2', []],
])('a text: %s', (text, holds) => expect(sumsIn(text).map((sum) => sum.holds)).toEqual(holds))

test.each([
  ['d y by d x times e 3 equals 2 times 0 plus 4 times 1 equals 4', [true]],
  ['d L by d b at b 1 1 equals 0.5 times 1 plus 1.5 times 1 is 3', [false]],
  ['d y over 3 equals minus 6 times 0.5', []],
  ['1.474 plus 2.428 times minus 0.01 plus 1 times 10 to the minus 4 is about 1.45', []],
  ['2 times open bracket 3 minus 1 close bracket equals 4', [true]],
])('a name for the ear: %s', (label, holds) =>
  expect(statements(`<div aria-label="${label}"></div>`).map((each) => each.holds)).toEqual(holds),
)
