import { fold, type Named } from './match.ts'
import {
  again,
  at,
  axisOf,
  entry,
  free,
  key,
  mul,
  some,
  substitute,
  within,
  type Axis,
  type Expr,
} from './tree.ts'

/** A step of a layer: a name, its letters, and its entry. Hidden ones were named here, not by who wrote the layer. */
export interface Node extends Named {
  readonly hidden: boolean
  /** Counted from 1; that of the line which it belongs to. */
  readonly line: number
}

const sums = (e: Expr): boolean => some(e, ({ kind }) => kind === 'sum' || kind === 'row')
const lettered = (e: Expr): boolean => free(e).length > 0
const entries = (e: Expr): boolean => some(e, ({ kind }) => kind === 'entry')
/** A sum of more than one thing that moves. */
const several = (e: Expr): boolean =>
  e.kind === 'add' && e.of.filter((term) => term.kind !== 'num' && lettered(term)).length > 1
const spares = ['s', 't', 'u', 'z', 'h', 'g', 'r', 'a', 'c', 'v', 'f', 'o']

/** What kind of thing it is says what it is called. */
function hints(e: Expr): readonly string[] {
  if (e.kind === 'row') return e.fn === 'softmax' ? ['p', ...spares] : [e.fn === 'max' ? 'c' : 'l', ...spares]
  if (e.kind === 'call') return e.fn === 'sqrt' ? ['σ', 'r', ...spares] : ['h', 'g', 'f', ...spares]
  return e.kind === 'add' && !sums(e) ? ['c', ...spares] : spares
}

/**
 * Names what a derivation would else carry along: what a function is applied to, if it is more than an entry; the
 * factors of a product that are sums themselves; a softmax; a denominator. Each gets a step of its own.
 */
export class Steps {
  readonly nodes: Node[] = []

  constructor(private readonly taken: Set<string>) {}

  /** Adds a step, after those that it needs. */
  step(name: string, axes: readonly Axis[], body: Expr, line: number): void {
    const before = this.nodes.length
    const known = this.nodes.reduce<Expr>((e, node) => fold(e, node), softmaxes(body))
    const rest = this.split(known, true, line)
    // What was named last is the step itself.
    const last = this.nodes.at(-1)
    if (
      rest.kind === 'entry' &&
      last &&
      this.nodes.length > before &&
      last.name === rest.name &&
      sameLetters(rest.at.map(axisOf), axes)
    ) {
      const swap = new Map(last.axes.map((a, k) => [a.id, at(axes[k] ?? a)]))
      this.nodes.pop()
      this.nodes.push({ name, axes, body: substitute(last.body, swap), hidden: false, line })
    } else this.nodes.push({ name, axes, body: rest, hidden: false, line })
  }

  private name(e: Expr, line: number): Expr {
    for (const node of this.nodes) {
      const known = fold(e, node)
      if (known.kind === 'entry') return known
    }
    const letters = ordered(e)
    const axes = letters.map(again)
    const body = substitute(e, new Map(letters.map((a, k) => [a.id, at(axes[k] ?? a)])))
    const named = [
      ...hints(e),
      ...spares.map((s) => `${s}2`),
      ...Array.from({ length: 99 }, (_, k) => `s${k + 3}`),
    ]
    const name = named.find((one) => !this.taken.has(one) && !this.taken.has(`d${one}`)) ?? 's'
    this.taken.add(name)
    this.nodes.push({ name, axes, body, hidden: true, line })
    return entry(name, letters.map(at))
  }

  private split(e: Expr, root: boolean, line: number): Expr {
    const part = (inner: Expr): Expr => this.split(inner, false, line)
    switch (e.kind) {
      case 'sum': {
        const body = e.body.kind === 'mul' ? this.product(e.body.of, e.over, line) : part(e.body)
        return { ...e, body }
      }
      case 'mul':
        return this.product(e.of, [], line)
      case 'call':
        return { ...e, of: e.of.map((arg) => this.argument(part(arg), line)) }
      case 'pow': {
        const base = part(e.base)
        const many = several(base)
        const below =
          e.power.kind === 'num' && e.power.value < 0 && (base.kind === 'call' || base.kind === 'pow')
        return {
          ...e,
          base: sums(base) || many || (below && entries(base)) ? this.name(base, line) : base,
          power: part(e.power),
        }
      }
      case 'row': {
        const body = part(e.body)
        const row = { ...e, body: body.kind === 'entry' ? body : this.name(body, line) }
        return root ? row : this.name(row, line)
      }
      default:
        return within(e, part)
    }
  }

  /** What a function is applied to. */
  private argument(e: Expr, line: number): Expr {
    const many = e.kind === 'add' && e.of.filter((term) => term.kind !== 'num' && lettered(term)).length > 1
    return sums(e) || many ? this.name(e, line) : e
  }

  private product(factors: readonly Expr[], over: readonly Axis[], line: number): Expr {
    const parts = factors.map((f) => this.split(f, false, line))
    const chain = isChain(parts, over)
    const two = parts.filter((f) => lettered(f) || sums(f)).length > 1
    const contracts = over.length > 0 || parts.some(sums)
    const apart = parts.map((f) => {
      if (two && !chain && sums(f)) return this.name(f, line)
      const plain =
        f.kind === 'entry' ||
        (f.kind === 'pow' && f.base.kind === 'entry' && f.power.kind === 'num' && f.power.value < 0) ||
        f.kind === 'sum' ||
        f.kind === 'delta' ||
        !lettered(f)
      const own = new Set(free(f).map(({ id }) => id))
      const wider = parts.some((other) => other !== f && free(other).some(({ id }) => !own.has(id)))
      return contracts && !plain && wider ? this.name(f, line) : f
    })
    return mul(...apart)
  }
}

/** Whether a product can be written as a row of matrices: a summed letter joins two factors, a free one has one. */
function isChain(parts: readonly Expr[], over: readonly Axis[]): boolean {
  const counts = new Map<number, number>()
  for (const part of parts) for (const { id } of free(part)) counts.set(id, (counts.get(id) ?? 0) + 1)
  const bound = new Set(over.map(({ id }) => id))
  const inSums = parts
    .filter(sums)
    .every((f) => f.kind === 'sum' && !some(f.body, ({ kind }) => kind === 'add' || kind === 'row'))
  return inSums && [...counts].every(([id, count]) => count <= (bound.has(id) ? 2 : 1))
}

/** Its letters in the order in which a matrix would have them: those of its widest part first. */
function ordered(e: Expr): Axis[] {
  if (e.kind === 'row' && e.at) {
    const there = axisOf(e.at)
    return there ? ordered(substitute(e.body, new Map([[e.over.id, at(there)]]))) : free(e)
  }
  const letters = free(e)
  const parts = e.kind === 'add' || e.kind === 'mul' ? e.of : []
  const widest = parts.find((part) => free(part).length === letters.length)
  return widest ? ordered(widest) : letters
}

const sameLetters = (a: readonly (Axis | undefined)[], b: readonly Axis[]): boolean =>
  a.length === b.length && a.every((one, k) => one !== undefined && one.id === b[k]?.id)

/** exp(s[n,m]) / Σ_j exp(s[n,j]) is a softmax. */
function softmaxes(e: Expr): Expr {
  const inner = within(e, softmaxes)
  if (inner.kind !== 'mul') return inner
  for (const top of inner.of)
    for (const below of inner.of) {
      const row = softmaxOf(top, below)
      if (row) return mul(...inner.of.flatMap((f) => (f === top ? [row] : f === below ? [] : [f])))
    }
  return inner
}

function softmaxOf(top: Expr, below: Expr): Expr | undefined {
  if (
    top.kind !== 'call' ||
    top.fn !== 'exp' ||
    below.kind !== 'pow' ||
    below.power.kind !== 'num' ||
    below.power.value !== -1
  )
    return undefined
  const { base } = below
  const [over, ...more] = base.kind === 'sum' ? base.over : []
  if (base.kind !== 'sum' || !over || more.length || base.body.kind !== 'call' || base.body.fn !== 'exp')
    return undefined
  const [[arg], [each]] = [top.of, base.body.of]
  if (!arg || !each) return undefined
  for (const letter of free(arg)) {
    const there = substitute(each, new Map([[over.id, at(letter)]]))
    if (letter.dim === over.dim && sameExpr(there, arg))
      return { kind: 'row', fn: 'softmax', over, body: each, at: at(letter) }
  }
  return undefined
}

const sameExpr = (a: Expr, b: Expr): boolean => key(a) === key(b)
