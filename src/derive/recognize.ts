import { nth } from '../autodiff/index.ts'
import { fit, has, joined, sameSet, union, without, type Want } from './fit.ts'
import { columns, deltaMat, divided, einsum, meanOf, orientation, whereMat } from './forms.ts'
import { fraction } from './letters.ts'
import { lettersOf, scalarMat, transposeMat, type Mat, type MatLetters } from './mat.ts'
import { at, axisOf, free, num, type Axis, type Dim, type Expr, type Index } from './tree.ts'

/** Reads an expression of entries as one of matrices. Always succeeds; what has no matrix form is an einsum. */
export class Recognizer {
  /** Which letters were summed by a product, and where they stood: what a sentence is made from. */
  readonly joins: { readonly letter: Axis; readonly left: Mat; readonly right: Mat }[] = []

  constructor(private readonly shapes: ReadonlyMap<string, readonly Dim[]>) {}

  /** The right side of `name = …` where the entry at `want` is `e`. */
  whole(e: Expr, want: Want): Mat {
    const found = this.mat(e, want.letters)
    const lacks = want.letters.some((l) => l && !has(found, l))
    if (lacks && want.like !== undefined) {
      const ones: Mat = { op: 'ones', like: want.like, letters: want.letters }
      if (found.op === 'num' && found.value === 1) return ones
      const spread = (m: Mat): Mat =>
        m.op === 'over' && !m.by.letters.length
          ? { ...m, of: spread(m.of), letters: want.letters }
          : { op: 'times', all: [fit(m, want.letters), ones], letters: want.letters }
      return spread(found)
    }
    return fit(found, want.letters, true)
  }

  private mat(e: Expr, want: MatLetters): Mat {
    switch (e.kind) {
      case 'num':
        return scalarMat(e.value)
      case 'size':
        return { op: 'size', dim: e.dim, letters: [] }
      case 'entry':
        return this.entry(e.name, e.at)
      case 'delta':
        return deltaMat(e.a, e.b)
      case 'sum':
        return this.product(e.over, e.body.kind === 'mul' ? e.body.of : [e.body], want)
      case 'mul':
        return this.product([], e.of, want)
      case 'add':
        return joined(
          'plus',
          e.of.map((term) => this.mat(term, want)),
          want,
        )
      case 'pow': {
        if (e.power.kind === 'num' && e.power.value < 0) return this.product([], [e], want)
        const of = this.mat(e.base, want)
        return { op: 'pow', of, power: this.mat(e.power, want), letters: of.letters }
      }
      case 'call': {
        const args = e.of.map((arg) => this.mat(arg, want))
        const [only] = args
        if (only && args.length === 1) return { op: 'call', fn: e.fn, all: args, letters: only.letters }
        const letters = union(args, want)
        return { op: 'call', fn: e.fn, all: args.map((arg) => fit(arg, letters)), letters }
      }
      case 'row':
        return this.row(e, want)
      case 'partial':
        throw new Error('A derivative that is named has no matrix form.')
    }
  }

  private row(e: Expr & { kind: 'row' }, want: MatLetters): Mat {
    const letter = e.at && axisOf(e.at)
    const inner = this.mat(e.body, want)
    const axis = inner.letters.findIndex((l) => l?.id === e.over.id)
    if (axis < 0) return inner
    if (e.fn !== 'softmax')
      return {
        op: e.fn,
        of: inner,
        axes: [axis],
        keep: false,
        letters: inner.letters.filter((_, k) => k !== axis),
      }
    return {
      op: 'softmax',
      of: inner,
      axis,
      letters: inner.letters.map((l, k) => (k === axis ? (letter ?? l) : l)),
    }
  }

  /** A tensor, its diagonal, or a place in it; letters that are added are picked by an indicator. */
  private entry(name: string, index: readonly Index[]): Mat {
    const dims = this.shapes.get(name) ?? []
    const seen: Axis[] = []
    const odd: [Axis, Index][] = []
    const letters = index.map((one, k): Axis | null => {
      if (dims[k] === 1) return null
      const letter = axisOf(one)
      if (letter && !seen.some(({ id }) => id === letter.id)) {
        seen.push(letter)
        return letter
      }
      const along: Axis = { id: -k - 1, base: letter?.base ?? 'i', dim: nth(dims, k) }
      odd.push([along, one])
      return along
    })
    const named: Mat = { op: 'name', name, letters }
    if (!odd.length) return named
    if (odd.every(([, { parts }]) => parts.length === 0)) {
      const slots = letters.map((l, k) =>
        l && odd.some(([a]) => a.id === l.id) ? (index[k]?.plus ?? 0) : ':',
      )
      return {
        op: 'slots',
        of: named,
        slots,
        letters: letters.filter((l) => !odd.some(([a]) => a.id === l?.id)),
      }
    }
    const target = [
      ...new Map(
        [...seen, ...odd.flatMap(([, { parts }]) => parts.map((p) => p.axis))].map((a) => [a.id, a]),
      ).values(),
    ]
    const [first] = odd
    const again = odd.length === 1 && first ? axisOf(first[1]) : undefined
    if (again && dims.length === 2) return { op: 'diag', of: { ...named, letters }, letters: [again] }
    // Of more axes, it is read off by a letter that stands twice.
    if (again)
      return einsum(
        [{ ...named, letters: letters.map((l) => (l?.id === first?.[0].id ? again : l)) }],
        target,
      )
    return einsum([named, ...odd.map(([a, one]) => whereMat(one, at(a)))], target)
  }

  private product(over: readonly Axis[], factors: readonly Expr[], want: MatLetters): Mat {
    const { value, above, below } = fraction(factors)
    const top = this.contraction(
      over,
      value === 1 && above.length ? above : [num(value), ...above],
      below,
      want,
    )
    return top
  }

  private contraction(
    over: readonly Axis[],
    above: readonly Expr[],
    below: readonly Expr[],
    want: MatLetters,
  ): Mat {
    const bound = (e: Expr): boolean => free(e).some(({ id }) => over.some((a) => a.id === id))
    const sizes = below.filter((f) => !bound(f))
    const mats = above.map((f) => {
      const m = this.mat(f, want)
      const mean = meanOf(m, sizes)
      for (const f0 of mean?.gone ?? []) sizes.splice(sizes.indexOf(f0), 1)
      return mean?.mat ?? m
    })
    // What is divided by and summed over is a factor like the others; what is not stays below the line.
    const inner = below.filter(bound).map((f) => this.mat(f, want))
    const outer = sizes
    const scalars = mats.filter((m) => !m.letters.some((l) => l))
    const tensors = divided(
      mats.filter((m) => m.letters.some((l) => l)),
      inner,
    )
    const whole = tensors.length ? this.joinAll(over, tensors, want) : undefined
    const mean = whole && meanOf(whole, outer)
    const under = outer.filter((f) => !mean?.gone.includes(f)).map((f) => this.mat(f, want))
    const all: Mat[] = whole ? [...scalars, mean?.mat ?? whole] : scalars
    const numerator = all.length > 1 ? joined('times', all, want) : (all[0] ?? scalarMat(1))
    if (!under.length) return numerator
    const by = under.length > 1 ? joined('times', under, want) : (under[0] ?? scalarMat(1))
    if (!by.letters.length) return { op: 'over', of: numerator, by, letters: numerator.letters }
    const letters = union([numerator, by], want)
    return { op: 'over', of: fit(numerator, letters), by: fit(by, letters), letters }
  }

  /** Takes tensors together: equal letters entry by entry, a shared summed letter by a product, else broadcast. */
  private joinAll(over: readonly Axis[], tensors: readonly Mat[], want: MatLetters): Mat {
    const waiting = new Map(over.map((a) => [a.id, a]))
    let list = [...tensors]
    for (let rounds = 0; rounds < 40; rounds++) {
      const next =
        this.equals(list, want) ??
        this.alone(list, waiting) ??
        this.joins2(list, waiting) ??
        this.inside(list, waiting, want)
      if (!next) break
      list = next
    }
    if ([...waiting.values()].some((a) => list.some((m) => has(m, a))))
      return this.fallback(over, tensors, want)
    const [one, two, ...more] = list
    if (one && !two) return one
    const vectors = one && two && !more.length && one.letters.length === 1 && two.letters.length === 1
    if (vectors) {
      const [p] = want
      const [left, right] = p && has(two, p) ? [two, one] : [one, two]
      return { op: 'outer', left, right, letters: [...left.letters, ...right.letters] }
    }
    return joined('times', list, want)
  }

  private fallback(over: readonly Axis[], tensors: readonly Mat[], want: MatLetters): Mat {
    this.joins.length = 0
    const stays = union(tensors, want).filter(({ id }) => !over.some((a) => a.id === id))
    const wanted = want.flatMap((l) => (l && stays.some(({ id }) => id === l.id) ? [l] : []))
    return einsum(tensors, wanted.length === stays.length ? wanted : stays)
  }

  private equals(list: readonly Mat[], want: MatLetters): Mat[] | undefined {
    for (const a of list)
      for (const b of list)
        if (a !== b && list.indexOf(a) < list.indexOf(b) && sameSet(lettersOf(a), lettersOf(b)))
          return list.flatMap((m) =>
            m === a ? [joined('times', [a, b], orientation(a, b, want))] : m === b ? [] : [m],
          )
    return undefined
  }

  /** A summed letter that one tensor alone has. */
  private alone(list: readonly Mat[], waiting: Map<number, Axis>): Mat[] | undefined {
    for (const m of list) {
      const mine = [...waiting.values()].filter((a) => list.every((other) => has(other, a) === (other === m)))
      if (!mine.length) continue
      const axes = m.letters.flatMap((l, k) => (l && mine.some(({ id }) => id === l.id) ? [k] : []))
      for (const { id } of mine) waiting.delete(id)
      const { op } = m
      const total: Mat =
        op === 'diag' && m.of.letters.length === 2
          ? { op: 'trace', of: m.of, letters: [] }
          : {
              op: 'sum',
              of: m,
              axes,
              keep: false,
              letters: m.letters.filter((_, k) => !axes.includes(k)),
            }
      return list.map((other) => (other === m ? total : other))
    }
    return undefined
  }

  /** A summed letter that joins two matrices. */
  private joins2(list: readonly Mat[], waiting: Map<number, Axis>): Mat[] | undefined {
    for (const letter of waiting.values()) {
      const [a, b, ...more] = list.filter((m) => has(m, letter))
      if (!a || !b || more.length) continue
      const product = this.matmul(a, b, letter)
      if (!product) continue
      waiting.delete(letter.id)
      this.joins.push({ letter, left: a, right: b })
      return list.flatMap((m) => (m === a ? [product] : m === b ? [] : [m]))
    }
    return undefined
  }

  private matmul(a: Mat, b: Mat, letter: Axis): Mat | undefined {
    const shared = lettersOf(a).filter((l) => l.id !== letter.id && has(b, l))
    if ([a, b].some((m) => m.letters.includes(null))) return undefined
    const lead = shared.length
    const leads = [a, b].every(
      (m) => shared.every((l, k) => m.letters[k]?.id === l.id) && m.letters.length <= lead + 2,
    )
    const plain =
      lead === 0 && a.letters.length > 2 && b.letters.length === 2 && a.letters.at(-1)?.id === letter.id
    if (!plain && (!leads || (lead > 0 && [a, b].some((m) => m.letters.length !== lead + 2))))
      return undefined
    const last = (m: Mat): boolean => m.letters.at(-1)?.id === letter.id
    const pair = lead === 0 && columns(a, b, letter)
    if (pair)
      return {
        op: 'matmul',
        all: pair,
        letters: [a, b].flatMap((m) => m.letters).filter((l) => l?.id !== letter.id),
      }
    const left = last(a) ? a : transposeMat(a)
    const right =
      b.letters.length - lead === 1 || b.letters[b.letters.length - 2]?.id === letter.id ? b : transposeMat(b)
    const letters = [
      ...left.letters.slice(0, -1),
      ...right.letters.filter((l) => l?.id !== letter.id).slice(lead),
    ]
    const rank2 = (m: Mat): readonly Mat[] =>
      m.op === 'matmul' && lead === 0 && m.letters.length === 2 ? m.all : [m]
    // A vector in the middle of a row of matrices would be multiplied too early.
    const dot = a.letters.length === 1 && b.letters.length === 1
    if (dot) return { op: 'sum', of: joined('times', [a, b], []), axes: [0], keep: false, letters: [] }
    return { op: 'matmul', all: [...rank2(left), ...rank2(right)], letters }
  }

  /** A tensor all of whose letters another one has too: broadcast into it. */
  private inside(list: readonly Mat[], waiting: Map<number, Axis>, want: MatLetters): Mat[] | undefined {
    const busy = (m: Mat): number => lettersOf(m).filter(({ id }) => waiting.has(id)).length
    for (const a of [...list].sort((x, y) => lettersOf(x).length - lettersOf(y).length || busy(y) - busy(x)))
      for (const b of list)
        if (a !== b && b.op === 'eye' && a.letters.length === 1)
          return [...without(list, a, b), { op: 'diag', of: a, letters: b.letters }]
        else if (a !== b && lettersOf(a).every((l) => has(b, l)))
          return [...without(list, a, b), joined('times', [b, a], orientation(b, a, want))]
    return undefined
  }
}
