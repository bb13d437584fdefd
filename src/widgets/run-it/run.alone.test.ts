import { describe, expect, it, vi } from 'vitest'
import { jacrev, matmul, nth, random, trace, vjp, type Tensor } from '@/autodiff'
import { createKernel, MemoryError, type Kernel } from '@/autodiff/kernel'
import { check } from './check'
import { explicit } from './explicit'
import {
  explicitOperations,
  fill,
  jacobianBytes,
  layerBytes,
  layerOf,
  partOf,
  productOperations,
} from './layer'
import { Crew, cut, gather } from './crew'
import { runExplicit, runLayer } from './run'
import type { Open, Progress } from './passes'
import { collect, meet, sharedFor, type Place } from './shared'
import { compare } from './threads'
import { Slice } from './slice'

const kernel = await createKernel('simd')
const plain = await createKernel('typescript')
const split = await createKernel('simd')
const quiet = () => undefined
const sizes = { N: 5, D: 70, M: 50 }
const total = (f: (...args: Tensor[]) => Tensor, args: Tensor[]) =>
  trace(f, args).nodes.reduce((sum, { operations }) => sum + operations, 0)

describe('what is foretold', () => {
  const { N, D, M } = layerOf(1)
  const ones = (rows: number, columns: number) =>
    Array.from({ length: rows }, () => new Array<number>(columns).fill(1))

  it('is the handout’s layer at N = 64: 132 MiB for all its matrices, 256 GiB for ∂y/∂x', () => {
    expect(layerOf(64)).toEqual({ N: 64, D: 4096, M: 4096 })
    expect(layerBytes(layerOf(64))).toBe(132 * 2 ** 20)
    expect(jacobianBytes(layerOf(64))).toBe(2 ** 38)
    expect(3 * productOperations(layerOf(64))).toBe(6_442_450_944)
  })

  it('counts the operations that the core counts', () => {
    const [x, w, dy] = [ones(N, D), ones(D, M), ones(N, M)] as never as [Tensor, Tensor, Tensor]
    const layer = (a: Tensor, b: Tensor) => matmul(a, b)
    expect(total(layer as never, [x, w])).toBe(productOperations({ N, D, M }))
    const both = (a: Tensor, b: Tensor, g: Tensor) => {
      const [, pullback] = vjp(layer, [a, b])
      return [...pullback(g)] as never as Tensor
    }
    expect(total(both as never, [x, w, dy])).toBe(3 * productOperations({ N, D, M }))
    // The Jacobian as the figure builds it: its passes, without the writing down of its rows, which computes nothing.
    const road = (a: Tensor, b: Tensor) => jacrev((at) => matmul(at, b))(a)
    expect(total(road as never, [x, w]) + 2 * N * M * N * D).toBe(explicitOperations({ N, D, M }))
  })
})

it('makes the same numbers in whichever worker', () => {
  const whole = new Float32Array(sizes.D * sizes.M)
  fill('w', sizes, [0, sizes.M], whole)
  const part = new Float32Array(sizes.D * 20)
  fill('w', sizes, [16, 36], part)
  for (let k = 0; k < part.length; k++)
    expect(part[k]).toBe(whole[Math.floor(k / 20) * sizes.M + 16 + (k % 20)])
  expect(partOf('w', sizes, [3, 69], [0, 49])).toEqual([
    [whole[3 * 50], whole[3 * 50 + 49]],
    [whole[69 * 50], whole[69 * 50 + 49]],
  ])
  const next = random(7)
  for (let k = 0; k < 10; k++) next()
  expect(random(7, 10)()).toBe(next())
})

describe.each([kernel, plain])('a layer, $variant', (on: Kernel) => {
  it('gets the answers of the core in double precision, and the check would see a wrong one', () => {
    const slice = new Slice(on, sizes, [0, sizes.M])
    slice.pass(2, quiet)
    const { count, error, largest } = check(slice, 1)
    expect(count).toBe(5 * 8 + 5 * 8 + 8 * 8)
    expect(error).toBeLessThan(1e-5)
    expect(largest).toBeGreaterThan(0.5)
    const before = slice.entries.bind(slice)
    slice.entries = (of, ...places) =>
      before(of, ...places).map((row) => row.map((v) => (of === 'dw' ? v + 1e-3 : v)))
    expect(check(slice, 1).error).toBeCloseTo(1e-3, 4)
    slice.entries = (...at) => before(...at).map((row) => row.map(() => NaN))
    expect(check(slice, 1).error).toBe(Infinity)
    slice.free()
  })

  it('gives back its memory: the same again takes no byte more', () => {
    const once = () => {
      const slice = new Slice(on, layerOf(4), [0, 256])
      slice.pass(1, quiet)
      slice.free()
      return [on.heap.inUse, on.heap.bytes]
    }
    const first = once()
    expect(first[0]).toBe(0)
    for (let k = 0; k < 5; k++) expect(once()).toEqual(first)
  })
})

it('is refused before anything is computed where the device has not the memory', () => {
  const huge = { N: 64, D: 65536, M: 65536 }
  expect(() => new Slice(kernel, huge, [0, huge.M])).toThrow(MemoryError)
  expect(kernel.heap.inUse).toBe(0)
})

it('tells how far it is, never backwards, up to the end', () => {
  const slice = new Slice(kernel, layerOf(40), [0, 2560])
  const told: number[] = []
  slice.pass(2, (share) => told.push(share))
  slice.free()
  expect(told.length).toBeGreaterThan(5)
  expect(told).toEqual([...told].sort((a, b) => a - b))
  expect(told.at(-1)).toBeCloseTo(1, 9)
})

describe('split over threads', () => {
  const all = (M: number) => Array.from({ length: M }, (_, k) => k)
  it('every column belongs to one of them, at any number of threads and any speeds', () => {
    const next = random(3)
    for (const M of [1, 16, 50, 64, 4096])
      for (const threads of [1, 2, 3, 7, 16])
        for (const speeds of [all(threads).map(() => 1), all(threads).map(() => 0.1 + next())]) {
          const ranges = cut({ M }, speeds)
          expect(ranges.flatMap(([from, to]) => all(to - from).map((k) => from + k))).toEqual(all(M))
        }
    expect(cut({ M: 4096 }, [3, 1])).toEqual([
      [0, 3072],
      [3072, 4096],
    ])
  })

  /** Workers that take so long for each of their columns, and now and then three times as long. */
  const paced = (paces: readonly number[]): Open => {
    let [opened, asked] = [0, 0]
    return () => {
      const pace = nth(paces, opened++)
      let width = 0
      const ask = async (call: string, { columns }: { columns?: readonly [number, number] }) => {
        if (call === 'make' && columns) width = columns[1] - columns[0]
        if (call !== 'step') return {}
        const end = width * pace * (asked++ % 3 === 0 ? 3 : 1)
        const numbers = { y: new Float32Array(64 * width), dx: new Float32Array(64 * 4096) }
        return { times: { y: 0, dx: 0, dw: 0, start: 0, end }, ...numbers }
      }
      return { ask, end: quiet } as never
    }
  }
  it.each([
    { paces: [1, 3], widths: [3072, 1024] },
    { paces: [2, 2, 1, 1], widths: [688, 672, 1376, 1360] },
    // Cores of one kind, as far as can be measured.
    { paces: [1, 1.05], widths: [2048, 2048] },
  ])('each worker gets as many columns as its speed allows: $paces', async ({ paces, widths }) => {
    const crew = new Crew(layerOf(64), paces.length, paced(paces))
    await crew.make()
    expect(crew.ranges.map(([from, to]) => to - from)).toEqual(widths)
  })

  const ranges = cut(sizes, [1, 2, 1])
  const slicesOf = (parts: readonly (readonly [number, number])[]) =>
    parts.map((columns) => {
      const slice = new Slice(split, sizes, columns)
      slice.pass(1, quiet)
      return slice
    })
  const [whole] = slicesOf([[0, sizes.M]])
  const right = whole?.answers() ?? { y: [], dx: [], dwSums: [] }
  const slices = slicesOf(ranges)
  const dwSums = slices.flatMap((slice) => [...slice.dwSums()])
  const times = { y: 0, dx: 0, dw: 0, start: 0, end: 0 }

  it('gives one thread’s answer, handed over and added up', () => {
    expect(ranges).toHaveLength(3)
    const handed = () => slices.map((slice) => ({ times, ...slice.handOver() }))
    expect(compare({ ...gather(sizes, ranges, handed()), dwSums }, right)).toBeLessThan(1e-6)
    const wrong = handed().map((each) => ({ ...each, dx: nth(handed(), 0).dx }))
    expect(compare({ ...gather(sizes, ranges, wrong), dwSums }, right)).toBeGreaterThan(0.01)
    expect(compare({ ...right, dwSums: dwSums.slice(1) }, right)).toBe(Infinity)
    expect(() => gather(sizes, ranges, [...handed().slice(0, 2), { times }])).toThrow('less than its columns')
  })

  it('gives it in shared memory, too', () => {
    expect(sharedFor(sizes, 3)).toBeUndefined()
    vi.stubGlobal('crossOriginIsolated', true)
    const shared = sharedFor(sizes, 3)
    vi.unstubAllGlobals()
    if (!shared) throw new Error('no memory was shared')
    const places = slices.map((_, place): Place => ({ ...shared, place, threads: 3 }))
    // In one thread: nobody may wait before all have come.
    for (let round = 1; round < 3; round++) {
      for (const [k, place] of places.entries()) slices[k]?.deposit(place)
      shared.arrived[0] = 3 * round - 1
      for (const [k, place] of places.entries()) {
        meet(place, round)
        collect(place)
        if (k === 0)
          expect(compare({ y: shared.y, dx: [...(shared.dx[0] ?? [])], dwSums }, right)).toBeGreaterThan(0.01)
      }
      expect(compare({ y: shared.y, dx: shared.dx[0] ?? [], dwSums }, right)).toBeLessThan(1e-6)
    }
  })
})

it('builds a Jacobian in full, and its product with ∂L/∂y is ∂L/∂y·wᵀ', () => {
  const { milliseconds, bytes, difference, largest } = explicit(layerOf(1))
  expect(bytes).toBe(jacobianBytes(layerOf(1)))
  expect(milliseconds).toBeGreaterThan(0)
  expect(difference).toBeLessThan(1e-5)
  expect(largest).toBeGreaterThan(0.1)
})

describe('a run', () => {
  const open = new Set<object>()
  /** The worker's calls in this thread. */
  const here: Open = () => {
    let slice: Slice | undefined
    const talk = {
      ask(call: string, question: never, tell: (share: number) => void = quiet) {
        const calls: Record<string, (q: never) => unknown> = {
          make: ({ columns }: { columns: readonly [number, number] }) => {
            slice?.free()
            slice = new Slice(kernel, sizes, columns)
            return { bytes: slice.bytes, variant: kernel.variant }
          },
          pass: ({ repeats }: { repeats: number }) => slice?.pass(Math.min(repeats, 3), tell),
          step: ({ repeats }: { repeats: number }) =>
            slice && { times: slice.pass(Math.min(repeats, 3), tell), ...slice.handOver() },
          dwSums: () => slice?.dwSums(),
          answers: () => slice?.answers(),
          check: ({ seed }: { seed: number }) => slice && check(slice, seed),
          explicit: ({ N }: { N: number }) => ({ ...explicit(layerOf(1)), milliseconds: 10 ** N }),
        }
        return Promise.resolve(calls[call]?.(question))
      },
      end() {
        slice?.free()
        open.delete(talk)
      },
    }
    open.add(talk)
    return talk as never as ReturnType<Open>
  }

  it('measures one thread and then several, checks both, and ends all of its workers', async () => {
    const told: Progress[] = []
    const run = await runLayer(sizes, 2, here, (progress) => told.push(progress))
    expect(run.checked.error).toBeLessThan(1e-5)
    expect(run.split?.threads).toBe(2)
    expect(run.split?.difference).toBeLessThan(1e-6)
    expect(run.single.total).toBeGreaterThan(0)
    expect(run.bytes).toBeGreaterThanOrEqual(layerBytes(sizes))
    expect(new Set(told.map(({ doing }) => doing)).size).toBeGreaterThan(2)
    expect([open.size, kernel.heap.inUse]).toEqual([0, 0])
    expect((await runLayer(sizes, 1, here, quiet)).split).toBeUndefined()
  })

  it('builds Jacobians until the next would take too long', async () => {
    const found: number[] = []
    await runExplicit(here, quiet, ({ N }) => found.push(N))
    expect(found).toEqual([1, 2, 3])
    expect(open.size).toBe(0)
  })
})
