import { describe, expect, test } from 'vitest'
import { entryOf, neg, nth, parse, random, sum, Tensor, tensor, transpose } from '@/autodiff'
import { transforms, type Transform } from '@/topics/checking/fixtures/transforms'
import { envOf, firstGiven, resized, sizesOf, type Given, type Target } from './given'
import { check, type Verdict } from './model'

type Kind = Verdict['kind']
const answers = { dw: 'x.T @ dy', db: 'sum(dy, axis=0, keepdims=true)' } as const
const names = { dw: ['x', 'w', 'dy'], db: ['x', 'w', 'b', 'dy'] } as const

const drawn = (seed: number, N: number, D: number, M: number): Given => {
  const next = random(seed)
  const matrix = (rows: number, columns: number) =>
    Array.from({ length: rows }, () => Array.from({ length: columns }, () => 2 * next() - 1))
  return { x: matrix(N, D), w: matrix(D, M), dy: matrix(N, M), b: matrix(1, M) }
}
/** The numbers that the exercise begins with, others with sizes that differ, and sizes where shapes tell little. */
const givens = [firstGiven, drawn(21, 4, 3, 2), drawn(22, 3, 3, 3), resized(firstGiven, { N: 1, D: 2, M: 4 })]
const fresh = [drawn(31, 6, 2, 3), drawn(32, 3, 5, 4)]

/** The right answer by loops, which the checker has no part in. */
const truth = ({ x, dy }: Given, target: Target) => {
  const total = (m: number, factor: (n: number) => number) =>
    dy.reduce((all, row, n) => all + factor(n) * nth(row, m), 0)
  const columns = nth(dy, 0).map((_, m) => m)
  return tensor(
    target === 'db'
      ? [columns.map((m) => total(m, () => 1))]
      : nth(x, 0).map((_, d) => columns.map((m) => total(m, (n) => entryOf(x, n, d)))),
  )
}
function valueOf(text: string, given: Given, env: object = {}): Tensor | undefined {
  try {
    return parse(text, { names: ['x', 'w', 'dy', 'b', 'N', 'D', 'M'] }).f({ ...envOf(given), ...env })
  } catch {
    return undefined
  }
}
const long = ({ shape }: Tensor) => shape.filter((length) => length !== 1).join()
const off = (a: Tensor, b: Tensor) =>
  [...a.data].map((value, k) => Math.abs(value - nth(b.data, k)) > 1e-7 * Math.max(1, Math.abs(value)))
const same = (a: Tensor | undefined, b: Tensor) =>
  a !== undefined && a.size === b.size && long(a) === long(b) && !off(a, b).includes(true)

/** Whether what a verdict says is so, on numbers that the checker has not seen; what it says of the reader's, on those. */
function holds(verdict: Verdict, text: string, given: Given, target: Target): boolean {
  const value = valueOf(text, given)
  const right = truth(given, target)
  const all = (is: (value: Tensor, right: Tensor, given: Given) => boolean) =>
    fresh.every((other) => {
      const found = valueOf(text, other)
      return found !== undefined && is(found, truth(other, target), other)
    })
  const slip = 'slip' in verdict ? verdict.slip : undefined
  if (slip?.slip === 'swap') {
    const meant = (other: Given) => ({ [slip.used]: envOf(other)[slip.meant as 'x' | 'dy'] })
    if (!fresh.every((other) => same(valueOf(text, other, meant(other)), truth(other, target)))) return false
  }
  switch (verdict.kind) {
    case 'right':
      return same(value, right) && all(same)
    case 'coincidence':
      return same(value, right) && !all(same)
    case 'layout':
      return all((found, wanted) => found.rank === 2 && same(transpose(found), wanted))
    case 'sign':
      return all((found, wanted) => same(neg(found), wanted))
    case 'zero':
      return all((found) => found.data.every((entry) => entry === 0))
    case 'batch':
      return verdict.left === 'rows'
        ? all((found, wanted, { x }) => found.shape[0] === x.length && same(sum(found, { axis: 0 }), wanted))
        : all((found, wanted) => found.size === wanted.size && !same(found, wanted))
    case 'axis':
      return all((found, _, { dy }) => same(found, sum(tensor(dy), { axis: 1 })))
    case 'oversum':
      return all((found, wanted) => [0, 1, [0, 1]].some((axis) => same(found, sum(wanted, { axis }))))
    case 'mean':
      return all((found, wanted, { x }) => same(tensor(found.data.map((entry) => entry * x.length)), tensor(wanted.data)))
    case 'factor':
      return all((found, wanted, other) => {
        const by = parse(verdict.by, { names: ['N', 'D', 'M'] }).f(envOf(other)).item()
        return !same(found, wanted) || Math.abs(by - 1) < 1e-5 ? true : same(tensor(found.data.map((entry) => entry / by)), tensor(wanted.data))
      })
    case 'length':
      return !all(same)
    case 'values': {
      if (value === undefined || value.size !== right.size) return false
      const marks = off(value, right)
      return verdict.count === marks.filter(Boolean).length && String(verdict.mine.wrong.flat()) === String(marks)
    }
    case 'shape':
      return value !== undefined && String(value.shape) !== String(right.shape)
    case 'clash':
      return value === undefined
    default:
      return false
  }
} // prettier-ignore

/** Which kinds of verdict name the way in which an answer went wrong; others say what holds of it. */
const kinds: Readonly<Partial<Record<Transform, readonly Kind[]>>> = {
  'the transpose': ['layout'],
  'the sign': ['sign'],
  twice: ['factor'],
  'a third': ['factor'],
  'a mean': ['mean'],
  zero: ['zero'],
  'a sum too many': ['oversum'],
  'a sum left out': ['batch'],
  'another axis': ['axis', 'clash'],
  'one entry off': ['values'],
}

describe.each(['dw', 'db'] as const)('a right formula for %s', (target) => {
  const right = { answer: answers[target], names: names[target], rank: 2, batch: true, alike: [target === 'dw' ? 'w' : 'b'] }
  test.each(Object.keys(transforms) as Transform[])('with %s: its verdict names that, or what holds', (name) => {
    for (const given of givens)
      for (const typed of transforms[name](right)) {
        const verdict = check(typed, given, target)
        const where = `${typed} at ${JSON.stringify(sizesOf(given))}: ${JSON.stringify(verdict)}`
        expect(holds(verdict, typed, given, target), where).toBe(true)
        const named = verdict.kind === 'coincidence' ? verdict.there.kind : verdict.kind
        expect(kinds[name] ?? [named], where).toContain(named)
        if (name === 'one entry off' && verdict.kind === 'values' && given !== firstGiven)
          expect(verdict.count, where).toBe(1)
      }
  })
}) // prettier-ignore
