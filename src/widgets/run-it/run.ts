import type { Variant } from '@/autodiff/kernel'
import type { Checked } from './check'
import type { Explicit } from './explicit'
import { layerOf, jacobianBytes, explicitOperations, type Sizes } from './layer'
import { fastest, repeatsOf, type Open, type Tell } from './passes'
import { compare, together } from './threads'
import { words } from './words'

/** What one thread did: milliseconds of each product, of the fastest of some passes. */
export type Single = { y: number; dx: number; dw: number; total: number; passes: number }
export type Split = {
  threads: number
  milliseconds: number
  /** Whether they wrote into one memory. */
  shared: boolean
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

async function alone(sizes: Sizes, open: Open, tell: Tell) {
  const worker = open()
  tell({ doing: words.making, share: 0 })
  const { bytes, variant } = await worker.ask('make', { sizes, columns: [0, sizes.M] })
  const repeats = repeatsOf(sizes)
  const doing = words.forwardAndBack
  const best = await fastest(async () => {
    const times = await worker.ask('pass', { repeats }, (share) => tell({ doing, share }))
    return { times, milliseconds: (times.end - times.start) / repeats }
  })
  tell({ doing: words.checking, share: 1 })
  const checked = await worker.ask('check', { seed: sizes.N })
  const answers = await worker.ask('answers', undefined)
  worker.end()
  const { y, dx, dw } = best.times
  const single = { y: y / repeats, dx: dx / repeats, dw: dw / repeats }
  return {
    run: { single: { ...single, total: best.milliseconds, passes: best.passes }, bytes, variant, checked },
    answers,
  }
}

/** The layer on one thread; then, where the device has more, split over them. */
export async function runLayer(sizes: Sizes, threads: number, open: Open, tell: Tell): Promise<LayerRun> {
  const { run, answers } = await alone(sizes, open, tell)
  if (threads < 2) return { ...run, split: undefined }
  const { milliseconds, ranges, shared, found } = await together(sizes, threads, open, tell)
  const split = { threads: ranges.length, milliseconds, shared, difference: compare(found, answers) }
  return { ...run, split }
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
