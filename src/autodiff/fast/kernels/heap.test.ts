import { expect, it } from 'vitest'
import { Heap, MemoryError, type Memory } from './heap.ts'

/** A device with so many pages to give. */
function device(pages: number): Memory {
  let buffer = new ArrayBuffer(0)
  return {
    get buffer() {
      return buffer
    },
    grow(more) {
      if (buffer.byteLength + more * 65536 > pages * 65536) throw new RangeError('no')
      buffer = new ArrayBuffer(buffer.byteLength + more * 65536)
    },
  }
}

it('hands out blocks that do not overlap, and the first gap that is wide enough', () => {
  const heap = new Heap(device(4), 100)
  const [a, b, c] = [heap.take(100), heap.take(1), heap.take(64)]
  expect([a, b, c].map(({ start, end }) => [start, end])).toEqual([
    [128, 256],
    [256, 320],
    [320, 384],
  ])
  heap.give(a)
  expect(heap.take(129).start).toBe(384)
  expect(heap.take(65).start).toBe(128)
  expect(heap.inUse).toBe(128 + 64 + 64 + 192)
})

it('takes a block back once', () => {
  const heap = new Heap(device(1), 0)
  const [a, b] = [heap.take(64), heap.take(64)]
  heap.give(a)
  heap.give(a)
  expect([heap.has(a), heap.has(b), heap.inUse]).toEqual([false, true, 64])
})

it('says how many bytes were refused, and goes on with what it has', () => {
  const heap = new Heap(device(2), 0)
  heap.take(1000)
  expect(() => heap.take(201_326_592)).toThrow(MemoryError)
  expect(() => heap.take(201_326_592)).toThrow(
    '201,326,592 bytes of memory were wanted, and this device refused them',
  )
  expect(heap.take(1000).start).toBe(1024)
})

it('grows ahead, so that views last', () => {
  const heap = new Heap(device(8), 0)
  heap.take(1000)
  heap.reserve(300_000)
  const { buffer } = heap.memory
  expect([heap.fits(300_000), heap.fits(3_000_000)]).toEqual([true, false])
  heap.take(300_000)
  expect(heap.memory.buffer).toBe(buffer)
})
