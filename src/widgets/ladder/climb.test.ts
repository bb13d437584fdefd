import { expect, it, vi } from 'vitest'
import { nth } from '@/autodiff'
import { createKernel } from '@/autodiff/kernel'
import { entriesAt, compared, placesOf, right, type Places } from '../run-it/check'
import { layerOf, type Range, type Sizes } from '../run-it/layer'
import type { Open, Progress } from '../run-it/passes'
import { Slice } from '../run-it/slice'
import { climb, type Opens } from './climb'
import { answerOf, backToW, backToX, firstRows, forward, matrices } from './loops'
import { rungs, type Found } from './rungs'

const kernel = await createKernel('simd')
const open = new Set<object>()

/** Workers in this thread: Run it's with the kernel, and this figure's own without a card. */
function worker(calls: Record<string, (question: never) => unknown>, end = () => {}) {
  const talk = {
    ask: async (call: string, question: never) => calls[call]?.(question),
    end: () => {
      end()
      open.delete(talk)
    },
  }
  open.add(talk)
  return talk as never
}
const layer =
  (variant: string): Open =>
  () => {
    let slice: Slice | undefined
    const made = () => slice ?? new Slice(kernel, layerOf(1), [0, 1])
    return worker(
      {
        make: ({ sizes, columns }: { sizes: Sizes; columns: Range }) => {
          slice?.free()
          slice = new Slice(kernel, sizes, columns)
          return { variant }
        },
        pass: () => made().pass(1, () => undefined),
        step: () => ({ times: made().pass(1, () => undefined), ...made().handOver() }),
        entries: (places: Places) => entriesAt(made(), places),
      },
      () => slice?.free(),
    )
  }
type Asked = { sizes: Sizes; places: Places }
const byLoops = ({ sizes, places }: Asked) => {
  const [all, rows] = [matrices(sizes), firstRows(sizes)]
  const results = {
    y: forward(sizes, rows.N, all),
    dx: backToX(sizes, rows.N, all),
    dw: backToW(sizes, rows.D, all),
  }
  return { milliseconds: 100, share: rows.N / sizes.N, entries: entriesAt(answerOf(sizes, results), places) }
}
const own: Opens['own'] = () =>
  worker({
    right: ({ sizes, places }: Asked) => right(sizes, places),
    loops: byLoops,
    products: byLoops,
    card: () => Promise.reject(new Error('this browser offers no WebGPU here')),
  })

const steps = async (variant: string, threads: number, signal = new AbortController().signal) => {
  const [found, told]: [Found[], Progress[]] = [[], []]
  await climb(
    4,
    threads,
    { layer: layer(variant), own },
    signal,
    (now) => told.push(now),
    (next) => found.push(next),
  )
  return { found, told }
}

it('runs every step, checks each at the same entries, and ends all workers', async () => {
  const { found, told } = await steps('relaxed', 2)
  expect(found.map(({ rung }) => rung)).toEqual([...rungs])
  for (const each of found) {
    if ('why' in each) continue
    expect(each.checked.count).toBe(4 * 8 + 4 * 8 + 8 * 8)
    expect(each.checked.error).toBeLessThan(1e-5)
    expect(each.checked.largest).toBeGreaterThan(0.5)
  }
  expect(found.flatMap((each) => ('why' in each ? [each] : []))).toEqual([
    { rung: 'card', why: 'this browser offers no WebGPU here' },
    { rung: 'half', why: 'this browser offers no WebGPU here' },
  ])
  const shares = told.map(({ share }) => share)
  expect(shares).toEqual([...shares].sort((a, b) => a - b))
  expect([open.size, kernel.heap.inUse]).toEqual([0, 0])
})

it('says why a step is not there, and goes on', async () => {
  const { found } = await steps('typescript', 1)
  expect(found.slice(2, 4)).toEqual([
    { rung: 'kernel', why: 'WebAssembly did not come' },
    { rung: 'cores', why: 'this device offers one core' },
  ])
  expect(open.size).toBe(0)
})

it('stops when it is cancelled, and tells no reason for that', async () => {
  const controller = new AbortController()
  const found = vi.fn<(found: Found) => void>(() => controller.abort())
  const failing: Opens['own'] = () => {
    controller.signal.throwIfAborted()
    return own()
  }
  await expect(
    climb(4, 1, { layer: layer('simd'), own: failing }, controller.signal, () => {}, found),
  ).rejects.toThrow('aborted')
  expect(found).toHaveBeenCalledTimes(1)
})

it('makes as many rows as loops do in a second or so, in the same share of each result', () => {
  expect(firstRows(layerOf(8))).toEqual({ N: 8, D: 512 })
  const { N, D } = firstRows(layerOf(64))
  expect([N, D]).toEqual([4, 256])
  for (let n = 1; n <= 64; n++) {
    const rows = firstRows(layerOf(n))
    expect(rows.D / layerOf(n).D).toBeCloseTo(rows.N / n, 9)
  }
})

it('would see a wrong entry of any of the three', () => {
  const sizes = { N: 5, D: 20, M: 12 }
  const all = matrices(sizes)
  const results = { y: forward(sizes, 5, all), dx: backToX(sizes, 5, all), dw: backToW(sizes, 20, all) }
  const places = placesOf(sizes, 1)
  const at = () => compared(entriesAt(answerOf(sizes, results), places), right(sizes, places)).error
  expect(at()).toBeLessThan(1e-6)
  for (const each of Object.values(results)) {
    for (let k = 0; k < each.length; k++) each[k] = nth(each, k) + 0.01
    expect(at()).toBeGreaterThan(0.005)
    for (let k = 0; k < each.length; k++) each[k] = nth(each, k) - 0.01
  }
})
