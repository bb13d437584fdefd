/** How long an axis is: a number, a letter such as N, or a sum of these such as T-K+1. */
export type Dim = number | string

/** An axis that a letter runs over. Two are the same when their ids are; `base` is the letter it would like. */
export interface Axis {
  readonly id: number
  readonly base: string
  readonly dim: Dim
}

/** A place on an axis: a letter, a number, or a sum of these such as t+k. */
export interface Index {
  readonly parts: readonly { readonly axis: Axis; readonly sign: 1 | -1 }[]
  readonly plus: number
}

/** One entry of something: leaves carry the letters of their axes. */
export type Expr =
  | { readonly kind: 'num'; readonly value: number }
  | { readonly kind: 'size'; readonly dim: Dim }
  | Entry
  | { readonly kind: 'delta'; readonly a: Index; readonly b: Index }
  | { readonly kind: 'sum'; readonly over: readonly Axis[]; readonly body: Expr }
  | { readonly kind: 'mul'; readonly of: readonly Expr[] }
  | { readonly kind: 'add'; readonly of: readonly Expr[] }
  | { readonly kind: 'pow'; readonly base: Expr; readonly power: Expr }
  | { readonly kind: 'call'; readonly fn: string; readonly of: readonly Expr[] }
  | Row
  | Partial

/** An entry of a named tensor. */
export interface Entry {
  readonly kind: 'entry'
  readonly name: string
  readonly at: readonly Index[]
}

/** A function of all entries along `over`: its value there, for a softmax the one at place `at`. */
export interface Row {
  readonly kind: 'row'
  readonly fn: 'softmax' | 'logsumexp' | 'max'
  readonly over: Axis
  readonly body: Expr
  readonly at?: Index
}

/** ∂of/∂by, entry by entry. */
export interface Partial {
  readonly kind: 'partial'
  readonly of: Entry
  readonly by: Entry
}

let made = 0
/** A new axis, unlike any other. */
export const axis = (dim: Dim, base?: string): Axis => ({ id: ++made, base: base ?? letterOf(dim), dim })
/** Another axis of the same length. */
export const again = ({ dim, base }: Axis): Axis => axis(dim, base)

/** The letter that runs over an axis of this length: n for N. */
function letterOf(dim: Dim): string {
  const letter = typeof dim === 'string' ? /\p{L}/u.exec(dim)?.[0] : undefined
  return letter ? letter.toLowerCase() : 'i'
}

export const at = (letter: Axis): Index => ({ parts: [{ axis: letter, sign: 1 }], plus: 0 })
export const place = (plus: number): Index => ({ parts: [], plus })
/** The axis that an index is, if it is one letter alone. */
export function axisOf({ parts: [part, ...more], plus }: Index): Axis | undefined {
  return part && part.sign === 1 && more.length === 0 && plus === 0 ? part.axis : undefined
}
/** For the axes of a tensor: a letter each, and place 0 where there is one place only. */
export const places = (axes: readonly Axis[]): Index[] => axes.map((a) => (a.dim === 1 ? place(0) : at(a)))

export const num = (value: number): Expr => ({ kind: 'num', value })
export const size = (dim: Dim): Expr => (typeof dim === 'number' ? num(dim) : { kind: 'size', dim })
export const entry = (name: string, index: readonly Index[]): Entry => ({ kind: 'entry', name, at: index })
export const call = (fn: string, ...of: readonly Expr[]): Expr => ({ kind: 'call', fn, of })
export const neg = (e: Expr): Expr => mul(num(-1), e)
export const div = (a: Expr, b: Expr): Expr => mul(a, pow(b, num(-1)))
export const isNum = (e: Expr | undefined, value: number): boolean => e?.kind === 'num' && e.value === value

/** Runs out for two letters that are one, or two different places. */
export function delta(a: Index, b: Index): Expr {
  const sign = (index: Index): string => `${index.parts.map((p) => p.sign * p.axis.id).sort()}+${index.plus}`
  if (sign(a) === sign(b)) return num(1)
  return a.parts.length + b.parts.length === 0 ? num(0) : { kind: 'delta', a, b }
}

/** A sum of terms; sums within are spread out, numbers gathered at its end. */
export function add(...terms: readonly Expr[]): Expr {
  const flat = terms.flatMap((t) => (t.kind === 'add' ? t.of : [t]))
  const of = flat.filter((t) => t.kind !== 'num')
  const constant = flat.reduce((all, t) => all + (t.kind === 'num' ? t.value : 0), 0)
  const lead = constant !== 0 && flat[0]?.kind === 'num'
  const list = constant === 0 ? of : lead ? [num(constant), ...of] : [...of, num(constant)]
  const [only] = list
  return list.length > 1 ? { kind: 'add', of: list } : (only ?? num(0))
}

/** A product; products within are spread out, numbers gathered at its front. */
export function mul(...factors: readonly Expr[]): Expr {
  const flat = factors.flatMap((f) => (f.kind === 'mul' ? f.of : [f]))
  const value = flat.reduce((product, f) => product * (f.kind === 'num' ? f.value : 1), 1)
  if (value === 0) return num(0)
  const of = flat.filter((f) => f.kind !== 'num')
  const all = value === 1 && of.length ? of : [num(value), ...of]
  const [only] = all
  return all.length > 1 ? { kind: 'mul', of: all } : (only ?? num(1))
}

/** A power; of a power with whole exponents, the product of the two. */
export function pow(base: Expr, power: Expr): Expr {
  if (isNum(base, Math.E) && power.kind !== 'num') return call('exp', power)
  if (isNum(power, 1)) return base
  if (isNum(power, 0)) return num(1)
  if (power.kind === 'num' && base.kind === 'num') return num(base.value ** power.value)
  const whole = power.kind === 'num' && Number.isInteger(power.value)
  if (whole && base.kind === 'pow' && base.power.kind === 'num')
    return pow(base.base, num(base.power.value * power.value))
  if (whole && base.kind === 'mul') return mul(...base.of.map((f) => pow(f, power)))
  return { kind: 'pow', base, power }
}

/** A sum over letters; sums straight within are taken together. */
export function sum(over: readonly Axis[], body: Expr): Expr {
  if (over.length === 0 || isNum(body, 0)) return body
  return body.kind === 'sum'
    ? { kind: 'sum', over: [...over, ...body.over], body: body.body }
    : { kind: 'sum', over, body }
}

/** The same expression with `f` applied to each part straight below it. */
export function within(e: Expr, f: (part: Expr) => Expr): Expr {
  switch (e.kind) {
    case 'sum':
      return sum(e.over, f(e.body))
    case 'mul':
      return mul(...e.of.map(f))
    case 'add':
      return add(...e.of.map(f))
    case 'pow':
      return pow(f(e.base), f(e.power))
    case 'call':
      return { ...e, of: e.of.map(f) }
    case 'row':
      return { ...e, body: f(e.body) }
    default:
      return e
  }
}

/** The parts straight below an expression. */
export function partsOf(e: Expr): readonly Expr[] {
  switch (e.kind) {
    case 'sum':
    case 'row':
      return [e.body]
    case 'mul':
    case 'add':
    case 'call':
      return e.of
    case 'pow':
      return [e.base, e.power]
    case 'partial':
      return [e.of, e.by]
    default:
      return []
  }
}

/** Whether a part of it, or it itself, is so. */
export const some = (e: Expr, is: (part: Expr) => boolean): boolean =>
  is(e) || partsOf(e).some((part) => some(part, is))

/** The indices that an expression has itself, not those of its parts. */
function indicesOf(e: Expr): readonly Index[] {
  if (e.kind === 'entry') return e.at
  if (e.kind === 'delta') return [e.a, e.b]
  return e.kind === 'row' && e.at ? [e.at] : []
}

/** The letters that are not summed, in order of appearance. */
export function free(e: Expr): Axis[] {
  const found = new Map<number, Axis>()
  const visit = (part: Expr, bound: readonly Axis[]): void => {
    for (const index of indicesOf(part))
      for (const { axis: a } of index.parts) if (!bound.some(({ id }) => id === a.id)) found.set(a.id, a)
    const inner = part.kind === 'sum' ? part.over : part.kind === 'row' ? [part.over] : []
    for (const below of partsOf(part)) visit(below, [...bound, ...inner])
  }
  visit(e, [])
  return [...found.values()]
}

/** Puts an index in place of each of these letters. Summed letters are each their own, so none is captured. */
export type Swap = ReadonlyMap<number, Index>

const swapIndex = (index: Index, swap: Swap): Index =>
  index.parts.reduce<Index>(
    (sum_, { axis: a, sign }) => {
      const by = swap.get(a.id) ?? at(a)
      const parts = by.parts.map((p) => ({ axis: p.axis, sign: (p.sign * sign) as 1 | -1 }))
      return { parts: cancel([...sum_.parts, ...parts]), plus: sum_.plus + sign * by.plus }
    },
    { parts: [], plus: index.plus },
  )

/** Letters that stand with both signs go. */
function cancel(parts: Index['parts']): Index['parts'] {
  const k = parts.findIndex((p) => parts.some((q) => q.axis.id === p.axis.id && q.sign !== p.sign))
  const one = parts[k]
  if (!one) return parts
  const other = parts.findIndex((q) => q.axis.id === one.axis.id && q.sign !== one.sign)
  return cancel(parts.filter((_, j) => j !== k && j !== other))
}

export function substitute(e: Expr, swap: Swap): Expr {
  if (swap.size === 0) return e
  switch (e.kind) {
    case 'entry':
      return { ...e, at: e.at.map((index) => swapIndex(index, swap)) }
    case 'delta':
      return delta(swapIndex(e.a, swap), swapIndex(e.b, swap))
    case 'partial':
      return { ...e, of: substitute(e.of, swap) as Entry, by: substitute(e.by, swap) as Entry }
    case 'row': {
      const body = substitute(e.body, swap)
      return e.at ? { ...e, body, at: swapIndex(e.at, swap) } : { ...e, body }
    }
    default:
      return within(e, (part) => substitute(part, swap))
  }
}

/** The same expression with all its summed letters new, so that it may stand beside itself. */
export function renewed(e: Expr): Expr {
  const inner = within(e, renewed)
  if (inner.kind === 'sum') {
    const over = inner.over.map(again)
    const swap = new Map(inner.over.map((a, k) => [a.id, at(over[k] ?? a)]))
    return { ...inner, over, body: substitute(inner.body, swap) }
  }
  if (inner.kind !== 'row') return inner
  const over = again(inner.over)
  return { ...inner, over, body: substitute(inner.body, new Map([[inner.over.id, at(over)]])) }
}

/** A text that is the same for two expressions that differ in the order of factors, of terms or in summed letters. */
export function key(e: Expr, names: ReadonlyMap<number, string> = new Map()): string {
  const index = ({ parts, plus }: Index): string =>
    parts
      .map(({ axis: a, sign }) => (sign < 0 ? '-' : '+') + (names.get(a.id) ?? `#${a.id}`))
      .sort()
      .join('') + (plus ? `+${plus}` : '')
  const inner = (over: readonly Axis[]): ReadonlyMap<number, string> =>
    new Map([...names, ...over.map((a, k) => [a.id, `$${names.size + k}`] as const)])
  switch (e.kind) {
    case 'num':
      return String(e.value)
    case 'size':
      return `|${e.dim}|`
    case 'entry':
      return `${e.name}[${e.at.map(index).join()}]`
    case 'delta':
      return `δ[${[index(e.a), index(e.b)].sort().join()}]`
    case 'sum':
      return `Σ${e.over.length}(${key(e.body, inner(e.over))})`
    case 'mul':
    case 'add':
      return `${e.kind}(${e.of.map((part) => key(part, names)).sort()})`
    case 'pow':
      return `${key(e.base, names)}^${key(e.power, names)}`
    case 'call':
      return `${e.fn}(${e.of.map((part) => key(part, names)).join()})`
    case 'row':
      return `${e.fn}${e.at ? index(e.at) : ''}(${key(e.body, inner([e.over]))})`
    case 'partial':
      return `∂${key(e.of, names)}/∂${key(e.by, names)}`
  }
}
