import { expect, test } from 'vitest'
import {
  carried,
  fit,
  indexOf,
  inside,
  nest,
  offsetOf,
  pan,
  reach,
  shifted,
  spread,
  turned,
  whole,
} from './nesting'

const shape = [2, 3, 2, 2]
const all = (arrangement: Parameters<typeof nest>[1]) => {
  const { rows, columns, entry } = nest(shape, arrangement)
  return rows.map((_, i) => columns.map((__, j) => offsetOf(shape, entry(i, j))))
}
const blocks = inside(spread(2), shifted(spread(2), 2))

test('an offset and its index name the same entry', () => {
  for (let k = 0; k < 24; k++) expect(offsetOf([2, 3, 4], indexOf([2, 3, 4], k))).toBe(k)
  expect(indexOf([2, 3, 4], 17)).toEqual([1, 1, 1])
  expect(indexOf([], 0)).toEqual([])
})

test('a grid of blocks shows every entry once, each block whole', () => {
  const page = all(blocks)
  expect(page.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: 24 }, (_, k) => k))
  expect(page.slice(0, 2).map((row) => row.slice(0, 2))).toEqual([
    [0, 1],
    [2, 3],
  ])
  expect(page[0]?.slice(2, 4)).toEqual([4, 5])
})

test('flat, the rows of the page are the first group of axes and the columns the second', () => {
  const page = all({ down: [0, 1], across: [2, 3] })
  expect(page).toEqual(Array.from({ length: 6 }, (_, i) => [0, 1, 2, 3].map((j) => i * 4 + j)))
})

test('inside out, a block holds one entry of each of the old blocks', () => {
  const page = all(inside(shifted(spread(2), 2), spread(2)))
  expect(page.slice(0, 2).map((row) => row.slice(0, 3))).toEqual([
    [0, 4, 8],
    [12, 16, 20],
  ])
})

test('a gap stands where an outer axis moves on, and none where the block has one place', () => {
  expect(nest(shape, blocks).columns.map(({ gap }) => gap)).toEqual([0, 0, 1, 0, 1, 0])
  expect(nest([2, 1], { down: [], across: [0, 1] }).columns.map(({ gap }) => gap)).toEqual([0, 0])
  expect(nest([2, 2, 2], { down: [], across: [0, 1, 2] }).columns.map(({ gap }) => gap)).toEqual([
    0, 0, 1, 0, 2, 0, 1, 0,
  ])
})

test('blocks stand apart even where each is one row, one column or one number', () => {
  const gaps = (y: number, x: readonly number[]) => {
    const { rows, columns } = nest([2, 3, ...x], inside(spread(y), shifted(spread(x.length), y)))
    return [rows, columns].map((lines) => lines.map(({ gap }) => gap))
  }
  expect(gaps(2, [2])).toEqual([
    [0, 1],
    [0, 0, 1, 0, 1, 0],
  ])
  expect(gaps(2, [2, 1])).toEqual([
    [0, 0, 1, 0],
    [0, 1, 1],
  ])
  expect(gaps(2, [])).toEqual([
    [0, 1],
    [0, 1, 1],
  ])
})

test('an image is one plane for each channel, a scalar one cell', () => {
  expect(spread(3)).toEqual({ down: [0], across: [2, 1] })
  expect(nest([], spread(0)).rows).toHaveLength(1)
  expect(nest([], spread(0)).entry(0, 0)).toEqual([])
  expect(turned(spread(1))).toEqual({ down: [0], across: [] })
})

test('an axis that is not drawn is held', () => {
  const { rows, columns, entry } = nest(shape, { down: [1], across: [3] }, [
    { from: 1, count: 1 },
    { from: 0, count: 3 },
    { from: 1, count: 1 },
    { from: 0, count: 2 },
  ])
  expect([rows.length, columns.length]).toEqual([3, 2])
  expect(entry(2, 1)).toEqual([1, 2, 1, 1])
})

test('a window shows short axes whole, long ones in part, and stays inside the tensor', () => {
  const huge = [224, 224, 3]
  const window = fit(huge, spread(3), { rows: 6, columns: 12 }, [300, 100, 0])
  expect(window).toEqual([
    { from: 218, count: 6 },
    { from: 100, count: 4 },
    { from: 0, count: 3 },
  ])
  const square = fit([12, 12], { down: [], across: [0, 1] }, { rows: 1, columns: 12 })
  expect(square.map(({ count }) => count)).toEqual([4, 3])
  expect(fit([2, 3], spread(2), { rows: 6, columns: 12 })).toEqual(whole([2, 3]))
})

test('a window follows an index no further than it has to', () => {
  const window = [
    { from: 10, count: 5 },
    { from: 0, count: 3 },
  ]
  expect(reach(window, [12, 1])).toEqual([10, 0])
  expect(reach(window, [16, 4])).toEqual([12, 2])
  expect(reach(window, [3, 0])).toEqual([3, 0])
})

test('walking over the edge moves the innermost axis that has more to show', () => {
  const window = fit([9, 9], { down: [], across: [0, 1] }, { rows: 1, columns: 4 })
  expect(pan([9, 9], window, [0, 1], 1)).toEqual([0, 1])
  const end = fit([9, 9], { down: [], across: [0, 1] }, { rows: 1, columns: 4 }, [0, 7])
  expect(pan([9, 9], end, [0, 1], 1)).toEqual([1, 7])
  expect(pan([9, 9], window, [0, 1], -1)).toBeUndefined()
})

test('an index is carried along by its window', () => {
  const window = fit([9, 9], spread(2), { rows: 3, columns: 3 }, [2, 0])
  const to = pan([9, 9], window, [0], 1) ?? []
  expect(carried([4, 1], window, to)).toEqual([5, 1])
})
