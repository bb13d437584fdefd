import { chapters, htmlOf } from './helpers/book'
import { predictionsOf, says } from './helpers/giveaways'
import { expect, test } from './helpers/test'

/** Where the answer stands in sight and tells nothing, with the reason. */
const allowed: Record<string, string> = {
  'predict-nudge: “3” before it': 'the number of an equation',
  'predict-index: “Four” before it': 'what is counted there is the axes of another tensor, a Jacobian',
  'predict-index: “Four” in the figure': 'the length of an axis',
  'predict-row: “2 × 2” before it':
    'the shape of x, which the question gives; asked is which shape a row takes',
  'predict-row: “2 × 2” in the figure': 'the same',
  'predict-relu: “0” before it': 'in max(y, 0), which sets y to zero, and says nothing of rates',
  'predict-doubling: “16” before it': 'bytes: 16 TiB',
  'predict-doubling: “16” in the figure': 'a mark on an axis',
  'predict-dead: “Zero” before it': 'entries of other layers’ Jacobians',
  'predict-dead: “Zero” in the figure': 'an entry of h',
}

const told = chapters.flatMap((route) =>
  predictionsOf(htmlOf(route)).flatMap(({ id, answers, nudged, before, figure }) => [
    ...answers.filter((answer) => says(before, answer)).map((answer) => `${id}: “${answer}” before it`),
    ...answers.filter((answer) => says(figure, answer)).map((answer) => `${id}: “${answer}” in the figure`),
    ...nudged.filter((nudge) => says(figure, nudge)).map((nudge) => `${id}: the figure does “${nudge}”`),
  ]),
)

test('what is asked is not answered before, nor in the figure that waits', () => {
  expect(chapters.flatMap((route) => predictionsOf(htmlOf(route))).length).toBeGreaterThan(25)
  expect(told.filter((where) => allowed[where] === undefined)).toEqual([])
})
