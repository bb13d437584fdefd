import { nth, nthOr } from '../autodiff/index.ts'
import { axesOf, onTheWay, put, uses, worthNaming } from './derive.ts'
import { differentiate } from './differentiate.ts'
import { Letters } from './letters.ts'
import { fold } from './match.ts'
import type { Program } from './program.ts'
import { contracted, factored, type Term } from './terms.ts'
import { Tex } from './tex.ts'
import { text } from './text.ts'
import {
  again,
  at,
  axisOf,
  delta,
  entry,
  mul,
  num,
  partsOf,
  places,
  substitute,
  sum,
  add,
  type Axis,
  type Dim,
  type Expr,
  type Index,
} from './tree.ts'
import { lengthOf, type Sizes } from './value.ts'
import { withoutCentred } from './vanish.ts'

/** Where the entries of a Jacobian are not zero, whatever the numbers. */
export type Pattern = 'zero' | 'diagonal' | 'blocks' | 'band' | 'dense'

/** All of ∂y/∂x as one expression of its entries, with its shape and how much of it there is; nothing is built. */
export interface Jacobian {
  /** ∂y[n,m]/∂x[i,d] = δ[n,i] w[d,m] */
  readonly text: string
  readonly tex: string
  /** The axes of the output, and those of what it is differentiated by. */
  readonly shape: { readonly output: readonly Dim[]; readonly input: readonly Dim[] }
  readonly pattern: Pattern
  readonly says: string
  /** How many entries there are, and how many may be other than 0: N·M·N·D and N·M·D. */
  readonly entries: string
  readonly nonzeros: string
  /** At eight bytes an entry. */
  readonly bytes: string
}

const elsewhere = 'Each entry of the output depends on one entry, in another place: all others are 0.'

const sentences: Readonly<Record<Pattern, string>> = {
  zero: 'No entry of the output depends on it: all are 0.',
  diagonal: 'Each entry of the output depends on the one entry in the same place: all others are 0.',
  blocks: 'A δ says which letters must be the same place: outside these blocks all entries are 0.',
  band: 'Each entry of the output depends on a window: outside this band all entries are 0.',
  dense: 'Every entry of the output may depend on every entry of it.',
}

/** ∂output/∂of along all ways, from the output back. */
function total(program: Program, of: string, out: readonly Axis[], by: readonly Axis[]): Term[] {
  const way = onTheWay(program, of)
  const found = new Map<string, { letters: readonly Axis[]; body: Expr }>()
  const start = axesOf(program, program.output)
  const same = mul(...start.flatMap((a, k) => (a.dim === 1 ? [] : [delta(at(out[k] ?? a), at(a))])))
  found.set(program.output, { letters: start, body: same })
  const back = (name: string, letters: readonly Axis[]): Term[] => {
    const parts = program.nodes
      .filter((node) => way.has(node.name) && uses(node, name))
      .map((node) => {
        const axes = node.axes.map(again)
        const body = substitute(node.body, new Map(node.axes.map((a, k) => [a.id, at(axes[k] ?? a)])))
        const here = entry(`∂${node.name}`, places(axes))
        const moved = mul(here, differentiate(body, name, letters))
        const known = found.get(node.name)
        return sum(
          axes.filter(({ dim }) => dim !== 1),
          known ? put(moved, here.name, known) : num(0),
        )
      })
    return contracted(add(...parts))
  }
  for (const { name } of [...program.nodes].reverse()) {
    if (!way.has(name) || name === program.output || name === of) continue
    const letters = axesOf(program, name)
    found.set(name, { letters, body: factored(back(name, letters)) })
  }
  if (of !== program.output) return back(of, by)
  return contracted(substitute(same, new Map(start.map((a, k) => [a.id, at(by[k] ?? a)]))))
}

/** The sets of letters that a term's δ's make one, as pairs of letters; what stands in a window, with its length. */
interface Ties {
  readonly pairs: readonly (readonly [Axis, Axis])[]
  readonly windows: ReadonlyMap<number, Dim>
}

function tiesOf({ of }: Term, shapes: Program['names']['shapes']): Ties {
  const pairs: (readonly [Axis, Axis])[] = []
  const windows = new Map<number, Dim>()
  const window = (index: Index, dim: Dim): void => {
    const plus = index.parts.find(({ sign }) => sign > 0)
    if (plus && index.parts.some(({ sign }) => sign < 0)) windows.set(plus.axis.id, dim)
  }
  const visit = (e: Expr): void => {
    if (e.kind === 'entry')
      e.at.forEach((index, k) => window(index, nthOr<Dim>(shapes.get(e.name) ?? [], k, 1)))
    partsOf(e).forEach(visit)
  }
  for (const f of of) {
    const [a, b] = f.kind === 'delta' ? [axisOf(f.a), axisOf(f.b)] : []
    if (a && b) pairs.push([a, b])
    else if (f.kind === 'delta')
      for (const index of [f.a, f.b]) index.parts.slice(0, 1).forEach((p) => windows.set(p.axis.id, 1))
    else visit(f)
  }
  return { pairs, windows }
}

/** How many places all letters have together when some are tied: a length for each that is free. */
function dimsLeft(letters: readonly Axis[], { pairs, windows }: Ties): Dim[] {
  const root = new Map<number, number>()
  const find = (id: number): number => {
    const up = root.get(id)
    return up === undefined ? id : find(up)
  }
  for (const [a, b] of pairs) if (find(a.id) !== find(b.id)) root.set(find(a.id), find(b.id))
  const seen = new Set<number>()
  return letters.flatMap((a) => {
    const id = find(a.id)
    if (seen.has(id)) return []
    seen.add(id)
    return [windows.get(a.id) ?? a.dim]
  })
}

export const product = (dims: readonly Dim[]): string => {
  const shown = dims
    .filter((dim) => dim !== 1)
    .map((dim) => (/[+-]/.test(String(dim)) ? `(${dim})` : String(dim)))
  return shown.length ? shown.join('·') : '1'
}

/** The number of entries that some term reaches: those of each, less what two share, and so on. */
function nonzeros(letters: readonly Axis[], ties: readonly Ties[]): string {
  const counts = new Map<string, number>()
  const most = Math.min(ties.length, 6)
  for (let chosen = 1; chosen < 1 << most; chosen++) {
    const those = ties.filter((_, k) => k < most && chosen & (1 << k))
    const all: Ties = {
      pairs: those.flatMap(({ pairs }) => pairs),
      windows: new Map(those.flatMap(({ windows }) => [...windows])),
    }
    const one = product([...dimsLeft(letters, all)].sort((a, b) => String(a).localeCompare(String(b))))
    counts.set(one, (counts.get(one) ?? 0) + (those.length % 2 ? 1 : -1))
  }
  const terms = [...counts].filter(([, times]) => times !== 0).sort(([, a], [, b]) => b - a)
  const written = terms.map(([one, times], k) => {
    const sign = times < 0 ? (k ? ' - ' : '-') : k ? ' + ' : ''
    return sign + (Math.abs(times) === 1 ? one : `${Math.abs(times)}·${one}`)
  })
  return written.join('') || '0'
}

/** The Jacobian of the output by `of`. */
export function jacobianOf(program: Program, of: string): Jacobian {
  const { output, names } = program
  const [out, by] = [axesOf(program, output), axesOf(program, of)]
  const named = (e: Expr): Expr =>
    program.nodes.filter(worthNaming).reduce<Expr>((rest, node) => fold(rest, node), e)
  const terms = onTheWay(program, of).size ? total(program, of, out, by) : []
  const once = named(factored(contracted(named(factored(terms)))))
  const kept = withoutCentred(once, program)
  const right = kept === once ? once : named(factored(contracted(kept)))
  const shapes = new Map([
    ...names.shapes,
    ...program.nodes.map((node) => [node.name, node.axes.map(({ dim }) => dim)] as const),
  ])
  const letters = new Letters(new Set(names.shapes.keys())).see(
    [...out, ...by].filter(({ dim }) => dim !== 1),
    right,
  )
  const left: Expr = { kind: 'partial', of: entry(output, places(out)), by: entry(of, places(by)) }
  const all = [...out, ...by].filter(({ dim }) => dim !== 1)
  const ties = terms.map((term) => tiesOf(term, shapes))
  const pattern = patternOf(
    ties,
    out.filter(({ dim }) => dim !== 1).length,
    by.filter(({ dim }) => dim !== 1).length,
  )
  const entries = product(all.map(({ dim }) => dim))
  const tex = new Tex(letters, new Set())
  return {
    text: `${text(left, letters)} = ${text(right, letters)}`,
    tex: `${tex.of(left)} = ${tex.of(right)}`,
    shape: { output: out.map(({ dim }) => dim), input: by.map(({ dim }) => dim) },
    pattern,
    says: pattern === 'diagonal' && !ties.every(inPlace(out, by)) ? elsewhere : sentences[pattern],
    entries,
    nonzeros: ties.length ? nonzeros(all, ties) : '0',
    bytes: `8·${entries}`,
  }
}

/** Whether a term's δ's tie each axis of the output to the axis in the same place of the input: not so in a transpose. */
const inPlace =
  (out: readonly Axis[], by: readonly Axis[]) =>
  ({ pairs }: Ties): boolean =>
    pairs.every(([a, b]) =>
      out.some(({ id }, k) => [a.id, b.id].includes(id) && [a.id, b.id].includes(nth(by, k).id)),
    )

function patternOf(ties: readonly Ties[], rows: number, columns: number): Pattern {
  if (!ties.length) return 'zero'
  if (ties.some(({ windows }) => windows.size)) return 'band'
  const least = Math.min(...ties.map(({ pairs }) => pairs.length))
  if (least === 0) return 'dense'
  return rows === columns && least === rows ? 'diagonal' : 'blocks'
}

/** The value of a formula such as `entries` or `nonzeros` when its letters have these lengths. */
export function count(formula: string, sizes: Sizes): number {
  return formula.split(/ (?=[+-] )/).reduce((whole, term) => {
    const [, sign, rest = term] = /^([+-] ?)?(.*)$/.exec(term) ?? []
    const value = rest.split('·').reduce((n, factor) => n * lengthOf(factor.replace(/[()]/g, ''), sizes), 1)
    return sign?.startsWith('-') ? whole - value : whole + value
  }, 0)
}

/** The same as a whole number of any size. */
export function exactly(formula: string, sizes: Sizes): bigint {
  return formula.split(/ (?=[+-] )/).reduce((whole, term) => {
    const [, sign, rest = term] = /^([+-] ?)?(.*)$/.exec(term) ?? []
    const value = rest
      .split('·')
      .reduce((n, factor) => n * BigInt(lengthOf(factor.replace(/[()]/g, ''), sizes)), 1n)
    return sign?.startsWith('-') ? whole - value : whole + value
  }, 0n)
}
