import type { Span } from '../autodiff/index.ts'
import { nearest } from '../autodiff/parse/error.ts'
import { LayerError } from './error.ts'
import { compositions, functions, type Composed } from './functions.ts'
import type { Dim } from './tree.ts'

/** What the names of a line stand for. */
export interface Names {
  /** The shape of a named tensor. */
  readonly shapes: ReadonlyMap<string, readonly Dim[]>
  /** Letters of sizes, which are numbers too: N. */
  readonly sizes: ReadonlySet<string>
  /** Whether a letter that stands twice in a product is summed without a Σ. */
  readonly implicit?: boolean
}

/** Tells names of tensors and sizes from those of functions. */
export const valueIn =
  ({ shapes, sizes }: Names) =>
  (name: string): boolean =>
    shapes.has(name) || sizes.has(name)

const constants: Readonly<Record<string, number>> = {
  pi: Math.PI,
  π: Math.PI,
  e: Math.E,
  True: 1,
  False: 0,
  true: 1,
  false: 0,
}
/** Names that are a number wherever nothing else has them. */
export const constant = (name: string): number | undefined =>
  Object.hasOwn(constants, name) ? constants[name] : undefined

/** `N×D`, or “a scalar”. */
export const shapeText = (shape: readonly Dim[]): string =>
  shape.length === 0 ? 'a scalar' : shape.length === 1 ? `a vector of length ${shape[0]}` : shape.join('×')

/** ND, where N and D are names, is meant as their product; ww is a slip for w. */
function product(name: string, names: Names): string | undefined {
  const each = [...name]
  const apart = each.length > 1 && new Set(each).size === each.length
  return apart && each.every(valueIn(names)) ? each.join(' ') : undefined
}

/** The error for a name that nothing has. */
export function unknown(name: string, span: Span, names: Names): LayerError {
  if (functionNamed(name) || composedNamed(name) || words.includes(name))
    return new LayerError(
      'syntax',
      `“${name}” is a function: what it is applied to stands in brackets, as in ${name}(…).`,
      span,
    )
  const near = product(name, names) ?? nearest(name, [...names.shapes.keys(), ...names.sizes])
  const hint = near
    ? `: did you mean “${near}”?`
    : names.shapes.size
      ? `; there is ${[...names.shapes.keys()].join(', ')}.`
      : '.'
  return new LayerError('unknown name', `There is no “${name}” here${hint}`, span, 1, near)
}

const aliases = new Map(
  Object.entries(functions).flatMap(([name, { also }]) => (also ?? []).map((a) => [a, name])),
)
const words = [
  'sum',
  'mean',
  'max',
  'min',
  'softmax',
  'layer_norm',
  'cross_entropy',
  'mse_loss',
  'logsumexp',
  'log_softmax',
  'var',
  'std',
  'norm',
  'transpose',
  'matmul',
  'outer',
  'dot',
  'einsum',
  'trace',
  'diag',
]

/** The function of entries that a name stands for, if it is one. */
export const functionNamed = (name: string): string | undefined =>
  Object.hasOwn(functions, name) ? name : aliases.get(name)

/** A function that is short for others, by the name that was typed. */
export const composedNamed = (name: string): Composed | undefined =>
  Object.hasOwn(compositions, name) ? compositions[name] : undefined

/** The error for a function that there is not. */
export function unknownFunction(name: string, span: Span): LayerError {
  if (words.includes(name))
    return new LayerError('not supported', `“${name}” cannot be read with what stands in its brackets.`, span)
  const near = nearest(name, [
    ...Object.keys(functions),
    ...Object.keys(compositions),
    ...aliases.keys(),
    ...words,
  ])
  return new LayerError(
    'unknown function',
    `There is no function “${name}” here${near ? `: did you mean “${near}”?` : '.'}`,
    span,
    1,
    near,
  )
}
