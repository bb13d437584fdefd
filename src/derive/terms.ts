import { nthOr } from '../autodiff/index.ts'
import { chosen, plainTests } from './choices.ts'
import {
  add,
  again,
  at,
  axisOf,
  free,
  isNum,
  key,
  mul,
  num,
  pow,
  size,
  some,
  substitute,
  sum,
  within,
  type Axis,
  type Expr,
  type Index,
} from './tree.ts'

/** A product under its sums: a number, the letters that are summed, each its own, and the factors. */
export interface Term {
  readonly value: number
  readonly over: readonly Axis[]
  readonly of: readonly Expr[]
}

const hasDelta = (e: Expr): boolean => some(e, ({ kind }) => kind === 'delta')
/** How many terms an expression may be spread into: beyond it, a derivation is of no use to anybody. */
const mostTerms = 200

/** Spreads an expression into terms. A sum in brackets stays whole unless a δ in it waits to be contracted. */
export function termsOf(e: Expr, opens: (group: Expr) => boolean = hasDelta): Term[] {
  switch (e.kind) {
    case 'num':
      return e.value === 0 ? [] : [{ value: e.value, over: [], of: [] }]
    case 'add':
      return e.of.flatMap((term) => termsOf(term, opens))
    case 'sum': {
      const over = e.over.map(again)
      const body = substitute(e.body, new Map(e.over.map((a, k) => [a.id, at(over[k] ?? a)])))
      return termsOf(body, opens).map((term) => ({ ...term, over: [...over, ...term.over] }))
    }
    case 'mul': {
      const lists = e.of.map((f) =>
        f.kind === 'add' && !opens(f) ? [{ value: 1, over: [], of: [f] }] : termsOf(f, opens),
      )
      const all = lists.reduce<Term[]>(
        (done, list) => done.flatMap((a) => list.map((b) => times(a, b))),
        [{ value: 1, over: [], of: [] }],
      )
      return all.slice(0, mostTerms)
    }
    default:
      return [{ value: 1, over: [], of: [e] }]
  }
}

const times = (a: Term, b: Term): Term => ({
  value: a.value * b.value,
  over: [...a.over, ...b.over],
  of: [...a.of, ...b.of],
})

/** Sums a δ away: the letter that it equates goes, and the other stands in its place. */
function contractOnce(term: Term): Term | undefined {
  for (const f of term.of) {
    if (f.kind !== 'delta') continue
    const bound = (letter: Axis): boolean => term.over.some(({ id }) => id === letter.id)
    const parts = [
      ...f.a.parts.map((p) => ({ ...p, side: 1 })),
      ...f.b.parts.map((p) => ({ ...p, side: -1 })),
    ]
    const others = term.of.filter((one) => one !== f)
    // Where a letter is another's place off, it is best one that stands alone in the factors: beyond its axis, they are 0.
    const choice = parts
      .filter(({ axis }) => bound(axis))
      .sort((p, q) => plainness(q.axis, others) - plainness(p.axis, others))
    for (const { axis: letter, sign, side } of choice) {
      const scale = (-sign * side) as 1 | -1
      const rest = parts.filter((p) => p.axis.id !== letter.id)
      const by: Index = {
        parts: rest.map((p) => ({ axis: p.axis, sign: (p.sign * p.side * scale) as 1 | -1 })),
        plus: (f.a.plus - f.b.plus) * scale + 0,
      }
      const other = axisOf(by)
      const exact = other !== undefined && other.dim === letter.dim
      if (!exact && plainness(letter, others) === 0) continue
      const swap = new Map([[letter.id, by]])
      return {
        value: term.value,
        over: term.over.filter(({ id }) => id !== letter.id),
        of: others.map((one) => substitute(one, swap)),
      }
    }
  }
  return undefined
}

/** Whether a letter is by itself the index of some entry, which then says how far it reaches. */
function plainness(letter: Axis, factors: readonly Expr[]): number {
  const alone = (e: Expr): boolean =>
    e.kind === 'entry' && e.at.some((index) => axisOf(index)?.id === letter.id)
  return factors.some(alone) ? 1 : 0
}

/** Contracts each δ that has a summed letter, counts letters that nothing has, and takes like powers together. */
export function contract(term: Term): Term[] {
  let done = term
  for (let next = contractOnce(done); next; next = contractOnce(done)) done = next
  if (done.of.some((f) => f.kind === 'add' || f.kind === 'mul' || isNum(f, 0) || f.kind === 'num')) {
    const reread = termsOf(sum(done.over, mul(num(done.value), ...done.of)))
    const opened = reread.length !== 1 || (reread[0]?.of.length ?? 0) !== done.of.length
    if (opened) return reread.flatMap(contract)
  }
  return [gathered(done)]
}

export function gathered(term: Term): Term {
  const lengths = term.over.filter((a) => !term.of.some((f) => free(f).some(({ id }) => id === a.id)))
  const over = term.over.filter((a) => !lengths.includes(a))
  const powers = new Map<string, { base: Expr; power: number }>()
  let value = term.value
  for (const f of [...lengths.map(({ dim }) => size(dim)), ...term.of]) {
    if (f.kind === 'num') {
      value *= f.value
      continue
    }
    const [base, power] = f.kind === 'pow' && f.power.kind === 'num' ? [f.base, f.power.value] : [f, 1]
    const known = powers.get(key(base))
    powers.set(key(base), { base, power: (known?.power ?? 0) + power })
  }
  const of = [...powers.values()].flatMap(({ base, power }) => (power === 0 ? [] : [pow(base, num(power))]))
  return { value, over, of }
}

/** Equal terms are counted, not written twice. */
export function alike(terms: readonly Term[]): Term[] {
  const found = new Map<string, Term>()
  for (const term of terms) {
    const one = key(sum(term.over, mul(...term.of)))
    const known = found.get(one)
    found.set(one, known ? { ...known, value: known.value + term.value } : term)
  }
  return [...found.values()].filter(({ value }) => Math.abs(value) > 1e-12)
}

const termExpr = (term: Term): Expr => mul(num(term.value), sum(term.over, mul(...term.of)))

/** Like terms and like factors taken together in every bracket, and the two sides of a choice. */
export const tidy = (e: Expr): Expr => plainTests(together(e))

function together(e: Expr): Expr {
  const inner = within(e, together)
  if (inner.kind === 'add') {
    const counted = new Map<string, { value: number; rest: Expr }>()
    for (const term of inner.of) {
      const [first, ...more] = term.kind === 'mul' ? term.of : [term]
      const value = first?.kind === 'num' && term.kind === 'mul' ? first.value : 1
      const rest = value === 1 ? term : mul(...more)
      const known = counted.get(key(rest))
      counted.set(key(rest), { value: (known?.value ?? 0) + value, rest })
    }
    const fewer =
      counted.size < inner.of.length
        ? [...counted.values()].map(({ value, rest }) => mul(num(value), rest))
        : inner.of
    return chosen(fewer)
  }
  if (inner.kind !== 'mul') return inner
  const { value, of } = gathered({ value: 1, over: [], of: inner.of })
  return of.length < inner.of.length ? mul(num(value), ...of) : inner
}

/** All δ's contracted that can be, like terms together. */
export const contracted = (e: Expr, opens?: (group: Expr) => boolean): Term[] =>
  alike(termsOf(e, opens).flatMap(contract))

/** The terms without the sums of rows that come to 1: Σ_j t[n,j] where `isOneHot` says so of t. */
export const withoutOnes = (terms: readonly Term[], isOneHot: (name: string) => boolean): Term[] =>
  alike(
    terms.map((term) => {
      const row = term.of.find((f) => {
        const last = f.kind === 'entry' && isOneHot(f.name) ? f.at.at(-1) : undefined
        const letter = last && axisOf(last)
        const places = letter && term.of.flatMap(free).filter(({ id }) => id === letter.id)
        return letter && term.over.some(({ id }) => id === letter.id) && places?.length === 1
      })
      const letter = row?.kind === 'entry' ? row.at.at(-1)?.parts[0]?.axis : undefined
      if (!letter) return term
      return {
        ...term,
        over: term.over.filter(({ id }) => id !== letter.id),
        of: term.of.filter((f) => f !== row),
      }
    }),
  )

/** The terms as one expression, spread out. */
export const spreadOut = (terms: readonly Term[]): Expr => add(...terms.map(termExpr))

/** The terms as one expression, what all of them share in front of brackets, and what a sum does not touch before it. */
export function factored(terms: readonly Term[]): Expr {
  // What is added stands before what is taken away.
  const pulled = terms.map(pulledOut).sort((a, b) => Number(a.value < 0) - Number(b.value < 0))
  const [first, ...more] = pulled
  if (!first) return num(0)
  if (!more.length) return assembled(first)
  const shared = first.outer.filter((f) => more.every((term) => term.outer.some((g) => key(f) === key(g))))
  const sizes = pulled.map(({ value }) => Math.abs(value))
  const value = sizes.every((one) => one === sizes[0]) ? nthOr(sizes, 0, 1) : 1
  if (!shared.length && value === 1) return add(...pulled.map(assembled))
  const keys = shared.map((f) => key(f))
  const rest = pulled.map((term) => {
    const left = [...keys]
    const outer = term.outer.filter((f) => {
      const k = left.indexOf(key(f))
      if (k >= 0) left.splice(k, 1)
      return k < 0
    })
    return assembled({ ...term, value: term.value / value, outer })
  })
  return mul(num(value), ...shared, add(...rest))
}

interface Pulled {
  readonly value: number
  readonly outer: readonly Expr[]
  readonly inner: Expr | undefined
}

function pulledOut({ value, over, of }: Term): Pulled {
  const touched = (f: Expr): boolean => free(f).some(({ id }) => over.some((a) => a.id === id))
  const inner = of.filter(touched)
  return {
    value,
    outer: of.filter((f) => !touched(f)),
    inner: inner.length ? sum(over, mul(...inner)) : undefined,
  }
}

const assembled = ({ value, outer, inner }: Pulled): Expr =>
  mul(num(value), ...outer, ...(inner ? [inner] : []))
