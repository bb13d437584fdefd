import { expect, test } from 'vitest'
import { days, dayOf, dueNow, empty, othersBetween, remember, type Memory } from './spacing'

const today = 20_000
const after = (memory: Memory, answers: readonly (readonly [key: string, right: boolean])[], day = today) =>
  answers.reduce((now, [key, right]) => remember(now, key, right, day), memory)
const others = (count: number) => Array.from({ length: count }, (_, k) => [`other ${k}`, true] as const)

test('what is right is not kept; what is missed comes back after so many others', () => {
  const missed = after(empty, [
    ['easy', true],
    ['hard', false],
  ])
  expect(Object.keys(missed.hard)).toEqual(['hard'])
  expect(dueNow(after(missed, others(othersBetween - 1)), today)).toEqual([])
  expect(dueNow(after(missed, others(othersBetween)), today)).toEqual(['hard'])
})

test('on another day it is due at once', () => {
  expect(dueNow(after(empty, [['hard', false]]), today + 1)).toEqual(['hard'])
})

test('right when it was due, it comes back after a day, three days and a week, and then no more', () => {
  let memory = after(empty, [['hard', false], ...others(othersBetween)])
  let day = today
  for (const wait of days) {
    memory = remember(memory, 'hard', true, day)
    expect(dueNow(memory, day + wait - 1)).toEqual([])
    day += wait
    expect(dueNow(memory, day)).toEqual(['hard'])
  }
  expect(remember(memory, 'hard', true, day).hard).toEqual({})
})

test('missed again, it starts over; right before it is due changes nothing', () => {
  const missed = after(empty, [['hard', false]])
  expect(remember(missed, 'hard', true, today).hard).toEqual(missed.hard)
  const later = after(missed, [...others(othersBetween), ['hard', true]])
  expect(remember(later, 'hard', false, today + 1).hard).toMatchObject({ hard: { step: 0, day: today + 1 } })
})

test('a day begins at midnight where the reader is', () => {
  expect(dayOf(new Date(2026, 4, 2, 0, 1)) - dayOf(new Date(2026, 4, 1, 23, 59))).toBe(1)
  expect(dayOf(new Date(2026, 4, 1, 0, 1))).toBe(dayOf(new Date(2026, 4, 1, 23, 59)))
})
