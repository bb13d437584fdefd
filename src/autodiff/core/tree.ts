import { fromEitherEnd } from './shape.ts'
import { Tensor, toTensor, type NestedValues, type TensorLike } from './tensor.ts'

/**
 * What functions take and return: tensors, or arrays and records of such to any depth. (Its type says no more,
 * because a recursive one sends the compiler round in circles; mapTree checks it.)
 */
export type Tree = unknown

/** The same structure with anything that can be made a tensor in place of each tensor. */
export type Like<T> = Tensor extends T ? TensorLike : { readonly [K in keyof T]: Like<T[K]> }
/** The same for a list of arguments. */
export type Args<A extends Tree[]> = { [K in keyof A]: Like<A[K]> }
/** What comes back in the place of each argument: tensors, even for one that may be given as numbers. */
export type Own<T> = Tensor extends T ? Tensor : { -readonly [K in keyof T]: Own<T[K]> }
export type Results<A extends Tree[]> = { -readonly [K in keyof A]: Own<A[K]> }

/** An array of nothing but numbers (or yes and no), however nested, is one tensor; any other array is a structure. */
const isNumbers = (value: unknown): value is NestedValues =>
  typeof value === 'number' || typeof value === 'boolean' || (Array.isArray(value) && value.every(isNumbers))

const isLeaf = (value: unknown): value is TensorLike =>
  value instanceof Tensor ||
  value instanceof Float64Array ||
  value instanceof Float32Array ||
  isNumbers(value)

type Visit = (leaf: Tensor) => Tensor

/**
 * The same structure with another tensor in the place of each. A TypeError, which says where, for what is neither a
 * tensor nor a structure of them; `root` is what the place is told in.
 */
export function mapTree<T>(tree: unknown, f: Visit, root = tree): T {
  if (tree instanceof Tensor) return f(tree) as T
  if (isLeaf(tree)) return f(toTensor(tree)) as T
  if (typeof tree === 'object' && tree !== null) return mapParts(tree, f, root) as T
  throw strange(tree, root)
}

function strange(tree: unknown, root: unknown): TypeError {
  const [path] = partsOf(root).find(([, part]) => part === tree) ?? []
  return new TypeError(`${path || 'value'} is ${tree === null ? 'null' : typeof tree}, not a tensor`)
}

/** The same for a list of arguments, which is a structure even when each is a plain number. */
export const mapArgs = <A extends Tree[]>(args: readonly unknown[], f: Visit): A =>
  mapParts(args, f, args) as A

function mapParts(parts: object, f: Visit, root: unknown): unknown {
  if (Array.isArray(parts)) return parts.map((part) => mapTree(part, f, root))
  return Object.fromEntries(Object.entries(parts).map(([key, part]) => [key, mapTree(part, f, root)]))
}

/** The tensors of a structure, in order. */
export function leavesOf(tree: unknown): Tensor[] {
  if (tree instanceof Tensor) return [tree]
  const leaves: Tensor[] = []
  mapTree(tree, (leaf) => (leaves.push(leaf), leaf))
  return leaves
}

/** What a structure is made of, each with its place, such as `0.w`. */
function partsOf(tree: unknown, path: readonly string[] = []): [path: string, part: unknown][] {
  if (typeof tree !== 'object' || tree === null || (path.length > 0 && isLeaf(tree)))
    return [[path.join('.'), tree]]
  return Object.entries(tree).flatMap(([key, part]) => partsOf(part, [...path, key]))
}

/** Where in a list of arguments each of its tensors is. */
export const pathsOf = (args: readonly unknown[]): string[] => partsOf(args).map(([path]) => path)

/** The number of an argument, counted from either end; a TypeError when there is none of that number. */
function argOf(name: string, argnum: number, { length }: readonly unknown[]): number {
  const found = fromEitherEnd(argnum, length)
  if (found !== undefined) return found
  throw new TypeError(`${name}: there is no argument ${argnum}, with ${length} given`)
}

/** Some of the arguments, and f as a function of these alone, the others held; a TypeError for one not there. */
export function holding<A extends Tree[], R>(
  name: string,
  f: (...args: A) => R,
  args: readonly unknown[],
  argnums: readonly number[],
): { readonly moving: unknown[]; readonly of: (...moving: unknown[]) => R } {
  const chosen = argnums.map((argnum) => argOf(name, argnum, args))
  const held = mapArgs<unknown[]>(args, (x) => x)
  const at = (moving: readonly unknown[]): unknown[] =>
    held.map((arg, n) => (chosen.includes(n) ? moving[chosen.indexOf(n)] : arg))
  return { moving: chosen.map((n) => held[n]), of: (...moving) => f(...(at(moving) as A)) }
}

/** The tensors of another structure of the same form; a TypeError when it is not. */
export function match(tree: unknown, other: unknown): Tensor[] {
  if (tree instanceof Tensor)
    return isLeaf(other)
      ? [toTensor(other)]
      : mismatch(
          1,
          mapTree(other, (leaf) => leaf),
        )
  const parts = Object.entries(tree as object)
  if (typeof other !== 'object' || other === null || Object.keys(other).length !== parts.length)
    return mismatch(parts.length, other)
  return parts.flatMap(([key, part]) => match(part, (other as Readonly<Record<string, unknown>>)[key]))
}

function mismatch(wanted: number, other: unknown): never {
  const given = typeof other === 'object' && other !== null ? Object.keys(other).length : 1
  throw new TypeError(`${wanted} part${wanted === 1 ? ' is' : 's are'} wanted, ${given} given`)
}
