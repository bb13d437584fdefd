import type { Ast, Slot } from './ast.ts'
import { below, lettersIn, sites, summedIn } from './sites.ts'
import type { Names } from './scope.ts'

/** What a verdict can be. */
export type Kind =
  | 'right'
  | 'shape'
  | 'free index'
  | 'layout'
  | 'order'
  | 'lost sum'
  | 'summed too much'
  | 'wrong axis'
  | 'swapped index'
  | 'factor'
  | 'elementwise'
  | 'wrong name'
  | 'value'

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

/** A mistake: what is said of it, and what a part would be without it. */
export interface Mistake {
  readonly kind: Exclude<Kind, 'right' | 'shape' | 'free index' | 'value'>
  readonly form: 'matrices' | 'indices' | 'both'
  readonly says: (part: string, instead: Ast) => string
  readonly instead: (node: Ast, context: Context) => readonly Ast[]
}

const products = new Set(['beside', '@', '·'])
const rank = (ast: Ast, { names }: Context): number =>
  ast.kind === 'name' ? (names.shapes.get(ast.name)?.length ?? 0) : 0
const transpose = (of: Ast): Ast => ({ kind: 'transpose', of, span: of.span })
const number = (value: number, { span }: Ast): Ast => ({ kind: 'number', value, span })

function turned(node: Ast, context: Context): Ast[] {
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

function summedUp(node: Ast): Ast[] {
  if (node.kind === 'number') return []
  return [0, 1].flatMap((axis) => [sumOver(node, axis, true), sumOver(node, axis, false)])
}

/** Sums over letters that stand on the right only. */
function summedOver(node: Ast, { whole, left }: Context): Ast[] {
  const bound = summedIn(whole)
  const alone = [...new Set(lettersIn(node))].filter((name) => !left.includes(name) && !bound.includes(name))
  if (!alone.length) return []
  return [
    {
      kind: 'over',
      fn: 'sum',
      letters: alone.map((name) => ({ name, span: node.span })),
      body: node,
      span: node.span,
    },
  ]
}

const reductions = /^(sum|mean|max|softmax|logsumexp|log_softmax|logSoftmax|var|std)$/
function otherAxis(node: Ast): Ast[] {
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

function unsummed(node: Ast): Ast[] {
  if (node.kind !== 'call' || !/^(sum|mean)$/.test(node.fn)) return []
  const [of, ...more] = node.args
  if (!of) return []
  const overAll = !more.length && !node.settings.has('axis') && !node.settings.has('dim')
  return overAll ? [of, ...summedUp(of)] : [of]
}

function fewerLetters(node: Ast): Ast[] {
  if (node.kind !== 'over') return []
  if (node.letters.length === 1) return [node.body]
  return node.letters.map((letter) => ({
    ...node,
    letters: node.letters.filter((other) => other !== letter),
  }))
}

const withSlots = (node: Ast, slots: readonly Slot[]): Ast =>
  node.kind === 'index' || node.kind === 'delta' ? { ...node, slots } : node

function otherLetters(node: Ast, { whole, left }: Context): Ast[] {
  if (node.kind !== 'index' && node.kind !== 'delta') return []
  const { slots } = node
  const swaps = slots.flatMap((a, k) =>
    slots.slice(k + 1).map((b) =>
      withSlots(
        node,
        slots.map((s) => (s === a ? b : s === b ? a : s)),
      ),
    ),
  )
  const letters = [...new Set([...left, ...lettersIn(whole), ...summedIn(whole)])]
  const renamed = slots.flatMap((slot, k) =>
    letters.flatMap((name): Ast[] => {
      if (slot.kind !== 'one' || slot.of.kind !== 'name' || slot.of.name === name) return []
      const { span } = slot.of
      return [
        withSlots(
          node,
          slots.map((s, j) => (j === k ? { kind: 'one', of: { kind: 'name', name, span } } : s)),
        ),
      ]
    }),
  )
  return [...swaps, ...renamed]
}

const isSize = (ast: Ast, names: Names): boolean =>
  ast.kind === 'number' || (ast.kind === 'name' && names.sizes.has(ast.name))

function otherFactor(node: Ast, { names }: Context): Ast[] {
  if (node.kind === 'neg') return [node.of]
  if (node.kind === 'number') return [2, 0.5, -1].map((by) => number(node.value * by, node))
  if (node.kind !== 'binary') return []
  const { op, left, right } = node
  if (op === '+' || op === '-') return [{ ...node, op: op === '+' ? '-' : '+' }]
  if (op === '^') return []
  return [...(isSize(left, names) && op !== '/' ? [right] : []), ...(isSize(right, names) ? [left] : [])]
}

const negated = (node: Ast): Ast[] => [{ kind: 'neg', of: node, span: node.span }]
/** A part that lacks a number, or the length of an axis. */
function scaled(node: Ast, { names }: Context): Ast[] {
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

/** The same with one name in place of another, wherever that stands. */
function calledOtherwise(ast: Ast, from: string, to: string): Ast {
  if (ast.kind === 'name') return ast.name === from ? { ...ast, name: to } : ast
  const [parts, built] = below(ast)
  return parts.length ? built(parts.map((part) => calledOtherwise(part, from, to))) : ast
}
const namesOf = (ast: Ast): string[] => [
  ...new Set(sites(ast).flatMap(({ node }) => (node.kind === 'name' ? [node.name] : []))),
]
function otherNameThroughout(node: Ast, { whole, names, about }: Context): Ast[] {
  if (node !== whole) return []
  return namesOf(node).flatMap((from) =>
    [...names.shapes.keys()].flatMap((to) =>
      to === from || to === about ? [] : [calledOtherwise(node, from, to)],
    ),
  )
}

function otherProduct(node: Ast, { whole }: Context): Ast[] {
  if (node.kind !== 'binary') return []
  if (products.has(node.op)) return [{ ...node, op: '*' }, ...(node === whole ? [entrywise(node)] : [])]
  if (node.op !== '*' && node.op !== '⊙') return []
  const { left, right } = node
  const sides: [Ast, Ast][] = [
    [left, right],
    [transpose(left), right],
    [left, transpose(right)],
    [right, left],
    [transpose(right), left],
    [right, transpose(left)],
  ]
  return sides.map(([one, two]) => ({ ...node, op: '@', left: one, right: two }))
}

function otherName(node: Ast, context: Context): Ast[] {
  if (node.kind === 'index' && node.of.kind === 'name')
    return otherName(node.of, context).map((of) => ({ ...node, of }))
  if (node.kind !== 'name') return []
  const { shapes } = context.names
  const now = shapes.get(node.name)
  return [...shapes].flatMap(([name, shape]): Ast[] =>
    name !== node.name && name !== context.about && (!now || shape.length === now.length)
      ? [{ ...node, name }]
      : [],
  )
}

const swapped = (node: Ast): Ast[] =>
  node.kind === 'binary' && products.has(node.op) ? [{ ...node, left: node.right, right: node.left }] : []

const named = (ast: Ast): string =>
  ast.kind === 'name' ? ast.name : ast.kind === 'index' ? named(ast.of) : ''

/** The mistakes that are looked for, in this order: the first without which the line is right is named. */
export const mistakes: readonly Mistake[] = [
  {
    kind: 'wrong axis',
    form: 'matrices',
    says: (part) => `${part} runs along the wrong axis.`,
    instead: otherAxis,
  },
  {
    kind: 'layout',
    form: 'matrices',
    says: (part, instead) =>
      instead.kind === 'transpose'
        ? `${part} has to lie transposed here.`
        : `${part} lies transposed here, and should not.`,
    instead: turned,
  },
  {
    kind: 'order',
    form: 'matrices',
    says: (part) =>
      `The factors of ${part} stand in the wrong order: a product of matrices cannot be turned round.`,
    instead: swapped,
  },
  {
    kind: 'summed too much',
    form: 'matrices',
    says: (part) => `${part} sums what is not to be summed.`,
    instead: unsummed,
  },
  {
    kind: 'summed too much',
    form: 'indices',
    says: (part) => `${part} sums over a letter too many.`,
    instead: fewerLetters,
  },
  { kind: 'lost sum', form: 'matrices', says: (part) => `A sum over ${part} is missing.`, instead: summedUp },
  {
    kind: 'lost sum',
    form: 'indices',
    says: (part, instead) =>
      `${instead.kind === 'over' ? instead.letters.map(({ name }) => `Σ_${name}`).join(' ') : 'A sum'} is missing before ${part}.`,
    instead: summedOver,
  },
  {
    kind: 'swapped index',
    form: 'indices',
    says: (part) => `${part} has a letter in the wrong place.`,
    instead: otherLetters,
  },
  {
    kind: 'elementwise',
    form: 'matrices',
    says: (part, instead) =>
      instead.kind === 'binary' && instead.op === '*'
        ? `${part} should go entry by entry, with ⊙.`
        : `${part} goes entry by entry; here stands a product of matrices.`,
    instead: otherProduct,
  },
  {
    kind: 'factor',
    form: 'both',
    says: (part) => `A sign or a number is wrong in ${part}.`,
    instead: otherFactor,
  },
  { kind: 'factor', form: 'both', says: (part) => `A sign is missing before ${part}.`, instead: negated },
  {
    kind: 'wrong name',
    form: 'both',
    says: (part, instead) => `${part} is not what belongs here: try ${named(instead)}.`,
    instead: otherName,
  },
  {
    kind: 'wrong name',
    form: 'matrices',
    says: (part, instead) => {
      const other = namesOf(instead).find((name) => !part.split(/[^\p{L}\p{N}_]+/u).includes(name))
      return `One name is wrong at each of its places${other === undefined ? '' : `: try ${other}`}.`
    },
    instead: otherNameThroughout,
  },
  { kind: 'factor', form: 'both', says: (part) => `A factor is missing at ${part}.`, instead: scaled },
]
