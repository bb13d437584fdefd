import { broadcastTo, jacfwd, parse, ParseError, reshape, slice, stack, tensor } from '@/autodiff'
import type { Parsed, Tensor } from '@/autodiff'
import { entry, num } from '@/plot/format'

/** The most inputs, and the most outputs. */
export const most = 6

/** f: ℝᴺ→ℝᴹ, written as M formulas in x1 … xN. */
export type VectorFunction = { readonly N: number; readonly outputs: readonly Parsed[] }

const range = (length: number) => Array.from({ length }, (_, k) => k)
const nameOf = (k: number) => `x${k + 1}`

/** `x1 * x2, max(x1, 2)` at its commas, except those inside brackets; brackets round the whole may stand or not. */
export function split(text: string): string[] {
  const bare = text.trim()
  const inner = /^\[[^[\]]*\]$/.test(bare) ? bare.slice(1, -1) : bare
  const found = ['']
  let depth = 0
  for (const letter of inner) {
    if ('([{'.includes(letter)) depth++
    if (')]}'.includes(letter)) depth--
    if (letter === ',' && depth === 0) found.push('')
    else found[found.length - 1] += letter
  }
  return found.map((formula) => formula.trim())
}

/**
 * Reads the formulas of a function with at least N inputs, more where the formulas name more. A formula that can't
 * be read is a sentence that says which, where, and what was expected.
 */
export function read(formulas: readonly string[], N: number): VectorFunction | { error: string } {
  if (formulas.length > most)
    return { error: `${formulas.length} formulas are too many: the figure has room for ${most} outputs.` }
  const outputs: Parsed[] = []
  for (const [i, formula] of formulas.entries()) {
    const name = entry('y', i + 1)
    if (formula === '') return { error: `${name} is empty: write a formula such as x1 * x2.` }
    try {
      const parsed = parse(formula, { names: range(most).map(nameOf) })
      const probe = Object.fromEntries(range(most).map((k) => [nameOf(k), 1]))
      const { rank, shape } = parsed.f(probe)
      if (rank > 0)
        return { error: `${name} must be one number, and this formula gives ${shape.join(' × ')} of them.` }
      outputs.push(parsed)
    } catch (error) {
      return { error: `In ${name}: ${(error as ParseError).message}` }
    }
  }
  const named = outputs.flatMap(({ names }) => names.map((name) => Number(name.slice(1))))
  return { N: Math.max(N, ...named), outputs }
}

/** f at x, of shape (N) → (M), or at many points at once, (N × …) → (M × …). Made of ops: all transformations take it. */
export function apply({ N, outputs }: VectorFunction, x: Tensor): Tensor {
  const rest = x.shape.slice(1)
  const ends = (k: number) => [k, ...rest.map(() => 0)]
  const env = Object.fromEntries(
    range(N).map((k) => [nameOf(k), reshape(slice(x, ends(k), [k + 1, ...rest]), rest)]),
  )
  return stack(outputs.map(({ f }) => broadcastTo(f(env), rest)))
}

/** f(x) as numbers; where f has no value, NaN or ±∞, as the formula gives it. */
export const valueAt = (f: VectorFunction, x: readonly number[]) =>
  apply(f, tensor([...x])).toArray() as number[]

/** The Jacobian at x, M × N. */
export const jacobianAt = (f: VectorFunction, x: readonly number[]) =>
  jacfwd((at: Tensor) => apply(f, at))([...x]).toArray() as number[][]

const h = 2 ** -20

/** The first output that bends sharply at x, with its rates to the left and to the right of one input. */
function kink(f: VectorFunction, x: readonly number[], y: readonly number[]) {
  for (const j of x.keys()) {
    const [left, right] = [-h, h].map((step) =>
      valueAt(f, x.with(j, (x[j] ?? 0) + step)).map((value, i) => (value - (y[i] ?? 0)) / step),
    )
    const i = y.findIndex((_, k) => Math.abs((left?.[k] ?? 0) - (right?.[k] ?? 0)) > 1e-2)
    if (i >= 0) return { i, j, left: left?.[i] ?? 0, right: right?.[i] ?? 0 }
  }
}

const inputsOf = (f: VectorFunction, i: number, x: readonly number[]) =>
  (f.outputs[i]?.names ?? [])
    .map((name) => Number(name.slice(1)) - 1)
    .map((k) => `${entry('x', k + 1)} = ${num(x[k] ?? 0)}`)
    .join(', ')

/** Says of an output that it has no value at x; undefined if each has one. */
export function noValue(f: VectorFunction, x: readonly number[], y: readonly number[]): string | undefined {
  const i = y.findIndex((value) => !Number.isFinite(value))
  if (i < 0) return undefined
  return `${entry('y', i + 1)} = ${f.outputs[i]?.source} has no value at ${inputsOf(f, i, x)}.`
}

/** Says of an output that it has no derivative at x, and why; undefined if all is well. */
export function noDerivative(
  f: VectorFunction,
  x: readonly number[],
  y: readonly number[],
  J: readonly (readonly number[])[],
): string | undefined {
  const i = J.findIndex((row) => !row.every(Number.isFinite))
  if (i >= 0)
    return `${entry('y', i + 1)} = ${f.outputs[i]?.source} has no derivative at ${inputsOf(f, i, x)}: its rate there is no finite number.`
  const bend = kink(f, x, y)
  if (!bend) return undefined
  const where = `${entry('y', bend.i + 1)} = ${f.outputs[bend.i]?.source} has no derivative at ${inputsOf(f, bend.i, x)}`
  return Math.max(Math.abs(bend.left), Math.abs(bend.right)) > 1e4
    ? `${where}, because it jumps there.`
    : `${where}, because it has a kink: from the left its rate by ${entry('x', bend.j + 1)} is ${num(bend.left, 3)}, from the right ${num(bend.right, 3)}.`
}

/** A formula for the eye: `x1 * x2^2` as `{x.1} · {x.2}²`, with symbols marked as a figure's sentence has them. */
export const pretty = (source: string) =>
  source
    .replace(/\bx(\d)\b/g, '{x.$1}')
    .replace(/\^2\b/g, '²')
    .replace(/\^3\b/g, '³')
    .replaceAll(' * ', ' · ')
    .replaceAll('-', '−')
    .replace(/\bsqrt\b/g, '√')
    .replace(/ \/ /g, '/')
