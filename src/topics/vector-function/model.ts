import {
  broadcastTo,
  jacrev,
  nth,
  parse,
  reshape,
  slice,
  stack,
  tensor,
  type Ast,
  type Parsed,
  type Tensor,
} from '@/autodiff'
import { functionFrom, readFunction, spelled, type Fn, type Spelled } from '@/figure/pure'
import { noValue as noValueOf, troubleAt } from '@/topics/points'
import { entry, superscript } from '@/plot/format'
import { words } from './words'

/** The most inputs, and the most outputs. */
export const most = 6

/** How many characters formulas of the reader's own may have, in their field as in a link. */
export const longestTyped = 200

/** One formula twice: for tensors, and as a function of the numbers that it names. */
type Output = { readonly formula: Parsed; readonly fn: Fn }

/** f: ℝᴺ→ℝᴹ, written as M formulas in x1 … xN. */
export type VectorFunction = { readonly N: number; readonly outputs: readonly Output[] }

const range = (length: number) => Array.from({ length }, (_, k) => k)
const nameOf = (k: number) => `x${k + 1}`
const all = range(most).map(nameOf)

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

/** The parts of a formula that stand side by side: where the left one ends and the right one begins. */
function gaps(ast: Ast): (readonly [number, number])[] {
  if (ast.kind !== 'product' && ast.kind !== 'call') return []
  const inner = ast.args.flatMap(gaps)
  return ast.kind === 'product' ? [...inner, [ast.args[0].span[1], ast.args[1].span[0]]] : inner
}

/**
 * The formula with a sign wherever two parts stand side by side. For single numbers that is the same; for many points
 * at once the core would take the parts for matrices.
 */
export function starred({ source, ast }: Pick<Parsed, 'source' | 'ast'>): string {
  const star = (text: string, [end, begin]: readonly [number, number]) =>
    text.slice(0, end) + text.slice(end, begin).replace(/^([\s)]*)·?([\s(]*)$/, '$1*$2') + text.slice(begin)
  return gaps(ast)
    .sort(([a], [b]) => b - a)
    .reduce(star, source)
}

/**
 * Reads the formulas of a function with at least N inputs, more where the formulas name more. A formula that can't
 * be read is a sentence that says which, where, and what was expected.
 */
export function read(formulas: readonly string[], N: number): VectorFunction | { error: string } {
  if (formulas.length > most) return { error: words.tooMany(formulas.length, most) }
  const outputs: Output[] = []
  for (const [i, formula] of formulas.entries()) {
    const found = readFunction(formula, all)
    if ('error' in found) return { error: words.inOutput(entry('y', i + 1), found.error) }
    const parsed = parse(formula, { names: all, numbers: true })
    const elementwise = parse(starred(parsed), { names: all, numbers: true })
    outputs.push({ formula: elementwise, fn: functionFrom(formula, parsed.names) })
  }
  const named = outputs.flatMap(({ fn }) => fn.names.map((name) => Number(name.slice(1))))
  return { N: Math.max(N, ...named), outputs }
}

/** The book's spelling of typed formulas, or whole texts to take instead, with one of the formulas put right. */
export function spell(text: string): Spelled {
  const formulas = split(text)
  const each = formulas.map((formula) => spelled(formula, all, true))
  const joined = (parts: readonly string[]) => parts.join(', ')
  return {
    suggestions: each.flatMap(({ suggestions }, i) =>
      suggestions.map((instead) => joined(formulas.with(i, instead))),
    ),
    ...(each.some(({ book }) => book !== undefined) && {
      book: joined(formulas.map((formula, i) => nth(each, i).book ?? formula)),
    }),
  }
}

/** f at x, of shape (N) → (M), or at many points at once, (N × …) → (M × …). Made of ops: all transformations take it. */
export function apply({ N, outputs }: VectorFunction, x: Tensor): Tensor {
  const rest = x.shape.slice(1)
  const ends = (k: number) => [k, ...rest.map(() => 0)]
  const env = Object.fromEntries(
    range(N).map((k) => [nameOf(k), reshape(slice(x, ends(k), [k + 1, ...rest]), rest)]),
  )
  return stack(outputs.map(({ formula }) => broadcastTo(formula.f(env), rest)))
}

/** f(x) as numbers; where f has no value, NaN or ±∞, as the formula gives it. */
export const valueAt = (f: VectorFunction, x: readonly number[]) =>
  apply(f, tensor([...x])).toArray() as number[]

/** The Jacobian at x, M × N. */
export const jacobianAt = (f: VectorFunction, x: readonly number[]) =>
  jacrev((at: Tensor) => apply(f, at))([...x]).toArray() as number[][]

/** What each output answers to a question about the point x, asked with the inputs that it names. */
const each = <T>(
  { outputs }: VectorFunction,
  x: readonly number[],
  ask: (...about: Parameters<typeof troubleAt>) => T | undefined,
) =>
  outputs.map(({ fn }, i) => {
    const at = fn.names.map((name) => nth(x, Number(name.slice(1)) - 1))
    return ask(fn, at, entry('y', i + 1))
  })

/** What keeps an output from having a value at x, as a sentence; undefined if each has one. */
export const noValue = (f: VectorFunction, x: readonly number[]) => each(f, x, noValueOf).find(Boolean)

/** What keeps each output from having a value or a derivative at x, as a sentence; undefined where nothing does. */
export const troubles = (f: VectorFunction, x: readonly number[]) =>
  each(f, x, troubleAt).map((found) => found?.sentence)

/** A number to show; nothing where there is none. */
export const finite = (value: number) => (Number.isFinite(value) ? value : null)

/** A formula for the eye: `x1 * x2^2` as `{x.1} · {x.2}²`, with symbols marked as a figure's sentence has them. */
export const pretty = (source: string) =>
  source
    .replace(/\bx(\d)\b/g, '{x.$1}')
    .replace(/\^(\d+)\b/g, (_, power: string) => superscript(Number(power)))
    .replaceAll(' * ', ' · ')
    .replaceAll('-', '−')
    .replace(/\bsqrt\b/g, '√')
    .replace(/ \/ /g, '/')
