import { moves, type Around } from './moves.ts'
import type { RuleName } from './rules.ts'
import { alike, gathered, termsOf, type Term } from './terms.ts'
import { add, call, isNum, key, mul, neg, num, pow, sum, within, type Axis, type Expr } from './tree.ts'
import { put } from './derive.ts'

/** A true expression that is reached, and by which rules. */
interface Reached {
  readonly e: Expr
  readonly by: readonly RuleName[]
}

/** One spelling for a root, a test and a choice. */
function plainCall(e: Expr & { kind: 'call' }): Expr {
  const [a = num(0), b = num(0), c = num(0)] = e.of
  if (e.fn === 'sqrt') return plain(pow(a, num(0.5)))
  if (e.fn === 'greater' && isNum(b, 0)) return call('step', a)
  if (e.fn === 'greater' && isNum(a, 0)) return call('step', neg(b))
  if (e.fn !== 'where') return e
  const test = a.kind === 'call' && /^(step|greater|equal)$/.test(a.fn)
  const yes = test ? a : call('where', a, num(1), num(0))
  if (isNum(b, 1) && isNum(c, 0)) return yes
  return add(mul(yes, b), mul(add(num(1), neg(yes)), c))
}

/** Roots as powers, powers of powers as one; of two lines that are both true, so much may be taken for granted. */
function plain(e: Expr): Expr {
  const inner = within(e, plain)
  if (inner.kind === 'call') return plainCall(inner)
  if (inner.kind !== 'pow' || inner.power.kind !== 'num') return inner
  const { base, power } = inner
  if (base.kind === 'pow' && base.power.kind === 'num')
    return pow(base.base, num(base.power.value * power.value))
  return base.kind === 'mul' ? mul(...base.of.map((f) => plain(pow(f, power)))) : inner
}

/** What two lines have in common that say the same in other words: names written out, brackets opened. */
function sameness(e: Expr, { program, own }: Around): string {
  const told = [...own].toReversed().reduce<Expr>((rest, [name, meaning]) => put(rest, name, meaning), e)
  const out = program.nodes
    .toReversed()
    .reduce<Expr>((rest, { name, axes, body }) => put(rest, name, { letters: axes, body }), told)
  const terms = alike(
    termsOf(plain(out), () => true)
      .map(gathered)
      .map(inOrder),
  )
  return terms.map(termKey).sort().join(' + ')
}

/** The summed letters in an order that is theirs: by where each of them stands. */
function inOrder(term: Term): Term {
  const whole = mul(...term.of)
  const place = (a: Axis): string =>
    key(whole, new Map(term.over.map((one) => [one.id, one.id === a.id ? '*' : '?'])))
  const places = new Map(term.over.map((a) => [a.id, term.over.length > 1 ? place(a) : '']))
  const over = [...term.over].sort((a, b) => (places.get(a.id) ?? '').localeCompare(places.get(b.id) ?? ''))
  return { ...term, over }
}

const termKey = ({ value, over, of }: Term): string =>
  `${Number(value.toPrecision(9))} ${key(sum(over, mul(...of)))}`

/** What a line leads to, rule by rule. */
class Reach {
  readonly found = new Map<string, Reached>()
  private last: readonly Reached[]

  constructor(
    e: Expr,
    private readonly around: Around,
  ) {
    this.last = [{ e, by: [] }]
    this.found.set(sameness(e, around), { e, by: [] })
  }

  /** One more rule. */
  further(): void {
    const next: Reached[] = []
    for (const { e, by } of this.last)
      for (const { name, rewrite } of moves)
        for (const made of rewrite(e, this.around)) {
          const id = sameness(made, this.around)
          if (this.found.has(id)) continue
          const one = { e: made, by: by.includes(name) ? by : [...by, name] }
          this.found.set(id, one)
          next.push(one)
        }
    this.last = next
  }

  /** The fewest rules by which it meets another. */
  meets({ found }: Reach): readonly RuleName[] | undefined {
    const all = [...this.found].flatMap(([id, { by }]) => {
      const other = found.get(id)
      return other ? [[...new Set([...by, ...other.by.toReversed()])]] : []
    })
    return all.sort((a, b) => a.length - b.length)[0]
  }
}

/** The fewest rules by which two true expressions meet, at most `most` from the first and one from the other; else undefined. */
export function rulesBetween(
  from: Expr,
  to: Expr,
  around: Around,
  most: number,
): readonly RuleName[] | undefined {
  const [before, after] = [new Reach(from, around), new Reach(to, around)]
  for (let turn = 0; turn <= most; turn++) {
    if (turn > 0) before.further()
    const met = before.meets(after)
    if (met) return met
    if (turn === 1) after.further()
  }
  return before.meets(after)
}
