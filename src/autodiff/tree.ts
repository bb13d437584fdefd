import { Tensor, toTensor, type NestedNumbers, type TensorLike } from './tensor.ts'

/**
 * What functions take and return: tensors, or arrays and records of such to any depth. (Its type says no more,
 * because a recursive one sends the compiler round in circles; flatten checks it.)
 */
export type Tree = unknown

/** The same structure with anything that can be made a tensor in place of each tensor. */
export type Like<T> = Tensor extends T ? TensorLike : { readonly [K in keyof T]: Like<T[K]> }
/** The same for a list of arguments. */
export type Args<A extends Tree[]> = { [K in keyof A]: Like<A[K]> }
/** What comes back in the place of each argument: tensors, even for one that may be given as numbers. */
export type Own<T> = Tensor extends T ? Tensor : { -readonly [K in keyof T]: Own<T[K]> }
export type Results<A extends Tree[]> = { -readonly [K in keyof A]: Own<A[K]> }

/** A structure with each part made a tensor, and these tensors in order. */
export interface Flat<T> {
  readonly tree: T
  readonly leaves: readonly Tensor[]
}

/** An array of nothing but numbers, however nested, is one tensor; any other array is a structure. */
const isNumbers = (value: unknown): value is NestedNumbers =>
  typeof value === 'number' || (Array.isArray(value) && value.every(isNumbers))

const isLeaf = (value: unknown): value is TensorLike =>
  value instanceof Tensor ||
  value instanceof Float64Array ||
  value instanceof Float32Array ||
  isNumbers(value)

type Visit = (leaf: Tensor, path: string) => Tensor

function mapTree(tree: unknown, f: Visit, path = ''): unknown {
  if (isLeaf(tree)) return f(toTensor(tree), path)
  if (typeof tree === 'object' && tree !== null) return mapParts(tree, f, path)
  throw new TypeError(`${path || 'value'} is ${tree === null ? 'null' : typeof tree}, not a tensor`)
}

function mapParts(parts: object, f: Visit, path = ''): unknown {
  const below = (key: string | number): string => (path === '' ? String(key) : `${path}.${key}`)
  if (Array.isArray(parts)) return parts.map((part, k) => mapTree(part, f, below(k)))
  return Object.fromEntries(Object.entries(parts).map(([key, part]) => [key, mapTree(part, f, below(key))]))
}

/** Takes a structure apart. A TypeError for what is neither a tensor nor a structure of them. */
export function flatten<T>(tree: unknown): Flat<T> {
  const leaves: Tensor[] = []
  return { tree: mapTree(tree, (leaf) => (leaves.push(leaf), leaf)) as T, leaves }
}

/** Takes a list of arguments apart, which is a structure even when each is a plain number. */
export function flattenArgs<A extends Tree[]>(args: readonly unknown[]): Flat<A> {
  const leaves: Tensor[] = []
  return { tree: mapParts(args, (leaf) => (leaves.push(leaf), leaf)) as A, leaves }
}

/** The same structure with another tensor in the place of each, which is given with its number. */
export function rebuild<T>({ tree }: { readonly tree: T }, f: (leaf: Tensor, k: number) => Tensor): T {
  let k = 0
  const next = (leaf: Tensor): Tensor => f(leaf, k++)
  return (tree instanceof Tensor ? next(tree) : mapParts(tree as object, next)) as T
}

/** Where in a structure each of its tensors is, such as `0.w`. */
export function pathsOf(args: readonly unknown[]): string[] {
  const paths: string[] = []
  mapParts(args, (leaf, path) => (paths.push(path), leaf))
  return paths
}

/** The tensors of another structure of the same form; a TypeError when it is not. */
export function match(tree: unknown, other: unknown): Tensor[] {
  if (tree instanceof Tensor)
    return flatten(other).tree instanceof Tensor ? [toTensor(other as TensorLike)] : mismatch(1, other)
  const parts = Object.entries(tree as object)
  if (typeof other !== 'object' || other === null || Object.keys(other).length !== parts.length)
    return mismatch(parts.length, other)
  return parts.flatMap(([key, part]) => match(part, (other as Readonly<Record<string, unknown>>)[key]))
}

function mismatch(wanted: number, other: unknown): never {
  const given = typeof other === 'object' && other !== null ? Object.keys(other).length : 1
  throw new TypeError(`${wanted} part${wanted === 1 ? ' is' : 's are'} wanted, ${given} given`)
}
