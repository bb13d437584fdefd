import { round } from './laid'

type Point = { readonly x: number; readonly y: number }

/** From one end up or down to the track, along it, and to the other, with round corners. */
export function pathOf(one: Point, two: Point, y: number): string {
  const r = Math.max(0, Math.min(8, (two.x - one.x) / 2, Math.max(Math.abs(one.y - y), Math.abs(two.y - y))))
  const p = (x: number, at: number) => `${round(x)},${round(at)}`
  const out = (from: Point) => y + Math.sign(from.y - y) * r
  const start =
    one.y === y
      ? `M${p(one.x, y)}`
      : `M${p(one.x, one.y)}L${p(one.x, out(one))}Q${p(one.x, y)} ${p(one.x + r, y)}`
  const close =
    two.y === y
      ? `L${p(two.x, y)}`
      : `L${p(two.x - r, y)}Q${p(two.x, y)} ${p(two.x, out(two))}L${p(two.x, two.y)}`
  return start + close
}

/** A place near the middle where nothing crosses. */
export function clear(from: number, to: number, crossings: readonly number[]): number {
  const middle = (from + to) / 2
  const steps = Array.from({ length: 9 }, (_, k) => (k % 2 ? 1 : -1) * Math.ceil(k / 2) * 11)
  const free = (x: number) => x > from + 6 && x < to - 6 && crossings.every((c) => Math.abs(c - x) >= 9)
  return steps.map((step) => middle + step).find(free) ?? middle
}
