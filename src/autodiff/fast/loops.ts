import type { Data } from '../core/tensor.ts'

/**
 * What an elementwise op does to a stretch of numbers: `length` results from `start` on, each input from its own
 * place on, in steps of 1, or of 0 where it is broadcast.
 */
export type Loop = (
  out: Data,
  start: number,
  length: number,
  a: Data,
  i: number,
  p: number,
  b: Data,
  j: number,
  q: number,
  c: Data,
  k: number,
  r: number,
) => void

/** The loop of a function of one number. */
export const each =
  (f: (x: number) => number): Loop =>
  (out, start, length, a, i, p) => {
    for (let n = 0; n < length; n++) out[start + n] = f(a[i + n * p] as number) // in range, like all here
  }
/** The loop of a function of two numbers. */
export const eachPair =
  (f: (x: number, y: number) => number): Loop =>
  (out, start, length, a, i, p, b, j, q) => {
    for (let n = 0; n < length; n++) out[start + n] = f(a[i + n * p] as number, b[j + n * q] as number)
  }

// What networks are made of is written out, since to call a function for each number takes ten times as long.

export const add: Loop = (out, start, length, a, i, p, b, j, q) => {
  for (let n = 0; n < length; n++) out[start + n] = (a[i + n * p] as number) + (b[j + n * q] as number)
}
export const sub: Loop = (out, start, length, a, i, p, b, j, q) => {
  for (let n = 0; n < length; n++) out[start + n] = (a[i + n * p] as number) - (b[j + n * q] as number)
}
export const mul: Loop = (out, start, length, a, i, p, b, j, q) => {
  for (let n = 0; n < length; n++) out[start + n] = (a[i + n * p] as number) * (b[j + n * q] as number)
}
export const div: Loop = (out, start, length, a, i, p, b, j, q) => {
  for (let n = 0; n < length; n++) out[start + n] = (a[i + n * p] as number) / (b[j + n * q] as number)
}
export const relu: Loop = (out, start, length, a, i, p) => {
  for (let n = 0; n < length; n++) out[start + n] = Math.max(a[i + n * p] as number, 0)
}
export const where: Loop = (out, start, length, a, i, p, b, j, q, c, k, r) => {
  for (let n = 0; n < length; n++)
    out[start + n] = (a[i + n * p] as number) !== 0 ? (b[j + n * q] as number) : (c[k + n * r] as number)
}
