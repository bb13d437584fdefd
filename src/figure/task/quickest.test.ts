import { nth } from '@/autodiff'
import { expect, it, vi } from 'vitest'
import { quickest } from './quickest'

/** A clock that work moves on, shown as a browser shows it: rounded. */
function clock(lengths: number[], rounding = 0.1) {
  let [time, k] = [0, 0]
  const work = vi.fn<() => string>(() => {
    time += nth(lengths, Math.min(k++, lengths.length - 1))
    return `result ${k}`
  })
  return { work, now: () => Math.floor(time / rounding) * rounding }
}

it('takes the quickest of several tries', () => {
  const { work, now } = clock([90, 20, 30, 25])
  expect(quickest(work, 150, now).milliseconds).toBeCloseTo(20, 6)
})

it('works once where once is long', () => {
  const { work, now } = clock([2000])
  expect(quickest(work, 150, now)).toEqual({ milliseconds: 2000, result: 'result 1' })
  expect(work).toHaveBeenCalledTimes(1)
})

it('repeats short work until a rounded clock can tell, and leaves out the first time, which compiles', () => {
  const { work, now } = clock([3, 0.01])
  expect(quickest(work, 150, now).milliseconds).toBeCloseTo(0.01, 3)
  const tiny = clock([0.0004])
  expect(quickest(tiny.work, 150, tiny.now).milliseconds).toBeCloseTo(0.0004, 5)
})
