import {
  add,
  axisOf,
  entry,
  mul,
  num,
  partsOf,
  places,
  pow,
  within,
  type Axis,
  type Expr,
  type Index,
} from './tree.ts'

/** What each letter of a pattern stands for. */
type Binding = ReadonlyMap<number, Index>

/** A value with a name: its letters, and its entry in terms of them. */
export interface Named {
  readonly name: string
  readonly axes: readonly Axis[]
  readonly body: Expr
}

const sameIndex = (a: Index, b: Index): boolean =>
  a.plus === b.plus &&
  a.parts.length === b.parts.length &&
  a.parts.every((p) => b.parts.some((q) => q.axis.id === p.axis.id && q.sign === p.sign))

function bindIndex(pattern: Index, found: Index, binding: Binding): Binding | undefined {
  const letter = axisOf(pattern)
  if (!letter) return sameIndex(pattern, found) ? binding : undefined
  const bound = binding.get(letter.id)
  if (bound) return sameIndex(bound, found) ? binding : undefined
  const one = axisOf(found)
  return one && one.dim !== letter.dim ? undefined : new Map([...binding, [letter.id, found]])
}

function all<T>(
  pairs: readonly (readonly [T, T])[],
  binding: Binding,
  bind: (a: T, b: T, to: Binding) => Binding | undefined,
): Binding | undefined {
  return pairs.reduce<Binding | undefined>((so, [a, b]) => so && bind(a, b, so), binding)
}

const zip = <T>(a: readonly T[], b: readonly T[]): (readonly [T, T])[] | undefined =>
  a.length === b.length ? a.map((one, k) => [one, b[k] as T] as const) : undefined

/** What the letters of the pattern must stand for, so that it is this expression. */
export function match(pattern: Expr, e: Expr, binding: Binding = new Map()): Binding | undefined {
  if (pattern.kind !== e.kind) return undefined
  switch (pattern.kind) {
    case 'num':
      return e.kind === 'num' && e.value === pattern.value ? binding : undefined
    case 'size':
      return e.kind === 'size' && e.dim === pattern.dim ? binding : undefined
    case 'entry': {
      const pairs = e.kind === 'entry' && e.name === pattern.name ? zip(pattern.at, e.at) : undefined
      return pairs && all(pairs, binding, bindIndex)
    }
    case 'sum': {
      if (e.kind !== 'sum' || e.over.length !== pattern.over.length) return undefined
      return match(pattern.body, e.body, binding)
    }
    case 'row': {
      if (e.kind !== 'row' || e.fn !== pattern.fn) return undefined
      const inner = match(pattern.body, e.body, binding)
      return inner && pattern.at && e.at ? bindIndex(pattern.at, e.at, inner) : inner
    }
    case 'call': {
      const pairs = e.kind === 'call' && e.fn === pattern.fn ? zip(pattern.of, e.of) : undefined
      return pairs && all(pairs, binding, match)
    }
    case 'pow': {
      const inner = e.kind === 'pow' ? match(pattern.base, e.base, binding) : undefined
      return inner && e.kind === 'pow' ? match(pattern.power, e.power, inner) : undefined
    }
    case 'mul':
    case 'add': {
      const parts = partsOf(e)
      return parts.length === pattern.of.length ? among(pattern.of, parts, binding)?.binding : undefined
    }
    default:
      return undefined
  }
}

/** Finds each pattern among the parts, in any order; what is left over stays. */
function among(
  patterns: readonly Expr[],
  parts: readonly Expr[],
  binding: Binding,
): { binding: Binding; rest: readonly Expr[] } | undefined {
  const [first, ...more] = patterns
  if (!first) return { binding, rest: parts }
  for (const [k, part] of parts.entries()) {
    const bound = match(first, part, binding)
    const found =
      bound &&
      among(
        more,
        parts.filter((_, j) => j !== k),
        bound,
      )
    if (found) return found
  }
  return undefined
}

/** Powers of one base as so many factors each, x² as x x, so that a product within can be found. */
function spread(parts: readonly Expr[]): Expr[] {
  return parts.flatMap((part) => {
    if (part.kind !== 'pow' || part.power.kind !== 'num' || !Number.isInteger(part.power.value)) return [part]
    const count = Math.abs(part.power.value)
    if (count > 4) return [part]
    return Array.from({ length: count }, () =>
      pow(part.base, num(Math.sign((part.power as { value: number }).value))),
    )
  })
}

const entryAt = (named: Named, binding: Binding): Expr =>
  entry(
    named.name,
    places(named.axes).map((p) => {
      const letter = axisOf(p)
      return (letter && binding.get(letter.id)) ?? p
    }),
  )

/** Writes the name wherever the value stands: tanh(s[n,m]) is y[n,m]. */
export function fold(e: Expr, named: Named): Expr {
  const inner = within(e, (part) => fold(part, named))
  const { body } = named
  const complete = (binding: Binding | undefined): binding is Binding =>
    binding !== undefined && named.axes.every((a) => a.dim === 1 || binding.has(a.id))
  const whole = match(body, inner)
  if (complete(whole)) return entryAt(named, whole)
  if (inner.kind === 'mul' && body.kind === 'mul') {
    const found = among(spread(body.of), spread(inner.of), new Map())
    if (found && complete(found.binding))
      return fold(mul(entryAt(named, found.binding), ...found.rest), named)
  }
  if (inner.kind === 'add' && body.kind === 'add' && inner.of.length > body.of.length) {
    const found = among(body.of, inner.of, new Map())
    if (found && complete(found.binding)) return add(entryAt(named, found.binding), ...found.rest)
  }
  return inner
}
