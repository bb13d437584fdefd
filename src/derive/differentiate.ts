import { functions } from './functions.ts'
import {
  add,
  again,
  at,
  call,
  delta,
  mul,
  num,
  pow,
  renewed,
  substitute,
  sum,
  type Axis,
  type Expr,
  type Row,
} from './tree.ts'

/** One rule for the derivative of an entry: how it is called, what it says, and what it does. */
export interface DerivativeRule {
  readonly name: string
  readonly says: string
  readonly of: (e: Expr, inner: (part: Expr) => Expr) => Expr
}

type Kind = Expr['kind']
const as = <K extends Kind>(f: (e: Extract<Expr, { kind: K }>, inner: (part: Expr) => Expr) => Expr) =>
  f as DerivativeRule['of']

/** Softmax, logsumexp and max: how much each entry along the row counts, times how that entry moves. */
function row(e: Row, inner: (part: Expr) => Expr): Expr {
  const over = again(e.over)
  const there = substitute(e.body, new Map([[e.over.id, at(over)]]))
  const moved = inner(there)
  if (e.fn === 'logsumexp')
    return sum([over], mul({ ...(renewed(e) as Row), fn: 'softmax', at: at(over) }, moved))
  if (e.fn === 'max') return sum([over], mul(call('equal', there, renewed(e)), moved))
  const here = e.at ?? at(over)
  return sum(
    [over],
    mul(
      renewed(e),
      add(delta(here, at(over)), mul(num(-1), { ...(renewed(e) as Row), at: at(over) })),
      moved,
    ),
  )
}

/** The derivative by one entry, by the kind of expression. */
export const derivativeRules: { readonly [K in Exclude<Kind, 'entry'>]: DerivativeRule } = {
  num: { name: 'constant', says: 'A number does not move.', of: () => num(0) },
  size: { name: 'constant', says: 'A size does not move.', of: () => num(0) },
  delta: { name: 'constant', says: 'A δ does not move.', of: () => num(0) },
  partial: {
    name: 'constant',
    says: 'A derivative that is named is not differentiated again.',
    of: () => num(0),
  },
  add: {
    name: 'sum',
    says: 'The derivative of a sum is the sum of the derivatives.',
    of: as<'add'>((e, inner) => add(...e.of.map(inner))),
  },
  sum: {
    name: 'sum',
    says: 'The derivative of a sum is the sum of the derivatives.',
    of: as<'sum'>((e, inner) => sum(e.over, inner(e.body))),
  },
  mul: {
    name: 'product',
    says: 'One factor moves at a time, the others stand still.',
    of: as<'mul'>((e, inner) =>
      add(...e.of.map((f, k) => mul(...e.of.map((g, j) => (j === k ? inner(f) : g))))),
    ),
  },
  pow: {
    name: 'power',
    says: 'The power comes down, and one less stays above.',
    of: as<'pow'>((e, inner) =>
      add(
        mul(e.power, pow(e.base, add(e.power, num(-1))), inner(e.base)),
        mul(e, call('log', e.base), inner(e.power)),
      ),
    ),
  },
  call: {
    name: 'chain rule',
    says: 'The slope of the outer function times the derivative of the inner one.',
    of: as<'call'>((e, inner) => {
      const slopes = functions[e.fn]?.slopes(...e.of) ?? []
      return add(...e.of.map((arg, k) => mul(slopes[k] ?? num(0), inner(arg))))
    }),
  },
  row: { name: 'row', says: 'All entries of the row move the value, each by its share.', of: as<'row'>(row) },
}

/** ∂e/∂name[letters]: each entry of `name` that is met leaves a δ for each of its axes. */
export function differentiate(e: Expr, name: string, letters: readonly Axis[]): Expr {
  const inner = (part: Expr): Expr => differentiate(part, name, letters)
  if (e.kind !== 'entry') return derivativeRules[e.kind].of(e, inner)
  if (e.name !== name) return num(0)
  return mul(
    ...letters.flatMap((letter, k) => (letter.dim === 1 ? [] : [delta(e.at[k] ?? at(letter), at(letter))])),
  )
}
