import { differentiate } from './differentiate.ts'
import { put, uses } from './derive.ts'
import type { Point } from './point.ts'
import type { Program } from './program.ts'
import type { RuleName } from './rules.ts'
import { contracted, spreadOut, withoutOnes } from './terms.ts'
import {
  add,
  again,
  at,
  axisOf,
  entry,
  free,
  mul,
  places,
  some,
  substitute,
  sum,
  within,
  type Axis,
  type Entry,
  type Expr,
  type Partial,
} from './tree.ts'
import { evaluate } from './value.ts'

/** What a name stands for, entry by entry. */
export interface Meaning {
  readonly letters: readonly Axis[]
  readonly body: Expr
}

/** What a rule may look at beside the expression. */
export interface Around {
  readonly program: Program
  readonly points: readonly Point[]
  /** What the gradient by each step is, in terms of those after it. */
  readonly gradients: ReadonlyMap<string, Meaning>
  /** What the reader has given a name. */
  readonly own: ReadonlyMap<string, Meaning>
}

/** One rule that leads from a line to the next: its name in the table of sentences, and what it makes of an expression. */
export interface Move {
  readonly name: RuleName
  /** How it takes a ∂…/∂…: in one step alone, or along all ways; nothing where that is the same to it. */
  readonly way?: 'direct' | 'total'
  readonly rewrite: (e: Expr, around: Around) => readonly Expr[]
}

type Steps = Program['nodes']
const stepOf = (nodes: Steps, name: string) => nodes.find((node) => node.name === name)

/** The entry of a step, at an entry's places. */
function bodyAt(nodes: Steps, { name, at: index }: Entry): Expr | undefined {
  const node = stepOf(nodes, name)
  return node && substitute(node.body, new Map(node.axes.map((a, k) => [a.id, index[k] ?? at(a)])))
}

const onePlace: Axis = { id: 0, base: '0', dim: 1 }

/** ∂of/∂by in one step. */
function inOneStep({ of, by }: Partial, { program }: Around): Expr {
  const body = bodyAt(program.nodes, of)
  const letters = by.at.map((index) => axisOf(index) ?? (index.parts.length ? undefined : onePlace))
  if (!body || !letters.every((a) => a !== undefined)) return { kind: 'partial', of, by }
  return differentiate(body, by.name, letters)
}

/** ∂of/∂by along all ways between. */
function alongAllWays(partial: Partial, around: Around): Expr {
  const { nodes } = around.program
  const node = stepOf(nodes, partial.of.name)
  if (!node) return partial
  const between = nodes.filter(({ name }) => uses(node, name) && name !== partial.by.name)
  const ways = between.map((mid) => {
    const axes = mid.axes.map(again)
    const here = entry(mid.name, places(axes))
    const rest = alongAllWays({ kind: 'partial', of: here, by: partial.by }, around)
    return sum(
      axes.filter(({ dim }) => dim !== 1),
      mul(inOneStep({ kind: 'partial', of: partial.of, by: here }, around), rest),
    )
  })
  return add(inOneStep(partial, around), ...ways.filter((way) => !(way.kind === 'num' && way.value === 0)))
}

const derivatives = (f: (partial: Partial, around: Around) => Expr): Move['rewrite'] => {
  const inside = (e: Expr, around: Around): Expr =>
    e.kind === 'partial' ? f(e, around) : within(e, (part) => inside(part, around))
  return (e, around) => [inside(e, around)]
}

/** ∂L/∂x as the chain rule has it: what comes back from each step that uses x. */
function chained(e: Expr, around: Around): Expr {
  const { nodes, output } = around.program
  if (e.kind !== 'entry') return within(e, (part) => chained(part, around))
  const of = e.name.slice(1)
  const users = nodes.filter((node) => uses(node, of))
  if (!e.name.startsWith('d') || of === output || !users.length) return e
  return add(
    ...users.map((node) => {
      const axes = node.axes.map(again)
      const here = entry(node.name, places(axes))
      return sum(
        axes.filter(({ dim }) => dim !== 1),
        mul(entry(`d${node.name}`, places(axes)), { kind: 'partial', of: here, by: entry(of, e.at) }),
      )
    }),
  )
}

/** A step in which nothing but sums of products of entries is. */
const linear = (e: Expr): boolean =>
  !some(
    e,
    (part) =>
      ((part.kind === 'call' || part.kind === 'pow') && some(part, ({ kind }) => kind === 'entry')) ||
      part.kind === 'row',
  )

/** ∂L/∂x where all that uses x is sums and products: the book has shown what comes back through these. */
function known(e: Expr, around: Around): Expr {
  if (e.kind !== 'entry') return within(e, (part) => known(part, around))
  const of = e.name.slice(1)
  const users = around.program.nodes.filter((node) => uses(node, of))
  if (!e.name.startsWith('d') || !users.length || !users.every(({ body }) => linear(body))) return e
  const [made = e] = derivatives(inOneStep)(chained(e, around), around)
  return gathered(made, around)
}

const isOneHot =
  ({ inputs }: Program) =>
  (name: string): boolean =>
    inputs.some((input) => input.name === name && input.oneHot === true)

/** Every bracket opened, every δ contracted, like terms together, without those that are 0 whatever the numbers. */
function gathered(e: Expr, { program, points }: Around): Expr {
  const terms = withoutOnes(
    contracted(e, () => true),
    isOneHot(program),
  )
  if (terms.length < 2 || terms.some(({ of }) => of.some(({ kind }) => kind === 'partial')))
    return spreadOut(terms)
  const idle = (term: (typeof terms)[number]): boolean =>
    points.every((point) => {
      const whole = sum(term.over, mul(...term.of))
      return evaluate(whole, free(whole), point).data.every((v) => Math.abs(v) < 1e-10)
    })
  return spreadOut(terms.filter((term) => !idle(term)))
}

const withDelta = (e: Expr): boolean => some(e, ({ kind }) => kind === 'delta')

/** Every rule that a reader's next line may use; each leaves the value as it is. */
export const moves: readonly Move[] = [
  { name: 'chain rule', rewrite: (e, around) => [chained(e, around)] },
  { name: 'known gradient', rewrite: (e, around) => [known(e, around)] },
  { name: 'each derivative', way: 'direct', rewrite: derivatives(inOneStep) },
  { name: 'each derivative', way: 'total', rewrite: derivatives(alongAllWays) },
  { name: 'δ contracted', rewrite: (e, around) => (withDelta(e) ? [gathered(e, around)] : []) },
  { name: 'pulled out', rewrite: (e, around) => (withDelta(e) ? [] : [gathered(e, around)]) },
  {
    name: 'put together',
    rewrite: (e, { gradients }) => {
      const each = [...gradients].toReversed()
      const all = each.reduce<Expr>((rest, [name, found]) => put(rest, `d${name}`, found), e)
      return [all, ...each.map(([name, found]) => put(e, `d${name}`, found))]
    },
  },
]
