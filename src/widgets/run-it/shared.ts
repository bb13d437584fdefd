import { nth } from '@/autodiff'
import type { Sizes } from './layer'
import type { Times } from './slice'

/** What all threads see where memory can be shared: y whole, each one's part of ∂L/∂x, and how many have been through. */
export type Shared = { y: Float32Array; dx: readonly Float32Array[]; arrived: Int32Array }
/** Which of so many threads this one is. */
export type Place = Shared & { place: number; threads: number }
/** What a step gives: its times; y and a part of ∂L/∂x where no memory is shared. */
export type Handed = { times: Times; y?: Float32Array; dx?: Float32Array }

/** Where the page is isolated from others, browsers let threads write into one memory; elsewhere results are handed over. */
export function sharedFor({ N, D, M }: Sizes, threads: number): Shared | undefined {
  if (!globalThis.crossOriginIsolated) return
  const floats = (length: number) => new Float32Array(new SharedArrayBuffer(4 * length))
  return {
    y: floats(N * M),
    dx: Array.from({ length: threads }, () => floats(N * D)),
    arrived: new Int32Array(new SharedArrayBuffer(4)),
  }
}

/** Waits until all threads have come so many times, this one too. */
export function meet({ arrived, threads }: Place, times: number): void {
  let there = Atomics.add(arrived, 0, 1) + 1
  Atomics.notify(arrived, 0)
  for (; there < threads * times; there = Atomics.load(arrived, 0)) Atomics.wait(arrived, 0, there)
}

/** Adds this thread's share of the entries of all parts of ∂L/∂x up, in the first of them. */
export function collect({ dx, place, threads }: Place): void {
  const sum = nth(dx, 0)
  const at = (k: number) => Math.round((k * sum.length) / threads)
  for (const part of dx.slice(1)) addTo(sum, part, at(place), at(place + 1))
}

/** sum += part, from one entry up to another. */
export function addTo(sum: Float32Array, part: Float32Array, from: number, to: number): void {
  for (let k = from; k < to; k++) sum[k] = (sum[k] as number) + (part[k] as number) // in range: both are as long
}
