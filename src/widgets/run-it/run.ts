import { nth, nthOr } from '@/autodiff'
import type { Variant } from '@/autodiff/kernel'
import type { Conversation } from '@/figure/pure'
import type { Checked } from './check'
import type { Explicit } from './explicit'
import {
  layerOf,
  productOperations,
  jacobianBytes,
  explicitOperations,
  type Range,
  type Sizes,
} from './layer'
import type { Times } from './slice'
import type { Calls } from './worker'
import { words } from './words'

/** How far a run is, in words, and as a share where it can be told. */
export type Progress = { doing: string; share: number }
export type Tell = (progress: Progress) => void
export type Open = () => Pick<Conversation<Calls>, 'ask' | 'end'>

/** What one thread did: milliseconds of each product, of the fastest of some passes. */
export type Single = { y: number; dx: number; dw: number; total: number; passes: number }
export type Split = {
  threads: number
  milliseconds: number
  /** The largest difference of y, of ∂L/∂x and of the columns' sums of ∂L/∂w from one thread's, as a part of the largest entry. */
  difference: number
}
export type LayerRun = {
  single: Single
  variant: Variant
  bytes: number
  checked: Checked
  split: Split | undefined
}
export type ExplicitRun = Explicit & { N: number }

type Answers = { readonly [name in 'y' | 'dx' | 'dwSums']: ArrayLike<number> }

/** Operations that are worth timing at once: a small layer is run many times over, or the clock could not tell. */
const worth = 2 ** 30
const repeatsOf = (sizes: Sizes): number => Math.max(1, Math.round(worth / (3 * productOperations(sizes))))
const mostPasses = 5
/** Milliseconds after which no further pass begins. */
const enough = 1500

/** The columns of each of so many threads, cut so that each gets whole tiles of the kernel. */
export function cut({ M }: Sizes, threads: number): Range[] {
  const tiles = Math.ceil(M / 16)
  const at = (k: number) => Math.min(M, 16 * Math.round((k * tiles) / threads))
  return Array.from({ length: threads }, (_, k): Range => [at(k), at(k + 1)]).filter(
    ([from, to]) => to > from,
  )
}

type Pass = { times: Times[]; milliseconds: number }

/** The fastest of some passes. */
async function fastest(pass: () => Promise<Pass>): Promise<Pass & { passes: number }> {
  let best = await pass()
  let [passes, spent] = [1, best.milliseconds]
  for (; passes < mostPasses && spent < enough; passes++) {
    const next = await pass()
    spent += next.milliseconds
    if (next.milliseconds < best.milliseconds) best = next
  }
  return { ...best, passes }
}

async function alone(sizes: Sizes, open: Open, tell: Tell) {
  const worker = open()
  tell({ doing: words.making, share: 0 })
  const { bytes, variant } = await worker.ask('make', { sizes, columns: [0, sizes.M] })
  const repeats = repeatsOf(sizes)
  const doing = words.forwardAndBack
  const best = await fastest(async () => {
    const times = await worker.ask('pass', { repeats }, (share) => tell({ doing, share }))
    return { times: [times], milliseconds: (times.end - times.start) / repeats }
  })
  tell({ doing: words.checking, share: 1 })
  const checked = await worker.ask('check', { seed: sizes.N })
  const answers = await worker.ask('answers', undefined)
  worker.end()
  const [{ y, dx, dw }] = best.times as [Times]
  const single = { y: y / repeats, dx: dx / repeats, dw: dw / repeats }
  return {
    run: { single: { ...single, total: best.milliseconds, passes: best.passes }, bytes, variant, checked },
    answers,
  }
}

/** All slices at once. A pass lasts from the first thread's start until the sum of their parts of ∂L/∂x is there. */
async function together(sizes: Sizes, threads: number, open: Open, tell: Tell) {
  const ranges = cut(sizes, threads)
  const workers = ranges.map(open)
  const all = <T>(ask: (worker: (typeof workers)[number], k: number) => Promise<T>) =>
    Promise.all(workers.map(ask))
  const doing = words.sameOn(ranges.length)
  tell({ doing, share: 0 })
  await all((worker, k) => worker.ask('make', { sizes, columns: ranges[k] as Range }))
  const repeats = repeatsOf(sizes)
  const best = await fastest(async () => {
    const shares = ranges.map(() => 0)
    const times = await all((worker, k) =>
      worker.ask('pass', { repeats }, (share) => {
        shares[k] = share
        tell({ doing, share: Math.min(...shares) })
      }),
    )
    const asked = performance.now()
    addUp(await all((worker) => worker.ask('partial', undefined)))
    const adding = performance.now() - asked
    const working = Math.max(...times.map(({ end }) => end)) - Math.min(...times.map(({ start }) => start))
    return { times, milliseconds: working / repeats + adding }
  })
  const parts = await all((worker) => worker.ask('answers', undefined))
  for (const worker of workers) worker.end()
  return { milliseconds: best.milliseconds, ranges, parts }
}

/** The slices' parts of ∂L/∂x, added. */
export function addUp(parts: readonly ArrayLike<number>[]): Float32Array {
  const [first, ...rest] = parts
  const sum = Float32Array.from(first ?? [])
  for (const part of rest) for (let k = 0; k < sum.length; k++) sum[k] = nth(sum, k) + nth(part, k)
  return sum
}

/** The largest difference between two answers, as a part of the largest entry. */
function apart(found: ArrayLike<number>, right: ArrayLike<number>): number {
  let [difference, largest] = [0, 0]
  for (let k = 0; k < right.length; k++) {
    const off = Math.abs(nth(found, k) - nth(right, k))
    difference = Math.max(difference, Number.isNaN(off) ? Infinity : off)
    largest = Math.max(largest, Math.abs(nth(right, k)))
  }
  return difference / (largest || 1)
}

/** How far the slices' answers, side by side and ∂L/∂x added up, are from one thread's; a part too short is far off. */
export function compare(
  { N, M }: Sizes,
  ranges: readonly Range[],
  parts: readonly Answers[],
  whole: Answers,
): number {
  const y = new Float32Array(N * M)
  const dwSums = new Float64Array(M)
  for (const [k, part] of parts.entries()) {
    const [from, to] = ranges[k] ?? [0, 0]
    for (let i = 0; i < N; i++)
      for (let j = from; j < to; j++) y[i * M + j] = nthOr(part.y, i * (to - from) + j - from, NaN)
    for (let j = from; j < to; j++) dwSums[j] = nthOr(part.dwSums, j - from, NaN)
  }
  const dx = addUp(parts.map((part) => part.dx))
  return Math.max(apart(y, whole.y), apart(dx, whole.dx), apart(dwSums, whole.dwSums))
}

/** The layer on one thread; then, where the device has more, split over them. */
export async function runLayer(sizes: Sizes, threads: number, open: Open, tell: Tell): Promise<LayerRun> {
  const { run, answers } = await alone(sizes, open, tell)
  if (threads < 2) return { ...run, split: undefined }
  const { milliseconds, ranges, parts } = await together(sizes, threads, open, tell)
  const difference = compare(sizes, ranges, parts, answers)
  return { ...run, split: { threads: ranges.length, milliseconds, difference } }
}

/** Milliseconds that the next size may take, and bytes. */
const patience = { milliseconds: 2500, bytes: 2 ** 28 }
const sizesToBuild = [1, 2, 3, 4, 5, 6, 7, 8, 10, 12]

/** Builds the Jacobians of one small layer after the other, as long as the next will not take too long. */
export async function runExplicit(open: Open, tell: Tell, found: (run: ExplicitRun) => void): Promise<void> {
  const worker = open()
  let rate = Infinity
  for (const [k, N] of sizesToBuild.entries()) {
    const sizes = layerOf(N)
    const expected = explicitOperations(sizes) / rate
    if (expected > patience.milliseconds || jacobianBytes(sizes) > patience.bytes) break
    tell({ doing: words.building(N), share: k / sizesToBuild.length })
    const run = await worker.ask('explicit', { N })
    rate = explicitOperations(sizes) / run.milliseconds
    found({ ...run, N })
  }
  worker.end()
}
