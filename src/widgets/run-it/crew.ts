import { nth } from '@/autodiff'
import type { Range, Sizes } from './layer'
import { repeatsOf, type Open } from './passes'
import { addTo, sharedFor, type Handed, type Shared } from './shared'
import type { Times } from './slice'

/** Columns that the kernel takes at once: a narrower rest costs as much. */
const tile = 16

/** The columns for workers of these speeds, cut so that each gets whole tiles of the kernel and all end together. */
export function cut({ M }: Pick<Sizes, 'M'>, speeds: readonly number[]): Range[] {
  const tiles = Math.ceil(M / tile)
  const total = speeds.reduce((sum, speed) => sum + speed, 0)
  let before = 0
  const ends = speeds.map((speed) => Math.min(M, tile * Math.round(((before += speed) / total) * tiles)))
  return ends.map((to, k): Range => [k === 0 ? 0 : nth(ends, k - 1), to]).filter(([from, to]) => to > from)
}

/** Passes by which speeds are measured: of each worker the quickest, for others may want its core in some. */
const attempts = 5
/** What part of a worker's columns is not worth moving: cores of one kind differ by less, if nothing else runs. */
const alike = 0.1

const clock = () => performance.timeOrigin + performance.now()
const differs = (a: readonly Range[], b: readonly Range[], by: number) =>
  a.length !== b.length || a.some(([from], k) => Math.abs(from - nth(b, k)[0]) > by)

/**
 * Workers that own a slice of the columns each: of w, y, ∂L/∂y and ∂L/∂w, which they keep, as a training would. First
 * all get as many; then each as many as its speed lets it have done when the others are.
 */
export class Crew {
  private readonly workers: ReturnType<Open>[]
  private shared: Shared | undefined
  ranges: Range[]

  constructor(
    private readonly sizes: Sizes,
    threads: number,
    open: Open,
  ) {
    this.ranges = cut(
      sizes,
      Array.from({ length: threads }, () => 1),
    )
    this.workers = this.ranges.map(open)
  }

  private all<T>(ask: (worker: ReturnType<Open>, k: number) => Promise<T>): Promise<T[]> {
    return Promise.all(this.workers.map(ask))
  }

  /** Takes the memory, and shares the columns out by measured speed, where that is not the same for all. */
  async make(): Promise<void> {
    await this.give()
    const repeats = Math.ceil(repeatsOf(this.sizes) / 8)
    const tries: (readonly Times[])[] = []
    for (let k = 0; k < attempts; k++) tries.push((await this.step(repeats)).times)
    const speeds = this.ranges.map(
      ([from, to], k) => (to - from) / Math.min(...tries.map((times) => spent(nth(times, k)))),
    )
    const better = cut(this.sizes, speeds)
    const least = (alike * this.sizes.M) / this.workers.length
    if (better.length < this.workers.length || !differs(better, this.ranges, least)) return
    this.ranges = better
    await this.give()
  }

  private async give(): Promise<void> {
    const { sizes } = this
    const shared = (this.shared = sharedFor(sizes, this.workers.length))
    await this.all((worker, place) =>
      worker.ask('make', {
        sizes,
        columns: nth(this.ranges, place),
        ...(shared && { shared: { ...shared, place, threads: this.workers.length } }),
      }),
    )
  }

  /** Forward and back, until y and the sum of all parts of ∂L/∂x are there: where repeated, that comes once. */
  async step(repeats: number, tell: (share: number) => void = () => undefined) {
    const shares = this.ranges.map(() => 0)
    const asked = clock()
    const handed = await this.all((worker, k) =>
      worker.ask('step', { repeats }, (share) => {
        shares[k] = share
        tell(Math.min(...shares))
      }),
    )
    const found = this.shared
      ? { y: this.shared.y, dx: nth(this.shared.dx, 0) }
      : gather(this.sizes, this.ranges, handed)
    const ended = Math.max(...handed.map(({ times }) => times.end))
    const milliseconds = (ended - asked) / repeats + (clock() - ended)
    return { milliseconds, times: handed.map(({ times }) => times), ...found }
  }

  /** The sum of each column of ∂L/∂w. */
  async dwSums(): Promise<Float64Array> {
    const sums = new Float64Array(this.sizes.M)
    const parts = await this.all((worker) => worker.ask('dwSums', undefined))
    for (const [k, part] of parts.entries()) sums.set(part, nth(this.ranges, k)[0])
    return sums
  }

  /** Entries of ∂L/∂w, from the workers that have them. */
  async dwAt(d: readonly number[], m: readonly number[]): Promise<number[][]> {
    const rows = d.map(() => m.map(() => NaN))
    await this.all(async (worker, k) => {
      const [from, to] = nth(this.ranges, k)
      const mine = m.flatMap((column, j) => (column >= from && column < to ? [{ column, j }] : []))
      const { dw } = await worker.ask('entries', {
        n: [],
        d: [...d],
        m: mine.map(({ column }) => column - from),
      })
      for (const [i, row] of dw.entries())
        for (const [at, { j }] of mine.entries()) nth(rows, i)[j] = nth(row, at)
    })
    return rows
  }

  /** Whether results are written into one memory. */
  get sharing(): boolean {
    return this.shared !== undefined
  }

  end(): void {
    for (const worker of this.workers) worker.end()
  }
}

const spent = ({ start, end }: { start: number; end: number }) => end - start

/** What was handed over: the columns of y side by side, the parts of ∂L/∂x added up in the first of them. */
export function gather({ N, M }: Sizes, ranges: readonly Range[], handed: readonly Handed[]) {
  const y = new Float32Array(N * M)
  for (const [k, part] of handed.entries()) {
    const [from, to] = nth(ranges, k)
    const width = to - from
    if (part.y?.length !== N * width) throw new Error('a worker handed over less than its columns of y')
    for (let i = 0; i < N; i++) y.set(part.y.subarray(i * width, (i + 1) * width), i * M + from)
  }
  const [dx, ...rest] = handed.map((part) => {
    if (!part.dx) throw new Error('a worker handed over nothing of ∂L/∂x')
    return part.dx
  })
  if (!dx) throw new Error('there was no worker')
  for (const part of rest) addTo(dx, part, 0, dx.length)
  return { y, dx }
}
