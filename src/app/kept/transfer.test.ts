import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unread, type Preferences } from '@/figure/state'
import { fromFile, joined, said, toFile } from './transfer'

const whole = fc.nat(100)
const preferences: fc.Arbitrary<Preferences> = fc.record({
  theme: fc.constantFrom('system', 'light', 'dark'),
  progress: fc.dictionary(
    fc.constantFrom('/slope/', '/tensors/', '/'),
    fc.integer({ min: 0, max: 100 }).map((n) => n / 100),
  ),
  answers: fc.dictionary(fc.constantFrom('predict-a', 'exercise-b', 'q'), fc.string()),
  wait: fc.boolean(),
  programs: fc.dictionary(fc.constantFrom('mine', 'another'), fc.string()),
  layer: fc.constant(unread().layer),
  jacobian: fc.constant(unread().jacobian),
  practice: fc.record({
    answered: whole,
    hard: fc.dictionary(fc.constantFrom('k1', 'k2'), fc.record({ step: whole, after: whole, day: whole })),
  }),
})

test('what is saved is what is taken', () => {
  fc.assert(
    fc.property(preferences, (kept) => {
      expect(fromFile(toFile(kept))).toEqual(kept)
    }),
    { seed: 7 },
  )
})

test('taking a file loses no answer and no progress, and taking it twice is taking it once', () => {
  fc.assert(
    fc.property(preferences, preferences, (here, brought) => {
      const both = joined(here, brought)
      for (const each of [here, brought]) {
        expect(Object.keys(both.answers)).toEqual(expect.arrayContaining(Object.keys(each.answers)))
        expect(both.practice.answered).toBeGreaterThanOrEqual(each.practice.answered)
        for (const [path, share] of Object.entries(each.progress))
          expect(both.progress[path]).toBeGreaterThanOrEqual(share)
      }
      expect(Object.keys(both.programs)).toEqual(expect.arrayContaining(Object.keys(here.programs)))
      expect(both.answers).toMatchObject(brought.answers)
      expect(joined(both, brought)).toEqual(both)
    }),
    { seed: 7 },
  )
})

test.each([
  ['hello', said.notJson],
  ['{}', said.notOurs],
  ['null', said.notOurs],
  ['{"book":"another","kept":{}}', said.notOurs],
  ['{"book":"nudge","kept":{"answers":3}}', said.notOurs],
])('%s is refused with a sentence', (text, problem) => {
  expect(fromFile(text)).toEqual({ problem })
})
