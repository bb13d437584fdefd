import {
  bind,
  checkGrads,
  grad,
  matmul,
  mul,
  nth,
  nthOr,
  random,
  reshape,
  sum,
  tensor,
  type Check,
  type Tensor,
} from '@/autodiff'
import { longestFormula, type Preset } from '@/figure/pure'
import type { Formula, Unread } from '@/topics/checking/read'
import { judge, pointsOf, type Verdict } from './judge'
import { ownOp, readOp, readRule, valueOf, type Own } from './op'
import { words } from './words'

export type Numbers = readonly (readonly number[])[]
export type State = { f: string; rule: string; w: Numbers }

export const presets: readonly Preset[] = [
  { source: 'tanh(x)', name: 'tanh' },
  { source: 'sigmoid(x)', name: 'sigmoid' },
  { source: 'x^2', name: 'square' },
  { source: 'exp(x)', name: 'exp' },
  { source: 'softmax(x, axis=-1)', name: 'softmax by rows' },
  { source: 'sum(x, axis=0, keepdims=true)', name: 'sum of rows' },
  { source: 'x - mean(x, axis=0, keepdims=true)', name: 'columns centered' },
  { source: 'x.T', name: 'transpose' },
]

export const longestRule = 120
const unread = (of: Formula | Unread): of is Unread => 'kind' in of

/** Why a text is no op, as a sentence; undefined where it is one. */
export function problemOfOp(text: string): string | undefined {
  if (text.length > longestFormula) return words.tooLong(longestFormula)
  const f = readOp(text)
  if (unread(f)) return f.says
  const points = pointsOf(f)
  return typeof points === 'string' ? words.cant(points) : undefined
}
/** Why a text is no rule, as a sentence; a wrong rule is one. */
export function problemOfRule(text: string): string | undefined {
  if (text.length > longestRule) return words.tooLong(longestRule)
  const rule = readRule(text)
  return unread(rule) ? rule.says : undefined
}

/** The state from a link is read as a whole. */
export const checkState = ({ f, rule }: State): string | undefined => problemOfOp(f) ?? problemOfRule(rule)

/** Numbers with one decimal, of either sign, that are always the same. */
const fixed = (rows: number, columns: number, seed: number): Numbers => {
  const next = random(seed)
  return Array.from({ length: rows }, () =>
    Array.from({ length: columns }, () => Math.round(30 * next() - 15) / 10),
  )
}
export const input: Numbers = fixed(2, 2, 3)
export const startWeights: Numbers = [
  [0.6, -0.4, 0.2],
  [0.3, 0.5, -0.8],
]

/** The gradient of a loss that has the op in the middle: a product before it, a weighing and a sum after it. */
export type Use = {
  mine: Numbers
  differences: Numbers
  /** Which entries differ by more than differences may. */
  wrong: readonly (readonly boolean[])[]
}

const rowsOf = (x: Tensor): Numbers => x.toArray() as Numbers // of rank 2

function used(own: Own, w: Numbers): Use | string {
  const op = ownOp(own)
  const s = matmul(input, w)
  const y = valueOf(own.f, s)
  if (typeof y === 'string') return y
  const c = reshape(fixed(1, y.size, 5)[0] ?? [], y.shape)
  const loss = (at: Tensor): Tensor => sum(mul(c, bind(op, [matmul(input, at)], undefined)))
  if (!y.data.every(Number.isFinite)) return words.noValueHere
  const mine = rowsOf(grad(loss)(w))
  const differences = w.map((row, i) =>
    row.map((value, j) => {
      const at = (h: number) => loss(tensor(w.map((r, k) => (k === i ? r.with(j, value + h) : r)))).item()
      const h = 1e-5 * Math.max(1, Math.abs(value))
      return (at(h) - at(-h)) / (2 * h)
    }),
  )
  const largest = Math.max(1, ...differences.flat().map(Math.abs))
  const wrong = mine.map((row, i) =>
    row.map((value, j) => !(Math.abs(value - nthOr(nth(differences, i), j, NaN)) <= 1e-6 * largest)),
  )
  return { mine, differences, wrong }
}

export type Scene = {
  own: Own
  verdict: Verdict
  /** What the core's own check says of the op with this rule; nothing where the rule has no value of x's shape. */
  checks: readonly Check[]
  use: Use | undefined
  /** Why it is not used. */
  unused: string
}

/** All that the figure shows of an op and a rule; both have to be readable. */
export function model({ f: op, rule: text, w }: State): Scene {
  const [f, rule] = [readOp(op), readRule(text)]
  if (unread(f) || unread(rule)) throw new Error(`“${op}” or “${text}” can't be read`)
  const points = pointsOf(f)
  if (typeof points === 'string') throw new Error(`“${op}”: ${points}`)
  const own = { f, rule }
  const verdict = judge(rule, points)
  const [point] = points
  try {
    const x = point?.env['x']
    const made = ownOp(own)
    const checks = x ? checkGrads((at: Tensor) => bind(made, [at], undefined), [x]).checks : []
    const use = used(own, w)
    return typeof use === 'string'
      ? { own, verdict, checks, use: undefined, unused: use }
      : { own, verdict, checks, use, unused: '' }
  } catch (error) {
    return { own, verdict, checks: [], use: undefined, unused: words.noUse((error as Error).message) }
  }
}
