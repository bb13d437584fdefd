import type { Ast, Slot } from './ast.ts'
import { below, replaced, sites } from './sites.ts'
import type { Names } from './scope.ts'

/** What a mistake is looked for with: the letters of the line, and the names that there are. */
export interface Context {
  readonly names: Names
  /** The letters left of the “=”. */
  readonly left: readonly string[]
  readonly whole: Ast
  /** What the line is about, which cannot stand on its right. */
  readonly about: string
  /** How a part was typed. */
  readonly typed: (ast: Ast) => string
}

const products = new Set(['beside', '@', '·'])
const rank = (ast: Ast, { names }: Context): number =>
  ast.kind === 'name' ? (names.shapes.get(ast.name)?.length ?? 0) : 0
const transpose = (of: Ast): Ast => ({ kind: 'transpose', of, span: of.span })
const number = (value: number, { span }: Ast): Ast => ({ kind: 'number', value, span })

export function turned(node: Ast, context: Context): Ast[] {
  if (node.kind === 'transpose') return [node.of]
  return rank(node, context) > 1 || node.kind === 'binary' || node === context.whole ? [transpose(node)] : []
}

const sumOver = (of: Ast, axis: number, keep: boolean): Ast => ({
  kind: 'call',
  fn: 'sum',
  args: [of],
  settings: new Map([['axis', number(axis, of)], ...(keep ? [['keepdims', number(1, of)] as const] : [])]),
  span: of.span,
})

export function summedUp(node: Ast): Ast[] {
  if (node.kind === 'number') return []
  return [0, 1].flatMap((axis) => [sumOver(node, axis, true), sumOver(node, axis, false)])
}

const reductions = /^(sum|mean|max|softmax|logsumexp|log_softmax|logSoftmax|var|std)$/
export function otherAxis(node: Ast): Ast[] {
  if (node.kind !== 'call' || !reductions.test(node.fn)) return []
  const set = ['axis', 'dim'].find((name) => node.settings.has(name))
  const [first, ...rest] = node.args
  if (!first) return []
  const now = set ? node.settings.get(set) : rest[0]
  return [0, 1, 2].flatMap((axis): Ast[] => {
    if (now?.kind === 'number' && now.value === axis) return []
    const settings = new Map([...node.settings, [set ?? 'axis', number(axis, node)]])
    return [{ ...node, args: [first], settings }]
  })
}

/** A vector as a column, so that it is broadcast along the rows. */
export function asColumn(node: Ast, { names }: Context): Ast[] {
  if (node.kind === 'call' && reductions.test(node.fn)) {
    const { settings } = node
    const along = (settings.has('axis') || settings.has('dim')) && !settings.has('keepdims')
    return along ? [{ ...node, settings: new Map([...settings, ['keepdims', number(1, node)]]) }] : []
  }
  if (node.kind !== 'name' || names.shapes.get(node.name)?.length !== 1) return []
  return [{ kind: 'index', of: node, slots: [{ kind: 'range' }, { kind: 'new' }], span: node.span }]
}

export function unsummed(node: Ast): Ast[] {
  if (node.kind !== 'call' || !/^(sum|mean)$/.test(node.fn)) return []
  const [of, ...more] = node.args
  if (!of) return []
  const overAll = !more.length && !node.settings.has('axis') && !node.settings.has('dim')
  return overAll ? [of, ...summedUp(of)] : [of]
}

const isSize = (ast: Ast, names: Names): boolean =>
  ast.kind === 'number' || (ast.kind === 'name' && names.sizes.has(ast.name))

export function otherFactor(node: Ast, { names }: Context): Ast[] {
  if (node.kind === 'neg') return [node.of]
  if (node.kind === 'number') return [2, 0.5, -1].map((by) => number(node.value * by, node))
  if (node.kind !== 'binary') return []
  const { op, left, right } = node
  if (op === '+' || op === '-') return [{ ...node, op: op === '+' ? '-' : '+' }]
  if (/^[<>]=?$/.test(op))
    return [{ ...node, op: op.startsWith('<') ? op.replace('<', '>') : op.replace('>', '<') }]
  if (op === '^') return []
  return [...(isSize(left, names) && op !== '/' ? [right] : []), ...(isSize(right, names) ? [left] : [])]
}

/** The whole without what the chain rule multiplies by: a gradient, with the letters of the left side. */
export function withGradient(node: Ast, { whole, names, left, about }: Context): Ast[] {
  if (node !== whole) return []
  const { span } = node
  const slots = left.map((name): Slot => ({ kind: 'one', of: { kind: 'name', name, span } }))
  return [...names.shapes.keys()]
    .filter((name) => name.startsWith('d') && names.shapes.has(name.slice(1)) && name !== about)
    .flatMap((name): Ast[] => {
      const whole0: Ast = { kind: 'name', name, span }
      const by: Ast = slots.length ? { kind: 'index', of: whole0, slots, span } : whole0
      return [{ kind: 'binary', op: '*', left: node, right: by, span }]
    })
}

export const negated = (node: Ast): Ast[] => [{ kind: 'neg', of: node, span: node.span }]
/** A part that lacks a number, or the length of an axis. */
export function scaled(node: Ast, { names }: Context): Ast[] {
  if (node.kind === 'number') return []
  const by = [
    number(2, node),
    ...[...names.sizes].map((name): Ast => ({ kind: 'name', name, span: node.span })),
  ]
  return by.flatMap((right): Ast[] =>
    ['*', '/'].map((op) => ({ kind: 'binary', op, left: node, right, span: node.span })),
  )
}

const entrywise = (ast: Ast): Ast => {
  const [parts, built] = below(ast)
  const read = parts.length ? built(parts.map(entrywise)) : ast
  return read.kind === 'binary' && products.has(read.op) ? { ...read, op: '*' } : read
}

export const namesOf = (ast: Ast): string[] => [
  ...new Set(sites(ast).flatMap(({ node }) => (node.kind === 'name' ? [node.name] : []))),
]
export function otherNameThroughout(node: Ast, context: Context): Ast[] {
  if (node !== context.whole) return []
  return namesOf(node).flatMap((from) =>
    likely(from, context).map((to) => replaced(node, from, { kind: 'name', name: to, span: node.span })),
  )
}

/** Every product entry by entry, with a vector as a column or what arrives where that is wanted for it. */
function allEntrywise(context: Context): Ast[] {
  const all = entrywise(context.whole)
  const columns = sites(all).flatMap(({ node, put }) => asColumn(node, context).map(put))
  return [all, ...columns, ...withGradient(all, { ...context, whole: all })]
}

export function otherProduct(node: Ast, context: Context): Ast[] {
  const { whole } = context
  if (node.kind !== 'binary') return []
  if (products.has(node.op)) return [{ ...node, op: '*' }, ...(node === whole ? allEntrywise(context) : [])]
  if (node.op !== '*' && node.op !== '⊙') return []
  const { left, right, span } = node
  const outer = [left, right].map((first, k): Ast => ({
    kind: 'call',
    fn: 'outer',
    args: [first, k ? left : right],
    settings: new Map(),
    span,
  }))
  const sides: [Ast, Ast][] = [
    [left, right],
    [transpose(left), right],
    [left, transpose(right)],
    [right, left],
    [transpose(right), left],
    [right, transpose(left)],
  ]
  return [...sides.map(([one, two]): Ast => ({ ...node, op: '@', left: one, right: two })), ...outer]
}

/** The likeliest first: what is one d away, then what arrives. */
function likely(name: string, { names, about }: Context): string[] {
  const others = [...names.shapes.keys()].filter((one) => one !== name && one !== about)
  const distance = (one: string): number =>
    one === `d${name}` || name === `d${one}`
      ? 0
      : one === 'dy'
        ? 1
        : one.startsWith('d') === name.startsWith('d')
          ? 2
          : 3
  return others.sort((a, b) => distance(a) - distance(b))
}

export function otherName(node: Ast, context: Context): Ast[] {
  if (node.kind === 'index' && node.of.kind === 'name')
    return otherName(node.of, context).map((of) => ({ ...node, of }))
  if (node.kind !== 'name') return []
  const { shapes } = context.names
  const now = shapes.get(node.name)
  return likely(node.name, context).flatMap((name): Ast[] =>
    !now || shapes.get(name)?.length === now.length ? [{ ...node, name }] : [],
  )
}

export const swapped = (node: Ast): Ast[] =>
  node.kind === 'binary' && products.has(node.op) ? [{ ...node, left: node.right, right: node.left }] : []

export const named = (ast: Ast): string =>
  ast.kind === 'name' ? ast.name : ast.kind === 'index' ? named(ast.of) : ''
