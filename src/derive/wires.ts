import { nth } from '../autodiff/index.ts'
import type { Bubble, Diagram, Node, Place, Product, Wire } from './diagram.ts'
import { Letters } from './letters.ts'
import { termsOf, type Term } from './terms.ts'
import { text, writtenOut } from './text.ts'
import {
  at,
  axis,
  axisOf,
  free as freeOf,
  mul,
  num,
  size,
  substitute,
  type Axis,
  type Dim,
  type Expr,
  type Index,
} from './tree.ts'

/** What names stand for where a diagram is made. */
export interface Named {
  readonly shapes: ReadonlyMap<string, readonly Dim[]>
  /** Names of tensors, which no letter takes. */
  readonly avoid: ReadonlySet<string>
  /** Which names are gradients: dx is drawn as ∂L/∂x. */
  readonly gradients: ReadonlySet<string>
}

/** The tensor diagram of an expression whose entries are those at `axes`; an axis of length 1 has no wire. */
export function diagramOf(e: Expr, axes: readonly Axis[], named: Named): Diagram {
  const out = axes.filter(({ dim }) => dim !== 1)
  return termsOf(e, () => false).map((term) => new Drawn(term, out, [], named).product)
}

/** What stands in a node: ∂L/∂x for dx, if that is a gradient. */
export const drawnName = (name: string, gradients: ReadonlySet<string>): string =>
  gradients.has(name) ? `∂L/∂${name.slice(1)}` : name

const isScalar = (e: Expr): boolean =>
  e.kind === 'num' ||
  e.kind === 'size' ||
  ((e.kind === 'pow' || e.kind === 'call' || e.kind === 'mul') &&
    (e.kind === 'pow' ? [e.base, e.power] : e.of).every(isScalar))

/** One product, its letters gathered to wires. */
class Drawn {
  readonly product: Product
  private readonly joined = new Map<number, number>()
  private readonly axes = new Map<number, Axis>()
  private readonly nodes: { readonly node: Node; readonly at: readonly Axis[] }[] = []
  private readonly letters: Letters

  constructor(
    term: Term,
    out: readonly Axis[],
    private readonly around: readonly Axis[],
    private readonly named: Named,
  ) {
    this.letters = new Letters(named.avoid).see([...around, ...out])
    for (const a of [...out, ...term.over]) this.see(a)
    const scalars = term.of.filter(isScalar)
    for (const f of term.of) if (!isScalar(f)) this.factor(f)
    const ends = [...out, ...this.nodes.flatMap((one) => one.at)].map(({ id }) => this.root(id))
    // A letter that nothing has counts how often it would have been summed.
    const counted = new Set(term.over.map(({ id }) => this.root(id)).filter((id) => !ends.includes(id)))
    const roots = [...this.axes.keys()].filter((id) => this.root(id) === id && !counted.has(id))
    const places = new Map(roots.map((id, k) => [id, k]))
    const wireOf = ({ id }: Axis): number => places.get(this.root(id)) ?? -1
    const sizes = [...counted].map((id) => size(this.axes.get(id)?.dim ?? 1))
    const factor = text(mul(num(term.value), ...scalars, ...sizes), this.letters, 1)
    this.product = {
      factor: factor === '1' ? '' : factor,
      nodes: this.nodes.map(({ node, at: legs }) => ({ ...node, legs: legs.map(wireOf) })),
      wires: roots.map((id) => this.wire(id)),
      free: out.map(wireOf),
    }
  }

  private see(a: Axis): void {
    if (!this.axes.has(a.id)) this.axes.set(a.id, a)
  }

  private root(id: number): number {
    const next = this.joined.get(id)
    return next === undefined ? id : this.root(next)
  }

  private wire(root: number): Wire {
    const same = [...this.axes.values()].filter(({ id }) => this.root(id) === root)
    // An axis that was made for a place has no letter.
    const letters = same.filter(({ base }) => base !== '').map((a) => this.letters.of(a))
    return { letters, size: same.find(({ id }) => id === root)?.dim ?? 1 }
  }

  private put(node: Node, legs: readonly Axis[]): void {
    for (const a of legs) this.see(a)
    this.nodes.push({ node, at: legs })
  }

  private factor(e: Expr): void {
    if (e.kind === 'entry') this.tensor(e.name, e.at, this.named.shapes.get(e.name) ?? [])
    else if (e.kind === 'partial')
      this.tensor(
        `∂${e.of.name}/∂${e.by.name}`,
        [...e.of.at, ...e.by.at],
        [e.of, e.by].flatMap(({ name }) => this.named.shapes.get(name) ?? []),
      )
    else if (e.kind === 'delta') this.delta(e.a, e.b)
    else this.bubble(e)
  }

  private tensor(name: string, index: readonly Index[], dims: readonly Dim[]): void {
    const legs = index.flatMap((one, k) => (nth(dims, k) === 1 ? [] : [this.leg(one, nth(dims, k))]))
    this.put({ kind: 'tensor', name: drawnName(name, this.named.gradients), legs: [] }, legs)
  }

  /** The axis that an index is; for another, a new one that a place holds in step. */
  private leg(index: Index, dim: Dim): Axis {
    const letter = axisOf(index)
    if (letter) return letter
    const along = axis(dim, '')
    this.place(along, index)
    return along
  }

  private place(along: Axis, { parts, plus }: Index): void {
    const index: Place = { signs: parts.map(({ sign }) => sign), plus }
    for (const { axis: a } of parts) this.see(a)
    const name = this.letters.index({ parts, plus })
    this.put({ kind: 'place', index, name, legs: [] }, [along, ...parts.map((p) => p.axis)])
  }

  private delta(a: Index, b: Index): void {
    const [one, two] = [axisOf(a), axisOf(b)]
    if (one && two && one.dim === two.dim) {
      this.see(one)
      this.see(two)
      const [kept, gone] = [this.root(one.id), this.root(two.id)]
      if (kept !== gone) this.joined.set(gone, kept)
    } else if (one) this.place(one, b)
    else if (two) this.place(two, a)
    else {
      const along = axis(64, '')
      this.place(along, a)
      this.place(along, b)
    }
  }

  private bubble(e: Expr): void {
    const known = [...this.around, ...this.axes.values()].filter(
      (a, k, all) => a.base !== '' && all.findIndex(({ id }) => id === a.id) === k,
    )
    const { name, parts, closes, legs, within } = shell(e, known)
    const inside = parts.map((part) =>
      termsOf(part, () => false).map((term) => new Drawn(term, within, known, this.named).product),
    )
    const node: Bubble = { kind: 'bubble', name, legs: [], inside, closes }
    this.put(node, legs)
  }
}

const signs: Readonly<Record<string, string>> = { greater: '>', equal: '=' }

/** What a function is called, what stands in it, and which letters go through its rim. */
function shell(
  e: Expr,
  known: readonly Axis[],
): {
  name: string
  parts: readonly Expr[]
  closes: number
  legs: readonly Axis[]
  within: readonly Axis[]
} {
  // In the order of the letters outside, so that rows stay on the left within.
  const rank = new Map(known.map(({ id }, k) => [id, k]))
  const legs = freeOf(e).sort((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0))
  const plain = { legs, within: legs, closes: 0 }
  if (e.kind === 'call') return { ...plain, name: signs[e.fn] ?? e.fn, parts: e.of }
  if (e.kind === 'pow') {
    if (e.power.kind !== 'num') return { ...plain, name: 'power', parts: [e.base, e.power] }
    const { value } = e.power
    const name = value === -1 ? '1/·' : value === 2 ? 'square' : `power ${value}`
    return { ...plain, name, parts: [e.base] }
  }
  if (e.kind !== 'row') return { ...plain, name: '', parts: [e] }
  const letter = e.at && axisOf(e.at)
  const over = e.over.base
  if (e.fn === 'softmax' && letter) {
    const body = substitute(e.body, new Map([[e.over.id, at(letter)]]))
    return { ...plain, name: `softmax over ${over}`, parts: [body] }
  }
  if (e.fn === 'softmax') return { ...plain, name: '', parts: [writtenOut(e)] }
  return { name: `${e.fn} over ${over}`, parts: [e.body], closes: 1, legs, within: [...legs, e.over] }
}
